"""How is the work spread? An engine has one verb; every engine gives the same records."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from sayso.model.failure import Failure
from sayso.run.stage import Stage


@dataclass(slots=True)
class Task:
    """One item and the stages to take it through, with what earlier stages found in it.

    `key` names the item among those of one call; `source` is the input it came from.
    """

    key: str
    source: str
    item: Any
    stages: tuple[Stage, ...]
    found: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)

    def failed(self, stage: str, reason: str) -> None:
        """Write down that a stage failed on this item; it found nothing and the rest goes on."""
        self.found[stage] = ()
        self.failures.append(Failure(self.source, stage, reason, self.key))

    def rest(self) -> tuple[Stage, ...]:
        """The stages not gone through yet."""
        return tuple(s for s in self.stages if s.name not in self.found)


class Engine(Protocol):
    """Takes each task through its stages; yields it with `found` and `failures` filled in.

    Tasks may come back in any order. Nothing that a document does can end the whole.
    """

    def spread(self, tasks: Iterable[Task]) -> Iterator[Task]:
        """Work the tasks; the iterable is read only as fast as they are worked."""
        ...

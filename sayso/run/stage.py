"""What is one step of the work? A pure function with a name, a version and what it needs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sayso.model.collection import Collection
from sayso.model.page import Page


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: `work` takes one record (or, with `by`, one Collection of all pages whose key is equal)
    and yields records.

    `work` is a module-level function without clock, network, environment, randomness or store, so
    that it can be sent to any worker and its output cached. `needs` names the stages whose findings
    it reads: it sees those and no others, so its output never depends on what else was run. Raise
    the version whenever the output for the same input may change.
    """

    name: str
    version: str
    work: Callable[[Any], Iterable[Any]]
    needs: tuple[str, ...] = ()
    by: Callable[[Page], str] | None = None


def seen_by(stage: Stage, item: Any, found: dict[str, tuple[Any, ...]]) -> Any:
    """The item with the findings of the stages that this one needs, in the order it names them."""
    if isinstance(item, Page | Collection):
        for name in stage.needs:
            item = item.having(found.get(name, ()))
    return item

"""What stands inside the inputs? Archives, feeds, mailboxes and tables, opened level by level."""

from collections.abc import Iterable, Iterator

from sayso.ingest.read import members, reader_of
from sayso.model.failure import Failure
from sayso.model.text import Raw
from sayso.run.cage import Caged
from sayso.run.engine import Task
from sayso.run.here import Here
from sayso.run.inputs import Given
from sayso.run.stage import Stage

# A message in a mailbox in a tar in a zip is four; deeper nesting is an attack.
DEEPEST = 5

OPEN = Stage("open", "1", members)


def unpacked(given: Iterable[Given]) -> Iterator[Given]:
    """Each input, then all that stands inside: inputs of their own, named `heap.zip!folder/a.html`.

    What cannot be had is an input with a reason; one bad member never loses the rest.
    """
    holding: list[Given] = []
    for one in given:
        yield one
        if holds(one):
            holding.append(one)
    for level in range(DEEPEST + 1):
        inside: list[Given] = []
        for one in _inside(holding):
            if not holds(one) or level < DEEPEST:
                yield one
                inside.extend([one] if holds(one) else [])
            else:
                yield Given(
                    one.name,
                    reason=f"{one.name} nests more than {DEEPEST} archives deep; unpack it yourself",
                )
        holding = inside


def holds(given: Given) -> bool:
    """Whether an input may hold others."""
    return not given.reason and reader_of(given.data, given.name).members is not None


def _inside(holding: list[Given]) -> Iterator[Given]:
    """The members of containers, one level deep, each container opened in the cage."""
    tasks = (
        Task(g.name, g.name, Raw(g.name, g.data, g.known, g.as_article), (OPEN,)) for g in holding
    )
    for task in Caged(Here()).spread(tasks):
        for failure in task.failures:
            yield Given(task.source, reason=failure.reason)
        for member in task.found[OPEN.name]:
            if isinstance(member, Failure):
                yield Given(member.source, reason=member.reason)
            else:
                yield Given(member.name, member.data, member.metadata, member.as_article)

"""What stands inside the inputs? Archives, feeds, mailboxes and tables, opened level by level."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.ingest.archive import Heavy
from sayso.ingest.read import HEAD, members, reader_of
from sayso.model.failure import Failure
from sayso.model.text import Raw
from sayso.run.cage import Caged
from sayso.run.engine import Task
from sayso.run.heavy import members_of
from sayso.run.here import Here
from sayso.run.inputs import Given
from sayso.run.stage import Stage

# A message in a mailbox in a tar in a zip is four; deeper nesting is an attack.
DEEPEST = 5

# Bytes of containers that wait to be opened together.
BATCH = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Shut:
    """In the place of a member that only a file can give."""


def _opened(raw: Raw) -> Iterator[Raw | Failure | Shut]:
    """The members that can be held; for the first that cannot, a sign, and no more."""
    for found in members(raw):
        if isinstance(found, Heavy):
            yield Shut()
            return
        yield found


OPEN = Stage("open", "2", _opened)


def unpacked(given: Iterable[Given]) -> Iterator[Given]:
    """Each input, then all that stands inside: inputs of their own, named `heap.zip!folder/a.html`.

    What cannot be had is an input with a reason; one bad member never loses the rest.
    """
    holding: list[Given] = []
    for one in given:
        yield one
        if one.path:
            yield from _from_file(one)
        elif holds(one):
            holding.append(one)
            if sum(len(g.data) for g in holding) > BATCH:
                yield from _levels(holding)
                holding = []
    yield from _levels(holding)


def _from_file(given: Given) -> Iterator[Given]:
    """The members of a container too large to be held, and what stands inside those, batch by batch."""
    head = Raw(given.name, given.data, given.known, given.as_article)
    holding: list[Given] = []
    for found in members_of(given.path, head):
        one = _given(found)
        yield one
        if holds(one):
            holding.append(one)
        if sum(len(g.data) for g in holding) > BATCH:
            yield from _levels(holding, 1)
            holding = []
    yield from _levels(holding, 1)


def _given(found: Raw | Failure) -> Given:
    if isinstance(found, Failure):
        return Given(found.source, reason=found.reason)
    return Given(found.name, found.data, found.metadata, found.as_article)


def _levels(holding: list[Given], first: int = 0) -> Iterator[Given]:
    """All that stands inside these containers, level by level."""
    for level in range(first, DEEPEST + 1):
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
    for task in Caged(Here(), opening=True).spread(tasks):
        for failure in task.failures:
            yield Given(task.source, reason=failure.reason)
        found = task.found[OPEN.name]
        if any(isinstance(member, Shut) for member in found):
            yield from _again(task.item)
        else:
            yield from (_given(member) for member in found)


def _again(raw: Raw) -> Iterator[Given]:
    """A small container of a member too large to be held, written down and taken from its file."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(raw.data)
        file.flush()
        for found in members_of(file.name, replace(raw, data=raw.data[:HEAD])):
            yield _given(found)

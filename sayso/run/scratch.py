"""Where does work happen that nobody asked to keep? In a case that is gone afterwards."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.case.store import Case
from sayso.model.lines import line
from sayso.run.inputs import gather
from sayso.run.opening import holds, unpacked
from sayso.settings import Settings


@contextmanager
def scratch(title: str = "") -> Iterator[Case]:
    """A case in a temporary folder."""
    with (
        tempfile.TemporaryDirectory(prefix="sayso-") as folder,
        Case.new(Path(folder) / "case", title, durable=False) as case,
    ):
        yield case


def fill(case: Case, paths: Iterable[str], settings: Settings) -> int:
    """Add every input under the paths, and all that stands inside, to the case; the number of inputs,
    unopened ones included."""
    count = 0
    for given in unpacked(gather(paths, settings)):
        count += 1
        if given.reason:
            case.could_not_open(given.name, given.reason)
            continue
        if holds(given):
            case.forget_inside(given.name)
        if given.path:
            case.add_file(given.name, Path(given.path), line(given.known), given.as_article)
        else:
            case.add(given.name, given.data, line(given.known), given.as_article)
    return count

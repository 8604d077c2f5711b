"""How far is the work? A line on standard error, only where a person watches."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from sayso.run.work import Progress as Report
from sayso.run.work import silent

WORDS = {
    "read": "reading articles",
    "split": "taking texts apart",
    "weigh": "comparing who says what",
}


@contextmanager
def shown() -> Iterator[Report]:
    """A report function that draws a bar per kind of work, or nothing off a terminal."""
    if not sys.stderr.isatty():
        yield silent
        return
    columns = (
        TextColumn("{task.description:<26}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        known = {}

        def report(label: str, done: int, total: int) -> None:
            if label not in known:
                known[label] = bars.add_task(WORDS.get(label, label), total=total)
            bars.update(known[label], completed=done, total=total)

        yield report

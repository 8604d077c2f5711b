"""Which texts stand in the lines of a JSON Lines file?"""

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import BinaryIO

from sayso.ingest.decode import decode, unfolded
from sayso.ingest.limits import ROWS, Budget
from sayso.ingest.row import fields, member
from sayso.model.failure import Failure
from sayso.model.text import Raw

ENDINGS = frozenset({".jsonl", ".ndjson", ".jl"})


def match(head: bytes, name: str) -> float:
    """By the ending; without it, by a first line that is one object with a text."""
    named = PurePath(name).suffix.lower() in ENDINGS
    if not head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{"):
        return 0.0
    if named:
        return 0.9
    first = head.lstrip(b"\xef\xbb\xbf \r\n").split(b"\n", 1)
    if len(first) < 2:
        return 0.0
    try:
        row = json.loads(first[0].decode("utf-8"))
    except (ValueError, RecursionError):
        return 0.0
    return 0.9 if "text" in fields(list(row)) else 0.0


def members(raw: Raw) -> Iterator[Raw | Failure]:
    """Each line as an article, named by its number; a line that is no object with a text is a failure."""
    yield from _rows(raw, decode(raw.data, raw.name).text.split("\n"), ROWS)


def stream(raw: Raw, file: BinaryIO) -> Iterator[Raw | Failure]:
    """The same, line by line from a file; the charset is told by its first part."""
    budget = Budget.of(file)
    with unfolded(file, raw.name, newline="\n") as lines:
        yield from _rows(raw, lines, budget.rows)


def _rows(raw: Raw, lines: Iterable[str], most: int) -> Iterator[Raw | Failure]:
    for number, line in enumerate(lines, 1):
        if number > most:
            reason = f"{raw.name} has more than {most:,} lines; cut it into smaller files"
            yield Failure(raw.name, "open", reason)
            return
        if line.strip():
            yield _member(raw, number, line)


def _member(raw: Raw, number: int, line: str) -> Raw | Failure:
    name = f"{raw.name}!{number}"
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return Failure(name, "open", f"{name} is not JSON; mend or remove that line")
    if not isinstance(row, dict):
        return Failure(name, "open", f"{name} is no JSON object; mend or remove that line")
    names = fields([str(key) for key in row])
    cells = {
        n: str(value)
        for n, value in zip(names, row.values(), strict=True)
        if n and isinstance(value, str | int | float) and not isinstance(value, bool)
    }
    return member(raw, number, cells)

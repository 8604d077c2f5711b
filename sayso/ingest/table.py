"""Which texts stand in the rows of a table (CSV, TSV)?"""

import csv
import io
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO, TextIO

from sayso.errors import UnreadableInput
from sayso.ingest.decode import decode, unfolded
from sayso.ingest.limits import ROWS, Budget
from sayso.ingest.row import fields, member
from sayso.model.failure import Failure
from sayso.model.text import Raw

ENDINGS = frozenset({".csv", ".tsv", ".tab"})
BETWEEN = ",;\t|"


def match(head: bytes, name: str) -> float:
    """By the ending, and a first row that names a column of texts; other tables are plain text."""
    if PurePath(name).suffix.lower() not in ENDINGS or not head.strip():
        return 0.0
    return 0.9 if _columns(_first_line(head, name)) else 0.0


def members(raw: Raw) -> Iterator[Raw | Failure]:
    """Each row as an article, named by its number in the table (the first row of texts is 2)."""
    text = decode(raw.data, raw.name).text
    yield from _rows(raw, io.StringIO(text, newline=""), len(text), ROWS)


def stream(raw: Raw, file: BinaryIO) -> Iterator[Raw | Failure]:
    """The same, row by row from a file; the charset is told by its first part."""
    budget = Budget.of(file)
    with unfolded(file, raw.name, newline="") as text:
        yield from _rows(raw, text, budget.member, budget.rows)


def _rows(raw: Raw, text: TextIO, longest: int, most: int) -> Iterator[Raw | Failure]:
    between = _columns(text.readline().rstrip("\n"))
    text.seek(0)
    if between is None:
        raise UnreadableInput(f"{raw.name} names no column of texts; call one of them 'text'")
    csv.field_size_limit(max(longest, 1))
    rows = csv.reader(text, delimiter=between)
    number = 1
    try:
        names = fields(next(rows, []))
        for number, row in enumerate(rows, 2):
            if number > most:
                reason = f"{raw.name} has more than {most:,} rows; cut it into smaller files"
                yield Failure(raw.name, "open", reason)
                return
            if any(cell.strip() for cell in row):
                cells = {n: c for n, c in zip(names, row, strict=False) if n}
                yield member(raw, number, cells)
    except csv.Error as error:
        reason = f"{raw.name} cannot be read after row {number} ({error}); mend its quotation marks"
        yield Failure(raw.name, "open", reason)


def _first_line(head: bytes, name: str) -> str:
    line = head.split(b"\n", 1)[0] if b"\x00" not in head else head[: len(head) & ~1]
    try:
        return decode(line, name).text.split("\n", 1)[0]
    except UnreadableInput:
        return ""


def _columns(line: str) -> str | None:
    """The delimiter that makes the first row name a column of texts."""
    for between in BETWEEN:
        try:
            row = next(csv.reader([line.rstrip("\r")], delimiter=between), [])
        except csv.Error:
            continue
        if len(row) > 1 and "text" in fields(row):
            return between
    return "," if fields([line.strip().strip('"')]) == ["text"] else None

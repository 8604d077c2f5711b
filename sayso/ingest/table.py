"""Which texts stand in the rows of a table (CSV, TSV)?"""

import csv
import io
from collections.abc import Iterator
from pathlib import PurePath

from sayso.errors import UnreadableInput
from sayso.ingest.decode import decode
from sayso.ingest.limits import ROWS
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
    found = decode(raw.data, raw.name)
    between = _columns(found.text.split("\n", 1)[0])
    if between is None:
        raise UnreadableInput(f"{raw.name} names no column of texts; call one of them 'text'")
    csv.field_size_limit(max(len(found.text), 1))
    rows = csv.reader(io.StringIO(found.text, newline=""), delimiter=between)
    number = 1
    try:
        names = fields(next(rows, []))
        for number, row in enumerate(rows, 2):
            if number > ROWS:
                reason = f"{raw.name} has more than {ROWS:,} rows; cut it into smaller files"
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

"""Which marked texts may the tagger learn from, and what is wrong with those it may not?"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.errors import BadUsage

PARTS = ("source", "cue", "content")
LANGUAGE = "en"
Row = Mapping[str, Any]


def marked_rows(data: bytes, name: str) -> Iterator[Row]:
    """The texts of one file of JSON lines, each checked; those in another language are left out.

    A line is {"text", "attributions": [{"source", "cue", "content"}]}, each a list of [start, stop) in
    code points. Raises BadUsage, naming file and line, for anything else.
    """
    try:
        said = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadUsage(f"{name} is not UTF-8 text; give JSON lines in UTF-8") from error
    for number, line in enumerate(said.split("\n"), 1):
        if line.strip():
            row = _row(line, f"{name} line {number}")
            if row.get("lang", row.get("language", LANGUAGE)) == LANGUAGE:
                yield row


def _row(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadUsage(f"{where} is not JSON ({error.msg}); give one JSON object a line") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise BadUsage(f'{where} has no "text"; a line is {{"text", "attributions"}}')
    marked = row.get("attributions")
    if not isinstance(marked, list):
        raise BadUsage(
            f'{where} has no list of "attributions"; a line is {{"text", "attributions"}}'
        )
    for n, one in enumerate(marked, 1):
        _check(one, len(row["text"]), f"{where}, attribution {n}")
    return row


def _check(one: Any, length: int, where: str) -> None:
    if not isinstance(one, dict):
        raise BadUsage(f'{where} is no object; give {{"source", "cue", "content"}}')
    for part in PARTS:
        pieces = one.get(part, [])
        if not isinstance(pieces, list):
            raise BadUsage(f"{where}: {part} is no list; give a list of [start, stop]")
        for piece in pieces:
            if not _is_piece(piece, length):
                raise BadUsage(
                    f"{where}: {part} {json.dumps(piece)} is no stretch of the text's {length} code "
                    "points; give [start, stop] with start < stop"
                )


def _is_piece(piece: Any, length: int) -> bool:
    return (
        isinstance(piece, list)
        and len(piece) == 2
        and all(type(n) is int for n in piece)
        and 0 <= piece[0] < piece[1] <= length
    )

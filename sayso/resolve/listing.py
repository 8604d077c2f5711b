"""Whom does a reader's own list name? FollowTheMoney JSON lines or CSV, row by row, bad rows told."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from sayso.errors import UnreadableInput
from sayso.model.failure import Failure
from sayso.model.listed import Listed

KINDS = {
    "Person": ("PER",),
    "PER": ("PER",),
    "Organization": ("ORG",),
    "Organisation": ("ORG",),
    "Company": ("ORG",),
    "PublicBody": ("ORG",),
    "ORG": ("ORG",),
    "LegalEntity": ("PER", "ORG"),
    "Vessel": ("PRODUCT",),
    "Airplane": ("PRODUCT",),
    "Vehicle": ("PRODUCT",),
    "": ("PER", "ORG"),
}
"""Schemas of FollowTheMoney that name somebody, and the kinds of names they are looked for among."""

_KINDS_BY_FOLDED = {schema.casefold(): kinds for schema, kinds in KINDS.items()}
_NAMES = ("name", "alias", "weakAlias", "previousName")
_TOLD = ("birthDate", "country", "nationality", "position", "topics", "programId", "program")
_CSV_NAMES = ("name", "aliases", "alias", "weak_alias", "previous_name")
_CSV_TOLD = ("birth_date", "countries", "country", "position", "sanctions", "program_ids", "note")
_CSV_KIND = ("schema", "type", "kind")
ENCODINGS = ("utf-8-sig", "utf-16")


def listing(data: bytes, source: str) -> Iterator[Listed | Failure]:
    """Every row of a list that names somebody, and a failure for every row that cannot be used.

    Rows of other schemas (addresses, sanctions, ownership) name nobody and are passed over. Raises
    UnreadableInput when the whole is neither JSON lines nor a CSV with a column `name`.
    """
    text = _text(data, source)
    first = text.lstrip()[:1]
    if not first:
        raise UnreadableInput(f"{source}: the list is empty; give JSON lines or a CSV with names")
    yield from _of_json(text, source) if first == "{" else _of_csv(text, source)


def _text(data: bytes, source: str) -> str:
    marked = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        return data.decode(ENCODINGS[1] if marked else ENCODINGS[0])
    except UnicodeDecodeError as error:
        raise UnreadableInput(
            f"{source}: byte {error.start} of the list is not UTF-8; save it as UTF-8"
        ) from error


def _bad(source: str, line: int, reason: str) -> Failure:
    return Failure(source, "list", f"{source}: line {line} of the list {reason}; it was left out")


def _of_json(text: str, source: str) -> Iterator[Listed | Failure]:
    for number, row in enumerate(text.splitlines(), 1):
        if not row.strip():
            continue
        try:
            told = json.loads(row)
        except ValueError:
            yield _bad(source, number, "is not JSON")
            continue
        found = _entity(told, source, number)
        if found is not None:
            yield found


def _entity(row: Any, source: str, number: int) -> Listed | Failure | None:
    if not isinstance(row, dict) or not isinstance(row.get("properties"), dict):
        return _bad(source, number, "has no `properties` as FollowTheMoney writes them")
    kinds = _KINDS_BY_FOLDED.get(str(row.get("schema") or "").casefold())
    if kinds is None:
        return None
    said = row["properties"]
    names = [n for key in _NAMES for n in _values(said.get(key))]
    names += _values(row.get("caption")) if not names else []
    names += [] if names else _put_together(said)
    if not names:
        return _bad(source, number, "names nobody")
    return Listed(
        source=source,
        line=number,
        id=str(row.get("id") or f"line {number}"),
        kinds=kinds,
        names=tuple(dict.fromkeys(names)),
        told=tuple((k, "; ".join(v)) for k in _TOLD if (v := _values(said.get(k)))),
    )


def _put_together(said: dict[str, Any]) -> list[str]:
    """A name from its parts, where the row gives no whole one."""
    parts = [*_values(said.get("firstName"))[:1], *_values(said.get("lastName"))[:1]]
    return [" ".join(parts)] if len(parts) == 2 else []


def _values(told: Any) -> list[str]:
    many = told if isinstance(told, list) else [told]
    return [v.strip() for v in many if isinstance(v, str) and v.strip()]


def _of_csv(text: str, source: str) -> Iterator[Listed | Failure]:
    head = text.lstrip("\r\n").splitlines()[0]
    mark = max(",;\t|", key=head.count)
    rows = csv.reader(io.StringIO(text.lstrip("\r\n")), delimiter=mark)
    columns = [c.strip().casefold() for c in next(rows)]
    if "name" not in columns:
        raise UnreadableInput(
            f"{source}: the list has no column `name`; its first line is {head[:60]!r}; "
            "give FollowTheMoney JSON lines, or a CSV whose first line says name, aliases, schema"
        )
    try:
        for cells in rows:
            if any(c.strip() for c in cells):
                yield _row(columns, cells, source, rows.line_num)
    except csv.Error as error:
        yield _bad(source, rows.line_num, f"breaks the table ({error})")


def _row(columns: list[str], cells: list[str], source: str, number: int) -> Listed | Failure:
    if len(cells) != len(columns):
        return _bad(source, number, f"has {len(cells)} cells for {len(columns)} columns")
    told = {c: v.strip() for c, v in zip(columns, cells, strict=True)}
    schema = next((told[c] for c in _CSV_KIND if told.get(c)), "")
    kinds = _KINDS_BY_FOLDED.get(schema.casefold())
    if kinds is None:
        return _bad(source, number, f"is of the kind {schema!r}, which names nobody")
    names = [told.get("name", "")]
    names += [n for c in _CSV_NAMES[1:] for n in told.get(c, "").split(";")]
    names = [n.strip() for n in names if n.strip()]
    if not names:
        return _bad(source, number, "names nobody")
    return Listed(
        source=source,
        line=number,
        id=told.get("id") or f"line {number}",
        kinds=kinds,
        names=tuple(dict.fromkeys(names)),
        told=tuple((c, told[c]) for c in _CSV_TOLD if told.get(c)),
    )

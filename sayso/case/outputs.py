"""What did a stage find in this input before? Outputs cached by what went into them."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from sayso.case.store import Case
from sayso.model.article import Article, Boundary, Copy
from sayso.model.claim import Claim
from sayso.model.entity import Entity
from sayso.model.event import Event, Happening
from sayso.model.lines import line, restore
from sayso.model.mention import Link, Mention, Role
from sayso.model.question import Question
from sayso.model.standing import Standing
from sayso.model.text import Document
from sayso.model.when import When

SCHEMA = "3"  # raise when a record's fields change, so that older outputs are made anew
KINDS: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        *(Document, Boundary, Article, Mention, Role, Link, When),
        *(Claim, Event, Copy, Entity, Standing, Question, Happening),
    )
}


def output_key(name: str, version: str, inputs: Iterable[str]) -> str:
    """The cache key of a stage's output: the stage, its version, the schema, and all that it read."""
    said = json.dumps([SCHEMA, name, version, *inputs], ensure_ascii=False)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def load(case: Case, key: str) -> tuple[Any, ...] | None:
    """The records kept under this key, or None."""
    rows = case.rows("SELECT records FROM outputs WHERE key = ?", (key,))
    if not rows:
        return None
    return tuple(restore(KINDS[kind], value) for kind, value in json.loads(str(rows[0][0])))


def save(case: Case, outputs: Sequence[tuple[str, str, str, tuple[Any, ...]]]) -> None:
    """Keep (key, stage, version, records) of one text, all in one transaction."""
    rows = [(key, stage, version, _written(records)) for key, stage, version, records in outputs]
    if rows:
        with case.change() as db:
            db.executemany("INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?)", rows)


def _written(records: tuple[Any, ...]) -> str:
    return line([[type(r).__name__, r] for r in records])

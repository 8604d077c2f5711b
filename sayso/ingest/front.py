"""What does the block of keys and values over a Markdown text say about it?"""

import re
from dataclasses import fields as parts_of
from typing import NamedTuple

from sayso.ingest.row import fields, told
from sayso.model.text import Metadata

BASIS = "front matter"

# --- or +++ on a line of its own, keys, the same again. Longer blocks are texts between rules.
BLOCK = re.compile(
    r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.{0,8000}?)^\1[ \t]*\r?$", re.DOTALL | re.MULTILINE
)
PAIR = re.compile(r"^([^\W\d][\w -]{0,40}?)\s*[:=]\s*(.*?)\s*$", re.MULTILINE)


class Front(NamedTuple):
    """What the block tells, and where it stops."""

    told: Metadata
    stop: int


def front_matter(text: str) -> Front | None:
    """The block at the very top, when its keys are known ones; None where there is none.

    >>> front_matter("---\\ntitle: Ferry\\ndate: 2026-05-04\\n---\\nIt sank.").told.published.text
    '2026-05-04'
    """
    block = BLOCK.match(text)
    if block is None:
        return None
    pairs = [(m.group(1), m.group(2).strip("\"'[] ")) for m in PAIR.finditer(block.group(2))]
    names = fields([key for key, _ in pairs])
    cells = {n: value for n, (_, value) in zip(names, pairs, strict=True) if n and n != "text"}
    found = told(cells, BASIS)
    none = all(getattr(found, part.name) in (None, ()) for part in parts_of(found))
    return None if none else Front(found, block.end())

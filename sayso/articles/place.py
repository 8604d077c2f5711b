"""Which place does a dateline name? The words before its day, its agency and its dash."""

import re

from sayso.articles.dates import days
from sayso.articles.furniture import Labelled
from sayso.articles.lines import words
from sayso.articles.sections import said
from sayso.articles.shape import caseless

_END = re.compile(r"[,،(/:—–\d]|\s-|-\s|-$|(?<=\w{3})\.(?=\s|$)")
_JOINS = frozenset(["on", "of", "in", "от", "від", "у", "в", "في", "يوم", "به", "در", "ב"])
PLACE_WORDS = 4


def place(item: Labelled) -> tuple[int, int] | None:
    """The place as [start, stop) of the line, or None where the words are an agency, a kicker or a name.

    A whole line of place and day counts only when the place is in capitals: an outlet may stand there.
    """
    piece = next((p for p in item.pieces if p.kind == "dateline"), None)
    if piece is None or (item.kind is None and piece.start > 0):
        return None
    text = item.line.text[: piece.stop]
    found = days(text)
    ends = [m.start() for m in _END.finditer(text)][:1] + [d.start for d in found[:1]]
    name = text[: min(ends)].rstrip() if ends else ""
    kept = name.split()
    while kept and kept[-1].lower() in _JOINS:
        kept.pop()
        name = name[: name.rstrip().rfind(" ")].rstrip() if kept else ""
    if not kept or len(kept) > PLACE_WORDS or not _placed(item, name):
        return None
    return (0, len(name)) if item.kind is None or name.isupper() else None


def _placed(item: Labelled, name: str) -> bool:
    """Written like a name, and no agency, outlet, day or kicker stands in it."""
    known = any(
        h.phrase.list in ("agencies", "outlets", "weekdays", "publication", "byline")
        and h.phrase.tag != "time"
        and item.line.places[h.first][0] < len(name)
        for h in item.hits
    )
    folded = tuple(w for w, _, _ in words(name))
    like = caseless(item.line.language) or name[:1].isupper()
    return like and not known and bool(folded) and folded not in said("kicker")

"""Where might an article begin? At lines of prose, never at furniture."""

from dataclasses import dataclass
from functools import cache

from sayso.articles.furniture import Labelled, Piece
from sayso.articles.lines import Line, words
from sayso.articles.phrases import Hit
from sayso.lexicon.load import words as listed


@dataclass(frozen=True, slots=True)
class Candidate:
    """A prose line and its number, with the furniture around it.

    `above` and `below` are the kinds of the furniture lines between it and the prose lines beside.
    """

    number: int
    line: Line
    pieces: tuple[Piece, ...]
    hits: tuple[Hit, ...]
    above: tuple[str, ...]
    below: tuple[str, ...]


def candidates(labelled: list[Labelled]) -> list[Candidate]:
    """The lines that are not furniture entirely, in order."""
    prose = [n for n, item in enumerate(labelled) if item.kind is None]
    edges = [-1, *prose, len(labelled)]
    out: list[Candidate] = []
    for k, n in enumerate(prose):
        item = labelled[n]
        above = tuple(_kind(i) for i in labelled[edges[k] + 1 : n])
        below = tuple(_kind(i) for i in labelled[n + 1 : edges[k + 2]])
        out.append(Candidate(n, item.line, item.pieces, item.hits, above, below))
    return out


def closing(item: Labelled) -> bool:
    """Reporting by …; editing by …; (Published Monday): what signs an article at its end."""
    if item.line.text[0] in "([":
        return True
    return any(
        not h.first and h.phrase.list == "byline" and len(h.phrase.words) > 1 for h in item.hits
    )


def _kind(item: Labelled) -> str:
    if item.kind == "boilerplate" and _within(item.line.words):
        return "break"
    signed = item.kind in ("byline", "dateline")
    return "signature" if signed and closing(item) else str(item.kind)


def _within(said: tuple[str, ...]) -> bool:
    """Advertisement; story continues; read also: what stands in the middle of articles too."""
    return any(said[: len(phrase)] == phrase for phrase in _breaks())


@cache
def _breaks() -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(w for w, _, _ in words(phrase)) for phrase in listed("any", "page_breaks")
    )

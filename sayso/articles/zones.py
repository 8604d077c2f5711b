"""Which label does each stretch of an article carry?"""

from collections.abc import Collection, Sequence

from sayso.articles.furniture import Labelled
from sayso.articles.shape import heading
from sayso.model.article import Zone
from sayso.model.text import Document, Mark

LEDE_WORDS = 8  # a shorter first paragraph is a kicker, not a lede
MARKED = frozenset(
    {"boilerplate", "comments", "caption", "credit", "byline", "dateline", "residue", "headline",
     "subheading", "lede"}
)  # fmt: skip


def zones(document: Document, items: Sequence[Labelled]) -> tuple[Zone, ...]:
    """Zones over every line of the article, in order; several on a line that holds glued pieces."""
    out: list[Zone] = []
    begun = False
    marks = [m for m in document.marks if m.kind in MARKED]
    unclaimed = {(m.start, m.stop) for m in document.marks if m.kind == "unclaimed"}
    near = _near(items, marks)
    long = [n for n, i in enumerate(items) if i.kind is None and len(i.line.words) >= LEDE_WORDS]
    last = long[-1] if long else -1
    for n, item in enumerate(items):
        marked = _marked(document, item, near[n]) or _unclaimed(document, item, unclaimed)
        if marked:
            out.extend(marked)
            begun = begun or any(z.kind == "lede" for z in marked)
            continue
        kind, because = _prose(item, n < last, begun)
        begun = begun or kind == "lede"
        out.extend(_pieces(document, item, kind, because))
    return tuple(out)


def _prose(item: Labelled, follows: bool, begun: bool) -> tuple[str, str]:
    """What a line's prose is: headline above the body, subheading within it, lede, body.

    `follows` says that a paragraph comes after it; nothing is the heading of nothing.
    """
    if heading(item.line) and follows:
        return ("subheading", "heading shape") if begun else ("headline", "heading before the body")
    if not begun and len(item.line.words) >= LEDE_WORDS:
        return "lede", "first paragraph"
    return "body", "paragraph"


def _pieces(document: Document, item: Labelled, kind: str, because: str) -> list[Zone]:
    """The line's furniture pieces and its prose in the gaps between them."""
    out: list[Zone] = []
    at = 0
    text = item.line.text
    for piece in item.pieces:
        out.extend(_zone(document, item, kind, (at, piece.start), because))
        out.extend(_zone(document, item, piece.kind, (piece.start, piece.stop), piece.because))
        at = max(at, piece.stop)
    rest = "boilerplate" if item.kind and at < len(text) else kind
    out.extend(_zone(document, item, item.kind or rest, (at, len(text)), because))
    return out


def _zone(
    document: Document, item: Labelled, kind: str, spot: tuple[int, int], because: str
) -> list[Zone]:
    start, stop = spot
    piece = item.line.text[start:stop] if stop > start else ""
    if not piece.strip():
        return []
    start += len(piece) - len(piece.lstrip())
    stop = start + len(piece.strip())
    base = item.line.start
    return [Zone(kind, document.span(base + start, base + stop), because)]


def _marked(document: Document, item: Labelled, marks: Sequence[Mark]) -> list[Zone]:
    """The zone that the page's structure gives the line: the widest mark over most of it."""
    line = item.line
    for mark in marks:
        if mark.start <= line.start and line.stop <= mark.stop:
            return [Zone(mark.kind, document.span(line.start, line.stop), "page structure")]
    inside = [m for m in marks if line.start <= m.start and m.stop <= line.stop]
    if not inside or item.pieces or any(m.kind in ("headline", "subheading") for m in inside):
        return []
    if sum(m.stop - m.start for m in inside) < 0.5 * len(line.text):
        return []
    return [Zone(inside[0].kind, document.span(line.start, line.stop), "page structure")]


def _near(items: Sequence[Labelled], marks: Sequence[Mark]) -> list[list[Mark]]:
    """For each line the marks that touch it, widest first, found in one sweep."""
    out: list[list[Mark]] = []
    live: list[Mark] = []
    ahead = sorted(marks, key=lambda m: (m.start, -m.stop, m.kind), reverse=True)
    for item in items:
        while ahead and ahead[-1].start < item.line.stop:
            live.append(ahead.pop())
        live = [m for m in live if m.stop > item.line.start]
        out.append(live)
    return out


def _unclaimed(
    document: Document, item: Labelled, spots: Collection[tuple[int, int]]
) -> list[Zone]:
    """A visible line outside the page's body is furniture, of its own kind where its words tell."""
    line = item.line
    if item.pieces or (line.start, line.stop) not in spots:
        return []
    return [Zone("boilerplate", document.span(line.start, line.stop), "outside the page's body")]

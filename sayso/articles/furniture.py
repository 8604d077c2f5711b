"""Which lines, and which pieces of lines, are furniture, and of which kind?"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from sayso.articles import cues
from sayso.articles.credits import credit
from sayso.articles.heads import bare_byline, byline, dateline, publication
from sayso.articles.lines import Line
from sayso.articles.phrases import Hit, hits
from sayso.articles.shape import OPENING, sentence_end

# Lengths in characters, chosen by looking at pages: an appeal or a widget is one or two sentences;
# in anything longer only the sentence that holds the phrase is furniture.
SHORT = 220
ONE_WORD = 80

# A repeat must share this much of the shorter line, in at least so many words.
REPEATED = 0.85
REPEATED_WORDS = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line (offsets within its text) with its kind and the rule that said so."""

    kind: str
    start: int
    stop: int
    because: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A line among its neighbours, with the phrases found in it."""

    line: Line
    hits: tuple[Hit, ...]
    before: Line | None
    after: Line | None


# What the pieces must cover of a line for it to be furniture entirely: all but a stray mark.
WHOLE = 0.85

# A line whose words are counters in this share is nothing else.
COUNTED = 0.6

# 1/7, 00:00 / 03:41
_COUNTER = re.compile(r"^[\d\s:.,|]*\d\s*/\s*\d[\d\s:.,|/]*$")

# Photograph 4 of 9, whatever is counted
_COUNTED = re.compile(
    r"\b\d{1,3}\s+(?:of|из|з|із|من|من أصل|از|מתוך)\s+\d{1,3}\b(?!\s*(?:%|percent))"
)
COUNTED_WORDS = 6

# What makes a line part of a page though its words do not: set by looking at pages.
NEAR = 0.7  # how much less is asked beside furniture
WEDGED = 5  # words of a line between two of one kind
AGAIN_WORDS, BRIEF_WORDS, OFTEN = 4, 25, 3
_QUOTED = re.compile('["“”„«‘‹]')

Rule = Callable[[Spot], tuple[Piece, ...]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line with the phrases and the furniture found in it; `kind` when it is furniture entirely."""

    line: Line
    hits: tuple[Hit, ...]
    pieces: tuple[Piece, ...]
    kind: str | None


def furniture(lines: list[Line]) -> list[Labelled]:
    """The lines labelled: the first rule with an opinion wins; no pieces means prose. What a line
    alone leaves open is then told by its neighbours and by its coming again."""
    out: list[Labelled] = []
    for n, line in enumerate(lines):
        before = lines[n - 1] if n else None
        after = lines[n + 1] if n + 1 < len(lines) else None
        spot = Spot(line, tuple(hits(line)), before, after)
        pieces = next((found for rule in RULES if (found := rule(spot))), ())
        out.append(Labelled(line, spot.hits, pieces, whole(pieces, line)))
    again = _again(lines)
    for n, item in enumerate(out):
        if item.kind is None and not item.pieces and len(item.line.text) <= cues.LONGEST:
            told = _among(out, n, again)
            if told:
                piece = Piece(told[0], 0, len(item.line.text), told[1])
                out[n] = Labelled(item.line, item.hits, (piece,), told[0])
    return out


def _again(lines: list[Line]) -> frozenset[tuple[str, ...]]:
    """Short lines that stand in so many places of the document that they are part of its pages."""
    seen = Counter(line.words for line in lines if AGAIN_WORDS <= len(line.words) <= BRIEF_WORDS)
    return frozenset(said for said, count in seen.items() if count >= OFTEN)


def _among(
    items: list[Labelled], n: int, again: frozenset[tuple[str, ...]]
) -> tuple[str, str] | None:
    """The kind that a line's neighbours or its coming again give it, and why."""
    line = items[n].line
    above = items[n - 1].kind if n else None
    below = items[n + 1].kind if n + 1 < len(items) else None
    near = (above in cues.KINDS) + (below in cues.KINDS)
    repeats = line.words in again and not _QUOTED.search(line.text)
    if not near and not repeats:
        return None
    told = cues.told(line)
    if repeats:
        return (told.kind if told.value else "boilerplate"), "the same line in several places"
    if told.value and told.value + near * NEAR >= told.asked:
        return told.kind, f"{told.kind}: words and shape beside furniture"
    short = len(line.words) <= WEDGED and not sentence_end(line.text)
    if short and above == below and above in cues.KINDS:
        return str(above), f"between lines of {above}"
    return None


def whole(pieces: tuple[Piece, ...], line: Line) -> str | None:
    """The kind of a line that is furniture from end to end (the longest piece names it)."""
    if not pieces or sum(p.stop - p.start for p in pieces) < WHOLE * len(line.text):
        return None
    return max(pieces, key=lambda p: (p.stop - p.start, -p.start)).kind


def _all(spot: Spot, kind: str, because: str) -> tuple[Piece, ...]:
    return (Piece(kind, 0, len(spot.line.text), because),)


def no_words(spot: Spot) -> tuple[Piece, ...]:
    """A line of rules or stars between items."""
    return () if spot.line.words else _all(spot, "residue", "no words")


def repeated(spot: Spot) -> tuple[Piece, ...]:
    """The same line again, or a standfirst whose words the next line begins with."""
    line, before, after = spot.line, spot.before, spot.after
    if before and line.words and line.words == before.words:
        return _all(spot, "repeated-lede", "same as the line before")
    if not after or len(line.words) < REPEATED_WORDS or len(after.words) <= len(line.words):
        return ()
    head = set(after.words[: len(line.words) + 6])
    same = sum(w in head for w in line.words)
    if after.words[:3] == line.words[:3] and same >= REPEATED * len(line.words):
        return _all(spot, "repeated-lede", "next line begins with the same words")
    return ()


def widget(spot: Spot) -> tuple[Piece, ...]:
    """Comment widgets."""
    return _phrased(spot, "furniture_comments", "comments")


def residue(spot: Spot) -> tuple[Piece, ...]:
    """List counters, player controls, other words of page machinery."""
    text = spot.line.text
    brief = len(spot.line.words) <= COUNTED_WORDS and not sentence_end(text)
    if _COUNTER.match(text) or (brief and _COUNTED.search(text)):
        return _all(spot, "residue", "residue: counter")
    counted = {
        n
        for h in spot.hits
        if h.phrase.list == "furniture_residue" and h.phrase.tag == "any"
        for n in range(h.first, h.last)
    }
    if counted and len(counted) >= COUNTED * len(spot.line.words):
        return _all(spot, "residue", "residue: counters")
    found = _phrased(spot, "furniture_residue", "residue", sentence=False)
    if not found or found[0].stop - found[0].start == len(spot.line.text):
        return found
    rest = _beside(spot, found)
    return tuple(sorted((*found, *rest), key=lambda p: p.start))


def _beside(spot: Spot, found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A short line with a picture counter is otherwise a caption."""
    first = found[0]
    credited = credit(spot.line, spot.hits)
    if credited:
        return tuple(
            Piece(k, a, min(b, first.start) if a < first.start else b, "picture credit")
            for k, a, b in credited
            if (min(b, first.start) if a < first.start else b) > a
            and not first.start <= a < first.stop
        )
    left = spot.line.text[: first.start].strip()
    return (Piece("caption", 0, first.start, "picture counter"),) if 0 < len(left) <= SHORT else ()


def appeal(spot: Spot) -> tuple[Piece, ...]:
    """Subscriptions, donations, rights notices, menus."""
    return _phrased(spot, "furniture_boilerplate", "boilerplate")


def picture(spot: Spot) -> tuple[Piece, ...]:
    """Photo credits and the captions they stand beside."""
    return tuple(Piece(kind, a, b, "picture credit") for kind, a, b in credit(spot.line, spot.hits))


def signed(spot: Spot) -> tuple[Piece, ...]:
    """A byline."""
    return _all(spot, "byline", "byline") if byline(spot.line, spot.hits) else ()


def published(spot: Spot) -> tuple[Piece, ...]:
    """A line that is nothing but date, outlet and names."""
    return _all(spot, "dateline", "publication line") if publication(spot.line, spot.hits) else ()


def signed_bare(spot: Spot) -> tuple[Piece, ...]:
    """A name and an outlet with a dash between them."""
    return _all(spot, "byline", "name and outlet") if bare_byline(spot.line, spot.hits) else ()


def cued(spot: Spot) -> tuple[Piece, ...]:
    """A short line whose words together speak of a page, though no list has its phrase."""
    if len(spot.line.text) > cues.LONGEST:
        return ()
    told = cues.told(spot.line)
    return (
        _all(spot, told.kind, f"{told.kind}: words and shape") if told.value >= told.asked else ()
    )


def dated(spot: Spot) -> tuple[Piece, ...]:
    """Place, day and agency before the first sentence."""
    stop = dateline(spot.line, spot.hits)
    return (Piece("dateline", 0, stop, "dateline"),) if stop else ()


RULES: tuple[Rule, ...] = (
    no_words,
    repeated,
    residue,
    picture,
    signed,
    published,
    widget,
    appeal,
    signed_bare,
    dated,
    cued,
)


def _phrased(spot: Spot, name: str, kind: str, sentence: bool = True) -> tuple[Piece, ...]:
    """The whole line when it is short, else the sentence (or just the words) of the phrase."""
    line = spot.line
    for hit in spot.hits:
        if hit.phrase.list != name or not _holds(line, hit):
            continue
        because = f"{kind}: {' '.join(hit.phrase.words)}"
        start, stop = line.places[hit.first][0], line.places[hit.last - 1][1]
        rest = len(line.text) - (stop - start)
        if hit.phrase.tag != "any" or (sentence and len(line.text) <= SHORT) or rest <= 12:
            return (Piece(kind, 0, len(line.text), because),)
        if sentence:
            start, stop = _sentence(line.text, start, stop)
        return (Piece(kind, start, stop, because),)
    return ()


def _holds(line: Line, hit: Hit) -> bool:
    """Whether the phrase stands where its list says that it counts."""
    spare = [w for w in (*line.words[: hit.first], *line.words[hit.last :]) if not w.isdigit()]
    if hit.phrase.tag == "whole":
        return not spare
    if hit.phrase.tag == "start":
        if hit.first or line.text[0] in OPENING:
            return False
        if hit.phrase.then or not spare:
            return len(line.text) <= SHORT
        if len(hit.phrase.words) > 1 or hit.phrase.words[0].endswith("*"):
            return len(line.text) <= SHORT
        return len(line.text) <= ONE_WORD and not sentence_end(line.text)
    return len(hit.phrase.words) > 1 or len(line.text) <= SHORT


def _sentence(text: str, start: int, stop: int) -> tuple[int, int]:
    """From the end of the sentence before to the end of this one."""
    a = max(
        (
            text.rfind(mark, 0, start) + len(mark)
            for mark in (". ", "! ", "? ", "؟ ")
            if mark in text[:start]
        ),
        default=0,
    )
    ends = [text.find(mark, stop) for mark in (". ", "! ", "? ", "؟ ")]
    b = min((e + 1 for e in ends if e >= 0), default=len(text))
    return a, b

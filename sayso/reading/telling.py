"""What does one reader of cues hand over: who tells what, by which words, before chains are built?"""

from collections.abc import Iterable
from dataclasses import dataclass

Piece = tuple[int, int]

EDGE = frozenset(" \t\r\n\u00a0\u200e\u200f,.;:-–—،؛…*•")
PAIRS = {"“": "”", "«": "»", "„": "“”", '"': '"״', "‘": "’", "'": "'", "״": "״", "(": ")", "[": "]"}
CLOSERS = frozenset("”»\"'’)]״")


@dataclass(frozen=True, slots=True)
class Telling:
    """One attribution as found, in offsets of the stretch or page it was read from.

    `kind` is the class of the cue (say, write, believe, want, promise, order, ask, deny, confirm,
    refuse, show, suppose). `over` is a teller with the same content outside this one ("as X
    reports with reference to Y"). `rule` is the reason that found it; `notes` say
    what a tagger went by ("cue: …", "holder: …", "content: …").
    """

    rule: str
    kind: str
    content: tuple[Piece, ...]
    holder: Piece | None = None
    cue: Piece | None = None
    medium: Piece | None = None
    antecedent: Piece | None = None
    negated: bool = False
    over: tuple["Telling", ...] = ()
    notes: tuple[str, ...] = ()

    def moved(self, by: int) -> "Telling":
        """The same telling with every offset moved."""

        def at(piece: Piece | None) -> Piece | None:
            return (piece[0] + by, piece[1] + by) if piece else None

        return Telling(
            self.rule,
            self.kind,
            tuple((a + by, b + by) for a, b in self.content),
            at(self.holder),
            at(self.cue),
            at(self.medium),
            at(self.antecedent),
            self.negated,
            tuple(t.moved(by) for t in self.over),
            self.notes,
        )

    @property
    def reach(self) -> Piece:
        """From the first to the last word of holder, cue and content."""
        parts = [*self.content, *(p for p in (self.holder, self.cue) if p)]
        return min(a for a, _ in parts), max(b for _, b in parts)


def trimmed(text: str, start: int, stop: int) -> Piece | None:
    """The piece without outer white space, commas, stops and dashes; None when nothing is left.

    Quotation marks and brackets go only when they enclose the whole piece, or stand unmatched.

    >>> trimmed("He said, “wait.”", 8, 16)
    (10, 14)
    """
    while start < stop:
        if text[start] in EDGE:
            start += 1
        elif text[stop - 1] in EDGE and not _abbreviation(text, start, stop):
            stop -= 1
        elif text[start] in PAIRS and text[stop - 1] in PAIRS[text[start]] and stop - start > 1:
            if any(c in text[start + 1 : stop - 1] for c in PAIRS[text[start]]):
                break
            start, stop = start + 1, stop - 1
        elif _unmatched_start(text, start, stop):
            start += 1
        elif _unmatched_stop(text, start, stop):
            stop -= 1
        else:
            break
    return (start, stop) if start < stop else None


def _abbreviation(text: str, start: int, stop: int) -> bool:
    """Whether the piece ends in a full stop that belongs to the word ("the U.S.")."""
    return text[stop - 1] == "." and stop - start > 3 and text[stop - 3] == "."


def _unmatched_start(text: str, start: int, stop: int) -> bool:
    mark = text[start]
    return (mark in CLOSERS and mark not in PAIRS) or (
        mark in PAIRS and not any(c in text[start + 1 : stop] for c in PAIRS[mark])
    )


def _unmatched_stop(text: str, start: int, stop: int) -> bool:
    mark = text[stop - 1]
    if mark == "’" or mark == "'":
        return not any(c in text[start : stop - 1] for c in "‘'") and not text[stop - 2].isalpha()
    if mark in CLOSERS:
        return not any(m in text[start : stop - 1] for m, c in PAIRS.items() if mark in c)
    return mark in PAIRS and mark not in CLOSERS


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces in order, those that touch or overlap made one."""
    out: list[Piece] = []
    for a, b in sorted(pieces):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return tuple(out)


def without(piece: Piece, holes: Iterable[Piece]) -> tuple[Piece, ...]:
    """What is left of the piece outside the holes."""
    out: list[Piece] = []
    at, stop = piece
    for a, b in joined(holes):
        if b <= at or a >= stop:
            continue
        if a > at:
            out.append((at, a))
        at = max(at, b)
    if at < stop:
        out.append((at, stop))
    return tuple(out)


def tidy(text: str, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces trimmed, the empty ones and those without a letter or digit dropped."""
    kept = (trimmed(text, a, b) for a, b in pieces)
    return tuple(p for p in kept if p and any(c.isalnum() for c in text[p[0] : p[1]]))


def inside(inner: Iterable[Piece], outer: Iterable[Piece]) -> bool:
    """Whether every inner piece lies within one of the outer ones."""
    outs = tuple(outer)
    return all(any(a <= c and d <= b for a, b in outs) for c, d in inner)


def meets(one: Piece, other: Piece) -> bool:
    """Whether the two share a code point."""
    return one[0] < other[1] and other[0] < one[1]

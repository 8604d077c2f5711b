"""Which lines does a document have, and which words stand in each?"""

import re
from dataclasses import dataclass

from sayso.language.identify import runs
from sayso.model.text import Document

# Marks that written words carry or lack at will: Hebrew points, Arabic vowel signs, joiners.
_MARKS = re.compile("[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u200c-\u200f]")
_WORD = re.compile(
    r"\d+|[^\W\d](?:[^\W\d]|[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d])*"
)

# Letters that stand for one another in everyday typing, one for one so that offsets stay.
_SAME = str.maketrans("’ʼ`׳״ёأإآٱىیکۀؤـ\u00a0", "''''\"еااااييكهو  ")


TOLD_BY = 240  # characters of a line that tell its language


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: document offsets without edge white space, its words folded.

    `places` are the words' [start, stop) within `text`.
    """

    start: int
    stop: int
    text: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    language: str


def fold(text: str) -> str:
    """The text in lower case with interchangeable letters made one; the same length.

    >>> fold("Ёлка’s")
    "елка's"
    """
    lowered = text.lower()
    return (lowered if len(lowered) == len(text) else text).translate(_SAME)


def words(text: str) -> list[tuple[str, int, int]]:
    """The folded words of a text with their [start, stop) in it; numbers are words of their own.

    >>> [w for w, _, _ in words("Slide 2 of 4Image")]
    ['slide', '2', 'of', '4', 'image']
    """
    folded = fold(text)
    found = [(m[0], *m.span()) for m in _WORD.finditer(folded)]
    if not _MARKS.search(folded):
        return found
    return [(bare, a, b) for w, a, b in found if (bare := _MARKS.sub("", w))]


def lines(document: Document) -> list[Line]:
    """The document's lines in order, each with its language (the collector's word goes first)."""
    spots: list[tuple[int, int]] = []
    at = 0
    for raw in document.text.splitlines(keepends=True):
        core = raw.strip()
        if core:
            start = at + raw.index(core)
            spots.append((start, start + len(core)))
        at += len(raw)
    texts = [document.text[a:b] for a, b in spots]
    told = document.metadata.language
    spoken = (
        [told.text] * len(texts)
        if told and told.basis != "meta"
        else runs([t[:TOLD_BY] for t in texts])
    )
    return [
        _line(text, start, stop, language)
        for text, (start, stop), language in zip(texts, spots, spoken, strict=True)
    ]


def _line(text: str, start: int, stop: int, language: str) -> Line:
    found = words(text)
    return Line(
        start,
        stop,
        text,
        tuple(w for w, _, _ in found),
        tuple((a, b) for _, a, b in found),
        language,
    )

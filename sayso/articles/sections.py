"""Which part of the paper did an article stand in? A line that names it, or a path of sections."""

import re
from functools import cache
from typing import NamedTuple

from sayso.articles.lines import words
from sayso.lexicon.load import lexicon
from sayso.settings import LANGUAGES

_STEPS = re.compile(r"\s*[>›»→⟩❯]\s*|\s+[/|‹«<]\s+")
SECTION_WORDS = 4  # words of a section's name; a longer part of a path is the headline
LONGEST = 120  # characters of such a line


class Named(NamedTuple):
    """A section as [start, stop) of the line that names it."""

    start: int
    stop: int


@cache
def said(kind: str) -> frozenset[tuple[str, ...]]:
    """The phrases of one kind in all languages, as folded words."""
    return frozenset(
        tuple(w for w, _, _ in words(phrase))
        for language in LANGUAGES
        for phrase, (told,) in lexicon(language, "sections").entries.items()
        if told == kind
    )


def section(text: str) -> Named | None:
    """What a line above the body names as the article's section; None for any other line.

    >>> section("Home > World > Northern shore")
    Named(start=15, stop=29)
    """
    if len(text) > LONGEST:
        return None
    return _labelled(text) or _path(text)


def _labelled(text: str) -> Named | None:
    """Section: World; Рубрика: Экономика; מדור: כלכלה"""
    label, colon, rest = text.partition(":")
    name = rest.strip()
    if not colon or not _short(name) or _folded(label) not in said("label"):
        return None
    start = text.index(name, len(label) + 1)
    return Named(start, start + len(name))


def _path(text: str) -> Named | None:
    """Home > World > …: the last short step after the word for the front page."""
    spots: list[tuple[int, int]] = []
    at = 0
    for m in [*_STEPS.finditer(text), None]:
        spots.append((at, m.start() if m else len(text)))
        at = m.end() if m else at
    if len(spots) < 2 or _folded(text[slice(*spots[0])]) not in said("home"):
        return None
    kept = [(a, b) for a, b in spots[1:] if _short(text[a:b].strip())]
    return Named(*kept[-1]) if kept else None


def _folded(text: str) -> tuple[str, ...]:
    return tuple(w for w, _, _ in words(text))


def _short(name: str) -> bool:
    return 0 < len(_folded(name)) <= SECTION_WORDS and not any(c.isdigit() for c in name)

"""Which headlines stand joined at the top of a heap, and whose are they?"""

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.articles.cohesion import terms
from sayso.articles.lines import Line, words

# Where two headlines were glued: a small letter, digit or closing mark, then, without a space, a
# capital, an opening quotation mark, or a letter of another script.
_GLUE = re.compile(
    r"(?<=[a-zа-яёіїєґ0-9»”?!…])(?=[A-ZА-ЯЁІЇЄҐ«“][^\W\d_])"
    r"|(?<=[A-Za-zА-Яа-яёіїєґ0-9])(?=[\u05d0-\u05ea\u0620-\u064a])"
    r"|(?<=[\u05d0-\u05ea\u0620-\u06cc])(?=[A-Za-zА-Яа-яёіїєґІЇЄҐ«])"
    r"|(?<=[\u05d0-\u05ea][\"”»])(?=[\u0620-\u064aA-Za-zА-Яа-яІЇЄҐ])"
    r"|(?<=[\u05d0-\u05ea])(?=[\u0620-\u064a])|(?<=[\u0620-\u064a])(?=[\u05d0-\u05ea])"
)
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
TOP = 4  # lines from the top in which joined headlines are looked for
ROOT = 4  # letters that two forms of one word have in common
SHARED = 0.34  # of a headline's words, what an article's first lines must hold


def joined(lines: Sequence[Line]) -> dict[int, list[tuple[int, int]]]:
    """Lines at the top that are headlines run together: line number -> [start, stop) pieces."""
    out: dict[int, list[tuple[int, int]]] = {}
    for n, line in enumerate(lines[:TOP]):
        if line.text.rstrip().endswith((".", "…", "،", ":", ";")):
            break
        glued = (m.start() for m in _GLUE.finditer(line.text))
        inner = [at for at in glued if not _one_word(line.text, at, lines[n + 1 :])]
        cuts = [0, *inner, len(line.text)]
        pieces = [(a, b) for a, b in pairwise(cuts) if b - a >= 12]
        if len(pieces) < 2 or len(pieces) < len(cuts) - 2 or (n and n - 1 not in out):
            break
        out[n] = pieces
    return out


def _one_word(text: str, at: int, others: Sequence[Line]) -> bool:
    """Whether the letters around the place are one word of the heap, such as WeWork or MacBook."""
    left, right = _WORD_BEFORE.search(text, 0, at), _WORD_AFTER.match(text, at)
    if not left or not right:
        return False
    whole = re.compile(rf"(?<!\w){re.escape(left[0] + right[0])}(?!\w)")
    return len(left[0]) < 2 or any(whole.search(line.text) for line in others)


def match(headlines: Sequence[str], openings: Sequence[Sequence[str]]) -> dict[int, int]:
    """Article -> headline, by the share of the headline's words among the article's first lines.

    The best pair goes first; either side may stay unmatched.
    """
    pairs: list[tuple[float, int, int]] = []
    for h, headline in enumerate(headlines):
        wanted = set(terms([w for w, _, _ in words(headline)]))
        for a, opening in enumerate(openings):
            shared = len(wanted & set(terms(opening))) / len(wanted) if wanted else 0.0
            if shared >= SHARED:
                pairs.append((-shared, h, a))
    out: dict[int, int] = {}
    used: set[int] = set()
    for _, h, a in sorted(pairs):
        if a not in out and h not in used:
            out[a] = h
            used.add(h)
    return out


def remaining(
    headlines: Sequence[tuple[str, str]], openings: Sequence[tuple[str, Sequence[str]]]
) -> dict[int, int]:
    """Article -> headline where a language has exactly one of each left and they share a root.

    Both come as (language, words), the language "" where they are already taken.
    """
    out: dict[int, int] = {}
    for language in sorted({said for said, _ in headlines if said}):
        left = [n for n, (said, _) in enumerate(headlines) if said == language]
        free = [n for n, (said, _) in enumerate(openings) if said == language]
        if len(left) == len(free) == 1:
            wanted = _roots([w for w, _, _ in words(headlines[left[0]][1])])
            if wanted & _roots(openings[free[0]][1]):
                out[free[0]] = left[0]
    return out


def _roots(said: Sequence[str]) -> set[str]:
    return {term[:ROOT] for term in terms(said) if len(term) >= ROOT}

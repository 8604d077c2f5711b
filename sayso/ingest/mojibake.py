"""Was this text once decoded wrongly and saved so? Its probable reading, beside the words, never instead."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

# What UTF-8 is most often mistaken for, and which scripts' code pages are mistaken for Western Europe's.
MISTAKEN = ("cp1252", "latin-1", "cp1251", "cp1256", "cp1255", "koi8_r", "cp866")
PAGES = ("cp1251", "koi8_r", "cp866", "cp1256", "cp1255")

WEST = ("cp1252", "latin-1")

# What stands at the places of following bytes in Cyrillic, Arabic and Hebrew pages and in any text.
ORDINARY = "«»“”„‘’–—…№°·§©€¢£ґҐіІїЇєЄёЁ\u00a0\u200c\u200d\u200e\u200f،؛؟پچژگکھہے"

# Letters that make up over half of any text in each language of the pages; a reading has this share.
COMMON = {
    "cp1251": "оеаинтсрвлкмпі",
    "koi8_r": "оеаинтсрвлкмпі",
    "cp866": "оеаинтсрвлкмпі",
    "cp1256": "اليمونرتبهدع",
    "cp1255": "יוהלאתרבמשנדע",
}
SHARE = 0.6
MORE = 0.1

# Words that must be affected before a whole text is suspected; single odd names are left alone.
WORDS = 4

WESTERN = re.compile(r"(?<![A-Za-z])[\u00c0-\u00ff\u0152\u0153\u0160\u0161\u0178]{3,}(?![A-Za-z])")
FLIPPED = re.compile(r"\b[а-яё]?[А-ЯЁ]{2,}\b")
CYRILLIC = re.compile(r"\b[а-яёА-ЯЁ]{2,}\b")


class Repair(NamedTuple):
    """Where words of this kind begin, how many there are, and how the first of them reads."""

    at: int
    times: int
    stands: str
    reads: str
    because: str


def mojibake(text: str) -> tuple[str, ...]:
    """A sentence for each way in which parts of the text were decoded wrongly."""
    if text.isascii():
        return ()
    found = [repair for rule in RULES if (repair := rule(text))]
    return tuple(
        f"{r.times} stretches look like {r.because}, the first at character {r.at}: {r.stands!r} "
        f"probably reads {r.reads!r}; the text stays as it is"
        for r in found
    )


def utf8_mistaken(text: str) -> Repair | None:
    """UTF-8 read as a code page: pairs of a leading and a following byte that decode again."""
    letters = frozenset(text)
    best: tuple[int, Repair] | None = None
    for page in MISTAKEN:
        spots = list(_decodable(text, page)) if _possible(letters, page) else []
        covered = sum(len(stands) for _, stands, _ in spots)
        if spots and (best is None or covered > best[0]):
            at, stands, reads = spots[0]
            because = f"UTF-8 read as {page}"
            best = covered, Repair(at, len(spots), _short(stands), _short(reads), because)
    return best[1] if best else None


def page_mistaken(text: str) -> Repair | None:
    """A Cyrillic, Arabic or Hebrew code page read as Western Europe's: words of accents alone."""
    spots = list(WESTERN.finditer(text))
    if len(spots) < WORDS:
        return None
    words = " ".join(m.group() for m in spots[:200])
    best = max((_likeness(words, "cp1252", page), page) for page in PAGES)
    if best[0] < SHARE:
        return None
    first = spots[0]
    reads = _again(first.group(), "cp1252", best[1]) or ""
    because = f"{best[1]} read as cp1252"
    return Repair(first.start(), len(spots), _short(first.group()), _short(reads), because)


def cyrillic_mistaken(text: str) -> Repair | None:
    """One Cyrillic code page read as another: KOI8 has the small letters where Windows has the large."""
    spots = list(FLIPPED.finditer(text))
    if len(spots) < WORDS or len(spots) * 2 < sum(1 for _ in CYRILLIC.finditer(text)):
        return None
    words = " ".join(m.group() for m in spots[:200])
    for taken, meant in (("cp1251", "koi8_r"), ("koi8_r", "cp1251")):
        if _likeness(words, taken, meant) >= max(SHARE, _likeness(words, taken, taken) + MORE):
            first = spots[0]
            reads = _again(first.group(), taken, meant) or ""
            because = f"{meant} read as {taken}"
            return Repair(first.start(), len(spots), _short(first.group()), _short(reads), because)
    return None


RULES: tuple[Callable[[str], Repair | None], ...] = (
    utf8_mistaken,
    page_mistaken,
    cyrillic_mistaken,
)


@cache
def _letters(page: str) -> str:
    """The 256 characters of a code page; bytes it leaves out show as themselves."""
    return "".join(
        bytes([b]).decode(page, "replace").replace("\ufffd", chr(b)) or chr(b) for b in range(256)
    )


@cache
def _pairs(page: str) -> re.Pattern[str]:
    """At least two characters of UTF-8, or one of three bytes, as this page shows them."""
    shown = _letters(page)
    lead2, lead3 = re.escape(shown[0xC3:0xDC]), re.escape(shown[0xE2])
    follow = re.escape(shown[0x80:0xC0])
    return re.compile(f"(?:[{lead2}][{follow}]|{lead3}[{follow}]{{2}})+")


def _possible(letters: frozenset[str], page: str) -> bool:
    """Whether the text has letters at all that such a mistake leaves; spares most texts the search."""
    shown = _letters(page)
    if letters.isdisjoint(shown[0xC3:0xDC] + shown[0xE2]):
        return False
    ordinary = "" if page in WEST else ORDINARY
    return any(c in letters and c not in ordinary for c in shown[0x80:0xC0])


def _decodable(text: str, page: str) -> Iterator[tuple[int, str, str]]:
    """(place, as it stands, as it reads); letters that occur in real words must come in pairs."""
    for match in _pairs(page).finditer(text):
        stands = match.group()
        reads = _again(stands, page, "utf-8")
        if reads and (len(reads) > 1 or page in WEST) and _plausible(reads):
            yield match.start(), stands, reads


def _plausible(reads: str) -> bool:
    """Letters and marks of writing, not a second accident of bytes."""
    return all(c.isalpha() or c in "«»„“”‘’–—…№ \u00a0\u200c\u2009\u202f€" for c in reads)


def _again(words: str, page: str, meant: str) -> str | None:
    shown = _letters(page)
    try:
        return bytes(shown.index(c) for c in words).decode(meant)
    except ValueError:
        return None


def _likeness(words: str, page: str, meant: str) -> float:
    """The share of the language's common letters in the words, read as meant."""
    reads = _again(words, page, meant)
    letters = [c for c in (reads or "").lower() if not c.isspace()]
    return sum(c in COMMON[meant] for c in letters) / len(letters) if letters else 0.0


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:40]}…"

"""Where in a text do the phrases of a word list stand?"""

import re
from collections.abc import Iterator
from functools import cache

from sayso.lexicon.load import lexicon

APOSTROPHES = str.maketrans({"’": "'"})


@cache
def pattern(language: str, name: str) -> re.Pattern[str]:
    """One expression for all phrases of a list, the longest first, whole words only."""
    known = sorted(lexicon(language, name).entries, key=lambda w: (-len(w), w))
    body = "|".join(re.escape(w).replace(r"\ ", r"[ \u00a0]+").replace("'", "['’]") for w in known)
    return (
        re.compile(rf"(?<![\w])(?:{body})(?![\w])", re.IGNORECASE) if known else re.compile(r"(?!)")
    )


def phrases(
    text: str, language: str, name: str, start: int = 0, stop: int | None = None
) -> Iterator[tuple[int, int, str]]:
    """(start, stop, class) of the phrases of a list whose second column is a class."""
    entries = lexicon(language, name).entries
    for m in pattern(language, name).finditer(text, start, len(text) if stop is None else stop):
        row = entries.get(_key(m[0]), ("",))
        yield m.start(), m.end(), row[0]


def _key(words: str) -> str:
    return re.sub(r"\s+", " ", words.casefold().translate(APOSTROPHES))

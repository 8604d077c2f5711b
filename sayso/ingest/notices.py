"""What should a reader know before trusting the letters of this text? Reported, never changed."""

import re
from collections.abc import Callable

from sayso.ingest.mojibake import mojibake

UNSEEN = re.compile(
    "[\u00ad\u180e\u200b\u200d-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u206f]"
)

# Joiners and direction marks stand in ordinary Arabic, Persian, Hebrew and emoji.
ORDINARY = re.compile(
    "(?<=[\u0590-\u08ff])[\u200d-\u200f]|[\u200d-\u200f](?=[\u0590-\u08ff])|(?<=[\u2600-\U0001faff\ufe0f])\u200d"
    "|(?<=[\u0590-\u08ff][^\\w\\s])[\u200e\u200f]"
)

# Letters that look alike in Cyrillic and Latin, in the same order.
CYRILLIC = "асеорхуіјѕԁһАВЕКМНОРСТХУІЈЅ"
LATIN = "aceopxyijsdhABEKMHOPCTXYIJS"
LOOKALIKE = re.compile(
    f"\\b(?=\\w*[a-zA-Z])(?=\\w*[\u0400-\u04ff])(?:[{CYRILLIC}\\d_]*[a-zA-Z][a-zA-Z{CYRILLIC}\\d_]*"
    f"|[{LATIN}\\d_]*[\u0400-\u04ff][\u0400-\u04ff{LATIN}\\d_]*)\\b"
)
SHOWN = 5


def notices(text: str) -> tuple[str, ...]:
    """A sentence for each kind of thing that is not what it seems."""
    return tuple(said for rule in RULES for said in rule(text))


def unseen(text: str) -> tuple[str, ...]:
    """Characters that do not show but may turn, split or hide words."""
    usual = {m.start() for m in ORDINARY.finditer(text)}
    found = [(m.start(), m.group()) for m in UNSEEN.finditer(text) if m.start() not in usual]
    if not found:
        return ()
    kinds = sorted({c for _, c in found})
    told = ", ".join(f"U+{ord(c):04X} ({sum(f == c for _, f in found)})" for c in kinds)
    return (f"holds characters that do not show: {told}, the first at character {found[0][0]}",)


def lookalikes(text: str) -> tuple[str, ...]:
    """Words of two alphabets whose odd letters look like those of the other: a name that is none."""
    if text.isascii():
        return ()
    found = [(m.start(), m.group()) for m in LOOKALIKE.finditer(text)]
    if not found:
        return ()
    told = ", ".join(f"{word!r} at character {at}" for at, word in found[:SHOWN])
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return (f"holds words that mix Latin and Cyrillic letters that look alike: {told}{more}",)


RULES: tuple[Callable[[str], tuple[str, ...]], ...] = (unseen, lookalikes, mojibake)

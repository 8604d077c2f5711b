"""What does a line look like, whatever its words: name-like, heading-like, ended like a sentence?"""

import re

from sayso.articles.lines import Line

QUOTES = "\"“”„«»‘’‹›'״"
OPENING = '"“„«‘‹'
_END = re.compile("[.!?…؟۔。][\"”»’')\\]]*$")
_INITIAL = re.compile(r"^\w\.?$")
_ITEM = re.compile(r"^[#№(\[]?\s?(\d{1,3})[.):\]]\s")
_SPEAKER = re.compile(r"^([^\W\d][^\s:]*(?:\s[^\W\d][^\s:]*){0,2})\s?:\s")
_DASH = re.compile(r"^[-–—]\s")
_CLOCK = re.compile(
    r"^\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?|GMT|[A-Z]{2,4})?(?:$|\s?[-–—:|]\s)|^\d{1,2}\s?[ap]\.?m\.?$",
    re.IGNORECASE,
)
CASELESS = frozenset({"ar", "fa", "he"})

# A heading is a line of at most so many words and characters: the longest headlines of news sites
# have some 20 words. Chosen by looking at pages.
HEADING_WORDS = 20
HEADING_LENGTH = 150


def sentence_end(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    return bool(_END.search(text))


def caseless(language: str) -> bool:
    """Whether the language's script has no capitals."""
    return language in CASELESS


def heading(line: Line) -> bool:
    """Whether the line has the shape of a headline or subheading."""
    text = line.text
    if not 1 < len(line.words) <= HEADING_WORDS or len(text) > HEADING_LENGTH:
        return False
    if text[0] in "-–—•*([" or text[-1] in ",:;" or text[0].islower():
        return False
    if text[-1] in "?!؟":
        return len(line.words) <= 12
    return not sentence_end(text) or text.endswith(("...", "…"))


def named(words: list[str]) -> bool:
    """Whether two to four written words look like a person's name (in scripts with capitals)."""
    return 2 <= len(words) <= 4 and all(w[:1].isupper() or _INITIAL.match(w) for w in words)


def capital_share(line: Line) -> float:
    """The share of the line's longer words that begin with a capital."""
    long = [a for (a, b) in line.places if b - a > 3 and not line.text[a].isdigit()]
    return sum(line.text[a].isupper() for a in long) / len(long) if long else 0.0


def numbered(line: Line) -> int | None:
    """The number of a list item: 4. …, 4) …, #4 …"""
    found = _ITEM.match(line.text)
    return int(found.group(1)) if found else None


def speaker(line: Line) -> str:
    """Who speaks, where a label, or a dash, opens a line of an interview; "" in other lines."""
    found = _SPEAKER.match(line.text)
    if found:
        return found.group(1).casefold()
    return "-" if _DASH.match(line.text) else ""


def clock(line: Line) -> bool:
    """Whether a time of day stands alone, as over the entries of a live page, or opens the line."""
    return bool(_CLOCK.match(line.text))

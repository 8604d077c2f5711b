"""What does a line look like, whatever its words: name-like, heading-like, ended like a sentence?"""

import re

from sayso.articles.lines import Line

QUOTES = "\"“”„«»‘’‹›'״"
OPENING = '"“„«‘‹'
_END = re.compile("[.!?…؟۔。][\"”»’')\\]]*$")
_INITIAL = re.compile(r"^\w\.?$")
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

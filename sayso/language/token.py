"""What is a token, and what is a sentence of tokens? Offsets count from the string that was given."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark at [start, stop) of the string given.

    `pos` (UPOS), `dep` (UD-like for ru, spaCy's labels for en), `head` (index in the sentence, its own
    for a root) and `morph` ("Case=Nom|…") are known only where the language has a parser.
    """

    start: int
    stop: int
    text: str
    lemma: str = ""
    pos: str = ""
    dep: str = ""
    head: int = -1
    morph: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens, all in offsets of the string given to the parser."""

    start: int
    stop: int
    tokens: tuple[Token, ...]

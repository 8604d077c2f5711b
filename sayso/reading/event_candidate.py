"""Who may take part in an event? A name, or a noun for people, with the role that a small word gives it."""

from typing import NamedTuple

from sayso.language.morph import forms
from sayso.lexicon.load import words

KINDS = ("PER", "ORG", "LOC")


class Candidate(NamedTuple):
    """A name or a noun for people, in local offsets. `role`: what the word before it makes of it."""

    start: int
    stop: int
    mention: str | None
    kind: str
    role: str = ""
    body: bool = False  # a body such as the police, which does more often than it suffers

    @property
    def at(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.stop


def titled(noun: str, language: str) -> bool:
    """Whether the noun can stand before a person's name as a title."""
    titles, word = words(language, "titles"), noun.split()[-1]
    return word.lower() in titles or any(f in titles for f in forms(word, language))

"""Which phrases of our word lists stand in a line, and where?"""

from functools import cache
from typing import NamedTuple

from sayso.articles.lines import Line, words
from sayso.lexicon.load import lexicon
from sayso.settings import LANGUAGES


class Phrase(NamedTuple):
    """A phrase of a word list: its words (`#` any number, a 0 in the list, `…*` any ending), its column, its list.

    `then` is the punctuation that must follow it, if any.
    """

    words: tuple[str, ...]
    then: str
    tag: str
    list: str
    language: str


class Hit(NamedTuple):
    """A phrase found: from word `first` up to, not including, word `last`."""

    phrase: Phrase
    first: int
    last: int


LISTS = (
    "furniture_comments",
    "furniture_residue",
    "furniture_boilerplate",
    "furniture_captions",
    "byline",
    "publication",
    "agencies",
    "outlets",
    "openers",
    "weekdays",
)
STEM = 4  # letters of an open-ended first word under which it is filed


@cache
def _index() -> dict[str, tuple[Phrase, ...]]:
    """Phrases of all languages by their first word; a longer phrase before a shorter one."""
    found: dict[str, list[Phrase]] = {}
    for name in LISTS:
        for language in LANGUAGES:
            for written, row in lexicon(language, name).entries.items():
                phrase = _phrase(written, row[0] if row else name, name, language)
                if phrase.words:
                    found.setdefault(_key(phrase.words[0]), []).append(phrase)
    return {k: tuple(sorted(v, key=lambda p: (-len(p.words), p))) for k, v in found.items()}


def _key(word: str) -> str:
    return word[:STEM] + "*" if word.endswith("*") else word


def _phrase(written: str, tag: str, name: str, language: str) -> Phrase:
    then = written[-1] if written[-1] in ":-" else ""
    marked = written.replace("*", "\u0660")
    parts = tuple(
        "#" if w == "0" else w.replace("\u0660", "*") if w.endswith("\u0660") else w
        for w, _, _ in words(marked)
    )
    return Phrase(parts, then, tag, name, language)


def hits(line: Line) -> list[Hit]:
    """All phrases in the line, in order; a word may open several."""
    index = _index()
    out: list[Hit] = []
    for at, word in enumerate(line.words):
        options = index.get(word, ())
        if word[0].isdigit():
            options = (*options, *index.get("#", ()))
        if len(word) >= STEM:
            options = (*options, *index.get(word[:STEM] + "*", ()))
        out.extend(Hit(p, at, at + len(p.words)) for p in options if _matches(line, at, p))
    return out


def _matches(line: Line, at: int, phrase: Phrase) -> bool:
    stop = at + len(phrase.words)
    if stop > len(line.words):
        return False
    for wanted, word in zip(phrase.words, line.words[at:stop], strict=True):
        if wanted == "#":
            if not word.isdigit():
                return False
        elif wanted.endswith("*"):
            if not word.startswith(wanted[:-1]):
                return False
        elif wanted != word:
            return False
    if not phrase.then:
        return True
    rest = line.text[line.places[stop - 1][1] :].lstrip()[:1]
    return rest == ":" if phrase.then == ":" else rest in ("-", "–", "—")

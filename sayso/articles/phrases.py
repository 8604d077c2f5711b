"""Which phrases of our word lists stand in a line, and where?"""

from functools import cache, lru_cache
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
BRIEF = 300  # characters up to which a line may be a byline or publication line
STEM = 4  # letters of an open-ended first word under which it is filed


class Filed(NamedTuple):
    """The phrases that a word may open: of one word, by their second word, and the rest."""

    alone: tuple[Phrase, ...]
    second: dict[str, tuple[Phrase, ...]]
    open: tuple[Phrase, ...]


Index = dict[str, tuple[Phrase, ...]]
START, SHORT, ANYWHERE = range(3)  # where in which line a word stands


@cache
def _indices() -> tuple[Index, Index, Index]:
    """Phrases by first word: those that may open a line, stand in a short line, stand anywhere.
    What counts only at the start or in short lines is not looked for elsewhere."""
    found: list[Phrase] = []
    for name in LISTS:
        for language in LANGUAGES:
            for written, row in lexicon(language, name).entries.items():
                found.append(_phrase(written, row[0] if row else name, name, language))
    brief = [p for p in found if p.tag not in ("start", "whole", "caption", "openers")]
    anywhere = [p for p in brief if p.list != "publication"]
    return _by_word(found), _by_word(brief), _by_word(anywhere)


def _by_word(phrases: list[Phrase]) -> Index:
    out: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        if any(w != "#" for w in phrase.words):
            out.setdefault(_key(phrase.words[0]), []).append(phrase)
    return {key: tuple(options) for key, options in out.items()}


@lru_cache(maxsize=131072)
def _filed(word: str, where: int) -> Filed | None:
    """The phrases that this word may open there; None for most words."""
    index = _indices()[where]
    options = [*index.get(word, ())]
    if word[0].isdigit():
        options += index.get("#", ())
    if len(word) >= STEM:
        options += [p for p in index.get(word[:STEM] + "*", ()) if _fits(p.words[0], word)]
    if not options:
        return None
    options.sort(key=lambda p: (-len(p.words), p))
    second: dict[str, tuple[Phrase, ...]] = {}
    more: list[Phrase] = []
    for phrase in options:
        if len(phrase.words) > 1 and phrase.words[1] != "#" and phrase.words[1][-1] != "*":
            second[phrase.words[1]] = (*second.get(phrase.words[1], ()), phrase)
        elif len(phrase.words) > 1:
            more.append(phrase)
    return Filed(tuple(p for p in options if len(p.words) == 1), second, tuple(more))


def _key(word: str) -> str:
    return word[:STEM] + "*" if word.endswith("*") else word


def _phrase(written: str, tag: str, name: str, language: str) -> Phrase:
    then = written[-1] if written[-1] in ":-" else ""
    parts = tuple(part for token in written.split() for part in _parts(token))
    return Phrase(parts, then, tag, name, language)


def _parts(token: str) -> list[str]:
    """The folded words of one written word; the last keeps its star."""
    found = ["#" if w == "0" else w for w, _, _ in words(token.removesuffix("*"))]
    return [*found[:-1], f"{found[-1]}*"] if found and token.endswith("*") else found


def hits(line: Line) -> list[Hit]:
    """All phrases in the line, in order; a word may open several, the longer ones first."""
    rest = SHORT if len(line.text) <= BRIEF else ANYWHERE
    said = line.words
    out: list[Hit] = []
    for at, word in enumerate(said):
        filed = _filed(word, rest if at else START)
        if filed is None:
            continue
        options = filed.alone
        if at + 1 < len(said):
            longer = filed.second.get(said[at + 1], ()) + filed.open
            if longer:
                options = (*sorted(longer, key=_longest), *options)
        out += [Hit(p, at, at + len(p.words)) for p in options if _matches(line, at, p)]
    return out


def _longest(phrase: Phrase) -> int:
    return -len(phrase.words)


def _matches(line: Line, at: int, phrase: Phrase) -> bool:
    stop = at + len(phrase.words)
    if stop > len(line.words):
        return False
    if not all(map(_fits, phrase.words, line.words[at:stop])):
        return False
    if not phrase.then:
        return True
    rest = line.text[line.places[stop - 1][1] :].lstrip()[:1]
    return rest == ":" if phrase.then == ":" else rest in ("-", "–", "—")


def _fits(wanted: str, word: str) -> bool:
    if wanted == word:
        return True
    if wanted == "#":
        return word.isdigit()
    return wanted[-1] == "*" and word.startswith(wanted[:-1])

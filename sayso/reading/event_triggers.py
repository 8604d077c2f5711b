"""Which words of a sentence tell that something happened, and of what kind?"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sayso.language.morph import fold, forms
from sayso.language.parse import parse
from sayso.language.tokens import tokens
from sayso.lexicon.load import lexicon, words
from sayso.model.page import Page
from sayso.reading.grammar import Tree

PARSED = ("en", "ru")
BY_BEGINNING = ("ru", "uk")  # languages whose lists hold beginnings of words
SHORTEST = 4  # letters of a beginning
OBJECTS = ("dobj", "obj", "pobj", "obl")
NOUNS = ("explode", "disaster")  # kinds that a noun tells by itself
HARM = ("die", "injure")  # beside them a noun of disaster is their cause, no event of its own


class Trigger(NamedTuple):
    """A word of happening: its place, its kind, and where it stands in a parse, if there is one."""

    start: int
    stop: int
    kind: str
    tree: Tree | None = None
    at: int = -1
    offset: int = 0


@cache
def beginnings(language: str, name: str) -> tuple[tuple[str, str], ...]:
    """(beginning, its class), the longest first."""
    rows = ((w, row[0] if row else "") for w, row in lexicon(language, name).entries.items())
    return tuple(sorted(rows, key=lambda r: (-len(r[0]), r[0])))


@cache
def _folded(language: str, name: str) -> dict[str, str]:
    entries = lexicon(language, name).entries
    return {fold(w): row[0] if row else "" for w, row in sorted(entries.items())}


def listed(word: str, language: str, name: str) -> str | None:
    """The class that a list gives a word, "" for a list without classes, None when it is not there."""
    if language in BY_BEGINNING:
        plain = word.lower()
        hits = (k for w, k in beginnings(language, name) if plain.startswith(w))
        return next(hits, None) if len(plain) >= min(SHORTEST, len(word)) else None
    known = _folded(language, name)
    return next((known[f] for f in forms(word, language) if f in known), None)


def triggers(page: Page, first: int, last: int, at: tuple[int, int]) -> list[Trigger]:
    """The triggers of the sentence `at` in the stretch [first, last), one of a kind."""
    language = page.article.language
    reader = _parsed if language in PARSED else _flat
    chosen: dict[str, Trigger] = {}
    for trigger in reader(page, first, last, at):
        if trigger.kind not in chosen or language == "fa":  # the verb stands last in Persian
            chosen[trigger.kind] = trigger
    if "disaster" in chosen and any(kind in chosen for kind in HARM):
        del chosen["disaster"]
    return sorted(chosen.values(), key=lambda t: t.start)


def _flat(page: Page, first: int, last: int, at: tuple[int, int]) -> Iterator[Trigger]:
    language = page.article.language
    for token in tokens(page.text[at[0] : at[1]], language):
        if not token.text[0].isalpha() or listed(token.text, language, "groups") is not None:
            continue  # firemen are no fire
        kind = listed(token.text, language, "event_words")
        if kind and len(token.text) > 2:
            yield Trigger(at[0] + token.start, at[0] + token.stop, kind)


def _parsed(page: Page, first: int, last: int, at: tuple[int, int]) -> Iterator[Trigger]:
    language = page.article.language
    stretch = page.text[first:last]
    for sentence in parse(stretch, language):
        if not at[0] <= first + sentence.start < at[1]:
            continue
        tree = Tree(stretch, sentence)
        for index, token in enumerate(sentence.tokens):
            if token.pos not in ("VERB", "NOUN", "ADJ"):
                continue
            word = token.lemma if language == "en" else token.text
            kind = listed(word, language, "event_words")
            if token.pos == "NOUN" and listed(word, language, "groups") is not None:
                continue
            if kind and _happens(tree, index, kind, language):
                a, b = first + token.start, first + token.stop
                yield Trigger(a, b, kind, tree, index, first)


def _happens(tree: Tree, index: int, kind: str, language: str) -> bool:
    """Verbs do; of nouns those of explosions and disasters, and those that a light verb governs."""
    token = tree.tokens[index]
    if token.pos == "VERB":
        return True
    if token.pos == "ADJ":
        return "Variant=Short" in token.morph or "VerbForm=Part" in token.morph
    if kind in NOUNS:
        return True
    head = tree.head(index)
    if head is None or token.dep not in OBJECTS or tree.tokens[head].pos != "VERB":
        return False
    return language == "ru" or tree.lemma(head) in words("en", "event_light_verbs")

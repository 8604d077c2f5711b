"""Which words of a sentence tell that something happened, and of what kind?"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sayso.language.morph import fold, forms
from sayso.language.parse import parse
from sayso.language.token import Token
from sayso.language.tokens import tokens
from sayso.lexicon.load import lexicon, words
from sayso.model.page import Page
from sayso.reading.grammar import Tree

PARSED = ("en", "ru")
LIGHT_REACH = 9  # words between a verb that lends itself and the noun of happening
VERB_CLITICS = {
    "ar": ("و", "ف"),
    "he": ("ו", "ש", "וש", "כש"),
}  # what may stand before a finite verb
BY_BEGINNING = ("ru", "uk")  # languages whose lists hold beginnings of words
ENDS = frozenset(".;!?؛؟")
UKRAINIAN_VERB = re.compile(
    r"(?:в|мер|ла|ло|ли|но|то|вся|лася|лося|лися|[аеєя]н(?:ий|а|е|і)|[аиу]т(?:ий|а|е|і)|[юуия]ть|ає|є|ити|ати)$"
)
UKRAINIAN_ADJECTIVE = re.compile(r"н(?:ий|ої|ого|ому|им|их|ими)$")
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
    noun: bool = False  # it names what happened, and is not what a "not" before it denies
    beside: tuple[int, int] | None = None  # the verb that lends itself to a noun


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
        if name == "groups" and plain.startswith(tuple(words(language, "not_groups"))):
            return None
        hits = (k for w, k in beginnings(language, name) if plain.startswith(w))
        return next(hits, None) if len(plain) >= min(SHORTEST, len(word)) else None
    known = _folded(language, name)
    return next((known[f] for f in forms(word, language) if f in known), None)


@cache
def tells(word: str, language: str) -> tuple[str, bool] | None:
    """The kind of happening that a word tells, and whether it tells it as a finite verb."""
    verbs = _folded(language, "event_verbs") if language in VERB_CLITICS else {}
    plain = fold(word)
    heads = ("", *VERB_CLITICS.get(language, ()))
    bare = (plain.removeprefix(h) for h in heads if plain.startswith(h))
    if (kind := next((verbs[w] for w in bare if w in verbs), None)) is not None:
        return kind, True
    if verbs and any(f in verbs for f in forms(word, language)):
        return None  # «رأس العين»: with an article or a preposition it is no verb
    kind = listed(word, language, "event_words")
    return (kind, False) if kind else None


def triggers(page: Page, first: int, last: int, at: tuple[int, int]) -> list[Trigger]:
    """The triggers of the sentence `at` in the stretch [first, last), one of a kind."""
    language = page.article.language
    reader = _parsed if language in PARSED else _flat
    chosen: dict[str, Trigger] = {}
    people = [
        (m.span.start - page.base, m.span.stop - page.base)
        for m in page.mentions
        if m.kind == "PER"
    ]
    for trigger in reader(page, first, last, at):
        if any(a <= trigger.start and trigger.stop <= b for a, b in people):
            continue  # «פיטר לנג» is Peter and has dismissed nobody
        if trigger.kind not in chosen or language == "fa":  # the verb stands last in Persian
            chosen[trigger.kind] = trigger
    if "disaster" in chosen and any(kind in chosen for kind in HARM):
        del chosen["disaster"]
    return sorted(chosen.values(), key=lambda t: t.start)


def _flat(page: Page, first: int, last: int, at: tuple[int, int]) -> Iterator[Trigger]:
    """Finite verbs; of nouns those of explosions and disasters, and those that a light verb governs."""
    language = page.article.language
    found = tokens(page.text[at[0] : at[1]], language)
    for i, token in enumerate(found):
        if not token.text[0].isalpha() or _people(token.text, language):
            continue  # firemen are no fire
        told = tells(token.text, language)
        if told is None or len(token.text) < 3:
            continue
        kind, verb = told
        if language == "uk":
            verb = UKRAINIAN_VERB.search(token.text.lower()) is not None
            if not verb and UKRAINIAN_ADJECTIVE.search(token.text.lower()):
                continue  # «пожежна частина» does not burn
        light = None if verb else _light(found, i, language)
        if verb or light is not None or kind in NOUNS:
            beside = None if light is None else (at[0] + light.start, at[0] + light.stop)
            noun = not verb and light is None
            yield Trigger(at[0] + token.start, at[0] + token.stop, kind, noun=noun, beside=beside)


def _people(word: str, language: str) -> bool:
    """Whether the word is a noun for people, unless it is itself a word of happening."""
    if listed(word, language, "groups") is None:
        return False
    own = language not in BY_BEGINNING and fold(word) in _folded(language, "event_words")
    return not own or fold(word) in _folded(language, "groups")


def _light(found: list[Token], i: int, language: str) -> Token | None:
    """The verb that makes a happening of the noun: «הטיל סנקציות», «بازداشت کرد»."""
    light = _folded(language, "event_light_verbs")
    if language == "fa":
        near = found[i + 1 : i + 2]  # «خواستار برکناری وزیر شدند» dismisses nobody
    else:
        near = [*reversed(found[max(0, i - LIGHT_REACH) : i]), *found[i + 1 : i + 3]]
    heads = VERB_CLITICS.get(language, ())
    for token in near:
        plain = fold(token.text)
        if plain in light or any(plain.removeprefix(h) in light for h in heads):
            return token
        if plain in ENDS:
            break
    return None


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
            kind = listed(word, language, "event_words") or _inflected(token.text, language)
            if token.pos == "NOUN" and listed(word, language, "groups") is not None:
                continue
            if kind and _happens(tree, index, kind, language):
                a, b = first + token.start, first + token.stop
                yield Trigger(a, b, kind, tree, index, first, token.pos == "NOUN" and kind in NOUNS)


def _inflected(word: str, language: str) -> str | None:
    """«fined»: an English past whose dictionary form the parser misses."""
    plain = word.lower()
    if language != "en" or not plain.endswith("ed"):
        return None
    known = lexicon(language, "event_words").entries
    return next((known[w][0] for w in (plain[:-1], plain[:-2]) if w in known), None)


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

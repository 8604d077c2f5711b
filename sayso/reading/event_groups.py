"""Where does one group of words end and the next begin, where the language has no parser?"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sayso.language.morph import fold, forms
from sayso.lexicon.load import words
from sayso.reading.event_candidate import titled
from sayso.reading.event_triggers import listed

ARTICLE = {"he": "ה", "ar": "ال"}
PLURAL = {"ar": ("ون", "ين", "ان", "ات"), "he": ("ים", "ות"), "fa": ("ان", "ها", "ین")}
LONGEST = 5  # words of a group
OBLIQUE = re.compile(r"(?:[оеє]м|[ое]ю|єю|ами|ями|ові|еві|єві)$")  # Ukrainian: by whom, to whom
SUFFERER = re.compile(r"(?:ого|ього|ів|їв|у|ю)$")  # Ukrainian: whom


class Word(NamedTuple):
    """A token of the sentence: its place, what it is (word, number, wall, gap, trigger) and its role."""

    start: int
    stop: int
    text: str
    sort: str
    role: str = ""
    name: int = -1
    kind: str = ""
    known: bool = False
    verb: bool = False


@cache
def folded(language: str, name: str) -> frozenset[str]:
    """The words of a list as they are searched for."""
    return frozenset(fold(w) for w in words(language, name))


@cache
def numerals(language: str) -> frozenset[str]:
    """The single words of spelled numbers."""
    return frozenset(
        fold(w) for phrase in words(language, "numerals") for w in phrase.split() if len(w) > 1
    )


def parts_of(run: Sequence[Word], language: str) -> Iterator[list[Word]]:
    """A run cut into groups."""
    part: list[Word] = []
    for word in run:
        if part and _begins(part, word, language):
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def _begins(part: Sequence[Word], word: Word, language: str) -> bool:
    """Whether a new group begins with this word."""
    last = part[-1]
    if word.sort == "mark" or last.sort in ("mark", "number"):
        return False
    if word.sort == "number":
        return True
    if last.name >= 0 and word.name < 0 and last.kind == "PER" and _goes_on(part, word, language):
        return False
    if word.name >= 0 or last.name >= 0:
        return word.name != last.name and not (
            _headed(part, language) and _may_follow(part, word, language)
        )
    if listed(word.text, language, "groups") is not None:
        return _others_begin(last, word, language)
    return _plain_begins(part, word, language)


def _headed(part: Sequence[Word], language: str) -> bool:
    heads = part if language == "uk" else part[:1]
    return any(
        listed(w.text, language, "groups") is not None or titled(w.text, language) for w in heads
    )


def _plural(word: str, language: str) -> bool:
    return len(word) > 3 and word.endswith(PLURAL.get(language, ("\0",)))


def _others_begin(last: Word, word: Word, language: str) -> bool:
    """Whether a noun for people opens a group of its own: not in «رئيس الوزراء», ראש הממשלה."""
    if titled(word.text, language) and collective(last.text, language):
        return True
    if _counts_people(last.text, language):
        return False
    if language == "uk":  # an adjective before its noun opens no group
        return listed(last.text, language, "groups") is not None
    belongs = _definite(word.text, language) and not _definite(last.text, language)
    return _plural(last.text, language) or last.known or not belongs


def _plain_begins(part: Sequence[Word], word: Word, language: str) -> bool:
    """Whether a word that neither names nor means people opens a group: by article, number and case."""
    last, definite = part[-1].text, _definite(word.text, language)
    if language == "uk":
        if any(listed(w.text, language, "groups") is not None for w in part):
            return False
        return _case(last) != _case(word.text) and _case(word.text) != ""
    if collective(last, language) and _definite(last, language):
        return not definite
    if _headed(part, language) and _plural(last, language) and language != "fa" and not definite:
        return True
    if _definite(last, language) and not definite:
        return not _headed(part, language)
    return len(part) >= LONGEST


def _goes_on(part: Sequence[Word], word: Word, language: str) -> bool:
    """A name of one word takes the next word that is neither a noun for people nor defined."""
    alone = sum(w.name == part[-1].name for w in part) == 1
    people = listed(word.text, language, "groups") is not None
    return alone and language != "uk" and not people and not _definite(word.text, language)


def _may_follow(part: Sequence[Word], word: Word, language: str) -> bool:
    """A noun for people takes the place it belongs to and the name of its bearer, one after the other."""
    if word.name < 0:
        return False
    kinds = [w.kind for w in part if w.name >= 0]
    if word.kind == "LOC":
        return not kinds
    if word.kind != "PER" or "PER" in kinds or "ORG" in kinds or len(part) > LONGEST:
        return False
    head = part[0].text
    body = listed(head, language, "org_heads") is not None or collective(head, language)
    return not body and not head.endswith(PLURAL.get(language, ("\0",)))


def collective(word: str, language: str) -> bool:
    """A noun for a body: the police do not take the name of whom they arrest."""
    return any(f in folded(language, "bodies") for f in forms(word, language))


def _counts_people(word: str, language: str) -> bool:
    """«مئات المتقاعدين», сотні пенсіонерів."""
    return fold(word) in numerals(language) or fold(word) in folded(language, "crowds")


def _definite(word: str, language: str) -> bool:
    return word.startswith(ARTICLE.get(language, "\0"))


def _case(word: str) -> str:
    """Ukrainian, by the ending alone: who, whom, or by and to whom; "" where it does not tell."""
    if OBLIQUE.search(word):
        return "oblique"
    return "whom" if SUFFERER.search(word) else ""

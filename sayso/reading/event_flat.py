"""Which groups of words may take part in an event, where the language has no parser?

A sentence is cut into groups at marks, small words, times and words of happening; a group takes the
role that the preposition before it gives. What is neither a name nor a listed noun for people counts
only beside the word of happening, or where the language marks its object (את, را).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.language.morph import fold
from sayso.language.tokens import tokens
from sayso.lexicon.load import lexicon, words
from sayso.model.page import Page
from sayso.reading.event_candidate import KINDS, Candidate, titled
from sayso.reading.event_triggers import Trigger, listed, tells

NUMBER = re.compile(r"[\d.,٠-٩۰-۹]+")
QUOTES = '«»"“”„״'
OBJECT = {"he": "את", "fa": "را"}  # stands before the object, after it
ARTICLE = {"he": "ה", "ar": "ال"}
GLUED = {
    "he": {"ל": "target", "ב": "place", "מ": "place"},
    "ar": {"لل": "target", "ل": "target", "ب": "target"},
}
PLURAL = {"ar": ("ون", "ين", "ان", "ات"), "he": ("ים", "ות"), "fa": ("ان", "ها", "ین")}
LONGEST = 5  # words of a group
OBLIQUE = re.compile(r"(?:[оеє]м|[ое]ю|єю|ами|ями|ові|еві|єві)$")  # Ukrainian: by whom, to whom
SUFFERER = re.compile(r"(?:ого|ього|ів|їв|у|ю)$")  # Ukrainian: whom
GENITIVE = re.compile(r"[ая]$")


class Word(NamedTuple):
    """A token of the sentence: its place, what it is (word, number, wall, gap, trigger) and its role."""

    start: int
    stop: int
    text: str
    sort: str
    role: str = ""
    name: int = -1


class Names(NamedTuple):
    """The names of the sentence in local offsets."""

    at: tuple[tuple[int, int], ...]
    kinds: tuple[str, ...]
    ids: tuple[str, ...]


def groups(page: Page, at: tuple[int, int], trigger: Trigger) -> list[Candidate]:
    """The groups of words that may take part, in the order of the text."""
    language = page.article.language
    names = _names(page, at)
    found = list(_words(page, at, trigger, names))
    out: list[Candidate] = []
    for run in _runs(found):
        parts = [_candidate(page, part, names) for part in _parts(run, language)]
        if language == "fa" and run[-1].stop in _objects(found):
            parts[-1] = parts[-1]._replace(role="target")
        for part in parts[1:]:
            if part.role == parts[0].role and part.role and len(parts) > 1 and part.kind == "NOUN":
                continue
        out.extend(parts)
    return [c for c in out if c.kind != "NOUN" or _counts(c, found, trigger)]


def _names(page: Page, at: tuple[int, int]) -> Names:
    base = page.base
    inside = [
        m
        for m in page.mentions
        if m.kind in KINDS and at[0] <= m.span.start - base and m.span.stop - base <= at[1]
    ]
    return Names(
        tuple((m.span.start - base, m.span.stop - base) for m in inside),
        tuple(m.kind for m in inside),
        tuple(m.id for m in inside),
    )


def _words(page: Page, at: tuple[int, int], trigger: Trigger, names: Names) -> Iterator[Word]:
    """The tokens with what they are; a preposition hands its role to the words behind it."""
    language, text, base = page.article.language, page.text, page.base
    times = [(w.span.start - base, w.span.stop - base) for w in page.whens]
    prepositions = lexicon(language, "event_prepositions").entries
    role = ""
    for token in tokens(text[at[0] : at[1]], language):
        a, b = at[0] + token.start, at[0] + token.stop
        name = next((i for i, (c, d) in enumerate(names.at) if c < b and a < d), -1)
        plain = token.text.lower()
        told = prepositions.get(plain, ("",))[0]
        sort = _sort(token.text, language, name >= 0)
        if any(c < b and a < d for c, d in times):
            sort, role = "gap", ""
        elif a < trigger.stop and trigger.start < b:
            sort, role = "trigger", ""
        elif sort != "word" and (told or plain == OBJECT.get(language)):
            role = told
        elif sort == "wall":
            role = role if plain == "ה" else ""
        glued, skip = _glued(text, (a, b), language, names.at[name] if name >= 0 else None)
        yield Word(a + skip, b, text[a + skip : b], sort, role or glued, name)


def _sort(word: str, language: str, named: bool) -> str:
    if word in QUOTES or word in "-־–":
        return "mark"
    if NUMBER.fullmatch(word) or word.lower() in words(language, "numerals"):
        return "number"
    if named:
        return "word"
    if not word[0].isalpha() or word.lower() in words(language, "function_words"):
        return "wall"
    if word.lower() in words(language, "event_prepositions"):
        return "wall"
    light = word.lower() in words(language, "event_light_verbs")
    return "wall" if light or tells(word, language) else "word"


def _glued(
    text: str, at: tuple[int, int], language: str, name: tuple[int, int] | None
) -> tuple[str, int]:
    """The role of a preposition written together with the word, and its letters."""
    word = text[at[0] : at[1]]
    if name is not None:
        before = text[at[0] : name[0]]
        told = GLUED.get(language, {}).get(before[-1:], "") if at[0] < name[0] else ""
        return told, max(name[0] - at[0], 0)
    for letters, role in GLUED.get(language, {}).items():
        bare = word[len(letters) :]
        if word.startswith(letters) and len(bare) > 2:
            known = listed(bare, language, "groups") is not None
            whole = fold(word) in {fold(w) for w in words(language, "groups")}
            if known and not whole:
                return role, 0
    return "", 0


def _runs(found: Sequence[Word]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in found:
        inside = word.sort in ("word", "number") or (word.sort == "mark" and run)
        if run and (not inside or (word.role != run[0].role and word.sort != "mark")):
            yield from _trimmed(run)
            run = []
        if inside:
            run.append(word)
    yield from _trimmed(run)


def _trimmed(run: list[Word]) -> Iterator[list[Word]]:
    while run and run[-1].sort in ("mark", "number"):
        run = run[:-1]
    if run:
        yield run


def _objects(found: Sequence[Word]) -> set[int]:
    """Where the words end that «را» makes the object."""
    return {
        a.stop
        for a, b in zip(found, found[1:], strict=False)
        if b.text == OBJECT["fa"] or (a.sort == "mark" and b.text == OBJECT["fa"])
    }


def _parts(run: Sequence[Word], language: str) -> Iterator[list[Word]]:
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
    headed = listed(part[0].text, language, "groups") is not None or titled(part[0].text, language)
    if word.name >= 0 or last.name >= 0:
        return word.name != last.name and not (headed and _may_follow(part, word, language))
    if listed(word.text, language, "groups") is not None:
        return not _counts_people(last.text, language)
    if language == "uk":
        return _case(last.text) != _case(word.text) and _case(word.text) != ""
    if _definite(last.text, language) and not _definite(word.text, language):
        return not headed or last.text.endswith(PLURAL.get(language, ()))
    return len(part) >= LONGEST


def _may_follow(part: Sequence[Word], word: Word, language: str) -> bool:
    """A noun for people takes the place it belongs to and the name of its bearer, one after the other."""
    names = {w.name for w in part if w.name >= 0}
    if len(names) > 1 or part[0].text.endswith(PLURAL.get(language, ("\0",))):
        return False
    return word.name >= 0 and len(part) <= LONGEST


def _counts_people(word: str, language: str) -> bool:
    """«مئات المتقاعدين», сотні пенсіонерів."""
    return word.lower() in words(language, "numerals") or fold(word) in HUNDREDS


HUNDREDS = frozenset(
    fold(w)
    for w in "مئات آلاف عشرات عدد صدها هزاران ده‌ها گروهی מאות אלפי עשרות סוֹת сотні тисячі десятки".split()
)


def _definite(word: str, language: str) -> bool:
    return word.startswith(ARTICLE.get(language, "\0"))


def _case(word: str) -> str:
    """Ukrainian, by the ending alone: who, whom, or by and to whom; "" where it does not tell."""
    if OBLIQUE.search(word):
        return "oblique"
    return "whom" if SUFFERER.search(word) else ""


def _candidate(page: Page, part: Sequence[Word], names: Names) -> Candidate:
    language = page.article.language
    start, stop = part[0].start, part[-1].stop
    inside = [i for i in dict.fromkeys(w.name for w in part) if i >= 0]
    order = {"PER": 0, "ORG": 1, "LOC": 2}
    best = min(inside, key=lambda i: (order[names.kinds[i]], i), default=None)
    headed = any(listed(w.text, language, "groups") is not None for w in part)
    if best is not None and (names.kinds[best] != "LOC" or not headed):
        return Candidate(start, stop, names.ids[best], names.kinds[best], part[0].role)
    return Candidate(start, stop, None, "GROUP" if headed else "NOUN", part[0].role)


def _counts(one: Candidate, found: Sequence[Word], trigger: Trigger) -> bool:
    """Whether words that name nobody known take part: beside the trigger, or as its marked object."""
    if one.role == "target" and trigger.kind != "transfer":
        return True
    if one.role:
        return False
    between = [
        w
        for w in found
        if (one.stop <= w.start and w.stop <= trigger.start)
        or (trigger.stop <= w.start and w.stop <= one.start)
    ]
    return all(w.sort == "gap" for w in between)

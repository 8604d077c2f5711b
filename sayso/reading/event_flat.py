"""Which groups of words may take part in an event, where the language has no parser?

A sentence is cut into groups at marks, small words, times and words of happening; a group takes the
role that the preposition before it gives. What is neither a name nor a listed noun for people counts
only beside the word of happening, or where the language marks its object (את, را).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.language.morph import fold
from sayso.language.tokens import tokens
from sayso.lexicon.load import lexicon, words
from sayso.model.page import Page
from sayso.reading.event_candidate import KINDS, Candidate, titled
from sayso.reading.event_groups import Word, collective, folded, numerals, parts_of
from sayso.reading.event_triggers import UKRAINIAN_VERB, Trigger, listed, tells

NUMBER = re.compile(r"\d[\d.,]*")
QUOTES = '«»"“”„״'
OBJECT = {"he": "את", "fa": "را"}  # stands before the object, after it
GLUED = {
    "he": {"ל": "glued", "ב": "place", "מ": "place"},
    "ar": {"لل": "glued", "ل": "glued", "ب": "glued"},
}
AND = {"he": "ו", "ar": "و"}
LED = {"ar": ("بال", "لل", "كال")}  # prepositions and the article, written together with the noun
REACHED = frozenset({"assault", "transfer", "aid", "consult"})
HANDED = frozenset({"transfer", "aid", "consult"})
OPEN = frozenset(
    {"assault", "arrest", "investigate", "accuse", "aid", "die", "injure", "threaten"}
)  # of these the object is somebody or something hurt, even when the word for it is not listed
STRONG = frozenset(":;؛")  # marks that part what is said from who says it


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
        parts = [_candidate(page, part, names) for part in parts_of(run, language)]
        parts = _led(parts)
        if language == "fa" and run[-1].stop in _objects(found):
            parts[-1] = parts[-1]._replace(role="target")
        out.extend(parts)
    out = [_for_kind(c, trigger.kind, language) for c in out]
    out = [c for c in out if not _of_another(c, found, trigger)]
    return [c for c in out if c.kind != "NOUN" or _counts(c, found, trigger, language)]


def _led(parts: list[Candidate]) -> list[Candidate]:
    """The role of a preposition goes to one group: the first person ("the envoy of Veria, A. Rudd")."""
    if not parts[0].role:
        return parts
    at = next((i for i, p in enumerate(parts) if p.kind == "PER"), 0)
    led = parts[at]._replace(role=parts[0].role)
    rest = [p._replace(role="") for p in parts[at + 1 :] if p.kind != "NOUN"]
    return [led, *rest]


def _for_kind(one: Candidate, kind: str, language: str) -> Candidate:
    """«به» leads to whom only of deeds that reach somebody, «ל» and «ل» where something is handed
    over or somebody spoken to; «از» to who is questioned."""
    if language == "fa" and one.role in ("to", "from"):
        reached = kind in REACHED if one.role == "to" else kind == "investigate"
        return one._replace(role="target" if reached else "place")
    if one.role == "glued":
        return one._replace(role="target" if kind in HANDED else "place")
    return one


def _of_another(one: Candidate, found: Sequence[Word], trigger: Trigger) -> bool:
    """Whether it belongs to another verb: "visited Veria and signed an accord with the king"."""
    verbs = [w for w in found if w.verb and not (trigger.start < w.stop and w.start < trigger.stop)]
    a, b = min(one.stop, trigger.stop), max(one.start, trigger.start)
    if any(w.text in STRONG and a <= w.start < b for w in found):
        return True
    if one.start >= trigger.stop:
        return any(trigger.stop <= v.start < one.start for v in verbs)
    before = [v for v in verbs if v.stop <= trigger.start]
    return bool(before) and one.start > before[-1].stop and bool(one.role)


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
    surfaces = {w for m in page.mentions for w in m.surface.split()}
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
            role = role if plain == "ה" or tells(token.text, language) else ""
        glued, skip = _glued(text, (a, b), language, names.at[name] if name >= 0 else None)
        kind = names.kinds[name] if name >= 0 else ""
        word = text[a + skip : b]
        if language == "he" and not (role or glued) and sort == "word" and name < 0:
            glued = _handed(token.text, trigger, a)
        yield Word(
            a + skip,
            b,
            word,
            sort,
            role or glued,
            name,
            kind,
            word in surfaces,
            _is_verb(token.text, sort, language),
        )


def _is_verb(word: str, sort: str, language: str) -> bool:
    """Whether the word is a finite verb of happening."""
    told = tells(word, language) if sort in ("wall", "trigger") else None
    if told is None:
        return False
    return told[1] or (language == "uk" and UKRAINIAN_VERB.search(word.lower()) is not None)


def _sort(word: str, language: str, named: bool) -> str:
    if word in QUOTES or word in "-־–":
        return "mark"
    if NUMBER.fullmatch(word) or fold(word) in numerals(language):
        return "number"
    if named:
        return "word"
    if not word[0].isalpha() or word.lower() in words(language, "function_words"):
        return "wall"
    if word.lower() in words(language, "event_prepositions"):
        return "wall"
    if listed(word, language, "groups") is not None:
        return "word"
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
            whole = fold(word) in folded(language, "groups")
            if known and not whole:
                return role, 0
    return "", 0


def _handed(word: str, trigger: Trigger, start: int) -> str:
    """«העבירה לווריה»: after a verb of giving, whom the preposition of giving leads to."""
    given = trigger.kind in ("transfer", "aid") and start >= trigger.stop
    return "glued" if given and word.startswith("ל") and len(word) > 3 else ""


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
    return {a.stop for a, b in pairwise(found) if b.text == OBJECT["fa"]}


def _candidate(page: Page, part: Sequence[Word], names: Names) -> Candidate:
    language = page.article.language
    start, stop = part[0].start, part[-1].stop
    inside = [i for i in dict.fromkeys(w.name for w in part) if i >= 0]
    order = {"PER": 0, "ORG": 1, "LOC": 2}
    best = min(inside, key=lambda i: (order[names.kinds[i]], i), default=None)
    headed = any(listed(w.text, language, "groups") is not None for w in part)
    headed = headed or titled(part[0].text, language)
    if best is not None and (names.kinds[best] != "LOC" or not headed):
        return Candidate(start, stop, names.ids[best], names.kinds[best], part[0].role)
    body = headed and collective(part[0].text, language)
    return Candidate(start, stop, None, "GROUP" if headed else "NOUN", part[0].role, body)


def _counts(one: Candidate, found: Sequence[Word], trigger: Trigger, language: str) -> bool:
    """Whether words that name nobody known take part: beside the trigger, or as its marked object."""
    inside = [w for w in found if one.start <= w.start < one.stop]
    own = next((w.text for w in found if w.sort == "trigger"), "")
    if one.stop <= trigger.start and own.startswith(AND.get(language, "\0")):
        return (
            False  # "visited Veria and signed": what stands before "and" belongs to the other verb
        )
    if inside[0].text.startswith(LED.get(language, "\0")):
        return False
    if one.role and any(w.sort == "number" for w in inside):
        return False
    if one.role:
        return one.role == "target" and trigger.kind not in ("agree", "consult")
    if (trigger.kind == "transfer" and len(inside) > 1) or (
        one.start >= trigger.stop and trigger.kind not in OPEN
    ):
        return False
    if one.start == found[0].start and one.stop <= trigger.start and language == "fa":
        return True
    between = [
        w
        for w in found
        if (one.stop <= w.start and w.stop <= trigger.start)
        or (trigger.stop <= w.start and w.stop <= one.start)
    ]
    loose = ("gap", "word", "number", "mark") if language == "ar" else ("gap",)
    light = trigger.beside[0] if trigger.beside else -1
    return all(
        w.sort in (loose if w.start >= trigger.stop else ("gap",)) or w.start == light
        for w in between
    )

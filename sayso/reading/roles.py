"""Which roles are told beside a person's name?"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.lexicon.load import words
from sayso.model.mention import Mention, Role
from sayso.model.page import Page
from sayso.reading.role_words import JOINING, breaks, kind, topic
from sayso.settings import LANGUAGES

SERVED = 14  # words from a name to the office it is told to have held
REACH = 8  # words from a name to the noun of its role, an organisation counting as one
TOPICS = 3  # words between that noun and a name: "глава комитета по делам молодёжи"
_TOKEN = re.compile(
    r"(?:екс|экс)(?=-\w{3}|\w{4})|(?:ex|then)(?=-\w{3})|[\w'’ʼ׳״\"]*\w(?:[-‑\u200c]\w+)*['׳]?|[^\w\s]",
    re.IGNORECASE,
)
_OPENING = frozenset(",،(—–-")
_GLUED_AND = {"ar": "و", "he": "ו"}
_AND = frozenset(
    ["and", "и", "і", "й", "та", "و"]
)  # after them stands the next in a list, no apposition
_OWNERS = frozenset(["s", "’s", "its", "his", "her", "their", "our"])
_ADJECTIVES = {
    "en": re.compile(
        r"(?:al|an|ant|ent|ive|ic|ary|ary|ior|est|ist|our|ty|ish|ern|ean|ese|nt|ng-time|-\w+|co)$"
    ),
    "ru": re.compile(r"(?:ый|ий|ой|ая|яя|ого|его|ому|ым|им|ую)$"),
    "uk": re.compile(r"(?:ий|ій|на|ня|ка|ого|ього|ому|им|ім|ну|ою)$"),
}
_FOR = frozenset(["of", "for"])  # English says behind them what an office is for
_SILENT = frozenset("«»\"“”'’-‑")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign or a whole name of one line, in local offsets."""

    start: int
    stop: int
    text: str
    named: Mention | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a role beside a name: tokens [start, stop), its organisation, the word that dates it."""

    start: int
    stop: int
    of: Mention | None
    tense: str | None


def roles(page: Page, mentions: list[Mention]) -> Iterator[Role]:
    """The role told before or behind the name of a person, within its line."""
    language = page.article.language
    if language not in LANGUAGES:
        return
    told = page.article.published
    for tokens in _lines(page, mentions):
        taken: set[int] = set()
        for at, token in enumerate(tokens):
            if token.named is None or token.named.kind != "PER":
                continue
            found = next((f for rule in RULES if (f := rule(tokens, at, language))), None)
            if found is None or found.start in taken:
                continue
            taken.add(found.start)
            title = page.span(tokens[found.start].start, tokens[found.stop - 1].stop)
            yield Role(
                holder=token.named.id,
                title=title,
                words=page.words(title),
                of=found.of.id if found.of else None,
                tense=found.tense,
                said_on=told.text if told else None,
            )


def _lines(page: Page, mentions: list[Mention]) -> Iterator[list[Token]]:
    """The tokens of every stretch of prose that names a person."""
    inside = [m for m in mentions if page.article.span.covers(m.span)]
    inside.sort(key=lambda m: (m.span.start, m.span.stop))
    starts = [m.span.start - page.base for m in inside]
    for a, b in page.prose():
        here = inside[bisect_left(starts, a) : bisect_left(starts, b)]
        if any(m.kind == "PER" for m in here):
            yield _tokens(page, a, b, here)


def _tokens(page: Page, start: int, stop: int, named: list[Mention]) -> list[Token]:
    out: list[Token] = []
    at = start
    for mention in named:
        a, b = mention.span.start - page.base, mention.span.stop - page.base
        if a < at:
            continue
        out.extend(Token(t.start(), t.end(), t[0]) for t in _TOKEN.finditer(page.text, at, a))
        out.append(Token(a, b, page.text[a:b], mention))
        at = b
    out.extend(Token(t.start(), t.end(), t[0]) for t in _TOKEN.finditer(page.text, at, stop))
    return out


def before(tokens: list[Token], at: int, language: str) -> Told | None:
    """ "the former transport minister NAME", "глава ORG NAME", "ORG chief executive NAME"."""
    i = at - 1
    while i >= 0 and (tokens[i].text in _SILENT or (tokens[i].text == "," and language == "en")):
        i -= 1
    body: Mention | None = None
    gap = 0
    low = max(0, at - REACH)
    while i >= low:
        token = tokens[i]
        said = "" if token.named else kind(token.text, language)
        if said == "role":
            if gap and language == "en" and tokens[i + 1].text.casefold() not in _FOR:
                return None
            return _whole(tokens, i, at, body, language)
        if token.named is not None:
            if token.named.kind == "PER" or (body is not None and language == "en"):
                return None
            body = token.named
        elif said not in ("tense", "held") and not _joins(token, language):
            gap += 1
            if not _may_stand_between(token, gap, language):
                return None
        i -= 1
    return None


def _joins(token: Token, language: str) -> bool:
    return token.text in _SILENT or token.text.casefold() in JOINING[language]


def _may_stand_between(token: Token, gap: int, language: str) -> bool:
    """Whether a word can stand between the noun of a role and the name: what the office is for."""
    if gap > TOPICS or not token.text[0].isalpha() or breaks(token.text, language):
        return False
    return not (language in ("ru", "uk") and token.text[0].isupper())


def _whole(
    tokens: list[Token], noun: int, at: int, body: Mention | None, language: str
) -> Told | None:
    """The role around its noun: what stands before it ("deputy", "customs"), and after it up to a name."""
    start = noun
    while start and not tokens[start - 1].named and _belongs(tokens[start - 1], language):
        start -= 1
    stop = noun + 1
    while stop < at and not tokens[stop].named and _continues(tokens[stop], language):
        stop += 1
    if language == "en" and stop < at and tokens[stop].text.casefold() in _FOR:
        stop = _office_for(tokens, stop + 1, at) or stop
    if body is None and start:
        body = _owner(tokens, start, language)
    return Told(start, stop, body, _dated(tokens[max(0, start - 2) : at], language))


def _office_for(tokens: list[Token], start: int, at: int) -> int | None:
    """Where "(minister of) foreign affairs" ends: at words, not at a name, which is whose office it is."""
    stop = start
    while stop < min(at, start + TOPICS + 1) and not tokens[stop].named:
        word = tokens[stop].text
        if not word[0].isalpha() or (breaks(word, "en") and word.casefold() != "and"):
            break
        stop += 1
    while stop > start and tokens[stop - 1].text.casefold() in JOINING["en"]:
        stop -= 1
    return None if stop == start or (stop < at and tokens[stop].named) else stop


def _dated(tokens: list[Token], language: str) -> str | None:
    """The first word that dates a role, with the one it goes with: "newly appointed"."""
    for i, token in enumerate(tokens):
        if not token.named and _dates(token, language):
            both = " ".join(t.text for t in tokens[i : i + 2])
            return both if kind(both, language) == "tense" else token.text
    return None


def _owner(tokens: list[Token], start: int, language: str) -> Mention | None:
    """ "Borvek Shipping chief executive", "Orvelia's president": in English the body may come first."""
    if language != "en":
        return None
    i = start - 1
    while i >= 0 and tokens[i].text.casefold() in ("'", "’", "s", "'s", "’s"):
        i -= 1
    while i >= 0 and not tokens[i].named and _dates(tokens[i], language):
        i -= 1
    owner = tokens[i].named if i >= 0 else None
    return owner if owner and owner.kind in ("ORG", "LOC") else None


def _dates(token: Token, language: str) -> bool:
    return kind(token.text, language) == "tense"


def _belongs(token: Token, language: str) -> bool:
    """Whether a word right before the noun is part of the role."""
    said = kind(token.text, language)
    return said == "role" or (language == "en" and said == "" and topic(token.text, language))


def _continues(token: Token, language: str) -> bool:
    """Whether a word right behind the noun is part of the role; English says the topic first."""
    if not token.text[0].isalpha() or _dates(token, language):
        return False
    if kind(token.text, language) == "role":
        return True
    return language != "en" and token.text.casefold() not in JOINING[language]


def behind(tokens: list[Token], at: int, language: str) -> Told | None:
    """ "NAME, the former head of ORG", "NAME — глава ORG —", "NAME (deputy director, ORG)"."""
    i = at + 1
    if i >= len(tokens) or tokens[i].text not in _OPENING or _listed(tokens, i, language):
        return None
    stop = min(len(tokens), i + 1 + REACH)
    for noun in range(i + 1, min(stop, i + 6)):
        token = tokens[noun]
        said = "" if token.named else kind(token.text, language)
        if said == "role":
            found = _whole(tokens, noun, stop, None, language)
            if found is None:
                return None
            last = _last(tokens, noun, stop, language)
            if _of_next(tokens, noun, last, language) and before(tokens, at, language):
                return None
            body = _body(tokens, noun + 1, last, language) or found.of
            dated = _dated(tokens[i + 1 : last], language)
            return Told(max(found.start, i + 1), min(found.stop, last), body, dated)
        whose = token.named is not None and token.named.kind != "PER" and language == "en"
        if not whose and said not in ("tense", "held") and not _leads_on(token, language):
            return None
    return None


def _listed(tokens: list[Token], opening: int, language: str) -> bool:
    """ "Minister A, and the head of ORG, B": what follows the comma is the next in a list."""
    if tokens[opening].text == "(" or opening + 1 == len(tokens):
        return False
    word = tokens[opening + 1]
    if word.named is not None:
        return False
    low = word.text.casefold()
    glued = low[:1] == _GLUED_AND.get(language) and bool(kind(low[1:], language))
    return low in _AND or (glued and not kind(low, language))


def _of_next(tokens: list[Token], noun: int, last: int, language: str) -> bool:
    """ "министр А, начальник таможни Б": the role runs into the name of the next person, whose it is."""
    up_to = tokens[noun + 1 : last + 1]
    whose = next((i for i, t in enumerate(up_to) if t.named and t.named.kind == "PER"), None)
    return whose is not None and not any(
        not t.named and (_joins(t, language) or not t.text[0].isalnum()) for t in up_to[:whose]
    )


def _leads_on(token: Token, language: str) -> bool:
    """What may stand between the comma and the noun of the role."""
    if _joins(token, language) or topic(token.text, language) or _whose(token, language):
        return True
    return _describes(token.text, language) and not breaks(token.text, language)


def _whose(token: Token, language: str) -> bool:
    return language == "en" and token.text.casefold() in _OWNERS


def _describes(word: str, language: str) -> bool:
    """What may stand before the noun and is no verb: "its former permanent secretary", «народная»."""
    ends = _ADJECTIVES.get(language)
    return ends is not None and word.islower() and ends.search(word) is not None


def _last(tokens: list[Token], noun: int, stop: int, language: str) -> int:
    """Where the role behind a name ends: at a sign, at a verb of saying, behind its organisation."""
    for i in range(noun + 1, stop):
        token = tokens[i]
        if token.named is not None:
            return i + 1
        if token.text in ",،)—–.;:" and not (token.text == "," and _opened(tokens, noun)):
            return i
        if breaks(token.text, language):
            return i
    return stop


def _opened(tokens: list[Token], noun: int) -> bool:
    return any(t.text == "(" for t in tokens[max(0, noun - 4) : noun])


def _body(tokens: list[Token], start: int, stop: int, language: str) -> Mention | None:
    named = (t.named for t in tokens[start:stop] if t.named)
    return next((m for m in named if m.kind in ("ORG", "LOC")), None)


def heading(tokens: list[Token], at: int, language: str) -> Told | None:
    """ "NAME, who heads ORG", "NAME, возглавляющий ORG"."""
    for i in range(at + 1, min(len(tokens) - 1, at + REACH)):
        if tokens[i].named or (i > at + 3 and not _leads_to_office(tokens[i - 1], language)):
            return None
        if kind(tokens[i].text, language) == "leads":
            body = _body(tokens, i + 1, i + 3, language)
            return Told(i, i + 1, body, None) if body and body.kind == "ORG" else None
    return None


def served(tokens: list[Token], at: int, language: str) -> Told | None:
    """ "NAME, who served as finance minister from 2016", «занимавший пост министра», "شغل NAME منصب"."""
    cue = at > 0 and not tokens[at - 1].named and kind(tokens[at - 1].text, language) == "held"
    for i in range(at + 1, min(len(tokens), at + SERVED)):
        token = tokens[i]
        if token.named is not None:
            return None
        said = kind(token.text, language)
        if said == "held":
            cue = True
        elif said == "role":
            return _office(tokens, i, cue, language)
        elif not _leads_to_office(token, language):
            return None
    return None


def _office(tokens: list[Token], noun: int, cue: bool, language: str) -> Told | None:
    """The office itself; in Persian the verb stands behind it."""
    stop = min(len(tokens), noun + REACH)
    if language == "fa":
        last = (i for i in range(noun + 1, stop) if kind(tokens[i].text, language) == "held")
        end = next((i for i in last if not tokens[i].named), None)
        cue, stop = end is not None, end or stop
    if not cue:
        return None
    found = _whole(tokens, noun, _last(tokens, noun, stop, language), None, language)
    body = _body(tokens, noun + 1, _last(tokens, noun, stop, language), language)
    return found and Told(found.start, found.stop, body, found.tense)


def _leads_to_office(token: Token, language: str) -> bool:
    """What may stand between a name and the office it is said to have held."""
    word = token.text.casefold()
    small = word in (",", "،", "-", "–", "has", "have", "had") or word.isdigit()
    return small or word in words(language, "tenure_words") or _leads_on(token, language)


Rule = Callable[[list[Token], int, str], Told | None]
RULES: tuple[Rule, ...] = (behind, before, heading, served)

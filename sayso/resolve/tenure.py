"""From when to when was a role held, as far as its words tell, and was it held on a given day?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import lexicon
from sayso.model.entity import Entity
from sayso.model.mention import Role
from sayso.model.page import Page
from sayso.model.text import Span
from sayso.resolve.organisation import organisation
from sayso.resolve.spelling import fold, stem, words
from sayso.resolve.units import title_class
from sayso.settings import LANGUAGES

BELOW = frozenset(["adviser", "deputy", "spokes"])
"""Those who serve the holder of an office and do not hold it."""
YES, NO, UNKNOWN = "yes", "no", "unknown"
REACH = 90  # code points behind the words of a role in which its years are looked for
_TOKEN = re.compile(r"\d+|[^\W\d_][\w’ʼ'\u200c]*|[^\w\s]")
_DASHES = frozenset("-–—‑")
_SIGNS = frozenset(",،()«»\"“”'’")
_IRANIAN = range(1300, 1451)
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Tenure:
    """What the words tell: `since` and `until` are years, both inside the time of office; `now` whether it
    was held when it was said; `words` are the words of the years.
    """

    since: int | None = None
    until: int | None = None
    now: bool | None = None
    said_on: str | None = None
    words: Span | None = None


def tenure(role: Role, page: Page) -> Tenure:
    """The tenure that a role's words and the years right behind them tell."""
    language = page.article.language
    sense = meaning(role.tense or "", language)
    now = {"": True, "acting": True, "current": True, "new": True, "outgoing": True}.get(
        sense, False
    )
    found = _years(role, page, language) if language in LANGUAGES else None
    if found is None:
        return Tenure(now=None if sense == "then" else now, said_on=role.said_on)
    since, until, span = found
    published = int((role.said_on or "0000")[:4])
    if until is not None:
        now = until > published > 0
    return Tenure(since, until, None if sense == "then" else now, role.said_on, span)


@cache
def _senses(language: str) -> dict[str, str]:
    entries = lexicon(language, "role_words").entries
    return {stem(fold(w)): sense for w, (kind, sense) in entries.items() if kind == "tense"}


def meaning(word: str, language: str) -> str:
    """What a word that dates a role means: former, then, new, acting, current…; "" for none.

    >>> meaning("бывшего", "ru"), meaning("السابق", "ar"), meaning("", "en")
    ('former', 'former', '')
    """
    parts = fold(word).strip("-‑ ").split()
    if not parts or language not in LANGUAGES:
        return ""
    return _senses(language).get(stem(parts[0]), "former")


def _years(role: Role, page: Page, language: str) -> tuple[int | None, int | None, Span] | None:
    """(since, until, words): only small words and the names of the role may stand before the years."""
    if not page.article.span.covers(role.title):
        return None
    return _behind(role, page, language) or _before(role, page, language)


def _before(role: Role, page: Page, language: str) -> tuple[int | None, int | None, Span] | None:
    """ "NAME, до 2021 года возглавлявший": the years between the name and the words of the role."""
    holder = next((m.span.stop - page.base for m in page.mentions if m.id == role.holder), None)
    stop = role.title.start - page.base
    if holder is None or not 0 < stop - holder <= REACH or "\n" in page.text[holder:stop]:
        return None
    return _scanned(page, (holder, stop), (), language, strict=False)


def _behind(role: Role, page: Page, language: str) -> tuple[int | None, int | None, Span] | None:
    start = role.title.stop - page.base
    stop = min(len(page.text), start + REACH, *_ends(page.text, start))
    named = tuple(m.span for m in page.mentions if m.id in (role.holder, role.of))
    return _scanned(page, (start, stop), named, language, strict=True)


def _scanned(
    page: Page, where: tuple[int, int], named: tuple[Span, ...], language: str, strict: bool
) -> tuple[int | None, int | None, Span] | None:
    """The years in a stretch; a `strict` one ends at the first word that is not of their kind."""
    start, stop = where
    kinds = lexicon(language, "tenure_words").entries
    since = until = None
    begun = None
    said = ""
    last = start
    for hit in _TOKEN.finditer(page.text, start, stop):
        if any(s.start - page.base <= hit.start() < s.stop - page.base for s in named):
            continue
        word = hit[0]
        if word.isdigit() or word[0].isdigit():
            since, until = _placed(word, said, since, until)
            said, last = "", hit.end()
        elif word in _DASHES:
            said = "to"
        elif word not in _SIGNS:
            kind = kinds.get(word.casefold(), ("",))[0]
            if not kind and strict:
                break
            said = kind if kind not in ("", "between") else said
        if begun is None and (said or since or until):
            begun = hit.start()
    if begun is None or (since is None and until is None):
        return None
    return since, until, page.span(begun, last)


def _ends(text: str, start: int) -> list[int]:
    found = [text.find(sign, start) for sign in ("\n", ". ", ";", ":")]
    return [at for at in found if at >= 0]


def _placed(
    digits: str, said: str, since: int | None, until: int | None
) -> tuple[int | None, int | None]:
    year = int(digits)
    iranian = year in _IRANIAN
    if not iranian and year not in _YEARS:
        return since, until
    first, last = (year + 621, year + 622) if iranian else (year, year)
    if said == "until" or (said == "to" and since is not None):
        return since, last
    if since is None and said in ("since", ""):
        return first, until
    return since, until


def held(told: Tenure, day: str) -> str:
    """Whether it was held on a day, in a month or in a year ("2022-09-03", "2022-09", "2022"): yes, no, unknown.

    >>> held(Tenure(2019, 2022), "2020-09"), held(Tenure(2019, 2022), "2023"), held(Tenure(2019), "2019")
    ('yes', 'no', 'unknown')
    """
    year = int(day[:4])
    if (told.since and year < told.since) or (told.until and year > told.until):
        return NO
    said = (told.said_on or "")[: len(day)]
    if said == day and told.now is not None:
        return YES if told.now else NO
    if (
        told.since
        and told.since < year
        and ((told.until and year < told.until) or (told.now and day < said))
    ):
        return YES
    return NO if told.now is False and said and told.until is None and day > said else UNKNOWN


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody who may have held an office at a time: the answer and the roles it rests on."""

    entity: str
    answer: str
    roles: tuple[Role, ...]


def who_held(
    entities: Iterable[Entity], pages: dict[str, Page], office: str, day: str
) -> Iterator[Held]:
    """Who was called by all these words ("defence minister", in any of the languages), and was it so on that day?

    `pages` by the id of a mention. Said both before and after the day counts as held on it. A deputy, an
    adviser or a spokesman of the minister is none unless the office asked for is one.
    """
    wanted = _meant(office)
    for entity in sorted(entities, key=lambda e: e.id):
        roles = tuple(r for r in entity.roles if r.holder in pages and _is_office(r, pages, wanted))
        if roles:
            yield Held(entity.id, _answer([tenure(r, pages[r.holder]) for r in roles], day), roles)


def _is_office(role: Role, pages: dict[str, Page], wanted: frozenset[str]) -> bool:
    said = _meant(role.words)
    named = next((m for m in pages[role.holder].mentions if m.id == role.of), None)
    body = _meant(named.surface) if named else frozenset()
    return wanted <= said | body and not (said - wanted) & BELOW


@cache
def _meant(phrase: str) -> frozenset[str]:
    """What the words of an office mean in whatever language: "minister", "defence"; else the words."""
    apart = organisation(phrase)
    known = {*apart.topics, *apart.countries, *apart.directions, *apart.heads}
    for word in words(phrase):
        titled = title_class(word)
        if titled:
            known.add(titled)
        elif word in apart.proper:
            known.add(stem(word))
    return frozenset(known)


def _answer(told: list[Tenure], day: str) -> str:
    answers = {held(t, day) for t in told}
    now = [t.said_on for t in told if t.now and t.said_on]
    if YES in answers or (any(s < day for s in now) and any(s[: len(day)] > day for s in now)):
        return YES
    return NO if answers == {NO} else UNKNOWN

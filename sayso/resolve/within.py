"""Which names in one article are one? Full names first, then what is left of them further on."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.lexicon.load import lexicon
from sayso.model.mention import Link, Mention
from sayso.model.page import Page
from sayso.resolve import given
from sayso.resolve.alias import alias
from sayso.resolve.named import opinion
from sayso.resolve.organisation import organisation
from sayso.resolve.person import KUNYAS, MERGE_FAMILY, Person, family_likeness, honour, person
from sayso.resolve.spelling import readings, stem, words

_BRACKET = re.compile(r"\s*[(\[]\s*(?:the\s|далее\s|далі\s)?[—–:«„\"“]?\s*$")
LONGEST = 120  # code points from the beginning of a name to the bracket with its acronym


@dataclass(slots=True)
class Holder:
    """A name that stands in full in this article, and the mentions that repeat it."""

    first: Mention
    stems: tuple[str, ...]
    person: Person | None
    acronyms: set[str] = field(default_factory=set)


Rule = Callable[[Mention, Holder], str | None]


def within(page: Page) -> Iterator[Link]:
    """Links of one article: `a` the fuller mention, `b` one that repeats or shortens it.

    The fuller name usually stands earlier; a headline may come first with the short one. A short name
    that fits two full ones, both named before it, is left alone.
    """
    mentions = sorted(page.mentions, key=lambda m: (m.span.start, m.span.stop, m.id))
    parts = _parts(mentions)
    holders: list[Holder] = []
    short: list[Mention] = []
    for mention in mentions:
        if not _stands_alone(mention) or (mention.kind, _stems(mention)) in parts:
            short.append(mention)
        elif link := _repeats(mention, holders):
            yield link
        else:
            holders.append(_holder(mention))
    _learn_brackets(page, holders, short)
    yield from _shortened(short, holders)


def _stands_alone(mention: Mention) -> bool:
    """Whether the name is full enough to be what others refer back to."""
    if mention.kind == "PER":
        taken_apart = person(mention.surface)
        return taken_apart is not None and taken_apart.full and bool(taken_apart.family)
    return len(words(mention.surface)) > 1


def _stems(mention: Mention) -> tuple[str, ...]:
    """The words of a name for comparing: without endings, a person's without Mr and Ms, a body's without small ones."""
    return _stemmed(mention.kind, mention.surface)


@lru_cache(maxsize=50_000)
def _stemmed(kind: str, surface: str) -> tuple[str, ...]:
    parts = words(surface)
    if kind == "PER":
        bare = tuple(stem(p) for p in parts if not honour(p))
        return bare or parts
    return tuple(stem(p) for p in parts if not (kind == "ORG" and _small(p)))


def _parts(mentions: list[Mention]) -> set[tuple[str, tuple[str, ...]]]:
    """What this article's longer names hold: after a given name "Haddad-Brandt", in a body's "Grid Authority"."""
    found: set[tuple[str, tuple[str, ...]]] = set()
    for kind, whole in {(m.kind, _stems(m)) for m in mentions if m.kind in ("PER", "ORG")}:
        size = len(whole)
        for i in range(size):
            for j in range(i + 2, size + 1):
                if (kind == "ORG" or (i and j == size)) and j - i < size:
                    found.add((kind, whole[i:j]))
    return found


def _holder(mention: Mention) -> Holder:
    parts = words(mention.surface)
    return Holder(
        first=mention,
        stems=tuple(stem(p) for p in parts),
        person=person(mention.surface) if mention.kind == "PER" else None,
        acronyms=_initials(parts) if mention.kind == "ORG" else set(),
    )


def _small(word: str) -> bool:
    return lexicon("any", "organisation_words").entries.get(word, ("", ""))[1] == "filler"


def _initials(parts: tuple[str, ...]) -> set[str]:
    """The acronyms a name can have: of all its words, and without the small ones."""
    every = "".join(p[0] for p in parts)
    telling = "".join(p[0] for p in parts if not _small(p))
    return {a for a in (every, telling) if len(a) > 1}


def _repeats(mention: Mention, holders: list[Holder]) -> Link | None:
    """A full name again: the same words, a case form, or another spelling of one earlier holder."""
    for holder in holders:
        for rule in (same_words, case_form):
            if why := _tried(rule, mention, holder):
                return Link(holder.first.id, mention.id, "same", (rule.__name__, why))
    same = [h for h in holders if _tried(other_spelling, mention, h)]
    if len(same) != 1:
        return None
    why = other_spelling(mention, same[0]) or ""
    return Link(same[0].first.id, mention.id, "same", ("other_spelling", why))


def _tried(rule: Rule, mention: Mention, holder: Holder) -> str | None:
    return rule(mention, holder) if mention.kind == holder.first.kind else None


def same_words(mention: Mention, holder: Holder) -> str | None:
    """The same words again."""
    if words(mention.surface) == words(holder.first.surface):
        return f"“{mention.surface}” again"
    return None


def case_form(mention: Mention, holder: Holder) -> str | None:
    """The same words with other endings or glued prefixes."""
    if tuple(stem(p) for p in words(mention.surface)) != holder.stems:
        return None
    if opinion(mention.kind, mention.surface, mention.kind, holder.first.surface).firm:
        return None
    return f"“{mention.surface}” is a form of “{holder.first.surface}”"


def other_spelling(mention: Mention, holder: Holder) -> str | None:
    """Another spelling of the same name, also with a patronymic or a middle name more or less."""
    said = opinion(mention.kind, mention.surface, mention.kind, holder.first.surface)
    return "; ".join(said.because) if said.verdict == "same" else None


def acronym(mention: Mention, holder: Holder) -> str | None:
    """The first letters of an organisation's name, or what stood in brackets behind it."""
    if mention.kind != "ORG" or holder.first.kind != "ORG":
        return None
    if "".join(words(mention.surface)) in holder.acronyms:
        return f"“{mention.surface}” is short for “{holder.first.surface}”"
    return None


def known_names(mention: Mention, holder: Holder) -> str | None:
    """Two names of one known organisation, place or newsmaker."""
    if mention.kind != holder.first.kind or mention.kind not in ("PER", "ORG", "LOC"):
        return None
    one, two = alias(mention.surface, mention.kind), alias(holder.first.surface, mention.kind)
    if one and two and one.id == two.id:
        return f"both are known names of {one.id}"
    return None


def last_words(mention: Mention, holder: Holder) -> str | None:
    """A family name of several words, after the full name."""
    parts, whole = _stems(mention), _stems(holder.first)
    if mention.kind != "PER" or holder.first.kind != "PER" or len(parts) < 2:
        return None
    if len(parts) >= len(whole) or parts != whole[-len(parts) :]:
        return None
    return f"the family name of “{holder.first.surface}”"


def kunya(mention: Mention, holder: Holder) -> str | None:
    """ "Umm Yasin" after "Umm Yasin Duran"."""
    parts, whole = _stems(mention), _stems(holder.first)
    if mention.kind != "PER" or holder.first.kind != "PER" or len(parts) != 2:
        return None
    if words(mention.surface)[0] not in KUNYAS or parts != whole[:2]:
        return None
    return f"the first words of “{holder.first.surface}”"


def surname(mention: Mention, holder: Holder) -> str | None:
    """A family name alone, or with an initial, after the full name."""
    short = person(mention.surface) if mention.kind == "PER" else None
    full = holder.person
    if short is None or full is None or not short.family:
        return None
    if family_likeness(short.families, full.families) < MERGE_FAMILY:
        return None
    if opinion("PER", mention.surface, "PER", holder.first.surface).firm:
        return None
    return f"the family name of “{holder.first.surface}”"


def given_name(mention: Mention, holder: Holder) -> str | None:
    """A given name alone, or with the patronymic, after the full name."""
    short = person(mention.surface) if mention.kind == "PER" else None
    full = holder.person
    if short is None or full is None or full.given is None:
        return None
    called = short.given if not short.family else short.family
    if not called or (short.given and short.family) or not given.is_given(called):
        return None
    if given.agreement(called, full.given)[0] < given.SOUND:
        return None
    return f"the given name of “{holder.first.surface}”"


def short_form(mention: Mention, holder: Holder) -> str | None:
    """The first words of a longer name, when they say more than what kind of body it is."""
    if mention.kind == "PER" or mention.kind != holder.first.kind:
        return None
    parts = tuple(stem(p) for p in words(mention.surface))
    if not parts or parts != holder.stems[: len(parts)] or len(parts) >= len(holder.stems):
        return None
    if mention.kind == "LOC" or not organisation(mention.surface).proper:
        return None
    return f"the first words of “{holder.first.surface}”"


def part_of_name(mention: Mention, holder: Holder) -> str | None:
    """Some words of a longer name in their order: "Grid Authority" of "Northern Grid Authority"."""
    if mention.kind != "ORG" or holder.first.kind != "ORG":
        return None
    parts, whole = _stems(mention), _stems(holder.first)
    apart = organisation(mention.surface)
    if not 0 < len(parts) < len(whole) or not (apart.heads or apart.proper):
        return None
    if len(parts) == 1 and not apart.heads:
        return None
    places = range(len(whole) - len(parts) + 1)
    if not any(_alike(whole[i : i + len(parts)], parts) for i in places):
        return None
    return f"words of “{holder.first.surface}”"


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """The same words, with or without an article or a glued prefix."""
    pairs = zip(a, b, strict=True)
    return all(
        x == y or set(map(stem, readings(x))) & set(map(stem, readings(y))) for x, y in pairs
    )


SHORTENINGS: tuple[Rule, ...] = (
    acronym,
    known_names,
    last_words,
    kunya,
    surname,
    given_name,
    short_form,
    part_of_name,
)


def _learn_brackets(page: Page, holders: list[Holder], short: list[Mention]) -> None:
    """“Northern Grid Authority (NGA)”: what stands in brackets right behind a name is its short form.

    A name that the tagger cut short still counts when the letters are the first letters of the words
    between its beginning and the bracket.
    """
    bodies = [h for h in holders if h.first.kind == "ORG"]
    for mention in short:
        if mention.kind != "ORG" or not page.article.span.covers(mention.span):
            continue
        at = mention.span.start - page.base
        opened = _BRACKET.search(page.text, max(0, at - 12), at) if at > 0 else None
        name = "".join(words(mention.surface))
        before = [h for h in bodies if h.first.span.stop <= page.base + at]
        if opened and before and _introduces(page, before[-1], opened.start(), name):
            before[-1].acronyms.add(name)


def _introduces(page: Page, holder: Holder, opened: int, name: str) -> bool:
    """Whether the bracket that opens there gives the holder's short form."""
    start, stop = holder.first.span.start - page.base, holder.first.span.stop - page.base
    if stop == opened:
        return True
    between = page.text[start:opened]
    if "\n" in between or len(between) > LONGEST:
        return False
    return name in _initials(words(between))


def _shortened(short: list[Mention], holders: list[Holder]) -> Iterator[Link]:
    """Short names: to the one holder they fit; else to an earlier mention of the same words."""
    seen: dict[tuple[str, tuple[str, ...]], Mention] = {}
    for mention in short:
        fitting = _live(mention, _fitting(mention, holders))
        if len(fitting) == 1:
            holder, name, why = fitting[0]
            yield Link(holder.first.id, mention.id, "same", (name, why))
        elif not fitting:
            key = (mention.kind, tuple(stem(p) for p in words(mention.surface)))
            if key in seen:
                why = f"“{mention.surface}” again"
                yield Link(seen[key].id, mention.id, "same", ("same_words", why))
            elif key[1]:
                seen[key] = mention


Fit = tuple[Holder, str, str]


def _live(mention: Mention, fitting: list[Fit]) -> list[Fit]:
    """Those that a reader has met by then; when none, the first that is met (below a headline)."""
    met = [fit for fit in fitting if fit[0].first.span.start < mention.span.start]
    return met or fitting[:1]


def _fitting(mention: Mention, holders: list[Holder]) -> list[Fit]:
    for rule in SHORTENINGS:
        found = [(h, rule.__name__, why) for h in holders if (why := rule(mention, h))]
        if found:
            return found
    return []

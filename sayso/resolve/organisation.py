"""Do two names of organisations name one? Head word, topic, country, numbers, and the name proper."""

from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon.load import lexicon
from sayso.resolve import alias
from sayso.resolve.opinion import APART, POSSIBLY, SAME, Opinion
from sayso.resolve.sound import alike_in_some_reading, consonants
from sayso.resolve.spelling import fold, readings, stem, words

SOCIETIES = frozenset({"redcross", "redcrescent"})
SAYING = 3
"""Topics that tell one body from others: "Regional Maritime Safety Organization"."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation's name taken apart; `proper` are the words that only it has."""

    proper: tuple[str, ...]
    heads: frozenset[str]
    topics: frozenset[str]
    countries: frozenset[str]
    directions: frozenset[str]
    numbers: frozenset[str]
    trimmings: frozenset[str]

    @property
    def generic(self) -> bool:
        """ "Ministry of Health": a head word and a topic, and nothing that says whose."""
        named = self.proper or self.countries or self.numbers or len(self.topics) >= SAYING
        return bool(self.heads) and not named


@cache
def _classes() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    exact: dict[str, tuple[str, str]] = {}
    stems: dict[str, tuple[str, str]] = {}
    for word, (sort, kind) in lexicon("any", "organisation_words").entries.items():
        exact[fold(word)] = (sort, kind)
        stems.setdefault(stem(fold(word)), (sort, kind))
    return exact, stems


def _class(word: str) -> tuple[str, str] | None:
    exact, stems = _classes()
    for reading in readings(word):
        if reading in exact:
            return exact[reading]
    return stems.get(stem(word))


def _number(word: str) -> str:
    digits = "".join(str(int(c)) for c in word if c.isdigit())
    return digits.lstrip("0")


@lru_cache(maxsize=100_000)
def organisation(name: str) -> Organisation:
    """The name taken apart.

    >>> sorted(organisation("Iranian Foreign Ministry").countries)
    ['loc:ir']
    """
    parts = words(name)
    found: dict[str, set[str]] = {
        k: set()
        for k in (
            "filler",
            "head",
            "topic",
            "direction",
            "number",
            "legal",
            "descriptor",
            "country",
        )
    }
    proper: list[str] = []
    at = 0
    while at < len(parts):
        size, where = _country(parts, at)
        two = _two_words(parts, at) if not where else None
        if where:
            found["country"].add(where)
        elif two and at + 1 < len(parts):
            found[two[1]].add(two[0])
            size = 2
        else:
            _file(parts[at], found, proper)
        at += size
    return Organisation(
        proper=tuple(proper),
        heads=frozenset(found["head"]),
        topics=frozenset(found["topic"]),
        countries=frozenset(found["country"]),
        directions=frozenset(found["direction"]),
        numbers=frozenset(found["number"]),
        trimmings=frozenset(found["descriptor"]),
    )


def _two_words(parts: tuple[str, ...], at: int) -> tuple[str, str] | None:
    """ "Red Cross", in whatever case form."""
    found = _classes()[0].get(" ".join(parts[at : at + 2]))
    return found or _phrases().get(" ".join(stem(p) for p in parts[at : at + 2]))


@cache
def _phrases() -> dict[str, tuple[str, str]]:
    exact = _classes()[0]
    return {" ".join(map(stem, w.split())): row for w, row in exact.items() if " " in w}


def _country(parts: tuple[str, ...], at: int) -> tuple[int, str | None]:
    if _classes()[0].get(parts[at], ("", ""))[1] in ("filler", "topic", "head"):
        return 1, None
    for size in (3, 2, 1):
        if at + size <= len(parts) and (known := alias.place(parts[at : at + size])):
            return size, known.of if known.kind == "DEMONYM" else known.id
    return 1, None


def _file(word: str, found: dict[str, set[str]], proper: list[str]) -> None:
    if number := _number(word):
        found["number"].add(number)
        return
    known = _class(word)
    if known is None:
        if len(word) > 1:
            proper.append(word)
        return
    sort, kind = known
    if kind == "compound":
        head, topic = sort.split("+")
        found["head"].add(head)
        found["topic"].add(topic)
    elif kind != "filler":
        found[kind].add(sort)


def kind_of_body(name: str) -> str:
    """What a body is without whose it is ("health+ministry"), or "" when more is needed to tell.

    >>> kind_of_body("Ministry of Health of Ukraine") == kind_of_body("משרד הבריאות")
    True
    """
    apart = organisation(name)
    if not apart.heads or apart.proper or apart.numbers or apart.directions:
        return ""
    return "+".join((*sorted(apart.heads), *sorted(apart.topics)))


def _numbers(a: Organisation, b: Organisation) -> str | None:
    return "the numbers differ" if a.numbers != b.numbers else None


def _directions(a: Organisation, b: Organisation) -> str | None:
    return "the directions differ" if a.directions != b.directions else None


def _countries(a: Organisation, b: Organisation) -> str | None:
    if a.countries and b.countries and a.countries != b.countries:
        return "they belong to two countries"
    return None


def _topics(a: Organisation, b: Organisation) -> str | None:
    if a.topics and b.topics and not a.topics & b.topics:
        return "their topics differ"
    return None


def _heads(a: Organisation, b: Organisation) -> str | None:
    if a.heads and b.heads and not a.heads & b.heads:
        return "the head words differ"
    return None


_OBJECTIONS = (_numbers, _directions, _countries, _topics, _heads)


@lru_cache(maxsize=200_000)
def compare(a: Organisation, b: Organisation) -> Opinion:
    """The opinion on two organisations that the curated list does not know."""
    for objection in _OBJECTIONS:
        if why := objection(a, b):
            return Opinion(APART, 0.4 if _near(a, b) else 0.0, (why,), firm=True)
    if not a.proper and not b.proper:
        return _generic(a, b)
    matched, why = _proper(a.proper, b.proper)
    if matched < 0.85:
        return Opinion(APART, matched * 0.5, (why,))
    alike_else = (
        a.heads == b.heads
        and a.topics == b.topics
        and a.trimmings == b.trimmings
        and a.countries == b.countries
    )
    if matched >= 0.93 and alike_else:
        return Opinion(SAME, matched, (why, "head word and topic agree"))
    return Opinion(POSSIBLY, matched * 0.8, (why, "one name has words that the other lacks"))


def _near(a: Organisation, b: Organisation) -> bool:
    """Whether a reader might take one for the other, so that keeping them apart is worth saying."""
    if a.proper and b.proper:
        return _proper(a.proper, b.proper)[0] >= 0.85
    return not a.proper and not b.proper and bool(a.heads & b.heads and a.topics & b.topics)


def _generic(a: Organisation, b: Organisation) -> Opinion:
    if not (a.heads & b.heads) or a.topics != b.topics:
        return Opinion(APART, 0.2, ("only general words are shared",))
    if len(a.topics) >= SAYING and a.countries == b.countries and a.heads == b.heads:
        return Opinion(SAME, 0.95, ("the same kind of body for the same topics",))
    if a.countries and a.countries == b.countries and (a.topics or a.heads & SOCIETIES):
        return Opinion(SAME, 0.95, ("the same kind of body for the same topic and country",))
    return Opinion(POSSIBLY, 0.6, ("the same kind of body; whose, one of the names does not say",))


def _proper(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[float, str]:
    """How well the words that only these names have pair off, in any order; the worst pair counts."""
    if len(a) != len(b):
        return 0.0, "one name has words that the other lacks"
    left = list(b)
    worst = 1.0
    for word in a:
        best = max(left, key=lambda other: alike_in_some_reading(word, other))
        score = alike_in_some_reading(word, best)
        if score < 1.0 and min(consonants(word), consonants(best)) < 3:
            score -= 0.08
        worst = min(worst, score)
        left.remove(best)
    return worst, "the names proper agree" if worst >= 0.85 else "the names proper differ"

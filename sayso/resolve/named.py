"""What is the opinion on two names of whatever kinds?"""

from functools import lru_cache

from sayso.resolve import organisation, person
from sayso.resolve.alias import alias
from sayso.resolve.opinion import APART, POSSIBLY, SAME, Opinion
from sayso.resolve.sound import alike_in_some_reading, consonants
from sayso.resolve.spelling import words

_NAMED = ("PER", "ORG", "LOC")


@lru_cache(maxsize=300_000)
def opinion(kind: str, a: str, other_kind: str, b: str) -> Opinion:
    """The opinion on two names; kinds never mix, except that a place may stand for a body."""
    if kind != other_kind:
        return _two_kinds(kind, a, other_kind, b)
    if kind in _NAMED and (known := _known(kind, a, b)):
        return known
    if kind == "PER":
        one, two = person.person(a), person.person(b)
        if one is None or two is None:
            return Opinion(APART, 0.0, ("no name is left without titles and particles",))
        return person.compare(one, two)
    if words(a) == words(b):
        return _same_words(kind, a)
    if kind == "ORG":
        return organisation.compare(organisation.organisation(a), organisation.organisation(b))
    return _spelt(kind, a, b)


def _known(kind: str, a: str, b: str) -> Opinion | None:
    one, two = alias(a, kind), alias(b, kind)
    if one and two:
        if one.id == two.id:
            return Opinion(SAME, 1.0, (f"both are known names of {one.id}",))
        return Opinion(APART, 0.0, (f"known as two: {one.id} and {two.id}",), firm=True)
    return None


def _same_words(kind: str, a: str) -> Opinion:
    if kind == "ORG" and organisation.organisation(a).generic:
        return Opinion(POSSIBLY, 0.7, ("the same words, which do not say whose body it is",))
    return Opinion(SAME, 1.0, ("the same name",))


def _two_kinds(kind: str, a: str, other_kind: str, b: str) -> Opinion:
    if {kind, other_kind} == {"ORG", "LOC"} and words(a) == words(b):
        return Opinion(POSSIBLY, 0.5, ("one name, read as a place and as a body",))
    return Opinion(APART, 0.0, (f"a {kind} and a {other_kind} are never one",), firm=True)


def _spelt(kind: str, a: str, b: str) -> Opinion:
    """Places and other names: word by word, by sound; directions must agree."""
    one, two = words(a), words(b)
    facing = tuple(organisation.organisation(n).directions for n in (a, b))
    if facing[0] != facing[1]:
        return Opinion(APART, 0.0, ("the directions differ",), firm=True)
    if len(one) != len(two) or not one:
        return Opinion(APART, 0.0, ("one name has words that the other lacks",))
    worst = 1.0
    for x, y in zip(one, two, strict=True):
        score = alike_in_some_reading(x, y)
        short = score < 1.0 and min(consonants(x), consonants(y)) < 3
        worst = min(worst, score - (0.06 if short else 0.0))
    listed = kind == "LOC" and bool(alias(a, kind)) != bool(alias(b, kind))
    if worst >= 0.95 and not listed:
        return Opinion(SAME, worst, ("the names sound alike word by word",))
    if worst >= 0.85:
        return Opinion(POSSIBLY, worst * 0.8, ("the names sound nearly alike",))
    return Opinion(APART, worst * 0.5, ("the names differ",))

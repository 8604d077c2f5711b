"""Which names are worth comparing at all? Keys that two names of one bearer are likely to share."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sayso.language.skeleton import skeleton
from sayso.resolve import given
from sayso.resolve.alias import alias
from sayso.resolve.organisation import organisation
from sayso.resolve.person import Person, person
from sayso.resolve.spelling import readings, words

LARGEST = 60
"""A block of more names than this is compared only name by name with its neighbours in order, so that
one very common name does not make the work quadratic."""


def _near_skeletons(word: str) -> set[str]:
    """The skeletons of a word's readings and, of longer ones, each with one class left out; its listings."""
    found: set[str] = set()
    for reading in readings(word):
        found |= given.marks(reading)
        bones = skeleton(reading).replace(" ", "").replace(".", "")
        found.add(bones)
        if len(bones) >= 3:
            found.update(bones[:i] + bones[i + 1 :] for i in range(len(bones)))
    return found


def family_keys(word: str) -> set[str]:
    """Keys that two spellings of one family name are likely to share."""
    return _near_skeletons(word)


def _given_keys(named: Person) -> set[str]:
    called = [w for w in (named.given, *named.middle) if w]
    keys: set[str] = set()
    for word in called:
        keys |= given.classes(word) | given.classes_in_some_reading(word)
        keys |= {f"-{skeleton(r)[:1]}" for r in readings(word)}
    return keys


def keys(kind: str, name: str) -> frozenset[str]:
    """The blocking keys of a name."""
    found: set[str] = set()
    if known := alias(name, kind):
        found.add(known.id)
    if kind == "PER":
        named = person(name)
        if named and named.family:
            families = _near_skeletons(named.family)
            found |= {f"{f}/{g}" for f in families for g in _given_keys(named)}
    elif kind == "ORG":
        found |= _organisation_keys(name)
    else:
        found |= {f"{len(words(name))}:{f}" for w in words(name)[:1] for f in _near_skeletons(w)}
    return frozenset(f"{kind} {key}" for key in found)


def _organisation_keys(name: str) -> set[str]:
    apart = organisation(name)
    if not apart.proper:
        kinds = sorted(apart.heads) + sorted(apart.topics) + sorted(apart.numbers)
        return {"+".join(kinds)}
    return {bones for word in apart.proper for bones in _near_skeletons(word)}


def pairs(names: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Pairs of (kind, name) that share a key, each once, in a fixed order."""
    blocks: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind, name in sorted(set(names)):
        for key in sorted(keys(kind, name)):
            blocks[key].append((kind, name))
    seen: set[tuple[tuple[str, str], tuple[str, str]]] = set()
    for key in sorted(blocks):
        block = blocks[key]
        reach = len(block) if len(block) <= LARGEST else LARGEST // 4
        for i, one in enumerate(block):
            for two in block[i + 1 : i + 1 + reach]:
                if (one, two) not in seen:
                    seen.add((one, two))
                    yield one, two

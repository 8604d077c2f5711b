"""Which names may stand for one, so that claims of two languages can meet?

Only for comparing what is said. Who is who stays with `resolve`: entities are merged by nothing here,
and origins are counted by entities alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations, permutations
from typing import NamedTuple

from sayso.language.skeleton import skeleton
from sayso.model.collection import Collection
from sayso.model.entity import Entity
from sayso.model.page import Page
from sayso.model.text import Span
from sayso.weigh.words import PREFIXES, concept, empty_words, fold, tokens

# Consonants that a name needs before its sound tells it from others.
TELLING = 3
WORDS_OF_A_NAME = 4
MANY = 30  # entities of one sound, above which the sound tells nothing
CASELESS = frozenset({"ar", "fa", "he"})
# Sounds that one skeleton class holds and a script may keep apart: "Varn" is not "Brenn".
LABIALS = {
    **dict.fromkeys("bб", "b"),
    **dict.fromkeys("vwвו", "v"),
    **dict.fromkeys("fф", "f"),
    **dict.fromkeys("pпپ", "p"),
    "ب": "bvp",
    "ف": "fv",
    "ב": "bv",
    "פ": "pf",
    "ף": "pf",
}


class Heard(NamedTuple):
    """A name in a text, found by the sound of one that is known, and the class it belongs to."""

    start: int
    stop: int
    named: str


@lru_cache(maxsize=65536)
def labials(name: str) -> tuple[frozenset[str], ...]:
    """What the lips may say in it, in order; doubles once.

    >>> labials("Varn") == labials("Brenn")
    False
    """
    found: list[frozenset[str]] = []
    for letter in name.casefold():
        if letter in LABIALS and (not found or found[-1] != frozenset(LABIALS[letter])):
            found.append(frozenset(LABIALS[letter]))
    return tuple(found)


def sound_alike(one: str, other: str) -> bool:
    """Whether two names of one skeleton may be one name.

    >>> sound_alike("Varn", "وارن"), sound_alike("Varn", "Brenn")
    (True, False)
    """
    ours, theirs = labials(one), labials(other)
    return len(ours) != len(theirs) or all(a & b for a, b in zip(ours, theirs, strict=True))


def telling(sound: str) -> bool:
    """Whether a skeleton has consonants enough to be known by."""
    letters = sum(c.isalpha() for c in sound)
    return letters >= TELLING + (" " in sound) and "." not in sound.split()


def meaning(name: str, language: str) -> frozenset[str]:
    """The concepts of a name whose words all stand for one: "Southern Front"; else nothing."""
    empty = empty_words(language)
    known = [concept(w, language) for _, _, w in tokens(name) if w not in empty]
    return frozenset(k for k in known if k) if len(known) > 1 and all(known) else frozenset()


class Names:
    """Entities in classes that may be one; a class is called by the smallest of its entities."""

    def __init__(self, collection: Collection) -> None:
        self._first = {e.id: e.id for e in collection.entities}
        self._apart = _apart(collection)
        by_id = {e.id: e for e in collection.entities}
        maybe = [(k.a, k.b) for k in collection.links if k.verdict == "possibly"]
        maybe = [(a, b) for a, b in maybe if a in by_id and b in by_id]
        for a, b in _unopposed([*maybe, *_by_sound(collection.entities)], by_id):
            self._join(a, b)
        for a, b in _by_meaning(collection.entities):
            self._join(a, b)
        self.of_mention = {m: self._first[e.id] for e in collection.entities for m in e.mentions}
        self.kinds = _kinds(collection.entities, self._first)
        self._known = _known(collection.entities, self._first)
        self._meant = _meant(collection.entities, self._first)
        self._openings = frozenset(sound.split()[0] for sound in self._known)

    def of(self, entity: str) -> str:
        """The class of an entity, by its id."""
        return self._first.get(entity, entity)

    def pairs(self) -> frozenset[tuple[str, str]]:
        """Entities of one class, two by two, in both orders."""
        classes: dict[str, list[str]] = defaultdict(list)
        for entity, first in self._first.items():
            classes[first].append(entity)
        return frozenset(x for ids in classes.values() for x in permutations(ids, 2))

    def _join(self, a: str, b: str) -> None:
        one, other = sorted((self._first[a], self._first[b]))
        if one == other:
            return
        ours = [e for e, first in self._first.items() if first == one]
        theirs = [e for e, first in self._first.items() if first == other]
        if any((x, y) in self._apart for x in ours for y in theirs):
            return
        self._first.update(dict.fromkeys(theirs, one))

    def heard(self, page: Page, span: Span) -> Iterator[Heard]:
        """Known names in these words, whether or not the reader of names saw them (document offsets)."""
        text, language = page.words(span), page.article.language
        found = list(tokens(text))
        at = 0
        while at < len(found):
            for many in range(min(WORDS_OF_A_NAME, len(found) - at), 0, -1):
                taken = found[at : at + many]
                named = self._named(text, taken, language) or self._called(text, taken, language)
                if named:
                    start, stop = taken[0][0], taken[-1][1]
                    yield Heard(span.start + start, span.start + stop, named)
                    at += many - 1
                    break
            at += 1

    def _named(self, text: str, taken: list[tuple[int, int, str]], language: str) -> str | None:
        if language not in CASELESS and not all(text[start].isupper() for start, _, _ in taken):
            return None
        words = [w for _, _, w in taken]
        empty = empty_words(language)
        if any(w in empty for w in words) or all(concept(w, language) for w in words):
            return None
        rest = [_sound(w) for w in words[1:]]
        for first in _bare(words[0], language):
            sound = _sound(first)
            if sound not in self._openings:
                continue
            written = " ".join([first, *words[1:]])
            known = self._known.get(" ".join([sound, *rest]), {})
            fits = {c for name, c in known.items() if sound_alike(name, written)}
            if len(fits) == 1:
                return fits.pop()
        return None

    def _called(self, text: str, taken: list[tuple[int, int, str]], language: str) -> str | None:
        """The class of bodies whose name means these words: "the Southern Front" in any language."""
        if len(taken) < 2 or (language not in CASELESS and not text[taken[0][0]].isupper()):
            return None
        return self._meant.get(frozenset(concept(w, language) for _, _, w in taken))


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    return skeleton(word)


def _bare(word: str, language: str) -> Iterator[str]:
    yield word
    for prefix in PREFIXES.get(language, ()):
        if word.startswith(prefix) and len(word) - len(prefix) >= TELLING:
            yield word[len(prefix) :]


def _apart(collection: Collection) -> frozenset[tuple[str, str]]:
    """Pairs of entities that the resolver or a person keeps apart, in both orders."""
    entity_of = collection.entity_of()
    pairs = [(k.a, k.b) for k in collection.links if k.verdict == "apart"]
    for j in collection.judgements:
        if j.verdict == "not same":
            pairs += [(a, b) for a in j.subjects for b in j.subjects if a != b]
    named = [(entity_of.get(a, a), entity_of.get(b, b)) for a, b in pairs]
    return frozenset(x for a, b in named for x in ((a, b), (b, a)))


def _sounds(entity: Entity) -> dict[str, str]:
    """Skeleton of each name that tells enough -> the name."""
    made = ((skeleton(n.text), n.text) for n in entity.names)
    return {sound: name for sound, name in made if telling(sound)}


def _one_sound(a: Entity, b: Entity) -> bool:
    ours, theirs = _sounds(a) | _full(a), _sounds(b) | _full(b)
    return any(sound_alike(ours[s], theirs[s]) for s in ours.keys() & theirs.keys())


def _full(entity: Entity) -> dict[str, str]:
    """Skeleton of each name of several words -> the name; enough where the resolver thinks of one already."""
    return {skeleton(n.text): n.text for n in entity.names if " " in n.text}


def _by_sound(entities: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    """Pairs of entities with names of one skeleton."""
    sounding: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for sound in _sounds(entity):
            sounding[sound].add(entity.id)
    for _, ids in sorted(sounding.items()):
        if len(ids) <= MANY:
            yield from combinations(sorted(ids), 2)


def _unopposed(
    pairs: Iterable[tuple[str, str]], by_id: Mapping[str, Entity]
) -> Iterator[tuple[str, str]]:
    """Pairs that sound alike, without those of an entity that could as well be one of two others."""
    partners: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        if _one_sound(by_id[a], by_id[b]):
            partners[a].add(b)
            partners[b].add(a)
    clear = {
        one
        for one, others in partners.items()
        if all(_one_sound(by_id[a], by_id[b]) for a, b in combinations(sorted(others), 2))
    }
    for one in sorted(clear):
        yield from ((one, other) for other in sorted(partners[one] & clear) if one < other)


def _by_meaning(entities: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    """Organisations called by the same concepts in words of several languages."""
    meant: dict[frozenset[str], set[str]] = defaultdict(set)
    for entity in entities:
        for name in entity.names if entity.kind == "ORG" else ():
            if means := meaning(name.text, name.language):
                meant[means].add(entity.id)
    for _, ids in sorted(meant.items(), key=lambda x: sorted(x[0])):
        yield from ((min(ids), other) for other in sorted(ids - {min(ids)}))


def _meant(
    entities: Iterable[Entity], first: Mapping[str, str]
) -> dict[frozenset[str | None], str]:
    """What a body's name means -> its class."""
    out: dict[frozenset[str | None], str] = {}
    for entity in sorted(entities, key=lambda e: e.id):
        for name in entity.names if entity.kind == "ORG" else ():
            if len(means := meaning(name.text, name.language)) > 1:
                out.setdefault(frozenset(means), first[entity.id])
    return out


def _kinds(entities: Iterable[Entity], first: Mapping[str, str]) -> dict[str, str]:
    """Class -> the kind that most of its mentions have."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for entity in entities:
        counted[first[entity.id]][entity.kind] += len(entity.mentions)
    return {c: min(kinds, key=lambda k: (-kinds[k], k)) for c, kinds in counted.items()}


def _known(entities: Iterable[Entity], first: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Skeleton -> name of that sound -> class."""
    out: dict[str, dict[str, str]] = defaultdict(dict)
    for entity in entities:
        for sound, name in _sounds(entity).items():
            out[sound].setdefault(fold(name), first[entity.id])
    return dict(out)

"""Do two names of people name one person? Family name, given name, gender, generation."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.language.script import script
from sayso.lexicon.load import lexicon
from sayso.resolve import given
from sayso.resolve.opinion import APART, POSSIBLY, SAME, Opinion, near
from sayso.resolve.sound import alike_in_some_reading, best_alike, consonants
from sayso.resolve.spelling import fold, readings, words

_PATRONYMIC = re.compile(
    r"(?:(?:ович|евич|йович)(?:а|у|ем|ом|е|і|еві|ові)?|ич(?:а|у|ем|е)"
    r"|(?:овн|евн|івн|ївн|иничн|ичн)(?:а|ы|и|е|і|у|ой|ою)|[oeiy]vi(?:ch|č|c)|[oeiy]vna|ivna)$"
)
_FEMALE_PATRONYMIC = re.compile(r"(?:овн|евн|івн|ївн|ичн)(?:а|ы|и|е|і|у|ой|ою)$|[oeiy]vna$")
_FEMALE_FAMILY = re.compile(r"(?:ов|ев|ёв|єв|їв|ин|ын|ін|їн|ск|цк|ськ|зьк)(?:а|ая|ої|ою|ую)$")
_LATIN_FEMALE = re.compile(r"(?:ova|eva|yova|ina|skaya|skaia|ska)$")
_LATIN_MALE = re.compile(r"(?:ov|ev|yov|sky|skiy|skyi|skii|ski)$")
_MALE_FAMILY = re.compile(r"(?:ов|ев|ёв|єв|їв|ин|ын|ін|їн|ский|цкий|ський|зький)$")

_SERVANT = re.compile(r"^(?:abd[aeou]u?l|абд[аеу]ль?|عبدال|עבדא?ל)(?=.{4})")
_SERVANT_AS = {"a": "abdul", "а": "абдул", "ع": "عبدال", "ע": "עבדאל"}
_PLAINLY_FEMALE = re.compile(
    r"(?:ая|яя)$|(?:ск|цк|ськ|цьк|зьк)(?:ая|ую|ой|ою|ої)$|(?:ськ|цьк|зьк)а$"
)
_PLAINLY_MALE = re.compile(
    r"(?<=..[^аеиоуіїєыэюяь])(?:ый|ого|ым)$|(?:ск|цк|ськ|цьк|зьк)(?:ий|ого|ому|им)$"
)

KUNYAS = frozenset(["ابو", "ابا", "ابی", "ام", "אבו", "אום", "абу", "умм", "abu", "umm"])
_BARE = frozenset("bcdfgjklmnpqrstvwxzбвгджзйклмнпрстфхцчшщь")  # ends no woman's Slavic name
_NOMINATIVE = frozenset("бвгджзйклмнпрстфхцчшщ")  # how a man's given name ends before any ending

# Family names at least this alike may merge / may be suggested. Chosen on 400 Wikidata name tokens per
# script: .92 keeps about four of five true pairs; the nearest of 400 strangers passes it in about one of six.
MERGE_FAMILY, SUGGEST_FAMILY = 0.92, 0.78
SURE_FAMILY = 0.95  # what a listing in Wikidata makes of two family names that sound less alike


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name taken apart. `given` is None for a lone name; `middle` are the words between."""

    family: str
    given: str | None = None
    patronymic: str | None = None
    middle: tuple[str, ...] = ()
    generation: str = ""

    @property
    def full(self) -> bool:
        """Whether it has a given name that is more than an initial."""
        return self.given is not None and len(self.given) > 1

    @property
    def families(self) -> tuple[str, ...]:
        """The family name and what it may be a case form of; a man's given name in the nominative
        ("Джордж") says that the family name stands in the nominative too."""
        if self.given and self.given[-1] in _NOMINATIVE and given.classes(self.given):
            return (self.family,)
        return readings(self.family)

    @property
    def gender(self) -> str:
        """ "m", "f" or "-": patronymic first, then given name, then an unmistakable family name."""
        if self.patronymic:
            return "f" if _FEMALE_PATRONYMIC.search(self.patronymic) else "m"
        said = given.gender(self.given) if self.given else "-"
        if said == "-" and _LATIN_FEMALE.search(self.family):
            return "f"
        return said


@cache
def _particles() -> dict[str, str]:
    return {fold(w): kind for w, (kind,) in lexicon("any", "name_particles").entries.items()}


def honour(word: str) -> bool:
    """Whether a folded word is a form of address: mr, госпожа, السيد."""
    return _particles().get(word) == "honour"


@cache
def _titles() -> frozenset[str]:
    return frozenset(p for w in lexicon("any", "title_classes").entries for p in words(w))


def _is_title(word: str) -> bool:
    """A title that the tagger took for part of the name: "Депутатка Надія Орленко"."""
    feminine = word[:-2] if word.endswith(("ка", "ця")) else word
    return any(r in _titles() for r in (*readings(word), feminine))


@lru_cache(maxsize=200_000)
def person(name: str) -> Person | None:
    """The name taken apart, or None when nothing but particles is left.

    >>> person("Сергей Иванович Лебедев")
    Person(family='лебедев', given='сергей', patronymic='иванович', middle=(), generation='')
    """
    kinds = _particles()
    parts = words(name)
    generation = next((w for w in parts if kinds.get(w) == "generation"), "")
    named = _servants([w for w in parts if kinds.get(w) not in ("generation", "honour")])
    while len(named) > 2 and _is_title(named[0]):
        named = named[1:]
    kept = [
        w
        for i, w in enumerate(named)
        if w not in kinds
        or (i == len(named) - 1 and kinds[w] != "article")
        or (i == 0 and kinds[w] in ("descent", "servant") and len(named) == 2)
    ]
    kept = [w for w in kept if w not in ("al", "el")]
    if not kept:
        return None
    patronymic = next((w for w in kept[1:] if _PATRONYMIC.search(w)), None)
    if patronymic and len(kept) > 2 and kept.index(patronymic) == len(kept) - 1:
        return Person(kept[0], kept[1], patronymic, tuple(kept[2:-1]), generation)
    if patronymic and len(kept) > 2:
        rest = [w for w in kept if w != patronymic]
        return Person(rest[-1], rest[0], patronymic, tuple(rest[1:-1]), generation)
    return _ordered(kept, generation)


def _servants(named: list[str]) -> list[str]:
    """ "Abdel Aziz", "Abd al-Aziz" and "Abdulaziz" as one word: the servant of the Mighty."""
    kinds = _particles()
    out: list[str] = []
    at = 0
    while at < len(named):
        stop = at + 1
        if kinds.get(named[at]) == "servant":
            while stop < len(named) and kinds.get(named[stop]) == "article":
                stop += 1
            stop += stop < len(named)
        out.append(_servant(named[at:stop]))
        at = stop
    return out


def _servant(parts: list[str]) -> str:
    joined = "".join(parts)
    if given.classes(joined):
        return joined
    if len(parts) > 1:
        return _SERVANT_AS[joined[0]] + parts[-1].removeprefix("ال")
    return _SERVANT.sub(lambda hit: _SERVANT_AS[hit[0][0]], joined)


def _fathers_name(word: str) -> bool:
    """A patronymic made of a known given name; Karpovich, as a rule, is a family name."""
    hit = _PATRONYMIC.search(word)
    bare = word[: hit.start()] if hit else ""
    return any(
        given.is_given(bare + end) for end in ("", "й", "ий", "я", "а", "y", "ey", "ei", "iy")
    )


def _ordered(kept: list[str], generation: str) -> Person:
    if len(kept) == 1:
        return Person(kept[0], generation=generation)
    if len(kept) == 2 and given.is_given(kept[0]) and _fathers_name(kept[1]):
        return Person("", kept[0], kept[1], (), generation)
    first, last = kept[0], kept[-1]
    turned = given.classes(last) and not given.is_given(first) and len(first) > 1
    turned = turned and script(first) in ("Cyrl", "Latn")  # others do not put the family name first
    initial_last = len(last) == 1 and len(first) > 1
    if (turned and len(kept) == 2) or initial_last:
        return Person(first, kept[1], None, tuple(kept[2:]), generation)
    return Person(last, first, None, tuple(kept[1:-1]), generation)


_SOFT = re.compile(r"[аеиоуіїєыэюяёйьъ'ʼ]|(.)(?=\1)")
OTHER_LETTERS = 0.25
"""What another consonant costs a family name inside Cyrillic: Гриценко is not Грищенко."""


def _other_letters(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two family names in Cyrillic differ by a consonant, in whatever case form."""
    if script(a[0]) != "Cyrl" or script(b[0]) != "Cyrl":
        return False
    mine, yours = ({_hard(w) for w in names} for names in (a, b))
    return not mine & yours


def _hard(word: str) -> str:
    """The consonants, without what Russian and Ukrainian write in two ways: Хоторн, Готорн; Уитфилд, Вітфілд."""
    return _SOFT.sub("", re.sub(r"у(?=[аеиоі])", "в", word).replace("г", "х"))


_FAMILY_ENDS = (
    ("ev", "ов"),
    ("uk", "ик"),
    ("yk", "ук"),
    ("ik", "ук"),
    ("yk", "юк"),
    ("ik", "юк"),
)


def _ends_differ(a: Person, b: Person) -> bool:
    """Rudnev and Руднов, Shevchuk and Шевчик: the vowel of the last syllable tells Slavic names apart."""
    pairs = ((a.family, b.family), (b.family, a.family))
    return any(
        x.endswith(latin)
        and not x.endswith(f"y{latin}")
        and y.endswith(own)
        and not y.endswith(("ьов", "йов"))
        for x, y in pairs
        for latin, own in _FAMILY_ENDS
    )


@lru_cache(maxsize=300_000)
def family_likeness(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """How alike two family names are, each in the forms it may have; short ones must be spelt alike.

    What is less alike than could be suggested counts as 0.
    """
    listed = any(given.listed_as_one(x, y) for x in a for y in b)
    score = best_alike(a, b, given.LISTED_FAMILY if listed else SUGGEST_FAMILY)
    if not score:
        return 0.0
    if score < 1.0 and _other_letters(a, b):
        return score - OTHER_LETTERS
    if listed and score < SURE_FAMILY:
        return SURE_FAMILY
    if score < 1.0 and not set(a) & set(b):
        solid = min(consonants(a[0]), consonants(b[0]))
        if solid < 2:
            return score - 0.12
        if solid == 2 and score < 0.95:
            return score - 0.08
    return score


def _generations(a: Person, b: Person) -> Opinion | None:
    if a.generation != b.generation and (a.generation and b.generation):
        return Opinion(APART, 0.0, ("two generations of one name",), firm=True)
    return None


def _genders(a: Person, b: Person) -> Opinion | None:
    if {a.gender, b.gender} == {"m", "f"}:
        return Opinion(APART, 0.0, ("one name is a man's, the other a woman's",), firm=True)
    return None


def _family_genders(a: Person, b: Person) -> Opinion | None:
    """-ов against -ова: two people, unless a case ending may have made the difference."""
    for x, y in ((a, b), (b, a)):
        male = any(p.search(x.family) for p in (_MALE_FAMILY, _LATIN_MALE, _PLAINLY_MALE))
        female = any(p.search(y.family) for p in (_LATIN_FEMALE, _PLAINLY_FEMALE)) or (
            _FEMALE_FAMILY.search(y.family) and y.gender == "f"
        )
        if male and female:
            return Opinion(APART, 0.0, ("the endings of the family names differ by gender",), True)
    return None


def _families(a: Person, b: Person) -> Opinion | None:
    if not a.family or not b.family:
        return None
    if family_likeness(a.families, b.families) < SUGGEST_FAMILY:
        return Opinion(APART, 0.0, ("the family names differ",), firm=True)
    return None


def _kunyas(a: Person, b: Person) -> Opinion | None:
    """ "Umm Yasin" is not Yasin: a parent is called after a child."""
    if (a.given in KUNYAS) != (b.given in KUNYAS) and None in (a.given, b.given):
        return Opinion(APART, 0.0, ("one is called after the other as a parent",), firm=True)
    return None


def _patronymics(a: Person, b: Person) -> Opinion | None:
    if a.patronymic and b.patronymic:
        if alike_in_some_reading(a.patronymic, b.patronymic) < 0.8:
            return Opinion(APART, 0.0, ("the patronymics differ",), firm=True)
    return None


_OBJECTIONS = (_kunyas, _families, _generations, _genders, _family_genders, _patronymics)


@lru_cache(maxsize=300_000)
def compare(a: Person, b: Person) -> Opinion:
    """The opinion on two names of people; a name without a given name never gets `same` here."""
    for objection in _OBJECTIONS:
        if opinion := objection(a, b):
            return opinion
    family = family_likeness(a.families, b.families)
    said = f"family names {near(family)}"
    if a.given is None or b.given is None:
        return Opinion(POSSIBLY, 0.5 * family, (said, "a given name is missing"))
    worth, why = _given(a, b)
    if worth == given.OTHER:
        return Opinion(APART, 0.0, (said, why), firm=True)
    middle = _middles(a, b)
    score = family * worth - (0.2 if middle else 0.0)
    because = (said, why, *((middle,) if middle else ()))
    if middle and all(len(p.middle) == 1 and given.is_given(p.middle[0]) for p in (a, b)):
        return Opinion(APART, score, because)
    if family >= MERGE_FAMILY and worth >= given.SOUND and not middle and not _ends_differ(a, b):
        return Opinion(SAME, score, because)
    if score >= SUGGEST_FAMILY * given.UNSURE:
        return Opinion(POSSIBLY, score, because)
    return Opinion(APART, score, because)


def _given(a: Person, b: Person) -> tuple[float, str]:
    """The given names, and failing them a middle name used as one ("Javad" for "Mohammad Javad")."""
    mine, yours = a.given or "", b.given or ""
    worth, why = given.agreement(mine, yours)
    if worth < given.SOUND and len(mine) > 1 < len(yours):
        worth, why = max((worth, why), *_two_in_one(a, b), key=lambda row: row[0])
    if worth == given.READING and (_genitive(a, b) or _genitive(b, a)):
        worth = given.CLASS
    if worth == given.OTHER:
        for called, middles in ((mine, b.middle), (yours, a.middle)):
            if any(given.agreement(called, m)[0] >= given.SOUND for m in middles if len(m) > 1):
                return given.READING, f"{called} is the middle name of the other"
    return worth, why


def _genitive(a: Person, b: Person) -> bool:
    """ "Олександра Коваля" of Oleksandr Koval: both words decline, so this is no woman called Олександра,
    whose family name would either not decline or end in -ова, -іна, -ська."""
    ends = (a.given or "-")[-1], a.family[-1]
    nominative = {(b.given or "-")[-1], b.family[-1]}
    if script(a.family) != "Cyrl" or not set(ends) <= set("ая") or not nominative <= _BARE:
        return False
    return not _FEMALE_FAMILY.search(a.family) and a.family[:-1] in {
        f.rstrip("ьй") for f in a.families
    }


def _two_in_one(a: Person, b: Person) -> list[tuple[float, str]]:
    """Two given names written as one: "Gholam Reza" and "Gholamreza"."""
    found = [(0.0, "")]
    for x, y in ((a, b), (b, a)):
        if x.given and y.given and x.middle:
            found.append(given.agreement(x.given + x.middle[0], y.given))
    return found


def _middles(a: Person, b: Person) -> str | None:
    """Why the words between disagree, or None when one side is silent or they agree."""
    if not a.middle or not b.middle:
        return None
    for m in a.middle:
        if any(
            given.agreement(m, n)[0] >= given.INITIAL
            or alike_in_some_reading(m, n) >= (0.93 if script(m) == script(n) else 0.75)
            for n in b.middle
        ):
            return None
    return "the middle names differ"

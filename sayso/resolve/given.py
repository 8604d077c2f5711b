"""Are two given names the same name in two languages, a short form, an initial, or two names?"""

import re
from functools import cache, lru_cache

from sayso.language.script import script
from sayso.lexicon.load import lexicon
from sayso.resolve.sound import alike, alike_in_some_reading, consonants, sound
from sayso.resolve.spelling import fold, readings, stem

# What a step is worth in the score of two people; chosen so that an initial alone never merges.
EXACT, CLASS, SYMBOL, SOUND, READING, INITIAL, UNSURE, OTHER = (
    1.0,
    0.98,
    0.96,
    0.94,
    0.7,
    0.6,
    0.5,
    0.0,
)

LISTED, LISTED_FAMILY = 0.5, 0.5
"""How alike two names must sound for a listing to count."""


_CONSONANTS = frozenset("bcdfgjklmnpqrstvwxzбвгджзйклмнпрстфцчшщ")
_SILENT = re.compile("(?<=..)[هה]$")  # stands for a vowel at the end of a foreign name: إلسه, חנה


@cache
def _tables() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]], dict[str, str]]:
    """Folded given name -> classes, stem -> classes, folded given name -> gender."""
    exact: dict[str, frozenset[str]] = {}
    stems: dict[str, frozenset[str]] = {}
    genders: dict[str, str] = {}
    for word, (classes, gender) in lexicon("any", "nicknames").entries.items():
        name = fold(word)
        exact[name] = exact.get(name, frozenset()) | frozenset(classes.split())
        stems[stem(name)] = stems.get(stem(name), frozenset()) | frozenset(classes.split())
        genders[name] = gender if genders.get(name, gender) == gender else "-"
    return exact, stems, genders


@lru_cache(maxsize=100_000)
def classes(word: str) -> frozenset[str]:
    """The classes of a given name (one per name across languages) as the word stands."""
    return _tables()[0].get(word, frozenset())


@lru_cache(maxsize=100_000)
def classes_in_some_reading(word: str) -> frozenset[str]:
    """The classes it may have when it is a case form or carries a glued prefix."""
    exact, stems, _ = _tables()
    found = stems.get(stem(word), frozenset()) if script(word) == "Cyrl" else frozenset()
    for reading in readings(word):
        found |= exact.get(reading, frozenset())
    return found


def is_given(word: str) -> bool:
    """Whether the word is a known given name, as it stands or in a case form."""
    return bool(classes(word) or classes_in_some_reading(word))


def gender(word: str) -> str:
    """ "m", "f" or "-" when it does not say or may be a case form of another."""
    if classes_in_some_reading(word) - classes(word):
        return "-"
    return _tables()[2].get(word, "-")


@cache
def _symbols() -> dict[str, frozenset[str]]:
    """Folded name -> the Wikidata items it is a name of, where the sounds alone leave a doubt."""
    entries = lexicon("any", "name_symbols").entries
    return {word: frozenset(marks.split()) for word, (marks,) in entries.items()}


def listed_as_one(a: str, b: str) -> bool:
    """Whether Wikidata lists the two folded words as one given or family name.

    >>> listed_as_one("katarzyna", "катажина")
    True
    """
    known = _symbols()
    return bool(known.get(a, frozenset()) & known.get(b, frozenset()))


def marks(word: str) -> frozenset[str]:
    """What Wikidata lists the word under, for finding the pairs worth comparing."""
    return _symbols().get(word, frozenset())


@lru_cache(maxsize=200_000)
def agreement(a: str, b: str) -> tuple[float, str]:
    """How well two given names agree, 0 to 1, and the reason."""
    if a == b:
        return EXACT, "the same given name"
    if min(len(a), len(b)) == 1:
        return _initials(a, b)
    mine, yours = classes(a), classes(b)
    if mine & yours:
        return CLASS, f"{a} and {b} are one given name in two languages or a short form"
    if mine and yours:
        return _readings(a, b)
    if classes_in_some_reading(a) & classes_in_some_reading(b):
        doubt = _own_name(a, b) or _own_name(b, a)
        return (READING if doubt else CLASS), f"{a} may be a case form of {b}"
    return _unlisted(a, b, bool(mine or yours))


def _own_name(a: str, b: str) -> bool:
    """Мирослава is a name of her own and no sure case form of Мирослав."""
    return _stands_for(a) == "f" and b[-1] in _CONSONANTS


def _stands_for(word: str) -> str:
    """The gender of a name as it is written, were it in the nominative."""
    return "f" if word.endswith("слава") else _tables()[2].get(word, "-")


def _readings(a: str, b: str) -> tuple[float, str]:
    """Two listed names without a common class: only a case form can still make them one."""
    if classes_in_some_reading(a) & classes_in_some_reading(b):
        return READING, f"{a} may be a case form of {b}"
    return OTHER, f"the given names {a} and {b} differ"


def _feminine(a: str, b: str) -> bool:
    """Paul and Paula, فرید and فریده, רון and רונית: one name is the other's for a woman."""
    short, long = sorted((a, b), key=len)
    added = long[len(short) :] if long.startswith(short) else ""
    return added in {"Latn": ("a",), "Arab": ("ه",), "Hebr": ("ית", "ה")}.get(script(a), ())


def _ends_for_one(a: str, b: str) -> bool:
    """كريمة against Karim: a written final -a that the other alphabet would show as a vowel."""
    return bool(_SILENT.search(a)) and b[-1] in _CONSONANTS


def _unlisted(a: str, b: str, one_listed: bool) -> tuple[float, str]:
    if _feminine(a, b):
        return OTHER, f"{a} and {b} are a man's and a woman's name"
    score = alike_in_some_reading(a, b)
    if script(a) != script(b):
        if _ends_for_one(a, b) or _ends_for_one(b, a):
            return UNSURE, f"one of {a} and {b} ends as a woman's name"
        score = max(score, alike(_SILENT.sub("", a), _SILENT.sub("", b)))
    short = min(consonants(a), consonants(b)) < 2
    if score >= (0.97 if short else 0.9):
        worth = READING if one_listed and score < 0.95 else SOUND
        return worth, f"{a} and {b} sound alike"
    if score >= LISTED and listed_as_one(a, b):
        return SYMBOL, f"{a} and {b} are listed as one name"
    if score >= (0.88 if script(a) == script(b) else 0.75):
        return UNSURE, f"{a} and {b} sound a little alike"
    return OTHER, f"the given names {a} and {b} differ"


def _initials(a: str, b: str) -> tuple[float, str]:
    """An initial against a name or an initial; letters of two alphabets compare by sound and class."""
    short, long = (a, b) if len(a) == 1 else (b, a)
    if long.startswith(short) or alike(short, long[:1]) >= 0.8:
        return INITIAL, f"the initial {short}. fits {long}"
    kin = classes(long)
    for other, known in _tables()[0].items() if kin else ():
        if known & kin and other.startswith(short):
            return INITIAL, f"the initial {short}. fits {other}, a form of {long}"
    first, second = sound(short), sound(long)
    if first and second and alike(short, long[:2]) >= 0.8:
        return INITIAL, f"the initial {short}. fits {long}"
    return OTHER, f"the initial {short}. does not fit {long}"

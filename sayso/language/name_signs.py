"""What does a word look like, and on which lists does it stand? The signs that the name taggers read."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.language.morph import fold, forms
from sayso.lexicon.load import lexicon, words

CYRILLIC = ("ru", "uk")
# One spelling for Russian and Ukrainian, so that what is learned in one language serves the other.
_ONE_SPELLING = {
    **dict(zip("абвгґдезийклмнопрстуфх", "abvggdeziyklmnoprstufh", strict=True)),
    "ё": "e", "є": "e", "э": "e", "ж": "j", "и": "i", "і": "i", "ї": "i", "ы": "i", "ц": "c", "ч": "q", "ш": "w",
    "щ": "w", "ь": "", "ъ": "", "ю": "u", "я": "a", "'": "", "’": "", "ʼ": "",
}  # fmt: skip
_SPELL = str.maketrans(_ONE_SPELLING)
_ENDING = re.compile(r"(?<=..)(?:ogo|omu|imi|ami|eyu|oyu|ou|eu|iey|iy|oy|ey|im|ih|om|em|am|ah|ov|iv|ei|[aeiouy])$")  # fmt: skip
# List -> the letter that stands for it. "any" lists are read for the languages of the script.
LISTS = (
    ("titles", "T"), ("org_heads", "O"), ("say_verbs", "S"), ("small_words", "F"), ("function_words", "F"), ("pronouns", "F"),
    ("weekdays", "W"), ("months", "W"), ("places", "L"), ("not_names", "X"), ("anonymous", "K"), ("event_words", "K"),
    ("concepts", "K"), ("outlets", "M"), ("agencies", "M"), ("time_units", "U"), ("units", "U"), ("tense_words", "Z"),
    ("common_words", "C"),
)  # fmt: skip
KINDS = {"PER": "P", "ORG": "A", "LOC": "L", "CAPITAL": "L", "DEMONYM": "D"}
# Beginnings and endings under which common words hide, in look-up spelling.
BENT = {
    "fa": (
        ("", "می", "نمی", "بی", "نا", "هم", "پیش", "باز"),
        ("", "ها", "های", "هایی", "هایش", "هایشان", "هایمان", "ترین", "تر", "ان", "انه", "ات", "ی", "ای", "اش", "ش", "شان", "مان",
         "م", "ند", "ید", "یم", "ه", "گان", "گی", "ند", "مند", "گر", "گری", "کار", "کاران", "داران", "دار", "سازی", "سنجی", "شناسی"),
    ),
    "he": (
        ("", "ה", "ב", "ל", "מ", "ש", "ו", "כ", "וה", "שה", "כש", "מה", "ול", "וב", "ומ", "בה", "לה", "ת", "י", "נ", "הת", "מת", "ית"),
        ("", "ים", "ות", "י", "ה", "ת", "ו", "ם", "ן", "הם", "נו", "יו", "יה", "יהם", "ית", "יים", "יות", "תי", "תו", "תה", "תם", "ך", "ני", "ותיו"),
    ),
}  # fmt: skip
RARELY = frozenset("N12'")  # marks of words that are hardly known as names
RARE, COMMON = 10, 100  # how often a name token must have been seen to count as known, as common


class Signs(NamedTuple):
    """What one word tells: its spelling for look-up, its shape, the letters of its lists."""

    word: str
    shape: str
    lists: str


def spelled(word: str, language: str) -> str:
    """The spelling under which a word is looked up and learned.

    >>> spelled("Міністерство", "uk") == spelled("Министерство", "ru")
    True
    """
    if language in CYRILLIC:
        return word.lower().translate(_SPELL)
    return fold(word).replace("\u200c", "")


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """Cyrillic words without their case endings; other words as spelled."""
    whole = spelled(word, language)
    return _ENDING.sub("", whole) if language in CYRILLIC else whole


@cache
def lists(language: str) -> dict[str, str]:
    """Looked-up word -> letters of the lists it stands on."""
    known: dict[str, set[str]] = {}
    read = CYRILLIC if language in CYRILLIC else (language,)
    for source in read:
        for name, letter in LISTS:
            for word in _words_of(source, name):
                if " " not in word:
                    known.setdefault(stem(word, source), set()).add(letter)
    for word, letter in _shared():
        known.setdefault(stem(word, language), set()).add(letter)
    for word, (count,) in _tokens(language):
        often = 1 + (count >= RARE) + (count >= COMMON)
        known.setdefault(stem(word, language), set()).add(f"N{often}")
    return {word: "".join(sorted(letters)) for word, letters in known.items()}


def _words_of(language: str, name: str) -> frozenset[str]:
    """A list that not every language has."""
    if name == "common_words" and language not in ("fa", "he"):
        return frozenset()
    absent = {
        (lang, name) for lang in ("ru", "en") for name in ("org_heads", "places", "not_names")
    }
    return frozenset() if (language, name) in absent else words(language, name)


def _shared() -> list[tuple[str, str]]:
    """Single words of the lists that serve all languages, with their letters."""
    out = [(word, "L") for word in words("any", "territories") if " " not in word]
    out += [(word, "G") for word in words("any", "nicknames")]
    for name, (kind,) in lexicon("any", "tagger_names").entries.items():
        if kind == "PER":
            out += [(part, "P") for part in name.split() if len(part) > 2]
        elif " " not in name:
            out.append((name, KINDS.get(kind, "A")))
    return out


def _tokens(language: str) -> list[tuple[str, tuple[int]]]:
    sources = {"fa": ("ar", "fa"), "uk": ("ru",), "en": ()}.get(language, (language,))
    rows: dict[str, tuple[str, ...]] = {}
    for source in sources:
        rows |= lexicon(source, "name_tokens").entries
    return [(word, (int(count),)) for word, (count, *_) in rows.items()]


@lru_cache(maxsize=200_000)
def signs(word: str, language: str) -> Signs:
    """The signs of one word; on which lists it stands without its prefixes is told with a mark."""
    known = lists(language)
    spelling = spelled(word, language)
    found = known.get(stem(word, language), "")
    if not found and language in ("ar", "he", "fa"):
        for form in forms(word, language)[1:]:
            if form in known and len(form) > 1:
                found = known[form] + "'"
                break
    if language in BENT and set(found) <= RARELY and _bent(spelling, language):
        found += "c"
    return Signs(spelling, _shape(word), found)


def _bent(spelling: str, language: str) -> bool:
    """Whether a common word shows when an ending, and perhaps a beginning, is taken off."""
    known, (beginnings, endings) = lists(language), BENT[language]
    for first in beginnings:
        if not spelling.startswith(first):
            continue
        for last in endings:
            core = spelling[len(first) : len(spelling) - len(last)]
            if spelling.endswith(last) and len(core) > 2 and "C" in known.get(core, ""):
                return True
    return False


def _shape(word: str) -> str:
    if word.isalpha():
        return _shape_of_letters(word)
    if word[0].isdigit():
        return "9"
    if not any(c.isalpha() for c in word):
        return word[:2]
    letters = "".join(c for c in word if c.isalpha())
    if "-" in word or "\u200c" in word:
        return _shape_of_letters(letters) + "-"
    return _shape_of_letters(letters) + (
        "" if word[0].isalpha() and word[0].lower() in _ONE_SPELLING else "'"
    )


def _shape_of_letters(word: str) -> str:
    latin = "l" if word[0].isascii() else ""
    if word.islower():
        return latin + "x"
    if word.isupper():
        return latin + ("X" if len(word) == 1 else "XX")
    if word[0].isupper():
        return latin + ("Xx" if word[1:].islower() else "XxX")
    return latin + ("o" if len(word) > 2 else "oo")

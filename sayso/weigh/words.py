"""Which words of a text carry its content, and which concepts do they stand for?"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.lexicon.load import lexicon, words
from sayso.settings import LANGUAGES

MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670"
WORD = re.compile(
    rf"[^\W_][^\W_{MARKS}]*(?:['’`\u200c\u05f3\u05f4\"{MARKS}\u0640]+[^\W_]+)*[{MARKS}]*"
)
LETTERS = str.maketrans("ёأإآٱىةیکۀ’`", "еااااي" + "هيكه''")
DROPPED = re.compile(rf"[{MARKS}\u200c\u200d\u200e\u200f\u0640]")

ENDINGS = {
    "en": "ingly edly ings ing ies ied ers ed es er ly s e",
    "ru": (
        "ывавшихся ившимися ившихся ировавш ованными ованных ованный иваться ываться "
        "ившись авшись ениями ениях ением ениям ения ению ение ений остью ости ость "
        "ировать ировал ировало ировала ировали ировали овала овали овал овать "
        "ившие ившая ивший авшие авшая авший ующие ующих ующий ующая яющих яющий "
        "ились алась ились илась илось ались алось ился ался ется утся ются ится ятся "
        "ными ного ному ные ных ной ную ным ном ная ное ный "
        "ами ями ого его ому ему ыми ими ать ять ить еть ала али ало ила или ило ела ели ело "
        "ают яют ает яет ует уют ишь ите ете "
        "ая яя ое ее ые ие ый ий ой ей ую юю ых их ым им ом ем ам ям ах ях ов ев ия ию ии "
        "ся сь ал ил ел ют ут ит ят ет а я о е ы и у ю ь й"
    ),
    "uk": (
        "уванням уваннях ування юються уються ованими ованих ований увати ували увала ував "
        "еннями еннях енням ення анням аннях ання истю остей ості ість "
        "илися алися илась алась ився ався ється уться яться "
        "ними ного ному них ної ній ною ним ний на не ні "
        "ами ями ого его ому ему ими ати яти ити іти али ала ало или ила ило "
        "ають яють ає яє ує ують ить ять еть "
        "ий ій ої ою ею єю их їх им їм ом ем єм ам ям ах ях ів їв ія ію ії ові еві "
        "ся сь ав ив ів а я о е є и і ї у ю ь й"
    ),
    "ar": "هما هم هن كم نا ها ات ون ين ان وا تم ته تي ه ي ت ا",
    "fa": "هايشان هايي هاي هايش شان ترين تر ها ند يم يد اند است ان ات ش م ي ه",
    "he": "יהם יהן ותיו ותיה ים ות הם הן נו יו יה ה ת י",
}
PREFIXES = {
    "ar": ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك", "س", "ي", "ت", "ن"),
    "fa": ("نمي", "مي", "بر", "ب", "ن"),
    "he": ("ו", "ה", "ב", "ל", "מ", "ש", "כ"),
}
LONG_STEM = 4  # a shorter key belongs to too many words
SHORTEST = {"en": 3, "ru": 3, "uk": 3, "ar": 3, "fa": 3, "he": 3}


class Word(NamedTuple):
    """A word that carries content: local offsets, the key it is matched by, its concept if known."""

    start: int
    stop: int
    key: str
    concept: str | None


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word for look-up: lower case, without vowel points, stress, tatweel; letter variants merged.

    >>> fold("Взрывё"), fold("أُسرة")
    ('взрыве', 'اسره')
    """
    low = unicodedata.normalize("NFC", word).casefold()
    return DROPPED.sub("", low).translate(LETTERS).replace("'s", "").strip("'\"")


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """A matching key for the forms of one word; not a dictionary form.

    >>> stem("взрывами", "ru") == stem("взрыв", "ru"), stem("tonnes", "en") == stem("tonne", "en")
    (True, True)
    """
    least = SHORTEST.get(language, 3)
    for prefix in PREFIXES.get(language, ()):
        if word.startswith(prefix) and len(word) - len(prefix) > least:
            word = word[len(prefix) :]
            if len(prefix) > 1:
                break
    for ending in ENDINGS.get(language, "").split():
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


@cache
def _concepts(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """Whole words and stems of a language -> concept, both folded."""
    if language not in LANGUAGES:
        return {}, {}
    whole: dict[str, str] = {}
    stems: dict[str, str] = {}
    for word, (concept, form) in lexicon(language, "concepts").entries.items():
        (stems if form == "stem" else whole)[fold(word)] = concept
    return whole, stems


def _variants(word: str, language: str) -> Iterator[str]:
    """The word, then the word without the particles that are written onto its front."""
    yield word
    if language == "ar" and word.endswith("ا") and len(word) > 3:
        yield word[:-1]  # the accusative: "عقدا"
    for first in PREFIXES.get(language, ()):
        if word.startswith(first) and len(word) - len(first) >= 3:
            rest = word[len(first) :]
            yield rest
            for second in PREFIXES[language]:
                if rest.startswith(second) and len(rest) - len(second) >= 3:
                    yield rest[len(second) :]


@cache
def _by_stem(language: str) -> dict[str, str]:
    """The matching key of a whole word -> concept, where all words of that key mean the same."""
    out: dict[str, set[str]] = {}
    for word, meant in _concepts(language)[0].items():
        key = stem(word, language)
        if len(key) >= LONG_STEM:
            out.setdefault(key, set()).add(meant)
    return {key: min(meant) for key, meant in out.items() if len(meant) == 1}


@lru_cache(maxsize=65536)
def concept(word: str, language: str) -> str | None:
    """The concept a folded word stands for: a whole word first, then the longest known stem.

    >>> concept("killed", "en"), concept("погибших", "ru"), concept("teapot", "en")
    ('die', 'die', None)
    """
    whole, stems = _concepts(language)
    for variant in _variants(word, language):
        if variant in whole:
            return whole[variant]
        for length in range(len(variant), 2, -1):
            if variant[:length] in stems:
                return stems[variant[:length]]
    return _by_stem(language).get(stem(word, language))


@cache
def empty_words(language: str) -> frozenset[str]:
    """Words that carry no content (articles, prepositions, pronouns), folded."""
    if language not in LANGUAGES:
        return frozenset()
    return frozenset(fold(w) for w in words(language, "function_words"))


def tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, stop, folded word) of every word of a text."""
    for found in WORD.finditer(text):
        yield found.start(), found.end(), fold(found.group())


@lru_cache(maxsize=16384)
def content_words(text: str, language: str) -> tuple[Word, ...]:
    """The words that carry content, in order, with what they are matched by.

    >>> [w.concept or w.key for w in content_words("The ferry was carrying 40 teapots", "en")]
    ['ship', 'carry', '40', 'teapot']
    """
    empty = empty_words(language)
    out = []
    for start, stop, word in tokens(text):
        if word in empty or not word:
            continue
        if word.isdecimal():
            out.append(Word(start, stop, str(int(word)), None))
        elif len(word) > 1:
            out.append(Word(start, stop, stem(word, language), concept(word, language)))
    return tuple(out)


PASSIVE = re.compile(
    r"\b(?:was|were|been|being|be|is|are|got)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|ung|it|ut|nt|ld|ght|id)\b"
    r"(?:\W+\w+){0,4}?\W+by\b",
    re.IGNORECASE,
)


def has_passive(text: str, language: str) -> bool:
    """Whether the sentence turns who and whom around (English "was … by").

    >>> has_passive("The tug was rammed by the ferry", "en")
    True
    """
    return language == "en" and PASSIVE.search(text) is not None

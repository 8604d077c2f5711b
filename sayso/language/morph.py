"""What is the dictionary form of a word, and which forms may hide behind its prefixes?"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from sayso.language import ukrainian

# Universal part of speech -> pymorphy's parts of speech.
_POS = {
    "NOUN": ("NOUN",), "PROPN": ("NOUN", "ADJF"), "ADJ": ("ADJF", "ADJS", "PRTF", "COMP"),
    "VERB": ("VERB", "INFN", "PRTF", "PRTS", "GRND"), "AUX": ("VERB", "INFN"), "ADV": ("ADVB", "COMP", "PRED"),
    "PRON": ("NPRO",), "DET": ("ADJF", "NPRO"), "NUM": ("NUMR",), "ADP": ("PREP",), "PART": ("PRCL",),
    "CCONJ": ("CONJ",), "SCONJ": ("CONJ",),
}  # fmt: skip
_CASES = {
    "Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct", "Voc": "voct",
}  # fmt: skip
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_NUMBERS = {"Sing": "sing", "Plur": "plur"}

_HE_PREFIX = re.compile(r"^ו?(?:כש|[שכ])?[בלמ]?ה?(?=[א-ת]{2})")
_FA_SUFFIX = re.compile(r"(?:\u200c?(?:های?|ها|ی|ای|اش|ام|ات))$")
_ARABIC_FOLD = str.maketrans("أإآٱىةكيؤئ", "اااايهکیوی")


@cache
def analyser(language: str) -> Any:
    """The pymorphy3 analyser of Russian, loaded when first asked for."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)


@lru_cache(maxsize=100_000)
def parses(word: str, language: str) -> tuple[Any, ...]:
    """Pymorphy's readings of a Russian word, likeliest first."""
    return tuple(analyser(language).parse(word))


@lru_cache(maxsize=100_000)
def lemma(word: str, language: str, pos: str = "", morph: str = "") -> str:
    """The dictionary form in small letters; for ar, fa, he the folded word.

    For ru, `pos` (UPOS) and `morph` ("Case=Gen|…") choose among readings; for uk see
    `sayso.language.ukrainian`.

    >>> lemma("Киевом", "ru"), lemma("Коваленком", "uk"), lemma("Cities", "en")
    ('киев', 'коваленко', 'cities')
    """
    if language == "uk":
        return fold(ukrainian.lemma(word))
    if language != "ru":
        return fold(word)
    found = parses(word, language)
    fitting = [p for p in found if str(p.tag.POS) in _POS.get(pos, ())] or list(found)
    if not fitting:
        return word.lower()
    features = dict(f.split("=", 1) for f in morph.split("|") if "=" in f)
    return str(max(fitting, key=lambda p: _agreement(p, features)).normal_form)


def _agreement(reading: Any, features: dict[str, str]) -> int:
    """How many features agree; `max` keeps the likelier reading among equals."""
    tag = reading.tag
    return (
        2 * (str(tag.case) == _CASES.get(features.get("Case", "")))
        + (str(tag.gender) == _GENDERS.get(features.get("Gender", "")))
        + (str(tag.number) == _NUMBERS.get(features.get("Number", "")))
    )


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """For look-up only: small letters, vowel signs and tatweel off, Arabic letter forms made one.

    >>> fold("أَحْمَد"), fold("علي") == fold("علی")
    ('احمد', True)
    """
    if word.isascii():
        return word.lower()
    bare = "".join(
        c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) not in ("Mn", "Cf")
    )
    whole = unicodedata.normalize("NFC", word.lower() if _keeps_marks(word) else bare.lower())
    return whole.replace("ـ", "").translate(_ARABIC_FOLD)


def _keeps_marks(word: str) -> bool:
    """Cyrillic й and ї and Latin é are letters of their own; Arabic and Hebrew signs are not."""
    return not any("\u0590" <= c <= "\u06ff" or "\ufb1d" <= c <= "\ufefc" for c in word)


@lru_cache(maxsize=100_000)
def forms(word: str, language: str) -> tuple[str, ...]:
    """Folded candidates for look-up, the whole word first, then with clitics off, one by one.

    >>> forms("والرئيس", "ar")
    ('والرییس', 'الرییس', 'رییس')
    >>> forms("ובירושלים", "he")
    ('ובירושלים', 'בירושלים', 'ירושלים')
    """
    whole = fold(word)
    if language == "ar":
        return _unique(whole, *_arabic_forms(whole))
    if language == "he":
        most = _HE_PREFIX.match(whole)
        return _unique(*(whole[n:] for n in range((most.end() if most else 0) + 1)))
    if language == "fa":
        return _unique(whole, _FA_SUFFIX.sub("", whole))
    return _unique(whole, lemma(word, language)) if language in ("ru", "uk") else (whole,)


def _arabic_forms(whole: str) -> list[str]:
    """Without the conjunction, without the preposition, without the article (لل hides one)."""
    out = []
    bare = whole
    for conjunction in ("", "وف"):
        if conjunction and len(bare) > 3 and bare[0] in conjunction:
            bare = bare[1:]
            out.append(bare)
        if bare.startswith("لل") and len(bare) > 4:
            out += ["ال" + bare[2:], bare[2:]]
        elif len(bare) > 3 and bare[0] in "بلك":
            out.append(bare[1:])
            if bare[1:3] == "ال" and len(bare) > 5:
                out.append(bare[3:])
        if bare.startswith("ال") and len(bare) > 4:
            out.append(bare[2:])
    return out


def _unique(*found: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f for f in found if f))

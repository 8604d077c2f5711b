"""Which word is the noun of a role, which one dates it, and which says that somebody heads something?"""

import re
from functools import cache, lru_cache

from sayso.language.morph import fold, forms
from sayso.lexicon.load import lexicon, words

_QUOTES = str.maketrans({"״": '"', "”": '"', "“": '"', "׳": "'", "’": "'", "ʼ": "'"})
_ENDINGS = re.compile(
    r"(?<=..[^аеиоуіїєыэюя])(?:ового|ого|его|ому|ему|ові|еві|єві|ами|ями|ыми|ими|ої|ою|ею|єю|ой|ей|ый|ий|ій|ім|им|ым"
    r"|их|ых|ая|яя|ую|юю|ое|ее|ом|ем|єм|ам|ям|ах|ях|а|я|у|ю|і|ї|е|о|и|ы|й|ь)$"
)


@lru_cache(maxsize=50_000)
def _keys(word: str, language: str) -> tuple[str, ...]:
    """The forms under which a word of the text is looked up; the lists go through the same."""
    plain = word.translate(_QUOTES)
    if language in ("ru", "uk"):
        return (_ENDINGS.sub("", plain.casefold().replace("ё", "е")),)
    if language == "en":
        return (plain.casefold().removesuffix("'s"),)
    return tuple(f.replace("\u200c", "") for f in forms(plain, language))


@cache
def _table(language: str) -> dict[str, tuple[str, str]]:
    entries = lexicon(language, "role_words").entries
    return {_keys(word, language)[0]: (kind, meaning) for word, (kind, meaning) in entries.items()}


def kind(word: str, language: str) -> str:
    """ "role", "tense", "leads" or ""."""
    table = _table(language)
    return next((table[k][0] for k in _keys(word, language) if k in table), "")


@cache
def _topics(language: str) -> frozenset[str]:
    entries = lexicon("any", "organisation_words").entries
    listed = {w for w, (_, kind) in entries.items() if kind != "filler"}
    more = {part for phrase in words(language, "titles") for part in phrase.split()}
    return frozenset(_keys(w, language)[0] for w in listed | more)


def topic(word: str, language: str) -> bool:
    """Whether a word says what an office is for: "transport minister", "police chief"."""
    return any(k in _topics(language) for k in _keys(word, language))


@cache
def _breaking(language: str) -> frozenset[str]:
    lists = ("say_verbs", "pronouns", "function_words")
    return frozenset(fold(w) for name in lists for w in words(language, name))


JOINING = {
    "en": frozenset(["of", "for", "at", "the", "with", "in", "a", "an", "to", "and"]),
    "ru": frozenset(["по", "в", "во", "на", "при", "и"]),
    "uk": frozenset(["з", "із", "зі", "по", "в", "у", "на", "при", "й", "і", "та"]),
    "ar": frozenset(["باسم", "في", "لدى", "لل", "ل"]),
    "fa": frozenset(["در", "کل", "و"]),
    "he": frozenset(["של", "ב", "ל", "ה"]),
}


def breaks(word: str, language: str) -> bool:
    """Whether a role's words cannot go on over this one: a verb of saying, a pronoun, a conjunction."""
    low = word.casefold()
    if low in JOINING[language]:
        return False
    return fold(low) in _breaking(language)

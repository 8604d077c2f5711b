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
    bare = (f.replace("\u200c", "") for f in forms(plain, language))
    return tuple(re.sub("ת$", "ה", f) for f in bare) if language == "he" else tuple(bare)


@cache
def _table(language: str) -> dict[str, tuple[str, str]]:
    entries = lexicon(language, "role_words").entries
    return {_keys(word, language)[0]: (kind, meaning) for word, (kind, meaning) in entries.items()}


PREFIXES = {
    "en": ("co-", "vice-", "deputy-", "sub-", "under"),
    "ru": ("со", "вице-", "зам", "обер-", "под"),
    "uk": ("спів", "віце", "зам", "обер-"),
    "ar": (),
    "fa": ("نایب\u200c", "هم\u200c"),
    "he": ("תת-", "סגן-", "סגנית-"),
}
"""What may stand glued before the noun of a role: "co-founder", «совладелец», «نایب‌رئیس»."""


def kind(word: str, language: str) -> str:
    """ "role", "tense", "leads", "held" or ""."""
    return _row(word, language)[0]


def meaning(word: str, language: str) -> str:
    """What a word that dates a role says: former, then, new…; "" for others."""
    found = _row(word, language)
    return found[1] if found[0] == "tense" else ""


@lru_cache(maxsize=50_000)
def _row(word: str, language: str) -> tuple[str, str]:
    table = _table(language)
    known = next((table[k] for k in _keys(word, language) if k in table), None)
    if known:
        return known
    low = word.casefold()
    for prefix in PREFIXES[language]:
        bare = low.removeprefix(prefix)
        if bare != low and len(bare) > 2:
            rest = next((table[k] for k in _keys(bare, language) if k in table), ("", ""))
            if rest[0] == "role":
                return rest
    return "", ""


def same_word(a: str, b: str, language: str) -> bool:
    """Whether two words of titles are one word in some case form, with or without an article.

    >>> same_word("губернатор", "губернатору", "ru"), same_word("הנשיא", "נשיא", "he")
    (True, True)
    """
    return bool(set(_keys(a, language)) & set(_keys(b, language)))


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

"""Which words of a text can be part of a time expression, and in which senses?"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from sayso.lexicon.load import lexicon
from sayso.reading.time_hebrew import day_words, year_words

Senses = Mapping[str, str]
NONE: Senses = MappingProxyType({})

WORD = (
    r"[^\W\d_][^\W\d_\u064b-\u0652\u0670\u200c]*(?:['’ʼ׳״\"\u200c\u064b-\u0652\u0670]+[^\W\d_]+)*"
)
TOKEN = re.compile(
    r"(?P<date>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![\d/])|\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)(?:\d{4}|\d{2}))(?!\d)"
    r"|(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)(?!\d)"
    r"|(?P<decade>\d{3}0s\b|['’]\d0s\b|\d{2,4}[-‑](?:х|ті|тих|их|ые|е|і)\b)"
    r"|(?P<ordinal>\d{1,4}(?:st|nd|rd|th|[-‑](?:го|му|м|й|я|е|ого|ому|ої|га|те|та|ий))\b)"
    r"|(?P<half>\d+[½]|[½]|[13]/[24](?![\d/]))"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<abbr>(?:[A-Za-z]\.){2,}|[ap]\.m\b|[QHqh][1-4]\b)"
    rf"|(?P<word>{WORD})"
    r"|(?P<mark>[^\w\s])"
)
MARKS = {
    ",": "comma", "،": "comma", ".": "dot", "-": "hyphen", "–": "hyphen", "—": "hyphen",
    "‑": "hyphen", "־": "hyphen", "(": "left", ")": "right", "/": "slash", "'": "quote", "’": "quote",
    "$": "money", "€": "money", "£": "money", "¥": "money", "₽": "money", "₪": "money",
    "#": "money", "№": "money", "%": "percent",
}  # fmt: skip
FOLDED = str.maketrans("أإآٱىیكکё’ʼ׳״", "ااااييككе'''\"")
DROPPED = re.compile("[\u064b-\u0652\u0670\u0640\u200c]")
CYRILLIC_ROMAN = str.maketrans("ХІСМ", "XICM")
DOT_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
ROMAN = re.compile(r"M{0,3}(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
ARTICLE = {"ar": "ال"}
CLITICS = {"ar": ("و", "ف", "ب", "ل", "ك"), "he": ("ו", "ש", "כ", "ב", "ל", "מ", "ה")}
MONTH_SORTS = {
    "full": "month", "weak": "weakmonth", "adjective": "monthadj", "hebrew": "hebmonth",
}  # fmt: skip
MEASURES = frozenset(["unit", "season", "month", "weekday", "num"])
POSSESSIVE = ("'s", "s'")


class Token(NamedTuple):
    """A word with its senses (sort of word -> value). `start` skips a clitic, which is kept apart."""

    start: int
    stop: int
    text: str
    senses: Senses
    clitic: str = ""


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """The form under which word lists are searched: lower case, one alef, no vowel marks."""
    return DROPPED.sub("", word.lower()).translate(FOLDED)


@cache
def vocabulary(language: str) -> Mapping[str, Senses]:
    """All words of a language's time lists with their senses; phrases have their words spaced."""
    found: dict[str, dict[str, str]] = {}
    for word, (senses,) in lexicon(language, "time_words").entries.items():
        for sense in senses.split("; "):
            sort, _, value = sense.partition("=")
            found.setdefault(folded(word), {})[sort] = value
    for word, (number, calendar, strength) in lexicon(language, "months").entries.items():
        sort = MONTH_SORTS["hebrew" if calendar == "hebrew" else strength]
        found.setdefault(folded(word), {})[sort] = f"{calendar} {number}"
    for word, (number, strength) in lexicon(language, "weekdays").entries.items():
        sort = {"full": "weekday", "weak": "weakday", "every": "weekdays"}[strength]
        found.setdefault(folded(word), {})[sort] = number
    for word, (unit, number) in lexicon(language, "time_units").entries.items():
        found.setdefault(folded(word), {}).update(_unit_senses(unit, number))
    for word, (kind, value) in lexicon(language, "numerals").entries.items():
        sort = {"cardinal": "num", "ordinal": "ordinal", "vague": "vague"}[kind]
        found.setdefault(folded(word), {})[sort] = value
    if language == "he":
        for sort, words in (("hebyear", year_words()), ("hebday", day_words())):
            for word, counted in words.items():
                found.setdefault(folded(word), {})[sort] = str(counted)
    return MappingProxyType({w: MappingProxyType(s) for w, s in sorted(found.items())})


def _unit_senses(unit: str, number: str) -> dict[str, str]:
    if number == "two":
        return {"pair": unit}
    senses = {"unit": unit, f"unit{unit.lower()}": unit}
    if number in ("many", "any"):
        senses["units"] = unit
    if number == "many":
        senses["manyunits"] = unit
    return senses


Phrase = tuple[tuple[str, ...], Senses]


@cache
def phrases(language: str) -> Mapping[str, Mapping[str, tuple[Phrase, ...]]]:
    """First word -> second word -> the phrases that begin so, with their senses, longest first."""
    found: dict[str, dict[str, list[Phrase]]] = {}
    for phrase, senses in vocabulary(language).items():
        parts = tuple(m.group() for m in TOKEN.finditer(phrase))
        if len(parts) > 1:
            found.setdefault(parts[0], {}).setdefault(parts[1], []).append((parts, senses))
    return {
        first: {k: tuple(sorted(v, key=lambda p: (-len(p[0]), p[0]))) for k, v in seconds.items()}
        for first, seconds in sorted(found.items())
    }


@cache
def _known(word: str, language: str) -> tuple[Senses, int]:
    """The senses of a word and how many code points of clitics stand before it."""
    known = vocabulary(language)
    plain = folded(word)
    if plain in known:
        if word[0] == "آ" and plain.startswith("ال"):
            return NONE, 0  # the article has no madda: «آلان» is a name, «الآن» is now
        return known[plain], 0
    if language == "en" and plain.endswith(POSSESSIVE):
        return known.get(plain[:-2], known.get(plain[:-1], NONE)), 0
    return _without_clitics(plain, language)


def _without_clitics(plain: str, language: str) -> tuple[Senses, int]:
    known = vocabulary(language)
    cut = 0
    while cut < 3 and len(plain) - cut > 2:
        rest = plain[cut:]
        article = ARTICLE.get(language, "")
        for form, skip in ((rest, 0), (rest.removeprefix(article), 0)):
            if form in known and (cut or article):
                return known[form], cut + skip
        if rest.startswith("لل") and language == "ar":
            for form in ("ال" + rest[2:], rest[2:]):
                if form in known:
                    return known[form], cut + 1
        if rest[0] not in CLITICS.get(language, ()):
            break
        cut += 1
    return NONE, 0


def _number_senses(text: str) -> Senses:
    digits = text.replace(",", "")
    if not digits.isdigit():
        if text.count(".") + text.count(",") != 1:
            return NONE
        senses = {"num": text.replace(",", ".")}
        return senses | {"dotclock": text} if DOT_CLOCK.fullmatch(text) else senses
    value = int(digits)
    senses = {"num": str(value)}
    if digits == text:
        if 1 <= value <= 31 and len(text) <= 2:
            senses["day"] = str(value)
        if 1000 <= value <= 2199:
            senses["year"] = str(value)
        if 100 <= value <= 999:
            senses["oldyear"] = str(value)
    return senses


def _ordinal_senses(text: str) -> Senses:
    value = int(re.match(r"\d+", text).group())  # type: ignore[union-attr]
    if 1000 <= value <= 2199:
        return {"year": str(value)}
    return {"ordinal": str(value)} if value <= 31 else {"ordinal": str(value), "num": str(value)}


def _decade_senses(text: str) -> Senses:
    value = int(re.search(r"\d+", text).group())  # type: ignore[union-attr]
    if value % 10 or 100 <= value < 1000:
        return {"ordinal": str(value), "num": str(value)}
    return {"decade": str(value if value > 100 else 1900 + value)}


def _half_senses(text: str) -> Senses:
    whole = "" if "/" in text else text[:-1]
    return {"num": f"{whole}.5"} if whole else {"frac": "0.5"}


def _abbreviation_senses(text: str, language: str) -> Senses:
    if len(text) == 2:
        return {"quarterno" if text[0] in "Qq" else "halfno": text[1]}
    return _known(text.rstrip("."), language)[0]


NUMBERS = {
    "number": _number_senses, "ordinal": _ordinal_senses, "decade": _decade_senses,
    "half": _half_senses,
}  # fmt: skip


@lru_cache(maxsize=1 << 16)
def _word(text: str, language: str) -> tuple[Senses, int, str]:
    """A word's senses, the length of its clitics, and the rest of it."""
    senses, cut = _known(text, language)
    if senses and "weakmonth" in senses and language == "en" and not text[0].isupper():
        senses = MappingProxyType({k: v for k, v in senses.items() if k != "weakmonth"})
    if not senses and ROMAN.fullmatch(text.translate(CYRILLIC_ROMAN)):
        senses = MappingProxyType({"roman": text.translate(CYRILLIC_ROMAN)})
    return senses, cut, text[cut:]


def _token(found: re.Match[str], language: str) -> Token:
    sort, text = found.lastgroup or "mark", found.group()
    start, stop = found.span()
    if sort == "word":
        senses, cut, rest = _word(text, language)
        return Token(start + cut, stop, rest, senses, text[:cut] if cut else "")
    if sort in NUMBERS:
        return Token(start, stop, text, NUMBERS[sort](text))
    if sort == "mark":
        name = MARKS.get(text)
        return Token(start, stop, text, _mark_senses(name, text, language) if name else NONE)
    if sort == "abbr":
        return Token(start, stop, text, _abbreviation_senses(text, language))
    return Token(start, stop, text, {"clock" if sort == "clock" else "numdate": text})


@cache
def _mark_senses(name: str, text: str, language: str) -> Senses:
    return MappingProxyType({name: text, **vocabulary(language).get(text, NONE)})


def tokens(text: str, start: int, stop: int, language: str) -> list[Token]:
    """The tokens of text[start:stop], phrases of the word lists joined into one token."""
    single = [_token(m, language) for m in TOKEN.finditer(text, start, stop)]
    starters = phrases(language)
    out: list[Token] = []
    skip = 0
    for at, token in enumerate(single):
        if at < skip:
            continue
        known = starters.get(folded(token.text))
        joined = _phrase(single, at, known, text) if known else None
        out.append(joined[0] if joined else token)
        skip = at + joined[1] if joined else 0
    return out


def _phrase(
    single: list[Token], at: int, seconds: Mapping[str, tuple[Phrase, ...]], text: str
) -> tuple[Token, int] | None:
    if at + 1 >= len(single):
        return None
    second = single[at + 1]
    for parts, senses in seconds.get(folded(second.clitic + second.text), ()):
        run = single[at : at + len(parts)]
        if len(run) < len(parts) or any(
            folded(t.clitic + t.text) != p for t, p in zip(run[2:], parts[2:], strict=True)
        ):
            continue
        if "ref" in senses and _unit_at(single, at + len(parts)):
            continue  # "in the past" is no phrase in "in the past year"
        a, b = run[0].start, run[-1].stop
        return Token(a, b, text[a:b], senses, run[0].clitic), len(parts)
    return None


def _unit_at(single: list[Token], at: int) -> bool:
    return at < len(single) and not MEASURES.isdisjoint(single[at].senses)

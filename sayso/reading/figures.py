"""Which numbers does a claim give, of what, and how are they bounded?"""

import re
from collections.abc import Iterator
from functools import cache

from sayso.lexicon.load import lexicon
from sayso.model.claim import Figure
from sayso.model.page import Page
from sayso.reading.flat import key_of
from sayso.reading.phrases import pattern, phrases
from sayso.reading.telling import Piece

DIGITS = r"[0-9٠-٩۰-۹]"
NUMBER = re.compile(
    rf"(?<![\w.,/:])(?<![^א-ת]-)(?P<sign>[$€£₽₴₪]\s?)?(?P<n>{DIGITS}{{1,3}}(?:[,٬ \u00a0\u202f.]{DIGITS}{{3}})+(?:[.,٫]{DIGITS}+)?"
    rf"|{DIGITS}+(?:[.,٫]{DIGITS}+)?)(?P<pct>\s?[%٪])?(?![\w]*[:/-]{DIGITS})"
)
WORD = re.compile(r"\w+(?:['’ʼ]\w+)*")
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₴": "UAH", "₪": "ILS"}
APOSTROPHES = str.maketrans("’ʼ", "''")
GLUED = {"ar": "وفبل", "he": "והבלמכש"}
REACH = 24  # characters before a number in which its comparator must end


def figures(
    page: Page, content: tuple[Piece, ...], skip: tuple[Piece, ...] = ()
) -> tuple[Figure, ...]:
    """The figures in the content, in order; `skip` are stretches that are dates."""
    language = page.article.language
    out = []
    for start, stop in content:
        for a, b, value, unit in _numbers(page.text, language, start, stop):
            if any(x < b and a < y for x, y in skip) or (
                unit == "" and _year(page.text, a, b, value)
            ):
                continue
            last, unit, of = _unit(page.text, language, b, stop, unit)
            first, sign = _comparator(page.text, language, start, a)
            out.append(Figure(page.span(first, last), value, unit, sign, of))
    return tuple(out)


def _numbers(
    text: str, language: str, start: int, stop: int
) -> Iterator[tuple[int, int, float, str]]:
    """(start, stop, value, unit known from its sign) of numbers in digits and in words."""
    taken = start
    found = sorted([*_in_digits(text, start, stop), *_in_words(text, language, start, stop)])
    for a, b, value, unit in found:
        if a < taken:
            continue
        b, value = _scaled(text, language, b, stop, value)
        taken = b
        yield a, b, value, unit


def _in_digits(text: str, start: int, stop: int) -> Iterator[tuple[int, int, float, str]]:
    for m in NUMBER.finditer(text, start, stop):
        value = _value(m["n"])
        if value is None:
            continue
        unit = SIGNS.get((m["sign"] or " ")[0], "percent" if m["pct"] else "")
        yield m.start(), m.end(), value, unit


def _value(digits: str) -> float | None:
    """What the digits say; groups of three after a comma, dot or space are thousands.

    >>> _value("1,250"), _value("2.5"), _value("1 200 000"), _value("٣٫٥")
    (1250.0, 2.5, 1200000.0, 3.5)
    """
    plain = digits.replace("٫", ".").replace("٬", ",")
    plain = re.sub(r"[ \u00a0\u202f]", "", plain)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", plain):
        plain = plain.replace(".", "").replace(",", ".")
    else:
        plain = plain.replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _in_words(
    text: str, language: str, start: int, stop: int
) -> Iterator[tuple[int, int, float, str]]:
    """Runs of number words, added and multiplied up ("two hundred and fifty")."""
    numerals = _cardinals(language)
    run: list[tuple[int, int, float]] = []
    for m in WORD.finditer(text, start, stop):
        at, value = _cardinal(key_of(m[0], language).translate(APOSTROPHES), language, numerals)
        if value is not None and (not run or not text[run[-1][1] : m.start()].strip(" -\u00a0")):
            run.append((m.start() + at, m.end(), value))
        elif value is None and run and m[0].casefold() in ("and", "و"):
            continue
        else:
            yield from _summed(run)
            run = [(m.start() + at, m.end(), value)] if value is not None else []
    yield from _summed(run)


def _cardinal(word: str, language: str, numerals: dict[str, float]) -> tuple[int, float | None]:
    """(letters of a glued particle, value) of a number word: Hebrew "and five" is one word."""
    value = numerals.get(word)
    if value is None and word[:1] in GLUED.get(language, "") and len(word) > 3:
        value = numerals.get(word[1:])
        return (1, value) if value is not None else (0, None)
    return 0, value


def _summed(run: list[tuple[int, int, float]]) -> Iterator[tuple[int, int, float, str]]:
    if not run or (len(run) == 1 and run[0][2] < 2):
        return
    total, part = 0.0, 0.0
    for _, _, value in run:
        if value >= 1000:
            total += max(part, 1) * value
            part = 0.0
        elif value == 100 and 0 < part < 100:
            part *= 100
        else:
            part += value
    yield run[0][0], run[-1][1], total + part, ""


@cache
def _cardinals(language: str) -> dict[str, float]:
    rows = lexicon(language, "numerals").entries
    return {
        key_of(w, language): float(r[1])
        for w, r in rows.items()
        if r[0] == "cardinal" and " " not in w and re.fullmatch(r"\d+(\.\d+)?", r[1])
    }


def _scaled(text: str, language: str, at: int, stop: int, value: float) -> tuple[int, float]:
    """A scale word after the number: 2.5 million."""
    m = re.compile(r"[ \u00a0-]?(\w+)\.?").match(text, at, stop)
    row = lexicon(language, "scales").entries.get(m[1].casefold()) if m else None
    if m and row and value < float(row[0]):
        return m.end(1), value * float(row[0])
    return at, value


def _year(text: str, a: int, b: int, value: float) -> bool:
    return 1900 <= value <= 2100 and b - a == 4 and text[a:b].isdigit()


def _unit(text: str, language: str, at: int, stop: int, unit: str) -> tuple[int, str, str]:
    """Where the figure ends, its unit, and the word it counts."""
    if unit == "percent":
        return at, unit, _counted(text, at, stop)
    m = re.compile(r"[ \u00a0-]?(?:\w+[ \u00a0])?").match(text, at, stop)
    for begin in (at, m.end() if m else at):
        hit = pattern(language, "units").match(text, _skip(text, begin, stop), stop)
        if hit:
            known = lexicon(language, "units").entries.get(hit[0].casefold(), ("",))[0]
            return hit.end(), unit or known, hit[0]
    return at, unit, _counted(text, at, stop)


def _skip(text: str, at: int, stop: int) -> int:
    while at < stop and text[at] in " \u00a0-":
        at += 1
    return at


def _counted(text: str, at: int, stop: int) -> str:
    m = re.compile(r"\s+(?:of\s+|the\s+)*([^\W\d_]+)").match(text, at, stop)
    return m[1] if m else ""


def _comparator(text: str, language: str, start: int, at: int) -> tuple[int, str]:
    """Where the figure begins with its comparator, and the comparator."""
    near = max(start, at - REACH)
    for a, b, sign in phrases(text, language, "comparators", near, at):
        if not text[b:at].strip(" \u00a0$€£-־"):
            return a, sign
    return at, "="

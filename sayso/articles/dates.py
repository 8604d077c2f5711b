"""Which day does a publication line name? A full date in any of the six languages, or nothing."""

import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from sayso.articles.lines import words
from sayso.lexicon.load import lexicon
from sayso.settings import LANGUAGES

_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})(?!\d)")
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_JOINED = re.compile("^[בלמ](?=.{3,})")
YEARS = range(1900, 2100)

# The Iranian solar years that the 33-year cycle of leap years gives exactly.
# Numbers from 1420 on are rather years of the Hijra.
SOLAR_YEARS = range(1370, 1420)
_SOLAR_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_NOWRUZ_1400 = date(2021, 3, 21)


class Day(NamedTuple):
    """A date as written: [start, stop) in the text; `year` None where the words give none."""

    start: int
    stop: int
    year: int | None
    month: int
    day: int

    @property
    def iso(self) -> str | None:
        if self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day).isoformat()
        except ValueError:
            return None


@cache
def _months() -> dict[str, int]:
    """Gregorian month names of all languages; those that mean different months are left out."""
    found: dict[str, set[int]] = {}
    for language in LANGUAGES:
        for name, (month, calendar, strength) in lexicon(language, "months").entries.items():
            if calendar == "gregorian" and strength != "adjective":
                found.setdefault("".join(w for w, _, _ in words(name)), set()).add(int(month))
    return {name: months.pop() for name, months in sorted(found.items()) if len(months) == 1}


@cache
def _solar_months() -> dict[str, int]:
    """Month names of the Iranian solar year, which only a solar year beside them makes sure."""
    rows = lexicon("fa", "months").entries.items()
    return {
        "".join(w for w, _, _ in words(name)): int(month)
        for name, (month, calendar, strength) in rows
        if calendar == "jalali" and strength != "adjective"
    }


def _solar(start: int, stop: int, year: int, month: int, day: int) -> Day | None:
    """A day of the Iranian solar calendar as the Gregorian day that it is.

    >>> _solar(0, 9, 1405, 2, 14).iso
    '2026-05-04'
    """
    length = 31 if month <= 6 else 30
    if year not in SOLAR_YEARS or not 1 <= month <= 12 or not 1 <= day <= length:
        return None
    between = range(min(year, 1400), max(year, 1400))
    days_between = sum(366 if y % 33 in _SOLAR_LEAP else 365 for y in between)
    first = _NOWRUZ_1400 + timedelta(days_between if year > 1400 else -days_between)
    at = first + timedelta(31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1)
    return Day(start, stop, at.year, at.month, at.day)


def _month(word: str) -> int | None:
    return _months().get(word) or _months().get(_JOINED.sub("", word))


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() and len(word) <= 4 else None


def days(text: str) -> list[Day]:
    """The dates in a short text, in order."""
    found = [w for w in words(text) if w[0] not in _ORDINAL]
    out: list[Day] = []
    used = 0
    for at, (word, _, _) in enumerate(found):
        month = _month(word) if at >= used else None
        if month and (told := _around(found, at, month)):
            day, used = told
            out.append(day)
    return sorted([*out, *_solar_days(found), *_numeric(text)])


def _solar_days(found: list[tuple[str, int, int]]) -> list[Day]:
    """۱۴ اردیبهشت ۱۴۰۵, also with ماه written apart."""
    out: list[Day | None] = []
    for at, (word, _, stop) in enumerate(found):
        month = _solar_months().get(word)
        after = at + 2 if found[at + 1 : at + 2] and found[at + 1][0] == "ماه" else at + 1
        if month and at and after < len(found):
            day, year = _number(found[at - 1][0]), _number(found[after][0])
            if day and year:
                stop = found[after][2]
                out.append(_solar(found[at - 1][1], stop, year, month, day))
    return [d for d in out if d]


def _around(found: list[tuple[str, int, int]], at: int, month: int) -> tuple[Day, int] | None:
    """The day before or after a month's name, the year after both; the index past them."""
    numbers = {i: _number(found[i][0]) for i in range(max(0, at - 1), min(len(found), at + 4))}
    last = at
    if last + 1 < len(found) and _month(found[last + 1][0]) == month:
        last += 1  # Levantine and Gulf names side by side
    before, after = numbers.get(at - 1), numbers.get(last + 1)
    first = at
    if before and before <= 31:
        day, first = before, at - 1
    elif after and after <= 31:
        day, last = after, last + 1
    else:
        return None
    year = numbers.get(last + 1)
    if year in YEARS:
        last += 1
    else:
        year = None
    return Day(found[first][1], found[last][2], year, month, day), last + 1


def _numeric(text: str) -> list[Day]:
    """2026-05-04 and 04.05.2026; with slashes only when one number can be no month."""
    out: list[Day] = []
    for m in _NUMERIC.finditer(text):
        a, b, c = int(m.group(1)), int(m.group(3)), int(m.group(4))
        if a in SOLAR_YEARS and (solar := _solar(m.start(), m.end(), a, b, c)):
            out.append(solar)
        elif a in YEARS and b <= 12 and c <= 31:
            out.append(Day(m.start(), m.end(), a, b, c))
        elif c in YEARS and m.group(2) == "." and b <= 12 and a <= 31:
            out.append(Day(m.start(), m.end(), c, b, a))
        elif c in YEARS and max(a, b) <= 31 and min(a, b) <= 12 < max(a, b):
            out.append(Day(m.start(), m.end(), c, min(a, b), max(a, b)))
    return [d for d in out if d.month and d.day]

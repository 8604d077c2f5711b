"""Which day is meant by a date of the Hebrew calendar?"""

from datetime import date, timedelta
from functools import cache

EPOCH = 1373427  # days from the Hebrew reckoning's first to 1 January of the year 1
YEARS_AHEAD = 3760  # of a Hebrew year before ours in which it ends
LEAP_ADAR = 7  # the thirteenth month, which only leap years have
LETTERS = {
    **dict(zip("אבגדהוזחטיכלמנסעפצקרשת", (*range(1, 11), *range(20, 100, 10), *range(100, 500, 100)), strict=True)),
    **dict(zip("ךםןףץ", (20, 40, 50, 80, 90), strict=True)),
}  # fmt: skip


def number(letters: str) -> int:
    """What letters stand for.

    >>> number("טו"), number("תשפד")
    (15, 784)
    """
    return sum(LETTERS[c] for c in letters)


@cache
def new_year(year: int) -> date:
    """Rosh Hashanah of a Hebrew year, by the mean new moon and the postponements.

    >>> new_year(5785)
    datetime.date(2024, 10, 3)
    """
    return date.fromordinal(_elapsed(year) + _postponed(year) - EPOCH)


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    day = months * 29 + (12084 + 13753 * months) // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _postponed(year: int) -> int:
    """A year may not be 356 days long, nor the year before it 382."""
    before, this, after = (_elapsed(year + i) for i in (-1, 0, 1))
    if after - this == 356:
        return 2
    return 1 if this - before == 382 else 0


@cache
def month_lengths(year: int) -> tuple[int, ...]:
    """Days of the months from Tishri to Elul; the seventh, a second Adar, is 0 in common years."""
    days = (new_year(year + 1) - new_year(year)).days
    leap = days > 380
    heshvan = 30 if days % 10 == 5 else 29
    kislev = 29 if days % 10 == 3 else 30
    adars = (30, 29) if leap else (29, 0)
    return (30, heshvan, kislev, 29, 30, *adars, 30, 29, 30, 29, 30, 29)


def gregorian(year: int, month: int, day: int) -> date | None:
    """Our day of a Hebrew date, months counted from Tishri, Nisan always the eighth.

    >>> gregorian(5784, 8, 27), gregorian(5785, 5, 15), gregorian(5784, 2, 31) is None
    (datetime.date(2024, 5, 5), datetime.date(2025, 2, 13), True)
    """
    lengths = month_lengths(year)
    if not (1 <= month <= len(lengths) and day >= 1):
        return None
    if month == LEAP_ADAR and not lengths[LEAP_ADAR - 1]:
        month -= 1
    if day > lengths[month - 1]:
        return None
    return new_year(year) + timedelta(days=sum(lengths[: month - 1]) + day - 1)


def year_words() -> dict[str, int]:
    """The Hebrew years of the last two centuries as they are written: תשפ"ד -> 5784."""
    out = {}
    for year in range(5600, 5850):
        letters = _in_letters(year - 5000)
        written = f'{letters[:-1]}"{letters[-1]}'
        out[written] = out[f"ה'{written}"] = year
    return out


def day_words() -> dict[str, int]:
    """The days of a month in two letters: ט"ו -> 15."""
    days = {day: _in_letters(day) for day in range(11, 31)}
    return {f'{w[:-1]}"{w[-1]}': day for day, w in days.items() if len(w) > 1}


def _in_letters(value: int) -> str:
    out = ""
    for letter, worth in sorted(LETTERS.items(), key=lambda p: (-p[1], p[0])):
        while worth <= value and letter not in "ךםןףץ":
            if value in (15, 16):
                return out + ("טו" if value == 15 else "טז")
            out, value = out + letter, value - worth
    return out

"""On which day is a feast kept in a year?"""

from datetime import date, timedelta

from sayso.reading.time_calendar import gregorian
from sayso.reading.time_hebrew import YEARS_AHEAD, new_year

YEARS_BEHIND = {"jalali": 621}
TISHRI = {"rosh": 0, "kippur": 9, "sukkot": 14}  # days after the new year
SPRING = {"pesach": 0, "seder": -1, "purim": -30, "shavuot": 50}  # days after Passover
LONG_YEARS = (355, 385)  # with a day more before Hanukkah
ORTHODOX_LAG = 13  # days between the calendars, right from 1900 to 2099


def feast_day(rule: str, year: int) -> date | None:
    """The day of a feast: `12-25`, `easter`, `easter-2`, `easter-orthodox`, `4thu11`,
    `hijri-10-01`, `jalali-01-01`, `hebrew-pesach`.

    >>> feast_day("easter-2", 2024), feast_day("4thu11", 1999), feast_day("easter-orthodox", 2024)
    (datetime.date(2024, 3, 29), datetime.date(1999, 11, 25), datetime.date(2024, 5, 5))
    >>> feast_day("hebrew-pesach", 2024), feast_day("hebrew-hanukkah", 2023)
    (datetime.date(2024, 4, 23), datetime.date(2023, 12, 8))
    """
    if not 1900 <= year <= 2099:
        return None
    if rule == "easter-orthodox":
        return _julian_easter(year) + timedelta(days=ORTHODOX_LAG)
    if rule.startswith("easter"):
        return _easter(year) + timedelta(days=int(rule.removeprefix("easter") or "0"))
    if rule == "4thu11":
        first = date(year, 11, 1)
        return first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    calendar, _, rest = rule.partition("-")
    if calendar in ("hijri", "jalali"):
        return _of_calendar(calendar, rest, year)
    if calendar == "hebrew":
        return _hebrew(rest, year)
    return date(year, int(calendar), int(rest))


def _of_calendar(calendar: str, rest: str, year: int) -> date | None:
    """The day of another calendar that falls into our year; Hijri by reckoning, a day either way."""
    month, _, day = rest.partition("-")
    behind = YEARS_BEHIND[calendar] if calendar == "jalali" else round((year - 622) * 33 / 32)
    guess = year - behind if calendar == "jalali" else behind
    for own in range(guess - 2, guess + 3):
        at = gregorian((own, int(month), int(day)), calendar)
        if at is not None and at.year == year:
            return at
    return None


def _hebrew(feast: str, year: int) -> date:
    """A Hebrew feast in our year. Passover lies 163 days before the new year that follows it."""
    first = new_year(year + YEARS_AHEAD + 1)
    if feast in TISHRI:
        return first + timedelta(days=TISHRI[feast])
    if feast == "hanukkah":
        length = (new_year(year + YEARS_AHEAD + 2) - first).days
        return first + timedelta(days=84 if length in LONG_YEARS else 83)
    return first + timedelta(days=SPRING[feast] - 163)


def _easter(year: int) -> date:
    """Western Easter, after the anonymous Gregorian reckoning."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _julian_easter(year: int) -> date:
    """Orthodox Easter in the Julian calendar, after Meeus; its name as a day of ours."""
    epact = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7
    month, day = divmod(epact + weekday + 114, 31)
    return date(year, month, day + 1)

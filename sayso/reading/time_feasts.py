"""On which day is a feast kept in a year?"""

from datetime import date, timedelta

ORTHODOX_LAG = 13  # days between the calendars, right from 1900 to 2099


def feast_day(rule: str, year: int) -> date | None:
    """The day of a feast: `12-25`, `easter`, `easter-2`, `easter-orthodox`, `4thu11`.

    >>> feast_day("easter-2", 2024), feast_day("4thu11", 1999), feast_day("easter-orthodox", 2024)
    (datetime.date(2024, 3, 29), datetime.date(1999, 11, 25), datetime.date(2024, 5, 5))
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
    month, _, day = rule.partition("-")
    return date(year, int(month), int(day))


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

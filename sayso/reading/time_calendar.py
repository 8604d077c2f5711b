"""Which days does a calendar expression cover? Days, weeks, months, quarters, in three calendars."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1, 9998
DAY = timedelta(days=1)
JALALI_LEAPS = frozenset(
    {1, 5, 9, 13, 17, 22, 26, 30}
)  # of a 33-year cycle; right for 1178 to 1633
JALALI_NEW_YEAR = (1403, date(2024, 3, 20))
HIJRI_EPOCH = date(622, 7, 19)  # 1 Muharram 1 AH, civil (tabular) reckoning, in Gregorian days
HIJRI_LEAPS = frozenset({2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29})  # of a 30-year cycle
SEASONS = {"WI": 12, "SP": 3, "SU": 6, "FA": 9}
GRAINS = ("day", "week", "month", "quarter", "season", "half", "year", "decade", "century")


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of days with its grain and its TIMEX3 value. First and last day are both inside.

    They are None where no day of the common era can be named (years before Christ).
    """

    value: str
    grain: str
    first: date | None = None
    last: date | None = None


def day(at: date) -> Moment:
    """The moment of one day."""
    return Moment(at.isoformat(), "day", at, at)


def week(at: date) -> Moment:
    """The ISO week, Monday to Sunday, that holds the day."""
    year, number, weekday = at.isocalendar()
    monday = at - DAY * (weekday - 1)
    return Moment(f"{year:04d}-W{number:02d}", "week", monday, monday + 6 * DAY)


def weekend(at: date) -> Moment:
    """Saturday and Sunday of the ISO week that holds the day."""
    whole = week(at)
    assert whole.first is not None
    return Moment(f"{whole.value}-WE", "week", whole.first + 5 * DAY, whole.first + 6 * DAY)


def month(year: int, number: int) -> Moment:
    """A Gregorian month."""
    first = date(year, number, 1)
    return Moment(f"{year:04d}-{number:02d}", "month", first, _next_month(first) - DAY)


def quarter(year: int, number: int) -> Moment:
    """A calendar quarter."""
    first = date(year, 3 * number - 2, 1)
    last = _next_month(date(year, 3 * number, 1)) - DAY
    return Moment(f"{year:04d}-Q{number}", "quarter", first, last)


def half(year: int, number: int) -> Moment:
    """The first or second half of a year."""
    first, last = ((1, 1), (6, 30)) if number == 1 else ((7, 1), (12, 31))
    return Moment(f"{year:04d}-H{number}", "half", date(year, *first), date(year, *last))


def season(year: int, name: str) -> Moment:
    """A northern season: spring is March to May. Winter may lie at either end of its year."""
    if name == "WI":
        return Moment(f"{year:04d}-WI", "season", date(year - 1, 12, 1), date(year + 1, 2, 28))
    first = date(year, SEASONS[name], 1)
    last = date(year, SEASONS[name] + 3, 1) - DAY
    return Moment(f"{year:04d}-{name}", "season", first, last)


def year(number: int) -> Moment:
    """A Gregorian year; zero or less is before Christ (-43 is 44 BC) and has no bounds here."""
    if number < FIRST_YEAR:
        return Moment(f"BC{1 - number:04d}", "year")
    return Moment(f"{number:04d}", "year", date(number, 1, 1), date(number, 12, 31))


def decade(start: int) -> Moment:
    """The ten years from this one on (1990 for the 1990s)."""
    return Moment(f"{start // 10:03d}", "decade", date(start, 1, 1), date(start + 9, 12, 31))


def century(number: int) -> Moment:
    """The nth century, by its hundreds: the 20th is 1900 to 1999."""
    first = date(max(1, 100 * (number - 1)), 1, 1)
    return Moment(f"{number - 1:02d}", "century", first, date(100 * number - 1, 12, 31))


def _next_month(at: date) -> date:
    return date(at.year + at.month // 12, at.month % 12 + 1, 1)


def _add_months(at: date, count: int) -> date:
    months = at.year * 12 + at.month - 1 + count
    year_, month_ = divmod(months, 12)
    last = (_next_month(date(year_, month_ + 1, 1)) - DAY).day
    return date(year_, month_ + 1, min(at.day, last))


def shifted(at: date, count: int, unit: str) -> Moment:
    """The day, week, month… that lies `count` units from the day, at the grain of the unit.

    >>> shifted(date(2020, 8, 4), -3, "W").value
    '2020-W29'
    """
    if unit in ("D", "H", "MIN", "S"):
        return day(at + DAY * count if unit == "D" else at)
    if unit == "W":
        return week(at + 7 * DAY * count)
    if unit == "WE":
        return weekend(at + 7 * DAY * count)
    if unit == "M":
        moved = _add_months(at, count)
        return month(moved.year, moved.month)
    if unit == "Q":
        moved = _add_months(at, 3 * count)
        return quarter(moved.year, (moved.month + 2) // 3)
    return _shifted_years(at.year, count, unit)


def _shifted_years(start: int, count: int, unit: str) -> Moment:
    if unit == "E":
        return decade((start + 10 * count) // 10 * 10)
    if unit == "C":
        return century((start + 100 * count) // 100 + 1)
    return year(start + count)


def holding(at: date, grain: str) -> Moment:
    """The day, week, month, quarter or year that holds this day.

    >>> holding(date(2020, 8, 4), "quarter").value
    '2020-Q3'
    """
    makers: dict[str, Callable[[], Moment]] = {
        "day": lambda: day(at),
        "week": lambda: week(at),
        "month": lambda: month(at.year, at.month),
        "quarter": lambda: quarter(at.year, (at.month + 2) // 3),
    }
    return makers.get(grain, lambda: year(at.year))()


def part(moment: Moment, which: str) -> Moment:
    """The start, middle or end third of a moment: the value stays, the bounds tighten."""
    if moment.first is None or moment.last is None:
        return moment
    third = DAY * ((moment.last - moment.first).days // 3)
    if which == "START":
        return replace(moment, last=moment.first + third)
    if which == "END":
        return replace(moment, first=moment.last - third)
    return replace(moment, first=moment.first + third, last=moment.last - third)


def gregorian(at: tuple[int, int, int], calendar: str) -> date | None:
    """The Gregorian day of a year, month and day in a calendar; None where there is none.

    >>> gregorian((1403, 1, 1), "jalali")
    datetime.date(2024, 3, 20)
    >>> gregorian((1445, 9, 1), "hijri")
    datetime.date(2024, 3, 11)
    >>> gregorian((2023, 2, 29), "gregorian") is None
    True
    """
    year_, month_, day_ = at
    if not (FIRST_YEAR <= year_ <= LAST_YEAR and 1 <= month_ <= 12):
        return None
    if not 1 <= day_ <= days_in_month(year_, month_, calendar):
        return None
    if calendar == "jalali":
        return _jalali_year(year_) + DAY * (_jalali_days_before(month_) + day_ - 1)
    if calendar == "hijri":
        return HIJRI_EPOCH + DAY * (_hijri_days_before(year_, month_) + day_ - 1)
    return date(year_, month_, day_)


def days_in_month(year_: int, month_: int, calendar: str) -> int:
    """How many days the month has in its calendar."""
    if calendar == "jalali":
        if month_ == 12:
            return 30 if year_ % 33 in JALALI_LEAPS else 29
        return 31 if month_ <= 6 else 30
    if calendar == "hijri":
        long = month_ % 2 == 1 or (month_ == 12 and year_ % 30 in HIJRI_LEAPS)
        return 30 if long else 29
    return (_next_month(date(year_, month_, 1)) - DAY).day


def _jalali_days_before(month_: int) -> int:
    return 31 * (month_ - 1) if month_ <= 7 else 186 + 30 * (month_ - 7)


def _jalali_year(year_: int) -> date:
    """Its first day, counted from a year whose first day is known."""
    known, at = JALALI_NEW_YEAR
    span = range(known, year_) if year_ >= known else range(year_, known)
    days = sum(366 if y % 33 in JALALI_LEAPS else 365 for y in span)
    return at + DAY * days if year_ >= known else at - DAY * days


def _hijri_days_before(year_: int, month_: int) -> int:
    cycles, rest = divmod(year_ - 1, 30)
    leaps = sum(1 for y in range(1, rest + 1) if y in HIJRI_LEAPS)
    return cycles * 10631 + rest * 354 + leaps + 59 * ((month_ - 1) // 2) + 30 * ((month_ - 1) % 2)


def foreign_month(year_: int, month_: int, calendar: str) -> Moment | None:
    """A Jalali or Hijri month as Gregorian days; its value is the month that holds its middle."""
    first = gregorian((year_, month_, 1), calendar)
    if first is None:
        return None
    last = first + DAY * (days_in_month(year_, month_, calendar) - 1)
    middle = first + DAY * 14
    return Moment(f"{middle.year:04d}-{middle.month:02d}", "month", first, last)


def foreign_year(year_: int, calendar: str) -> Moment | None:
    """A Jalali or Hijri year as Gregorian days; its value is the year that holds most of it."""
    first, following = (gregorian((y, 1, 1), calendar) for y in (year_, year_ + 1))
    if first is None or following is None:
        return None
    middle = first + (following - first) // 2
    return Moment(f"{middle.year:04d}", "year", first, following - DAY)


def calendar_of(year_: int, language: str) -> str:
    """The calendar a bare year is counted in: Persian 1398 is Jalali, Arabic 1445 Hijri."""
    if language == "fa" and 1200 <= year_ <= 1500:
        return "jalali"
    if language == "ar" and 1300 <= year_ <= 1500:
        return "hijri"
    return "gregorian"

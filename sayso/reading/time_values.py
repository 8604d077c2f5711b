"""Which days does a date expression name? Full, partial and spelled dates, years, quarters, seasons."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sayso.reading import time_calendar as cal
from sayso.reading import time_hebrew
from sayso.reading.time_amounts import counted
from sayso.reading.time_calendar import Moment
from sayso.reading.time_scene import Bits, Dated, Scene, say, year_of_day, year_of_month

Found = tuple[Moment, str, str]  # moment, basis, reason
JALALI_YEARS_BEHIND = 621
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def dated(found: Found | None, bits: Bits, scene: Scene) -> Dated | None:
    """A date with its modifier ("early", "the end of") applied."""
    if found is None:
        return None
    moment, basis, reason = found
    which = bits.one("mod")
    if which:
        moment = cal.part(moment, which)
    words = say(moment) if not reason else f"{say(moment)}: {reason}"
    return Dated("DATE", moment.value, moment, basis, words, moment.grain)


def read_date(bits: Bits, scene: Scene) -> Dated | None:
    """A date by what it names: the first of the readers below that has an opinion."""
    for reader in READERS:
        if (found := reader(bits, scene)) is not None:
            return found if isinstance(found, Dated) else dated(found, bits, scene)
    return None


def relative_year(bits: Bits, scene: Scene) -> int | None:
    """The year that "last year", "this year" or "next year" means here."""
    if not bits.has("unity") and not (bits.one("deictic") or "").startswith("Y"):
        return None
    if bits.has("same"):
        return scene.last.first.year if scene.last and scene.last.first else None
    if scene.base is None:
        return None
    step = -1 if bits.has("last") else 1 if bits.has("next") else 0
    deictic = bits.one("deictic")
    if deictic and deictic.startswith("Y"):
        step = int(deictic[1:])
    return scene.base.year + step


def given_year(bits: Bits, scene: Scene) -> tuple[int | None, str]:
    """The year an expression states, and its basis."""
    year = bits.number("year")
    if year is not None:
        return year, "explicit"
    return relative_year(bits, scene), scene.basis


def month_of(bits: Bits) -> tuple[str, int] | None:
    """Calendar and number of the month named."""
    for sort in ("month", "weakmonth", "monthadj"):
        value = bits.one(sort)
        if value:
            calendar, number = value.split()
            return calendar, int(number)
    return None


def day_of(bits: Bits) -> int | None:
    """The day of the month, as digits or an ordinal."""
    return bits.number("day") or bits.number("ordinal")


def spelled_day(bits: Bits, scene: Scene) -> int | None:
    """«באחד באפריל»: Hebrew and Persian also count days with plain numbers."""
    told = counted(bits) if scene.language in ("he", "fa") and not bits.has("day") else None
    return int(told) if told and 1 <= told <= 31 else None


def numeric(bits: Bits, scene: Scene) -> Found | None:
    """14.06.2018, 2018-06-14, 06/14/2018. Slashes in English put the month first unless it cannot be."""
    text = bits.one("numdate")
    if not text:
        return None
    sep = next(c for c in text if not c.isdigit())
    a, b, c = (int(x) for x in text.split(sep))
    if a > 31:
        year, month, day, reason = a, b, c, ""
    else:
        year, month, day, reason = c, b, a, ""
        if (scene.language == "en" and sep == "/" and a <= 12) or b > 12:
            month, day = a, b
            reason = "read with the month first" if b <= 12 else ""
    if year < 100:
        year += 2000 if year < 60 else 1900
    at = cal.gregorian((year, month, day), cal.calendar_of(year, scene.language))
    return (cal.day(at), "explicit", reason) if at else None


def day_month(bits: Bits, scene: Scene) -> Found | Dated | None:
    """A day of a month, with or without its year, in three calendars."""
    month, day = month_of(bits), day_of(bits) or spelled_day(bits, scene)
    if month is None or day is None:
        return None
    calendar, number = month
    year, basis = given_year(bits, scene)
    reason = ""
    if calendar != "gregorian":
        return _foreign(bits, scene, (year, number, day), calendar)
    if day > cal.days_in_month(2000, number, "gregorian"):
        return None
    if year is None:
        year, basis, reason = year_of_day(number, day, scene)
    if year is None:
        return Dated("DATE", f"XXXX-{number:02d}-{day:02d}", None, basis, reason, "day")
    at = cal.gregorian((year, number, day), "gregorian")
    return (cal.day(at), basis, reason) if at else None


def month_year(bits: Bits, scene: Scene) -> Found | Dated | None:
    """A month, with or without its year."""
    month = month_of(bits)
    if month is None:
        return None
    calendar, number = month
    year, basis = given_year(bits, scene)
    if calendar != "gregorian":
        return _foreign(bits, scene, (year, number, None), calendar)
    reason = ""
    if year is None:
        year, basis, reason = _year_by_word(bits, number, scene) or year_of_month(number, scene)
    if year is None:
        return Dated("DATE", f"XXXX-{number:02d}", None, basis, reason, "month")
    if bits.one("era") == "BC":
        return Dated("DATE", f"BC{year:04d}", None, "explicit", "", "year")
    return cal.month(year, number), basis, reason


def _year_by_word(bits: Bits, number: int, scene: Scene) -> tuple[int, str, str] | None:
    """Last May, this May, next May: the nearest on that side."""
    at = scene.published
    if at is None or bits.has("unity") or not bits.has("last", "this", "next"):
        return None
    if bits.has("last"):
        year = at.year if number < at.month else at.year - 1
    elif bits.has("next"):
        year = at.year if number > at.month else at.year + 1
    else:
        year = at.year
    return year, scene.basis, f"counted from {scene.base_words}"


def hebrew_date(bits: Bits, scene: Scene) -> Dated | None:
    """כ"ז בניסן תשפ"ד: a day, a month or a year of the Hebrew calendar."""
    year, day = bits.number("hebyear"), bits.number("hebday")
    month = int((bits.one("hebmonth") or "hebrew 0").split()[1])
    basis, why = "explicit", "Hebrew calendar"
    if year is None and scene.base is not None:
        ahead = scene.base.year + time_hebrew.YEARS_AHEAD
        near = [(time_hebrew.gregorian(y, month, day or 1), y) for y in range(ahead - 1, ahead + 3)]
        year = (
            min((abs((at - scene.base).days), y) for at, y in near if at)[1]
            if any(n[0] for n in near)
            else None
        )
        basis, why = scene.basis, f"{why}, the year nearest to {scene.base_words}"
    if year is None:
        return None
    if not month:
        middle = time_hebrew.new_year(year).replace(day=1) + 180 * cal.DAY
        first, last = time_hebrew.new_year(year), time_hebrew.new_year(year + 1) - cal.DAY
        moment = Moment(f"{middle.year:04d}", "year", first, last)
        return dated((moment, basis, why), bits, scene)
    at = time_hebrew.gregorian(year, month, day or 1)
    if at is None:
        return None
    if day:
        return dated((cal.day(at), basis, why), bits, scene)
    last = at + (time_hebrew.month_lengths(year)[month - 1] - 1) * cal.DAY
    middle = at + 14 * cal.DAY
    moment = Moment(f"{middle.year:04d}-{middle.month:02d}", "month", at, last)
    return dated((moment, basis, why), bits, scene)


def _foreign(
    bits: Bits, scene: Scene, at: tuple[int | None, int, int | None], calendar: str
) -> Dated | Found | None:
    year, number, day = at
    basis, reason = "explicit", f"{calendar} calendar"
    if year is not None and bits.number("year") is None:
        year = _foreign_relative_year(bits, calendar, scene)
        basis = scene.basis
    if year is None:
        year = _foreign_year_near(number, calendar, scene)
        basis, reason = scene.basis, f"{calendar} calendar, the year nearest to {scene.base_words}"
    if year is None:
        day_words = f"-{day:02d}" if day else ""
        value = f"XXXX-{'XX' if day is None else 'XX-XX'}"
        told = f"{calendar} month {number}{day_words}, year unknown"
        return Dated("DATE", value, None, "unresolved", told, "day" if day else "month")
    if day is None:
        moment = cal.foreign_month(year, number, calendar)
        return (moment, basis, reason) if moment else None
    found = cal.gregorian((year, number, day), calendar)
    if found is None:
        return None
    moment = cal.day(found)
    if calendar == "hijri":
        moment = replace(moment, first=found - cal.DAY, last=found + cal.DAY)
        reason = f"{reason}, by reckoning: a day either way"
    return moment, basis, reason


def _foreign_relative_year(bits: Bits, calendar: str, scene: Scene) -> int | None:
    """«آبان سال گذشته»: this year or the last is counted in the month's own calendar."""
    ours = relative_year(bits, scene)
    if ours is None or scene.base is None:
        return None
    step = ours - scene.base.year
    guess = scene.base.year - (JALALI_YEARS_BEHIND if calendar == "jalali" else 578)
    began = [(cal.gregorian((y, 1, 1), calendar), y) for y in range(guess - 2, guess + 3)]
    return max(y for at, y in began if at is not None and at <= scene.base) + step


def _foreign_year_near(number: int, calendar: str, scene: Scene) -> int | None:
    if scene.base is None:
        return None
    guess = scene.base.year - (621 if calendar == "jalali" else 578)
    best: tuple[float, int] | None = None
    for year in range(guess - 3, guess + 4):
        at = cal.gregorian((year, number, 15), calendar)
        if at is not None:
            away = (at - scene.base).days
            cost = away * (0.5 if scene.future else 2) if away > 0 else -away
            best = min(best, (cost, year)) if best else (cost, year)
    return best[1] if best else None


def quarter(bits: Bits, scene: Scene) -> Found | Dated | None:
    """A quarter of a year; without one, the latest that has begun."""
    number = bits.number("quarterno")
    if number is None and bits.has("unitq"):
        number = bits.number("ordinal")
    if number is None or not 1 <= number <= 4:
        return None
    year, basis = given_year(bits, scene)
    reason = ""
    if year is None and scene.published:
        at = scene.published
        year = at.year if cal.quarter(at.year, number).first <= at else at.year - 1  # type: ignore[operator]
        basis, reason = scene.basis, f"the latest begun before {scene.base_words}"
    elif year is None and scene.base:
        year, basis, reason = scene.base.year, "anaphor", "the year mentioned last"
    if year is None:
        return Dated("DATE", f"XXXX-Q{number}", None, "unresolved", "no year known", "quarter")
    return cal.quarter(year, number), basis, reason


def half(bits: Bits, scene: Scene) -> Found | None:
    """The first or second half of a year."""
    if not bits.has("half", "halfno"):
        return None
    number = bits.number("halfno") or bits.number("ordinal") or (2 if bits.has("last") else None)
    year, basis = given_year(bits, scene)
    if number not in (1, 2):
        return None
    if year is None and scene.base:
        year, basis = scene.base.year, scene.basis
    return (cal.half(year, number), basis, "") if year else None


def century(bits: Bits, scene: Scene) -> Found | Dated | None:
    """The 20th century, XX век."""
    if not bits.has("unitc") or bits.has("decade"):
        return None
    roman = bits.one("roman")
    number = _roman(roman) if roman else day_of(bits) or bits.number("num")
    if not number or number > 30:
        return None
    if bits.one("era") == "BC":
        return Dated("DATE", f"BC{number * 100:04d}", None, "explicit", "", "century")
    return cal.century(number), "explicit", ""


def _roman(text: str) -> int:
    values = [ROMAN[c] for c in text]
    following = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, following, strict=True))


def decade(bits: Bits, scene: Scene) -> Found | None:
    """The 1990s, the nineties, 90-х."""
    start = bits.number("decade")
    if start is None:
        return None
    if bits.one("roman") == "XIX":
        start -= 100
    return cal.decade(start), "explicit", ""


def decade_of(bits: Bits, scene: Scene) -> Dated | None:
    """«دهه ۱۹۹۰», «دهه ۷۰»: the second by the Jalali century that has just ended."""
    start = bits.number("year") or bits.number("num")
    if start is None or start % 10 or not (start < 100 or start > 1000):
        return None
    start += 1300 if start < 100 else 0
    if cal.calendar_of(start, scene.language) == "jalali":
        start = (start + JALALI_YEARS_BEHIND + 9) // 10 * 10
    return dated((cal.decade(start), "explicit", ""), bits, scene)


def plain_year(bits: Bits, scene: Scene) -> Found | Dated | None:
    """A year, with its era; Persian and Hijri years by their calendars."""
    year = bits.number("year") or bits.number("oldyear")
    if year is None:
        return None
    if bits.one("era") == "BC":
        moment = Moment(f"BC{year:04d}", "year")
        return Dated("DATE", moment.value, moment, "explicit", f"{year} BC", "year")
    calendar = cal.calendar_of(year, scene.language)
    if calendar != "gregorian":
        moment_ = cal.foreign_year(year, calendar)
        return (moment_, "explicit", f"{calendar} calendar") if moment_ else None
    return cal.year(year), "explicit", ""


READERS: tuple[Callable[[Bits, Scene], Found | Dated | None], ...] = (
    numeric, quarter, half, day_month, month_year, century, decade, plain_year,
)  # fmt: skip


def spelled_year(bits: Bits, scene: Scene) -> Dated | None:
    """Nineteen ninety-six; the year two thousand."""
    numbers = [int(t.senses["num"]) for t in bits.tokens if t.senses.get("num", "").isdigit()]
    if any(t.text[0].isdigit() for t in bits.tokens):
        return None
    if numbers[:2] == [2, 1000]:
        year = 2000 + sum(numbers[2:])
    elif len(numbers) >= 2 and 17 <= numbers[0] <= 20 and 10 <= numbers[1] <= 90:
        year = 100 * numbers[0] + sum(numbers[1:])
    else:
        return None
    spelled_thousand = numbers[:2] == [2, 1000] and not bits.has("unity")
    if spelled_thousand or not 1700 <= year <= 2099:
        return None
    return dated((cal.year(year), "explicit", ""), bits, scene)


def season(bits: Bits, scene: Scene) -> Dated | None:
    """Spring 2018, last summer, the winter."""
    name = bits.one("season")
    if name is None:
        return None
    year, basis = given_year(bits, scene)
    reason = ""
    if year is None and scene.base:
        basis, reason = scene.basis, f"the nearest to {scene.base_words}"
        year = _season_year(name, bits, scene, scene.base)
    if year is None:
        return Dated("DATE", f"XXXX-{name}", None, "unresolved", "no year known", "season")
    if cal.calendar_of(year, scene.language) == "jalali":
        year, reason = year + JALALI_YEARS_BEHIND, "jalali calendar"
    return dated((cal.season(year, name), basis, reason), bits, scene)


def _season_year(name: str, bits: Bits, scene: Scene, base: date) -> int:
    if not scene.published or bits.has("same"):
        return base.year
    first = cal.SEASONS[name]
    begun = base.month >= first
    over = base.month > first + 2
    if bits.has("last") and not bits.has("this"):
        return base.year if over else base.year - 1
    if bits.has("next"):
        return base.year + 1 if begun else base.year
    if bits.has("this") or scene.future:
        return base.year
    return base.year if begun else base.year - 1

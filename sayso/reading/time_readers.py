"""Which reading serves which kind of pattern? Feasts, parts of a day and whole units are read here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sayso.reading import time_calendar as cal
from sayso.reading.time_amounts import CLOCK_UNITS
from sayso.reading.time_feasts import feast_day
from sayso.reading.time_relative import (
    ago,
    ahead,
    at_base,
    deictic,
    duration,
    following,
    last_units,
    next_day,
    relative_unit,
    shifted,
    the_period,
    this_part,
    weekday,
    with_part,
)
from sayso.reading.time_scene import Bits, Dated, Scene, say
from sayso.reading.time_values import (
    day_month,
    decade_of,
    hebrew_date,
    read_date,
    season,
    spelled_year,
)

Reader = Callable[[Bits, Scene], Dated | None]


def past_unit(bits: Bits, scene: Scene) -> Dated | None:
    """The past year, за последний год: a length that ends at the base day."""
    if bits.one("unit") in (None, "D", "X", *CLOCK_UNITS):
        return None
    return last_units(bits, scene)


def whole(bits: Bits, scene: Scene) -> Dated | None:
    """All day, весь день, כל השבוע."""
    unit = bits.one("unit") or (bits.one("deictic") or "X")[0]
    if unit not in "DWMYQ" or bits.has("one", "num"):
        return None
    return Dated("DURATION", f"P1{unit}", precision="duration")


def part_of(bits: Bits, scene: Scene) -> Dated | None:
    """The evening of 6 January; ночь на 3 ноября."""
    told = read_date(bits, scene)
    return with_part(told, bits) if told and told.precision == "day" else told


def part_of_that(bits: Bits, scene: Scene) -> Dated | None:
    """The evening of the same day."""
    told = relative_unit(bits, scene)
    return with_part(told, bits) if told and told.precision == "day" else None


def part_of_the_next(bits: Bits, scene: Scene) -> Dated | None:
    """«Утром следующего дня»."""
    told = following(bits, scene)
    return with_part(told, bits) if told else None


def eve_of_a_holiday(bits: Bits, scene: Scene) -> Dated | None:
    """The day before a feast."""
    feast = holiday(bits, scene)
    if feast is None or feast.moment is None or feast.moment.first is None:
        return None
    return at_base(
        cal.day(feast.moment.first - cal.DAY), scene, f"the day before {feast.derivation}"
    )


def holiday(bits: Bits, scene: Scene) -> Dated | None:
    """A feast of this year, or the nearest to publication with the past likelier."""
    told = bits.one("holiday")
    if not told or scene.base is None:
        return None
    year = bits.number("year")
    years = (year,) if year else range(scene.base.year - 1, scene.base.year + 2)
    days = [d for y in years if (d := feast_day(told, y))]
    if not days:
        return None
    base = scene.base
    if bits.has("next"):
        days = [d for d in days if d > base] or days
    elif bits.has("last"):
        days = [d for d in days if d < base] or days
    dear = 0.5 if scene.future else 2
    best = min(days, key=lambda d: (abs((d - base).days) * (dear if d > base else 1), d))
    return at_base(cal.day(best), scene)


def year_end(bits: Bits, scene: Scene) -> Dated | None:
    """Year-end: the last part of the year."""
    if scene.base is None:
        return None
    return at_base(cal.part(cal.year(scene.base.year), "END"), scene)


def week_of(bits: Bits, scene: Scene) -> Dated | None:
    """The week of March 6."""
    found = day_month(bits, scene)
    if found is None or isinstance(found, Dated) or found[0].first is None:
        return None
    moment = cal.week(found[0].first)
    return Dated("DATE", moment.value, moment, found[1], say(moment), "week")


def reference(bits: Bits, scene: Scene) -> Dated | None:
    """Now, recently, soon: TimeML's references."""
    value = bits.one("ref") or ("PAST_REF" if bits.has("pastref") else None)
    return Dated("DATE", value, basis="unresolved", precision="unknown") if value else None


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "date": read_date,
        "spelled year": spelled_year,
        "season": season,
        "weekday": weekday,
        "deictic": deictic,
        "part": this_part,
        "relative unit": next_day,
        "the period": the_period,
        "last units": last_units,
        "following": following,
        "ago": ago,
        "ahead": ahead,
        "shifted": shifted,
        "year ago": ago,
        "duration": duration,
        "reference": reference,
        "holiday": holiday,
        "eve of a holiday": eve_of_a_holiday,
        "past unit": past_unit,
        "whole": whole,
        "part of": part_of,
        "part of the next": part_of_the_next,
        "part of that": part_of_that,
        "Hebrew date": hebrew_date,
        "part alone": this_part,
        "decade of": decade_of,
        "year end": year_end,
        "week of": week_of,
    }
)

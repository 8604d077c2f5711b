"""What does an expression mean that is counted from another day? Weekdays, ago, last week, lengths."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from sayso.reading import time_calendar as cal
from sayso.reading.time_calendar import Moment
from sayso.reading.time_scene import Bits, Dated, Scene, say
from sayso.reading.time_values import read_date, season, spelled_year

Reader = Callable[[Bits, Scene], Dated | None]
CLOCK_UNITS = ("H", "MIN", "S")
UNKNOWN_MANY = "X"


def _at(moment: Moment, scene: Scene, why: str = "") -> Dated:
    """A moment counted from the scene's base day."""
    told = f"{say(moment)}: {why or 'counted from ' + scene.base_words}"
    return Dated("DATE", moment.value, moment, scene.basis, told, moment.grain)


def count_and_unit(bits: Bits) -> tuple[int | None, str] | None:
    """How many of which unit; None for "several"; the unit is TIMEX3's letter."""
    pair = bits.one("pair")
    if pair:
        return 2, pair
    unit = bits.one("unit")
    if unit is None:
        return None
    numbers = [int(t.senses["num"]) for t in bits.tokens if t.senses.get("num", "").isdigit()]
    if numbers:
        return _spelled(numbers), unit
    if bits.has("vague") or (bits.has("manyunits") and not bits.has("one")):
        return None, unit
    return 1, unit


def _spelled(numbers: list[int]) -> int:
    """Twenty five -> 25; three hundred -> 300."""
    total, part = 0, 0
    for n in numbers:
        if n in (100, 1000):
            part = max(part, 1) * n
        else:
            part += n
    return total + part


def length_value(count: int | None, unit: str) -> str:
    """A TIMEX3 duration.

    >>> length_value(3, "W"), length_value(None, "D"), length_value(2, "H")
    ('P3W', 'PXD', 'PT2H')
    """
    letter = {"MIN": "M", "E": "DE", "C": "CE"}.get(unit, unit)
    clock = "T" if unit in CLOCK_UNITS else ""
    return f"P{clock}{UNKNOWN_MANY if count is None else count}{letter}"


def duration(bits: Bits, scene: Scene) -> Dated | None:
    """A length of time, tied to no day."""
    told = count_and_unit(bits)
    if told is None:
        return Dated("DURATION", bits.one("dur") or "PXX", precision="duration")
    return Dated("DURATION", length_value(*told), precision="duration")


def weekday(bits: Bits, scene: Scene) -> Dated | None:
    """The most recent such day, publication day included; after a future cue the next one."""
    number = bits.number("weekday") or bits.number("weakday")
    if number is None:
        return None
    if scene.published is None:
        return Dated("DATE", f"XXXX-WXX-{number}", None, "unresolved", "no date known", "day")
    base = scene.published
    back = (base.isoweekday() - number) % 7
    if bits.has("next") or (scene.future and not bits.has("last")):
        ahead = (number - base.isoweekday()) % 7 or 7
        found = cal.day(base + cal.DAY * ahead)
    elif bits.has("last") and back == 0:
        found = cal.day(base - cal.DAY * 7)
    else:
        found = cal.day(base - cal.DAY * back)
    told = _at(found, scene)
    return _with_part(told, bits)


def _with_part(told: Dated, bits: Bits) -> Dated:
    """A part of that day: the morning, the evening."""
    part = bits.one("part")
    if part is None:
        return told
    return replace(told, type="TIME", value=f"{told.value}T{part}", precision="time")


def deictic(bits: Bits, scene: Scene) -> Dated | None:
    """Today, yesterday, tomorrow and their kin."""
    told = bits.one("deictic")
    if not told:
        return None
    unit, rest = told[0], told[1:]
    part = "".join(c for c in rest if c.isalpha())
    step = int(rest.removesuffix(part) or "0")
    if scene.base is None:
        return Dated("DATE", "XXXX-XX-XX", None, "unresolved", "no date known", "day")
    found = _at(cal.shifted(scene.base, step, unit), scene)
    if part:
        return replace(found, type="TIME", value=f"{found.value}T{part}", precision="time")
    return _with_part(found, bits)


def this_part(bits: Bits, scene: Scene) -> Dated | None:
    """This morning, tonight: a part of the base day."""
    part = bits.one("part")
    if part is None or scene.base is None:
        return None
    return _with_part(_at(cal.day(scene.base), scene), bits)


def relative_unit(bits: Bits, scene: Scene) -> Dated | None:
    """Last week, this month, next year."""
    unit = bits.one("unit") or bits.one("pair")
    if unit is None:
        return None
    if unit in CLOCK_UNITS or scene.base is None:
        return Dated("DATE", "PAST_REF" if bits.has("last") else "PRESENT_REF", basis="unresolved")
    step = -1 if bits.has("last") else 1 if bits.has("next") else 0
    if bits.has("same") and scene.last and scene.last.first:
        moment = cal.holding(scene.last.first, _grain(unit))
        return Dated("DATE", moment.value, moment, "anaphor", say(moment), moment.grain)
    if unit == "D" and step == 0 and not bits.has("this"):
        return duration(bits, scene)
    moment = cal.shifted(scene.base, step, unit)
    which = bits.one("mod")
    return _at(cal.part(moment, which) if which else moment, scene)


def _grain(unit: str) -> str:
    return {"D": "day", "W": "week", "M": "month", "Q": "quarter"}.get(unit, "year")


def moved(bits: Bits, scene: Scene, direction: int, base: Moment | None) -> Dated | None:
    """N units before or after a moment, at the grain of the unit."""
    told = count_and_unit(bits)
    if told is None:
        return None
    count, unit = told
    if count is None:
        return Dated("DATE", "PAST_REF" if direction < 0 else "FUTURE_REF", basis="unresolved")
    if base is None or base.first is None or unit in CLOCK_UNITS:
        value = length_value(count, unit)
        return Dated("DURATION", value, None, "unresolved", "counted from an unknown day")
    moment = cal.shifted(base.first, direction * count, unit)
    return Dated("DATE", moment.value, moment, scene.basis, say(moment), moment.grain)


def _counted(bits: Bits, scene: Scene, direction: int) -> Dated | None:
    base = cal.day(scene.base) if scene.base else None
    told = moved(bits, scene, direction, base)
    if told is None or told.moment is None:
        return told
    why = f"{'before' if direction < 0 else 'after'} {scene.base_words}"
    return replace(told, derivation=f"{say(told.moment)}: counted {why}")


def ago(bits: Bits, scene: Scene) -> Dated | None:
    """Three weeks ago."""
    return _counted(bits, scene, -1)


def ahead(bits: Bits, scene: Scene) -> Dated | None:
    """In three weeks."""
    return _counted(bits, scene, 1)


def shifted(bits: Bits, scene: Scene) -> Dated | None:
    """Three weeks earlier, two days later: from the day mentioned last."""
    base = scene.last or (cal.day(scene.base) if scene.base else None)
    told = moved(bits, scene, 1 if bits.has("later") else -1, base)
    if told is None or told.moment is None or base is None:
        return told
    where = "after" if bits.has("later") else "before"
    return replace(told, basis="anaphor", derivation=f"{say(told.moment)}: {where} {say(base)}")


def following(bits: Bits, scene: Scene) -> Dated | None:
    """The next day, the following week: after the day mentioned last."""
    unit = bits.one("unit")
    if unit is None or scene.last is None or scene.last.first is None:
        return None
    moment = cal.shifted(scene.last.first, 1, unit)
    why = f"{say(moment)}: after {say(scene.last)}"
    return Dated("DATE", moment.value, moment, "anaphor", why, moment.grain)


def repeated(bits: Bits, scene: Scene) -> Dated | None:
    """Daily, every year."""
    value = bits.one("freq")
    if value is None:
        told = count_and_unit(bits)
        if told is None:
            day = bits.number("weekday") or bits.number("weekdays")
            value = f"XXXX-WXX-{day}" if day else None
        else:
            value = length_value(*told)
    return Dated("SET", value, precision="unknown") if value else None


def clock(bits: Bits, scene: Scene) -> Dated | None:
    """A time of day, on the day named with it, else on the day mentioned last."""
    told = bits.one("clock") or bits.one("num") or ""
    hour_word = bits.one("hour")
    digits = told.replace(".", ":").split(":")
    if hour_word:
        at = hour_word
    elif digits[0].isdigit() and int(digits[0]) <= 24:
        hour = int(digits[0])
        if bits.one("ampm") == "pm" and hour < 12:
            hour += 12
        minute = digits[1] if len(digits) > 1 else "00"
        at = f"T{hour:02d}:{minute}"
    else:
        return None
    day = _day_of_clock(bits, scene)
    value = f"{day.value if day else 'XXXX-XX-XX'}{at}"
    return Dated("TIME", value, day, scene.basis, "", "time")


def _day_of_clock(bits: Bits, scene: Scene) -> Moment | None:
    for reader in (deictic, weekday, read_date):
        told = reader(bits, scene)
        if told is not None and told.moment is not None and told.type == "DATE":
            return told.moment
    return cal.day(scene.base) if scene.base else None


def reference(bits: Bits, scene: Scene) -> Dated | None:
    """Now, recently, soon: TimeML's references."""
    value = bits.one("ref")
    return Dated("DATE", value, basis="unresolved", precision="unknown") if value else None


def last_units(bits: Bits, scene: Scene) -> Dated | None:
    """The last three weeks: a length that ends at the base day."""
    told = duration(bits, scene)
    count = count_and_unit(bits)
    if told is None or count is None or count[0] is None or scene.base is None:
        return told
    if count[1] in CLOCK_UNITS or not bits.has("last"):
        return told
    first = cal.shifted(scene.base, -count[0], count[1]).first
    moment = Moment(told.value, "duration", first, scene.base)
    return replace(told, moment=moment, basis=scene.basis, derivation=f"up to {scene.base_words}")


def year_end(bits: Bits, scene: Scene) -> Dated | None:
    """Year-end: the last part of the year."""
    if scene.base is None:
        return None
    return _at(cal.part(cal.year(scene.base.year), "END"), scene)


def holiday(bits: Bits, scene: Scene) -> Dated | None:
    """A feast on a fixed day."""
    told = bits.one("holiday")
    if not told or scene.base is None or not told.replace("-", "").isdigit():
        return None  # a feast that moves: not counted yet
    month, day = (int(x) for x in told.split("-"))
    year = bits.number("year") or scene.base.year
    return _at(cal.day(date(year, month, day)), scene)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "date": read_date,
        "spelled year": spelled_year,
        "season": season,
        "weekday": weekday,
        "deictic": deictic,
        "part": this_part,
        "relative unit": relative_unit,
        "the period": relative_unit,
        "last units": last_units,
        "following": following,
        "ago": ago,
        "ahead": ahead,
        "shifted": shifted,
        "year ago": ago,
        "duration": duration,
        "set": repeated,
        "clock": clock,
        "reference": reference,
        "holiday": holiday,
        "year end": year_end,
    }
)

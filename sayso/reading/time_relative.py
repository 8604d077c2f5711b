"""What does an expression mean that is counted from another day? Weekdays, ago, last week."""

from dataclasses import replace
from datetime import date

from sayso.reading import time_calendar as cal
from sayso.reading.time_amounts import CLOCK_UNITS, MOST, amount, duration_value
from sayso.reading.time_calendar import Moment
from sayso.reading.time_scene import Bits, Dated, Scene, say
from sayso.reading.time_tokens import Token

GRAINS = {"D": "day", "W": "week", "WE": "week", "M": "month", "Q": "quarter"}
SATURDAY = 6
LATER = Token(0, 0, "", {"later": ""})


def at_base(moment: Moment, scene: Scene, why: str = "") -> Dated:
    """A moment counted from the scene's base day."""
    told = f"{say(moment)}: {why or 'counted from ' + scene.base_words}"
    return Dated("DATE", moment.value, moment, scene.basis, told, moment.grain)


def unknown_day(value: str = "XXXX-XX-XX") -> Dated:
    """A day that cannot be counted, since no day is known to count from."""
    return Dated("DATE", value, None, "unresolved", "no day is known to count from", "day")


def duration(bits: Bits, scene: Scene) -> Dated | None:
    """A length of time, tied to no day."""
    told = amount(bits)
    if told is None:
        value = bits.one("dur")
        return Dated("DURATION", value, precision="duration") if value else None
    if told.number and 1000 < told.number < MOST and bits.has("year"):
        return _period_of_year(bits, scene) if told.unit in "QX" else None
    return Dated("DURATION", duration_value(told), precision="duration")


def _period_of_year(bits: Bits, scene: Scene) -> Dated | None:
    """The 1988 period, the 1988 quarter: what was spoken of last, in that year."""
    year = bits.number("year")
    if year is None:
        return None
    if scene.quarter is None or scene.quarter.first is None:
        return at_base(cal.year(year), scene, "the year named")
    number = (scene.quarter.first.month + 2) // 3
    return at_base(cal.quarter(year, number), scene, "the quarter mentioned last, in that year")


def weekday(bits: Bits, scene: Scene) -> Dated | None:
    """The most recent such day, publication day included; after a future cue the next one."""
    number = bits.number("weekday") or bits.number("weakday")
    if number is None:
        return None
    if scene.published is None:
        return _weekday_told(number, bits, scene)
    base = scene.published
    back = (base.isoweekday() - number) % 7
    ahead = (number - base.isoweekday()) % 7 or 7
    if bits.has("next") or (scene.future and back and not bits.has("last")):
        step = ahead
    else:
        step = -7 if bits.has("last") and back == 0 else -back
    return with_part(at_base(cal.day(base + cal.DAY * step), scene), bits)


def _weekday_told(number: int, bits: Bits, scene: Scene) -> Dated:
    """Without a publication date: the first such day from the day mentioned last on."""
    if scene.last is None or scene.last.grain != "day" or scene.last.first is None:
        return with_part(unknown_day(f"XXXX-WXX-{number}"), bits)
    base = scene.last.first
    found = cal.day(base + cal.DAY * ((number - base.isoweekday()) % 7))
    return with_part(at_base(found, scene), bits)


def with_part(told: Dated, bits: Bits) -> Dated:
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
    if scene.published is None:
        if told == "D0":
            return Dated("DATE", "PRESENT_REF", None, "unresolved", "no publication date")
        return unknown_day()
    found = at_base(cal.shifted(scene.published, step, unit), scene)
    if part:
        return replace(found, type="TIME", value=f"{found.value}T{part}", precision="time")
    return with_part(found, bits)


def this_part(bits: Bits, scene: Scene) -> Dated | None:
    """This morning; the next morning; that evening."""
    if not bits.has("part"):
        return None
    told_before = scene.last is not None and scene.last.grain == "day"
    if bits.has("same", "nextday", "next") and scene.last and scene.last.first and told_before:
        base = scene.last.first + cal.DAY * (0 if bits.has("same") else 1)
        found = cal.day(base)
        why = f"{say(found)}: counted from {say(scene.last)}, mentioned before"
        return with_part(Dated("DATE", found.value, found, "anaphor", why, "day"), bits)
    if scene.published is None:
        return None
    step = -1 if bits.has("last") else 1 if bits.has("next") else 0
    return with_part(at_base(cal.day(scene.published + cal.DAY * step), scene), bits)


def relative_unit(bits: Bits, scene: Scene) -> Dated | None:
    """Last week, this month, next year, that year."""
    unit = bits.one("unit") or bits.one("pair")
    if unit is None or unit == "X":
        return None
    if unit in CLOCK_UNITS:
        return duration(bits, scene)
    if unit in ("E", "C") and bits.has("length") and bits.has("last"):
        return last_units(bits, scene)
    if bits.has("same") and not bits.has("this", "last", "next"):
        return _same(unit, scene)
    if scene.base is None:
        return Dated("DATE", "XXXX", None, "unresolved", "no day is known to count from")
    step = -1 if bits.has("last") else 1 if bits.has("next") else 0
    step = -2 if bits.has("twice") else step
    if bits.has("manyunits", "pair") and step:
        return last_units(bits, scene)
    if unit == "D" and step == 0 and not bits.has("this"):
        return None
    base = scene.base if scene.published else _narrative_base(scene, scene.base)
    moment = cal.shifted(base, step, {"W2": "W", "M6": "M"}.get(unit, unit))
    return at_base(_narrowed(moment, bits, scene), scene)


def _narrative_base(scene: Scene, base: date) -> date:
    return scene.last.last if scene.last and scene.last.last else base


def _narrowed(moment: Moment, bits: Bits, scene: Scene) -> Moment:
    """Early, late, the end of; earlier and later, which end or begin at the publication date."""
    which = bits.one("mod")
    if which in ("START", "MID", "END"):
        return cal.part(moment, which)
    at = scene.published
    if at is None or moment.first is None or moment.last is None:
        return moment
    if moment.first <= at <= moment.last:
        if bits.has("earlier"):
            return replace(moment, last=at)
        if bits.has("later"):
            return replace(moment, first=at)
    return moment


def _same(unit: str, scene: Scene) -> Dated | None:
    if scene.last is None or scene.last.first is None:
        return None
    moment = cal.holding(scene.last.first, GRAINS.get(unit, "year"))
    why = f"{say(moment)}: mentioned before"
    return Dated("DATE", moment.value, moment, "anaphor", why, moment.grain)


def the_period(bits: Bits, scene: Scene) -> Dated | None:
    """The quarter, the year, the weekend: mostly the one last spoken of."""
    unit = bits.one("unit")
    if unit == "Y":
        return Dated("DURATION", "P1Y", precision="duration")
    if unit in ("Q", "X") and (bits.has("last") or unit == "Q"):
        return _the_quarter(scene)
    if unit == "WE" and scene.published:
        back = 0 if scene.published.isoweekday() >= SATURDAY or scene.future else 7
        return at_base(cal.weekend(scene.published - cal.DAY * back), scene)
    if unit == "W" and scene.published:
        return at_base(cal.week(scene.published), scene)
    return None


def _the_quarter(scene: Scene) -> Dated | None:
    if scene.quarter is not None:
        why = f"{say(scene.quarter)}: the quarter mentioned last"
        return Dated("DATE", scene.quarter.value, scene.quarter, "anaphor", why, "quarter")
    if scene.published is None:
        return None
    return at_base(cal.shifted(scene.published, -1, "Q"), scene, "the last quarter that ended")


def moved(bits: Bits, scene: Scene, direction: int, base: Moment | None) -> Dated | None:
    """N units before or after a moment, at the grain of the unit."""
    told = amount(bits)
    if told is None:
        return None
    if told.number is None:
        return Dated("DATE", "PAST_REF" if direction < 0 else "FUTURE_REF", basis="unresolved")
    if base is None or base.first is None:
        value = duration_value(told)
        return Dated("DURATION", value, None, "unresolved", "counted from an unknown day")
    count, unit = told.number, told.unit
    if told.half and unit == "Y":
        count, unit = 12 * count + 6, "M"
    if unit in CLOCK_UNITS:
        return Dated("DURATION", duration_value(told), None, "unresolved", "hours, no clock time")
    if direction * count + base.first.year < 1 and unit in ("Y", "E", "C", "L"):
        return None
    moment = cal.shifted(base.first, direction * count, unit)
    return Dated("DATE", moment.value, moment, scene.basis, say(moment), moment.grain)


def _year_of_quarter(bits: Bits, scene: Scene, step: int) -> Dated | None:
    """A year ago, in a text about a quarter: the same quarter, a year earlier."""
    told = amount(bits)
    if (
        scene.quarter is None
        or scene.quarter.first is None
        or told is None
        or scene.language != "en"
    ):
        return None
    if (told.number, told.unit, told.half) != (1, "Y", False):
        return None
    moment = cal.shifted(scene.quarter.first, 4 * step, "Q")
    why = f"{say(moment)}: a year from the quarter mentioned last"
    return Dated("DATE", moment.value, moment, "anaphor", why, "quarter")


def _counted(bits: Bits, scene: Scene, direction: int) -> Dated | None:
    base = cal.day(scene.base) if scene.base else None
    told = moved(bits, scene, direction, base)
    if told is None or told.moment is None:
        return told
    why = f"{'before' if direction < 0 else 'after'} {scene.base_words}"
    return replace(told, derivation=f"{say(told.moment)}: counted {why}")


def ago(bits: Bits, scene: Scene) -> Dated | None:
    """Three weeks ago."""
    return _year_of_quarter(bits, scene, -1) or _counted(bits, scene, -1)


def ahead(bits: Bits, scene: Scene) -> Dated | None:
    """In three weeks; after three weeks, which a story counts from the day it told last."""
    told = scene.last
    if scene.future or told is None or told.last is None or scene.published is None:
        return _counted(bits, scene, 1)
    if told.grain in ("day", "month", "year") and told.last < scene.published:
        return shifted(Bits((*bits.tokens, LATER)), scene)
    return _counted(bits, scene, 1)


def shifted(bits: Bits, scene: Scene) -> Dated | None:
    """Three weeks earlier, two days later: from the day mentioned last."""
    later = bits.has("later", "later1", "later2")
    if (unit := bits.one("earlier1") or bits.one("later1")) is not None:
        bits = Bits((Token(0, 0, "", {"unit": unit, "one": ""}),))
    if (told := _year_of_quarter(bits, scene, 1 if later else -1)) is not None:
        return told
    base = scene.last or (cal.day(scene.base) if scene.base else None)
    told = moved(bits, scene, 1 if later else -1, base)
    if told is None or told.moment is None or base is None:
        return told
    why = f"{say(told.moment)}: {'after' if later else 'before'} {say(base)}"
    return replace(told, basis="anaphor", derivation=why)


def following(bits: Bits, scene: Scene) -> Dated | None:
    """The next day, the following week: after the day mentioned last."""
    unit = bits.one("unit") or ("D" if bits.has("alone") else None)
    if unit is None or scene.last is None or scene.last.first is None:
        return None
    moment = cal.shifted(scene.last.first, 1, unit)
    why = f"{say(moment)}: after {say(scene.last)}"
    return Dated("DATE", moment.value, moment, "anaphor", why, moment.grain)


def next_day(bits: Bits, scene: Scene) -> Dated | None:
    """«На следующий день», наступного дня: of days "next" is told from the day mentioned last."""
    if bits.one("unit") != "D" or not bits.has("next", "nextday") or bits.has("manyunits"):
        return relative_unit(bits, scene)
    return following(bits, scene) or relative_unit(bits, scene)


def last_units(bits: Bits, scene: Scene) -> Dated | None:
    """The last three weeks, the next two years: a length that ends or begins at the base day."""
    told = amount(bits)
    length = duration(bits, scene)
    if told is None or length is None:
        return None
    if told.number is None and bits.has("next") and not bits.has("vague", "last"):
        return Dated("DATE", "FUTURE_REF", basis="unresolved", precision="unknown")
    if told.number is None or scene.base is None or told.unit in CLOCK_UNITS or told.half:
        return length
    step = -1 if bits.has("last") else 1
    if not bits.has("last", "next"):
        return length
    edge = cal.shifted(scene.base, step * told.number, told.unit)
    first, last = (edge.first, scene.base) if step < 0 else (scene.base, edge.last)
    moment = Moment(length.value, "duration", first, last)
    why = f"{'up to' if step < 0 else 'from'} {scene.base_words}"
    return replace(length, moment=moment, basis=scene.basis, derivation=why)

"""At what time of day, and how often? Clock times and repeated times."""

from collections.abc import Sequence

from sayso.reading import time_calendar as cal
from sayso.reading.time_amounts import amount, duration_value
from sayso.reading.time_calendar import Moment
from sayso.reading.time_relative import deictic, weekday
from sayso.reading.time_scene import Bits, Dated, Scene, say
from sayso.reading.time_tokens import Token
from sayso.reading.time_values import day_of, month_of, read_date

EVENING_PARTS = ("AF", "EV")


def clock(bits: Bits, scene: Scene) -> Dated | None:
    """A time of day, on the day named with it, else on the day mentioned last."""
    hour, day = _apart(bits)
    at = hour.one("hour") or _hour(hour)
    if at is None:
        return None
    told = _day(day, scene)
    if told is None or told.moment is None:
        return Dated("TIME", f"XXXX-XX-XX{at}", None, "unresolved", "no day is known", "time")
    moment = told.moment
    return Dated("TIME", f"{moment.value}{at}", moment, told.basis, say(moment), "time")


def _apart(bits: Bits) -> tuple[Bits, Bits]:
    """The tokens that tell the hour, and those that tell the day."""
    tokens, hour = bits.tokens, set()
    spelled = not bits.has("clock", "oclock", "ampm")
    for i, token in enumerate(tokens):
        if any(s in token.senses for s in ("clock", "hour", "dotclock", "ampm", "zone", "part")):
            hour.add(i)
        if "ampm" in token.senses or "oclock" in token.senses:
            hour.add(i)
            hour.update(_number_beside(tokens, i))
        if (
            spelled
            and "ordinal" in token.senses
            and any("part" in t.senses for t in tokens[i + 1 : i + 3])
        ):
            hour.add(i)
        if hour and any(s in token.senses for s in ("half", "halfmore", "unitq")):
            hour.add(i)
    if not any(
        s in tokens[i].senses for i in hour for s in ("num", "clock", "dotclock", "hour", "ordinal")
    ):
        return bits, bits
    return (
        Bits(tuple(t for i, t in enumerate(tokens) if i in hour)),
        Bits(tuple(t for i, t in enumerate(tokens) if i not in hour)),
    )


def _number_beside(tokens: Sequence[Token], i: int) -> list[int]:
    """Where the number stands that "o'clock", «الساعة» or "p.m." belongs to: after it or before."""
    beside = [j for j in (i + 1, i - 1, i - 2) if 0 <= j < len(tokens)]
    if len(beside) > 1 and "clock" in tokens[beside[0]].senses:
        return []
    return [j for j in beside if tokens[j].senses.keys() & {"num", "ordinal"}][:1]


def _minutes(bits: Bits) -> str:
    """Half past seven, a quarter past seven."""
    if bits.has("half", "halfmore"):
        return "30"
    return "15" if bits.has("unitq") else "00"


def _hour(bits: Bits) -> str | None:
    told = bits.one("clock") or bits.one("dotclock") or bits.one("num") or bits.one("ordinal") or ""
    hours, _, rest = told.replace(".", ":").partition(":")
    minutes = rest[:2].ljust(2, "0") if rest else _minutes(bits)
    if not (hours.isdigit() and minutes.isdigit()):
        return None
    hour = int(hours)
    if hour < 12 and (bits.one("ampm") == "pm" or bits.one("part") in EVENING_PARTS):
        hour += 12
    if hour == 12 and bits.one("ampm") == "am":
        hour = 0
    return f"T{hour:02d}:{int(minutes):02d}" if hour <= 24 and int(minutes) < 60 else None


def _day(bits: Bits, scene: Scene) -> Dated | None:
    for reader in (deictic, _dated, weekday):
        told = reader(bits, scene)
        if told is not None:
            return told
    if scene.last is not None and scene.last.grain == "day":
        return Dated("DATE", scene.last.value, scene.last, "anaphor")
    if scene.published is None:
        return None
    moment: Moment = cal.day(scene.published)
    return Dated("DATE", moment.value, moment, scene.basis)


def _dated(bits: Bits, scene: Scene) -> Dated | None:
    return read_date(bits, scene) if month_of(bits) and day_of(bits) else None


def repeated(bits: Bits, scene: Scene) -> Dated | None:
    """Daily, every year, on Mondays, every morning."""
    value = bits.one("freq")
    if value is None:
        value = _repeated_day(bits)
    if value is None:
        told = amount(bits)
        value = duration_value(told) if told else None
    return Dated("SET", value) if value else None


def _repeated_day(bits: Bits) -> str | None:
    part = bits.one("part")
    tail = f"T{part}" if part else ""
    weekday_ = bits.one("weekday") or bits.one("weekdays")
    if weekday_:
        return f"XXXX-WXX-{weekday_}{tail}"
    month = month_of(bits)
    if month:
        return f"XXXX-{month[1]:02d}"
    season = bits.one("season")
    if season:
        return f"XXXX-{season}"
    return f"XXXX-XX-XX{tail}" if part else None

"""How long? Counts and units as TIMEX3 durations, from spelled, ranged and halved numbers."""

from typing import NamedTuple

from sayso.reading.time_scene import Bits

CLOCK_UNITS = ("H", "MIN", "S")
UNKNOWN_MANY = "X"
ROUND = (100, 1000)
HALVES = {"Y": (6, "M"), "H": (30, "MIN"), "MIN": (30, "S"), "E": (5, "Y"), "C": (50, "Y")}
AS_YEARS = {"E": 10, "C": 100, "L": 1000}  # decade, century, millennium
MOST = 9000  # "2022 года" is a year, no length


class Amount(NamedTuple):
    """How many of which unit. `number` None is "several"; `half` adds half a unit."""

    number: int | None
    unit: str
    half: bool = False


def amount(bits: Bits) -> Amount | None:
    """The count and unit that an expression gives; None when it names no length."""
    pair = bits.one("pair")
    if pair:
        return Amount(2, pair, bits.has("halfmore"))
    unit = bits.one("unit")
    if unit is None:
        return None
    half = bits.has("half", "halfmore", "frac")
    if unit in ("W2", "M6"):
        return _packed(bits, unit)
    count = counted(bits)
    if count is not None:
        return Amount(int(count), unit, half or count % 1 == 0.5)
    if bits.has("vague") or (bits.has("manyunits") and not bits.has("one")):
        return Amount(None, unit)
    if half and not _before(bits, "unit", "half"):
        return Amount(1, unit, half=True)
    return Amount(0 if half else 1, unit, half)


def _packed(bits: Bits, unit: str) -> Amount:
    """A fortnight, полгода: words that hold a count."""
    count = int(counted(bits) or 1)
    return Amount(2 * count, "W") if unit == "W2" else Amount(6 * count, "M")


def _before(bits: Bits, sort: str, other: str) -> bool:
    """Whether the first word of `other` stands before the first of `sort`."""
    sorts = [(sort in t.senses, other in t.senses) for t in bits.tokens]
    first = next((i for i, s in enumerate(sorts) if s[0]), len(sorts))
    second = next((i for i, s in enumerate(sorts) if s[1]), len(sorts))
    return second < first


def counted(bits: Bits) -> float | None:
    """Twenty five, twenty-five -> 25; three hundred -> 300; two to six -> 2; полтора -> 1.5."""
    total, part, joined, seen = 0.0, 0.0, False, False
    for token in bits.tokens:
        told = token.senses.get("num")
        if told is None:
            joined = joined or (seen and ("to" in token.senses or "hyphen" in token.senses))
            continue
        value = float(told)
        if value in ROUND:
            part = max(part, 1) * value
        elif seen and joined and not (part >= 20 and part % 10 == 0 and value < 10):
            if not token.text[0].isalpha() or (token.clitic == "" and part < 20):
                break  # two to six days: the lower bound
            part += value
        else:
            part += value
        seen, joined = True, False
    return total + part if seen else None


def duration_value(told: Amount) -> str:
    """A TIMEX3 duration.

    >>> [duration_value(Amount(*a)) for a in ((3, "W"), (None, "D"), (2, "H"), (2, "Y", True))]
    ['P3W', 'PXD', 'PT2H', 'P2Y6M']
    """
    unit, count = told.unit, told.number
    if count is None:
        letter = {"MIN": "M"}.get(unit, unit)
        return f"P{'T' if unit in CLOCK_UNITS else ''}{UNKNOWN_MANY}{letter}"
    if unit == "WE":
        return f"P{count}WE"
    if unit in AS_YEARS:
        years = count * AS_YEARS[unit] + (AS_YEARS[unit] // 2 if told.half else 0)
        return f"P{years}Y"
    return _with_half(told, count)


def _with_half(told: Amount, count: int) -> str:
    clock = "T" if told.unit in CLOCK_UNITS else ""
    letter = {"MIN": "M"}.get(told.unit, told.unit)
    if not told.half:
        return f"P{clock}{count}{letter}"
    whole = f"{count}{letter}" if count else ""
    if told.unit == "D":
        return f"P{whole}T12H"
    if told.unit in HALVES:
        more, unit = HALVES[told.unit]
        return f"P{clock}{whole}{more}{'M' if unit == 'MIN' else unit}"
    return f"P{count}.5{letter}"

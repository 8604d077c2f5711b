"""Which sequences of words are time expressions? The patterns, shared by all languages."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.reading.time_tokens import Senses, Token, vocabulary

NUMBER_SORTS = (
    "num", "day num", "num year", "num oldyear", "ordinal", "num ordinal", "year", "decade", "frac",
    "numdate", "clock", "quarterno", "halfno", "roman", "comma", "dot", "hyphen", "left", "right",
    "slash", "quote", "money", "percent", "num dotclock",
)  # fmt: skip

MACROS = {
    "WD": "(weekday|weakday) dot?",
    "DN": "(day|ordinal)",
    "MON": "(month|weakmonth) dot? (slash (month|weakmonth))?",
    "YEAR": "(comma? (of|prep|min)? yearword? year (yearmark+ dot?)?)",
    "AT": "(mod (of|min)? the? hyphen?)",
    "UNITY": "(REL unity | unity REL)",
    "NUMBER": (
        "(one? (vague|num) of? (hyphen? num)* frac? (to (one? num|frac))? (to? one? (half|halfmore))?"
        "|one half? | half one?)"
    ),
    "QUANT": (
        "((NUMBER hyphen? (more hyphen?)* unit | pair | unit halfmore | unit (?!year) num) "
        "(to? one? (half|halfmore))?)"
    ),
    "CLOCK": "(clock ampm? part? | (oclock|unith) (clock | (num|ordinal) half?) part? | oclock (num|ordinal) (halfmore|unitq)? part? | num dot? (ampm|oclock)) zone?",
    "REL": "(last|this|next|same)",
}


class Rule(NamedTuple):
    """A pattern over sorts of words. `kind` names the reading, `only` the languages it serves."""

    name: str
    kind: str
    pattern: str
    only: str = ""


RULES = (
    # days
    Rule("numeric date", "date", "(WD comma?)? numdate yearmark?"),
    Rule(
        "day month year",
        "date",
        "(WD comma?)? (dayword|the)? DN (of|min)? monthword? MON YEAR era?",
    ),
    Rule("month day year", "date", "(WD comma?)? MON the? DN comma? year era?"),
    Rule("last day of a month", "date", "(last|this|next) (MON DN|DN MON)"),
    Rule("day month", "date", "(WD comma?)? (dayword|the)? DN (of|min)? monthword? MON"),
    Rule("month day", "date", "(WD comma?)? MON the? DN"),
    Rule("day month of that year", "date", "(WD comma?)? DN of? MON (REL unity | unity REL)", ""),
    Rule("month day of that year", "date", "MON DN comma? of? REL unity"),
    Rule("spelled day of a month", "date", "num num? MON YEAR", "he fa"),
    Rule("spelled day", "date", "num num? MON", "he fa"),
    Rule("Hebrew date", "Hebrew date", "dayword? hebday hebmonth hebyear?", "he"),
    Rule("Hebrew month", "Hebrew date", "hebmonth hebyear", "he"),
    Rule("Hebrew year", "Hebrew date", "yearword hebyear", "he"),
    Rule("week of a day", "week of", "the? unitw of the? (MON DN | DN of? MON) (comma? year)?"),
    # ranges: the first day shares the month of the second
    Rule("days to day month", "days", "DN (to|hyphen) hyphen? the? DN of? MON YEAR?"),
    Rule("month days", "days", "MON DN (to|hyphen) DN (comma? year)?"),
    Rule("months to month year", "days", "month dot? (to|hyphen|comma) month YEAR"),
    Rule("years to year", "days", "year hyphen year yearmark*"),
    # months
    Rule("month year", "date", "(the? AT)? monthword? MON YEAR era?"),
    Rule("month of that year", "date", "(the? AT)? MON (of|min)? (REL unity | unity REL | deictic)"),
    Rule("month", "date", "(the? AT)? (monthword? month | monthword weakmonth) dot?"),
    Rule("month after a cue", "date", "the? AT weakmonth"),
    Rule("capital month after a preposition", "date", "(?<=PREP) weakmonth"),
    Rule("capital month after by or since", "date", "(?<=(by|since|until|mod)) weakmonth", "en"),
    Rule("the month", "date", "the weakmonth", "en"),
    Rule("last or next month", "date", "(the? AT)? (last|this|next) (month|weakmonth)"),
    Rule("month last", "date", "monthword? month (last|next|this)", "ar fa he"),
    Rule("month adjective", "date", "monthadj (year yearmark?)?", "uk ru"),
    # years and longer
    Rule("year", "date", "(the? AT)? (the? yearword|fiscal unity?)? year (yearmark+ dot?)? era?"),
    Rule("old year", "date", "(the? AT)? oldyear (yearmark dot?)? era", ""),
    Rule("old year marked", "date", "(the? AT)? oldyear yearmark", "ru uk"),
    Rule("spelled year", "spelled year", "(the? unity)? num num (hyphen? num)?", "en"),
    Rule("decade", "date", "(the? AT)? the? decade (yearmark|units)? (roman unitc)?"),
    Rule("decade of years", "decade of", "(the? AT)? (decadeword|unite) (year|num)", "fa"),
    Rule("century after its noun", "date", "(the? AT)? the? unitc hyphen? (ordinal|day|num) era?", "ar fa he"),
    Rule("century by number", "date", "unitc the hyphen (day|num)", "he"),
    Rule("century", "date", "(the? AT)? the? (ordinal|roman|day) hyphen? unitc era?"),
    Rule(
        "quarter",
        "date",
        "(the? AT)? the? fiscal? hyphen? ordinal hyphen? unitq (of? yearword? year yearmark? | of? REL unity)?",
    ),
    Rule("quarter after its noun", "date", "the? unitq ordinal ((of|min|prep)? yearword? year yearmark? | (of|min|prep)? UNITY)?", "ar fa he"),
    Rule("quarter of year", "date", "the? (year|REL unity) fiscal? ordinal hyphen? unitq"),
    Rule("Q3", "date", "quarterno (comma? (of|min|prep)? yearword? year)?"),
    Rule("half year", "date", "the? (ordinal half | last half | halfno) (of|min)? the? (yearword? year yearmark?| this? unity | UNITY)"),
    Rule("half year alone", "date", "ordinal unitm6", "ru uk"),
    Rule("Persian month with its noun", "date", "DN? MON monthword (yearword? year)?", "fa"),
    Rule("half of year", "date", "ordinal half (year yearmark? | unity)", "ru uk"),
    Rule("season", "season", "(the? AT)? the? REL? season (of? year yearmark? dot? | of? REL unity)?"),
    Rule("season last", "season", "season REL", "ar fa he"),
    # counted from the publication date
    Rule("weekday", "weekday", "(the? (last|next|this)+ | mod)? weekday (comma? prep? part)?"),
    Rule("doubtful weekday", "weekday", "((last|next|this|mod) | (?<=PREP)) weakday part?", "ru uk ar fa he"),
    Rule("weekday last", "weekday", "WD (last|next|this) part?", "ar fa he"),
    Rule("part of weekday", "weekday", "the? part (of|prep)? weekday (last|next)?"),
    Rule("part of the next day", "part of the next", "part (next|nextday) unitd", "ru uk"),
    Rule("part alone", "part alone", "partadv", "ru uk"),
    Rule("part of a date", "part of", "the? part (of|prep|to)? (WD comma?)? (dayword|the)? (DN (of|min)? MON YEAR?|MON DN (comma? year)?)"),
    Rule("today", "deictic", "mod? deictic (prep? part)?"),
    Rule("part of that day", "part of that", "part (of|prep|the)? (same unitd | unitd same)"),
    Rule("part of today", "deictic", "part deictic"),
    Rule("this morning", "part", "mod? (REL|nextday) part"),
    Rule("the next morning", "part", "the (next|nextday|same) part"),
    Rule("last unit", "relative unit", "(AT|earlier|later)? the? REL+ fiscal? (unit|pair)", "en ru uk"),
    Rule("this unit", "relative unit", "AT? (this|same) unit", "ar fa he"),
    Rule("the past year", "past unit", "(the|za) length unit", "en ru uk"),
    Rule("the past year after its noun", "past unit", "unit length", "ar he"),
    Rule("unit last", "relative unit", "AT? the? unit (last|next|this|same)", "ar fa he"),
    Rule("unit last two", "last units", "pair (last|next)", "ar he"),
    Rule("following unit", "following", "the? nextday unit"),
    Rule("the next day", "following", "alone"),
    Rule("end of the unit", "relative unit", "the? AT unit"),
    Rule("earlier in the unit", "relative unit", "(earlier|later) prep the unit", "en"),
    Rule("last N units", "last units", "the? REL+ NUMBER more* units"),
    Rule("N last units", "last units", "NUMBER (last|next)+ units"),
    Rule("N units last", "last units", "NUMBER (units (last|next) | unit length)", "ar fa he"),
    Rule("units N last", "last units", "units num (last|next)", "ar he"),
    Rule("two units last", "last units", "pair (last|next)", "ar he"),
    Rule("recent units", "last units", "the? (recent|last|next) manyunits"),
    Rule("ago", "ago", "approx* QUANT ago"),
    Rule("unit ago", "ago", "unit ago", "ru uk fa"),
    Rule("ago before the span", "ago", "beforeago approx* (QUANT | unit)", "ar he"),
    Rule("N units ahead", "ahead", "(in|afterin) approx* (QUANT | unit)", "ru uk ar"),
    Rule("N units on", "ahead", "(QUANT | unit) indays", "fa"),
    Rule("in N units", "ahead", "indays (QUANT | unit)", "he"),
    Rule("earlier or later", "shifted", "approx* za? QUANT (earlier|later)"),
    Rule("later by", "shifted", "later QUANT", "ru"),
    Rule("after a while", "shifted", "later2 approx* (QUANT|unit)", "he"),
    Rule("a year earlier", "shifted", "earlier1 | later1", "ru uk"),
    Rule("year-ago", "year ago", "(the|one)? unity hyphen (ago|earlier) ((ordinal hyphen?)? unit)?"),
    Rule("the period", "the period", "the (last|this)? (fiscal? unit | unitq)", "en"),
    Rule("the past", "reference", "prep? the pastref (?!(num|unit|vague|season|month|weekday|year))", "en"),
    # counted from an event
    Rule("before or after", "pivot", "(approx* QUANT | the? unit | manyunits) (before|after|since)"),
    Rule("N units to", "pivot", "(za|in) approx* (QUANT | unit) (mindo|after)", "ru uk"),
    Rule("before by N units", "pivot", "(beforeago|afterin) (QUANT | unit) min", "ar"),
    Rule("N units before", "pivot", "(QUANT | unit) beforeago", "he"),
    Rule("next day after", "pivot", "(next|nextday) unitd after", "ru uk"),
    Rule("on the eve", "pivot", "eve"),
    # lengths and repetition
    Rule("duration", "duration", "approx* the? ordinal? QUANT"),
    Rule("all day", "whole", "whole the? (unit|deictic)"),
    Rule("whole year", "date", "whole (the|of|min|prep)* yearword? year yearmark?"),
    Rule("whole day", "whole", "unit whole", "ar fa he"),
    Rule("units", "duration", "the? manyunits", "en"),
    Rule("long", "duration", "dur"),
    Rule("within", "duration", "(dur1|za) approx* (QUANT | unit)", "uk ru"),
    Rule("within the next unit", "relative unit", "within (unit|pair) (?!length) (last|next)", "ar he"),
    Rule("within the next units", "last units", "within (NUMBER units | units NUMBER) (last|next)", "ar he"),
    Rule("within a length", "duration", "within approx* (QUANT | unit)", "ar he"),
    Rule("every", "set", "every NUMBER? more* (unit|weekday|month|season|part)"),
    Rule("daily", "set", "freq"),
    Rule("on weekdays", "set", "weekdays part?"),
    Rule("times a unit", "set", "num times (one|every|prep) unit"),
    # times of day
    Rule("clock", "clock", "CLOCK"),
    Rule("clock with a dot", "clock", "(?<=PREP) dotclock zone?", "ru uk"),
    Rule("clock on a day", "clock", "(CLOCK | hour) comma? prep? (deictic|WD)"),
    Rule("clock on a date", "clock", "(CLOCK | hour) comma? prep* (WD comma?)? (MON DN | DN MON) (comma? year yearmark?)?"),
    Rule("day at a clock", "clock", "(deictic|weekday|(WD comma?)? MON DN|(WD comma?)? DN MON YEAR?) comma? (prep|x)? hyphen? (CLOCK|hour)"),
    Rule("hour of the morning", "clock", "((deictic|weekday|DN MON YEAR?) comma? (prep|x)?)? ordinal (half|unitq)? part", "ar"),
    Rule("noon", "clock", "hour"),
    Rule("N in the morning", "clock", "num prep the part"),
    # names of times
    Rule("eve of a holiday", "eve of a holiday", "eve of? the? holiday (of? year yearmark?)?"),
    Rule("holiday", "holiday", "(last|this|next)? holiday (of? (year yearmark? | REL unity))?"),
    Rule("year-end", "year end", "yearend"),
    Rule("vague time", "reference", "ref"),
)  # fmt: skip


@cache
def alphabet(language: str) -> dict[frozenset[str], str]:
    """A letter for every set of sorts that a word of the language can have; `x` is any other word."""
    sets = {frozenset(s) for s in vocabulary(language).values()}
    sets |= {s - {"weakmonth"} for s in sets}
    sets |= {frozenset(s.split()) for s in NUMBER_SORTS}
    sets |= {s | {"hyphen"} for s in sets if "to" in s}
    sets.discard(frozenset())
    letters = {s: chr(0xE000 + i) for i, s in enumerate(sorted(sets, key=sorted))}
    letters[frozenset()] = "x"
    return letters


@cache
def compiled(language: str) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """The rules that serve a language, as regular expressions over letters."""
    letters = alphabet(language)

    def of_sort(found: re.Match[str]) -> str:
        chosen = "".join(c for s, c in letters.items() if found.group() in s)
        return f"[{chosen}]" if chosen else "(?!)"

    out = []
    for rule in RULES:
        if rule.only and language not in rule.only.split():
            continue
        pattern = rule.pattern.replace("PREP", "prep")
        while any(name in pattern for name in MACROS):
            for name, body in MACROS.items():
                pattern = re.sub(rf"\b{name}\b", f"({body})", pattern)
        plain = re.sub(r"[a-z]+[0-9]?", of_sort, pattern).replace(" ", "").replace("(", "(?:")
        out.append((rule, re.compile(plain.replace("(?:?", "(?"))))
    return tuple(out)


class Match(NamedTuple):
    """A rule that fits tokens[first:last]."""

    rule: Rule
    first: int
    last: int


RUN = re.compile("[^x]+")  # no pattern reaches over a word without senses


@lru_cache(maxsize=1 << 16)
def _fits(run: str, language: str) -> tuple[tuple[tuple[Rule, int, int], ...], ...]:
    """All fits in a run of letters, grouped by where they begin; the longest first, then rule order."""
    starts: dict[int, list[tuple[Rule, int, int]]] = {}
    for rule, pattern in compiled(language):
        for hit in pattern.finditer(run):
            starts.setdefault(hit.start(), []).append((rule, hit.start(), hit.end()))
    return tuple(tuple(sorted(starts[at], key=lambda m: -m[2])) for at in sorted(starts))


def matches(found: Sequence[Token], language: str) -> list[list[Match]]:
    """All fits, grouped by where they begin; in each group the longest first, then rule order."""
    letters = alphabet(language)
    text = "".join(["x" if not t.senses else _letter(t.senses, letters) for t in found])
    out = []
    for run in RUN.finditer(text):
        at = run.start()
        groups = _fits(run.group(), language)
        out += [[Match(rule, at + a, at + b) for rule, a, b in group] for group in groups]
    return out


def _letter(senses: Senses, letters: Mapping[frozenset[str], str]) -> str:
    return letters.get(frozenset(senses), "x")

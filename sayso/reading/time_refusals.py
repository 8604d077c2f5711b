"""Which words only look like a time? Ages, prices, scores, rates, programme and brand names."""

import re
from collections.abc import Callable, Sequence

from sayso.reading.time_patterns import Match
from sayso.reading.time_tokens import NONE, Token

Refusal = Callable[[Sequence[Token], Match], bool]
DATIVE = re.compile(r"[а-яіїє](?:ому|ему|ую|ю|у|ві)$")
ABBREVIATION = 4  # letters of "Sept"
FIRST_NAMES = frozenset({"Jan", "April", "May", "June", "August"})
QUOTES = frozenset("«»“”„\"״'‘’")
TITLES = (
    "deictic",
    "weekday",
    "part",
    "relative unit",
    "clock",
    "season",
    "reference",
    "part alone",
)
LENGTHS = ("duration", "set", "relative unit", "last units", "the period", "deictic", "reference")


def _at(found: Sequence[Token], index: int) -> Token:
    return found[index] if 0 <= index < len(found) else Token(0, 0, "", NONE)


def age(found: Sequence[Token], match: Match) -> bool:
    """A 44-year-old; aged 12 years; 20-летний."""
    after = _at(found, match.last)
    if "hyphen" in after.senses:
        after = _at(found, match.last + 1)
    before = _at(found, match.first - 1)
    if match.rule.kind != "duration":
        return False
    last = found[match.last - 1]
    fused = last.text.startswith("ساله") or "old" in last.senses
    return fused or "old" in after.senses or "old2" in before.senses or _of_somebody(before)


def _of_somebody(before: Token) -> bool:
    """«Кольцову 46 лет»: a name in the dative before a number of years."""
    return (
        before.text[:1].isupper()
        and before.senses is NONE
        and DATIVE.search(before.text) is not None
    )


def amount_of_things(found: Sequence[Token], match: Match) -> bool:
    """A bare year that is a number of people, a price or a share: 2000 soldiers, $1990, 1918 km."""
    if match.rule.name != "year" or match.last - match.first > 1:
        return False
    before, after = _at(found, match.first - 1), _at(found, match.last)
    if "label" in before.senses and before.text[-1:] != "у":
        return True
    counted = any(s in after.senses for s in ("counted", "percent", "money", "bignum"))
    return counted or any(s in before.senses for s in ("money", "approx"))


def round_number(found: Sequence[Token], match: Match) -> bool:
    """1500 and 2000 alone are numbers rather than years, unless a preposition leads up to them."""
    token = _at(found, match.first)
    if match.rule.name != "year" or match.last - match.first > 1 or not token.text.isdigit():
        return False
    year = int(token.text)
    before, after = _at(found, match.first - 1), _at(found, match.last)
    led = bool({"prep", "since", "until", "by"} & before.senses.keys())
    led = led or ("the" in before.senses and after.text[:1].isupper())
    return (year % 100 == 0 and not led) or not 1000 < year < 2100


def rate(found: Sequence[Token], match: Match) -> bool:
    """Three million dollars a year; 20 percent a month."""
    if match.rule.name != "duration" or "one" not in found[match.first].senses:
        return False
    if match.last - match.first > 2 or found[match.first].text.lower() == "one":
        return False
    before = _at(found, match.first - 1)
    return any(s in before.senses for s in ("bignum", "counted", "percent", "times", "num"))


def share(found: Sequence[Token], match: Match) -> bool:
    """Three-quarters of the voters."""
    last = found[match.last - 1]
    return match.rule.kind == "duration" and (
        "unitq" in last.senses and "hyphen" in _at(found, match.last - 2).senses
    )


def name_of_a_work(found: Sequence[Token], match: Match) -> bool:
    """60 Minutes, This Week, USA Today, the Sunday Times."""
    run = found[match.first : match.last]
    after, before = _at(found, match.last), _at(found, match.first - 1)
    if match.rule.kind == "weekday" and "brand" in after.senses and after.text[:1].isupper():
        return True
    if match.rule.kind not in LENGTHS:
        return False
    words = [t for t in run if t.text[:1].isalpha()]
    if not words or not all(t.text[0].isupper() for t in words):
        return False
    if any(t.text.isdigit() for t in run) and "comma" not in before.senses:
        return True  # 60 Minutes
    # USA Today, Tonight Live: no sentence begins here, and the name goes on
    inside = before.text[:1].islower() and after.text[:1].isupper() and after.senses is NONE
    return len(words) > 1 or inside or (before.text[:1].isupper() and before.senses is NONE)


def several_senses(found: Sequence[Token], match: Match) -> bool:
    """The fall of a city, spring as a verb: a season without a word that makes it one."""
    token = found[match.last - 1]
    if match.rule.kind != "season" or not token.text.isascii():
        return False
    alone = match.last - match.first == 1
    led = bool({"prep", "since", "until", "by"} & _at(found, match.first - 1).senses.keys())
    of = _at(found, match.last).text == "of"
    return (alone and not led) or (of and token.text.lower() in ("fall", "spring"))


def title_of_a_work(found: Sequence[Token], match: Match) -> bool:
    """The newspaper «Today», программа «Сегодня вечером»: a quotation mark between two words."""
    before, two = _at(found, match.first - 1), _at(found, match.first - 2)
    first = found[match.first]
    quoted = before.text in QUOTES and first.text[:1].isalpha()
    return quoted and match.rule.kind in TITLES and ("work" in two.senses or _closed(found, match))


def _closed(found: Sequence[Token], match: Match) -> bool:
    """Whether the quotation ends right after the expression or one word later."""
    named = found[match.first].text[:1].isupper() or not found[match.first].text[:1].islower()
    after, two = _at(found, match.last), _at(found, match.last + 1)
    return named and (after.text in QUOTES or two.text in QUOTES)


def over_a_full_stop(found: Sequence[Token], match: Match) -> bool:
    """«… з початку вересня. Завтра»: only after an abbreviation does a dot stand inside."""
    inside = range(match.first + 1, match.last - 1)
    return any(
        "dot" in found[i].senses
        and len(found[i - 1].text) > ABBREVIATION
        and found[i - 1].text.isalpha()
        for i in inside
    )


def first_name(found: Sequence[Token], match: Match) -> bool:
    """Jan Kavan, April Sorrel: a month alone before a word that only a name would write so."""
    after, token = _at(found, match.last), found[match.first]
    if match.rule.kind != "date" or match.last - match.first > 1 or "dot" in after.senses:
        return False
    named = after.text[:1].isupper() and after.text[1:2].islower() and after.senses is NONE
    return token.text in FIRST_NAMES and named


REFUSALS: tuple[Refusal, ...] = (
    first_name,
    over_a_full_stop,
    age,
    amount_of_things,
    round_number,
    rate,
    share,
    name_of_a_work,
    several_senses,
    title_of_a_work,
)


def refused(found: Sequence[Token], match: Match) -> str | None:
    """The name of the first reason against reading these words as a time."""
    return next((r.__name__ for r in REFUSALS if r(found, match)), None)

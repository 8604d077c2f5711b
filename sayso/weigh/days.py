"""How many days lie between two propositions?"""

from datetime import date

from sayso.weigh.likeness import Pair

DAYS_OF_ONE_STORY = 60


def gap(one: tuple[str, str], other: tuple[str, str]) -> int:
    """Days between two intervals; 0 when they overlap."""
    (a, b), (c, d) = (tuple(date.fromisoformat(x) for x in pair) for pair in (one, other))
    return max(0, (c - b).days, (a - d).days)


def days_apart(p: Pair) -> int:
    """The smallest distance between a date of the one and a date of the other; 0 if one has none."""
    return min((gap(x, y) for x in p.a.dates for y in p.b.dates), default=0)


def long_before(p: Pair) -> bool:
    """Whether only one gives a day, long before the other was published: that one tells news of its own day."""
    for dated, other in ((p.a, p.b), (p.b, p.a)):
        if dated.dates and not other.dates and other.published:
            return days_between(other.published, max(d for _, d in dated.dates)) > DAYS_OF_ONE_STORY
    return False


def days_between(one: str | None, other: str | None) -> int:
    """Days from the other to the one, both ISO days; 0 when either is unknown."""
    if not one or not other:
        return 0
    return (date.fromisoformat(one) - date.fromisoformat(other)).days


def published_apart(p: Pair) -> int:
    """Days from the publication of b to that of a; 0 when either is unknown."""
    return days_between(p.a.published, p.b.published)

"""When? A date as the words give it: an interval, its precision, and what it was counted from."""

from dataclasses import dataclass, field

from sayso.model.ids import content_id
from sayso.model.text import Span

OPS = (
    *("point", "offset", "nth", "this", "last", "next", "same"),
    *("range", "set", "duration", "clock", "reference"),
)
BASES = ("explicit", "publication-relative", "pivot", "anaphor", "unresolved")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an expression as the lexicon understands it: `senses` are `sort=value`."""

    text: str
    senses: tuple[str, ...]
    clitic: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """What an expression means before it is known when it was written: an operation over words.

    `reading` names the rule that evaluates it, `modifier` narrows the result (START, MID, END). `future`:
    a word such as "will" stands near. `narrative`: the text counts from what it told last and not from
    its publication. An offset from an event names in `pivot` the expression (a When's id) that dates
    the event, and in `beside` one that says the day in apposition.
    """

    op: str
    reading: str
    words: tuple[Word, ...] = ()
    modifier: str = ""
    future: bool = False
    narrative: bool = False
    pivot: str | None = None
    beside: str | None = None

    def __post_init__(self) -> None:
        if self.op not in OPS:
            raise ValueError(f"operation {self.op!r} is unknown; use one of {OPS}")


@dataclass(frozen=True, slots=True)
class When:
    """A time expression. Its id hashes the span.

    `type` and `value` are TIMEX3 (DATE, TIME, DURATION, SET). `earliest` and `latest` are ISO days,
    both inside the interval, None where it is open or unknown. `precision`: day, week, month,
    quarter, season, year, decade, century, time, duration, unknown. `derivation` says in words how
    the value was reached; `pivot` are the words it was counted from. `disagrees` says what counting
    gives where the text puts another day beside it. `tree` is the meaning before any day was known.
    """

    span: Span
    text: str
    type: str
    value: str
    article: str
    earliest: str | None = None
    latest: str | None = None
    precision: str = "unknown"
    basis: str = "explicit"
    pivot: Span | None = None
    derivation: str = ""
    disagrees: str = ""
    tree: Tree | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if self.basis not in BASES:
            raise ValueError(f"basis {self.basis!r} is unknown; use one of {BASES}")
        at = self.span
        object.__setattr__(self, "id", content_id("when", at.document, at.start, at.stop))

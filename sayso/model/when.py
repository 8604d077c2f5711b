"""When? A date as the words give it: an interval, its precision, and what it was counted from."""

from dataclasses import dataclass, field

from sayso.model.ids import content_id
from sayso.model.text import Span

BASES = ("explicit", "publication-relative", "pivot", "anaphor", "unresolved")


@dataclass(frozen=True, slots=True)
class When:
    """A time expression. Its id hashes the span.

    `type` and `value` are TIMEX3 (DATE, TIME, DURATION, SET). `earliest` and `latest` are ISO days,
    both inside the interval, None where it is open or unknown. `precision`: day, week, month,
    quarter, season, year, decade, century, time, duration, unknown. `derivation` says in words how
    the value was reached; `pivot` are the words it was counted from.
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
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if self.basis not in BASES:
            raise ValueError(f"basis {self.basis!r} is unknown; use one of {BASES}")
        at = self.span
        object.__setattr__(self, "id", content_id("when", at.document, at.start, at.stop))

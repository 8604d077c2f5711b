"""Against what is a time expression read? The publication date, and what was mentioned before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sayso.reading import time_calendar as cal
from sayso.reading.time_calendar import Moment
from sayso.reading.time_tokens import Token

# The future counts double its distance: of 1, 2 and 4 tried on TimeBank and AQUAINT, 2 was best.
FUTURE_COSTS = 2
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known where an expression stands. `last` is the moment mentioned last, `quarter` the
    quarter.

    `years` says which year a month and day had where the text gave one. `future`: a word such as
    "will" stands before the expression in its sentence. Without `published`, the text is read as a
    narrative: an incomplete date takes what is missing from `last`. `pivots` are the days of events, by
    the id of the expression that dates them.
    """

    language: str
    published: date | None = None
    last: Moment | None = None
    quarter: Moment | None = None
    years: Mapping[tuple[int, int], int] = field(default_factory=dict)
    future: bool = False
    pivots: Mapping[str, Moment] = field(default_factory=dict)
    narrative: bool = False

    @property
    def base(self) -> date | None:
        """The day that relative expressions are counted from, if any is known."""
        if self.published:
            return self.published
        return self.last.first if self.last else None

    @property
    def basis(self) -> str:
        """The name of that day's kind."""
        if self.published:
            return "publication-relative"
        return "anaphor" if self.base else "unresolved"

    @property
    def base_words(self) -> str:
        """That day in words."""
        if self.published:
            return f"publication on {say_day(self.published)}"
        return f"{say(self.last)}, mentioned before" if self.last else "an unknown day"


@dataclass(frozen=True, slots=True)
class Dated:
    """A reading of an expression, before it is tied to a page."""

    type: str
    value: str
    moment: Moment | None = None
    basis: str = "explicit"
    derivation: str = ""
    precision: str = ""


class Bits:
    """The tokens of one expression, asked by sort."""

    __slots__ = ("tokens",)

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens

    def one(self, sort: str) -> str | None:
        """The value of the first token of this sort."""
        return next((t.senses[sort] for t in self.tokens if sort in t.senses), None)

    def has(self, *sorts: str) -> bool:
        """Whether a token has one of these sorts."""
        return any(s in t.senses for t in self.tokens for s in sorts)

    def number(self, sort: str) -> int | None:
        """The value of the first token of this sort, as a whole number."""
        value = self.one(sort)
        return int(value) if value and value.isdigit() else None


def say_day(at: date) -> str:
    """A day in words."""
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}"


def say(moment: Moment | None) -> str:
    """A moment in words.

    >>> say(cal.week(date(2020, 7, 14)))
    'the week of 13 to 19 July 2020'
    """
    if moment is None or moment.first is None or moment.last is None:
        return moment.value if moment else "unknown"
    a, b = moment.first, moment.last
    if moment.grain == "day":
        return say_day(a)
    if moment.grain == "week":
        start = f"{a.day}" if a.month == b.month else f"{a.day} {MONTHS[a.month - 1]}"
        return f"the week of {start} to {say_day(b)}"
    if moment.grain == "month":
        return f"{MONTHS[int(moment.value[5:7]) - 1]} {moment.value[:4]}"
    if moment.grain in ("quarter", "half", "season"):
        return f"{moment.value} ({say_day(a)} to {say_day(b)})"
    return moment.value


def year_of_day(month: int, day: int, scene: Scene) -> tuple[int | None, str, str]:
    """The year of a month and day without one, its basis and the reason."""
    if scene.published is None:
        return _year_mentioned(scene)
    told = scene.years.get((month, day))
    if told:
        return told, "anaphor", f"the text gives this day the year {told}"
    near = nearest_year(month, day, scene)
    return near, "publication-relative", f"the year nearest to {scene.base_words}"


def year_of_month(month: int, scene: Scene) -> tuple[int | None, str, str]:
    """The year of a month without one, its basis and the reason."""
    if scene.published is None:
        return _year_mentioned(scene)
    if month == scene.published.month:
        return scene.published.year, "publication-relative", f"the month of {scene.base_words}"
    near = nearest_year(month, 15, scene)
    return near, "publication-relative", f"the year nearest to {scene.base_words}"


def _year_mentioned(scene: Scene) -> tuple[int | None, str, str]:
    if scene.last and scene.last.first:
        year = int(scene.last.value[:4]) if scene.last.value[:4].isdigit() else None
        return year, "anaphor", "the year mentioned last"
    return None, "unresolved", "no year is given or can be counted from"


def nearest_year(month: int, day: int, scene: Scene) -> int:
    """The year that puts this day nearest to publication; without a future cue the past is likelier."""
    assert scene.published is not None
    costs = []
    for year in (scene.published.year - 1, scene.published.year, scene.published.year + 1):
        at = date(year, month, min(day, cal.days_in_month(year, month, "gregorian")))
        away = (at - scene.published).days
        price = 0.5 if scene.future else FUTURE_COSTS
        costs.append((away * price if away > 0 else -away, year))
    return min(costs)[1]

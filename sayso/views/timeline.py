"""When did it happen, how exactly is that known, and who says so?"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from markupsafe import Markup

from sayso.model.claim import Claim
from sayso.model.event import Difference, Event, Happening
from sayso.model.page import Page
from sayso.model.text import Span
from sayso.model.when import When
from sayso.views.catalogue import Catalogue, claims_in_order, events_in_order
from sayso.views.dates import MONTHS, day, interval_words
from sayso.views.sheet import Report, Sheet

PER_PAGE = 300
MINUS = "\N{MINUS SIGN}"


class Entry(NamedTuple):
    """A line of the timeline before it is drawn: an event with all its tellings, or a claim with a date
    of its own."""

    id: str
    article: str
    earliest: str | None
    latest: str | None
    event: Event | None
    claim: Claim | None
    when: When | None
    also: tuple[Event, ...] = ()
    differs: tuple[Difference, ...] = ()


class Lens(NamedTuple):
    """The day that all others are counted from, and the event that it is the day of."""

    day: date
    entry: Entry


class Scale(NamedTuple):
    """The days that the bars are drawn over."""

    first: date
    last: date

    def at(self, when: date) -> float:
        """The place of a day in percent of the scale, kept inside it."""
        whole = max((self.last - self.first).days, 1)
        return min(max((when - self.first).days * 100 / whole, 0.0), 100.0)


class Bar(NamedTuple):
    """What is drawn for an interval, in percent: `left` and `right` say which end is open."""

    x: str
    width: str
    form: str
    left: bool
    right: bool


class Told(NamedTuple):
    """What one article tells of it: words, date as told, who takes part, and who asserts it."""

    what: Markup
    time: Markup | None
    pivot: Markup | None
    derivation: str
    disagrees: str
    parts: tuple[tuple[str, Markup], ...]
    negated: bool
    by: tuple[Report, ...]
    outlet: Markup


class Line(NamedTuple):
    """An entry, ready to be shown. `away` is its distance from the lens's day; `side` is -1 when the
    words only say that it came before something, 1 when after, else 0."""

    entry: Entry
    when: str
    away: str
    bar: Bar | None
    told: tuple[Told, ...]
    differs: tuple[tuple[str, tuple[tuple[Markup | str, Markup], ...]], ...]
    side: int


class Leaf(NamedTuple):
    """One page of the timeline. `ordered` have no day but stand before or after something."""

    name: str
    dated: tuple[Entry, ...]
    ordered: tuple[Entry, ...]
    undated: tuple[Entry, ...]


def entries(catalogue: Catalogue) -> tuple[list[Entry], list[Entry]]:
    """The dated entries in the order of their days, and the undated in the order of the telling."""
    found: list[Entry] = []
    groups = _groups(catalogue)
    for article in sorted(catalogue.pages, key=lambda a: _told(catalogue, a)):
        page = catalogue.pages[article]
        for event in events_in_order(page.events):
            group = groups.get(event.id)
            if group is None or group.events[0] == event.id:
                found.append(_entry(catalogue, event, group))
        found.extend(_claimed(catalogue, page))
    dated = [e for e in found if e.earliest or e.latest]
    dated.sort(key=lambda e: (e.earliest or e.latest or "", e.latest or "", e.article, e.id))
    return dated, [e for e in found if not (e.earliest or e.latest)]


def _groups(catalogue: Catalogue) -> dict[str, Happening]:
    """Event -> the happening it tells of, its events in the order of the telling."""
    out: dict[str, Happening] = {}
    for one in catalogue.holdings.collection.happenings:
        known = [e for e in one.events if e in catalogue.events]
        known.sort(key=lambda e: _first(catalogue, catalogue.events[e]))
        ordered = replace(one, events=tuple(known))
        out.update((e, ordered) for e in known)
    return out


def _first(catalogue: Catalogue, event: Event) -> tuple[tuple[str, str, int], Span, str]:
    return (_told(catalogue, event.article), min(event.anchor), event.id)


def _entry(catalogue: Catalogue, event: Event, group: Happening | None) -> Entry:
    when = catalogue.whens.get(event.when or "")
    first = event.earliest or (when.earliest if when else None)
    last = event.latest or (when.latest if when else None)
    if group is None or len(group.events) == 1:
        return Entry(event.id, event.article, first, last, event, None, when)
    also = tuple(catalogue.events[e] for e in group.events[1:])
    days = group.earliest or first, group.latest or last
    return Entry(event.id, event.article, *days, event, None, when, also, group.differs)


def _claimed(catalogue: Catalogue, page: Page) -> Iterator[Entry]:
    """Claims with a date, or a place in the order of things, that no event carries."""
    covered = {(c, e.when) for e in page.events for c in e.reported_by}
    for claim in claims_in_order(page):
        for when_id in claim.about_time:
            when = catalogue.whens.get(when_id)
            if when is None or (claim.id, when_id) in covered:
                continue
            if when.earliest or when.latest or side(when):
                name, days = f"{claim.id}-{when_id}", (when.earliest, when.latest)
                yield Entry(name, page.article.id, *days, None, claim, when)


def side(when: When | None) -> int:
    """-1 before the event it is counted from, 1 after it, 0 when it is counted from none."""
    if when is None or when.pivot is None or when.tree is None or when.earliest:
        return 0
    sorts = {s.partition("=")[0] for w in when.tree.words for s in w.senses}
    return 1 if sorts & {"after", "afterin", "since"} else -1


def leaves(catalogue: Catalogue) -> list[Leaf]:
    """The pages of the timeline; says in the catalogue where each event is shown."""
    dated, rest = entries(catalogue)
    ordered = [e for e in rest if side(e.when)]
    undated = [e for e in rest if not side(e.when)]
    if len(dated) + len(rest) <= PER_PAGE:
        parts = [(tuple(dated), tuple(ordered), tuple(undated))]
    else:
        parts = [(part, (), ()) for part in _chunks(dated)]
        parts += [((), part, ()) for part in _chunks(ordered)]
        parts += [((), (), part) for part in _chunks(undated)]
    made = []
    for number, found in enumerate(parts):
        name = f"timeline{f'-{number + 1}' if number else ''}.html"
        made.append(Leaf(name, *found))
        for entry in (e for part in found for e in part):
            here = f"{name}#{entry.id}"
            for record in (entry.id, *(e.id for e in entry.also)):
                catalogue.places.setdefault(record, here)
            if entry.claim and entry.when:
                catalogue.places.setdefault(f"dated-{entry.when.id}", here)
                catalogue.places.setdefault(f"dated-{entry.claim.id}", here)
    return made


def lens(dated: Iterable[Entry]) -> Lens | None:
    """The day of the event that most articles tell of and that is known to the day."""
    known = [e for e in dated if e.event and e.earliest and e.earliest == e.latest]
    best = min(
        known, key=lambda e: (-len({x.article for x in e.also}), e.earliest, e.id), default=None
    )
    at = day(best.earliest) if best else None
    return Lens(at, best) if at and best else None


def away(over: Lens | None, earliest: str | None, latest: str | None) -> str:
    """The distance of an interval from the lens's day: D−36, D+1 to D+7, D.

    >>> event = Entry("evt-0", "art-0", "2024-03-12", "2024-03-12", None, None, None)
    >>> over = Lens(date(2024, 3, 12), event)
    >>> away(over, "2024-02-05", "2024-02-05"), away(over, "2024-03-13", "2024-03-19")
    ('D−36', 'D+1 to D+7')
    """
    first, last = day(earliest), day(latest)
    if over is None or (first is None and last is None):
        return ""
    ends = [_steps((at - over.day).days) for at in (first, last) if at]
    if first is None:
        return f"up to {ends[0]}"
    if last is None:
        return f"from {ends[0]}"
    return ends[0] if first == last else f"{ends[0]} to {ends[1]}"


def _steps(days: int) -> str:
    return "D" if days == 0 else f"D{'+' if days > 0 else MINUS}{abs(days)}"


def scale(dated: tuple[Entry, ...]) -> Scale | None:
    """The shortest stretch of days that holds nine tenths of the ends, so that one old date does not
    flatten all the others; what lies outside is drawn as an open end at the edge.

    Nine tenths: of 0.8, 0.9 and 1.0 it kept both a one-week affair and a ten-year one readable.
    """
    ends = sorted(d for e in dated for d in (day(e.earliest), day(e.latest)) if d)
    if not ends:
        return None
    size = max(len(ends) * 9 // 10, 1)
    windows = [(ends[i + size - 1] - ends[i], ends[i]) for i in range(len(ends) - size + 1)]
    length, first = min(windows)
    pad = timedelta(days=max(length.days // 20, 1))
    low = max(first, date.min + pad) - pad
    high = min(first + length, date.max - pad) + pad
    return Scale(low, high)


def ticks(over: Scale) -> list[tuple[str, str]]:
    """(percent, label) of a few round days: years, months, or days."""
    days = (over.last - over.first).days
    marks: list[tuple[date, str]] = []
    if days > 3 * 365:
        step = max(days // 365 // 6, 1)
        years = range(over.first.year + 1, over.last.year + 1)
        marks = [(date(y, 1, 1), str(y)) for y in years if y % step == 0]
    elif days > 120:
        months = [divmod(m, 12) for m in range(over.first.year * 12, over.last.year * 12 + 12)]
        step = max(days // 30 // 6, 1)
        marks = [
            (date(y, m + 1, 1), f"{MONTHS[m][:3]} {y}")
            for y, m in months
            if (y * 12 + m) % step == 0
        ]
    else:
        step = max(days // 5, 1)
        stops = [over.first + timedelta(days=n) for n in range(step, days + 1, step)]
        marks = [(d, f"{d.day} {MONTHS[d.month - 1][:3]}") for d in stops]
    inside = [(d, label) for d, label in marks if over.first < d < over.last]
    return [(f"{over.at(d):.2f}%", label) for d, label in inside if 6 < over.at(d) < 94]


def bar(over: Scale, earliest: str | None, latest: str | None) -> Bar | None:
    """The bar of an interval; an end that is unknown or off the scale is open."""
    first, last = day(earliest), day(latest)
    if first is None and last is None:
        return None
    left = first is None or first < over.first
    right = last is None or last > over.last
    low = over.at(first) if first else max(over.at(last or over.first) - 15, 0.0)
    high = over.at(last + timedelta(days=1)) if last and last < date.max else min(low + 15, 100.0)
    least = 4.0 if left or right else 1.2
    low = min(low, 100.0 - least)
    high = max(high, low + least)
    exact = first == last
    form = "exact" if exact and not (left or right) else "open" if left or right else "within"
    return Bar(f"{low:.2f}%", f"{min(high, 100.0) - low:.2f}%", form, left, right)


def show(sheet: Sheet, entry: Entry, over: Scale | None, through: Lens | None = None) -> Line:
    """One line: when, what in the words of each source, who asserts it, and where they differ."""
    days = entry.earliest, entry.latest
    tellings = (entry.event, *entry.also)
    return Line(
        entry,
        interval_words(*days),
        away(through, *days),
        bar(over, *days) if over else None,
        tuple(_telling(sheet, entry, e) for e in tellings),
        tuple((d.what, tuple(_values(sheet, d))) for d in entry.differs),
        side(entry.when),
    )


def _telling(sheet: Sheet, entry: Entry, event: Event | None) -> Told:
    catalogue, claim = sheet.catalogue, entry.claim
    page = catalogue.pages[event.article if event else entry.article]
    when = catalogue.whens.get(event.when or "") if event else entry.when
    spans = event.anchor if event else claim.content if claim else ()
    known = event.reported_by if event else (claim.id,) if claim else ()
    return Told(
        sheet.pieces(spans),
        sheet.quote(when.span) if when else None,
        sheet.quote(when.pivot) if when and when.pivot else None,
        when.derivation if when else "",
        when.disagrees if when else "",
        tuple((p.role, sheet.quote(p.span, marks=False)) for p in event.parts) if event else (),
        bool(event and event.negated),
        tuple(sheet.report(c) for c in sorted(known) if c in catalogue.claims),
        sheet.outlet(page),
    )


def _values(sheet: Sheet, differs: Difference) -> Iterator[tuple[Markup | str, Markup]]:
    """(what is told, the outlet that tells it)."""
    catalogue = sheet.catalogue
    for event, value in differs.told:
        if event in catalogue.events:
            outlet = sheet.outlet(catalogue.pages[catalogue.events[event].article])
            if differs.what == "date":
                yield interval_words(*(value.split("/") * 2)[:2]), outlet
            else:
                known = value in catalogue.entities
                yield (sheet.entity(value) if known else value), outlet


def _told(catalogue: Catalogue, article: str) -> tuple[str, str, int]:
    page = catalogue.pages[article]
    return (catalogue.published(page) or "9999", page.source, page.article.span.start)


def _chunks(found: list[Entry]) -> list[tuple[Entry, ...]]:
    return [tuple(found[n : n + PER_PAGE]) for n in range(0, len(found), PER_PAGE)]

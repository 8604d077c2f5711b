"""When did it happen, how exactly is that known, and who says so?"""

from datetime import date, timedelta
from typing import NamedTuple

from markupsafe import Markup

from sayso.model.claim import Claim
from sayso.model.event import Event
from sayso.model.when import When
from sayso.views.catalogue import Catalogue, claims_in_order, events_in_order
from sayso.views.dates import MONTHS, day, interval_words
from sayso.views.sheet import Report, Sheet

PER_PAGE = 300


class Entry(NamedTuple):
    """A line of the timeline before it is drawn: an event, or a claim with a date of its own."""

    id: str
    article: str
    earliest: str | None
    latest: str | None
    event: Event | None
    claim: Claim | None
    when: When | None


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


class Line(NamedTuple):
    """An entry, ready to be shown."""

    entry: Entry
    when: str
    bar: Bar | None
    what: Markup
    time: Markup | None
    pivot: Markup | None
    parts: tuple[tuple[str, Markup], ...]
    by: tuple[Report, ...]
    outlet: Markup


class Leaf(NamedTuple):
    """One page of the timeline."""

    name: str
    dated: tuple[Entry, ...]
    undated: tuple[Entry, ...]


def entries(catalogue: Catalogue) -> tuple[list[Entry], list[Entry]]:
    """The dated entries in the order of their days, and the undated in the order of the telling."""
    dated: list[Entry] = []
    undated: list[Entry] = []
    for article in sorted(catalogue.pages, key=lambda a: _told(catalogue, a)):
        page = catalogue.pages[article]
        for event in events_in_order(page.events):
            when = catalogue.whens.get(event.when or "")
            first = event.earliest or (when.earliest if when else None)
            last = event.latest or (when.latest if when else None)
            entry = Entry(event.id, article, first, last, event, None, when)
            (dated if first or last else undated).append(entry)
        covered = {(c, e.when) for e in page.events for c in e.reported_by}
        for claim in claims_in_order(page):
            for when_id in claim.about_time:
                when = catalogue.whens.get(when_id)
                if when and (when.earliest or when.latest) and (claim.id, when_id) not in covered:
                    name = f"{claim.id}-{when_id}"
                    first, last = when.earliest, when.latest
                    dated.append(Entry(name, article, first, last, None, claim, when))
    dated.sort(key=lambda e: (e.earliest or e.latest or "", e.latest or "", e.article, e.id))
    return dated, undated


def leaves(catalogue: Catalogue) -> list[Leaf]:
    """The pages of the timeline; says in the catalogue where each event is shown."""
    dated, undated = entries(catalogue)
    if len(dated) + len(undated) <= PER_PAGE:
        parts = [(tuple(dated), tuple(undated))]
    else:
        parts = [(part, ()) for part in _chunks(dated)]
        parts += [((), part) for part in _chunks(undated)]
    made = []
    for number, (with_date, without) in enumerate(parts):
        name = f"timeline{f'-{number + 1}' if number else ''}.html"
        made.append(Leaf(name, with_date, without))
        for entry in (*with_date, *without):
            catalogue.places.setdefault(entry.id, f"{name}#{entry.id}")
            if entry.claim and entry.when:
                catalogue.places.setdefault(f"dated-{entry.when.id}", f"{name}#{entry.id}")
                catalogue.places.setdefault(f"dated-{entry.claim.id}", f"{name}#{entry.id}")
    return made


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


def show(sheet: Sheet, entry: Entry, over: Scale | None) -> Line:
    """One line: when, what in the source's words, who asserts it."""
    catalogue = sheet.catalogue
    page = catalogue.pages[entry.article]
    event, claim, when = entry.event, entry.claim, entry.when
    spans = event.anchor if event else claim.content if claim else ()
    known = event.reported_by if event else (claim.id,) if claim else ()
    return Line(
        entry,
        interval_words(entry.earliest, entry.latest),
        bar(over, entry.earliest, entry.latest) if over else None,
        sheet.pieces(spans),
        sheet.quote(when.span) if when else None,
        sheet.quote(when.pivot) if when and when.pivot else None,
        tuple((p.role, sheet.quote(p.span, marks=False)) for p in event.parts) if event else (),
        tuple(sheet.report(c) for c in sorted(known) if c in catalogue.claims),
        sheet.outlet(page),
    )


def _told(catalogue: Catalogue, article: str) -> tuple[str, str, int]:
    page = catalogue.pages[article]
    return (catalogue.published(page) or "9999", page.source, page.article.span.start)


def _chunks(found: list[Entry]) -> list[tuple[Entry, ...]]:
    return [tuple(found[n : n + PER_PAGE]) for n in range(0, len(found), PER_PAGE)]

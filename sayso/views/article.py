"""What does one article say, verbatim, and what was found in it?"""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from sayso.model.article import Copy, Zone
from sayso.model.claim import Claim
from sayso.model.event import Event
from sayso.model.page import FURNITURE, Page
from sayso.model.text import Document, Span, Told
from sayso.model.when import When
from sayso.views.catalogue import Catalogue, claims_in_order, events_in_order
from sayso.views.dates import interval_words
from sayso.views.findings import counts, kinds_of
from sayso.views.lit import Lit, light
from sayso.views.passage import CONTROL, CONTROL_NAMES, data_span, tongue
from sayso.views.sheet import Report, Sheet


class Card(NamedTuple):
    """A claim in the margin: who says it, through whom, and where the dossier uses it."""

    report: Report
    about: tuple[Markup, ...]
    place: str | None
    counts: tuple[str, ...]
    kinds: tuple[str, ...]
    dated: str | None


class Moment(NamedTuple):
    """A time expression found in the article."""

    when: When
    words: Markup
    means: str
    pivot: Markup | None
    place: str | None


class Deed(NamedTuple):
    """An event found in the article."""

    event: Event
    words: Markup
    when: str
    place: str | None


class Likeness(NamedTuple):
    """Another article that shares text with this one."""

    copy: Copy
    outlet: Markup
    role: str
    shared: tuple[Markup, ...]


class Reading(NamedTuple):
    """An article, ready to be shown."""

    page: Page
    document: Document
    tongue: Markup
    headline: Markup | None
    text: Markup
    data_span: str
    told: tuple[tuple[str, str, Markup | None, str], ...]
    cards: tuple[Card, ...]
    moments: tuple[Moment, ...]
    deeds: tuple[Deed, ...]
    entities: tuple[tuple[str, Markup, int], ...]
    likenesses: tuple[Likeness, ...]
    controls: tuple[tuple[str, int], ...]
    unshowable: bool


def reading(sheet: Sheet, page: Page, copies: tuple[Copy, ...]) -> Reading:
    """Everything the page of one article shows."""
    catalogue = sheet.catalogue
    at = page.article.span
    document = catalogue.documents[at.document]
    text = document.text[at.start : at.stop]
    lits = list(_lits(sheet, page))
    return Reading(
        page,
        document,
        tongue(page.article.language),
        _headline(sheet, page, lits),
        light(text, at.start, (x for x in lits if at.start <= x.start and x.stop <= at.stop)),
        data_span(at),
        tuple(_told(sheet, page)),
        tuple(_card(sheet, claim) for claim in claims_in_order(page)),
        tuple(_moment(sheet, when) for when in sorted(page.whens, key=lambda w: (w.span, w.id))),
        tuple(_deed(sheet, event) for event in events_in_order(page.events)),
        _entities(sheet, page),
        tuple(_likeness(sheet, page, copy) for copy in copies),
        tuple((CONTROL_NAMES[m.group()], at.start + m.start()) for m in CONTROL.finditer(text)),
        any(c == "\x00" or "\ud800" <= c <= "\udfff" for c in text),
    )


def _headline(sheet: Sheet, page: Page, lits: list[Lit]) -> Markup | None:
    """The headline in its own words, lit when it stands outside the article's text."""
    head = page.article.headline
    if head is None:
        return None
    if not page.headline:
        return sheet.quote(head, marks=False)
    inside = (x for x in lits if head.start <= x.start and x.stop <= head.stop)
    words = light(page.headline, head.start, inside)
    return Markup('<span class="q text" {} data-span="{}">{}</span>').format(
        tongue(page.article.language), data_span(head), words
    )


def _lits(sheet: Sheet, page: Page) -> Iterator[Lit]:
    """Zones first, then every span of the article with what it is and where it is used."""
    for zone in page.article.zones:
        if page.article.span.covers(zone.span):
            yield _zone(zone)
    uses = dict(_uses(sheet, page))
    notes: dict[Span, list[tuple[int, str, str]]] = {}
    for claim in claims_in_order(page):
        number = sheet.catalogue.numbers[claim.id]
        last = max(claim.content, key=lambda s: (s.stop, s.start))
        notes.setdefault(last, []).append((number, f"#c-{claim.id}", f"claim {number}"))
    for span, kinds in sheet.catalogue.lit[page.article.id].items():
        href, title = uses.get(span, ("", ""))
        classes = tuple(f"k-{kind}" for kind in sorted(kinds))
        found = tuple(notes.get(span, ()))
        yield Lit(span.start, span.stop, classes, "", href, title, found)


def _zone(zone: Zone) -> Lit:
    dim = ("zone", "dim") if zone.kind in FURNITURE else ("zone",)
    label = "" if zone.kind == "body" else zone.kind.replace("-", " ")
    return Lit(zone.span.start, zone.span.stop, (*dim, f"z-{zone.kind}"), zone=label or " ")


def _uses(sheet: Sheet, page: Page) -> Iterator[tuple[Span, tuple[str, str]]]:
    """Span -> (address, title) of where the dossier uses it; later ones win over earlier ones."""
    for event in page.events:
        place = sheet.place(event.id)
        if place:
            yield from ((span, (place, "event: see the timeline")) for span in event.anchor)
    for claim in claims_in_order(page):
        card = (f"#c-{claim.id}", f"claim {sheet.catalogue.numbers[claim.id]}")
        for link in claim.chain:
            spans = (link.holder.span, link.cue, link.medium, *link.hedges)
            yield from ((span, card) for span in spans if span)
    for when in page.whens:
        yield when.span, (f"#{when.id}", "time: see what it was taken to mean")
    for mention in page.mentions:
        entity = sheet.catalogue.entity(mention.id)
        place = sheet.place(entity.id) if entity else None
        if place:
            yield mention.span, (place, "name: see who is meant")


def _told(sheet: Sheet, page: Page) -> Iterator[tuple[str, str, Markup | None, str]]:
    """(label, value, the words where they stand, basis) of what is known about the article."""
    article = page.article
    values: tuple[tuple[str, Told | None], ...] = (
        ("Published", article.published),
        ("Publisher", article.publisher),
        ("Byline", article.byline),
        ("Updated", article.updated),
        ("Dateline", article.place),
        ("Section", article.section),
        *(("Another date", told) for told in article.date_conflicts),
    )
    for label, told in values:
        if told:
            words = sheet.quote(told.span) if told.span else None
            yield label, told.text, words, told.basis


def _card(sheet: Sheet, claim: Claim) -> Card:
    catalogue = sheet.catalogue
    standing = catalogue.standings.get(catalogue.standing_of.get(claim.id, ""))
    about = sorted({catalogue.entity_of.get(m, "") for m in claim.about} - {""})
    return Card(
        sheet.report(claim.id),
        tuple(sheet.entity(e) for e in about),
        sheet.place(standing.id) if standing else None,
        counts(standing) if standing else (),
        kinds_of(standing, catalogue.texts) if standing else (),
        sheet.place(f"dated-{claim.id}"),
    )


def _moment(sheet: Sheet, when: When) -> Moment:
    return Moment(
        when,
        sheet.quote(when.span, marks=False),
        interval_words(when.earliest, when.latest),
        sheet.quote(when.pivot, marks=False) if when.pivot else None,
        sheet.place(f"dated-{when.id}"),
    )


def _deed(sheet: Sheet, event: Event) -> Deed:
    when = interval_words(event.earliest, event.latest)
    return Deed(event, sheet.pieces(event.anchor), when, sheet.place(event.id))


def _entities(sheet: Sheet, page: Page) -> tuple[tuple[str, Markup, int], ...]:
    """(kind, name, how often) of those named here, the most often named first."""
    found: dict[str, int] = {}
    for mention in page.mentions:
        entity = sheet.catalogue.entity(mention.id)
        if entity:
            found[entity.id] = found.get(entity.id, 0) + 1
    ordered = sorted(found, key=lambda e: (-found[e], e))
    return tuple((sheet.catalogue.entities[e].kind, sheet.entity(e), found[e]) for e in ordered)


def _likeness(sheet: Sheet, page: Page, copy: Copy) -> Likeness:
    mine = copy.article == page.article.id
    other = sheet.catalogue.pages[copy.of if mine else copy.article]
    shared = tuple(sheet.quote(theirs if mine else ours) for ours, theirs in copy.shared)
    role = "the likelier original" if mine else "shares text with this article"
    return Likeness(copy, sheet.outlet(other), role, shared)


def copies_of(catalogue: Catalogue) -> dict[str, tuple[Copy, ...]]:
    """Article id -> the copies it takes part in."""
    out: dict[str, tuple[Copy, ...]] = {}
    for copy in sorted(catalogue.holdings.collection.copies, key=lambda c: (c.article, c.of)):
        for article in sorted({copy.article, copy.of} & catalogue.pages.keys()):
            if {copy.article, copy.of} <= catalogue.pages.keys():
                out[article] = (*out.get(article, ()), copy)
    return out

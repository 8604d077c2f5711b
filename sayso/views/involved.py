"""In which events did somebody take part, in which part, and with whom?"""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from sayso.model.event import Event, Happening
from sayso.model.mention import Mention
from sayso.views.catalogue import Catalogue
from sayso.views.dates import interval_words
from sayso.views.sheet import Sheet

MET = "consult"  # PLOVER's word for a meeting, a visit, a call


class Involved(NamedTuple):
    """An event that an entity took part in; `others` are the rest of those named in it, by name."""

    kind: str
    when: str
    words: Markup
    outlet: Markup
    tellings: int
    part: tuple[str, ...]
    others: tuple[Markup, ...]
    place: Markup | None
    denied: bool
    shown: str | None


def involvements(catalogue: Catalogue) -> dict[str, list[Happening]]:
    """Entity -> the events that name it as actor, target or the like, in the order of their days.

    What is struck or rejected stands in no happening and so is not here.
    """
    out: dict[str, list[Happening]] = {}
    for one in sorted(catalogue.holdings.collection.happenings, key=_ordered):
        named = {e for event in _told(catalogue, one) for _, e in _parts(catalogue, event)}
        for entity in sorted(named):
            out.setdefault(entity, []).append(one)
    return out


def _ordered(one: Happening) -> tuple[str, str, str]:
    return (one.earliest or one.latest or "9999", one.latest or "", one.id)


def _told(catalogue: Catalogue, one: Happening) -> list[Event]:
    """Its tellings, the earliest report first."""
    known = [catalogue.events[e] for e in one.events if e in catalogue.events]
    return sorted(known, key=lambda e: (_published(catalogue, e), min(e.anchor), e.id))


def _published(catalogue: Catalogue, event: Event) -> str:
    return catalogue.published(catalogue.pages[event.article]) or "9999"


def _parts(catalogue: Catalogue, event: Event) -> Iterator[tuple[str, str]]:
    """(part, entity) of those named in one telling; a place is where, not who."""
    for part in event.parts:
        entity = catalogue.entity(part.mention)
        if entity is not None and part.role != "place":
            yield part.role, entity.id


def involved(sheet: Sheet, entity: str, one: Happening) -> Involved:
    """One event as the page of one of its participants shows it, in the words of its first report."""
    catalogue = sheet.catalogue
    told = _told(catalogue, one)
    mine = [e for e in told if any(who == entity for _, who in _parts(catalogue, e))]
    first = mine[0]
    parts = {pair for event in told for pair in _parts(catalogue, event)}
    others = sorted({who for _, who in parts} - {entity})
    places = (catalogue.mentions.get(event.place or "") for event in told)
    return Involved(
        one.kind,
        interval_words(one.earliest, one.latest),
        sheet.pieces(first.anchor),
        sheet.outlet(catalogue.pages[first.article]),
        len(told),
        tuple(sorted({part for part, who in parts if who == entity})),
        tuple(sheet.entity(who) for who in others),
        _place(sheet, [p for p in places if p]),
        all(event.negated for event in told),
        sheet.place(first.id),
    )


def _place(sheet: Sheet, named: list[Mention]) -> Markup | None:
    return sheet.quote(named[0].span, marks=False) if named else None

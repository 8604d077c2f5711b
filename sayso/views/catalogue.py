"""Where does each record stand, and on which page of the dossier?"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.model.claim import Attribution, Claim
from sayso.model.collection import Collection
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.ids import content_id
from sayso.model.mention import Mention
from sayso.model.page import Page
from sayso.model.standing import Position, Standing
from sayso.model.text import Document, Span
from sayso.model.when import When
from sayso.views.holdings import Holdings


@dataclass(slots=True)
class Catalogue:
    """Look-ups over one Holdings, built once by `catalogue` and only read afterwards."""

    holdings: Holdings
    documents: dict[str, Document] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    mentions: dict[str, Mention] = field(default_factory=dict)
    whens: dict[str, When] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    entity_of: dict[str, str] = field(default_factory=dict)
    standings: dict[str, Standing] = field(default_factory=dict)
    standing_of: dict[str, str] = field(default_factory=dict)
    positions: dict[str, Position] = field(default_factory=dict)  # by claim
    numbers: dict[str, int] = field(default_factory=dict)
    lit: dict[str, dict[Span, set[str]]] = field(default_factory=dict)
    homes: dict[Span, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)  # article -> one article of its text
    _starts: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)

    def words(self, span: Span) -> str:
        """The verbatim words of any span."""
        return self.documents[span.document].words(span)

    def home(self, span: Span) -> str | None:
        """The id of the article that shows the span, or None between articles."""
        if span in self.homes:
            return self.homes[span]
        starts = self._starts.get(span.document, [])
        at = bisect_right(starts, (span.start, len(self.documents[span.document].text) + 1, ""))
        if at and span.stop <= starts[at - 1][1]:
            return starts[at - 1][2]
        return None

    def href(self, span: Span) -> str | None:
        """Where the exact words are: `articles/<id>.html#s-START-STOP`."""
        article = self.homes.get(span)
        return article and f"articles/{article}.html#s-{span.start}-{span.stop}"

    def language(self, span: Span) -> str:
        """The language of the article around the span."""
        article = self.home(span)
        return self.pages[article].article.language if article else "und"

    def keep(self, kind: str, span: Span | None, article: str | None = None) -> None:
        """Light the span on the page of the article that holds it."""
        if span is None or span.document not in self.documents:
            return
        at = article if article and _holds(self.pages[article], span) else self.home(span)
        if at is not None:
            self.homes.setdefault(span, at)
            self.lit[self.homes[span]].setdefault(span, set()).add(kind)

    def outlet(self, page: Page) -> str:
        """The publisher's name, or the source it stands in."""
        told = page.article.publisher
        return told.text if told else page.source

    def published(self, page: Page) -> str | None:
        """The publication date as told, or None."""
        return page.article.published.text if page.article.published else None

    def entity(self, mention: str | None) -> Entity | None:
        """The entity that a mention belongs to."""
        return self.entities.get(self.entity_of.get(mention or "", ""))


def file_id(record: str) -> str:
    """A record id as a file name; ids that people gave are hashed.

    >>> file_id("men-0a1b")
    'men-0a1b'
    >>> file_id("../../etc/passwd").startswith("ent-")
    True
    """
    return (
        record if re.fullmatch(r"[a-z]{1,8}-[0-9a-f]{1,64}", record) else content_id("ent", record)
    )


def catalogue(holdings: Holdings) -> Catalogue:
    """Every look-up the pages need."""
    case = holdings.collection
    made = Catalogue(holdings)
    made.documents = {d.id: d for d in sorted(holdings.documents, key=lambda d: d.id)}
    made.pages = {p.article.id: p for p in case.pages}
    made.entities = {e.id: e for e in case.entities}
    made.entity_of = case.entity_of()
    made.standings = {s.id: s for s in case.standings}
    made.positions = {p.claim: p for s in case.standings for p in s.positions}
    made.standing_of = {c: s.id for s in case.standings for c in s.claims}
    for page in case.pages:
        at = page.article.span
        made._starts.setdefault(at.document, []).append((at.start, at.stop, page.article.id))
        made.lit[page.article.id] = {}
        made.mentions.update((m.id, m) for m in page.mentions)
        made.whens.update((w.id, w) for w in page.whens)
        made.events.update((e.id, e) for e in page.events)
        for number, claim in enumerate(claims_in_order(page), 1):
            made.claims[claim.id] = claim
            made.numbers[claim.id] = number
    for starts in made._starts.values():
        starts.sort()
    for page in case.pages:
        for kind, span in _spans(page):
            made.keep(kind, span, page.article.id)
    _set_level(made, case)
    made.texts = _texts(case)
    return made


def _texts(case: Collection) -> dict[str, str]:
    """Copied article -> the smallest id among all that share its text, from copy to copy."""
    told = {a: a for copy in case.copies for a in (copy.article, copy.of)}
    changed = True
    while changed:
        changed = False
        for copy in case.copies:
            least = min(told[copy.article], told[copy.of])
            changed |= {told[copy.article], told[copy.of]} != {least}
            told[copy.article] = told[copy.of] = least
    return told


def claims_in_order(page: Page) -> list[Claim]:
    """The claims of an article in the order of their words."""
    return sorted(page.claims, key=lambda c: (min(c.content), max(c.content), c.id))


def events_in_order(events: Iterable[Event]) -> list[Event]:
    """Events in the order of their words."""
    return sorted(events, key=lambda e: (min(e.anchor), e.kind, e.id))


def _set_level(made: Catalogue, case: Collection) -> None:
    for standing in case.standings:
        for span in standing.not_confirmed:
            made.keep("caveat", span)
        for position in standing.positions:
            made.keep("position", position.words)
        for wording in standing.wordings:
            for span in (*wording.here, *wording.there):
                made.keep("wording", span)
    for copy in case.copies:
        for mine, theirs in copy.shared:
            made.keep("shared", mine)
            made.keep("shared", theirs)


def _holds(page: Page, span: Span) -> bool:
    head = page.article.headline
    return page.article.span.covers(span) or (
        bool(page.headline) and head is not None and head.covers(span)
    )


def _spans(page: Page) -> Iterator[tuple[str, Span | None]]:
    """Every span that rests on this article, with the kind it is lit as."""
    article = page.article
    told = (article.byline, article.publisher, article.published, article.updated)
    for value in (*told, article.section, article.place, *article.date_conflicts):
        yield "told", value.span if value else None
    yield "told", article.headline
    for mention in page.mentions:
        yield mention.kind.lower(), mention.span
    for role in page.roles:
        yield "role", role.title
    for when in page.whens:
        yield "time", when.span
        yield "pivot", when.pivot
    for claim in page.claims:
        yield from _claim_spans(claim)
    for event in page.events:
        yield from (("event", span) for span in event.anchor)
        yield from (("part", part.span) for part in event.parts)


def _claim_spans(claim: Claim) -> Iterator[tuple[str, Span | None]]:
    yield from (("claim", span) for span in claim.content)
    yield from (("figure", figure.span) for figure in claim.figures)
    for link in claim.chain:
        yield from _link_spans(link)


def _link_spans(link: Attribution) -> Iterator[tuple[str, Span | None]]:
    yield "holder", link.holder.span
    yield "cue", link.cue
    yield "medium", link.medium
    yield from (("hedge", span) for span in link.hedges)

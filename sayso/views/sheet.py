"""What may a template say about the sources? Only words that carry their link."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

from sayso.model.claim import Attribution, Claim
from sayso.model.entity import Entity, Name
from sayso.model.page import Page
from sayso.model.text import Span
from sayso.views.catalogue import Catalogue
from sayso.views.dates import day_words
from sayso.views.passage import data_span, inserted, tongue, verbatim

SOMEBODY = Markup("somebody not named")


class Voice(NamedTuple):
    """One link of a chain, ready to be shown."""

    kind: str
    who: Markup
    manner: str
    cue: Markup | None = None
    number: int | None = None
    medium: Markup | None = None
    hedges: tuple[Markup, ...] = ()
    because: tuple[str, ...] = ()


class Knows(NamedTuple):
    """How the last voice of a chain can know, as far as the text says, and the words that show it."""

    said: str
    words: Markup | None


KNOWS = {
    "participant": "speaks of what it took part in",
    "eyewitness": "says that it saw or heard this",
    "official": "speaks for a body that this is about",
    "document": "a document",
    "relay": "passes it on",
}


class Report(NamedTuple):
    """One claim as an article carries it."""

    claim: Claim
    number: int
    card: str
    quote: Markup
    outlet: Markup
    article: str
    published: str
    voices: tuple[Voice, ...]
    knows: Knows | None


def called(entity: Entity) -> Name | None:
    """The name to show: of a person a full one, in the script of this dossier if there is one."""
    return min(entity.names, key=lambda n: _rank(n, entity.kind), default=None)


def _rank(name: Name, kind: str) -> tuple[bool, bool, int, str, str]:
    short = kind == "PER" and " " not in name.text.strip()
    return short, name.script != "Latn", -name.count, name.text, name.language


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the dossier: `up` leads from it to the dossier's root ("" or "../")."""

    catalogue: Catalogue
    up: str = ""
    _quoted: dict[tuple[Span, bool], Markup] = field(default_factory=dict)
    _reports: dict[str, Report] = field(default_factory=dict)

    def quote(self, span: Span, marks: bool = True) -> Markup:
        """The verbatim words of a span, linked to where they stand; quotation marks on demand."""
        if (span, marks) not in self._quoted:
            self._quoted[span, marks] = self._quote(span, marks)
        return self._quoted[span, marks]

    def _quote(self, span: Span, marks: bool) -> Markup:
        words = verbatim(self.catalogue.words(span))
        href = self.catalogue.href(span)
        if href:
            words = Markup('<a href="{}{}">{}</a>').format(self.up, href, words)
        return Markup('<{0} class="q" {1} data-span="{2}">{3}</{0}>').format(
            "q" if marks else "span",
            tongue(self.catalogue.language(span)),
            data_span(span),
            words,
        )

    def pieces(self, spans: Iterable[Span]) -> Markup:
        """Several stretches of one claim, each quoted on its own."""
        return Markup(" … ").join(self.quote(span) for span in spans)

    def place(self, record: str) -> str | None:
        """The address of the place that shows a record, or None."""
        href = self.catalogue.places.get(record)
        return href and self.up + href

    def entity(self, entity: str) -> Markup:
        """The name that an entity is called by here, linked to its page."""
        name = called(self.catalogue.entities[entity])
        shown = inserted(name.text, name.language) if name else Markup("a name")
        href = self.place(entity)
        return Markup('<a href="{}">{}</a>').format(href, shown) if href else shown

    def outlet(self, page: Page) -> Markup:
        """The publisher in its own words where it stands, else the source's name."""
        told = page.article.publisher
        if told and told.span and self.catalogue.words(told.span) == told.text:
            if self.catalogue.href(told.span):
                return self.quote(told.span, marks=False)
        href = f"{self.up}articles/{page.article.id}.html"
        return Markup('<a href="{}">{}</a>').format(href, inserted(self.catalogue.outlet(page)))

    def report(self, claim_id: str) -> Report:
        """One claim with its outlet, date, words and chain."""
        if claim_id not in self._reports:
            self._reports[claim_id] = self._report(claim_id)
        return self._reports[claim_id]

    def _report(self, claim_id: str) -> Report:
        claim = self.catalogue.claims[claim_id]
        page = self.catalogue.pages[claim.article]
        article = f"{self.up}articles/{claim.article}.html"
        return Report(
            claim,
            self.catalogue.numbers[claim_id],
            f"{article}#c-{claim.id}",
            self.pieces(claim.content),
            self.outlet(page),
            article,
            day_words(self.catalogue.published(page)) or "no date stated",
            tuple(self.voice(link) for link in claim.told),
            self._knows(claim_id),
        )

    def _knows(self, claim_id: str) -> Knows | None:
        position = self.catalogue.positions.get(claim_id)
        if position is None or position.kind not in KNOWS:
            return None
        words = self.quote(position.words) if position.words else None
        return Knows(KNOWS[position.kind], words)

    def voice(self, link: Attribution) -> Voice:
        """A link of a chain: who speaks, how the text marks it."""
        span = link.holder.span
        return Voice(
            link.holder.kind,
            self.quote(span, marks=False) if span else SOMEBODY,
            link.manner,
            self.quote(link.cue, marks=False) if link.cue else None,
            link.holder.count,
            self.quote(link.medium, marks=False) if link.medium else None,
            tuple(self.quote(h, marks=False) for h in link.hedges),
            link.because,
        )

"""What does one article look like to those who read it? Its text, and all found in it so far."""

from dataclasses import dataclass, replace
from typing import Self

from sayso.errors import BadSpan
from sayso.model.article import Article, Zone
from sayso.model.claim import Claim
from sayso.model.event import Event
from sayso.model.lines import of_kind
from sayso.model.mention import Link, Mention, Role
from sayso.model.text import Document, Span
from sayso.model.when import When

FURNITURE = frozenset(
    {
        "repeated-lede",
        "caption",
        "credit",
        "byline",
        "dateline",
        "boilerplate",
        "residue",
        "comments",
    }
)

Found = Mention | Role | Link | When | Claim | Event


@dataclass(frozen=True, slots=True)
class Page:
    """An article with its own stretch of text. Readers work in local offsets and make spans here.

    `text` is `document.text[article.span.start:article.span.stop]`; `base` is that start.
    `headline` is the headline's words when it lies outside the span, else "".
    Each step returns a new page with its findings added (`having`).
    """

    article: Article
    text: str
    base: int
    source: str = ""
    headline: str = ""
    mentions: tuple[Mention, ...] = ()
    roles: tuple[Role, ...] = ()
    links: tuple[Link, ...] = ()
    whens: tuple[When, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()

    @classmethod
    def of(cls, document: Document, article: Article) -> Self:
        """The page of one of the document's articles."""
        at, head = article.span, article.headline
        apart = head is not None and not at.covers(head)
        return cls(
            article=article,
            text=document.text[at.start : at.stop],
            base=at.start,
            source=document.origin,
            headline=document.words(head) if head and apart else "",
        )

    def span(self, start: int, stop: int) -> Span:
        """The document span of local offsets; raises BadSpan outside the article's text."""
        if stop > len(self.text) or start < 0:
            raise BadSpan(
                f"span [{start}, {stop}) lies outside the {len(self.text)} code points "
                f"of {self.article.id} in {self.source}"
            )
        return Span(self.article.span.document, self.base + start, self.base + stop)

    def words(self, span: Span) -> str:
        """The verbatim words of a document span that lies in this article or is its headline."""
        if self.article.span.covers(span):
            return self.text[span.start - self.base : span.stop - self.base]
        head = self.article.headline
        if head is not None and self.headline and head.covers(span):
            return self.headline[span.start - head.start : span.stop - head.start]
        raise BadSpan(f"span {span} does not lie in {self.article.id} of {self.source}")

    def zones(self, *kinds: str) -> tuple[tuple[str, int, int], ...]:
        """(kind, start, stop) in local offsets of the zones inside the text, of the kinds asked for."""
        inside = (z for z in self.article.zones if self.article.span.covers(z.span))
        return tuple(
            (z.kind, z.span.start - self.base, z.span.stop - self.base)
            for z in inside
            if not kinds or z.kind in kinds
        )

    def prose(self) -> tuple[tuple[int, int], ...]:
        """Local [start, stop) of the stretches people write: everything but furniture, line by line.

        Stretches never cross a line break and are never blank.
        """
        masked = sorted((a, b) for kind, a, b in self.zones() if kind in FURNITURE)
        out: list[tuple[int, int]] = []
        at = 0
        for line in self.text.splitlines(keepends=True):
            stop = at + len(line)
            out.extend(_gaps(self.text, at, stop, masked))
            at = stop
        return tuple(out)

    def having(self, found: tuple[Found, ...]) -> Self:
        """This page with more findings."""
        return replace(
            self,
            mentions=(*self.mentions, *of_kind(Mention, found)),
            roles=(*self.roles, *of_kind(Role, found)),
            links=(*self.links, *of_kind(Link, found)),
            whens=(*self.whens, *of_kind(When, found)),
            claims=(*self.claims, *of_kind(Claim, found)),
            events=(*self.events, *of_kind(Event, found)),
        )


def _gaps(text: str, start: int, stop: int, masked: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What of [start, stop) no mask covers, trimmed of white space."""
    out: list[tuple[int, int]] = []
    at = start
    for a, b in [*((a, b) for a, b in masked if a < stop and b > start), (stop, stop)]:
        piece = text[at : max(a, at)]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            out.append((at + lead, at + len(piece.rstrip())))
        at = max(at, b)
    return out


def zone_at(zones: tuple[Zone, ...], span: Span) -> str | None:
    """The kind of the first zone that covers the span, or None."""
    return next((z.kind for z in zones if z.span.covers(span)), None)

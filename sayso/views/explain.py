"""Which rules decided what, at this place of the text?"""

from collections.abc import Iterator

from sayso.model.article import Boundary
from sayso.model.claim import Claim
from sayso.model.collection import Collection
from sayso.model.page import Page
from sayso.model.text import Document, Span
from sayso.views.rows import when_words


def explain(
    document: Document, collection: Collection, boundaries: list[Boundary], offset: int
) -> Iterator[str]:
    """Sentences about the code point at `offset`: boundary, article, zones, and every finding on it."""
    at = document.span(offset, offset + 1)
    yield from _boundary(document, boundaries, at)
    page = next((p for p in collection.pages if p.article.span.covers(at)), None)
    if page is None:
        yield f"offset {offset} belongs to no article: it is left between articles"
        return
    yield f"article {page.article.id}, {page.article.span}, language {page.article.language}"
    for zone in page.article.zones:
        if zone.span.covers(at):
            yield f"zone {zone.kind} {zone.span}, because: {zone.because or 'not said'}"
    yield from _findings(page, collection, at)


def _boundary(document: Document, boundaries: list[Boundary], at: Span) -> Iterator[str]:
    for b in boundaries:
        if b.at.document == document.id and b.at.covers(at):
            verdict = "an article begins here" if b.cut else "no article begins here"
            yield f"line {b.at}: {verdict}, score {b.score:+.2f}, because: " + "; ".join(b.because)


def _findings(page: Page, collection: Collection, at: Span) -> Iterator[str]:
    yield from _names(page, collection, at)
    for when in page.whens:
        if when.span.covers(at):
            yield f"time {when_words(when)}, basis {when.basis}"
    for claim in page.claims:
        if any(s.covers(at) for s in _claim_spans(claim)):
            yield from _claim(page, claim)
    for event in page.events:
        if any(s.covers(at) for s in event.anchor):
            yield f"event {event.kind}, because: " + "; ".join(event.because)
    touched = {c.id for c in page.claims if any(s.covers(at) for s in c.content)}
    for standing in collection.standings:
        if touched & set(standing.claims):
            reasons = "; ".join(standing.because)
            yield f"standing {standing.id}: {standing.status}, because: {reasons}"


def _names(page: Page, collection: Collection, at: Span) -> Iterator[str]:
    entities = {m: e for e in collection.entities for m in e.mentions}
    for m in page.mentions:
        if not m.span.covers(at):
            continue
        yield f"name «{m.surface}», {m.kind}, because: {m.because or 'not said'}"
        for link in page.links:
            if link.b == m.id:
                yield "  taken for an earlier name, because: " + "; ".join(link.because)
        if m.id in entities:
            yield f"  entity {entities[m.id].id}: " + "; ".join(entities[m.id].because)


def _claim_spans(claim: Claim) -> Iterator[Span]:
    yield from claim.content
    for link in claim.told:
        yield from (s for s in (link.holder.span, link.cue) if s is not None)


def _claim(page: Page, claim: Claim) -> Iterator[str]:
    what = " … ".join(page.words(s) for s in claim.content)
    negated = ", negated" if claim.negated else ""
    yield f"claim {claim.id} ({claim.act}{negated}, {claim.modality}): «{what}»"
    yield "  because: " + "; ".join(claim.because)
    for link in claim.told:
        who = link.holder.words or "somebody not named"
        yield f"  said by «{who}» ({link.holder.kind}), {link.manner}, because: " + "; ".join(
            link.because
        )

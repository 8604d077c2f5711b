"""Which rules decided what, at this place of the text?"""

from collections.abc import Iterator

from sayso.model.article import Boundary
from sayso.model.claim import Attribution, Claim
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
            odds = "" if b.probability is None else f", probability {b.probability:.2f}"
            yield (
                f"line {b.at}: {verdict}, score {b.score:+.2f}{odds}, because: "
                + "; ".join(b.because)
            )
            if b.doubtful:
                yield "  doubtful: split here? a person should look"


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
    for n, link in enumerate(claim.told):
        last = n == len(claim.told) - 1
        yield from _link(page, link, claim.content if last else link.scope)


def _link(page: Page, link: Attribution, content: tuple[Span, ...]) -> Iterator[str]:
    """One teller: which rule or model made the holder, the cue and the words, and from what."""
    who = link.holder.words or "somebody not named"
    yield f"  said by «{who}» ({link.holder.kind}), {link.manner}, because: {link.because[0]}"
    for part, spans in (
        ("holder", (link.holder.span,)),
        ("cue", (link.cue,)),
        ("content", content),
    ):
        known = [s for s in spans if s is not None]
        words = " … ".join(f"«{page.words(s)}»" for s in known) or "none in the text"
        where = " ".join(str(s) for s in known)
        yield f"    {part} {where}{' ' if where else ''}{words}, made by: {_maker(link, part)}"
    if link.holder.mention is not None:
        named = next((m for m in page.mentions if m.id == link.holder.mention), None)
        if named is not None:
            yield f"    holder is taken for the name «{named.surface}» {named.span}"
    if link.medium is not None:
        yield f"    medium {link.medium} «{page.words(link.medium)}»: where it was said, no speaker"


def _maker(link: Attribution, part: str) -> str:
    """The reason that speaks of this part, else the rule that made the whole link."""
    marked = [r for r in link.because[1:] if r.startswith(f"{part}: ")]
    return "; ".join(r.removeprefix(f"{part}: ") for r in marked) or f"rule {link.because[0]!r}"

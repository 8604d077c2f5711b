"""What does one record look like as a line of JSON? The contract that other tools read."""

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.model.article import Article
from sayso.model.claim import Attribution, Claim, Holder
from sayso.model.collection import Collection
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.listed import Match
from sayso.model.mention import Role
from sayso.model.page import Page
from sayso.model.question import Question
from sayso.model.standing import Standing
from sayso.model.text import Document, Span
from sayso.model.when import When
from sayso.resolve.metonyms import acts
from sayso.resolve.tenure import Held, tenure

Row = dict[str, Any]


def _kept(**keys: Any) -> Row:
    """The keys in this order, without those that have no value."""
    return {key: value for key, value in keys.items() if value is not None}


def _at(page: Page, span: Span) -> Row:
    return {"start": span.start, "stop": span.stop, "text": page.words(span)}


def _here(page: Page, source: str) -> Row:
    return {"source": source, "article": page.article.id}


def article_row(document: Document, article: Article, source: str) -> Row:
    """A line of `sayso split`."""
    head = article.headline
    return _kept(
        source=source,
        article=article.id,
        start=article.span.start,
        stop=article.span.stop,
        language=article.language,
        headline=head and {"start": head.start, "stop": head.stop, "text": document.words(head)},
        byline=article.byline and article.byline.text,
        publisher=article.publisher and article.publisher.text,
        published=article.published and article.published.text,
        date_conflicts=[t.text for t in article.date_conflicts] or None,
        updated=article.updated and article.updated.text,
        place=article.place and article.place.text,
        section=article.section and article.section.text,
        zones=[{"start": z.span.start, "stop": z.span.stop, "kind": z.kind} for z in article.zones],
    )


def name_rows(page: Page, source: str, entity_of: dict[str, str]) -> Iterator[Row]:
    """Lines of `sayso names`."""
    for m in sorted(page.mentions, key=lambda m: (m.span, m.kind)):
        at = _at(page, m.span)
        yield (
            _here(page, source)
            | at
            | {"kind": m.kind, "entity": entity_of.get(m.id)}
            | _kept(acts_for=acts(page, m))
        )


def time_rows(page: Page, source: str) -> Iterator[Row]:
    """Lines of `sayso times`."""
    for when in sorted(page.whens, key=lambda w: w.span):
        yield _here(page, source) | _kept(
            start=when.span.start,
            stop=when.span.stop,
            text=when.text,
            type=when.type,
            value=when.value,
            earliest=when.earliest,
            latest=when.latest,
            precision=when.precision,
            basis=when.basis,
            pivot=when.pivot and _at(page, when.pivot),
            derivation=when.derivation or None,
        )


def _holder(page: Page, holder: Holder, entity_of: dict[str, str]) -> Row | None:
    if holder.span is None:
        return None
    entity = entity_of.get(holder.mention or "")
    return _at(page, holder.span) | _kept(kind=holder.kind, entity=entity, count=holder.count)


def _link(page: Page, link: Attribution, entity_of: dict[str, str]) -> Row:
    return _kept(
        holder=_holder(page, link.holder, entity_of),
        cue=link.cue and _at(page, link.cue),
        scope=[{"start": s.start, "stop": s.stop} for s in link.scope],
        manner=link.manner,
        hedges=[_at(page, s) for s in link.hedges],
        medium=link.medium and _at(page, link.medium),
    )


def claim_rows(page: Page, source: str, entity_of: dict[str, str]) -> Iterator[Row]:
    """Lines of `sayso claims`: `chain` is without link 0, the publisher."""
    values = {w.id: w.value for w in page.whens}
    for claim in sorted(page.claims, key=lambda c: (c.content, c.id)):
        said = claim.chain[-1].said
        yield _here(page, source) | _kept(
            claim=claim.id,
            content=[_at(page, s) for s in claim.content],
            chain=[_link(page, link, entity_of) for link in claim.told],
            act=claim.act,
            negated=claim.negated,
            modality=claim.modality,
            said=values.get(said or ""),
            about=_about(claim, entity_of),
            figures=[
                _at(page, f.span)
                | {"value": f.value, "unit": f.unit, "comparator": f.comparator, "of": f.of}
                for f in claim.figures
            ],
            because=list(claim.because),
        )


def _about(claim: Claim, entity_of: dict[str, str]) -> list[str]:
    return sorted({entity_of[m] for m in claim.about if m in entity_of})


def event_rows(page: Page, source: str, entity_of: dict[str, str]) -> Iterator[Row]:
    """Lines of `sayso events`."""
    names = {m.id: m.surface for m in page.mentions}
    for event in sorted(page.events, key=lambda e: (e.anchor, e.id)):
        yield _here(page, source) | _event(page, event, names, entity_of)


def _event(page: Page, event: Event, names: dict[str, str], entity_of: dict[str, str]) -> Row:
    return _kept(
        event=event.id,
        kind=event.kind,
        anchor=[_at(page, s) for s in event.anchor],
        earliest=event.earliest,
        latest=event.latest,
        place=names.get(event.place or ""),
        negated=event.negated,
        parts=[
            _kept(
                role=p.role,
                start=p.span.start,
                stop=p.span.stop,
                text=p.text,
                entity=entity_of.get(p.mention or ""),
            )
            for p in event.parts
        ],
        reported_by=list(event.reported_by),
    )


def entity_row(entity: Entity, pages: dict[str, Page]) -> Row:
    """A line of `sayso entities`; `pages` by document id and mention id to read role words."""
    return _kept(
        entity=entity.id,
        kind=entity.kind,
        names=[{"text": n.text, "language": n.language, "count": n.count} for n in entity.names],
        mentions=len(entity.mentions),
        roles=[
            _kept(text=r.words, of=_of(r.of, pages), when=r.said_on, tense=r.tense)
            | _years(r, pages)
            for r in entity.roles
        ],
        party=entity.party,
    )


def _of(mention: str | None, pages: dict[str, Page]) -> str | None:
    if mention is None or mention not in pages:
        return None
    return next(m.surface for m in pages[mention].mentions if m.id == mention)


def _years(role: Role, pages: dict[str, Page]) -> Row:
    """The years between which a role is told to have been held."""
    if role.holder not in pages:
        return {}
    told = tenure(role, pages[role.holder])
    return _kept(since=told.since, until=told.until)


def held_rows(collection: Collection, held: Iterable[Held], office: str, day: str) -> Iterator[Row]:
    """Lines of `sayso entities --office … --on …`: those who may have held it, and the words that say so."""
    pages = {m.id: page for page in collection.pages for m in page.mentions}
    entities = {e.id: e for e in collection.entities}
    for one in held:
        said = [
            _kept(text=r.words, of=_of(r.of, pages), when=r.said_on, tense=r.tense)
            | _years(r, pages)
            | {"source": pages[r.holder].source, "start": r.title.start, "stop": r.title.stop}
            for r in one.roles
        ]
        told = {"office": office, "on": day, "answer": one.answer, "roles": said}
        yield entity_row(entities[one.entity], pages) | {"held": told}


def entity_rows(collection: Collection, matches: tuple[Match, ...] = ()) -> Iterator[Row]:
    """Lines of `sayso entities`, over all inputs; `listed` for those that a list may name."""
    listed: dict[str, list[Row]] = {}
    for match in matches:
        listed.setdefault(match.entity, []).append(_match_row(match))
    pages = {m.id: page for page in collection.pages for m in page.mentions}
    for entity in sorted(collection.entities, key=lambda e: e.id):
        yield entity_row(entity, pages) | _kept(listed=listed.get(entity.id))


def _match_row(match: Match) -> Row:
    return {
        "list": match.listed.source,
        "line": match.listed.line,
        "id": match.listed.id,
        "as": match.as_listed,
        "name": match.name,
        "verdict": "possibly",
        "strength": match.strength,
        "told": dict(match.listed.told),
        "because": list(match.because),
    }


def standing_row(standing: Standing) -> Row:
    """A line of `sayso standing`."""
    return {
        "standing": standing.id,
        "claims": list(standing.claims),
        "articles": len(standing.articles),
        "outlets": len(standing.outlets),
        "origins": {"at_least": standing.at_least, "at_most": standing.at_most},
        "status": standing.status,
        "flags": list(standing.flags),
        "relations": [
            {"to": r.to, "kind": r.kind, "because": list(r.because), "claims": list(r.claims)}
            for r in standing.relations
        ],
        "groups": [list(g) for g in standing.groups],
        "because": list(standing.because),
        "not_confirmed": _spots(standing.not_confirmed),
        "positions": [
            _kept(claim=p.claim, kind=p.kind, words=_spots((p.words,))[0] if p.words else None)
            for p in standing.positions
        ],
        "wordings": [
            {"claims": list(w.claims), "here": _spots(w.here), "there": _spots(w.there)}
            for w in standing.wordings
        ],
        "silent": list(standing.silent),
        "misfits": list(standing.misfits),
    }


def question_row(question: Question) -> Row:
    """A line of `sayso questions`."""
    return {
        "question": question.id,
        "claims": list(question.claims),
        "standing": question.standing,
        "words": _spots(question.words),
        "bearings": [
            {"standing": b.standing, "because": list(b.because)} for b in question.bearings
        ],
    }


def _spots(spans: tuple[Span, ...]) -> list[Row]:
    return [{"document": s.document, "start": s.start, "stop": s.stop} for s in spans]


def when_words(when: When) -> str:
    """A date for people: its words, what they stand for, and how that was reached."""
    return f"{when.text!r} = {when.value}" + (f" ({when.derivation})" if when.derivation else "")

"""How do gold claims become a collection that can be weighed as if reading were perfect?"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from anchors import HEAP, Gold, Range

from sayso.articles.copies import copies
from sayso.ingest.read import read
from sayso.language.skeleton import skeleton
from sayso.model.article import Article, Zone
from sayso.model.claim import Attribution, Claim, Holder
from sayso.model.collection import Collection
from sayso.model.entity import Entity, Name
from sayso.model.mention import Mention, Role
from sayso.model.page import Page
from sayso.model.text import Document, Raw, Span, Told
from sayso.reading.figures import figures
from sayso.reading.names import names
from sayso.reading.times import times

# Who speaks for whom in the sample heap, as its texts say.
HALVAN_PARTIES = {
    "belkazi": "transport-ministry",
    "sand": "transport-ministry",
    "daniel-varesh": "transport-ministry",
    "transport-ministry": "government",
    "health-ministry": "government",
    "pm-office": "government",
    "valdan": "pm-office",
    "customs": "government",
    "pavel-toren": "customs",
    "ilse-toren": "rmso",
    "hrel": "kadria-mfa",
    "derlo": "dockers",
}


@dataclass
class Told1:
    """A gold claim before it is a record: spans, chain of (kind, span, entity), what it commits to."""

    name: str
    content: list[Span]
    chain: list[tuple[str, Span | None, str | None]]
    act: str = "assert"
    negated: bool = False
    modality: str = "actual"


@dataclass
class Draft:
    """One article's page with its gold names and claims."""

    page: Page
    named: list[tuple[Span, str, str]]
    told: list[Told1] = field(default_factory=list)


def mention_of(page: Page, span: Span, kind: str) -> Mention:
    words = page.words(span)
    language = page.article.language
    return Mention(span, kind, words, words.lower(), skeleton(words), language, page.article.id)


def roles_of(page: Page, mentions: list[Mention]) -> list[Role]:
    """The roles that are read, carried over to the gold names where they meet."""
    found = [r for r in names(page) if isinstance(r, Mention | Role)]
    read_names = {m.id: m for m in found if isinstance(m, Mention)}

    def home(name: str | None) -> str | None:
        at = read_names[name].span if name in read_names else None
        return next((m.id for m in mentions if at and m.span.meets(at)), None)

    return [
        replace(role, holder=holder, of=home(role.of))
        for role in found
        if isinstance(role, Role) and (holder := home(role.holder))
    ]


def claim_of(page: Page, told: Told1, held: dict[str, str]) -> Claim:
    """The record of a gold claim; figures and dates are read from its words."""
    inside = [m for m in page.mentions if any(s.covers(m.span) for s in told.content)]
    whens = [w for w in page.whens if any(s.covers(w.span) for s in told.content)]
    pieces = tuple((s.start - page.base, s.stop - page.base) for s in told.content)
    in_text = all(page.article.span.covers(s) for s in told.content)
    dates = tuple((w.span.start - page.base, w.span.stop - page.base) for w in whens)
    chain = [Attribution(Holder("outlet"), "narrated", tuple(told.content))]
    for kind, span, entity in told.chain:
        near = [m.id for m in page.mentions if span and span.covers(m.span)]
        own = [m for m in near if held.get(m) == entity]
        any_of = sorted(m for m, e in held.items() if e == entity)
        mention = (own or any_of or [None])[0] if entity else None
        words = page.words(span) if span else ""
        chain.append(
            Attribution(Holder(kind, span, words, mention), "indirect", tuple(told.content))
        )
    return Claim(
        article=page.article.id,
        content=tuple(told.content),
        chain=tuple(chain),
        act=told.act,
        negated=told.negated,
        modality=told.modality,
        about=tuple(m.id for m in inside),
        figures=figures(page, pieces, dates) if in_text else (),
        about_time=tuple(w.id for w in whens),
    )


def collected(
    drafts: Iterable[Draft], parties: dict[str, str]
) -> tuple[Collection, dict[str, Claim]]:
    """The collection of these drafts with gold entities, and gold claim name -> record."""
    held: dict[str, str] = {}
    pages, mentions_of, roles_by = [], {}, {}
    drafts = list(drafts)
    for draft in drafts:
        page = draft.page
        mentions = [mention_of(page, span, kind) for span, kind, _ in draft.named]
        for m, (_, _, entity) in zip(mentions, draft.named, strict=True):
            held[m.id] = entity
            mentions_of.setdefault(entity, []).append(m)
        roles = roles_of(page, mentions)
        for role in roles:
            roles_by.setdefault(held[role.holder], []).append(role)
        page = page.having((*mentions, *roles))
        pages.append(page.having(tuple(times(page))))
    claims: dict[str, Claim] = {}
    done = []
    for page, draft in zip(pages, drafts, strict=True):
        made = [(t.name, claim_of(page, t, held)) for t in draft.told]
        claims.update(made)
        done.append(page.having(tuple({c.id: c for _, c in made}.values())))
    done.sort(key=lambda p: p.article.id)
    entities = [
        entity_of(name, mentions_of.get(name, []), roles_by.get(name, []), parties.get(name))
        for name in sorted({*mentions_of, *parties, *parties.values()})
    ]
    collection = Collection(pages=tuple(done), entities=tuple(entities))
    return collection.having(tuple(copies(collection))), claims


def entity_of(name: str, found: list[Mention], roles: list[Role], party: str | None) -> Entity:
    written = tuple(sorted({Name(m.surface, m.language, "", 1) for m in found}))
    kind = found[0].kind if found else "ORG"
    ids = tuple(sorted(m.id for m in found))
    return Entity(name, kind, written, ids, tuple(roles), party)


# --- the sample heap


def halvan(gold: Gold) -> tuple[Collection, dict[str, Claim]]:
    """The sample heap with its gold articles, names, chains and claims."""
    documents = {
        p.name: read(Raw(p.name, p.read_bytes()))
        for p in sorted(HEAP.iterdir())
        if p.name in gold.texts
    }
    drafts = {a: _halvan_draft(gold, a, documents) for a in gold.articles}
    for row in gold.read_rows("claims"):
        drafts[row["article"]].told.append(_halvan_claim(gold, row, drafts))
    return collected(drafts.values(), HALVAN_PARTIES)


def _halvan_draft(gold: Gold, name: str, documents: dict[str, Document]) -> Draft:
    row = gold.articles[name]
    document = documents[row["file"]]
    head = gold.heads[name]
    published = row["published"]
    zones = tuple(
        Zone(kind, document.span(*at))
        for file, article, kind, at in gold.zones
        if article == name and kind != "headline"
    )
    article = Article(
        span=document.span(*gold.at[name]),
        zones=zones,
        language=row["language"],
        headline=document.span(*head) if head else None,
        publisher=Told(row["publisher"], "visible text") if row["publisher"] else None,
        published=Told(published, "visible text") if published else None,
    )
    named = [
        (document.span(*gold.find(name, n)), n["kind"], n["entity"])
        for n in gold.read_rows("names")
        if n["article"] == name
    ]
    return Draft(Page.of(document, article), named)


def _halvan_claim(gold: Gold, row: dict[str, Any], drafts: dict[str, Draft]) -> Told1:
    article = row["article"]
    document = drafts[article].page.article.span.document

    def at(anchor: dict[str, Any] | None) -> Span | None:
        found: Range | None = gold.find(article, anchor) if anchor else None
        return Span(document, *found) if found else None

    content = [s for piece in row["content"] if (s := at(piece))]
    chain = [(x["kind"], at(x["holder"]), x["entity"]) for x in row["chain"]]
    modality = "asked" if row["act"] == "ask" else row.get("modality", "actual")
    return Told1(row["claim"], content, chain, row["act"], row["negated"], modality)

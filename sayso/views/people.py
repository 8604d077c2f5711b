"""Who is who, in which script, with which roles, and what did each say or have said about them?"""

from typing import NamedTuple

from markupsafe import Markup

from sayso.model.entity import Entity, Name
from sayso.model.event import Happening
from sayso.model.listed import Match
from sayso.model.mention import Mention, Role
from sayso.resolve.tenure import tenure
from sayso.views.catalogue import Catalogue, file_id
from sayso.views.dates import day_words
from sayso.views.involved import MET, Involved, involved, involvements
from sayso.views.passage import inserted
from sayso.views.sheet import Report, Sheet, called

SECTIONS = (
    ("PER", "People"),
    ("ORG", "Organisations"),
    ("LOC", "Places"),
    ("", "Other names"),
)


class Held(NamedTuple):
    """A role as an article gives it."""

    words: Markup
    of: Markup | None
    tense: str | None
    when: str


class Where(NamedTuple):
    """The mentions in one article."""

    outlet: Markup
    published: str
    mentions: tuple[Markup, ...]


class Kin(NamedTuple):
    """Another entity that may be the same, or was kept apart, and why."""

    verdict: str
    other: Markup
    because: tuple[str, ...]


class Who(NamedTuple):
    """An entity, ready to be shown."""

    entity: Entity
    title: Markup
    names: tuple[tuple[Markup, str, str, int], ...]
    roles: tuple[Held, ...]
    said: tuple[Report, ...]
    about: tuple[Report, ...]
    met: tuple[Involved, ...]
    events: tuple[Involved, ...]
    where: tuple[Where, ...]
    kin: tuple[Kin, ...]
    listed: tuple[Match, ...]
    party: Markup | None
    first: Markup


class Spoken(NamedTuple):
    """Entity id -> claim ids: what it said, what is said about it; its kin; the events it took part in."""

    said: dict[str, list[str]]
    about: dict[str, list[str]]
    kin: dict[str, list[tuple[str, str, tuple[str, ...]]]]
    events: dict[str, list[Happening]]


def spoken(catalogue: Catalogue) -> Spoken:
    """Gathers, once, the claims by and about every entity, its suggested or refused kin and its events."""
    out = Spoken({}, {}, {}, involvements(catalogue))
    for claim in catalogue.claims.values():
        holders = {catalogue.entity_of.get(link.holder.mention or "") for link in claim.told}
        about = {catalogue.entity_of.get(m) for m in claim.about}
        for entity in holders - {None}:
            out.said.setdefault(str(entity), []).append(claim.id)
        for entity in about - holders - {None}:
            out.about.setdefault(str(entity), []).append(claim.id)
    for link in catalogue.holdings.collection.links:
        a, b = (catalogue.entity_of.get(x, x) for x in (link.a, link.b))
        if link.verdict != "same" and a != b and {a, b} <= catalogue.entities.keys():
            out.kin.setdefault(a, []).append((link.verdict, b, link.because))
            out.kin.setdefault(b, []).append((link.verdict, a, link.because))
    return out


def settle(catalogue: Catalogue, told: Spoken) -> list[str]:
    """Decides which entities get a page of their own; the others stand in people.html."""
    paged = []
    for entity in catalogue.entities.values():
        many = len(entity.mentions) > 1 or len({n.script for n in entity.names}) > 1
        worth = (
            many
            or entity.roles
            or any(entity.id in known for known in (told.said, told.kin, told.events))
        )
        if worth:
            paged.append(entity.id)
            catalogue.places[entity.id] = f"people/{file_id(entity.id)}.html"
        else:
            catalogue.places[entity.id] = f"people.html#{file_id(entity.id)}"
    return sorted(paged)


def who(sheet: Sheet, entity_id: str, told: Spoken) -> Who:
    """Everything the dossier shows about one entity."""
    catalogue = sheet.catalogue
    entity = catalogue.entities[entity_id]
    mentions = _mentions(catalogue, entity)
    events = [involved(sheet, entity_id, one) for one in told.events.get(entity_id, ())]
    return Who(
        entity,
        _title(entity),
        tuple(
            (_as_written(sheet, n, mentions), n.language, n.script, n.count)
            for n in sorted(entity.names, key=lambda n: (-n.count, n.text, n.language))
        ),
        tuple(_role(sheet, role) for role in _roles(entity, catalogue)),
        _reports(sheet, told.said.get(entity_id, ())),
        _reports(sheet, told.about.get(entity_id, ())),
        tuple(one for one in events if one.kind == MET),
        tuple(one for one in events if one.kind != MET),
        _where(sheet, mentions),
        tuple(
            Kin(verdict, sheet.entity(other), because)
            for verdict, other, because in sorted(told.kin.get(entity_id, ()))
        ),
        tuple(m for m in catalogue.holdings.listed if m.entity == entity_id),
        sheet.entity(entity.party) if entity.party in catalogue.entities else None,
        sheet.quote(mentions[0].span, marks=False) if mentions else Markup(""),
    )


def _as_written(sheet: Sheet, name: Name, mentions: list[Mention]) -> Markup:
    """A name, linked to the first place where it is written so."""
    first = next(
        (m for m in mentions if (m.surface, m.language) == (name.text, name.language)), None
    )
    return sheet.quote(first.span, marks=False) if first else inserted(name.text, name.language)


def _title(entity: Entity) -> Markup:
    name = called(entity)
    return inserted(name.text, name.language) if name else Markup("A name")


def _mentions(catalogue: Catalogue, entity: Entity) -> list[Mention]:
    known = (catalogue.mentions[m] for m in entity.mentions if m in catalogue.mentions)
    return sorted(known, key=lambda m: (*_dated(catalogue, m.article), m.span))


def _dated(catalogue: Catalogue, article: str) -> tuple[str, str]:
    return (catalogue.published(catalogue.pages[article]) or "9999", article)


def _roles(entity: Entity, catalogue: Catalogue) -> list[Role]:
    return sorted(set(entity.roles), key=lambda r: (r.said_on or "9999", r.title, r.of or ""))


def _role(sheet: Sheet, role: Role) -> Held:
    of = sheet.catalogue.entity(role.of)
    named = sheet.catalogue.mentions.get(role.of or "")
    return Held(
        sheet.quote(role.title, marks=False),
        sheet.entity(of.id) if of else (sheet.quote(named.span, False) if named else None),
        role.tense,
        _told_when(sheet, role),
    )


def _told_when(sheet: Sheet, role: Role) -> str:
    """When it was said, and the years that the words give."""
    said = f"as of {day_words(role.said_on)}" if role.said_on else "undated"
    mention = sheet.catalogue.mentions.get(role.holder)
    page = sheet.catalogue.pages.get(mention.article) if mention else None
    told = tenure(role, page) if page else None
    if told is None or told.words is None:
        return said
    years = (f"from {told.since}" if told.since else "", f"to {told.until}" if told.until else "")
    return f"{' '.join(y for y in years if y)}; {said}"


def _reports(sheet: Sheet, claims: list[str] | tuple[str, ...]) -> tuple[Report, ...]:
    catalogue = sheet.catalogue
    ordered = sorted(
        set(claims),
        key=lambda c: (*_dated(catalogue, catalogue.claims[c].article), catalogue.numbers[c], c),
    )
    return tuple(sheet.report(c) for c in ordered)


def _where(sheet: Sheet, mentions: list[Mention]) -> tuple[Where, ...]:
    by_article: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_article.setdefault(mention.article, []).append(mention)
    out = []
    for article, found in by_article.items():
        page = sheet.catalogue.pages[article]
        quotes = tuple(sheet.quote(m.span, marks=False) for m in found)
        published = day_words(sheet.catalogue.published(page)) or "no date stated"
        out.append(Where(sheet.outlet(page), published, quotes))
    return tuple(out)

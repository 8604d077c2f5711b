"""What does an entity carry? Names as they stand, mentions, roles, and the party it speaks for."""

from collections import Counter, defaultdict

from sayso.language.script import script
from sayso.model.collection import Collection
from sayso.model.entity import Entity, Name
from sayso.model.mention import Mention, Role
from sayso.resolve.alias import alias, belongs_to
from sayso.resolve.metonyms import acts
from sayso.resolve.organisation import organisation
from sayso.resolve.units import office, titles


def entities(
    collection: Collection, clusters: dict[str, list[str]], because: dict[str, set[str]]
) -> tuple[Entity, ...]:
    """The entities of the clusters, sorted by id."""
    by_id = {m.id: m for page in collection.pages for m in page.mentions}
    cluster_of = {m: name for name, members in clusters.items() for m in members}
    roles: dict[str, list[Role]] = defaultdict(list)
    for page in collection.pages:
        for role in page.roles:
            if role.holder in cluster_of:
                roles[cluster_of[role.holder]].append(role)
    acting = {m.id: c for page in collection.pages for m in page.mentions if (c := acts(page, m))}
    known = _known(clusters, by_id, acting)
    return tuple(
        Entity(
            id=name,
            kind=by_id[name].kind,
            names=_names([by_id[m] for m in members]),
            mentions=tuple(members),
            roles=tuple(sorted(roles[name], key=lambda r: (r.title, r.holder, r.of or ""))),
            party=_party(name, members, by_id, roles[name], (cluster_of, known), acting),
            because=tuple(sorted(because.get(name, ()))),
        )
        for name, members in clusters.items()
    )


def _names(mentions: list[Mention]) -> tuple[Name, ...]:
    counted = Counter((m.surface, m.language) for m in mentions)
    return tuple(sorted(Name(t, lang, script(t), n) for (t, lang), n in counted.items()))


def _known(
    clusters: dict[str, list[str]], by_id: dict[str, Mention], acting: dict[str, str]
) -> dict[str, str]:
    """Curated id -> the first entity whose names stand for it; for a country that is not named, what acts for it."""
    found: dict[str, str] = {}
    for name, members in clusters.items():
        for mention in members:
            row = alias(by_id[mention].surface, by_id[mention].kind)
            if row:
                found.setdefault(row.id, name)
                break
    for name, members in clusters.items():
        for country in sorted({acting[m] for m in members if m in acting}):
            found.setdefault(country, name)
    return found


def _party(
    name: str,
    members: list[str],
    by_id: dict[str, Mention],
    roles: list[Role],
    where: tuple[dict[str, str], dict[str, str]],
    acting: dict[str, str],
) -> str | None:
    """The entity it speaks for: by its roles (a person), else by the curated list or its own name."""
    cluster_of, known = where
    said = sorted({cluster_of[r.of] for r in roles if r.of in cluster_of and r.tense is None})
    said = [s for s in said if s != name and not _office(by_id[s])]
    if len(said) == 1 and titles(tuple(roles)) | {""}:
        return said[0]
    parents = [p for m in members for p in _parents(by_id[m])]
    parents += [acting[m] for m in members if m in acting]
    counted = Counter(known[p] for p in parents if p in known and known[p] != name)
    return min(counted, key=lambda e: (-counted[e], e)) if counted else None


def _office(mention: Mention) -> bool:
    """Whether an office was taken for a body: "Minister of Transport" speaks for none by itself."""
    return mention.kind == "ORG" and office(mention.surface)


def _parents(mention: Mention) -> list[str]:
    row = alias(mention.surface, mention.kind)
    if row:
        parent = belongs_to(row.id)
        return [parent] if parent and row.kind != "CAPITAL" and mention.kind != "LOC" else []
    if mention.kind == "ORG":
        apart = organisation(mention.surface)
        return sorted(apart.countries) if apart.heads else []
    return []

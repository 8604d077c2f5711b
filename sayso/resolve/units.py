"""What does one article know of a bearer? Its mentions of one name, tied together inside the article."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import lexicon
from sayso.model.collection import Collection
from sayso.model.mention import Mention, Role
from sayso.model.page import Page
from sayso.resolve.alias import alias
from sayso.resolve.clusters import Clusters
from sayso.resolve.organisation import organisation
from sayso.resolve.person import person
from sayso.resolve.spelling import fold, readings, words


@dataclass(frozen=True, slots=True)
class Unit:
    """Mentions of one bearer in one article.

    `full` are its names that can be compared across articles, `short` the others, both folded.
    """

    id: str
    kind: str
    mentions: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    full: tuple[str, ...]
    short: tuple[str, ...]
    titles: frozenset[str]
    known: str | None


def titles(roles: tuple[Role, ...]) -> frozenset[str]:
    """The classes of title words in the roles: minister, governor…"""
    found = (title_class(word) for role in roles for word in words(role.words))
    return frozenset(known for known in found if known)


@cache
def _title_classes() -> dict[str, str]:
    return {fold(w): c for w, (c,) in lexicon("any", "title_classes").entries.items()}


def title_class(word: str) -> str:
    """The class of a folded title word, in whatever case form, or ""."""
    table = _title_classes()
    return next((table[r] for r in readings(word) if r in table), "")


def office(name: str) -> bool:
    """Whether a body's name begins or ends as a person's title does and has no head word of a body.

    >>> office("Minister of Transport"), office("Ministry of Transport"), office("President Hotel")
    (True, False, False)
    """
    apart = organisation(name)
    return not apart.heads and bool(apart.proper) and all(map(title_class, apart.proper))


def is_full(kind: str, name: str) -> bool:
    """Whether a name alone is enough to be compared with names in other articles."""
    if kind == "PER":
        named = person(name)
        return named is not None and named.full and bool(named.family)
    if kind == "ORG":
        return alias(name, "ORG") is not None or (
            len(words(name)) > 1 and not organisation(name).generic and not office(name)
        )
    return bool(words(name))


def units(collection: Collection) -> tuple[Unit, ...]:
    """All units of all pages, by their ids."""
    found = [unit for page in collection.pages for unit in _of_page(page)]
    return tuple(sorted(found, key=lambda u: u.id))


def _of_page(page: Page) -> list[Unit]:
    by_id = {m.id: m for m in sorted(page.mentions, key=lambda m: m.id)}
    clusters = Clusters()
    for mention in by_id:
        clusters.add(mention)
    edges = sorted(
        (link.a, link.b)
        for link in page.links
        if link.verdict == "same" and link.a in by_id and link.b in by_id
    )
    for a, b in edges:
        clusters.join(a, b)
    tied: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for a, b in edges:
        tied[clusters.name(a)].append((a, b))
    roles: dict[str, list[Role]] = defaultdict(list)
    for role in page.roles:
        if role.holder in by_id:
            roles[clusters.name(role.holder)].append(role)
    return [
        _unit([by_id[m] for m in members], tuple(tied[name]), tuple(roles[name]))
        for name, members in clusters.sets().items()
    ]


def _unit(
    mentions: list[Mention], links: tuple[tuple[str, str], ...], roles: tuple[Role, ...]
) -> Unit:
    kind = mentions[0].kind
    names = sorted({" ".join(words(m.surface)) or fold(m.surface) for m in mentions})
    full = tuple(n for n in names if is_full(kind, n))
    known = (alias(n, kind) for n in names)
    return Unit(
        id=mentions[0].id,
        kind=kind,
        mentions=tuple(m.id for m in mentions),
        links=links,
        full=full,
        short=tuple(n for n in names if n not in full),
        titles=titles(roles),
        known=next((k.id for k in known if k), None),
    )

"""How many independent origins do the claims of one proposition have, at least and at most, and why?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.weigh.roots import Root, order


@dataclass(frozen=True, slots=True)
class Count:
    """Origins as a range, the claims of each, the reasons in words, and whether citing goes in a circle."""

    at_least: int
    at_most: int
    groups: tuple[tuple[str, ...], ...]
    because: tuple[str, ...]
    circular: bool


def count(roots: Sequence[Root], possibly: frozenset[tuple[str, str]]) -> Count:
    """Join what has one origin, then count what is surely apart and what may be.

    `possibly` are pairs of entities that may be one (both orders).
    """
    ranked = order(roots)
    group = {r.claim: r.claim for r in ranked}
    because: list[str] = []
    seen: dict[str, Root] = {}
    for root in ranked:
        for key, why in (*root.ties, *_derived(root, ranked)):
            first = seen.setdefault(key, root)
            a, b = group[first.claim], group[root.claim]
            if a == b:
                continue
            group = {c: min(a, b) if g in (a, b) else g for c, g in group.items()}
            if why:
                because.append(f"{first.publisher} and {root.publisher}: {why}")
    found: dict[str, list[Root]] = defaultdict(list)
    for root in ranked:
        found[group[root.claim]].append(root)
    groups = [found[g] for g in sorted(found)]
    named = [g for g in groups if not all(r.open for r in g)]
    least = max(1, _apart(named, possibly))
    because.extend(_open_reasons(groups))
    around = ring(ranked)
    if around:
        because.append(f"they cite each other in a ring: {', '.join(around)}")
    return Count(
        at_least=least,
        at_most=len(groups),
        groups=tuple(tuple(sorted(r.claim for r in g)) for g in groups),
        because=tuple(dict.fromkeys(because)),
        circular=bool(around),
    )


def _derived(root: Root, ranked: Sequence[Root]) -> list[tuple[str, str]]:
    """Ties to another claim of the proposition: an article's own source, a cited outlet's article."""
    if root.kind == "own voice":
        own = [r for r in ranked if r.article == root.article and r.kind != "own voice"]
        if own:
            return [(f"claim {own[0].claim}", f"the article itself rests on {own[0].shown}")]
    if root.kind in ("outlet", "anonymous") and root.cites:
        cited = [r for r in ranked if r.outlet in root.cites and r.claim != root.claim]
        alike = [r for r in cited if r.kind == root.kind] or cited
        if alike:
            why = f"{root.publisher} cites {alike[0].publisher}, whose own article is here"
            return [(f"claim {alike[0].claim}", why)]
    return []


def _apart(named: list[list[Root]], possibly: frozenset[tuple[str, str]]) -> int:
    """The number of named origins of which no two may be one."""
    kept: list[list[Root]] = []
    for group in named:
        if not any(_may_be_one(a, b, possibly) for k in kept for a in k for b in group):
            kept.append(group)
    return len(kept)


def _may_be_one(a: Root, b: Root, possibly: frozenset[tuple[str, str]]) -> bool:
    if a.state and b.state:
        return True
    bodies = "institution" in (a.kind, b.kind)
    if {a.kind, b.kind} == {"institution"} and a.language != b.language:
        # "the bureau" and «бюро»: nobody knows the one or the other by name
        if not (a.entity and b.entity) and not (a.meant and b.meant):
            return True
    if bodies and a.meant and b.meant and (a.meant <= b.meant or b.meant <= a.meant):
        return True
    return (a.entity or "", b.entity or "") in possibly


def _open_reasons(groups: list[list[Root]]) -> list[str]:
    out: list[str] = []
    if len(groups) < 2:
        return out
    for group in groups:
        root = group[0]
        if all(r.open for r in group):
            out.append(
                f"{root.publisher}: {root.shown} ({root.kind}) may coincide with another source"
            )
    states = [g[0].shown for g in groups if any(r.state for r in g)]
    if len(states) > 1:
        out.append("may speak for one government: " + ", ".join(f"{s}" for s in states))
    return out


def misfits(roots: Sequence[Root]) -> tuple[str, ...]:
    """Where a report is older than the article of the outlet that it cites, in words."""
    out = []
    for root in order(roots):
        cited = [r for r in roots if r.outlet in root.cites and r.article != root.article]
        days = [r.published for r in cited if r.published]
        if root.published and days and min(days) > root.published:
            out.append(
                f"{root.publisher} ({root.published}) cites {cited[0].publisher}, whose own article "
                f"is of {min(days)}"
            )
    return tuple(dict.fromkeys(out))


def circular(roots: Sequence[Root]) -> bool:
    """Whether outlets cite each other in a ring for it."""
    return bool(ring(roots))


def ring(roots: Sequence[Root]) -> tuple[str, ...]:
    """The outlets that cite each other in a ring, in the order of their names."""
    cites: dict[str, set[str]] = defaultdict(set)
    for root in roots:
        for outlet, cited in root.steps:
            if outlet != cited and cited:
                cites[outlet].add(cited)
    return tuple(start for start in sorted(cites) if start in _reached(start, cites))


def _reached(start: str, cites: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    todo = list(cites[start])
    while todo:
        outlet = todo.pop()
        if outlet not in reached:
            reached.add(outlet)
            todo.extend(cites.get(outlet, ()))
    return reached

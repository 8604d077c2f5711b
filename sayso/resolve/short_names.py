"""Whom does a short name (a family name, an acronym, "the ministry") mean over all articles?"""

from collections import defaultdict

from sayso.resolve.affairs import Affairs
from sayso.resolve.blocks import family_keys, pairs
from sayso.resolve.named import opinion
from sayso.resolve.opinion import APART, POSSIBLY, SAME
from sayso.resolve.organisation import kind_of_body, organisation
from sayso.resolve.person import MERGE_FAMILY, family_likeness, person
from sayso.resolve.resolution import NEIGHBOURS, Resolution
from sayso.resolve.units import Unit, office

REACH = 200
"""With how many bodies of its kind one that does not say whose it is gets compared, in the order of ids."""
UNSAID = "the same kind of body; whose, one of the names does not say"
Index = dict[tuple[str, str], list[Unit]]
Families = dict[str, list[tuple[str, list[str]]]]


def join_short_names(state: Resolution, affairs: Affairs) -> None:
    """Short names: to the only one in the collection they can mean; a body that does not say whose it is
    ("the ministry of health") only within one affair."""
    families, learned = _family_index(state), _short_index(state)
    waiting: Index = defaultdict(list)
    meant: dict[str, list[str]] = {}
    bodies: dict[str, list[Unit]] = defaultdict(list)
    for unit in state.units:
        if unit.full:
            continue
        if unit.kind == "ORG" and (body := _body(unit)):
            bodies[body].append(unit)
            continue
        name = unit.short[0]
        candidates = _candidates(state, unit, name, families, learned, meant)
        if len(candidates) == 1:
            why = (f"“{name}” fits only one in the collection",)
            if state.join(candidates[0], unit.id, why):
                state.note(candidates[0], unit.id, SAME, why)
        elif candidates:
            for candidate in candidates[:NEIGHBOURS]:
                state.note(candidate, unit.id, POSSIBLY, (f"“{name}” fits several",))
        else:
            waiting[unit.kind, name].append(unit)
    for body, found in sorted(bodies.items()):
        _join_bodies(state, affairs, learned.get(("ORG", body), []), found)
    _join_strangers(state, waiting)


def _body(unit: Unit) -> str:
    """What kind of body it is, when its names do not say whose: the fullest of them decides."""
    name = max(unit.short, key=lambda n: (len(n), n))
    if office(name):
        return f"office {name}"
    return kind_of_body(name) if organisation(name).generic else ""


def _join_bodies(state: Resolution, affairs: Affairs, named: list[Unit], found: list[Unit]) -> None:
    """Bodies of one kind that do not say whose they are: to one that does, or to each other, in one affair."""
    for unit in found:
        near = {state.clusters.name(u.id): u for u in named if affairs.why(u, unit)}
        if len(near) == 1:
            (other,) = near.values()
            why = ("the same kind of body in one affair", affairs.why(other, unit) or "")
            if state.join(other.id, unit.id, why):
                state.note(other.id, unit.id, SAME, why)
                continue
        for other in [*near.values(), *named][:NEIGHBOURS]:
            state.note(other.id, unit.id, POSSIBLY, (UNSAID,))
    for i, one in enumerate(found):
        for two in found[i + 1 : i + 1 + REACH]:
            together = affairs.why(one, two)
            if together:
                state.join(one.id, two.id, ("the same kind of body in one affair", together))
            else:
                state.note(one.id, two.id, POSSIBLY, (UNSAID,))


def _family_index(state: Resolution) -> Families:
    """Family keys -> full names of people, each with one mention of every cluster that bears it."""
    bearers: dict[str, dict[str, str]] = defaultdict(dict)
    for unit in state.units:
        for name in unit.full if unit.kind == "PER" else ():
            bearers[name].setdefault(state.clusters.name(unit.id), unit.id)
    index: Families = defaultdict(list)
    for name in sorted(bearers):
        named = person(name)
        for key in sorted(family_keys(named.family)) if named else ():
            index[key].append((name, sorted(bearers[name].values())))
    return index


def _short_index(state: Resolution) -> dict[tuple[str, str], list[Unit]]:
    """(kind, short name) -> units that some article says bear it beside a full name."""
    index: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in state.units:
        for name in unit.short if unit.full else ():
            index[unit.kind, name].append(unit)
        for name in unit.full if unit.kind == "ORG" else ():
            if organisation(name).countries and (body := kind_of_body(name)):
                index["ORG", body].append(unit)
    return index


def _candidates(
    state: Resolution,
    unit: Unit,
    name: str,
    index: Families,
    learned: Index,
    meant: dict[str, list[str]],
) -> list[str]:
    """The clusters that a short name can mean, by their names, sorted."""
    if unit.kind != "PER":
        bearers = learned.get((unit.kind, name), ())
        return sorted({state.clusters.name(u.id) for u in bearers})
    if name not in meant:
        meant[name] = _bearers(name, index)
    return sorted({state.clusters.name(item) for item in meant[name]})


def _bearers(name: str, index: Families) -> list[str]:
    """A mention of every cluster of a full name that the short one can stand for."""
    named = person(name)
    if named is None or not named.family:
        return []
    near = {full: ids for key in family_keys(named.family) for full, ids in index.get(key, ())}
    return [i for full in sorted(near) if _may_be(named.families, name, full) for i in near[full]]


def _may_be(families: tuple[str, ...], name: str, full: str) -> bool:
    whole = person(full)
    if whole is None or family_likeness(families, whole.families) < MERGE_FAMILY:
        return False
    return not opinion("PER", name, "PER", full).firm


def _join_strangers(state: Resolution, waiting: dict[tuple[str, str], list[Unit]]) -> None:
    """Short names that no full name in the collection explains."""
    for (kind, name), same in sorted(waiting.items()):
        first = same[0]
        for unit in same[1:]:
            bare = kind == "PER" and not unit.known
            if not bare or (unit.titles & first.titles):
                why = (f"“{name}” again, and no other of that name in the collection",)
                state.join(first.id, unit.id, why)
            else:
                why = (f"“{name}” again, but only a family name",)
                state.note(first.id, unit.id, POSSIBLY, why)
    _join_known(state, [u for same in waiting.values() for u in same])
    bearer = {key: same[0].id for key, same in waiting.items()}
    for one, two in pairs(bearer):
        said = opinion(one[0], one[1], two[0], two[1])
        if said.verdict == SAME and one[0] != "PER":
            state.join(bearer[one], bearer[two], said.because)
        elif said.verdict != APART:
            state.note(bearer[one], bearer[two], POSSIBLY, said.because)


def _join_known(state: Resolution, strangers: list[Unit]) -> None:
    """Short names of one known newsmaker or body in several languages."""
    first: dict[str, Unit] = {}
    for unit in sorted(strangers, key=lambda u: u.id):
        if unit.known and unit.known in first:
            why = (f"both are known names of {unit.known}",)
            state.join(first[unit.known].id, unit.id, why)
        elif unit.known:
            first[unit.known] = unit

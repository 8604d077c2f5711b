"""Who is who over all articles? Merge, suggest or keep apart, each with its reasons."""

from collections import defaultdict
from collections.abc import Iterator

from sayso.language.skeleton import skeleton
from sayso.model.collection import Collection
from sayso.model.entity import Entity
from sayso.model.judgement import Judgement
from sayso.model.mention import Link
from sayso.resolve.blocks import family_keys, pairs
from sayso.resolve.clusters import Clusters
from sayso.resolve.entities import entities
from sayso.resolve.named import opinion
from sayso.resolve.opinion import APART, POSSIBLY, SAME, Opinion
from sayso.resolve.organisation import general
from sayso.resolve.person import MERGE_FAMILY, family_likeness, person
from sayso.resolve.units import Unit, units

NEIGHBOURS = 12
"""How many namesakes of one entity are reported as kept apart or possible; the rest stay silent."""


class Resolution:
    """The state of one resolution: clusters of mention ids, and what was found on the way."""

    def __init__(self, collection: Collection) -> None:
        self.units = units(collection)
        self.unit_of = {m: u for u in self.units for m in u.mentions}
        self.clusters = Clusters()
        self.because: dict[str, set[str]] = defaultdict(set)
        self.found: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {}
        for unit in self.units:
            for mention in unit.mentions:
                self.clusters.add(mention)
        self._names: dict[str, set[tuple[str, str]]] = {}

    def names(self, item: str) -> set[tuple[str, str]]:
        """(kind, full name) of a cluster's units."""
        return self._names.get(self.clusters.name(item), set())

    def know(self, unit: Unit) -> None:
        """Note the full names of a unit under its cluster."""
        root = self.clusters.name(unit.id)
        self._names.setdefault(root, set()).update((unit.kind, n) for n in unit.full)

    def join(self, a: str, b: str, why: tuple[str, ...], forced: bool = False) -> bool:
        """Bring two clusters together unless a person or a firm reason keeps them apart."""
        one, two = self.clusters.name(a), self.clusters.name(b)
        if one == two:
            return True
        if not forced and (against := self._against(one, two)):
            self.note(a, b, POSSIBLY, (*why, *against))
            return False
        if not self.clusters.join(one, two):
            return False
        root = self.clusters.name(a)
        self._names[root] = self._names.pop(one, set()) | self._names.pop(two, set())
        self.because[root] |= self.because.pop(one, set()) | self.because.pop(two, set())
        self.because[root].add(": ".join((SAME, "; ".join(why))))
        return True

    def _against(self, one: str, two: str) -> tuple[str, ...]:
        for kind, name in sorted(self._names.get(one, ())):
            for other_kind, other in sorted(self._names.get(two, ())):
                said = opinion(kind, name, other_kind, other)
                if said.firm:
                    return said.because
        return ()

    def note(self, a: str, b: str, verdict: str, because: tuple[str, ...]) -> None:
        """Keep a link between two clusters; the first word on a pair stays."""
        self.found.setdefault((min(a, b), max(a, b)), (verdict, because))


def across(collection: Collection) -> Iterator[Entity | Link]:
    """Entities of all pages, and links: `same` (merged), `possibly` (suggested), `apart` (near, refused).

    Judgements go first: "not same" bars, "same" forces, "unsure" keeps a suggestion; one that names an
    entity means the cluster that holds the mention of that id.
    """
    state = Resolution(collection)
    unsure = _bar(state, collection.judgements)
    _join_units(state)
    _force(state, collection.judgements)
    _join_same_names(state)
    _join_full_names(state)
    _join_short_names(state)
    _note_namesakes(state)
    for a, b in unsure:
        state.note(a, b, POSSIBLY, ("a person was unsure",))
    found = entities(collection, state.clusters.sets(), state.because)
    yield from found
    yield from _links(state, found)


def _known(state: Resolution, judgement: Judgement) -> list[str]:
    return [s for s in judgement.subjects if s in state.clusters]


def _verdicts(state: Resolution, log: tuple[Judgement, ...]) -> dict[tuple[str, str], str]:
    """Pair of mention ids -> the last word of a person on it."""
    last: dict[tuple[str, str], str] = {}
    for judgement in log:
        if judgement.verdict in ("same", "not same", "unsure"):
            known = _known(state, judgement)
            for i, a in enumerate(known):
                for b in known[i + 1 :]:
                    if a != b:
                        last[min(a, b), max(a, b)] = judgement.verdict
    return last


def _bar(state: Resolution, log: tuple[Judgement, ...]) -> list[tuple[str, str]]:
    unsure = []
    for (a, b), verdict in sorted(_verdicts(state, log).items()):
        if verdict != "same":
            state.clusters.bar(a, b)
        if verdict == "unsure":
            unsure.append((a, b))
        elif verdict == "not same":
            state.note(a, b, APART, ("a person said: not the same",))
    return unsure


def _force(state: Resolution, log: tuple[Judgement, ...]) -> None:
    for (a, b), verdict in sorted(_verdicts(state, log).items()):
        if verdict == "same" and state.join(a, b, ("a person said: the same",), forced=True):
            state.found[a, b] = (SAME, ("a person said: the same",))


def _join_units(state: Resolution) -> None:
    """Within an article: the links that the article's own reading made, strongest anchor first."""
    for unit in state.units:
        for a, b in unit.links:
            state.clusters.join(a, b)
        state.know(unit)


def _join_same_names(state: Resolution) -> None:
    """One full name, letter for letter (folded), in several articles."""
    first: dict[tuple[str, str], Unit] = {}
    for unit in state.units:
        for name in unit.full:
            key = (unit.kind, name)
            if key in first and first[key].id != unit.id:
                why = ("the same name in several articles",)
                state.join(first[key].id, unit.id, why)
            first.setdefault(key, unit)


def _join_full_names(state: Resolution) -> None:
    """Full names that share a key: merge the best-scoring first, keep the rest as suggestions."""
    bearer: dict[tuple[str, str], str] = {}
    for unit in state.units:
        for name in unit.full:
            bearer.setdefault((unit.kind, name), unit.id)
    judged: list[tuple[float, str, str, Opinion]] = []
    for one, two in pairs(bearer):
        said = opinion(one[0], one[1], two[0], two[1])
        judged.append((-said.score, bearer[one], bearer[two], said))
    judged.sort(key=lambda row: row[:3])
    for _, a, b, said in judged:
        if said.verdict == SAME and state.join(a, b, said.because):
            state.note(a, b, SAME, said.because)
    for score, a, b, said in judged:
        if said.verdict == POSSIBLY or (said.verdict == APART and score < -0.3):
            state.note(a, b, said.verdict, said.because)


def _join_short_names(state: Resolution) -> None:
    """Short names (a family name, an acronym): to the only one in the collection they can mean."""
    index = _family_index(state)
    learned = _short_index(state)
    waiting: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in state.units:
        if unit.full:
            continue
        name = unit.short[0]
        candidates = _candidates(state, unit, name, index, learned)
        if len(candidates) == 1:
            why = (f"“{name}” fits only one in the collection",)
            if state.join(candidates[0], unit.id, why):
                state.note(candidates[0], unit.id, SAME, why)
        elif candidates:
            for candidate in candidates[:NEIGHBOURS]:
                state.note(candidate, unit.id, POSSIBLY, (f"“{name}” fits several",))
        else:
            waiting[unit.kind, name].append(unit)
    _join_strangers(state, waiting)


def _note_namesakes(state: Resolution) -> None:
    """People with one family name who are kept apart: said aloud, because readers will wonder."""
    bearers: dict[str, dict[str, str]] = defaultdict(dict)
    for unit in state.units:
        for name in unit.full if unit.kind == "PER" else ():
            named = person(name)
            if named:
                root = state.clusters.name(unit.id)
                bearers[skeleton(named.family)].setdefault(root, name)
    for bones in sorted(bearers):
        known = sorted(bearers[bones].items())
        for i, (a, name) in enumerate(known):
            for b, other in known[i + 1 : i + 1 + NEIGHBOURS]:
                one, two = person(name), person(other)
                if one and two and family_likeness(one.families, two.families) >= MERGE_FAMILY:
                    said = opinion("PER", name, "PER", other)
                    if said.verdict != SAME:
                        state.note(a, b, said.verdict, said.because)


def _family_index(state: Resolution) -> dict[str, list[Unit]]:
    """Family keys -> units of people with full names."""
    index: dict[str, list[Unit]] = defaultdict(list)
    for unit in state.units:
        if unit.kind == "PER":
            for name in unit.full:
                named = person(name)
                for key in sorted(family_keys(named.family)) if named else ():
                    index[key].append(unit)
    return index


def _short_index(state: Resolution) -> dict[tuple[str, str], list[Unit]]:
    """(kind, short name) -> units that some article says bear it beside a full name."""
    index: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in state.units:
        for name in unit.short if unit.full else ():
            index[unit.kind, name].append(unit)
        for name in unit.full if unit.kind == "ORG" else ():
            if kind_of_body := general(name):
                index["ORG", kind_of_body].append(unit)
    return index


def _candidates(
    state: Resolution,
    unit: Unit,
    name: str,
    index: dict[str, list[Unit]],
    learned: dict[tuple[str, str], list[Unit]],
) -> list[str]:
    """The clusters that a short name can mean, by their names, sorted."""
    if unit.kind != "PER":
        bearers = learned.get((unit.kind, name), ())
        if not bearers and unit.kind == "ORG":
            bearers = learned.get(("ORG", general(name)), ())
        return sorted({state.clusters.name(u.id) for u in bearers})
    named = person(name)
    if named is None or not named.family:
        return []
    found: set[str] = set()
    for key in sorted(family_keys(named.family)):
        for other in index.get(key, ()):
            root = state.clusters.name(other.id)
            if root not in found and _may_be(named.families, name, other):
                found.add(root)
    return sorted(found)


def _may_be(families: tuple[str, ...], name: str, other: Unit) -> bool:
    for full in other.full:
        whole = person(full)
        if whole and family_likeness(families, whole.families) >= MERGE_FAMILY:
            if not opinion("PER", name, "PER", full).firm:
                return True
    return False


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
        body = general(one[1]) if one[0] == "ORG" else ""
        if said.verdict == SAME and one[0] != "PER":
            state.join(bearer[one], bearer[two], said.because)
        elif body and body == general(two[1]):
            why = ("the same kind of body, and no other of that kind in the collection",)
            state.join(bearer[one], bearer[two], why)
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


def _links(state: Resolution, found: tuple[Entity, ...]) -> Iterator[Link]:
    """What was noted, between entity ids, each pair once: the last state of clusters decides."""
    entity_of = {m: e.id for e in found for m in e.mentions}
    said: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {}
    count: dict[str, int] = defaultdict(int)
    order = {APART: 0, POSSIBLY: 1, SAME: 2}
    for (a, b), (verdict, because) in sorted(
        state.found.items(), key=lambda row: (-order[row[1][0]], row[0])
    ):
        one, two = entity_of[a], entity_of[b]
        if verdict == SAME and one == two:
            yield Link(a, b, SAME, because)
        elif one != two and verdict != SAME:
            pair = (min(one, two), max(one, two))
            judged = because[0].startswith("a person")
            if judged or (pair not in said and max(count[one], count[two]) < NEIGHBOURS):
                said[pair] = (verdict, because)
                count[one] += 1
                count[two] += 1
    for (one, two), (verdict, because) in sorted(said.items()):
        yield Link(one, two, verdict, because)

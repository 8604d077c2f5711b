"""Who is who over all articles? Merge, suggest or keep apart, each with its reasons."""

from collections import defaultdict
from collections.abc import Iterator

from sayso.language.skeleton import skeleton
from sayso.model.collection import Collection
from sayso.model.entity import Entity
from sayso.model.judgement import Judgement
from sayso.model.mention import Link
from sayso.resolve.affairs import Affairs
from sayso.resolve.blocks import pairs
from sayso.resolve.entities import entities
from sayso.resolve.named import opinion
from sayso.resolve.opinion import APART, POSSIBLY, SAME, Opinion
from sayso.resolve.person import MERGE_FAMILY, family_likeness, person
from sayso.resolve.resolution import NEIGHBOURS, Resolution
from sayso.resolve.short_names import join_short_names
from sayso.resolve.units import Unit


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
    join_short_names(state, Affairs(state, collection))
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
        if said.verdict != APART or said.score > 0.3:
            judged.append((-said.score, bearer[one], bearer[two], said))
    judged.sort(key=lambda row: row[:3])
    for _, a, b, said in judged:
        if said.verdict == SAME and state.join(a, b, said.because):
            state.note(a, b, SAME, said.because)
    for _, a, b, said in judged:
        if said.verdict != SAME:
            state.note(a, b, said.verdict, said.because)


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

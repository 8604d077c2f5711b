"""Who of a reader's own list may be named in the texts? Suggestions with reasons; nothing is merged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sayso.model.entity import Entity
from sayso.model.listed import Listed, Match
from sayso.resolve.blocks import keys
from sayso.resolve.named import opinion
from sayso.resolve.opinion import APART, SAME, Opinion
from sayso.resolve.organisation import organisation
from sayso.resolve.units import is_full

AGREE, ALIKE = "names agree", "names alike"
Case = dict[str, list[tuple[str, str, str]]]


def look_up(entities: Iterable[Entity], listed: Iterable[Listed]) -> Iterator[Match]:
    """For every row of the list the entities that may be meant, each once, by its best pair of names.

    A lone family name is never looked up: on a long list it fits too many.
    """
    case = _by_key(entities)
    for row in listed:
        best: dict[str, tuple[float, str, str, Opinion]] = {}
        for entity, name, other, said in _judged(case, row):
            held = best.get(entity)
            if held is None or (-said.score, name, other) < (-held[0], held[1], held[2]):
                best[entity] = (said.score, name, other, said)
        for entity, (_, name, other, said) in sorted(best.items(), key=lambda b: (-b[1][0], b[0])):
            strength = AGREE if said.verdict == SAME else ALIKE
            yield Match(entity, row, name, other, strength, said.because)


def _by_key(entities: Iterable[Entity]) -> Case:
    """Blocking key -> (entity, kind, name) of names that say enough to be looked up."""
    found: Case = defaultdict(list)
    for entity in entities:
        for name in sorted({n.text for n in entity.names if _telling(entity.kind, n.text)}):
            for key in sorted(keys(entity.kind, name)):
                found[key].append((entity.id, entity.kind, name))
    return found


def _telling(kind: str, name: str) -> bool:
    if kind == "ORG":
        return is_full(kind, name) or bool(organisation(name).proper)
    return is_full(kind, name)


def _judged(case: Case, row: Listed) -> Iterator[tuple[str, str, str, Opinion]]:
    for kind in row.kinds:
        for other in row.names:
            near = {c for key in keys(kind, other) for c in case.get(key, ()) if c[1] == kind}
            for entity, _, name in sorted(near):
                said = opinion(kind, name, kind, other)
                if said.verdict != APART:
                    yield entity, name, other, said

"""What has been found so far while names of many articles are brought together?"""

from collections import defaultdict

from sayso.model.collection import Collection
from sayso.resolve.clusters import Clusters
from sayso.resolve.named import opinion
from sayso.resolve.opinion import POSSIBLY, SAME
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

"""Do two articles tell of one affair, so that "the ministry" in both may be one ministry?"""

from sayso.model.collection import Collection
from sayso.resolve.alias import alias
from sayso.resolve.resolution import Resolution
from sayso.resolve.units import Unit

LEAST = 2
"""How many places or bodies of their own two articles must share; one person of full name is enough.
Countries, known newsmakers and known bodies do not count: they are in the news of every affair."""


class Affairs:
    """Who and where each article names, once full names are resolved."""

    def __init__(self, state: Resolution, collection: Collection) -> None:
        self._article = {m.id: p.article.id for p in collection.pages for m in p.mentions}
        self._company: dict[str, set[str]] = {}
        self._countries: dict[str, set[str]] = {}
        self._shown: dict[str, tuple[str, str]] = {}
        for unit in state.units:
            self._file(state, unit)

    def _file(self, state: Resolution, unit: Unit) -> None:
        article = self._article[unit.id]
        if unit.known:
            row = next((r for n in (*unit.full, *unit.short) if (r := alias(n, unit.kind))), None)
            if row and row.kind == "LOC" and row.of == "-":
                self._countries.setdefault(article, set()).add(row.id)
        elif unit.full:
            root = state.clusters.name(unit.id)
            self._company.setdefault(article, set()).add(root)
            self._shown.setdefault(root, (unit.kind, unit.full[0]))

    def why(self, a: Unit, b: Unit) -> str | None:
        """In whose company both are named, or None when too little ties their articles."""
        one, two = self._article[a.id], self._article[b.id]
        if one == two:
            return "the same article"
        mine, yours = self._countries.get(one, set()), self._countries.get(two, set())
        if mine and yours and not mine & yours:
            return None
        shared = self._company.get(one, set()) & self._company.get(two, set())
        shown = sorted(self._shown[root] for root in shared)
        people = [name for kind, name in shown if kind == "PER"]
        if not people and len(shown) < LEAST:
            return None
        return f"both articles name {', '.join((people or [n for _, n in shown])[:3])}"

"""Which known organisation, place or newsmaker does a name stand for in the curated list?"""

from functools import cache, lru_cache
from typing import NamedTuple

from sayso.lexicon.load import lexicon
from sayso.resolve.spelling import readings, stem, words

_KINDS = {"LOC": "LOC", "CAPITAL": "LOC", "ORG": "ORG", "PER": "PER"}
_LEADING = frozenset({"the", "an", "a"})


class Alias(NamedTuple):
    """A row of `lexicon/any/aliases.tsv`: `of` is the id it belongs to or speaks for, or "-"."""

    id: str
    kind: str
    of: str


@cache
def _tables() -> tuple[dict[str, Alias], dict[str, Alias | None], dict[str, str]]:
    """Folded name -> row; stemmed name -> row (None when two claim it); id -> what it belongs to."""
    exact: dict[str, Alias] = {}
    stems: dict[str, Alias | None] = {}
    parents: dict[str, str] = {}
    for word, cells in lexicon("any", "aliases").entries.items():
        alias = Alias(*cells)
        parts = words(word)
        exact.setdefault(" ".join(parts), alias)
        key = " ".join(stem(p) for p in parts)
        if key in stems and stems[key] != alias and (stems[key] or alias).id != alias.id:
            stems[key] = None
        else:
            stems.setdefault(key, alias)
        if alias.of != "-" and alias.kind != "DEMONYM":
            parents[alias.id] = alias.of
    for word, alias in _territories(exact).items():
        exact.setdefault(word, alias)
        stems.setdefault(" ".join(stem(p) for p in word.split()), alias)
    return exact, stems, parents


def _territories(exact: dict[str, Alias]) -> dict[str, Alias]:
    """The other countries of the world, under the id that one of their names has in the list."""
    names: dict[str, list[str]] = {}
    for word, (code,) in lexicon("any", "territories").entries.items():
        names.setdefault(code, []).append(" ".join(words(word)))
    out: dict[str, Alias] = {}
    for code, found in names.items():
        listed = (exact[n] for n in found if n in exact and exact[n].kind == "LOC")
        known = next(listed, Alias(f"loc:{code.lower()}", "LOC", "-"))
        out |= {name: known for name in found if name}
    return out


def _lookup(parts: tuple[str, ...]) -> Alias | None:
    exact, stems, _ = _tables()
    found = exact.get(" ".join(parts))
    if found is None and parts:
        for reading in readings(parts[0])[1:]:
            found = found or exact.get(" ".join((reading, *parts[1:])))
    return found or stems.get(" ".join(stem(p) for p in parts))


@lru_cache(maxsize=200_000)
def alias(name: str, kind: str) -> Alias | None:
    """The row a name of this kind (PER, ORG, LOC) stands for; a capital is a place.

    >>> alias("Организацией Объединённых Наций", "ORG").id, alias("رويترز", "ORG").id
    ('org:un', 'org:reuters')
    """
    parts = words(name)
    if parts and parts[0] in _LEADING:
        parts = parts[1:]
    found = _lookup(parts)
    return found if found and _KINDS.get(found.kind) == kind else None


def as_listed(name: str) -> bool:
    """Whether a name stands in the list letter for letter, and not in a case form only."""
    return " ".join(words(name)) in _tables()[0]


def place(parts: tuple[str, ...]) -> Alias | None:
    """The country, capital or demonym that these folded words are, if any."""
    found = _lookup(parts)
    return found if found and found.kind in ("LOC", "CAPITAL", "DEMONYM") else None


def belongs_to(known: str) -> str | None:
    """The id of the organisation or country that a known one belongs to or speaks for."""
    return _tables()[2].get(known)

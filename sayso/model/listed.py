"""Whom does a reader's own list name, and who in the texts may it be?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on a list: `kinds` it may be, all its names, and what else the row tells (`told`)."""

    source: str
    line: int
    id: str
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    told: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """An entity of the texts that may be somebody listed: the two names compared, and why.

    `strength`: "names agree" or "names alike". A suggestion; a person decides whether it is one.
    """

    entity: str
    listed: Listed
    name: str
    as_listed: str
    strength: str
    because: tuple[str, ...]

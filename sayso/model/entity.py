"""Who is who? Entities are derived from mentions and judgements, never stored as truth."""

from dataclasses import dataclass

from sayso.model.mention import Role


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name as it stands in the sources, where and how often."""

    text: str
    language: str
    script: str
    count: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Mentions taken for one person, organisation or place.

    `id` is the smallest mention id, or one that a person gave. `party` is the id of the entity it
    speaks for (a ministry's government), where roles or the lexicon say so.
    """

    id: str
    kind: str
    names: tuple[Name, ...]
    mentions: tuple[str, ...]
    roles: tuple[Role, ...] = ()
    party: str | None = None
    because: tuple[str, ...] = ()

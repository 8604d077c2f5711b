"""What happened, who took part, and who says so?"""

from dataclasses import dataclass, field

from sayso.model.ids import content_id
from sayso.model.text import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A participant: `role` is actor, target, place or instrument; `mention` is its name, if named."""

    role: str
    span: Span
    text: str
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is said to have happened. Kinds follow PLOVER. Its id hashes kind and anchor.

    `when` is the id of a When; `reported_by` are the ids of the claims whose content covers it.
    """

    kind: str
    anchor: tuple[Span, ...]
    article: str
    when: str | None = None
    earliest: str | None = None
    latest: str | None = None
    place: str | None = None
    parts: tuple[Part, ...] = ()
    reported_by: tuple[str, ...] = ()
    negated: bool = False
    because: tuple[str, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        at = [[s.document, s.start, s.stop] for s in self.anchor]
        object.__setattr__(self, "id", content_id("evt", self.kind, at))


@dataclass(frozen=True, slots=True)
class Difference:
    """A detail of one event that its reports tell differently: date, whether, count, place, actor or target.

    `told` are (event id, value): an ISO day or interval, a number, or an entity id.
    """

    what: str
    told: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """One event with all its tellings: `events` are the ids of what the articles tell. Its id hashes them.

    `earliest` and `latest` are the days that all tellings allow, or from the first to the last where
    they do not agree, which `differs` then says.
    """

    kind: str
    events: tuple[str, ...]
    earliest: str | None = None
    latest: str | None = None
    differs: tuple[Difference, ...] = ()
    because: tuple[str, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", content_id("hap", sorted(self.events)))

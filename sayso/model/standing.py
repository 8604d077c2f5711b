"""How does a proposition stand: who says it, from how many origins, and against whom?"""

from dataclasses import dataclass, field

from sayso.model.ids import content_id
from sayso.model.text import Span

STATUSES = ("one origin", "several origins", "undecided")
FLAGS = (
    "conflicting",
    "denied",
    "updated",
    "not-confirmed",
    "anonymous-root",
    "circular",
    "unattributed",
)
POSITIONS = ("participant", "eyewitness", "official", "document", "relay", "unknown")
RELATIONS = ("same", "elaborates", "contradicts", "supersedes", "denies", "asks about")


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """From one standing to another (`to`), of a kind in `RELATIONS`, with reasons in words.

    `claims` are the two claim ids whose words show it.
    """

    to: str
    kind: str
    because: tuple[str, ...]
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """How the root of a claim can know it, as far as the text says; a described fact, no score.

    `kind` is one of `POSITIONS`: who took part, who saw it, who speaks for a body it is about, a
    document, who only passes it on, or unknown. `words` show it, where words do.
    """

    claim: str
    kind: str
    words: Span | None = None

    def __post_init__(self) -> None:
        if self.kind not in POSITIONS:
            raise ValueError(f"position {self.kind!r} is unknown; use one of {POSITIONS}")


@dataclass(frozen=True, slots=True, order=True)
class Wording:
    """One quotation of one voice in two wordings: the two claims, and the words that each has alone."""

    claims: tuple[str, str]
    here: tuple[Span, ...]
    there: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The claims of one proposition and what they rest on. Its id hashes the claim ids.

    `groups` are the claims of one origin each (the finest partition the reasons allow); `at_least`
    and `at_most` bound the number of independent origins; `not_confirmed` are the words that say so.
    `claims` count the reports, `articles` and `outlets` are what carried them. `positions` say of each
    claim how its root can know, `wordings` where one quotation is worded differently, `silent` which
    outlets tell the story and quote the same voice without it, `misfits` which dates do not fit.
    """

    claims: tuple[str, ...]
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    at_least: int
    at_most: int
    status: str
    flags: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    because: tuple[str, ...] = ()
    not_confirmed: tuple[Span, ...] = ()
    positions: tuple[Position, ...] = ()
    wordings: tuple[Wording, ...] = ()
    silent: tuple[str, ...] = ()
    misfits: tuple[str, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"status {self.status!r} is unknown; use one of {STATUSES}")
        object.__setattr__(self, "id", content_id("std", sorted(self.claims)))

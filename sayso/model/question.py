"""What do the texts themselves ask, and which propositions bear on it?"""

from dataclasses import dataclass, field

from sayso.model.ids import content_id
from sayso.model.text import Span


@dataclass(frozen=True, slots=True)
class Bearing:
    """A proposition that bears on a question, by its standing's id, with reasons in words."""

    standing: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question that articles ask. Its id hashes the ids of the claims that ask it.

    `standing` is the standing of those claims, `words` the content of the first of them; `bearings`
    are propositions asserted as fact that speak of the same matter, the nearest first.
    """

    claims: tuple[str, ...]
    standing: str
    words: tuple[Span, ...]
    bearings: tuple[Bearing, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", content_id("qst", sorted(self.claims)))

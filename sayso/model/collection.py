"""What has been read so far, all together? What the set-level stages work on."""

from dataclasses import dataclass, replace
from typing import Self

from sayso.model.article import Copy
from sayso.model.entity import Entity
from sayso.model.event import Happening
from sayso.model.judgement import Judgement
from sayso.model.lines import of_kind
from sayso.model.mention import Link
from sayso.model.page import Page
from sayso.model.question import Question
from sayso.model.standing import Standing

Gathered = Copy | Entity | Link | Standing | Question | Happening


@dataclass(frozen=True, slots=True)
class Collection:
    """All pages of a case in the order of their article ids, with what was derived from them.

    `judgements` are those in force; `links` are the resolver's (across articles).
    """

    pages: tuple[Page, ...]
    judgements: tuple[Judgement, ...] = ()
    copies: tuple[Copy, ...] = ()
    entities: tuple[Entity, ...] = ()
    links: tuple[Link, ...] = ()
    standings: tuple[Standing, ...] = ()
    happenings: tuple[Happening, ...] = ()
    questions: tuple[Question, ...] = ()

    def having(self, found: tuple[Gathered, ...]) -> Self:
        """This collection with more findings."""

        return replace(
            self,
            copies=(*self.copies, *of_kind(Copy, found)),
            entities=(*self.entities, *of_kind(Entity, found)),
            links=(*self.links, *of_kind(Link, found)),
            standings=(*self.standings, *of_kind(Standing, found)),
            happenings=(*self.happenings, *of_kind(Happening, found)),
            questions=(*self.questions, *of_kind(Question, found)),
        )

    def entity_of(self) -> dict[str, str]:
        """Mention id -> entity id."""
        return {m: e.id for e in self.entities for m in e.mentions}

"""Where is someone or something named, and which names belong together?"""

from dataclasses import dataclass, field

from sayso.model.ids import content_id
from sayso.model.text import Span

MENTION_KINDS = ("PER", "ORG", "LOC", "EVENT", "WORK", "PRODUCT", "LAW")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands. Its id hashes the span and the kind.

    `surface` is the verbatim words; `normal` the form for look-up (lemma, clitics off, folded);
    `key` the script-independent consonant skeleton.
    """

    span: Span
    kind: str
    surface: str
    normal: str
    key: str
    language: str
    article: str
    because: str = ""
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if self.kind not in MENTION_KINDS:
            raise ValueError(f"mention kind {self.kind!r} is unknown; use one of {MENTION_KINDS}")
        at = self.span
        object.__setattr__(self, "id", content_id("men", at.document, at.start, at.stop, self.kind))


@dataclass(frozen=True, slots=True)
class Role:
    """A dated statement: in this article the holder is called this, of that organisation.

    `holder` and `of` are mention ids; `tense` is the word that dates it ("former", "then", "new");
    `said_on` the article's publication date, when it is known.
    """

    holder: str
    title: Span
    words: str
    of: str | None = None
    tense: str | None = None
    said_on: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Whether two mentions or entities are one: `same`, `possibly` or `apart`, and why."""

    a: str
    b: str
    verdict: str
    because: tuple[str, ...]

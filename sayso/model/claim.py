"""Who says what, through whom, and how firmly?"""

from dataclasses import dataclass, field

from sayso.model.ids import content_id
from sayso.model.text import Span

HOLDER_KINDS = ("person", "institution", "document", "outlet", "anonymous", "unknown")
MANNERS = ("direct", "indirect", "mixed", "narrated")
ACTS = (
    "assert",
    "deny",
    "ask",
    "promise",
    "order",
    "confirm",
    "refuse to confirm",
    "believe",
    "want",
    "suppose",
)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who speaks. `span` None means the article itself (its publisher).

    `words` are the verbatim words of the span. `mention` is the id of the name meant: the one inside
    the span, or the antecedent when the words are a pronoun or a role and one candidate is live.
    `count` is the number the text gives ("three officials").
    """

    kind: str
    span: Span | None = None
    words: str = ""
    mention: str | None = None
    count: int | None = None

    def __post_init__(self) -> None:
        if self.kind not in HOLDER_KINDS:
            raise ValueError(f"holder kind {self.kind!r} is unknown; use one of {HOLDER_KINDS}")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of a chain. `scope` are the words the link covers; spans are of the document.

    A holder of kind `unknown` without a span is "somebody": reportedly, it is believed.
    """

    holder: Holder
    manner: str
    scope: tuple[Span, ...]
    cue: Span | None = None
    hedges: tuple[Span, ...] = ()
    said: str | None = None
    medium: Span | None = None
    because: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.manner not in MANNERS:
            raise ValueError(f"manner {self.manner!r} is unknown; use one of {MANNERS}")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a claim: value, what it counts, how it is bounded.

    `comparator`: `=`, `>`, `>=`, `<`, `<=`, `~`; `unit` such as "percent", "people", "USD" or "".
    """

    span: Span
    value: float
    unit: str
    comparator: str
    of: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: its words (several pieces allowed), its chain outermost first, what it commits to.

    Link 0 of the chain is always the publisher (holder without span); `chain[1:]` are the people
    and papers it cites. A claim with link 0 alone is the article's own voice. Its id hashes the
    content spans and, for each link, holder span and cue span. `about` are mention ids, `about_time` When ids.
    `modality`: `actual`, `possible`, `planned`, `conditional`, `asked`.
    """

    article: str
    content: tuple[Span, ...]
    chain: tuple[Attribution, ...]
    act: str = "assert"
    negated: bool = False
    modality: str = "actual"
    about: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    about_time: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if self.act not in ACTS:
            raise ValueError(f"speech act {self.act!r} is unknown; use one of {ACTS}")
        if not self.content:
            raise ValueError("a claim without content rests on no words; give at least one span")
        parts = [[s.document, s.start, s.stop] for s in self.content]
        links = [
            [[s.start, s.stop] if s else None for s in (link.holder.span, link.cue)]
            for link in self.chain
        ]
        object.__setattr__(self, "id", content_id("clm", parts, links))

    @property
    def told(self) -> tuple[Attribution, ...]:
        """The chain without link 0: whom the article cites, outermost first."""
        return self.chain[1:]

"""Which stretch of a heap is one article, and what is furniture in it?"""

from dataclasses import dataclass, field

from sayso.model.ids import content_id
from sayso.model.text import Span, Told

ZONE_KINDS = (
    "headline",
    "lede",
    "repeated-lede",
    "body",
    "subheading",
    "caption",
    "credit",
    "byline",
    "dateline",
    "boilerplate",
    "residue",
    "comments",
)

DOUBTFUL = (0.1, 0.9)


@dataclass(frozen=True, slots=True)
class Zone:
    """A label over the text (never a deletion). Kinds: `ZONE_KINDS`."""

    kind: str
    span: Span
    because: str = ""

    def __post_init__(self) -> None:
        if self.kind not in ZONE_KINDS:
            raise ValueError(f"zone kind {self.kind!r} is unknown; use one of {ZONE_KINDS}")


@dataclass(frozen=True, slots=True)
class Boundary:
    """A place where an article might begin, what was decided and which reasons counted.

    `score` is the sum of the reasons' weights against the price of a cut: above 0 it was worth it.
    `probability` is how often, in heaps whose articles are known, one begins at a line like this;
    None where nothing was weighed. Between `DOUBTFUL`'s two, a person should be asked.
    """

    at: Span
    cut: bool
    score: float
    because: tuple[str, ...]
    probability: float | None = None

    @property
    def doubtful(self) -> bool:
        """Whether a person should be asked: split here?"""
        low, high = DOUBTFUL
        return self.probability is not None and low <= self.probability <= high


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a document. Its id hashes the span. The headline may lie outside the span.

    `updated` is the day on which the page says it was changed, `section` the part of the paper it stood
    in, `place` the place of its dateline.
    """

    span: Span
    zones: tuple[Zone, ...]
    language: str
    headline: Span | None = None
    byline: Told | None = None
    publisher: Told | None = None
    published: Told | None = None
    date_conflicts: tuple[Told, ...] = ()
    url: str | None = None
    updated: Told | None = None
    section: Told | None = None
    place: Told | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        at = self.span
        object.__setattr__(self, "id", content_id("art", at.document, at.start, at.stop))


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles that share text: `of` is the likelier original, as a suggestion with reasons.

    `containment` is the share of the smaller article's four-word shingles found in the other.
    """

    article: str
    of: str
    containment: float
    shared: tuple[tuple[Span, Span], ...]
    because: tuple[str, ...]

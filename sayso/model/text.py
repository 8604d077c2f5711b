"""Where do the words stand? Documents, fixed once read, and half-open spans of code points."""

from dataclasses import dataclass, field
from typing import Self

from sayso.errors import BadSpan
from sayso.model.ids import content_id


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code points `[start, stop)` of one document's text (`document` is its id).

    Empty and backward spans cannot be made; `Document.span` and `Page.span` also refuse those
    outside the text, so make spans there.

    >>> print(Span("doc-1", 3, 9))
    [3, 9)
    >>> Span("doc-1", 9, 9)
    Traceback (most recent call last):
    sayso.errors.BadSpan: span [9, 9) of doc-1 is empty or backward; a span needs start < stop
    """

    document: str
    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.stop:
            raise BadSpan(
                f"span [{self.start}, {self.stop}) of {self.document} is empty or backward; "
                "a span needs start < stop"
            )

    def __str__(self) -> str:
        return f"[{self.start}, {self.stop})"

    def __len__(self) -> int:
        return self.stop - self.start

    def covers(self, other: Self) -> bool:
        """Whether the other span lies wholly inside this one."""
        return (
            self.document == other.document
            and self.start <= other.start
            and other.stop <= self.stop
        )

    def meets(self, other: Self) -> bool:
        """Whether the two share at least one code point."""
        return (
            self.document == other.document and self.start < other.stop and other.start < self.stop
        )


@dataclass(frozen=True, slots=True)
class Told:
    """A value about a text and where it was told.

    `basis`: visible text, sidecar, command line, json-ld, meta, url, and the containers: feed, mail,
    web archive, table, front matter. `span` is None where the words are not part of the document's text.
    """

    text: str
    basis: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a collector or a page's machinery says about a text, before anyone reads it."""

    published: Told | None = None
    publisher: Told | None = None
    byline: Told | None = None
    headline: Told | None = None
    url: Told | None = None
    retrieved: Told | None = None
    language: Told | None = None
    conflicts: tuple[Told, ...] = ()
    updated: Told | None = None
    section: Told | None = None
    charset: Told | None = None


@dataclass(frozen=True, slots=True)
class Raw:
    """One input as it came: a name (path or URL as given) and its bytes, untouched."""

    name: str
    data: bytes
    metadata: Metadata = Metadata()
    as_article: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What the reader saw of the page's structure: a zone kind or `headline`, `h2`, `item`…"""

    kind: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Document:
    """A text fixed once read. Its id hashes the bytes' SHA-256 and the reader with its version.

    For plain text, `text` is the bytes decoded and nothing else changed (line ends stay, a
    byte-order mark is not text). For a page it is the visible text in reading order.
    """

    sha256: str
    reader: str
    text: str
    media_type: str
    origin: str
    encoding: str
    metadata: Metadata = Metadata()
    marks: tuple[Mark, ...] = ()
    as_article: bool = False
    warnings: tuple[str, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", content_id("doc", self.sha256, self.reader))

    def span(self, start: int, stop: int) -> Span:
        """A span of this text; raises BadSpan when any of it lies outside.

        >>> Document("0", "text/1", "Hello", "text/plain", "a.txt", "utf-8").span(0, 6)
        Traceback (most recent call last):
        sayso.errors.BadSpan: span [0, 6) ends after the 5 code points of a.txt
        """
        if stop > len(self.text):
            raise BadSpan(
                f"span [{start}, {stop}) ends after the {len(self.text)} code points "
                f"of {self.origin}"
            )
        return Span(self.id, start, stop)

    def words(self, span: Span) -> str:
        """The verbatim words of a span of this document."""
        if span.document != self.id:
            raise BadSpan(f"span {span} belongs to {span.document}, not to {self.id}")
        return self.text[span.start : span.stop]

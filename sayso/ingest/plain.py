"""How is a plain text file read? Its bytes decoded, and nothing else changed."""

from pathlib import PurePath

from sayso.ingest.decode import decode
from sayso.ingest.notices import notices
from sayso.ingest.refuse import refuse_text
from sayso.model.ids import sha256
from sayso.model.text import Document, Raw

ENDINGS = frozenset(
    {".txt", ".text", ".md", ".markdown", ".log", ".csv", ".tsv", ".eml", ".json", ".jsonl", ""}
)


def match(head: bytes, name: str) -> float:
    """Anything may be text; an ending that says so makes it likelier."""
    return 0.6 if PurePath(name).suffix.lower() in ENDINGS else 0.2


def read(raw: Raw, reader: str) -> Document:
    """The document of a plain text: line ends stay, a byte-order mark is not text."""
    found = decode(raw.data, raw.name)
    refuse_text(found.text, raw.name)
    markdown = PurePath(raw.name).suffix.lower() in {".md", ".markdown"}
    return Document(
        sha256=sha256(raw.data),
        reader=reader,
        text=found.text,
        media_type="text/markdown" if markdown else "text/plain",
        origin=raw.name,
        encoding=found.encoding,
        metadata=raw.metadata,
        as_article=raw.as_article,
        warnings=(*found.warnings, *notices(found.text)),
    )

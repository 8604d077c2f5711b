"""How is a plain text file read? Its bytes decoded, and nothing else changed."""

from pathlib import PurePath

from sayso.ingest.archive import under
from sayso.ingest.decode import decode
from sayso.ingest.front import front_matter
from sayso.ingest.notices import notices
from sayso.ingest.refuse import refuse_text
from sayso.model.ids import sha256
from sayso.model.text import Document, Mark, Raw

ENDINGS = frozenset(
    {".txt", ".text", ".md", ".markdown", ".log", ".csv", ".tsv", ".eml", ".json", ".jsonl", ""}
)


def match(head: bytes, name: str) -> float:
    """Anything may be text; an ending that says so makes it likelier."""
    return 0.6 if PurePath(name).suffix.lower() in ENDINGS else 0.2


def read(raw: Raw, reader: str) -> Document:
    """The document of a plain text: line ends stay, a byte-order mark is not text."""
    served = raw.metadata.charset
    found = decode(raw.data, raw.name, served.text if served else None)
    refuse_text(found.text, raw.name)
    markdown = PurePath(raw.name).suffix.lower() in {".md", ".markdown"}
    front = front_matter(found.text) if markdown else None
    return Document(
        sha256=sha256(raw.data),
        reader=reader,
        text=found.text,
        media_type="text/markdown" if markdown else "text/plain",
        origin=raw.name,
        encoding=found.encoding,
        metadata=under(raw.metadata, front.told) if front else raw.metadata,
        marks=(Mark("boilerplate", 0, front.stop),) if front else (),
        as_article=raw.as_article,
        warnings=(*found.warnings, *notices(found.text)),
    )

"""How is a Word document read? Headings, paragraphs and tables in their order."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from sayso.errors import UnreadableInput
from sayso.ingest.archive import DAMAGE
from sayso.ingest.limits import RATIO, RATIO_FREE, TOTAL
from sayso.ingest.notices import notices
from sayso.ingest.refuse import refuse_text
from sayso.model.ids import sha256
from sayso.model.text import Document, Mark, Raw

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

# What does not show: struck-out revisions, field codes, and second copies of text boxes.
UNSHOWN = frozenset({W + "del", W + "moveFrom", W + "instrText", W + "delText", FALLBACK})
WRITTEN = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}
DEEPEST = 100


def match(head: bytes, name: str) -> float:
    """A zip that is named so or begins like an office package with a text in it."""
    if not head.startswith(b"PK\x03\x04"):
        return 0.0
    if PurePath(name).suffix.lower() == ".docx":
        return 0.95
    return 0.9 if b"word/" in head and b"[Content_Types].xml" in head else 0.0


def read(raw: Raw, reader: str) -> Document:
    """The document's paragraphs, one a line, cells of a table row apart by tabs; footnotes at the end."""
    body, notes = _parts(raw)
    blocks = [b for b in (*_blocks(body, 0), *_notes(notes)) if b[0].strip()]
    text, marks = _joined(blocks)
    refuse_text(text, raw.name)
    return Document(
        sha256=sha256(raw.data),
        reader=reader,
        text=text,
        media_type=MEDIA,
        origin=raw.name,
        encoding="utf-8",
        metadata=raw.metadata,
        marks=marks,
        as_article=raw.as_article,
        warnings=notices(text),
    )


def _parts(raw: Raw) -> tuple[Any, list[Any]]:
    """The XML of the body and of the notes, after the sizes were looked at."""
    refuse_bomb(raw)
    from docx import Document as open_docx  # slow to load: only where there is one
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError, fromstring

    try:
        opened = open_docx(io.BytesIO(raw.data))
        body = opened.element.body
        notes = [
            fromstring(part.blob, parser=_parser())
            for part in opened.part.package.iter_parts()
            if str(part.partname) in ("/word/footnotes.xml", "/word/endnotes.xml")
        ]
    except (PackageNotFoundError, XMLSyntaxError, KeyError, AttributeError, *DAMAGE) as error:
        raise UnreadableInput(
            f"{raw.name} is a damaged Word document ({type(error).__name__}); open it in Word and save "
            "it again, or save it as text"
        ) from error
    if body is None:
        raise UnreadableInput(f"{raw.name} is a Word document without a body; save it again")
    return body, notes


def _parser() -> Any:
    from lxml.etree import XMLParser

    return XMLParser(resolve_entities=False, no_network=True)


def refuse_bomb(raw: Raw) -> None:
    """Raises UnreadableInput when the package is damaged or unpacks to more than writing does."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as package:
            sizes = [(i.file_size, i.compress_size) for i in package.infolist()]
    except DAMAGE as error:
        raise UnreadableInput(f"{raw.name} is a damaged Word document; get it again") from error
    steep = any(size > RATIO_FREE and size > RATIO * max(packed, 1) for size, packed in sizes)
    if steep or sum(size for size, _ in sizes) > TOTAL:
        raise UnreadableInput(
            f"{raw.name} unpacks to far more than its size, as bombs do; save its text as plain text"
        )


def _blocks(parent: Any, depth: int) -> Iterator[tuple[str, str]]:
    """(text, mark kind or "") of each paragraph and table row, in order."""
    for child in parent:
        if child.tag == W + "p":
            yield _words(child).strip(), _kind(child)
        elif child.tag == W + "tbl":
            for row in child.iter(W + "tr"):
                if _owner(row) is child:
                    yield "\t".join(_cell(cell) for cell in row.iter(W + "tc")), ""
        elif child.tag not in UNSHOWN and depth < DEEPEST and isinstance(child.tag, str):
            yield from _blocks(child, depth + 1)


def _owner(row: Any) -> Any:
    return next((a for a in row.iterancestors() if a.tag == W + "tbl"), None)


def _cell(cell: Any) -> str:
    """A cell's paragraphs on one line; a table within the cell comes with its own cells."""
    own = [p for p in cell.iter(W + "p") if next(p.iterancestors(W + "tc"), None) is cell]
    return " ".join(w for p in own if (w := " ".join(_words(p).split())))


def _words(paragraph: Any) -> str:
    """What the paragraph shows, inserted revisions and links included."""
    out: list[str] = []
    todo = list(reversed(paragraph))
    while todo:
        element = todo.pop()
        if element.tag in UNSHOWN or element.tag == W + "tbl":
            continue
        if element.tag == W + "t":
            out.append(element.text or "")
        elif element.tag in WRITTEN:
            out.append(WRITTEN[element.tag])
        elif element.tag == W + "p":
            out.append("\n")
        todo.extend(reversed(element))
    return "".join(out)


def _kind(paragraph: Any) -> str:
    """headline for a title or first-level heading, subheading for deeper ones, by the style's id."""
    style = next(paragraph.iter(W + "pStyle"), None)
    named = (style.get(W + "val") if style is not None else "") or ""
    level = next(paragraph.iter(W + "outlineLvl"), None)
    depth = level.get(W + "val") if level is not None else None
    if named == "Title" or named == "Heading1" or (named == "1" or depth == "0"):
        return "headline"
    if named.startswith("Heading") or named in ("Subtitle", "2", "3", "4") or depth:
        return "subheading"
    return "caption" if named == "Caption" else ""


def _notes(parts: list[Any]) -> Iterator[tuple[str, str]]:
    for part in parts:
        for note in part:
            for paragraph in note.iter(W + "p"):
                yield _words(paragraph).strip(), "boilerplate"


def _joined(blocks: list[tuple[str, str]]) -> tuple[str, tuple[Mark, ...]]:
    """One block a line. The first headline is the headline; a later one heads a part."""
    marks: list[Mark] = []
    at, headed = 0, False
    for text, kind in blocks:
        if kind:
            kind = "subheading" if kind == "headline" and headed else kind
            headed = headed or kind == "headline"
            marks.append(Mark(kind, at, at + len(text)))
        at += len(text) + 1
    return "\n".join(text for text, _ in blocks), tuple(marks)

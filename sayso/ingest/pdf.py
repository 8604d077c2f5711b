"""How is a PDF read? The words of each page in reading order, lines put together to paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sayso.errors import UnreadableInput
from sayso.ingest.layout import Paragraph, paragraphs
from sayso.ingest.notices import notices
from sayso.ingest.refuse import refuse_text
from sayso.model.ids import sha256
from sayso.model.text import Document, Mark, Raw

# A report of a thousand pages is read; more is a scan or an attack.
PAGES = 2_000

# A line at the same edge of this many pages, digits aside, is a running head or foot.
REPEATED = 3
EDGE = 2

# A heading's letters are this much larger than the body's.
LARGER = 1.2
HEADING = 200  # characters
RUNNING = 120

PAGE_NUMBER = re.compile(r"^\W*(?:\w+\W+)?\d{1,4}(?:\s*(?:/|of|из|із|з|من|از|מתוך)\s*\d{1,4})?\W*$")


def match(head: bytes, name: str) -> float:
    """By the mark in the first bytes, which may follow some junk."""
    return 0.95 if b"%PDF-" in head[:1024] else 0.0


def read(raw: Raw, reader: str) -> Document:
    """The pages one after the other; each page is a mark, running heads and feet are furniture."""
    pages = _pages(raw)
    empty = [n for n, found in enumerate(pages, 1) if not found]
    if len(empty) == len(pages):
        raise UnreadableInput(
            f"{raw.name} is a PDF of pictures, without any text; recognise its text first (OCR)"
        )
    text, marks = _written(pages)
    refuse_text(text, raw.name)
    told = ", ".join(map(str, empty[:10])) + (" …" if len(empty) > 10 else "")
    blank = (f"pages without text, perhaps pictures of text: {told}",) if empty else ()
    return Document(
        sha256=sha256(raw.data),
        reader=reader,
        text=text,
        media_type="application/pdf",
        origin=raw.name,
        encoding="pdf",
        metadata=raw.metadata,
        marks=marks,
        as_article=raw.as_article,
        warnings=(*blank, *notices(text)),
    )


def _pages(raw: Raw) -> list[list[Paragraph]]:
    from pypdfium2 import PdfDocument, PdfiumError  # slow to load: only where there is a PDF

    try:
        document = PdfDocument(raw.data)
    except PdfiumError as error:
        what = "needs a password" if "assword" in str(error) else "is a damaged PDF"
        raise UnreadableInput(
            f"{raw.name} {what}; print it to a new PDF or save its text"
        ) from error
    try:
        if len(document) > PAGES:
            raise UnreadableInput(
                f"{raw.name} has {len(document):,} pages, more than {PAGES:,}; cut it into parts"
            )
        return [_page(document, number, raw.name) for number in range(len(document))]
    finally:
        document.close()


def _page(document: Any, number: int, name: str) -> list[Paragraph]:
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
        text = page.get_textpage()
    except PdfiumError:
        return []
    try:
        return paragraphs(_glyphs(text))
    finally:
        text.close()
        page.close()


def _glyphs(text: Any) -> Iterator[tuple[str, float, float, float, float]]:
    """Each character with its left, bottom, right and top, in the order of the file; "\\n" between lines."""
    from ctypes import byref

    from pypdfium2 import raw as pdfium

    box = pdfium.FS_RECTF()
    place = byref(box)
    high = 0
    for n in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, n)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            if not high:
                continue
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        pdfium.FPDFText_GetLooseCharBox(text, n, place)
        yield _shown(code), box.left, box.bottom, box.right, box.top


def _shown(code: int) -> str:
    """The character; pdfium's sign for a word cut by a hyphen is U+00AD here, its own breaks "\\n"."""
    if code in (0x02, 0xFFFE):
        return "\u00ad"
    if code in (0x0A, 0x0D):
        return "\n"
    return chr(code) if code >= 0x20 or code == 0x09 else "\ufffd"


def _written(pages: list[list[Paragraph]]) -> tuple[str, tuple[Mark, ...]]:
    running = _running(pages)
    sizes: Counter[float] = Counter()
    for found in pages:
        for paragraph in found:
            sizes[round(paragraph.size, 1)] += len(paragraph.text)
    usual = max(sizes.items(), key=lambda s: (s[1], s[0]))[0]
    out: list[str] = []
    marks: list[Mark] = []
    at, headed = 0, False
    for found in pages:
        begin = at
        for n, paragraph in enumerate(found):
            edge = min(n, len(found) - 1 - n) < EDGE
            again = bool(out) or paragraph.size <= LARGER * usual
            kind = _kind(paragraph, usual, edge and again and _folded(paragraph.text) in running)
            if kind == "headline":
                kind, headed = ("subheading" if headed else kind), True
            if kind:
                marks.append(Mark(kind, at, at + len(paragraph.text)))
            out.append(paragraph.text)
            at += len(paragraph.text) + 1
        if found:
            marks.append(Mark("page", begin, at - 1))
    return "\n".join(out), tuple(sorted(marks, key=lambda m: (m.start, -m.stop, m.kind)))


def _kind(paragraph: Paragraph, usual: float, running: bool) -> str:
    if running:
        return "boilerplate"
    if paragraph.size > LARGER * usual and len(paragraph.text) <= HEADING:
        return "headline" if any(c.isalpha() for c in paragraph.text) else ""
    return ""


def _folded(text: str) -> str:
    """A running head without its page number."""
    return re.sub(r"\d+", "#", text)


def _running(pages: list[list[Paragraph]]) -> frozenset[str]:
    """What stands at the edge of several pages, and every lone page number."""
    seen: Counter[str] = Counter()
    for found in pages:
        edges = [*found[:EDGE], *found[-EDGE:]]
        seen.update({_folded(p.text) for p in edges})
    numbers = {
        _folded(p.text)
        for found in pages
        for p in (*found[:1], *found[-1:])
        if PAGE_NUMBER.match(p.text)
    }
    return frozenset({t for t, n in seen.items() if n >= REPEATED and len(t) < RUNNING} | numbers)

"""How is a web page read? Its visible text in reading order, with marks for what is furniture."""

import re
from pathlib import PurePath

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from sayso.errors import UnreadableInput
from sayso.ingest.body import NO_BODY, Body, body, merged
from sayso.ingest.decode import Decoded, decode
from sayso.ingest.notices import notices
from sayso.ingest.pagedata import metadata
from sayso.ingest.refuse import refuse_text
from sayso.ingest.visible import Visible, visible
from sayso.model.ids import sha256
from sayso.model.text import Document, Mark, Raw

ENDINGS = frozenset({".html", ".htm", ".xhtml", ".shtml", ".php", ".aspx"})
OPENING = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|main|div|p|meta|h1)\b", re.IGNORECASE
)
CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
XML_CHARSET = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE)


def match(head: bytes, name: str) -> float:
    """By what the first bytes hold; the ending alone is weak evidence."""
    plain = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if re.match(
        rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype html|html)\b",
        plain,
        re.IGNORECASE | re.DOTALL,
    ):
        return 0.95
    named = PurePath(name).suffix.lower() in ENDINGS
    if OPENING.search(plain):
        return 0.9 if named or plain.startswith(b"<") else 0.3
    return 0.5 if named else 0.0


def read(raw: Raw, reader: str) -> Document:
    """The document of a page: visible text, marks, and what its machinery says about it."""
    served = raw.metadata.charset
    found = decode(raw.data, raw.name, served.text if served else declared(raw.data))
    root, warnings = _parse(found, raw.name)
    facts = metadata(root, raw.metadata)
    seen = visible(root)
    refuse_text(seen.text, raw.name)
    depth = _depth(root)
    core = _outside_furniture(body(root, seen, depth), seen)
    marks = _marks(seen, core.lines, facts.headline.text if facts.headline else "")
    noted = (*found.warnings, *warnings, *((core.warning,) if core.warning else ()))
    return Document(
        sha256=sha256(raw.data),
        reader=reader,
        text=seen.text,
        media_type="text/html",
        origin=raw.name,
        encoding=found.encoding,
        metadata=facts,
        marks=marks,
        as_article=raw.as_article,
        warnings=(*noted, *notices(seen.text)),
    )


def declared(data: bytes) -> str | None:
    """The charset that the page's first bytes name."""
    head = data[:4096]
    told = XML_CHARSET.search(head) or CHARSET.search(head)
    return told.group(1).decode("ascii", "replace") if told else None


def _parse(found: Decoded, name: str) -> tuple[HtmlElement, tuple[str, ...]]:
    """The page's tree. A parser limit that cuts text off is never silent: once more without it."""
    data = found.text.encode("utf-8", "replace")
    for huge in (False, True):
        parser = HTMLParser(
            encoding="utf-8", no_network=True, huge_tree=huge, remove_comments=True, remove_pis=True
        )
        try:
            root = document_fromstring(data, parser=parser, ensure_head_body=False)
        except etree.ParserError:
            raise UnreadableInput(
                f"{name} is a page without any text; open it in a browser and save what it shows"
            ) from None
        if not any(e.type_name == "ERR_RESOURCE_LIMIT" for e in parser.error_log):
            return root, ("the page is unusually deep or large",) if huge else ()
    raise UnreadableInput(
        f"{name} nests its elements more than 2,000 deep; save the page's text from a browser"
    )


def _depth(root: HtmlElement) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _marks(seen: Visible, lines: tuple[tuple[int, int], ...], title: str) -> tuple[Mark, ...]:
    """The structure's marks, corrected by the body, and "unclaimed" for every line that is neither."""
    marks = [m for m in seen.marks if not _swallows(m, lines)]
    marks = _headings(marks, lines, seen.text, title)
    out = [*marks, *(Mark("body", a, b) for a, b in lines)]
    if lines:
        known = [(m.start, m.stop) for m in out]
        out.extend(Mark("unclaimed", a, b) for a, b in _rest(seen.text, known))
    return tuple(sorted(out, key=lambda m: (m.start, -m.stop, m.kind)))


def _outside_furniture(core: Body, seen: Visible) -> Body:
    """No body where all that was extracted stands in menus, footers and the like."""
    furniture = [m for m in seen.marks if m.kind in ("boilerplate", "comments")]
    kept = any(not any(m.start <= a and b <= m.stop for m in furniture) for a, b in core.lines)
    return core if kept or core.warning else Body((), NO_BODY)


def _swallows(mark: Mark, lines: tuple[tuple[int, int], ...]) -> bool:
    """A form or header around the whole page says nothing about the page."""
    if mark.kind not in ("boilerplate", "comments"):
        return False
    held = sum(b - a for a, b in lines if mark.start <= a and b <= mark.stop)
    return held * 2 > sum(b - a for a, b in lines) > 0


def _headings(
    marks: list[Mark], lines: tuple[tuple[int, int], ...], text: str, title: str
) -> list[Mark]:
    """One headline (the h1 nearest to the page's title); h2 and below only inside the body."""
    furniture = [m for m in marks if m.kind in ("boilerplate", "comments")]
    firsts = [m for m in marks if m.kind == "headline"]
    outside = [m for m in firsts if not any(_within(m, f) for f in furniture)] or firsts
    head = max(
        outside, key=lambda m: (_alike(text[m.start : m.stop], title), -m.start), default=None
    )
    out: list[Mark] = []
    for mark in marks:
        if mark.kind == "headline" and mark != head:
            mark = Mark("subheading", mark.start, mark.stop)
        if mark.kind == "subheading" and lines:
            inside = lines[0][0] <= mark.start and mark.stop <= lines[-1][1]
            if not inside or any(_within(mark, f) for f in furniture):
                mark = Mark("boilerplate", mark.start, mark.stop)
        out.append(mark)
    return out


def _within(mark: Mark, other: Mark) -> bool:
    return other.start <= mark.start and mark.stop <= other.stop


def _alike(words: str, title: str) -> float:
    """The share of the heading's words that the page's title has."""
    said, told = set(words.casefold().split()), set(title.casefold().split())
    return len(said & told) / len(said) if said else 0.0


def _rest(text: str, known: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines of which no mark touches anything."""
    out: list[tuple[int, int]] = []
    ahead = merged(known)[::-1]
    at = 0
    for line in text.split("\n"):
        stop = at + len(line)
        while ahead and ahead[-1][1] <= at:
            ahead.pop()
        if line.strip() and not (ahead and ahead[-1][0] < stop):
            lead = len(line) - len(line.lstrip())
            out.append((at + lead, at + len(line.rstrip())))
        at = stop + 1
    return out

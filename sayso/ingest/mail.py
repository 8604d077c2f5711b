"""What does a message say, who sent it when, and what is attached to it?"""

import email
import re
from collections.abc import Iterator
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import PurePath
from typing import NamedTuple

from sayso.ingest.archive import printable, under
from sayso.ingest.decode import decode
from sayso.ingest.markup import shown
from sayso.ingest.notices import notices
from sayso.ingest.refuse import refuse_text
from sayso.model.failure import Failure
from sayso.model.ids import sha256
from sayso.model.text import Document, Mark, Metadata, Raw, Told

BASIS = "mail"
HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]")
KNOWN = re.compile(
    rb"^(From|To|Subject|Date|Message-ID|Received|MIME-Version|Return-Path|Delivered-To"
    rb"|Content-Type|Reply-To|X-Mailer|DKIM-Signature):[ \t]",
    re.IGNORECASE | re.MULTILINE,
)
MACHINE = frozenset(
    {b"message-id", b"received", b"mime-version", b"return-path", b"dkim-signature"}
)

# A plain part this much shorter than the page beside it is only a note to open the page.
STUB = 3
DEEPEST = 30


class Piece(NamedTuple):
    """A stretch of a message's text with its marks, counted from its own start."""

    text: str
    marks: tuple[Mark, ...] = ()
    warnings: tuple[str, ...] = ()


def match(head: bytes, name: str) -> float:
    """By a block of headers at the top; without the ending, only with one that machines write."""
    if not HEADER.match(head):
        return 0.0
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    known = {m.group(1).lower() for m in KNOWN.finditer(block)}
    if PurePath(name).suffix.lower() in {".eml", ".mht", ".mhtml"}:
        return 0.9 if known else 0.0
    return 0.85 if len(known) >= 3 and known & MACHINE else 0.0


def read(raw: Raw, reader: str) -> Document:
    """The subject, then the body as a reader of mail sees it; sender and date are metadata."""
    message = email.message_from_bytes(raw.data)
    pieces = [*_head(message), *_body(message, raw.name)]
    text, marks, warnings = _joined(pieces)
    refuse_text(text, raw.name)
    return Document(
        sha256=sha256(raw.data),
        reader=reader,
        text=text,
        media_type="message/rfc822",
        origin=raw.name,
        encoding="mail",
        metadata=under(raw.metadata, _told(message)),
        marks=marks,
        as_article=raw.as_article,
        warnings=(*dict.fromkeys(warnings), *notices(text)),
    )


def members(raw: Raw) -> Iterator[Raw | Failure]:
    """The attachments, as their bytes were before the mail packed them."""
    message = email.message_from_bytes(raw.data)
    taken: dict[str, int] = {}
    for number, part in enumerate(_attached(message, 0), 1):
        plain = said(_filename(part)).replace("\\", "/").rsplit("/", 1)[-1]
        name = plain or f"part-{number}{'.eml' if part.get_content_maintype() == 'message' else ''}"
        taken[name] = taken.get(name, 0) + 1
        name = name if taken[name] == 1 else f"{taken[name]}-{name}"
        yield Raw(f"{raw.name}!{name}", _bytes(part), raw.metadata, raw.as_article)


def _bytes(part: Message) -> bytes:
    if part.get_content_maintype() == "message" or part.is_multipart():
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else part
        return _packed(first) if isinstance(first, Message) else str(first).encode()
    try:
        data = part.get_payload(decode=True)
    except (ValueError, MessageError, LookupError):
        data = None
    return data if isinstance(data, bytes) else str(part.get_payload()).encode("utf-8", "replace")


def _packed(message: Message) -> bytes:
    """A message as it stood in another; without its headers where they are not to be written again."""
    try:
        return message.as_bytes()
    except (MessageError, ValueError, LookupError):
        return str(message.get_payload()).encode("utf-8", "replace")


def _filename(part: Message) -> str:
    try:
        return str(part.get_filename() or "")
    except (ValueError, TypeError, LookupError, IndexError, MessageError):
        return ""


def _is_attached(part: Message) -> bool:
    """A named or declared attachment; pictures inside the body's page are none."""
    disposition = str(part.get("Content-Disposition") or "").strip().lower()
    main = part.get_content_maintype()
    if disposition.startswith("attachment") or main == "message":
        return True
    return main == "application" or (main == "text" and bool(_filename(part)))


def _attached(part: Message, depth: int) -> Iterator[Message]:
    if depth and _is_attached(part):
        yield part
        return
    inner = part.get_payload() if part.is_multipart() else []
    if depth < DEEPEST and isinstance(inner, list):
        for child in _messages(inner):
            yield from _attached(child, depth + 1)


def _messages(payload: object) -> list[Message]:
    return [m for m in payload if isinstance(m, Message)] if isinstance(payload, list) else []


def _head(message: Message) -> Iterator[Piece]:
    subject = header(message, "Subject")
    if subject:
        yield Piece(subject, (Mark("headline", 0, len(subject)),))


def _body(message: Message, name: str, depth: int = 0) -> Iterator[Piece]:
    """The parts that are shown, in order; of alternatives, one."""
    if depth > DEEPEST or (depth and _is_attached(message)):
        return
    inner = _messages(message.get_payload()) if message.is_multipart() else None
    kind = message.get_content_type()
    if inner is None:
        if message.get_content_maintype() == "text":
            yield _part(message, kind, name)
    elif kind == "multipart/alternative":
        yield from _chosen([list(_body(child, name, depth + 1)) for child in inner])
    else:
        shown_parts = inner[:1] if kind == "multipart/related" else inner
        for child in shown_parts:
            yield from _body(child, name, depth + 1)


def _chosen(options: list[list[Piece]]) -> list[Piece]:
    """The first alternative (the plain one), unless it is a stub beside a later one."""
    sizes = [sum(len(p.text.strip()) for p in pieces) for pieces in options]
    most = max(sizes, default=0)
    return next((p for p, size in zip(options, sizes, strict=True) if size * STUB >= most), [])


def _part(part: Message, kind: str, name: str) -> Piece:
    data = _bytes(part)
    if not data.strip():
        return Piece("")
    declared = part.get_content_charset()
    if kind == "text/html":
        seen, warnings = shown(data, name, declared)
        return Piece(seen.text, seen.marks, warnings)
    found = decode(data, name, declared)
    return Piece(found.text.strip("\r\n"), (), found.warnings)


def _joined(pieces: list[Piece]) -> tuple[str, tuple[Mark, ...], list[str]]:
    text = ""
    marks: list[Mark] = []
    warnings: list[str] = []
    for piece in pieces:
        if not piece.text.strip():
            continue
        text += "\n\n" if text else ""
        marks.extend(Mark(m.kind, m.start + len(text), m.stop + len(text)) for m in piece.marks)
        warnings.extend(piece.warnings)
        text += piece.text
    return text, tuple(sorted(marks, key=lambda m: (m.start, -m.stop, m.kind))), warnings


def header(message: Message, key: str) -> str:
    """A header's words, its coded words decoded, on one line; "" where it is not there."""
    for name, value in message.raw_items():
        if name.lower() == key.lower():
            return said(str(value))
    return ""


def said(raw: str) -> str:
    """The words of a header as it was sent, bare bytes and coded words alike."""
    bare = raw.encode("utf-8", "surrogateescape")
    plain = decode(bare, "a header").text if bare.strip() else ""
    try:
        pieces = decode_header(plain)
    except (HeaderParseError, ValueError, IndexError):
        pieces = [(plain, None)]
    words = []
    for piece, charset in pieces:
        if isinstance(piece, bytes):
            words.append(decode(piece, "a header", charset).text if piece.strip() else " ")
        else:
            words.append(piece)
    return " ".join(printable(" ".join("".join(words).split())).split())


def _told(message: Message) -> Metadata:
    """Who sent it and the day on the sender's clock."""
    subject = header(message, "Subject")
    name, address = next(iter(getaddresses([header(message, "From")])), ("", ""))
    try:
        day = parsedate_to_datetime(header(message, "Date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        day = ""
    return Metadata(
        published=Told(day, BASIS) if day else None,
        byline=Told(name or address, BASIS) if name or address else None,
        headline=Told(subject, BASIS) if subject else None,
    )

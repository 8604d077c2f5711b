"""Which pages does a web archive (WARC) hold, from where and since when?"""

import io
import re
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any, BinaryIO

from sayso.errors import UnreadableInput
from sayso.ingest.archive import DAMAGE, Found, printable, under
from sayso.ingest.limits import CHUNK, Budget
from sayso.ingest.packed import peek
from sayso.model.failure import Failure
from sayso.model.text import Metadata, Raw, Told

KINDS = ("response", "resource", "conversion")
BASIS = "web archive"
OPENED = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})

# Media types that hold writing. Pictures, styles and scripts of a page are passed over.
WRITING = (
    *("text/html", "application/xhtml", "text/plain", "text/markdown", "text/csv", "text/xml"),
    *("application/pdf", "application/rss", "application/atom", "application/xml"),
    *("application/vnd.openxmlformats-officedocument.wordprocessingml", "message/rfc822"),
    *("application/zip", "application/x-ndjson", "application/jsonl"),
)


def match(head: bytes, name: str) -> float:
    """By the first record's opening, also through the packing."""
    return 0.95 if head.startswith(b"WARC/") or peek(head).startswith(b"WARC/") else 0.0


def stream(raw: Raw, file: BinaryIO) -> Iterator[Found]:
    """The archived pages that hold writing, each with its address and the day it was taken.

    A payload that does not match its digest is a failure, not a source.
    """
    pages = _pages(raw, file)
    while True:
        with redirect_stderr(io.StringIO()):  # warcio remarks on damaged records there
            page = next(pages, None)
        if page is None:
            return
        yield page


def _pages(raw: Raw, file: BinaryIO) -> Iterator[Raw | Failure]:
    from warcio.archiveiterator import ArchiveIterator  # only where there is an archive
    from warcio.exceptions import ArchiveLoadFailed

    budget = Budget.of(file)
    seen: dict[str, int] = {}
    count = 0
    try:
        for record in ArchiveIterator(file, check_digests=True):
            if not _wanted(record):
                continue
            if count >= budget.files:
                reason = (
                    f"{raw.name} holds more than {budget.files:,} pages; cut it into smaller files"
                )
                yield Failure(raw.name, "open", reason)
                return
            count += 1
            yield _member(raw, record, budget, seen)
    except (ArchiveLoadFailed, *DAMAGE, TypeError, AttributeError, KeyError) as error:
        reason = f"{raw.name} is damaged from here on ({type(error).__name__}); get it again"
        yield Failure(raw.name, "open", reason)


def _wanted(record: Any) -> bool:
    """A page that was served, of a kind that holds writing."""
    if record.rec_type not in KINDS:
        return False
    headers = record.http_headers
    if headers is None:
        kind = record.rec_headers.get_header("Content-Type") or ""
        return _writing(kind)
    return headers.get_statuscode().startswith("2") and _writing(
        headers.get_header("Content-Type") or ""
    )


def _unopened(record: Any, data: bytes) -> str:
    """The packing that is still on the body, or "": some archivers unpack and leave the header."""
    headers = record.http_headers
    said = (headers.get_header("Content-Encoding") or "").lower() if headers is not None else ""
    packings = {part.strip() for part in said.split(",")} - OPENED
    shown = data[:512].decode("utf-8", "ignore")
    text = not re.search(r"[\x00-\x08\x0e-\x1f]", shown) and len(shown) * 2 >= len(data[:512])
    return "" if text or data.startswith(b"%PDF") else ", ".join(sorted(packings))


def _charset(record: Any) -> Told | None:
    """The charset that the server named for the page."""
    headers = record.http_headers
    kind = headers.get_header("Content-Type") or "" if headers is not None else ""
    found = re.search(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", kind, re.IGNORECASE)
    return Told(found.group(1), BASIS) if found else None


def _writing(kind: str) -> bool:
    return not kind.strip() or kind.strip().lower().startswith(WRITING)


def _member(raw: Raw, record: Any, budget: Budget, seen: dict[str, int]) -> Raw | Failure:
    url = printable(record.rec_headers.get_header("WARC-Target-URI") or "page")
    seen[url] = seen.get(url, 0) + 1
    name = f"{raw.name}!{url}" + (f" ({seen[url]})" if seen[url] > 1 else "")
    try:
        data = budget.read(record.content_stream().read, None, name)
        while record.raw_stream.read(CHUNK):  # the digest counts what an encoding left unread
            pass
    except UnreadableInput as error:
        return Failure(name, "open", str(error))
    if record.digest_checker.passed is False:
        reason = f"{name} does not match the digest that the archive gives for it; get it again"
        return Failure(name, "open", reason)
    packing = _unopened(record, data)
    if packing:
        reason = (
            f"{name} is packed with {packing}, which sayso does not unpack; save it from a browser"
        )
        return Failure(name, "open", reason)
    taken = (record.rec_headers.get_header("WARC-Date") or "")[: len("2026-05-04")]
    told = Metadata(
        url=Told(url, BASIS),
        retrieved=Told(taken, BASIS) if taken else None,
        charset=_charset(record),
    )
    return Raw(name, data, under(raw.metadata, told), raw.as_article)

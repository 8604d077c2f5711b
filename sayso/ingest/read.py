"""Which reader fits these bytes? The one that bids highest in an auction."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from sayso.errors import SaysoError, UnreadableInput
from sayso.ingest import (
    docx,
    feed,
    html,
    jsonl,
    mail,
    mbox,
    packed,
    pdf,
    plain,
    table,
    tarred,
    wacz,
    webarchive,
    zipped,
)
from sayso.ingest.archive import Found
from sayso.ingest.refuse import refuse_bytes
from sayso.model.text import Document, Raw

HEAD = 4096


Stream = Callable[[Raw, BinaryIO], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: `match` bids from 0 (cannot) to 1 on the first bytes and the name.

    `read` makes the document of an input that is a text itself; `members` gives the inputs that stand
    inside it, `stream` those of a container too large to be held, one by one from its file. An archive has only members, a message both. Raise `version` whenever the text made from
    the same bytes may change: documents are named by it. A reader that is `safe` needs no cage.
    """

    name: str
    version: str
    match: Callable[[bytes, str], float]
    read: Callable[[Raw, str], Document] | None = None
    members: Callable[[Raw], Iterator[Found]] | None = None
    stream: Stream | None = None
    safe: bool = False


def heap(name: str, version: str, match: Callable[[bytes, str], float], stream: Stream) -> Reader:
    """A format that is opened in the same way from memory and from a file."""
    return Reader(
        name, version, match, members=lambda raw: stream(raw, BytesIO(raw.data)), stream=stream
    )


READERS = (
    Reader("text", "1", plain.match, plain.read, safe=True),
    Reader("html", "1", html.match, html.read),
    Reader("pdf", "1", pdf.match, pdf.read),
    Reader("docx", "1", docx.match, docx.read),
    Reader("mail", "1", mail.match, mail.read, mail.members),
    heap("mbox", "1", mbox.match, mbox.stream),
    Reader("feed", "1", feed.match, members=feed.members),
    Reader("table", "1", table.match, members=table.members, stream=table.stream),
    Reader("jsonl", "1", jsonl.match, members=jsonl.members, stream=jsonl.stream),
    heap("warc", "1", webarchive.match, webarchive.stream),
    heap("wacz", "1", wacz.match, wacz.stream),
    heap("zip", "1", zipped.match, zipped.stream),
    heap("tar", "1", tarred.match, tarred.stream),
    heap("packed", "1", packed.match, packed.stream),
)


def reader_of(data: bytes, name: str) -> Reader:
    """The reader that fits these bytes best."""
    return auction(READERS, data[:HEAD], name)


def read(raw: Raw) -> Document:
    """The document made from one input; UnreadableInput says in one sentence why there is none."""
    refuse_bytes(raw.data, raw.name)
    reader = reader_of(raw.data, raw.name)
    if reader.read is None:
        raise UnreadableInput(f"{raw.name} is no text itself but holds texts; give it as a file")
    return reader.read(raw, f"{reader.name}/{reader.version}")


def members(raw: Raw) -> Iterator[Found]:
    """What stands inside an input, one level deep; a failure for each member that cannot be had.

    Nothing for an input that holds no others. A container of nothing is a failure.
    """
    refuse_bytes(raw.data, raw.name)
    reader = reader_of(raw.data, raw.name)
    if reader.members is None:
        return
    yield from _some(reader.members(raw), raw, reader)


def streamed(raw: Raw, file: BinaryIO) -> Iterator[Found]:
    """What stands inside a container, from its file; `raw.data` are its first bytes."""
    reader = reader_of(raw.data, raw.name)
    if reader.stream is not None:
        yield from _some(reader.stream(raw, file), raw, reader)


def _some(found: Iterator[Found], raw: Raw, reader: Reader) -> Iterator[Found]:
    none = True
    for member in found:
        none = False
        yield member
    if none and reader.read is None:
        raise UnreadableInput(
            f"{raw.name} holds nothing that could be read; check that it is whole"
        )


def auction(readers: tuple[Reader, ...], head: bytes, name: str) -> Reader:
    """The highest bidder; two equal highest bids are a mistake of the readers, not of the input."""
    bids = sorted(((r.match(head, name), r.name, r) for r in readers), key=lambda b: (-b[0], b[1]))
    if len(bids) > 1 and bids[0][0] == bids[1][0]:
        raise SaysoError(
            f"readers {bids[0][1]} and {bids[1][1]} bid the same for {name}; change one's match"
        )
    return bids[0][2]

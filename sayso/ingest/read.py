"""Which reader fits these bytes? The one that bids highest in an auction."""

from collections.abc import Callable
from dataclasses import dataclass

from sayso.errors import SaysoError
from sayso.ingest import html, plain
from sayso.ingest.refuse import refuse_bytes
from sayso.model.text import Document, Raw

HEAD = 4096


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: `match` bids from 0 (cannot) to 1 on the first bytes and the name.

    Raise `version` whenever the text made from the same bytes may change: documents are named by it.
    """

    name: str
    version: str
    match: Callable[[bytes, str], float]
    read: Callable[[Raw, str], Document]


READERS = (
    Reader("text", "1", plain.match, plain.read),
    Reader("html", "1", html.match, html.read),
)


def read(raw: Raw) -> Document:
    """The document made from one input; UnreadableInput says in one sentence why there is none."""
    refuse_bytes(raw.data, raw.name)
    reader = auction(READERS, raw.data[:HEAD], raw.name)
    return reader.read(raw, f"{reader.name}/{reader.version}")


def auction(readers: tuple[Reader, ...], head: bytes, name: str) -> Reader:
    """The highest bidder; two equal highest bids are a mistake of the readers, not of the input."""
    bids = sorted(((r.match(head, name), r.name, r) for r in readers), key=lambda b: (-b[0], b[1]))
    if len(bids) > 1 and bids[0][0] == bids[1][0]:
        raise SaysoError(
            f"readers {bids[0][1]} and {bids[1][1]} bid the same for {name}; change one's match"
        )
    return bids[0][2]

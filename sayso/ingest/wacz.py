"""What stands in a WACZ file? A zip of web archives, whose own list of hashes is checked."""

import json
from collections.abc import Iterator
from pathlib import PurePath

from sayso.errors import UnreadableInput
from sayso.ingest.archive import taken
from sayso.ingest.zipped import entries, opened
from sayso.model.failure import Failure
from sayso.model.ids import sha256
from sayso.model.text import Raw

LIST = "datapackage.json"


def match(head: bytes, name: str) -> float:
    """A zip that is named so or begins as one."""
    if not head.startswith(b"PK\x03\x04"):
        return 0.0
    begins = head[30:].startswith((b"archive/", LIST.encode()))
    return 0.95 if begins or PurePath(name).suffix.lower() == ".wacz" else 0.0


def members(raw: Raw) -> Iterator[Raw | Failure]:
    """The web archives inside; one whose hash is not the listed one is a failure."""
    with opened(raw) as archive:
        wanted = (e for e in entries(archive) if e.name == LIST or e.name.startswith("archive/"))
        found = list(taken(raw, wanted))
    listed = next((_hashes(m) for m in found if _is_list(m, raw)), {})
    for member in found:
        if _is_list(member, raw):
            continue
        if isinstance(member, Raw):
            told = listed.get(member.name.removeprefix(f"{raw.name}!"))
            if told and told != sha256(member.data):
                reason = f"{member.name} is not what {LIST} says: its hash differs; get it again"
                yield Failure(member.name, "open", reason)
                continue
        yield member


def _is_list(member: Raw | Failure, raw: Raw) -> bool:
    """Whether this member is the archive's list of contents."""
    return isinstance(member, Raw) and member.name == f"{raw.name}!{LIST}"


def _hashes(member: Raw | Failure) -> dict[str, str]:
    """Path -> SHA-256, as the list of contents has them."""
    assert isinstance(member, Raw)
    try:
        rows = json.loads(member.data)["resources"]
        told = {str(r["path"]): str(r["hash"]) for r in rows if "hash" in r}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UnreadableInput(f"{member.name} is damaged; unzip the archive yourself") from None
    return {p: h.removeprefix("sha256:") for p, h in told.items() if h.startswith("sha256:")}

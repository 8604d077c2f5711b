"""What stands in a WACZ file? A zip of web archives, whose own list of hashes is checked."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import BinaryIO

from sayso.errors import UnreadableInput
from sayso.ingest.archive import Found, Heavy, contents, taken
from sayso.ingest.limits import Budget
from sayso.ingest.zipped import entries, opened
from sayso.model.failure import Failure
from sayso.model.ids import sha256
from sayso.model.text import Raw

LIST = "datapackage.json"
LIST_BYTES = 16 * 1024 * 1024


def match(head: bytes, name: str) -> float:
    """A zip that is named so or begins as one."""
    if not head.startswith(b"PK\x03\x04"):
        return 0.0
    begins = head[30:].startswith((b"archive/", LIST.encode()))
    return 0.95 if begins or PurePath(name).suffix.lower() == ".wacz" else 0.0


def stream(raw: Raw, file: BinaryIO) -> Iterator[Found]:
    """The web archives inside; one whose hash is not the listed one is a failure."""
    budget = Budget.of(file)
    with opened(raw.name, file) as archive:
        listed: dict[str, str] = {}
        for entry in entries(archive):
            if entry.name == LIST:
                budget_of_list = Budget(member=LIST_BYTES)
                listed = _hashes(f"{raw.name}!{LIST}", contents(entry, raw.name, budget_of_list))
        wanted = [e for e in entries(archive) if e.name.startswith("archive/")]
        for member in taken(raw, lambda: wanted, budget):
            yield _checked(member, listed.get(_path(member, raw), ""))


def _path(member: Found, raw: Raw) -> str:
    return "" if isinstance(member, Failure) else member.name.removeprefix(f"{raw.name}!")


def _checked(member: Found, told: str) -> Found:
    """The member held against the hash that the package lists for it, where it lists one."""
    if isinstance(member, Heavy):
        return replace(member, digest=told)
    if isinstance(member, Raw) and told and told != sha256(member.data):
        reason = f"{member.name} is not what {LIST} says: its hash differs; get it again"
        return Failure(member.name, "open", reason)
    return member


def _hashes(name: str, data: bytes) -> dict[str, str]:
    """Path -> SHA-256, as the list of contents has them."""
    try:
        rows = json.loads(data)["resources"]
        told = {str(r["path"]): str(r["hash"]) for r in rows if "hash" in r}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UnreadableInput(f"{name} is damaged; unzip the archive yourself") from None
    return {p: h.removeprefix("sha256:") for p, h in told.items() if h.startswith("sha256:")}

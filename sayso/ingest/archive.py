"""Which files may be taken out of an archive, and under which names? Nothing is ever written to disk."""

import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from sayso.errors import BadUsage, UnreadableInput
from sayso.ingest.limits import MEMBERS, Budget, refuse_size
from sayso.ingest.sidecar import metadata
from sayso.model.failure import Failure
from sayso.model.text import Metadata, Raw

SIDECAR = ".meta.json"
JUNK = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})
OUTSIDE = re.compile(r"^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)")
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")

# What a damaged or hostile member can raise while it is read.
DAMAGE = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, OSError, EOFError),
    *(RuntimeError, NotImplementedError, ValueError, IndexError, OverflowError),
)


class Entry(NamedTuple):
    """A file as the archive lists it. `reason` says why it is not to be read; `more` streams it."""

    name: str
    size: int
    packed: int | None
    more: Callable[[], Callable[[int], bytes]]
    reason: str = ""


def taken(raw: Raw, entries: Iterable[Entry]) -> Iterator[Raw | Failure]:
    """Each file as an input of its own, in the archive's order; each one refused as a failure.

    A sidecar inside the archive speaks for the file beside it; what was told of the archive wins.
    """
    budget = Budget()
    found: dict[str, bytes] = {}
    for entry in _visible(entries):
        if len(found) >= MEMBERS:
            reason = f"{raw.name} holds more than {MEMBERS:,} files; unpack it and give folders"
            yield Failure(raw.name, "open", reason)
            break
        name = _unique(entry.name, found)
        try:
            found[name] = _bytes(entry, f"{raw.name}!{name}", budget)
        except UnreadableInput as error:
            yield Failure(f"{raw.name}!{name}", "open", str(error))
    yield from _with_sidecars(raw, found)


def _visible(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Without hidden files and what file managers leave, as in folders."""
    for entry in entries:
        parts = entry.name.replace("\\", "/").split("/")
        hidden = any(p.startswith(".") and p not in (".", "..") for p in parts)
        if not hidden and not JUNK & set(parts):
            yield entry._replace(name=printable(entry.name.removeprefix("./")))


def printable(name: str) -> str:
    """A member's name without what would break a line or a record; such characters show as U+FFFD."""
    return UNPRINTABLE.sub("\ufffd", name)


def _unique(name: str, taken_names: dict[str, bytes]) -> str:
    number, out = 1, name
    while out in taken_names:
        number += 1
        out = f"{name} ({number})"
    return out


def _bytes(entry: Entry, name: str, budget: Budget) -> bytes:
    if OUTSIDE.search(entry.name):
        raise UnreadableInput(
            f"{name} points outside its archive and was not read; distrust the archive"
        )
    if entry.reason:
        raise UnreadableInput(f"{name} {entry.reason}")
    refuse_size(entry.size, min(budget.member, budget.left), entry.packed, name)
    try:
        return budget.read(entry.more(), entry.packed, name)
    except DAMAGE as error:
        raise UnreadableInput(
            f"{name} is damaged ({type(error).__name__}); get the archive again"
        ) from error


def _with_sidecars(raw: Raw, found: dict[str, bytes]) -> Iterator[Raw | Failure]:
    for name, data in found.items():
        owner = name.removesuffix(SIDECAR)
        if owner != name and owner in found:
            continue
        full = f"{raw.name}!{name}"
        try:
            beside = found.get(name + SIDECAR)
            told = metadata(beside, full + SIDECAR) if beside is not None else Metadata()
        except BadUsage as error:
            yield Failure(full, "open", str(error))
            continue
        yield Raw(full, data, under(raw.metadata, told), raw.as_article)


def under(given: Metadata, told: Metadata) -> Metadata:
    """What the container tells of a member, under what was given for the container itself.

    A date that is overruled is kept as a conflict.
    """
    lost = given.published and told.published and told.published.text != given.published.text
    return replace(
        told,
        published=given.published or told.published,
        publisher=given.publisher or told.publisher,
        byline=given.byline or told.byline,
        headline=told.headline or given.headline,
        url=told.url or given.url,
        retrieved=told.retrieved or given.retrieved,
        language=given.language or told.language,
        updated=given.updated or told.updated,
        section=given.section or told.section,
        charset=told.charset or given.charset,
        conflicts=(
            *given.conflicts,
            *told.conflicts,
            *((told.published,) if lost and told.published else ()),
        ),
    )

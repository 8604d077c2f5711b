"""Which files may be taken out of an archive, and under which names? Nothing is ever written to disk."""

import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from sayso.errors import BadUsage, UnreadableInput
from sayso.ingest.limits import Budget, TooLarge, refuse_size
from sayso.ingest.sidecar import metadata
from sayso.model.failure import Failure
from sayso.model.text import Metadata, Raw

SIDECAR = ".meta.json"
SIDECAR_BYTES = 1 << 20
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


@dataclass(frozen=True, slots=True)
class Heavy:
    """A member too large to be held. It may be a container itself, to be taken from a file.

    `more` streams it, before the next member is asked for; `reason` says why it is not read as a text;
    `digest` is the SHA-256 that it must have, or "".
    """

    name: str
    reason: str
    metadata: Metadata
    as_article: bool
    more: Callable[[], Callable[[int], bytes]]
    digest: str = ""


Found = Raw | Failure | Heavy


def taken(raw: Raw, listing: Callable[[], Iterable[Entry]], budget: Budget) -> Iterator[Found]:
    """Each file as an input of its own, in the archive's order; each one refused as a failure.

    The archive is gone through twice: for its sidecars, which speak for the files beside them (what
    was told of the archive wins), then for the rest, member by member.
    """
    beside = _sidecars(raw, listing, budget.files)
    seen: set[str] = set()
    for number, entry in enumerate(_visible(listing())):
        if number >= budget.files:
            reason = (
                f"{raw.name} holds more than {budget.files:,} files; unpack it and give folders"
            )
            yield Failure(raw.name, "open", reason)
            return
        told = beside.get(entry.name)
        if told is None:
            yield _beside(raw, entry, _unique(entry.name, seen), beside, budget)
        elif isinstance(told, Failure) and told.source == f"{raw.name}!{entry.name}":
            yield told


def _sidecars(
    raw: Raw, listing: Callable[[], Iterable[Entry]], most: int
) -> dict[str, Metadata | Failure]:
    """Name of each sidecar whose file is there -> what it tells, or why it cannot be had."""
    names = {e.name for e in _visible(islice(listing(), most))}
    if not any(name.endswith(SIDECAR) for name in names):
        return {}
    out: dict[str, Metadata | Failure] = {}
    budget = Budget(member=SIDECAR_BYTES)
    for entry in _visible(islice(listing(), most)):
        owner = entry.name.removesuffix(SIDECAR)
        if owner == entry.name or owner not in names:
            continue
        full = f"{raw.name}!{entry.name}"
        try:
            out[entry.name] = metadata(contents(entry, full, budget), full)
        except UnreadableInput as error:
            out[entry.name] = Failure(full, "open", str(error))
        except BadUsage as error:
            out[entry.name] = Failure(f"{raw.name}!{owner}", "open", str(error))
    return out


def _beside(
    raw: Raw, entry: Entry, name: str, beside: dict[str, Metadata | Failure], budget: Budget
) -> Found:
    """The file with what its sidecar tells; a sidecar that says nonsense is the file's failure."""
    full = f"{raw.name}!{name}"
    told = beside.get(name + SIDECAR)
    if isinstance(told, Failure) and told.source == full:
        return told
    about = under(raw.metadata, told if isinstance(told, Metadata) else Metadata())
    try:
        return Raw(full, contents(entry, full, budget), about, raw.as_article)
    except TooLarge as error:
        if entry.size <= budget.left:
            return Heavy(full, str(error), about, raw.as_article, entry.more)
        return Failure(full, "open", str(error))
    except UnreadableInput as error:
        return Failure(full, "open", str(error))


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


def _unique(name: str, seen: set[str]) -> str:
    number, out = 1, name
    while out in seen:
        number += 1
        out = f"{name} ({number})"
    seen.add(out)
    return out


def contents(entry: Entry, name: str, budget: Budget) -> bytes:
    """The member's bytes; UnreadableInput says why they cannot be had."""
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

"""What was given? Paths and standard input, folders walked, sidecars read, nothing guessed."""

import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from sayso.errors import BadUsage
from sayso.ingest.read import HEAD, reader_of
from sayso.ingest.sidecar import metadata
from sayso.model.text import Metadata, Told
from sayso.settings import Settings

SIDECAR = ".meta.json"


@dataclass(frozen=True, slots=True)
class Given:
    """An input: its name as given, its bytes and what is known of it, or why it has no bytes.

    A container too large to be held has a `path`; its `data` are the first bytes.
    """

    name: str
    data: bytes = b""
    known: Metadata = field(default_factory=Metadata)
    as_article: bool = False
    reason: str = ""
    path: str = ""


def gather(paths: Iterable[str], settings: Settings) -> Iterator[Given]:
    """Every input once, folders in name order, `-` for standard input.

    A file `NAME.meta.json` beside a file `NAME` is its sidecar and no input of its own. Hidden files
    and links to folders are passed over. Raises BadUsage for a path that does not exist.
    """
    seen: set[str] = set()
    for path in paths:
        for name in _walk(path):
            if name not in seen:
                seen.add(name)
                yield _given(name, settings)


def _walk(path: str) -> Iterator[str]:
    if path == "-" or not os.path.isdir(path):
        if path != "-" and not os.path.lexists(path):
            raise BadUsage(f"{path} does not exist; check the path")
        yield path
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        whole = set(files)
        for file in sorted(files):
            owner = file.removesuffix(SIDECAR)
            if not file.startswith(".") and not (owner != file and owner in whole):
                yield os.path.join(folder, file)


def _given(name: str, settings: Settings) -> Given:
    if name == "-":
        data = sys.stdin.buffer.read(settings.max_bytes + 1)
    else:
        reason = _unfit(name)
        if reason:
            return Given(name, reason=reason)
        try:
            with open(name, "rb") as file:
                data = file.read(settings.max_bytes + 1)
        except OSError as error:
            return Given(name, reason=f"{name} cannot be read: {error.strerror}; check its rights")
    if len(data) > settings.max_bytes:
        reason = _too_large(name, data[:HEAD], settings)
        if reason:
            return Given(name, reason=reason)
    try:
        known = _told(_sidecar(name), settings)
    except BadUsage as error:
        return Given(name, reason=str(error))
    if len(data) > settings.max_bytes:
        return Given(name, data[:HEAD], known, settings.as_article, path=name)
    return Given(name, data, known, settings.as_article)


def _too_large(name: str, head: bytes, settings: Settings) -> str:
    """Why a large input is not taken apart from its file, or ""."""
    limit = f"{settings.max_bytes // 2**20} MB"
    if name == "-":
        return f"standard input gives more than {limit}; save it to a file and name that"
    if reader_of(head, name).stream is None:
        return f"{name} is one text of more than {limit}; cut it into smaller files first"
    if os.path.getsize(name) > settings.max_container:
        most = settings.max_container // 2**30
        return f"{name} is larger than {most} GB; unpack it and give the files that you need"
    return ""


def _unfit(name: str) -> str:
    """Why a path is no file to read, or ""."""
    try:
        mode = os.stat(name).st_mode
    except OSError as error:
        return f"{name} cannot be read: {error.strerror}; check the path and its rights"
    if not stat.S_ISREG(mode):
        return f"{name} is not a regular file; name a file or a folder"
    return ""


def _sidecar(name: str) -> Metadata:
    beside = Path(name + SIDECAR)
    if name == "-" or not beside.is_file():
        return Metadata()
    return metadata(beside.read_bytes(), str(beside))


def _told(known: Metadata, settings: Settings) -> Metadata:
    """The command line's word wins over the sidecar's."""
    if settings.published:
        known = replace(known, published=Told(settings.published, "command line"))
    if settings.language:
        known = replace(known, language=Told(settings.language, "command line"))
    return known


def checked_date(text: str | None) -> str | None:
    """A date of the command line, or BadUsage: YYYY-MM-DD."""
    if text is None:
        return None
    probe = json.dumps({"published": text}).encode()
    told = metadata(probe, "--published").published
    return told.text if told else None

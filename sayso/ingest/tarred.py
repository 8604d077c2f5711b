"""What stands in a TAR file, packed or not?"""

import tarfile
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import BinaryIO

from sayso.errors import UnreadableInput
from sayso.ingest.archive import DAMAGE, Entry, Found, taken
from sayso.ingest.limits import Budget
from sayso.ingest.packed import peek
from sayso.model.text import Raw

ENDINGS = frozenset({".tar", ".tgz", ".tbz2", ".txz"})


def match(head: bytes, name: str) -> float:
    """By the mark in the first header, also through the packing."""
    if head[257:262] == b"ustar" or peek(head)[257:262] == b"ustar":
        return 0.9
    named = PurePath(name.removesuffix(".gz").removesuffix(".bz2").removesuffix(".xz")).suffix
    return 0.7 if named.lower() in ENDINGS and (peek(head) or b"\x00\x00\x00" in head) else 0.0


def stream(raw: Raw, file: BinaryIO) -> Iterator[Found]:
    """Each file of the archive, as its stream comes by."""
    budget = Budget.of(file)
    try:
        yield from taken(raw, lambda: _listed(file, budget.left), budget)
    except (*DAMAGE, TypeError) as error:  # tarfile takes the letter of an empty field
        raise UnreadableInput(
            f"{raw.name} is a damaged or cut-off tar archive; get it again, or unpack what is whole"
        ) from error


def _listed(file: BinaryIO, most: int) -> Iterator[Entry]:
    """The files from the first on; none after those that say they hold more than there may be."""
    file.seek(0)
    with tarfile.open(fileobj=file, mode="r|*") as archive:
        for entry in _entries(archive):
            most -= entry.size
            yield entry
            if most < 0:
                reason = "was not read: what stands before it is larger than writing is"
                yield Entry("(rest)", 0, None, _nothing, f"{reason}; unpack the archive yourself")
                return


def _entries(archive: tarfile.TarFile) -> Iterator[Entry]:
    while True:
        try:
            info = archive.next()
        except (*DAMAGE, TypeError):
            yield Entry(
                "(rest)", 0, None, _nothing, "is damaged from here on; get the archive again"
            )
            return
        if info is None:
            return
        if not info.isdir():
            shut = "" if info.isreg() else "is a link or a device, not a file, and was not followed"
            yield Entry(info.name, info.size if not shut else 0, None, _more(archive, info), shut)


def _more(archive: tarfile.TarFile, info: tarfile.TarInfo) -> Callable[[], Callable[[int], bytes]]:
    def start() -> Callable[[int], bytes]:
        stream = archive.extractfile(info)
        return stream.read if stream else _nothing()

    return start


def _nothing() -> Callable[[int], bytes]:
    return lambda size: b""

"""What stands in a ZIP file?"""

import stat
import zipfile
from collections.abc import Callable, Iterator
from typing import BinaryIO

from sayso.errors import UnreadableInput
from sayso.ingest.archive import DAMAGE, Entry, Found, taken
from sayso.ingest.limits import Budget
from sayso.model.text import Raw

OFFICE = (
    ("xl/", "a spreadsheet", "save the sheet as CSV"),
    ("ppt/", "a slide show", "save its text"),
    ("META-INF/container.xml", "an e-book", "save its chapters as HTML"),
    ("META-INF/manifest.xml", "an OpenDocument file", "save it as DOCX or text"),
    ("META-INF/MANIFEST.MF", "a program", "check the path"),
)
UTF8 = 0x800
ENCRYPTED = 0x1


def match(head: bytes, name: str) -> float:
    """By the first bytes alone."""
    return 0.8 if head.startswith((b"PK\x03\x04", b"PK\x05\x06")) else 0.0


def stream(raw: Raw, file: BinaryIO) -> Iterator[Found]:
    """Each file of the archive."""
    budget = Budget.of(file)
    with opened(raw.name, file) as archive:
        listed = archive.namelist()
        for inside, what, remedy in OFFICE:
            if any(name.startswith(inside) for name in listed):
                raise UnreadableInput(f"{raw.name} is {what}, which sayso does not read; {remedy}")
        yield from taken(raw, lambda: entries(archive), budget)


def opened(name: str, file: BinaryIO) -> zipfile.ZipFile:
    """The archive's list of files, or UnreadableInput."""
    try:
        return zipfile.ZipFile(file)
    except DAMAGE as error:
        raise UnreadableInput(
            f"{name} is a damaged or cut-off zip archive; get it again, or unpack what is whole"
        ) from error


def entries(archive: zipfile.ZipFile) -> Iterator[Entry]:
    """The files as listed; links and encrypted files with the reason why they stay shut."""
    for info in archive.infolist():
        if not info.filename.endswith("/"):
            yield Entry(
                _named(info), info.file_size, info.compress_size, _more(archive, info), _shut(info)
            )


def _named(info: zipfile.ZipInfo) -> str:
    """The name; zips without the UTF-8 flag often hold UTF-8 all the same."""
    if info.flag_bits & UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _shut(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & ENCRYPTED:
        return "is encrypted; unpack it with its password and give the files"
    mode = info.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a link or a device, not a file, and was not followed"
    return ""


def _more(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], Callable[[int], bytes]]:
    return lambda: archive.open(info).read

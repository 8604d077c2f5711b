"""Which messages does a mailbox file hold?"""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from sayso.ingest.limits import Budget
from sayso.ingest.mail import HEADER
from sayso.model.failure import Failure
from sayso.model.text import Raw

# The line between messages: a sender and a day in the form of C's ctime.
START = re.compile(
    rb"^From (?:\S+ |- )?\s*\w{3} \w{3} [ \d]\d \d\d:\d\d(?::\d\d)?[^\r\n]{0,20} \d{4}[^\r\n]{0,20}\r?\n",
    re.MULTILINE,
)

# Bytes of a line that are read at once; a separating line is shorter.
LINE = 1 << 20
TOO_LARGE = "is a message larger than one input may be; save its attachments apart"


def match(head: bytes, name: str) -> float:
    """By a separating line followed by a header; an ending alone is no mailbox."""
    first = START.match(head)
    if first and HEADER.match(head, first.end()):
        return 0.95
    named = PurePath(name).suffix.lower() in {".mbox", ".mbx"}
    return 0.9 if named and head.startswith(b"From ") else 0.0


def stream(raw: Raw, file: BinaryIO) -> Iterator[Raw | Failure]:
    """Each message as its bytes stand in the file, named by its number."""
    budget = Budget.of(file)
    for number, message in enumerate(_messages(file, budget.member), 1):
        name = f"{raw.name}!{number}.eml"
        if number > budget.files:
            reason = (
                f"{raw.name} holds more than {budget.files:,} messages; cut it into smaller files"
            )
            yield Failure(raw.name, "open", reason)
            return
        if message is None:
            yield Failure(name, "open", f"{name} {TOO_LARGE}")
        else:
            yield Raw(name, message.rstrip() + b"\n", raw.metadata, raw.as_article)


def _messages(file: BinaryIO, most: int) -> Iterator[bytes | None]:
    """The messages, None for one too large.

    What stands before the first separating line is a message only when there is none.
    """
    pieces: list[bytes] = []
    size, started, blank, whole = 0, False, True, True
    while line := file.readline(LINE):
        if whole and blank and START.match(line):
            if started:
                yield b"".join(pieces) if size <= most else None
            pieces, size, started = [], 0, True
        else:
            size += len(line)
            if size <= most:
                pieces.append(line)
        blank = whole and not line.strip(b"\r\n")
        whole = line.endswith(b"\n")
    yield b"".join(pieces if started else pieces[1:]) if size <= most else None

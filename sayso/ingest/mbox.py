"""Which messages does a mailbox file hold?"""

import re
from collections.abc import Iterator
from pathlib import PurePath

from sayso.ingest.limits import MEMBERS
from sayso.ingest.mail import HEADER
from sayso.model.failure import Failure
from sayso.model.text import Raw

# The line between messages: a sender and a day in the form of C's ctime.
START = re.compile(
    rb"^From (?:\S+ |- )?\s*\w{3} \w{3} [ \d]\d \d\d:\d\d(?::\d\d)?[^\r\n]{0,20} \d{4}[^\r\n]{0,20}\r?\n",
    re.MULTILINE,
)


def match(head: bytes, name: str) -> float:
    """By a separating line followed by a header; an ending alone is no mailbox."""
    first = START.match(head)
    if first and HEADER.match(head, first.end()):
        return 0.95
    named = PurePath(name).suffix.lower() in {".mbox", ".mbx"}
    return 0.9 if named and head.startswith(b"From ") else 0.0


def members(raw: Raw) -> Iterator[Raw | Failure]:
    """Each message as its bytes stand in the file, named by its number."""
    starts = [m for m in START.finditer(raw.data) if _after_blank(raw.data, m.start())]
    if not starts:
        yield Raw(f"{raw.name}!1.eml", raw.data.split(b"\n", 1)[-1], raw.metadata, raw.as_article)
        return
    stops = [*(m.start() for m in starts[1:]), len(raw.data)]
    for number, (start, stop) in enumerate(zip(starts, stops, strict=True), 1):
        name = f"{raw.name}!{number}.eml"
        if number > MEMBERS:
            reason = f"{raw.name} holds more than {MEMBERS:,} messages; cut it into smaller files"
            yield Failure(raw.name, "open", reason)
            return
        yield Raw(name, raw.data[start.end() : stop].rstrip() + b"\n", raw.metadata, raw.as_article)


def _after_blank(data: bytes, at: int) -> bool:
    return at == 0 or data[max(0, at - 4) : at].replace(b"\r", b"").endswith(b"\n\n")

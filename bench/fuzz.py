"""Does any reader fall over on bytes that nobody meant? `python bench/fuzz.py [SECONDS] [READER…]`

Takes a whole sample of each format and spoils it: bytes flipped, cut, doubled, moved, numbers of its own put in.
What may come out is a document whose marks lie in its text, members, or an UnreadableInput; anything else,
and anything slower than ten seconds, is printed with the bytes' hash and kept in DIR (--keep). Exit code 1 then.
"""

import argparse
import contextlib
import gzip
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "ingest"))

from archives import PAGE, STORY, message, tarred, warc, zipped
from pdfs import column, pdf

from sayso.errors import SaysoError
from sayso.ingest.read import READERS, Reader
from sayso.model.ids import sha256
from sayso.model.text import Raw

SLOW = 10.0
FEED = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>Bay</title><item><title>T</title>"
    "<pubDate>Mon, 04 May 2026 23:30:00 +0300</pubDate><link>http://b.example</link>"
    "<description>&lt;p&gt;The ferry sank.&lt;/p&gt;</description></item></channel></rss>"
)
TOKENS = (
    *(
        b"\x00",
        b"\xff\xfe",
        b"\r\n\r\n",
        b"=?utf-8?B?",
        b"--x",
        b"<![CDATA[",
        b"<!DOCTYPE x [",
        b"]]>",
    ),
    *(b"{", b'"', b"\xd0", b"\xe2\x80\xae", b"<table><p>", b"</", b"PK\x01\x02", b"99999999999"),
    *(b"Content-Transfer-Encoding: base64\n", b"Content-Length: -1", b"endobj", b"stream\n", b"-1"),
)


def word_document() -> bytes:
    import io

    import docx

    out, document = io.BytesIO(), docx.Document()
    document.add_heading("Ferry", 0)
    document.add_paragraph(STORY)
    document.add_table(2, 2).cell(0, 0).text = "Halvan"
    document.save(out)
    return out.getvalue()


def samples() -> dict[str, bytes]:
    """A whole input for each reader."""
    mail = message("Порт закрыт", STORY, {"p.html": PAGE.encode()})
    archive = zipped({"a.txt": STORY, "b/p.html": PAGE})
    return {
        "text": STORY.encode() * 5,
        "html": PAGE.encode(),
        "pdf": pdf([column(50, 700, STORY * 3)]),
        "docx": word_document(),
        "mail": mail,
        "mbox": (b"From a Mon May  4 23:30:00 2026\n" + mail + b"\n") * 2,
        "feed": FEED.encode(),
        "table": b'text,date,url\nIt sank.,2026-03-13,http://t.example\n"a\nb",,\n',
        "jsonl": b'{"text": "It sank.", "date": "2026-03-13"}\n{"text": "Again."}\n',
        "warc": warc({"http://b.example/1": PAGE}, packed=False),
        "wacz": zipped({"archive/d.warc.gz": warc({"http://b.example/1": PAGE})}),
        "zip": archive,
        "tar": tarred({"a.txt": STORY.encode()}, "w:gz"),
        "packed": gzip.compress(STORY.encode(), mtime=0),
    }


@st.composite
def spoiled(draw: st.DrawFn, whole: bytes) -> bytes:
    """The sample after a few accidents."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        size = draw(st.integers(1, 40))
        kind = draw(st.sampled_from(("flip", "cut", "drop", "double", "token", "noise", "move")))
        piece = bytes(data[at : at + size])
        if kind == "flip" and data:
            data[at] ^= 1 << draw(st.integers(0, 7))
        elif kind == "cut" and draw(st.booleans()):
            del data[at:]
        elif kind == "drop":
            del data[at : at + size]
        elif kind == "double":
            data[at:at] = piece * draw(st.integers(1, 50))
        elif kind == "token":
            data[at:at] = draw(st.sampled_from(TOKENS))
        elif kind == "noise":
            data[at : at + size] = draw(st.binary(min_size=size, max_size=size))
        elif kind == "move":
            to = draw(st.integers(0, max(len(data) - 1, 0)))
            data[to:to] = piece
    return bytes(data)


def check(reader: Reader, raw: Raw) -> None:
    """Read it and hold what comes out against what the model promises."""
    try:
        if reader.read is not None:
            document = reader.read(raw, reader.name)
            assert document.text.strip()
            assert all(0 <= m.start < m.stop <= len(document.text) for m in document.marks)
            document.text.encode("utf-8", "surrogatepass")
        if reader.members is not None:
            for member in reader.members(raw):
                (member.name if isinstance(member, Raw) else member.reason).encode("utf-8")
    except SaysoError:
        return


def fuzz(reader: Reader, whole: bytes, seconds: float, keep: Path | None) -> Iterator[str]:
    """What fell, one sentence each, within the time; each kind of fall once."""
    until = time.process_time() + seconds
    seen: dict[str, str] = {}
    count = 0

    @settings(
        max_examples=1_000_000,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(spoiled(whole))
    def one(data: bytes) -> None:
        nonlocal count
        if time.process_time() > until:
            raise KeyboardInterrupt
        count += 1
        began = time.process_time()
        said = ""
        try:
            check(reader, Raw(f"fuzz.{reader.name}", data))
        except Exception as error:  # noqa: BLE001 - what falls here is what is looked for
            trace = error.__traceback__
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
            said = f"{type(error).__name__} at {where}: {str(error)[:120]}"
        if time.process_time() - began > SLOW:
            said = f"took {time.process_time() - began:.0f} s"
        kind = said.split(": ")[0]
        if said and kind not in seen:
            seen[kind] = f"{reader.name}: {said} ({sha256(data)[:12]})"
            if keep:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{reader.name}-{sha256(data)[:12]}").write_bytes(data)

    with contextlib.suppress(KeyboardInterrupt):
        one()
    print(f"{reader.name}: {count} inputs, {len(seen)} kinds of fall", flush=True)
    yield from seen.values()


def main() -> int:
    """Fuzz the readers named, or all, for so many seconds of computing each."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("seconds", nargs="?", type=float, default=60.0)
    options.add_argument("readers", nargs="*")
    options.add_argument("--keep", type=Path)
    told = options.parse_args()
    fell: list[str] = []
    wholes = samples()
    for reader in READERS:
        if not told.readers or reader.name in told.readers:
            fell.extend(fuzz(reader, wholes[reader.name], told.seconds, told.keep))
    for sentence in fell:
        print(sentence)
    return 1 if fell else 0


if __name__ == "__main__":
    raise SystemExit(main())

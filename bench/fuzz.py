"""Does any reader fall over on bytes that nobody meant? `python bench/fuzz.py [SECONDS] [READER…]`

Takes a whole sample of each format and spoils it: bytes flipped, cut, doubled, moved, numbers of its own put in.
What may come out is a document whose marks lie in its text, members, or an UnreadableInput; anything else,
and anything slower than ten seconds, is printed with the bytes' hash and kept in DIR (--keep). Exit code 1 then.
"""

import argparse
import bz2
import contextlib
import gzip
import json
import lzma
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
RUSSIAN = "Министр транспорта подал в отставку, сообщила в понедельник газета Залив.\n"
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


def worded(lines: list[str]) -> bytes:
    """A page that tells its days in every way at once."""
    data = [
        {"@graph": [{"@type": ["NewsArticle", "Report"], "headline": "Ferry crack was known"}]},
        {"@type": "BreadcrumbList", "itemListElement": [{"item": {"name": "Bay"}}, {"name": "x"}]},
        {"@type": "NewsArticle", "datePublished": "2026-05-04", "author": [{"name": "Ada"}]},
    ]
    return (
        "<html lang=ru><head><meta charset=windows-1251><title>Ferry crack was known</title>"
        "<meta name=date content='04/05/2026'><meta property=og:updated_time content='2026-05-06'>"
        f"<script type='application/ld+json'>{json.dumps(data)}</script></head><body>"
        "<header class='page-header'>Меню</header><table><tr><td><h1>Порт</h1><time datetime="
        "'2026-05-04T10:00'>4 мая</time>, обновлено: <time>6 мая</time></td></tr></table>"
        f"{''.join(f'<p>{line}</p>' for line in lines)}<aside>Читайте также</aside></body></html>"
    ).encode("cp1251", "replace")


def samples() -> dict[str, tuple[tuple[str, bytes], ...]]:
    """Whole inputs for each reader, with their names."""
    mail = message("Порт закрыт", STORY, {"p.html": PAGE.encode()})
    inner = zipped({"a.txt": STORY, "b/p.html": PAGE, "a.txt.meta.json": '{"byline": "Ada"}'})
    front = f"---\ntitle: Ferry\ndate: 2026-05-04\ntags: [a, b]\n---\n# Ferry\n\n{STORY}"
    listed = json.dumps({"resources": [{"path": "archive/d.warc.gz", "hash": "sha256:0"}]})
    page = {"http://b.example/1": PAGE}
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Bay</title><entry><title>T</title>"
        "<published>2026-05-04T23:30:00Z</published><updated>2026-05-05T00:00:00Z</updated>"
        "<content type='xhtml'><div>It sank.</div></content></entry></feed>"
    )
    return {
        "text": (
            ("a.txt", STORY.encode() * 5),
            ("a.md", front.encode()),
            ("a.md", front.replace("---", "+++").replace(": ", " = ").encode("utf-16")),
            ("b.txt", (RUSSIAN * 3).encode("koi8-r")),
            ("c.txt", RUSSIAN.encode().decode("cp1251", "replace").encode()),
        ),
        "html": (("a.html", PAGE.encode()), ("b.html", worded([STORY, RUSSIAN, RUSSIAN]))),
        "pdf": (
            ("a.pdf", pdf([column(50, 700, STORY * 3)])),
            ("b.pdf", pdf([column(50, 700, STORY * 3) + column(320, 700, STORY * 3)] * 2)),
        ),
        "docx": (("a.docx", word_document()),),
        "mail": (("a.eml", mail), ("b.eml", alternative())),
        "mbox": (("a.mbox", (b"From a Mon May  4 23:30:00 2026\n" + mail + b"\n") * 2),),
        "feed": (("a.xml", FEED.encode()), ("b.xml", atom.encode())),
        "table": (("a.csv", b'text,date,url\nIt sank.,2026-03-13,http://t.example\n"a\nb",,\n'),),
        "jsonl": (
            ("a.jsonl", b'{"text": "It sank.", "date": "2026-03-13"}\n{"text": "Again."}\n'),
        ),
        "warc": (("a.warc", warc(page, packed=False)), ("b.warc.gz", warc(page))),
        "wacz": (
            ("a.wacz", zipped({"archive/d.warc.gz": warc(page)})),
            ("b.wacz", zipped({"archive/d.warc.gz": warc(page), "datapackage.json": listed}, 0)),
        ),
        "zip": (("a.zip", inner), ("b.zip", zipped({"c/inner.zip": inner}, 0))),
        "tar": (
            ("a.tar.gz", tarred({"a.txt": STORY.encode()}, "w:gz")),
            ("b.tar", tarred({"a.txt": STORY.encode(), "b.zip": inner}, links={"l": "/etc/x"})),
        ),
        "packed": (
            ("a.txt.gz", gzip.compress(STORY.encode(), mtime=0)),
            ("a.txt.bz2", bz2.compress(STORY.encode())),
            ("a.txt.xz", lzma.compress(STORY.encode())),
        ),
    }


def alternative() -> bytes:
    """A message of two ways to show it, with a message attached."""
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["From"], mail["Subject"] = "a@b.example", "=?koi8-r?B?8M/S1A==?="
    mail["Date"] = "Mon, 04 May 2026 23:30:00 +0300"
    mail.set_content("See the page")
    mail.add_alternative(PAGE, subtype="html")
    inner = EmailMessage()
    inner.set_content(STORY)
    mail.add_attachment(inner, filename="inner.eml")
    return mail.as_bytes()


@st.composite
def spoiled(draw: st.DrawFn, wholes: tuple[tuple[str, bytes], ...]) -> tuple[str, bytes]:
    """One of the samples after a few accidents, and its name."""
    name, whole = draw(st.sampled_from(wholes))
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
    return name, bytes(data)


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


def fuzz(
    reader: Reader, wholes: tuple[tuple[str, bytes], ...], seconds: float, keep: Path | None
) -> Iterator[str]:
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
    @given(spoiled(wholes))
    def one(named: tuple[str, bytes]) -> None:
        nonlocal count
        name, data = named
        if time.process_time() > until:
            raise KeyboardInterrupt
        count += 1
        began = time.process_time()
        said = ""
        try:
            check(reader, Raw(name, data))
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

"""What stands inside archives, feeds, mailboxes, web archives and tables, and does it all come out?"""

import bz2
import gzip
import json
import lzma
import zipfile

import pytest
from archives import PAGE, STORY, message, tarred, warc, zipped

from sayso.errors import UnreadableInput
from sayso.ingest.read import members, read
from sayso.model.failure import Failure
from sayso.model.text import Metadata, Raw, Told


def inside(name: str, data: bytes, **more):
    """name -> what was found, Failures by their reason."""
    found = members(Raw(name, data, **more))
    return {m.source if isinstance(m, Failure) else m.name: m for m in found}


def told(member: Raw, key: str) -> str | None:
    value = getattr(member.metadata, key)
    return value and value.text


def test_a_zip_gives_each_file_under_its_path():
    found = inside("heap.zip", zipped({"a.txt": STORY, "folder/b.html": PAGE}))
    assert list(found) == ["heap.zip!a.txt", "heap.zip!folder/b.html"]
    assert found["heap.zip!a.txt"].data == STORY.encode()


def test_a_sidecar_in_an_archive_speaks_for_its_file_and_the_archives_own_wins():
    files = {"a.txt": STORY, "a.txt.meta.json": '{"published": "2026-05-04", "publisher": "Bay"}'}
    given = Metadata(published=Told("2026-05-05", "sidecar"))
    found = inside("heap.zip", zipped(files), metadata=given)
    assert list(found) == ["heap.zip!a.txt"]
    member = found["heap.zip!a.txt"]
    assert (told(member, "published"), told(member, "publisher")) == ("2026-05-05", "Bay")
    assert [c.text for c in member.metadata.conflicts] == ["2026-05-04"]


def test_hidden_files_are_passed_over_and_double_names_kept_apart():
    data = zipped({".DS_Store": "x", "__MACOSX/a.txt": "x", "a.txt": "one", "b.txt": "two"})
    assert list(inside("h.zip", data)) == ["h.zip!a.txt", "h.zip!b.txt"]
    twice = data.replace(b"b.txt", b"a.txt")
    assert list(inside("h.zip", twice)) == ["h.zip!a.txt", "h.zip!a.txt (2)"]


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_a_tar_is_opened_however_it_is_packed(mode):
    found = inside("h.tar", tarred({"x/a.txt": STORY.encode()}, mode))
    assert [m.data for m in found.values()] == [STORY.encode()]


@pytest.mark.parametrize("module", [gzip, bz2, lzma])
def test_a_packed_file_holds_one(module):
    found = inside("heap/a.txt.gz", module.compress(STORY.encode()))
    assert {n: m.data for n, m in found.items()} == {"heap/a.txt.gz!a.txt": STORY.encode()}


def test_a_message_is_a_text_and_holds_its_attachments():
    body = "Порт закрыт до осени, сообщило министерство транспорта.\n"
    data = message("Порт закрыт", body, {"report.html": PAGE.encode()})
    document = read(Raw("a.eml", data))
    assert document.text == f"Порт закрыт\n\n{body.strip()}"
    assert document.metadata.published == Told("2026-05-04", "mail")
    assert document.metadata.byline.text == "Ада Брун"
    assert {n: m.data for n, m in inside("a.eml", data).items()} == {
        "a.eml!report.html": PAGE.encode()
    }


def test_a_message_without_attachments_holds_none():
    assert inside("a.eml", message("Ferry", STORY)) == {}


def test_of_two_ways_to_show_a_message_the_plain_one_is_read_unless_it_is_a_stub():
    def both(plain):
        return (
            b"From: a@b.example\nSubject: S\nMIME-Version: 1.0\n"
            b'Content-Type: multipart/alternative; boundary="x"\n\n--x\nContent-Type: text/plain\n\n'
            + plain.encode()
            + b"\n--x\nContent-Type: text/html\n\n"
            + PAGE.encode()
            + b"\n--x--\n"
        )

    assert "See the page" not in read(Raw("a.eml", both("See the page"))).text
    assert "put off twice" in read(Raw("a.eml", both("See the page"))).text
    assert read(Raw("a.eml", both(STORY * 3))).text == f"S\n\n{(STORY * 3).strip()}"


def test_a_mailbox_gives_each_message():
    line = b"From ada Mon May  4 23:30:00 2026\n"
    one, two = message("One", STORY), message("Two", "From here on, nothing is known.\n")
    found = inside("box.mbox", line + one + b"\n" + line + two)
    assert [read(m).text.split("\n")[0] for m in found.values()] == ["One", "Two"]


RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Bay Herald</title>
<language>en-gb</language><link>http://bay.example</link>
<item><title>Ferry &amp;amp; crack</title><link>http://bay.example/1</link><author>Ada Brun</author>
<pubDate>Mon, 04 May 2026 23:30:00 +0300</pubDate>
<description>&lt;p&gt;The ferry company knew.&lt;/p&gt;&lt;p&gt;It kept silent.&lt;/p&gt;</description></item>
<item><title>Порт закрыт</title><description>До осени.</description></item>
<item><title></title><description></description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Bay Herald</title>
<entry><title>Ferry</title><link href="http://bay.example/1"/><published>2026-05-04T23:30:00+03:00</published>
<author><name>Ada Brun</name></author><content type="html">&lt;p&gt;The company knew.&lt;/p&gt;</content>
</entry></feed>"""


def test_a_feeds_entries_are_articles_with_what_the_feed_says_of_them():
    found = inside("feed.xml", RSS.encode())
    first = found["feed.xml!1"]
    assert read(first).text == "Ferry & crack\nThe ferry company knew.\nIt kept silent."
    assert first.as_article
    keys = ("published", "publisher", "byline", "url", "headline")
    assert [told(first, k) for k in keys] == [
        *("2026-05-04", "Bay Herald", "Ada Brun", "http://bay.example/1", "Ferry & crack"),
    ]
    assert told(found["feed.xml!2"], "published") is None
    assert "without words" in found["feed.xml!3"].reason


def test_atom_is_a_feed_too_and_so_is_one_in_utf16():
    assert told(inside("a.xml", ATOM.encode())["a.xml!1"], "published") == "2026-05-04"
    assert "a!1" in inside("a", RSS.replace("utf-8", "utf-16").encode("utf-16"))


@pytest.mark.parametrize("packed", [True, False])
def test_a_web_archive_gives_pages_with_address_and_day(packed):
    pages = {"http://b.example/ferry": PAGE, "http://b.example/x.png": "png"}
    found = inside("a.warc.gz", warc(pages, packed))
    assert list(found) == ["a.warc.gz!http://b.example/ferry"]
    page = read(found["a.warc.gz!http://b.example/ferry"])
    assert page.metadata.url == Told("http://b.example/ferry", "web archive")
    assert page.metadata.retrieved == Told("2026-06-01", "web archive")
    assert page.metadata.published.text == "2026-05-04"


def test_an_altered_page_of_a_web_archive_is_named_and_not_read():
    found = inside("a.warc", warc({"http://b.example/1": PAGE}, packed=False, spoil=True))
    assert "does not match the digest" in found["a.warc!http://b.example/1"].reason


@pytest.mark.parametrize(("right", "kind"), [(True, Raw), (False, Failure)])
def test_a_wacz_is_held_against_its_own_hashes(right, kind):
    from sayso.model.ids import sha256

    data = warc({"http://b.example/1": PAGE})
    told_hash = sha256(data) if right else "0" * 64
    listing = {"resources": [{"path": "archive/d.warc.gz", "hash": f"sha256:{told_hash}"}]}
    files = {
        "archive/d.warc.gz": data,
        "datapackage.json": json.dumps(listing),
        "pages/p.jsonl": "",
    }
    found = inside("b.wacz", zipped(files, zipfile.ZIP_STORED))
    assert list(found) == ["b.wacz!archive/d.warc.gz"]
    assert isinstance(found["b.wacz!archive/d.warc.gz"], kind)


@pytest.mark.parametrize(
    "table",
    [
        'id,title,text,date,source\n1,Ferry,"It sank; four died,\nthe port said.",2026-03-13,Wire\n',
        'id;title;content;published;outlet\n1;Ferry;"It sank; four died,\nthe port said.";2026-03-13;Wire\n',
        (
            'заголовок\tтекст\tдата\tисточник\nFerry\t"It sank; four died,\nthe port said."\t'
            "2026-03-13\tWire\n"
        ),
    ],
)
def test_a_tables_rows_are_articles(table):
    found = inside("rows.csv", table.encode("utf-8-sig"))
    assert list(found) == ["rows.csv!2"]
    row = found["rows.csv!2"]
    assert read(row).text == "Ferry\n\nIt sank; four died,\nthe port said.\n"
    assert (told(row, "published"), told(row, "publisher")) == ("2026-03-13", "Wire")


def test_a_row_without_text_or_with_a_doubtful_day():
    found = inside("r.csv", b"text,date\n,2026-03-13\nIt sank.,4/5/2026\n")
    assert "has no text" in found["r.csv!2"].reason
    assert told(found["r.csv!3"], "published") is None


def test_a_table_without_a_column_of_texts_is_plain_text():
    assert inside("r.csv", b"a,b\n1,2\n") == {}
    assert read(Raw("r.csv", b"a,b\n1,2\n")).text == "a,b\n1,2\n"


def test_json_lines_give_an_article_a_line_and_name_the_bad_ones():
    rows = ['{"text": "It sank.", "url": "http://t.example/1"}', "no", '["text"]', '{"id": 1}']
    found = inside("posts.jsonl", "\n".join(rows).encode())
    assert read(found["posts.jsonl!1"]).text == "It sank.\n"
    assert told(found["posts.jsonl!1"], "url") == "http://t.example/1"
    assert [type(m) for m in found.values()] == [Raw, Failure, Failure, Failure]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.zip", b"PK\x03\x04 cut off", "damaged or cut-off zip"),
        ("a.zip", zipped({"xl/workbook.xml": "<x/>"}), "spreadsheet"),
        ("a.zip", zipped({".hidden": "x"}), "holds nothing"),
        ("a.gz", b"\x1f\x8b\x08\x00 cut off", "damaged"),
        ("a.tar.gz", gzip.compress(b"\x00" * 300)[:20], "damaged"),
        ("a.xml", b'<rss version="2.0"><channel></channel></rss>', "without entries"),
    ],
)
def test_a_container_that_gives_nothing_says_why(name, data, says):
    with pytest.raises(UnreadableInput, match=says):
        list(members(Raw(name, data)))


def test_one_bad_member_never_loses_the_rest():
    whole = zipped({"a.txt": STORY, "b.txt": "spoil me " * 30, "c.txt": STORY}, zipfile.ZIP_STORED)
    found = inside("h.zip", whole.replace(b"spoil me ", b"spoiled! ", 1))
    assert [type(m) for m in found.values()].count(Raw) == 2
    assert "damaged" in found["h.zip!b.txt"].reason
    cut = tarred({"a.txt": STORY.encode(), "b.txt": STORY.encode() * 99})[:1900]
    assert inside("h.tar", cut)["h.tar!a.txt"].data == STORY.encode()


def test_an_attached_message_whose_headers_cannot_be_written_again_still_gives_its_words():
    data = (
        b"From: a@b.example\nSubject: S\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: message/rfc822\n\n'
        b"Content-Transfer-Encoding: quoted-printable\x0bMIME-Version: 1.0\n\n"
        b"The ferry sank.\n--x--\n"
    )
    (member,) = inside("a.eml", data).values()
    assert b"The ferry sank." in member.data

"""Every row of the table of threats: does hostile input end in one sentence, soon, and touch nothing?"""

import contextlib
import struct
import time
import zipfile

import pytest
from archives import PAGE, STORY, response, tarred, zipped

from sayso.errors import UnreadableInput
from sayso.ingest.limits import Budget
from sayso.ingest.read import members, read, reader_of
from sayso.model.failure import Failure
from sayso.model.text import Raw

SECRET = "/etc/passwd"
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{SECRET}">]>'


def opened(name: str, data: bytes):
    return list(members(Raw(name, data)))


def reasons(found) -> str:
    return "\n".join(m.reason for m in found if isinstance(m, Failure))


@pytest.mark.parametrize(
    "name", ["../../etc/cron.d/x", "/etc/x", "C:\\x.txt", "a/../../x", "..\\x", "\\\\host\\x"]
)
def test_a_name_that_points_outside_is_refused_by_name(name):
    for data in (
        zipped({name: "x", "a.txt": STORY}),
        tarred({name: b"x", "a.txt": STORY.encode()}),
    ):
        found = opened("h", data)
        assert "points outside" in reasons(found)
        assert [m.name for m in found if isinstance(m, Raw)] == ["h!a.txt"]


def test_links_and_devices_are_not_followed():
    links = {"a.txt": SECRET, "b.txt": SECRET, "null": "x"}
    found = opened("h.tar", tarred({"c.txt": STORY.encode()}, links=links))
    assert reasons(found).count("link or a device") == 3
    soft = zipfile.ZipInfo("ln")
    soft.external_attr = 0o120777 << 16
    found = opened("h.zip", zipped({soft: SECRET, "c.txt": STORY}))
    assert "link or a device" in reasons(found)
    assert b"root:" not in b"".join(m.data for m in found if isinstance(m, Raw))


def test_a_bomb_that_says_its_size_is_refused_unread():
    found = opened("h.zip", zipped({"bomb.txt": b"\x00" * 70_000_000, "a.txt": STORY}))
    assert "unpacks to more than" in reasons(found)
    assert [m.name for m in found if isinstance(m, Raw)] == ["h.zip!a.txt"]


def test_a_bomb_that_lies_about_its_size_is_stopped_while_it_is_read():
    data = bytearray(zipped({"bomb.txt": b"\x00" * 20_000_000, "a.txt": STORY}))
    for at in (22, data.find(b"PK\x01\x02") + 24):
        data[at : at + 4] = struct.pack("<I", 1000)
    found = opened("h.zip", bytes(data))
    assert "bomb.txt is damaged" in reasons(found)
    assert [m.name for m in found if isinstance(m, Raw)] == ["h.zip!a.txt"]


def test_a_steep_bomb_and_a_packed_bomb_are_stopped():
    assert "grows more than 200 times" in reasons(opened("h.zip", zipped({"b": b"a" * 20_000_000})))
    import gzip

    packed = gzip.compress(b"a" * 20_000_000)
    with pytest.raises(UnreadableInput, match="grows more than 200 times"):
        opened("b.txt.gz", packed)


def test_all_members_together_have_a_limit():
    budget = Budget(left=100_000)
    parts = [iter([b"x" * 60_000]) for _ in range(2)]
    assert len(budget.read(lambda size: next(parts[0], b""), None, "a")) == 60_000
    with pytest.raises(UnreadableInput, match="left for this archive"):
        budget.read(lambda size: next(parts[1], b""), None, "b")


def test_too_many_files_end_in_a_failure_and_the_first_are_kept():
    found = opened("h.zip", zipped({f"{n}.txt": "x" for n in range(10_050)}))
    assert "more than 10,000 files" in reasons(found)
    assert sum(isinstance(m, Raw) for m in found) == 10_000


def test_an_encrypted_file_says_so():
    data = bytearray(zipped({"a.txt": STORY}))
    for at in (6, data.find(b"PK\x01\x02") + 8):
        data[at] |= 1
    assert "encrypted" in reasons(opened("h.zip", bytes(data)))


@pytest.mark.parametrize("trick", [ENTITIES, OUTSIDE, OUTSIDE.replace("!ENTITY", "!entity")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_with_entities_is_refused(trick, encoding):
    feed = f'<?xml version="1.0"?>{trick}<rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>'
    with pytest.raises(UnreadableInput, match="declares XML entities"):
        opened("f.xml", feed.encode(encoding))


def test_entities_of_a_page_and_of_a_word_document_pull_in_nothing():
    page = f"{OUTSIDE}<html><body><p>Words &a; here</p></body></html>"
    assert "root:" not in read(Raw("a.html", page.encode())).text
    import io

    import docx

    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Words AAA here")
    document.save(out)
    with zipfile.ZipFile(out) as package:
        files = {i: package.read(i) for i in package.infolist()}
    body = next(i for i in files if i.filename == "word/document.xml")
    declared, rest = files[body].split(b"?>", 1)
    files[body] = declared + b"?>" + OUTSIDE.encode() + rest.replace(b"AAA", b"&a;")
    try:
        text = read(Raw("a.docx", zipped(files))).text
    except UnreadableInput:
        text = ""
    assert "root:" not in text


def test_a_page_20_000_deep_and_a_line_of_20_million_letters_are_refused():
    with pytest.raises(UnreadableInput, match="nests"):
        read(Raw("a.html", b"<html><body>" + b"<div>" * 20_000 + b"deep"))
    for name, data in (("a.txt", b"a" * 20_000_000), ("a.html", b"<p>" + b"a " * 10_000_000)):
        with pytest.raises(UnreadableInput, match="one line of"):
            read(Raw(name, data))


def test_script_in_a_page_and_in_a_feed_is_no_part_of_the_text():
    page = PAGE.replace("<h1>", "<script>steal()</script><h1 onclick='steal()'>")
    assert "steal" not in read(Raw("a.html", page.encode())).text
    feed = (
        "<rss version='2.0'><channel><item><title>T</title><description>&lt;p&gt;x&lt;script&gt;"
        "steal()&lt;/script&gt;&lt;/p&gt;</description></item></channel></rss>"
    )
    (entry,) = opened("f.xml", feed.encode())
    assert "steal" not in read(entry).text


def test_names_cannot_break_a_line_or_a_record():
    found = opened("h.tar", tarred({"a\nb\x00c.txt": STORY.encode(), "\udcff.txt": b"x"}))
    assert all(m.name.isprintable() and m.name.encode() for m in found if isinstance(m, Raw))


def test_a_message_of_messages_within_messages_ends():
    data = b"Subject: x\n\nwords\n"
    for _ in range(200):
        data = b"Subject: s\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n" + data
    opened("m.eml", data)
    nested = b"Subject: s\nMIME-Version: 1.0\nFrom: a@b.example\n"
    for n in range(300):
        nested += b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n)
    with contextlib.suppress(UnreadableInput, RecursionError):
        read(Raw("m.eml", nested + b"\nwords"))


ENDLESS = b"a " * 10_000_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", ENDLESS),
        ("a.md", ENDLESS),
        ("a.json", b'{"x": "' + ENDLESS + b'"}'),
        ("a.html", b"<html><p>" + ENDLESS),
        ("a.csv", b"text,date\n" + ENDLESS),
        ("a.jsonl", b'{"text": "' + ENDLESS + b'"}\n'),
        ("a.eml", b"From: a@b.example\nSubject: x\nMessage-ID: <1>\n\n" + ENDLESS),
        ("a.mbox", b"From a Mon May  4 23:30:00 2026\nFrom: a@b.example\n\n" + ENDLESS),
    ],
)
def test_twenty_megabytes_on_one_line_end_in_one_sentence_within_ten_seconds(name, data):
    began = time.process_time()
    holds = reader_of(data, name).read is None
    inputs = [m for m in opened(name, data) if isinstance(m, Raw)] if holds else [Raw(name, data)]
    assert inputs
    for one in inputs:
        with pytest.raises(UnreadableInput, match="one line of"):
            read(one)
    assert time.process_time() - began < 10


def test_an_endless_attribute_costs_no_more_than_its_length():
    began = time.process_time()
    assert read(Raw("a.html", b"<html><p class='" + b"a " * 2_000_000 + b"'>Words here")).text
    assert time.process_time() - began < 5


def test_a_page_of_which_nothing_was_extracted_says_so():
    page = b"<html><body><nav><a>Home</a> <a>World</a></nav><footer>All rights reserved</footer>"
    assert any("no body was found" in w for w in read(Raw("a.html", page)).warnings)


def test_a_body_in_a_packing_that_is_not_opened_is_a_failure_that_names_it():
    found = opened(
        "a.warc", response(b"Content-Encoding: br", b"\x1b\x0b\x00\x00\x04\x22\x41" * 20)
    )
    assert "packed with br" in reasons(found)
    plain = opened("a.warc", response(b"Content-Encoding: br", PAGE.encode()))
    assert [type(m) for m in plain] == [Raw]

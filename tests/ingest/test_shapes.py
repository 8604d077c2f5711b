"""Do the readers take what arrives in real life: old charsets, packed bodies, nested mail, front matter, AMP?"""

import base64
import gzip
import quopri

import pytest
from archives import STORY, message, response, zipped

from sayso.ingest.read import members, read
from sayso.model.text import Raw, Told

WORDS = {
    "windows-1251": "Порт закрыт до осени, сообщило министерство транспорта.",
    "koi8-r": "Порт закрыт до осени, сообщило министерство транспорта.",
    "koi8-u": "Порт зачинено до осені, повідомило міністерство.",
    "windows-1256": "أعلنت الوزارة يوم الثلاثاء أن عدد القتلى ارتفع.",
    "windows-1255": "שר התחבורה הודיע היום כי הוא מתפטר.",
    "utf-16": "Порт закрыт до осени, сообщило министерство транспорта.",
}


@pytest.mark.parametrize("charset", [c for c in WORDS if c != "utf-16"])
def test_a_page_is_read_in_the_charset_it_declares(charset):
    for meta in (
        f"<meta charset={charset}>",
        f"<meta http-equiv='Content-Type' content='text/html; charset={charset}'>",
    ):
        page = f"<html><head>{meta}</head><body><p>{WORDS[charset]}</p>".encode(charset)
        assert read(Raw("a.html", page)).text == WORDS[charset]


@pytest.mark.parametrize("charset", [c for c in WORDS if c != "utf-16"])
def test_an_archived_page_is_read_in_the_charset_its_server_named(charset):
    body = f"<html><body><p>{WORDS[charset]}</p>".encode(charset)
    data = response(b"Server: x", body, f"text/html; charset={charset}".encode())
    (page,) = members(Raw("a.warc", data))
    assert read(page).text == WORDS[charset]


def test_an_archived_body_is_unpacked_and_put_together():
    body = f"<html><body><p>{STORY}</p>".encode()
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in (body[:9], body[9:])) + b"0\r\n\r\n"
    for header, sent in (
        (b"Content-Encoding: gzip", gzip.compress(body)),
        (b"Transfer-Encoding: chunked", chunks),
    ):
        (page,) = members(Raw("a.warc", response(header, sent)))
        assert read(page).text == STORY.strip()


@pytest.mark.parametrize("charset", [c for c in WORDS if c != "utf-16"])
def test_mail_in_old_charsets_quoted_and_in_its_headers(charset):
    coded = base64.b64encode("Порт".encode("koi8-r")).decode()
    data = (
        f"From: a@b.example\nMessage-ID: <1>\nSubject: =?koi8-r?B?{coded}?=\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset={charset}\n"
        "Content-Transfer-Encoding: quoted-printable\n\n"
    ).encode() + quopri.encodestring(WORDS[charset].encode(charset))
    assert read(Raw("a.eml", data)).text == f"Порт\n\n{WORDS[charset]}"


def test_a_message_within_a_message_and_an_archive_beside_it_are_inputs():
    data = (
        b"From: a@b.example\nSubject: outer\nMessage-ID: <2>\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nSee below.\n"
        b"--x\nContent-Type: message/rfc822\n\n" + message("Inner", STORY) + b"\n"
        b"--x\nContent-Type: application/zip; name=h.zip\nContent-Transfer-Encoding: base64\n\n"
        + base64.encodebytes(zipped({"a.txt": STORY}))
        + b"--x--\n"
    )
    inner, heap = members(Raw("a.eml", data))
    assert read(inner).text == f"Inner\n\n{STORY.strip()}"
    assert [m.name for m in members(heap)] == ["a.eml!h.zip!a.txt"]


def test_front_matter_tells_and_stays_in_the_text():
    text = '---\ntitle: "Ferry"\ndate: 2026-05-04\nauthor: Ada Brun\n---\n# Ferry\n\nIt sank.\n'
    document = read(Raw("a.md", text.encode()))
    assert document.text == text
    assert document.metadata.published == Told("2026-05-04", "front matter")
    assert document.metadata.byline == Told("Ada Brun", "front matter")
    assert read(Raw("a.md", b"---\nA rule.\n---\nIt sank.\n")).marks == ()


def test_what_amp_pages_put_around_a_story_is_furniture():
    page = (
        "<!doctype html><html amp><body><amp-sidebar><ul><li>Home</ul></amp-sidebar><article><h1>T</h1>"
        f"<p>{STORY}</p><p>{STORY}</p></article>"
    )
    document = read(Raw("a.html", page.encode()))
    marked = [document.text[m.start : m.stop] for m in document.marks if m.kind == "boilerplate"]
    assert marked == ["Home"]


def test_the_fuller_text_of_a_feeds_entry_is_taken():
    feed = (
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>B"
        "</title><item><title>T</title><category>World</category><description>short</description>"
        "<content:encoded><![CDATA[<p>The long body.</p><p>More.</p>]]></content:encoded></item>"
        "<item><title>U</title><description>Only this.</description></item></channel></rss>"
    )
    first, second = members(Raw("f.xml", feed.encode()))
    assert read(first).text == "T\nThe long body.\nMore."
    assert first.metadata.section == Told("World", "feed")
    assert read(second).text == "U\nOnly this."


@pytest.mark.parametrize(
    ("head", "section"),
    [
        ("title,text,date,section", "World"),
        ("заголовок,текст,дата,рубрика", "World"),
        ("назва,текст,дата,розділ", "World"),
        ("العنوان,النص,التاريخ,القسم", "World"),
        ("عنوان,متن,تاریخ,بخش", "World"),
        ("כותרת,טקסט,תאריך,מדור", "World"),
    ],
)
def test_columns_are_known_by_their_names_in_six_languages(head, section):
    (row,) = members(Raw("r.csv", f"{head}\nA,It sank.,2026-05-04,{section}\n".encode()))
    assert read(row).text == "A\n\nIt sank.\n"
    assert row.metadata.published == Told("2026-05-04", "table")
    assert row.metadata.section == Told(section, "table")

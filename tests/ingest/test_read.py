"""Is every input either read, with nothing lost, or refused in one clear sentence?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import SaysoError, UnreadableInput
from sayso.ingest.read import READERS, Reader, auction, read
from sayso.model.text import Raw

RUSSIAN = "Министр транспорта подал в отставку, сообщила газета. Он не ответил на вопросы.\n" * 4
ARABIC = "أعلنت الوزارة يوم الثلاثاء أن عدد القتلى ارتفع إلى أربعة عشر شخصا في المدينة.\n" * 4
HEBREW = "שר התחבורה הודיע היום כי הוא מתפטר מתפקידו לאחר פרסום הדוח על קריסת הגשר.\n" * 4


def text_of(data: bytes, name: str = "a.txt") -> str:
    return read(Raw(name, data)).text


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_utf8_comes_back_unchanged(text):
    assert text_of(f"A line. {text}".encode()) == f"A line. {text}"


def test_line_ends_stay_and_the_mark_is_not_text():
    document = read(Raw("a.txt", b"\xef\xbb\xbfone\r\ntwo\r\n"))
    assert document.text == "one\r\ntwo\r\n"
    assert document.encoding == "utf-8"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (ARABIC, "cp1256"),
        (HEBREW, "cp1255"),
        (RUSSIAN, "utf-16"),
        (ARABIC, "utf-16-le"),
        (RUSSIAN, "utf-32"),
    ],
)
def test_old_encodings_are_told_from_the_letters(text, encoding):
    assert text_of(text.encode(encoding)) == text


def test_broken_utf8_is_read_with_a_warning_that_says_where():
    document = read(Raw("a.txt", RUSSIAN.encode() + b"\xff and on\n"))
    assert "\ufffd and on" in document.text
    assert f"byte {len(RUSSIAN.encode())}" in document.warnings[0]


def test_hidden_characters_are_reported_and_stay():
    document = read(Raw("a.txt", "safe\u202eevil\u200b text".encode()))
    assert document.text == "safe\u202eevil\u200b text"
    assert "U+202E" in document.warnings[0]


def test_a_persian_joiner_is_no_cause_for_a_warning():
    assert read(Raw("a.txt", "کشته‌شدگان انفجار در بندر بودند".encode())).warnings == ()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 ...", "a damaged PDF"),
        (b"PK\x03\x04....", "no text itself"),
        (b"{\\rtf1 ...", "a rich-text document"),
        (b"\x89PNG\r\n", "an image"),
        (b"text \x00\x01\x02\x00\x05 text\x00\x00 and more", "binary"),
        (b"a" * 5_000_001, "one line of 5,000,001 characters"),
        (b"<html><body><script>x()</script></body></html>", "white space"),
        (b"<html>" + b"<div>" * 5000 + b"deep", "nests"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_try(data, says):
    with pytest.raises(UnreadableInput, match=says) as caught:
        read(Raw("heap/input.bin", data))
    assert "heap/input.bin" in str(caught.value)


def test_a_long_line_of_writing_is_read():
    assert len(text_of(b"many words " * 400_000)) == 4_400_000


def test_equal_bids_are_an_error_of_the_readers():
    twins = (READERS[0], Reader("twin", "1", READERS[0].match, READERS[0].read))
    with pytest.raises(SaysoError, match="bid the same"):
        auction(twins, b"text", "a.txt")


@pytest.mark.parametrize(
    ("head", "name", "reader"),
    [
        (b"<!DOCTYPE html><html>", "page", "html"),
        (b"\n<html lang=uk>", "a.txt", "html"),
        (b"<p>A paragraph", "a.htm", "html"),
        (b"He wrote <p> in the margin", "a.txt", "text"),
        (b"# A heading", "a.md", "text"),
        (b"words", "-", "text"),
    ],
)
def test_the_reader_that_fits_wins(head, name, reader):
    assert auction(READERS, head, name).name == reader

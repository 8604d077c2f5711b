"""Is a PDF read in the order people read it, in every direction of writing?"""

import re

import pytest
from pdfs import column, pdf

from sayso.errors import UnreadableInput
from sayso.ingest.read import read
from sayso.model.text import Raw

ONE = (
    "The ferry company said on Monday that it had known of the crack in the hull for a year, and that "
    "the repair had been put off twice. The ministry has opened an inquiry into the whole affair."
)
TWO = (
    "Its report is due in the autumn, a spokesman said, and will be published in full. The captain "
    "did not answer questions from the paper on Tuesday and could not be reached on Wednesday."
)
HEBREW = (
    "שר התחבורה הודיע ביום שני כי הוא מתפטר מתפקידו לאחר פרסום הדוח על קריסת הגשר בשנת 2026 בעיר"
)
ARABIC = "أعلنت الوزارة يوم الثلاثاء أن عدد القتلى ارتفع إلى 14 شخصا في المدينة وأن البحث مستمر"
PERSIAN = "وزارت کشور روز سه‌شنبه اعلام کرد که شمار کشته‌شدگان به ۱۴ نفر رسیده است و جستجو ادامه دارد"


def document(*pages):
    return read(Raw("a.pdf", pdf(list(pages))))


def drawn(words: str, top: float = 700, right: float = 550):
    """Right-to-left lines as a printer draws them: letters from left to right, numbers as they are."""
    rows = []
    for _, base, size, line in column(0, top, words):
        shown = re.sub(r"\d+", lambda m: m.group()[::-1], line)[::-1]
        rows.append((right - len(line) * size / 2, base, size, shown))
    return rows


def test_lines_are_put_together_to_a_paragraph():
    assert document(column(50, 700, ONE)).text == ONE


def test_two_columns_are_read_one_after_the_other_even_when_drawn_row_by_row():
    left, right = column(50, 700, ONE), column(330, 700, TWO)
    mixed = [line for pair in zip(left, right, strict=False) for line in pair]
    mixed += left[len(right) :] + right[len(left) :]
    page = [(50, 760, 18, "Ferry crack was known for a year"), *mixed]
    found = document(page)
    assert found.text == f"Ferry crack was known for a year\n{ONE}\n{TWO}"
    assert [m.kind for m in found.marks] == ["page", "headline"]


def test_a_space_between_paragraphs_ends_one():
    assert document([*column(50, 700, ONE), *column(50, 500, TWO)]).text == f"{ONE}\n{TWO}"


@pytest.mark.parametrize("words", [HEBREW, ARABIC, PERSIAN.replace("\u200c", "")])
def test_right_to_left_pages_read_from_the_right(words):
    assert document(drawn(words)).text == words


def test_two_right_to_left_columns_begin_at_the_right():
    page = [*drawn(ARABIC + " " + ARABIC, right=560), *drawn(HEBREW + " " + HEBREW, right=270)]
    assert document(page).text == f"{ARABIC} {ARABIC}\n{HEBREW} {HEBREW}"


def test_pages_are_marked_and_running_heads_are_furniture():
    pages = [
        [(50, 780, 8, "Port Authority Bulletin"), *column(50, 700, w), (290, 20, 8, f"- {n} -")]
        for n, w in enumerate((ONE, TWO, ONE[::-1]), 1)
    ]
    found = document(*pages)
    kinds = {m.kind: found.text[m.start : m.stop] for m in found.marks}
    assert sum(m.kind == "page" for m in found.marks) == 3
    assert kinds["boilerplate"] == "- 3 -"
    assert sum(m.kind == "boilerplate" for m in found.marks) == 6


def test_a_table_is_read_row_by_row():
    page = [
        (x, 700 - 20 * y, 10, w)
        for y, row in enumerate(("Port Dead", "Halvan 4", "Orvik 12"))
        for x, w in zip((50, 300), row.split(), strict=True)
    ]
    assert document(page).text == "Port\tDead\nHalvan\t4\nOrvik\t12"


def test_a_page_without_text_is_noted_and_a_pdf_without_any_is_refused():
    assert (
        "pages without text, perhaps pictures of text: 2"
        in document(column(50, 700, ONE), []).warnings
    )
    with pytest.raises(UnreadableInput, match="PDF of pictures"):
        document([])


def test_a_damaged_pdf_is_refused_in_a_sentence():
    with pytest.raises(UnreadableInput, match=r"a\.pdf is a damaged PDF"):
        read(Raw("a.pdf", b"%PDF-1.7\n%garbage"))

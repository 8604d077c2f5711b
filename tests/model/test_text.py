import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import BadSpan
from sayso.model.text import Document, Span


def document(text):
    return Document("00", "text/1", text, "text/plain", "a.txt", "utf-8")


@given(st.text(min_size=1), st.data())
def test_a_span_reads_back_the_words_it_was_made_of(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))
    doc = document(text)
    assert doc.words(doc.span(start, stop)) == text[start:stop]


@pytest.mark.parametrize(
    ("start", "stop"), [(0, 0), (3, 3), (5, 2), (-1, 2), (0, 6), (5, 6), (7, 9)]
)
def test_empty_backward_and_out_of_range_spans_cannot_be_made(start, stop):
    with pytest.raises(BadSpan):
        document("Hello").span(start, stop)


def test_a_span_of_another_document_has_no_words_here():
    with pytest.raises(BadSpan):
        document("Hello").words(Span("doc-else", 0, 1))


def test_offsets_are_code_points_whatever_the_script():
    doc = document("قال 😀 الرئيس")
    assert doc.words(doc.span(6, 12)) == "الرئيس"


def test_a_document_is_named_by_its_bytes_and_its_reader():
    assert document("a").id == document("b").id
    other = Document("00", "html/1", "a", "text/html", "a.html", "utf-8")
    assert other.id != document("a").id

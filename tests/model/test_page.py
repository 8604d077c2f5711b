import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import BadSpan
from sayso.model.article import Article, Zone
from sayso.model.page import Page
from sayso.model.text import Document

HEAP = "Old story ends.\nBy Lena Orvik\nThe ferry sank. [Photo: A. Marin]Nobody died.\nTail"


def page():
    doc = Document("00", "text/1", HEAP, "text/plain", "a.txt", "utf-8")
    start, stop = HEAP.index("By Lena"), HEAP.index("\nTail")
    credit = HEAP.index("[Photo"), HEAP.index("Nobody")
    byline = start, HEAP.index("\nThe ferry")
    zones = (Zone("byline", doc.span(*byline)), Zone("credit", doc.span(*credit)))
    return doc, Page.of(doc, Article(doc.span(start, stop), zones, "en"))


def test_prose_is_what_people_wrote_without_the_furniture():
    _, told = page()
    assert [told.text[a:b] for a, b in told.prose()] == ["The ferry sank.", "Nobody died."]


def test_local_offsets_become_spans_of_the_document():
    doc, told = page()
    at = told.text.index("ferry")
    assert doc.words(told.span(at, at + 5)) == told.words(told.span(at, at + 5)) == "ferry"


def test_no_span_may_leave_the_article():
    _, told = page()
    with pytest.raises(BadSpan):
        told.span(0, len(told.text) + 1)


@given(st.text(), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=4))
def test_prose_never_crosses_a_line_break_and_is_never_blank(text, masks):
    text = "x" + text
    doc = Document("00", "text/1", text, "text/plain", "a.txt", "utf-8")
    zones = tuple(
        Zone("caption", doc.span(a, min(a + n, len(text)))) for a, n in masks if a < len(text)
    )
    told = Page.of(doc, Article(doc.span(0, len(text)), zones, "en"))
    masked = {i for z in zones for i in range(z.span.start, z.span.stop)}
    covered = set()
    for a, b in told.prose():
        assert text[a:b].strip() == text[a:b] != ""
        assert len(text[a:b].splitlines()) == 1
        covered |= set(range(a, b))
    assert not covered & masked
    assert all(text[i].isspace() for i in set(range(len(text))) - covered - masked)

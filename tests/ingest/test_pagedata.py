"""What does a page's machinery tell, from where, and what is left unknown rather than guessed?"""

import pytest

from sayso.ingest.read import read
from sayso.model.text import Metadata, Raw, Told

BODY = (
    "<p>The ferry company said on Monday that it had known of the crack in the hull for a year.</p>"
    * 2
)


def facts(head: str, body: str = "", given: Metadata = Metadata()) -> Metadata:  # noqa: B008
    page = f"<!doctype html><html lang='en'><head>{head}</head><body><h1>Ferry crack</h1>{body}{BODY}</body>"
    return read(Raw("a.html", page.encode(), given)).metadata


def ld(text: str) -> str:
    return f"<script type='application/ld+json'>{text}</script>"


@pytest.mark.parametrize(
    ("head", "body", "basis"),
    [
        (ld('{"@type": "NewsArticle", "dateModified": "2026-05-06T10:00:00Z"}'), "", "json-ld"),
        ("<meta property='article:modified_time' content='2026-05-06'>", "", "meta"),
        ("", "<time class='updated-at' datetime='2026-05-06'>6 May</time>", "meta"),
    ],
)
def test_the_day_of_the_last_change_and_where_it_was_told(head, body, basis):
    told = facts(head, body)
    assert (told.updated, told.published) == (Told("2026-05-06", basis), None)


@pytest.mark.parametrize(
    ("head", "section"),
    [
        (
            ld('{"@type": "NewsArticle", "articleSection": ["World", "Sea"]}'),
            Told("World", "json-ld"),
        ),
        ("<meta property='article:section' content='World'>", Told("World", "meta")),
        (
            ld(
                '{"@type": "BreadcrumbList", "itemListElement": [{"name": "Home"}, {"item": {"name": '
                '"World"}}, {"name": "Ferry crack"}]}'
            ),
            Told("World", "json-ld"),
        ),
    ],
)
def test_the_section_and_where_it_was_told(head, section):
    assert facts(head).section == section


def test_a_story_beside_the_page_does_not_date_it():
    other = '{"@type": "NewsArticle", "headline": "Other", "datePublished": "2025-01-02"}'
    own = '{"@type": "NewsArticle", "headline": "Ferry crack", "datePublished": "2026-05-04"}'
    assert facts(ld(f"[{other}, {own}]")).published == Told("2026-05-04", "json-ld")
    third = other.replace("Other", "Third").replace("2025", "2024")
    assert facts(ld(f"[{other}, {third}]")).published is None
    aside = "<aside><time datetime='2025-01-02'>2 January</time> Other story</aside>"
    assert facts("", aside).published is None


@pytest.mark.parametrize(
    "word", ["Updated:", "Обновлено", "Оновлено", "تم التحديث", "به‌روزرسانی", "עודכן"]
)
def test_a_lone_time_after_words_of_change_is_no_publication(word):
    assert facts("", f"<p>{word} <time datetime='2026-05-06'>6 May</time></p>").published is None


def test_a_day_after_the_capture_is_kept_as_a_conflict_and_never_taken():
    meta = "<meta property='article:published_time' content='2027-01-01'>"
    told = facts(meta, given=Metadata(retrieved=Told("2026-06-01", "web archive")))
    assert told.published is None
    assert told.conflicts == (Told("2027-01-01", "meta"),)


def test_a_control_character_after_a_dropped_box_does_not_stop_the_search_for_a_day():
    page = "<html><body><aside>Read also</aside>\x01 words<p>" + "The ferry sank on Monday. " * 9
    assert read(Raw("a.html", page.encode())).metadata.published is None

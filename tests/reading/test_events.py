"""What is said to have happened, when, and to whom."""

import pytest
from conftest import document_of

from sayso.model.article import Article
from sayso.model.page import Page
from sayso.model.text import Told
from sayso.reading.claims import claims
from sayso.reading.events import events
from sayso.reading.names import names
from sayso.reading.times import times

pytestmark = pytest.mark.model


def read(text, language="en", publisher=None):
    document = document_of(text)
    told = Told(publisher, "sidecar") if publisher else None
    article = Article(
        document.span(0, len(text)),
        (),
        language,
        publisher=told,
        published=Told("2026-03-14", "sidecar"),
    )
    page = Page.of(document, article)
    for reader in (names, times, claims):
        page = page.having(tuple(reader(page)))
    return {page.words(e.anchor[0]): e for e in events(page)}


@pytest.mark.parametrize(
    ("language", "text", "blast"),
    [
        ("en", "The ship was unloaded five weeks before the explosion of 12 March.", "explosion"),
        ("ru", "Судно разгрузили за пять недель до взрыва 12 марта.", "взрыва"),
        ("uk", "Судно розвантажили за п'ять тижнів до вибуху 12 березня.", "вибуху"),
    ],
)
def test_the_event_that_is_counted_from_is_not_dated_by_the_count(language, text, blast):
    found = read(text, language)
    assert blast in found
    assert found[blast].earliest in (None, "2026-03-12")


def test_an_explosion_has_no_actor_only_because_a_name_stands_near():
    found = read("The Harbour Post saw the explosion on Thursday.", publisher="The Harbour Post")
    assert [p.text for p in found["explosion"].parts] == []


def test_who_dies_is_not_who_kills():
    found = read("Karel Dusan died on Thursday.")
    assert [(p.role, p.text) for p in found["died"].parts] == [("target", "Karel Dusan")]

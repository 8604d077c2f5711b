"""Times: what a reporter would read off each expression."""

import pytest

from sayso.model.article import Article
from sayso.model.page import Page
from sayso.model.text import Span, Told
from sayso.model.when import When
from sayso.reading.times import times


def told(text: str, language: str, published: str | None = "2024-05-15") -> list[When]:
    dated = Told(published, "command line") if published else None
    article = Article(Span("doc-1", 0, len(text)), (), language, published=dated)
    return list(times(Page(article, text, 0)))


def values(text: str, language: str, published: str | None = "2024-05-15") -> dict[str, str]:
    return {w.text: w.value for w in told(text, language, published)}


def test_a_history_is_dated_by_the_year_it_told_last():
    text = (
        "У 1911 році завод збудували. У 1912 році його продали, а 3 березня 1913 року закрили.\n"
        "У 1914 році почалася війна. 5 квітня прийшов наказ. У 1915 році цех згорів.\n"
        "У липні 1916 року приїхала комісія. У серпні вона поїхала."
    )
    found = values(text, "uk", "2018-05-19")
    assert found["5 квітня"] == "1914-04-05"
    assert found["серпні"] == "1916-08"


def test_news_with_one_look_back_is_dated_by_its_publication():
    text = "The mill opened in 1911. It closed on 3 March and the sale was agreed in April."
    assert values(text, "en")["3 March"] == "2024-03-03"


@pytest.mark.parametrize(
    ("language", "text"), [("en", "He came on 19 February."), ("ru", "Это было 19 февраля.")]
)
def test_a_full_stop_belongs_to_the_sentence(language, text):
    assert not told(text, language)[0].text.endswith(".")


def test_without_a_publication_date_nothing_becomes_today():
    (found,) = told("The strike began on 4 August.", "en", None)
    assert (found.value, found.basis, found.earliest) == ("XXXX-08-04", "unresolved", None)

"""Lines a reporter could write, and who says what in them."""

import hashlib

import pytest

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.page import Page
from sayso.model.text import Document
from sayso.reading.claims import claims
from sayso.reading.quotes import quotations


def page(text: str, language: str) -> Page:
    document = Document(
        hashlib.sha256(text.encode()).hexdigest(), "t", text, "text/plain", "a", "utf-8"
    )
    return Page.of(document, Article(document.span(0, len(text)), (), language))


def shown(text: str, language: str) -> list[str]:
    """Claims as `holder > holder: content`."""
    at = page(text, language)
    return [_line(at, claim) for claim in claims(at)]


def _line(at: Page, claim: Claim) -> str:
    chain = " > ".join(link.holder.words or "?" for link in claim.told)
    return f"{chain}: {' / '.join(at.words(s) for s in claim.content)}"


@pytest.mark.parametrize(
    ("language", "text", "line"),
    [
        ("uk", "Міністр заявив, що порт не працює.", "Міністр: порт не працює"),
        ("ar", "وأكدت الشركة أن الميناء سليم.", "الشركة: الميناء سليم"),
        ("fa", "وزیر گفت که بندر سالم است.", "وزیر: بندر سالم است"),
        ("he", "השר אמר כי הנמל לא נפגע.", "השר: הנמל לא נפגע"),
    ],
)
def test_a_clause_after_that(language: str, text: str, line: str) -> None:
    assert line in shown(text, language)


@pytest.mark.model
def test_a_chain_is_outermost_first() -> None:
    text = "The Gazette wrote that two officials said the minister knew nothing."
    assert shown(text, "en") == ["The Gazette > two officials: the minister knew nothing"]


@pytest.mark.model
def test_two_quotations_around_one_cue_are_one_claim() -> None:
    text = "“We did not know,” the spokeswoman said. “Nobody told us.”"
    assert "the spokeswoman: We did not know / Nobody told us" in shown(text, "en")


@pytest.mark.parametrize("text", ["", "“", "“ «", '"', "'", "5' 6\" tall", "“a\n“b\nc”", "— "])
def test_no_text_makes_the_quotation_reader_fail(text: str) -> None:
    at = page(text, "en").prose() if text else ()
    for q in quotations(text, at):
        assert 0 <= q.start < q.stop <= len(text)


def test_an_acronym_is_no_quotation() -> None:
    text = 'צה"ל מסר הודעה'
    assert quotations(text, [(0, len(text))]) == ()

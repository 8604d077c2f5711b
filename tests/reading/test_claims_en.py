"""English lines a reporter could write: through whom a claim came, and whose words are whose."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.article import Article
from sayso.model.page import Page
from sayso.model.text import Document
from sayso.reading.claims import claims


def page(text: str, language: str = "en") -> Page:
    document = Document(
        hashlib.sha256(text.encode()).hexdigest(), "t", text, "text/plain", "a", "utf-8"
    )
    return Page.of(document, Article(document.span(0, len(text)), (), language))


def shown(text: str) -> list[str]:
    """Claims as `holder > holder: content`."""
    at = page(text)
    return [
        f"{' > '.join(k.holder.words or '?' for k in c.told)}: {' / '.join(at.words(s) for s in c.content)}"
        for c in claims(at)
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "The Gazette reported that the guards had left, citing two officials who said a minister told them.",
            "The Gazette > two officials > a minister: that the guards had left",
        ),
        (
            "The Herald, citing two officials, said the ship had docked on 5 February.",
            "The Herald > two officials: the ship had docked on 5 February",
        ),
        (
            "The agency quoted Rustam Belkazi as saying that the store held fertiliser.",
            "The agency > Rustam Belkazi: the store held fertiliser",
        ),
        (
            "The guards refused to say who had given the order.",
            "The guards: who had given the order",
        ),
        (
            "The minister said he had not seen the list, adding that his office was never told.",
            "The minister: that his office was never told",
        ),
        (
            "“We saw the smoke that morning.” — Ivan Derlo",
            "Ivan Derlo: We saw the smoke that morning",
        ),
        (
            "She urged the court to drop the case, warning that a trial would take years.",
            "She: that a trial would take years",
        ),
        (
            "The owner lost his licence in May, but he kept the hotel open, an official said.",
            "an official: The owner lost his licence in May, but he kept the hotel open",
        ),
        (
            "The ministry said in a statement that the ship had left the port on Sunday.",
            "The ministry: that the ship had left the port on Sunday",
        ),
        (
            "“I was by the door,” Oleh Demchuk recalled. “I saw nothing.\n“Then the glass went.”",
            "Oleh Demchuk: I was by the door / I saw nothing / Then the glass went",
        ),
        (
            "The guards closed the gate on Sunday evening, but the mayor said it was open.",
            ": The guards closed the gate on Sunday evening",
        ),
    ],
)
def test_through_whom_a_claim_came(text: str, line: str) -> None:
    assert line in shown(text)


@pytest.mark.model
def test_what_tells_nothing_is_no_claim() -> None:
    assert shown("The company said on Monday. The spokesman said so.") == []


@pytest.mark.model
def test_a_post_is_a_person_and_an_official_is_nobody_named() -> None:
    at = page("The minister said the port was safe. An official said the quay had sunk.")
    kinds = {c.told[0].holder.words: c.told[0].holder.kind for c in claims(at) if c.told}
    assert kinds == {"The minister": "person", "An official": "anonymous"}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"“”«»„\"‘’'״—", " ", "\n", "порт", "المرفأ", "הנמל", "گفت", "вибух", "."])
    ),
    st.sampled_from(["uk", "ar", "fa", "he"]),
)
def test_no_heap_of_quotation_marks_fails(parts: list[str], language: str) -> None:
    at = page(f"порт{''.join(parts)}", language)
    assert all(at.words(s).strip() for c in claims(at) for s in c.content)

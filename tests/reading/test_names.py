"""Who is found in an article, as what, and with which role?"""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.tag import tag
from sayso.model.mention import Mention, Role
from sayso.model.page import Page
from sayso.reading.names import names


def told(page: Page) -> list[str]:
    return [f"{m.kind} {m.surface}" for m in names(page) if isinstance(m, Mention)]


def roles(page: Page) -> list[tuple[str, str, str | None]]:
    found = list(names(page))
    by_id = {m.id: m.surface for m in found if isinstance(m, Mention)}
    return [(by_id[r.holder], r.words, r.tense) for r in found if isinstance(r, Role)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "Marta Lind flew from Berlin to Poland's coast.", ["PER Marta Lind", "LOC Berlin", "LOC Poland"]),
        ("ru", "Анна Петрова приехала из Киева в Москву.", ["PER Анна Петрова", "LOC Киева", "LOC Москву"]),
        ("uk", "Учора Олена Коваленко приїхала з Києва до Великої Британії.",
         ["PER Олена Коваленко", "LOC Києва", "LOC Великої Британії"]),
        ("uk", "Рішення схвалив Верховний суд, каже І. Мельник.", ["ORG Верховний суд", "PER І. Мельник"]),
        ("ar", "وصل محمد الخطيب إلى القاهرة وبيروت", ["PER محمد الخطيب", "LOC القاهرة", "LOC بيروت"]),
        ("fa", "وزارت بهداشت از تهران گزارش داد", ["ORG وزارت بهداشت", "LOC تهران"]),
        ("he", "משה לוי נסע מירושלים לחיפה", ["PER משה לוי", "LOC ירושלים", "LOC חיפה"]),
    ],
)  # fmt: skip
def test_names_of_a_line(
    page_of: Callable[..., Page], language: str, line: str, expected: list[str]
) -> None:
    assert told(page_of(line, language)) == expected


def test_a_surname_is_found_again(page_of: Callable[..., Page]) -> None:
    page = page_of("משה ברנדלר הגיע אתמול.\nשומר הים ראה את ברנדלר, ולברנדלר לא היה מה לומר.", "he")
    assert told(page) == ["PER משה ברנדלר", "PER ברנדלר", "PER ברנדלר"]


@pytest.mark.model
def test_a_role_stands_beside_its_holder(page_of: Callable[..., Page]) -> None:
    page = page_of("Former minister Marta Lind met Jonas Berg, the mayor, in Berlin.")
    assert roles(page) == [("Marta Lind", "minister", "Former"), ("Jonas Berg", "mayor", None)]


@pytest.mark.model
def test_captions_name_nobody(page_of: Callable[..., Page]) -> None:
    text = "Anna Roe in a boat\nThe boat left Berlin."
    assert told(page_of(text, zones=(("caption", 0, 18),))) == ["LOC Berlin"]


@given(st.text(max_size=60), st.sampled_from(["uk", "ar", "fa", "he"]))
def test_names_lie_apart_inside_the_text(text: str, language: str) -> None:
    found = tag(text, language)
    assert all(0 <= a < b <= len(text) for a, b, _ in found)
    assert all(b <= c for (_, b, _), (c, _, _) in pairwise(found))

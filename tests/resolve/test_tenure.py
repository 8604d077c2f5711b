"""From when to when was a role held?"""

import dataclasses

import pytest

from sayso.model.collection import Collection
from sayso.model.entity import Entity
from sayso.model.mention import Role
from sayso.reading.roles import roles
from sayso.resolve.across import across
from sayso.resolve.tenure import Tenure, held, meaning, tenure, who_held
from tests.resolve.pages import page


def told(marked, title, language="en", tense=None, said_on="2024-05-02"):
    read = page(marked, 0, language)
    at = read.text.index(title)
    span = read.span(at, at + len(title))
    role = Role(read.mentions[0].id, span, title, None, tense, said_on)
    return tenure(role, read), read, role


@pytest.mark.parametrize(
    ("marked", "title", "language", "since", "until"),
    [
        ("[PER Anna Keller], minister from 2019 to 2022, denied it.", "minister", "en", 2019, 2022),
        (
            "[PER Anna Keller], head of the fleet since 2019, left.",
            "head of the fleet",
            "en",
            2019,
            None,
        ),
        ("Mayor [PER Anna Keller] (2011–2015) was there.", "Mayor", "en", 2011, 2015),
        ("Mayor [PER Anna Keller] said that since 2019 prices rose.", "Mayor", "en", None, None),
        ("[PER Анна Келлер], министр с 2019 по 2022 год, ушла.", "министр", "ru", 2019, 2022),
        ("[PER Ганна Левицька], міністерка до 2021 року, пішла.", "міністерка", "uk", None, 2021),
        ("[PER يوسف الحمداني]، وزير النقل منذ عام 2019، نفى.", "وزير النقل", "ar", 2019, None),
        ("[PER رضا کریمی]، وزیر از سال ۱۳۹۸ تا ۱۴۰۰، رفت.", "وزیر", "fa", 2019, 2022),
        ("[PER דנה לוי], שרה מאז 2019, הכחישה.", "שרה", "he", 2019, None),
    ],
)
def test_years_right_behind_a_role(marked, title, language, since, until):
    found, read, _ = told(marked, title, language)
    assert (found.since, found.until) == (since, until)
    if found.words:
        assert any(c.isdigit() for c in read.words(found.words))


def test_a_former_minister_is_none_now_and_a_minister_is_one_on_the_day():
    former, _, _ = told("[PER Anna Keller], ex minister", "minister", tense="ex")
    now, _, _ = told("[PER Anna Keller], minister", "minister")
    assert held(former, "2024-05") == "no"
    assert held(former, "2023-09") == "unknown"
    assert held(now, "2024-05-02") == "yes"
    assert held(now, "2023-09") == "unknown"


def test_since_a_year_until_the_text_holds_between():
    found, _, _ = told("[PER Anna Keller], minister since 2019", "minister")
    assert [held(found, day) for day in ("2018", "2019", "2022-09", "2025")] == [
        "no",
        "unknown",
        "yes",
        "unknown",
    ]


def test_nothing_told_is_unknown():
    assert held(Tenure(), "2022-09") == "unknown"


def test_said_before_and_after_september_is_held_in_september():
    _, read, role = told("[PER Anna Keller], defence minister", "defence minister")
    early = dataclasses.replace(role, said_on="2022-06-01")
    later = dataclasses.replace(role, said_on="2022-11-01")
    entity = Entity("e", "PER", (), (role.holder,), (early, later))
    pages = {role.holder: read}
    (found,) = who_held([entity], pages, "defence minister", "2022-09")
    assert found.answer == "yes"
    assert list(who_held([entity], pages, "mayor", "2022-09")) == []


@pytest.mark.parametrize(
    ("word", "language", "sense"),
    [
        ("тогдашнего", "ru", "then"),
        ("колишнього", "uk", "former"),
        ("לשעבר", "he", "former"),
        ("جدید", "fa", "new"),
        ("newly appointed", "en", "new"),
        ("الحالي", "ar", "current"),
    ],
)
def test_the_word_that_dates_a_role(word, language, sense):
    assert meaning(word, language) == sense


def test_an_office_is_asked_for_in_any_language_and_a_deputy_does_not_hold_it():
    read = page("وزير الدفاع [PER كريم النجار]", language="ar")
    read = read.having(tuple(roles(read, list(read.mentions))))
    found = [r for r in across(Collection((read,))) if isinstance(r, Entity)]
    pages = {m.id: read for m in read.mentions}
    assert [h.answer for h in who_held(found, pages, "defence minister", "2022-09")] == ["unknown"]
    assert not list(who_held(found, pages, "deputy defence minister", "2022-09"))

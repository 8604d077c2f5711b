"""Does sayso know which language a line is in?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.identify import identify, runs
from sayso.settings import LANGUAGES


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("The harbour office would not comment.", "en"),
        ("Мэр города не объяснил, почему закрыт мост.", "ru"),
        ("Мер міста не пояснив, чому закрито міст.", "uk"),
        ("قالت الوزارة إن الجسر مغلق منذ يومين", "ar"),
        ("وزارت راه گفت پل دو روز است که بسته شده", "fa"),
        ("העירייה לא הסבירה מדוע הגשר סגור", "he"),
        (
            "Der Hafen ist seit gestern nicht mehr für die Schiffe offen und die Stadt schweigt",
            "und",
        ),
        ("12.03.2024 — 14:00", "und"),
        ("日本の港", "und"),
        ("", "und"),
    ],
)
def test_a_line_tells_its_language(line: str, language: str) -> None:
    assert identify(line) == language


def test_a_short_foreign_line_belongs_to_its_neighbours() -> None:
    lines = [
        "Мэр города объявил, что мост закрыт до конца месяца.",
        "Reuters",
        "Жители требуют объяснений, но мэрия молчит уже неделю.",
        "* * *",
        "Мер міста оголосив, що міст зачинено до кінця місяця.",
    ]
    assert runs(lines) == ["ru", "ru", "ru", "und", "uk"]


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    if len(text) < 20:
        assert identify(text) in (*LANGUAGES, "und")


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister sagte am Montag: „Wir haben nichts gewusst.“ Drei Menschen wurden verletzt.",
        "Il ministro ha detto lunedì che tre persone sono rimaste ferite nel porto della città.",
        "Minister powiedział w poniedziałek, że trzy osoby zostały ranne w wybuchu w porcie.",
        "Bakan pazartesi günü limandaki patlamada üç kişinin yaralandığını söyledi.",
        "Міністр заявіў у панядзелак, што тры чалавекі параненыя, паведаміла агенцтва навін.",
        "Министърът каза в понеделник, че трима души са ранени при експлозията в пристанището.",
        "وزیر نے پیر کو کہا کہ بندرگاہ میں دھماکے سے تین افراد زخمی ہوئے ہیں",
    ],
)
def test_a_language_that_is_not_read_is_not_taken_for_its_neighbour(text: str) -> None:
    assert identify(text) == "und"


@pytest.mark.parametrize(
    "text",
    [
        "Karel Dusan, Pavel Toren, Mira Kalvo, Nadia Orlenko, Rustam Belkazi, Ilse Toren.",
        "Photo: Karel Dusan / Northwire / Harbour Post",
        "SUBSCRIBE NOW FOR UNLIMITED DIGITAL ACCESS",
    ],
)
def test_names_and_labels_do_not_make_english_foreign(text: str) -> None:
    assert identify(text) == "en"

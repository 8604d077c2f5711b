"""Which names does the grammar alone tell?"""

import pytest

from sayso.language.learned_names import prefix
from sayso.language.name_patterns import spelled_out
from sayso.language.tag import tag


def told(text: str, language: str) -> list[str]:
    return [f"{kind} {text[a:b]}" for a, b, kind in tag(text, language)]


def test_a_body_is_named_with_what_it_is_for() -> None:
    line = "وأعلنت الهيئة الوطنية للانتخابات أن التصويت انتهى"
    assert "ORG الهيئة الوطنية للانتخابات" in told(line, "ar")


def test_the_letters_behind_a_body_are_the_body() -> None:
    line = "وقالت المنظمة الدولية للهجرة (م د ه) إن الطريق مغلق"
    assert told(line, "ar") == ["ORG المنظمة الدولية للهجرة", "ORG م د ه"]


@pytest.mark.parametrize(
    ("word", "kind", "language", "size"),
    [
        ("לירושלים", "LOC", "he", 1),
        ("ירושלים", "LOC", "he", 0),
        ("וברנדלר", "PER", "he", 1),
        ("بالقاهرة", "LOC", "ar", 1),
        ("بيروت", "LOC", "ar", 0),
        ("Києва", "LOC", "uk", 0),
    ],
)
def test_prefixes_stay_outside_the_name(word: str, kind: str, language: str, size: int) -> None:
    assert prefix(word, kind, language) == size


def test_two_sentences_are_not_one_name() -> None:
    line = "Голова Європейської комісії мовчить. Європейська комісія не відповіла."
    assert all("." not in name for name in told(line, "uk"))


@pytest.mark.model
def test_handles_and_tags_name_nobody() -> None:
    assert told("@dockwatch47 thanks, see you in London on Friday #harbour", "en") == ["LOC London"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Inspectors of the Roske Mountain Safety Organisation (RMSO) left.", ["Roske Mountain Safety Organisation", "RMSO"]),
        ("Региональная организация морской безопасности (РОМБ) молчит.", ["Региональная организация морской безопасности", "РОМБ"]),
        ("Ілорська служба охорони кордону (ІСОК) мовчить.", ["Ілорська служба охорони кордону", "ІСОК"]),
        ("The ship was lost (LOL) on Friday.", []),
        ("Ten trucks (TT) left.", []),
    ],
)  # fmt: skip
def test_letters_in_brackets_show_where_a_body_begins(line, names):
    assert [line[a:b] for a, b, _ in spelled_out(line)] == names


@pytest.mark.model
def test_a_union_of_states_is_an_organisation_in_russian() -> None:
    found = told("Роске вступило в Европейский союз, на территории ЕС живут его граждане.", "ru")
    assert {"ORG Европейский союз", "ORG ЕС"} <= set(found)


@pytest.mark.model
def test_a_name_in_brackets_is_a_name_apart() -> None:
    found = told("Об этом сообщил адвокат Томас Ридман (Thomas Riedman).", "ru")
    assert {"PER Томас Ридман", "PER Thomas Riedman"} <= set(found)

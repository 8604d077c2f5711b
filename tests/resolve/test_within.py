"""Names inside one article."""

import pytest

from sayso.resolve.within import within
from tests.resolve.pages import linked, page


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[PER Marta Lind] spoke. [PER Lind] left.", ("Marta Lind", "Lind")),
        ("[PER Сергей Лебедев] молчит. У [PER Лебедева] обыск.", ("Сергей Лебедев", "Лебедева")),
        (
            "[PER Олена Григоренко] каже. [PER Григоренко] проти.",
            ("Олена Григоренко", "Григоренко"),
        ),
        ("قال [PER يوسف الخطيب] ثم غادر. [PER والخطيب] صامت.", ("يوسف الخطيب", "والخطيب")),
        ("[PER אהוד קפלן] אמר. [PER לקפלן] אין תגובה.", ("אהוד קפלן", "לקפלן")),
        ("[PER شیرین مرادی] گفت. [PER مرادی] رفت.", ("شیرین مرادی", "مرادی")),
        (
            "[ORG Northern Grid Authority] ([ORG NGA]) paid.",
            ("Northern Grid Authority", "NGA"),
        ),
        ("[ORG Halvan Sea Trade] ([ORG HALSEA]) and [ORG HALSEA].", ("Halvan Sea Trade", "HALSEA")),
        (
            "[PER Анна Сергеевна Климова] пришла. [PER Анна Сергеевна] ушла.",
            ("Анна Сергеевна Климова", "Анна Сергеевна"),
        ),
        ("[ORG United Nations] and the [ORG UN].", ("United Nations", "UN")),
        (
            "[PER Leila Haddad-Brandt] spoke. [PER Ms. Haddad-Brandt] left.",
            ("Leila Haddad-Brandt", "Ms. Haddad-Brandt"),
        ),
        (
            "[PER Ян ван ден Берг] там. Без [PER ван ден Берга] тихо.",
            ("Ян ван ден Берг", "ван ден Берга"),
        ),
        ("قال [PER خالد بن ناصر] ثم عاد [PER بن ناصر].", ("خالد بن ناصر", "بن ناصر")),
        (
            "[ORG Lake Rail Company] and [ORG Lake Road Company]. The [ORG Rail Company] won.",
            ("Lake Rail Company", "Rail Company"),
        ),
        (
            '[ORG המנהל לבטיחות הים] ([ORG מב"ה]) שותק.',
            ("המנהל לבטיחות הים", 'מב"ה'),
        ),
        (
            "[ORG Регіональна служба] безпеки моря ([ORG РСБМ]) мовчить.",
            ("Регіональна служба", "РСБМ"),
        ),
        (
            "[PER Юрій Левицький] і [PER Ганна Левицька]. Сама [PER Левицька] мовчить.",
            ("Ганна Левицька", "Левицька"),
        ),
    ],
)
def test_a_shorter_name_leads_back_to_the_full_one(marked, expected):
    assert expected in linked(marked)


def test_a_surname_with_two_bearers_links_to_neither():
    assert linked("[PER Anna Keller] met [PER Jonas Keller]. [PER Keller] left.") == set()


def test_a_surname_means_the_one_bearer_met_so_far():
    found = linked("[PER Anna Keller] left. [PER Keller] was ill. [PER Jonas Keller] wept.")
    assert found == {("Anna Keller", "Keller")}


def test_a_body_whose_words_two_others_hold_is_linked_to_neither():
    marked = "[ORG Lake Rail Company], [ORG Hill Rail Company]. The [ORG Rail Company] won."
    assert linked(marked) == set()


def test_an_initial_decides_between_two_bearers():
    found = linked("[PER Anna Keller] met [PER Jonas Keller]. [PER J. Keller] left.")
    assert found == {("Jonas Keller", "J. Keller")}


def test_a_person_and_an_organisation_of_one_name_are_not_linked():
    assert linked("[PER Pavel Tarasenko] founded the [ORG Tarasenko].") == set()


def test_a_short_name_in_the_headline_leads_to_the_full_one_below():
    assert ("Marta Lind", "Lind") in linked("[PER Lind] resigns\n[PER Marta Lind] has resigned.")


def test_every_link_says_which_rule_made_it():
    for link in within(page("[PER Marta Lind] spoke. [PER Lind] left.")):
        assert link.verdict == "same"
        assert link.because[0] == "surname"

"""Whose role is it, where several people stand in a row?"""

import pytest

from sayso.reading.roles import roles
from tests.resolve.pages import page


def told(marked, language):
    read = page(marked, language=language)
    holders = {m.id: m.surface for m in read.mentions}
    return [(holders[r.holder], r.words) for r in roles(read, list(read.mentions))]


LISTS = [
    (
        "He met the Minister of Transport, [PER Ann Lee], and the head of the [ORG Customs Service], [PER Bo Rask].",
        "en",
        [("Ann Lee", "Minister of Transport"), ("Bo Rask", "head")],
    ),
    (
        "Transport minister [PER Ann Lee], customs chief [PER Bo Rask] and mayor [PER Cid Orr] came.",
        "en",
        [("Ann Lee", "Transport minister"), ("Bo Rask", "customs chief"), ("Cid Orr", "mayor")],
    ),
    (
        "Приехали министр транспорта [PER Анна Ли], начальник таможни [PER Бо Раск] и мэр [PER Сид Орр].",
        "ru",
        [("Анна Ли", "министр транспорта"), ("Бо Раск", "начальник таможни"), ("Сид Орр", "мэр")],
    ),
    (
        "Приехали министр транспорта [PER Анна Ли], и начальник [ORG Таможенной службы] [PER Бо Раск].",
        "ru",
        [("Анна Ли", "министр транспорта"), ("Бо Раск", "начальник")],
    ),
    (
        "Приїхали міністр транспорту [PER Анна Лі], начальник митниці [PER Бо Раск] та мер [PER Сід Орр].",
        "uk",
        [("Анна Лі", "міністр транспорту"), ("Бо Раск", "начальник митниці"), ("Сід Орр", "мер")],
    ),
    (
        "حضر وزير النقل [PER آن لي]، ورئيس الجمارك [PER بو راسك]، ومحافظ المدينة [PER سيد أور].",
        "ar",
        [("آن لي", "وزير النقل"), ("بو راسك", "ورئيس الجمارك"), ("سيد أور", "ومحافظ المدينة")],
    ),
    (
        "وزیر راه [PER آن لی]، رئیس گمرک [PER بو راسک] و شهردار [PER سید اور] آمدند.",
        "fa",
        [("آن لی", "وزیر راه"), ("بو راسک", "رئیس گمرک"), ("سید اور", "شهردار")],
    ),
    (
        "הגיעו שר התחבורה [PER אן לי], ראש המכס [PER בו ראסק] וראש העיר [PER סיד אור].",
        "he",
        [("אן לי", "שר התחבורה"), ("בו ראסק", "ראש המכס"), ("סיד אור", "וראש העיר")],
    ),
]


@pytest.mark.parametrize(("marked", "language", "wanted"), LISTS)
def test_in_a_list_each_has_a_role_of_their_own(marked, language, wanted):
    assert told(marked, language) == wanted


@pytest.mark.parametrize(
    ("marked", "language", "wanted"),
    [
        ("[PER Ann Lee], adviser to President [PER Bo Rask], left.", "en", "adviser"),
        ("[PER Ann Lee], and that is the head, left.", "en", None),
        ("[PER Анна Ли], советник президента [PER Бо Раска], уехала.", "ru", "советник президента"),
        ("[PER Анна Ли] (и глава [ORG Фонда]) уехала.", "ru", "глава"),
    ],
)
def test_a_role_behind_a_name_is_its_own_unless_it_is_the_next_in_a_list(marked, language, wanted):
    assert dict(told(marked, language)).get(marked[5:].partition("]")[0]) == wanted

"""Pairs of names: the blind set and its floors."""

from pathlib import Path

import pytest

from sayso.resolve.named import opinion

ROWS = [
    row.split("\t")
    for row in Path("golden/names/pairs.tsv").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]


def test_merges_on_the_golden_pairs_hold_their_floor():
    verdicts = [(r[0], opinion(r[1], r[2], r[4], r[5]).verdict) for r in ROWS]
    merged = [gold for gold, verdict in verdicts if verdict == "same"]
    offered = [gold for gold, verdict in verdicts if verdict != "apart"]
    total = sum(gold == "same" for gold, _ in verdicts)
    assert merged.count("same") / len(merged) >= 0.97
    assert merged.count("same") / total >= 0.85
    assert offered.count("same") / total >= 0.98
    assert offered.count("same") / len(offered) >= 0.85


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r[2]} | {r[5]}")
def test_an_opinion_does_not_depend_on_the_order(row):
    there = opinion(row[1], row[2], row[4], row[5])
    back = opinion(row[4], row[5], row[1], row[2])
    assert (there.verdict, there.firm) == (back.verdict, back.firm)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Abd al-Aziz Rahimi", "عبد العزيز رحيمي", "same"),
        ("Абдель Азиз Рахими", "Abdulaziz Rahimi", "same"),
        ("Gholam Reza Nouri", "غلامرضا نوری", "same"),
        ("Александр Карпович", "Aliaksandr Karpovich", "same"),
        ("Bertram Moreau", "Бертрам Моро", "same"),
        ("Peter Lund", "Peter Lind", "apart"),
        ("Karl Nazari", "Karla Nazari", "apart"),
        ("كريم ناصر", "كريمة ناصر", "apart"),
        ("حسن قدوري", "حسن قادري", "apart"),
        ("Boris Vasin", "Борис Басин", "apart"),
    ],
)
def test_spellings_of_one_name_and_names_one_letter_apart(one, other, verdict):
    said = opinion("PER", one, "PER", other).verdict
    assert (said == "same") == (verdict == "same")


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Карина Гриценко", "Карина Грищенко"),
        ("Мирослав Белый", "Мирослава Белая"),
    ],
)
def test_another_consonant_or_a_gender_ending_is_another_person(name, other):
    assert opinion("PER", name, "PER", other).verdict == "apart"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Марио Росси", "Maria Rossi"),
        ("Валерий Костин", "Валерия Костина"),
        ("Karim Saleh", "كريمة صالح"),
        ("Pavel Rudnev", "Павел Руднов"),
        ("محمد سعيد عمر", "محمد سعد عمر"),
        ("Олександра Ільїна", "Олександр Ільїн"),
        ("Олександра Коваль", "Олександр Коваль"),
    ],
)
def test_what_may_be_two_people_is_never_merged_by_itself(name, other):
    assert opinion("PER", name, "PER", other).verdict != "same"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Олександра Коваля", "Oleksandr Koval"),
        ("Мирослава Ткача", "Мирослав Ткач"),
        ("Александра Мороза", "Александр Мороз"),
    ],
)
def test_a_mans_name_in_the_genitive_is_not_a_womans(name, other):
    assert opinion("PER", name, "PER", other).verdict == "same"


def test_a_parent_is_not_the_child_she_is_called_after():
    assert opinion("PER", "ياسين", "PER", "أم ياسين").firm


def test_the_red_cross_of_one_country_has_one_name_in_two_languages():
    assert opinion("ORG", "Lebanese Red Cross", "ORG", "الصليب الأحمر اللبناني").verdict == "same"

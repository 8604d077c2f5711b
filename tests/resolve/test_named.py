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

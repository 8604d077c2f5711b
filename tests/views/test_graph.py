"""The picture of the origins says what the list says."""

from dataclasses import replace

import gates_case

from sayso.model.standing import Relation
from sayso.views.catalogue import catalogue
from sayso.views.findings import sorted_out
from sayso.views.graph import picture
from sayso.views.sheet import Sheet


def drawn(**changed):
    sheet = Sheet(catalogue(gates_case.holdings()))
    echo = gates_case.collection().standings[0]
    return picture(sheet, replace(echo, **changed))


def test_every_report_leads_from_its_article_to_its_origin():
    made = drawn()
    claims = gates_case.collection().standings[0].claims
    assert [box.kind for box in made.boxes].count("outlet") == len(claims)
    assert [box.words for box in made.boxes if box.kind == "origin"] == ["Origin 1"]
    assert made.label == "2 reports lead back to 1 origin"


def test_origins_that_may_be_one_are_joined_by_a_dashed_line():
    claims = gates_case.collection().standings[0].claims
    made = drawn(groups=tuple((c,) for c in claims), at_least=1, at_most=2)
    assert len(made.doubts) == 1
    assert made.label == "2 reports lead back to 1 to 2 origins"


def test_boxes_do_not_overlap():
    boxes = sorted((b.x, b.y) for b in drawn().boxes)
    assert len(set(boxes)) == len(boxes)


def test_one_report_needs_no_picture():
    claims = gates_case.collection().standings[0].claims
    assert drawn(claims=claims[:1], groups=(claims[:1],)) is None


def test_a_conflict_is_shown_once_and_not_from_both_sides():
    made = catalogue(gates_case.holdings())
    one, other = list(made.standings.values())[:2]
    for a, b in ((one, other), (other, one)):
        relations = (Relation(b.id, "contradicts", ("one is negated",)),)
        made.standings[a.id] = replace(a, flags=("conflicting",), relations=relations)
    found = sorted_out(made)
    assert len({one.id, other.id} & set(found["conflicting"])) == 1
    assert {one.id, other.id} <= made.places.keys()

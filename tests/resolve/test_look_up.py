"""Who of a reader's list may be named in the texts?"""

import pytest

from sayso.errors import UnreadableInput
from sayso.model.entity import Entity, Name
from sayso.model.failure import Failure
from sayso.model.listed import Listed
from sayso.resolve.listing import listing
from sayso.resolve.look_up import look_up

FTM = (
    '{"id":"q-1","schema":"Person","properties":{"name":["Рустам Белкази"],"alias":["R. Belkazi"],'
    '"birthDate":["1961-04-02"],"topics":["sanction"]}}\n'
    '{"id":"a-1","schema":"Address","properties":{"full":["1 Quay Street"]}}\n'
    '{"id":"q-2","schema":"Company","properties":{"name":["Borvek Shipping"]}}\n'
)
TABLE = "id;schema;name;aliases\n7;Person;Nadia Orlenko;Надія Орленко\n"


def entity(kind, *names):
    written = tuple(Name(text, "en", "Latn", 1) for text in names)
    return Entity(f"{kind} {names[0]}", kind, written, ())


def found(data, *entities):
    listed = [r for r in listing(data.encode(), "list") if isinstance(r, Listed)]
    return [(m.name, m.as_listed, m.strength) for m in look_up(entities, listed)]


def test_a_name_is_found_in_another_script_and_told_why():
    (match,) = look_up(
        [entity("PER", "רוסטאם בלקאזי", "Belkazi")],
        [r for r in listing(FTM.encode(), "list") if isinstance(r, Listed)],
    )
    assert match.listed.id == "q-1"
    assert match.because
    assert ("topics", "sanction") in match.listed.told


@pytest.mark.parametrize(
    ("names", "kind"),
    [(("Belkazi",), "PER"), (("Rustam Belkazi",), "ORG"), (("Ruslan Belkazov",), "PER")],
)
def test_no_lone_surname_no_other_kind_no_other_man(names, kind):
    assert found(FTM, entity(kind, *names)) == []


def test_a_table_with_semicolons_and_aliases():
    assert found(TABLE, entity("PER", "Надія Орленко")) == [
        ("Надія Орленко", "Надія Орленко", "names agree")
    ]


def test_bad_rows_are_told_and_the_rest_is_read():
    rows = list(
        listing((FTM + '{"id": \n{"id":"x","schema":"Person","properties":{}}\n').encode(), "l")
    )
    assert [r.reason for r in rows if isinstance(r, Failure)] == [
        "l: line 4 of the list is not JSON; it was left out",
        "l: line 5 of the list names nobody; it was left out",
    ]
    assert len(rows) == 4


def test_a_row_with_too_few_cells_is_told():
    (bad,) = listing(b"id,name\n1\n", "l")
    assert "1 cells for 2 columns" in bad.reason


@pytest.mark.parametrize("data", [b"", b"surname,town\nBelkazi,Halvan\n", b"name\n\xff\xfa\n"])
def test_what_is_no_list_is_said_in_one_sentence(data):
    with pytest.raises(UnreadableInput, match="the list"):
        list(listing(data, "l"))


def test_the_order_of_entities_does_not_matter():
    people = [entity("PER", "Rustam Belkazi"), entity("PER", "Р. Белкази")]
    assert found(FTM, *people) == found(FTM, *reversed(people))

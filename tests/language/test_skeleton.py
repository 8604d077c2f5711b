"""Does a name keep its skeleton from script to script?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.script import script
from sayso.language.skeleton import skeleton


@pytest.mark.parametrize(
    "spellings",
    [
        "Mohammed محمد Мохаммед מוחמד",
        "Williams ويليامز Уильямс ויליאמס Вільямс",
        "George جورج Джордж ג'ורג'",
        "Michael مايكل Майкл מייקל",
    ],
)
def test_one_name_one_skeleton(spellings: str) -> None:
    assert len({skeleton(name) for name in spellings.split()}) == 1


def test_brothers_differ() -> None:
    assert skeleton("Karim Nasser") != skeleton("Sami Nasser")


@given(st.text(max_size=40))
def test_a_skeleton_is_of_classes_only(name: str) -> None:
    assert set(skeleton(name)) <= set("BTSKRLMN .")


def test_script_is_that_of_most_letters() -> None:
    assert [script(t) for t in ("Київ (Kyiv), Україна", "NATO", "رام الله", "צה״ל", "—")] == [
        "Cyrl", "Latn", "Arab", "Hebr", "Zyyy",
    ]  # fmt: skip

"""Are words, numbers and marks cut where they should be?"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.tokens import tokens


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The mayor|'s ex-aide didn't pay $ 3.5 million ."),
        ("uk", "Об'єднання «|Сула|» з Нью-Йорка"),
        ("he", 'דובר צה״ל ויו"ר הוועדה , רח׳ הנמל'),
        ("fa", "او نمی‌خواهد برود"),
        ("ar", "قالَ مُحَمَّد : ٣٫٥"),
    ],
)
def test_words(language: str, told: str) -> None:
    text = told.replace("|", "")
    assert [t.text for t in tokens(text, language)] == told.replace("|", " ").split()


@given(st.text(max_size=80))
def test_a_token_is_the_words_at_its_offsets(text: str) -> None:
    found = tokens(text, "en")
    assert all(text[t.start : t.stop] == t.text and t.text for t in found)
    assert all(a.stop <= b.start for a, b in pairwise(found))

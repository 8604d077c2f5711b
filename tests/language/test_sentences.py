"""Do sentences end where a reader would end them, and is nothing lost?"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.sentences import explain, sentences
from sayso.settings import LANGUAGES


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Gen. Roe left the U.S. base at 5 p.m. on Friday.|Nobody followed."),
        ("en", '"Stop. Now," she told the crew.|They did not.'),
        ("en", "J. K. Doe paid $3.5 million.|Why?|Nobody knows!"),
        ("ru", "А. Б. Петров приехал в г. Гродно.|«Нет!» — сказал он.|Мост закрыт."),
        ("ru", "Это было в 2021 г.|Президент молчал."),
        ("uk", "Вул. Садова зачинена.|«Чому?» — спитала І. Коваль."),
        ("ar", "وصل د. سامي إلى الميناء.|لماذا؟|لا أحد يعرف."),
        ("fa", "او دیروز رفت.|چرا؟|کسی نمی‌داند."),
        ("he", 'ד"ר לוי אמר "לא. אין" והלך.|למה?|ככה.'),
    ],
)
def test_cuts(language: str, told: str) -> None:
    text = told.replace("|", " ")
    assert "|".join(text[a:b] for a, b in sentences(text, language)) == told


def test_glued_sentences_come_apart() -> None:
    text = "The bridge stayed shut.The mayor left."
    assert [text[a:b] for a, b in sentences(text, "en")] == [
        "The bridge stayed shut.",
        "The mayor left.",
    ]


def test_a_rule_answers_for_each_verdict() -> None:
    assert explain("Dr. Roe left. She ran.", "en") == [
        (4, "join", "abbreviation"),
        (14, "cut", "full stop"),
    ]


@given(st.text(alphabet='ab АІ.!?…«»"“”\n\t (),-1', max_size=120), st.sampled_from(LANGUAGES))
def test_nothing_is_lost(text: str, language: str) -> None:
    spans = sentences(text, language)
    covered = {i for a, b in spans for i in range(a, b)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)

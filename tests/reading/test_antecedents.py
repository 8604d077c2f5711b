"""Titles that mean one person of the article, and titles that are left open."""

import pytest

from sayso.reading.antecedents import bearer
from sayso.reading.roles import roles
from tests.resolve.pages import page


def meant(marked, words, language):
    read = page(marked, language=language)
    read = read.having(tuple(roles(read, list(read.mentions))))
    at = read.text.rindex(words)
    found = bearer(read, (at, at + len(words)))
    return next((m.surface for m in read.mentions if m.id == found), None)


@pytest.mark.parametrize(
    ("marked", "words", "language"),
    [
        ("Mayor [PER Ann Lee] left. The mayor said no.", "The mayor", "en"),
        ("Губернатору [PER Ann Lee] не верят. «Нет», — ответил губернатор.", "губернатор", "ru"),
        ("Міністерка [PER Ann Lee] приїхала. Міністерка мовчить.", "Міністерка", "uk"),
        ("وصلت وزيرة النقل [PER Ann Lee]. وقالت الوزيرة ذلك.", "الوزيرة", "ar"),
        ("شهردار [PER Ann Lee] آمد. شهردار گفت.", "شهردار", "fa"),
        ("שרת התחבורה [PER Ann Lee] הגיעה. אמרה השרה.", "השרה", "he"),
    ],
)
def test_a_title_means_the_one_who_bears_it(marked, words, language):
    assert meant(marked, words, language) == "Ann Lee"


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("Mayor [PER Ann Lee] met mayor [PER Bo Rask]. The mayor said no.", "The mayor"),
        ("Former mayor [PER Ann Lee] left. The mayor said no.", "The mayor"),
        ("The mayor said no. Mayor [PER Ann Lee] left.", "The mayor"),
        ("Mayor [PER Ann Lee] left. A mayor said no.", "A mayor"),
    ],
)
def test_a_title_that_may_mean_several_or_nobody_is_left_open(marked, words):
    assert meant(marked, words, "en") is None

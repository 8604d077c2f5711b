"""Where does a name begin that a prefix, an article or a word for its kind stands before?"""

import pytest

from sayso.language.learned_names import _cut, _head
from sayso.language.tokens import tokens


@pytest.mark.parametrize(
    ("name", "kind", "language", "wanted"),
    [
        ("בתל אביב", "LOC", "he", "תל אביב"),
        ("האיחוד האירופי", "ORG", "he", "האיחוד האירופי"),
        ("עיתון הארץ", "ORG", "he", "הארץ"),
        ("שמאל", "ORG", "he", "שמאל"),
        ("شمال کادریا", "LOC", "fa", "کادریا"),
        ("شمال أفريقيا", "LOC", "ar", "شمال أفريقيا"),
        ("روزنامه ساحل", "ORG", "fa", "ساحل"),
    ],
)
def test_a_name_without_what_is_no_part_of_it(name, kind, language, wanted):
    found = tokens(name, language)
    found = found[_head(found, kind, language) :]
    assert name[found[0].start + _cut(found, kind, language) :] == wanted

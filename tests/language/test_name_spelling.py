"""Does spelling tell names from common words?"""

from sayso.language.name_spelling import spelling


def test_a_foreign_surname_is_spelled_like_a_name() -> None:
    assert int(spelling("וולסטון", "he")) > int(spelling("המרתקת", "he"))


def test_only_scripts_without_capitals_are_rated() -> None:
    assert spelling("rostov", "en") == ""

"""Under which name does the dossier show somebody?"""

import pytest

from sayso.model.entity import Entity, Name
from sayso.views.sheet import called


@pytest.mark.parametrize(
    ("kind", "names", "shown"),
    [
        ("PER", (("Торен", "Cyrl", 9), ("Павел Торен", "Cyrl", 2)), "Павел Торен"),
        ("PER", (("Торен", "Cyrl", 9), ("Pavel Toren", "Latn", 1)), "Pavel Toren"),
        ("PER", (("Toren", "Latn", 9), ("پاول تورن", "Arab", 1)), "پاول تورن"),
        ("ORG", (("RMSO", "Latn", 3), ("Regional Organization", "Latn", 1)), "RMSO"),
    ],
)
def test_a_full_name_before_a_surname_then_the_readers_script(kind, names, shown):
    told = tuple(Name(text, "en", script, count) for text, script, count in names)
    name = called(Entity("ent-1", kind, told, ()))
    assert name is not None
    assert name.text == shown


def test_nobody_without_a_name_is_given_one():
    assert called(Entity("ent-1", "PER", (), ())) is None

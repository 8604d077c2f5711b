"""Can a case read back every kind of record that a stage may hand it?"""

import typing

import pytest

from sayso.case.outputs import KINDS
from sayso.model.collection import Gathered


@pytest.mark.parametrize("kind", typing.get_args(Gathered), ids=lambda k: k.__name__)
def test_what_is_gathered_can_be_read_again(kind: type) -> None:
    assert KINDS[kind.__name__] is kind

"""Walking a parse: a parser may hand over words that hang on each other in a ring."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.language.token import Sentence, Token
from sayso.reading.grammar import Tree


@given(st.lists(st.integers(-1, 9), min_size=1, max_size=10))
def test_every_walk_up_a_tree_ends_at_a_root(heads):
    tokens = tuple(
        Token(2 * i, 2 * i + 1, "x", "x", "NOUN", "dep", head, "") for i, head in enumerate(heads)
    )
    text = "x " * len(heads)
    tree = Tree(text, Sentence(0, len(text), tokens))
    for i in range(len(heads)):
        steps, at = 0, i
        while (at := tree.head(at)) is not None:
            steps += 1
            assert steps < len(heads)
        assert i in tree.under(i)

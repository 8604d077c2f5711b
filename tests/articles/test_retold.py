"""Are neighbours on one event parted where an opening is told again, and one article left whole?"""

import pytest

from sayso.articles.scores import probability
from sayso.articles.split import split
from sayso.model.article import Article, Boundary
from sayso.model.text import Document

FIRST = """A tram left the rails in Harrowby on Friday and 12 people were taken to hospital.
Tram driver Lou Marden said the brakes had failed on the hill.
"I rang the bell and hoped," Marden said.
The operator said Marden was one of its best.
"""
SECOND = """The tram that left the rails in Harrowby on Friday had not been inspected since March, the engineers' union said.
Engineer Pia Kent said every brake would be taken apart.
Kent asked passengers for patience. Buses run instead, and tickets are valid on the ferry too.
"""
FEATURE = """Nobody in Harrowby remembers the town without its trams.
Conductor Will Asher, 70, has worked on them since school.
"You hear them in your sleep," Asher said.
He collects bells. His wife collects his complaints about bells.
On Friday he rode the first tram through Harrowby once more, as a passenger.
Asher paid the fare. The driver would not take it.
He keeps the ticket in a drawer with his wife's letters.
"""


def read(text):
    return list(split(Document("0", "text/1", text, "text/plain", "heap", "utf-8")))


def articles(text):
    return [text[a.span.start : a.span.stop] for a in read(text) if isinstance(a, Article)]


def test_a_second_outlet_tells_the_event_again():
    assert articles(FIRST + SECOND) == [FIRST.strip(), SECOND.strip()]


def test_each_alone_is_one_article():
    assert [len(articles(t)) for t in (FIRST, SECOND, FEATURE)] == [1, 1, 1]


def test_the_reason_is_said():
    cut = [b for b in read(FIRST + SECOND) if isinstance(b, Boundary) and b.cut]
    assert "an opening above told again" in cut[-1].because[0]


@pytest.mark.parametrize("score", [-1e9, -30.0, -1.0, 0.0, 1.0, 30.0, 1e9])
def test_a_probability_lies_between_none_and_one(score):
    assert 0 <= probability(score) <= 1


def test_every_boundary_but_the_first_has_a_probability():
    first, *others = [b for b in read(FIRST + SECOND) if isinstance(b, Boundary)]
    assert first.probability is None
    assert not first.doubtful
    assert all(b.probability is not None for b in others)
    assert any(b.doubtful for b in others)

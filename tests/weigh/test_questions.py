"""Do the questions of the texts gather what bears on them?"""

from affair import affair

from sayso.model.lines import of_kind
from sayso.model.question import Question
from sayso.weigh.weigh import weigh, weighed

ASKED = """
    [Gazette 2024-03-05 > Lind] ? Did the Corvina carry weapons to Arden?
    [Courier 2024-03-06 > Keller] The Corvina carried weapons.
    [Herald 2024-03-06 > Dockers Union] The port of Belmor has no crane.
"""


def test_a_question_gathers_what_speaks_of_the_same_and_nothing_else() -> None:
    collection = affair(ASKED)
    (question,) = of_kind(Question, tuple(weighed(collection)))
    standings = {s.id: s for s in weigh(collection)}
    (bearing,) = question.bearings
    page = next(p for p in collection.pages if p.source == "Courier.txt")
    assert standings[bearing.standing].claims == (page.claims[0].id,)
    assert any("Corvina" in why for why in bearing.because)


def test_a_text_that_asks_nothing_makes_no_question() -> None:
    told = "[Gazette > Lind] The Corvina carried weapons."
    assert of_kind(Question, tuple(weighed(affair(told)))) == ()

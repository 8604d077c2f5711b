"""Are the words shown in which two outlets quote one voice differently?"""

from dataclasses import replace

from affair import affair

from sayso.model.collection import Collection
from sayso.weigh.weigh import weigh

TOLD = """
    [Gazette 2024-03-05 > Keller] The Corvina carried poisoned grain to the port of Arden.
    [Courier 2024-03-06 > Keller] The Corvina carried spoiled grain to the port of Arden.
"""


def quoted(told: str) -> Collection:
    """The affair with every claim in direct speech."""
    made = affair(told)
    pages = [
        replace(
            p,
            claims=tuple(
                replace(c, chain=tuple(replace(k, manner="direct") for k in c.chain))
                for c in p.claims
            ),
        )
        for p in made.pages
    ]
    return replace(made, pages=tuple(pages))


def test_the_words_that_differ_are_shown_on_both_sides() -> None:
    collection = quoted(TOLD)
    pages = {c.id: p for p in collection.pages for c in p.claims}
    ((wording,),) = (s.wordings for s in weigh(collection))
    shown = {
        pages[claim].words(span)
        for claim, spans in zip(wording.claims, (wording.here, wording.there), strict=True)
        for span in spans
    }
    assert shown == {"poisoned", "spoiled"}


def test_two_voices_may_word_it_as_they_like() -> None:
    assert all(
        not s.wordings
        for s in weigh(
            quoted(TOLD.replace("Keller] The Corvina carried sp", "Lind] The Corvina carried sp"))
        )
    )


def test_indirect_speech_is_no_quotation() -> None:
    assert all(not s.wordings for s in weigh(affair(TOLD)))

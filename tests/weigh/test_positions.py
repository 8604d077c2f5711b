"""Does a claim say how its source can know, where the text says it?"""

import pytest
from affair import affair

from sayso.weigh.weigh import weigh


def position(told: str) -> tuple[str, str]:
    collection = affair(told)
    (standing,) = weigh(collection)
    (found,) = standing.positions
    page = collection.pages[0]
    return found.kind, page.words(found.words) if found.words else ""


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("[Gazette > an eyewitness] The Corvina burned.", ("eyewitness", "an eyewitness")),
        ("[Herald (ru) > очевидец] Корвина горела.", ("eyewitness", "очевидец")),
        ("[Herald (uk) > свідки] Корвина горіла.", ("eyewitness", "свідки")),
        ("[Herald (ar) > شاهد عيان] احترقت كورفينا.", ("eyewitness", "شاهد عيان")),
        ("[Herald (fa) > شاهد عینی] کشتی سوخت.", ("eyewitness", "شاهد عینی")),
        ("[Herald (he) > עד ראייה] האונייה נשרפה.", ("eyewitness", "עד ראייה")),
        ("[Gazette > Keller] Keller signed the papers.", ("participant", "Keller")),
        ("[Gazette > Minister Orlov] The Harbour Ministry paid.", ("official", "Harbour Ministry")),
        ("[Gazette > Lind] The Corvina burned.", ("unknown", "")),
        ("[Gazette] The Corvina burned.", ("unknown", "")),
    ],
)
def test_how_a_source_can_know_is_told_with_the_words(told: str, expected: tuple[str, str]) -> None:
    assert position(told) == expected

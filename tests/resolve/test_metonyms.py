"""Capitals and palaces that act, and those that are places."""

import pytest

from sayso.resolve.metonyms import acts
from tests.resolve.pages import page, resolved


def acting(marked, language):
    read = page(marked, language=language)
    return [acts(read, m) for m in read.mentions]


@pytest.mark.parametrize(
    ("marked", "language", "country"),
    [
        ("[LOC Tehran] rejected the offer.", "en", "loc:ir"),
        ("Talks failed, and according to [LOC Beijing] nothing was signed.", "en", "loc:cn"),
        ("[LOC Ankara] on Sunday warned its allies.", "en", "loc:tr"),
        ("[ORG Кремль] заявил, что ответ будет.", "ru", "loc:ru"),
        ("[LOC Варшава] вже відкинула умови.", "uk", "loc:pl"),
        ("ورفضت [LOC دمشق] العرض.", "ar", "loc:sy"),
        ("[LOC بغداد] پیشنهاد را رد کرد.", "fa", "loc:iq"),
        ("[ORG הבית הלבן] הודיע על העסקה.", "he", "loc:us"),
    ],
)
def test_a_capital_or_palace_that_speaks_stands_for_its_government(marked, language, country):
    assert acting(marked, language) == [country]


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("A bus crashed near [LOC Tehran].", "en"),
        ("[LOC Tehran] police said so.", "en"),
        ("Полиция [LOC Москвы] заявила об этом.", "ru"),
        ("У [LOC Варшаві] вимагали змін.", "uk"),
        ("وقع انفجار في [LOC دمشق] وقالت الشرطة ذلك.", "ar"),
        ("پلیس [LOC تهران] اعلام کرد.", "fa"),
        ("משטרת [LOC אנקרה] הודיעה על כך.", "he"),
        ("[LOC Lamsk] rejected the offer.", "en"),
    ],
)
def test_elsewhere_it_is_a_place(marked, language):
    assert acting(marked, language) == [None]


def test_a_capital_that_speaks_and_a_ministry_are_one_party():
    entities, _ = resolved(
        "[LOC Tehran] refused. [ORG Iranian Foreign Ministry] agreed. [LOC Iran]."
    )
    by_name = {n.text: e for e in entities for n in e.names}
    assert (
        by_name["Tehran"].party == by_name["Iran"].id == by_name["Iranian Foreign Ministry"].party
    )

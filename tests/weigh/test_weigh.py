"""Does weighing see one origin behind many voices, and two where there are two?"""

import random
from dataclasses import replace

from affair import affair
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.article import Copy
from sayso.model.judgement import Judgement
from sayso.model.standing import Standing
from sayso.weigh.cascade import cascade
from sayso.weigh.weigh import weigh


def largest(told: str, **more: object) -> Standing:
    return max(weigh(affair(told, **more)), key=lambda s: (len(s.claims), s.id))


def kinds(told: str) -> list[str]:
    return sorted(r.kind for s in weigh(affair(told)) for r in s.relations)


def test_one_wire_story_in_three_outlets_is_one_origin() -> None:
    found = largest("""
        [Gazette > Northwire] The Corvina carried 40 tonnes of fertiliser.
        [Courier > Northwire] The Corvina was carrying 40 tonnes of fertiliser.
        [Herald > Northwire] There were 40 tonnes of fertiliser aboard the Corvina.
    """)
    assert (len(found.outlets), found.at_least, found.at_most) == (3, 1, 1)
    assert found.status == "one origin"
    assert any("Northwire" in why for why in found.because)


def test_two_independent_origins() -> None:
    found = largest("""
        [Gazette > Keller] The Corvina carried 40 tonnes of fertiliser.
        [Courier > Dockers Union] The Corvina carried 40 tonnes of fertiliser.
    """)
    assert (found.at_least, found.at_most, found.status) == (2, 2, "several origins")


def test_several_voices_of_one_government_are_one_origin() -> None:
    found = largest("""
        [Gazette > Minister Orlov] The warehouse in Arden held fertiliser.
        [Courier > Harbour Ministry] The warehouse in Arden held fertiliser.
        [Herald > Customs Service] The warehouse in Arden held fertiliser.
    """)
    assert (len(found.claims), found.at_least, found.at_most) == (3, 1, 1)


def test_unnamed_sources_told_through_another_outlet_are_one_origin() -> None:
    found = largest("""
        [Lantern > three unnamed officials] The Corvina carried weapons to Arden.
        [Courier > Lantern > three unnamed officials] The Corvina carried weapons to Arden.
    """)
    assert (found.at_least, found.at_most) == (1, 1)
    assert "anonymous-root" in found.flags


def test_an_unnamed_source_may_be_anyone() -> None:
    found = largest("""
        [Gazette > Keller] The Corvina carried weapons to Arden.
        [Courier > an unnamed diplomat] The Corvina carried weapons to Arden.
    """)
    assert (found.at_least, found.at_most, found.status) == (1, 2, "undecided")


def test_outlets_that_cite_each_other_go_in_a_circle() -> None:
    found = largest("""
        [Gazette > Courier] The Corvina carried weapons to Arden.
        [Courier > Gazette] The Corvina carried weapons to Arden.
    """)
    assert "circular" in found.flags
    assert found.at_most == 1


def test_copied_text_has_one_origin() -> None:
    told = """
        [Gazette] The Corvina carried weapons to Arden.
        [Courier] The Corvina carried weapons to Arden.
    """
    a, b = (p.article for p in affair(told).pages)
    assert largest(told).at_most == 2
    copy = Copy(b.id, a.id, 1.0, ((b.span, a.span),), ("whole text",))
    assert largest(told, copies=(copy,)).at_most == 1


def test_the_same_claim_in_three_languages() -> None:
    found = largest("""
        [Gazette > Keller] The explosion in Arden killed 12 people.
        [Vestnik (ru) > Lind] При взрыве в Ардене погибли 12 человек.
        [Sada (ar) > Dockers Union] أدى انفجار أردن إلى مقتل 12 شخصا
    """)
    assert len(found.claims) == 3


def test_dates_of_one_event_that_exclude_each_other() -> None:
    assert kinds("""
        [Gazette] The Corvina was unloaded in Arden on 3 March 2024.
        [Courier] The Corvina was unloaded in Arden on 5 March 2024.
    """) == ["contradicts", "contradicts"]


def test_word_for_word_the_same_own_voice_has_one_origin() -> None:
    words = "The explosion in Arden killed 12 people and closed the port for a week."
    assert largest(f"[Gazette] {words}\n[Courier] {words}").at_most == 1
    assert largest(f"[Gazette] {words}\n[Courier] {words.replace('closed', 'shut')}").at_most == 2


def test_one_voice_does_not_contradict_itself() -> None:
    assert (
        kinds("""
        [Gazette 2024-03-05] The warehouse in Arden held 40 tonnes of fertiliser.
        [Gazette 2024-03-05] The warehouse in Arden held 55 tonnes of fertiliser.
    """)
        == []
    )


def test_texts_that_name_nothing_in_common_do_not_contradict() -> None:
    assert (
        kinds("""
        [Gazette 2024-03-05] A suspect was held in jail in lieu of 300 dollars bond.
        [Courier 2024-03-05] A suspect was held in jail in lieu of 700 dollars bond.
    """)
        == []
    )


def test_a_rising_toll_is_an_update() -> None:
    found = list(
        weigh(
            affair("""
        [Gazette 2024-03-05] The explosion in Arden killed 7 people.
        [Courier 2024-03-06] The explosion in Arden killed 11 people.
    """)
        )
    )
    assert [r.kind for s in found for r in s.relations] == ["supersedes"]
    assert sorted(f for s in found for f in s.flags if f != "unattributed") == ["updated"]


def test_figures_of_one_thing_contradict_and_of_two_times_do_not() -> None:
    march = "[Gazette 2024-03-05] The warehouse in Arden held 40 tonnes of fertiliser."
    same_day = "[Courier 2024-03-05] The warehouse in Arden held 55 tonnes of fertiliser."
    may = "[Courier 2024-05-05] The warehouse in Arden held 55 tonnes of fertiliser."
    assert kinds(f"{march}\n{same_day}") == ["contradicts", "contradicts"]
    assert kinds(f"{march}\n{may}") == []


def test_a_denial_is_no_assertion() -> None:
    found = list(
        weigh(
            affair("""
        [Gazette > Keller] The Corvina carried weapons to Arden.
        [Courier > Harbour Ministry] denies the Corvina carried weapons to Arden.
    """)
        )
    )
    assert [r.kind for s in found for r in s.relations] == ["denies"]
    assert any("denied" in s.flags for s in found)


def test_a_question_a_plan_and_a_possibility_never_merge_with_a_fact() -> None:
    for mark in "?!~":
        found = list(
            weigh(
                affair(f"""
            [Gazette > Keller] The Corvina carried weapons to Arden.
            [Courier] {mark} The Corvina carried weapons to Arden.
        """)
            )
        )
        assert len(found) == 2, mark


def test_lookalikes_stay_apart() -> None:
    for one, other in (
        ("Keller accused Lind of fraud.", "Lind accused Keller of fraud."),
        ("The explosion in Arden killed 12 people.", "The explosion in Belmor killed 12 people."),
        ("The fire in Arden on 3 March 2024 destroyed a warehouse.",
         "The fire in Arden on 3 March 2023 destroyed a warehouse."),
        ("The Corvina carried 40 tonnes of fertiliser.", "The Corvina carried 40 passengers."),
        ("The explosion in Arden killed 12 people.", "The explosion in Arden injured 12 people."),
    ):  # fmt: skip
        found = list(weigh(affair(f"[Gazette] {one}\n[Courier] {other}")))
        assert len(found) == 2, (one, other)


def test_the_passive_says_the_same() -> None:
    found = largest("""
        [Gazette] Keller accused Lind of fraud.
        [Courier] Lind was accused by Keller of fraud.
    """)
    assert len(found.claims) == 2


def test_non_confirmation_attaches_to_the_claim_before_it() -> None:
    found = list(
        weigh(
            affair("""
        [Gazette > Keller] The Corvina carried weapons to Arden.
        [Gazette] The claim could not be independently verified.
    """)
        )
    )
    flagged = [s for s in found if "not-confirmed" in s.flags]
    assert len(flagged) == 1
    assert len(flagged[0].not_confirmed) == 1


def test_what_falls_when_an_article_is_struck() -> None:
    told = """
        [Gazette > Keller] The Corvina carried 40 tonnes of fertiliser.
        [Courier > Dockers Union] The Corvina carried 40 tonnes of fertiliser.
        [Courier > Dockers Union] Keller resigned in Arden.
    """
    before = tuple(weigh(affair(told)))
    courier = next(p.article.id for p in affair(told).pages if "Courier" in p.source)
    strike = Judgement((courier,), "strike", "Ada", "2024-03-09T10:00:00Z")
    losses = cascade(before, tuple(weigh(affair(told, judgements=(strike,)))))
    assert [loss.after is None for loss in losses] == [True, False]
    assert losses[1].after is not None
    assert losses[1].after.at_most == 1


LINES = """
[Gazette 2024-03-05 > Keller] The Corvina carried 40 tonnes of fertiliser.
[Courier 2024-03-06 > Gazette] The Corvina was carrying 40 tonnes of fertiliser.
[Herald 2024-03-06 > Harbour Ministry] denies the Corvina carried weapons to Arden.
[Lantern 2024-03-07 > three unnamed officials] The Corvina carried weapons to Arden.
[Vestnik 2024-03-07 (ru)] При взрыве в Ардене погибли 12 человек.
[Herald 2024-03-08] The explosion in Arden killed 14 people.
""".strip().splitlines()


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_does_not_matter_and_every_claim_stands_once(shuffled: random.Random) -> None:
    pages = list(affair("\n".join(LINES)).pages)
    whole = affair("\n".join(LINES))
    expected = tuple(weigh(whole))
    shuffled.shuffle(pages)
    assert tuple(weigh(replace(whole, pages=tuple(pages)))) == expected
    claims = sorted(c for s in expected for c in s.claims)
    assert claims == sorted(c.id for p in pages for c in p.claims)
    for standing in expected:
        assert 1 <= standing.at_least <= standing.at_most == len(standing.groups)
        assert sorted(c for g in standing.groups for c in g) == sorted(standing.claims)


def test_numbers_that_are_names_count_nothing() -> None:
    one = "[Gazette 2024-03-05 > Keller] Warehouse No. 9 in Arden held fertiliser."
    other = "[Courier 2024-03-05 > Lind] Warehouse No. 7 in Arden held fertiliser."
    assert "contradicts" not in kinds(f"{one}\n{other}")


def test_buying_is_not_selling_and_a_ban_is_no_purchase() -> None:
    bought = "[Gazette 2024-03-05] Keller bought the Corvina in Arden."
    for other in ("Keller inspected the Corvina in Arden.", "Keller must stop buying the Corvina."):
        found = list(weigh(affair(f"{bought}\n[Courier 2024-03-05] {other}")))
        assert len(found) == 2, other


def test_news_of_another_year_is_another_event() -> None:
    found = list(
        weigh(
            affair("""
        [Gazette 2024-03-05] Keller bought the Corvina.
        [Courier 2022-03-05] Keller bought an old share of the Corvina.
    """)
        )
    )
    assert len(found) == 2


def test_a_doubt_about_claims_in_the_plural_reaches_all_that_the_source_says() -> None:
    found = list(
        weigh(
            affair("""
        [Gazette > Lantern] The Corvina carried weapons to Arden.
        [Gazette > Lantern] Keller paid 40 dollars.
        [Gazette] The Gazette could not independently confirm these claims.
    """)
        )
    )
    assert sum("not-confirmed" in s.flags for s in found) == 2


def test_a_short_denial_answers_the_claim_that_names_its_speaker() -> None:
    found = kinds("""
        [Gazette > Keller] Minister Orlov had a letter about the weapons.
        [Gazette > Minister Orlov] denies all rumours.
    """)
    assert found == ["denies"]


def test_reasons_quote_nothing_without_a_place() -> None:
    for standing in weigh(affair("\n".join(LINES))):
        assert not any(c in why for why in standing.because for c in "“”")


def test_a_report_older_than_the_article_it_cites_does_not_fit() -> None:
    found = largest("""
        [Courier 2024-03-09] The Corvina carried 40 tonnes of fertiliser to Arden.
        [Gazette 2024-03-05 > Courier] The Corvina carried 40 tonnes of fertiliser to Arden.
    """)
    assert found.misfits == (
        "Gazette (2024-03-05) cites Courier, whose own article is of 2024-03-09",
    )


def test_who_quotes_the_same_voice_and_leaves_this_out_is_named() -> None:
    told = """
        [Gazette 2024-03-05 > Keller] The Corvina carried 40 tonnes of fertiliser to Arden.
        [Gazette 2024-03-05 > Keller] The Corvina had no permit for weapons.
        [Courier 2024-03-05 > Keller] The Corvina carried 40 tonnes of fertiliser to Arden.
    """
    silent = [s.silent for s in weigh(affair(told)) if len(s.outlets) == 1]
    assert silent == [("Courier",)]

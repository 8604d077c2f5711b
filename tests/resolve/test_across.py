"""Names over all articles."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.collection import Collection
from sayso.model.entity import Entity
from sayso.model.judgement import Judgement
from sayso.resolve.across import across
from tests.resolve.pages import groups, page, pages, resolved, role

AFFAIR = (
    "[PER Pavel Tarasenko] of the [ORG United Nations] met [PER Marta Keller]. [PER Keller] left.",
    "[PER Павел Тарасенко] из [ORG ООН]: [PER Тарасенко] молчит. [ORG МИД Украины].",
    "[PER Павло Тарасенко] і [PER Петро Тарасенко]. [ORG Міністерство закордонних справ України]",
    "قال [PER بافل تاراسينكو] في [LOC كييف]",
    "[PER פאבל טרסנקו] אמר. [ORG רויטרס]",
    "[PER Keller] again, and [ORG Reuters] in [LOC Kyiv], [LOC Ukraine]. [PER Jonas Keller]",
    "[PER Lind] said so.",
    "[PER Lind] denied it. [PER S. Moradi]",
)


def said(subjects, verdict, why=""):
    return Judgement(tuple(subjects), verdict, "a reporter", "2026-11-24T00:00:00Z", why)


def test_one_person_in_five_spellings_is_one_entity():
    wanted = {
        "Pavel Tarasenko",
        "Павел Тарасенко",
        "Павло Тарасенко",
        "بافل تاراسينكو",
        "פאבל טרסנקו",
    }
    assert any(wanted <= names for names in groups(*AFFAIR))


def test_two_people_with_one_surname_stay_apart_and_are_reported():
    entities, links = resolved(*AFFAIR)
    named = {e.id: {n.text for n in e.names} for e in entities}
    assert not any({"Павло Тарасенко", "Петро Тарасенко"} <= names for names in named.values())
    apart = [{*named[x.a], *named[x.b]} for x in links if x.verdict == "apart"]
    assert any({"Павло Тарасенко", "Петро Тарасенко"} <= names for names in apart)
    assert all(link.because for link in links)


def test_a_lone_surname_joins_only_when_one_person_bears_it():
    one = groups("[PER Marta Lind] spoke.", "[PER Lind] left.")
    assert one == {frozenset({"Marta Lind", "Lind"})}
    two = groups("[PER Marta Lind] spoke.", "[PER Lind] left.", "[PER Jonas Lind] came.")
    assert frozenset({"Lind"}) in two


def test_bare_surnames_of_strangers_are_only_a_suggestion():
    entities, links = resolved("[PER Lind] said so.", "[PER Lind] denied it.")
    assert len(entities) == 2
    assert [link.verdict for link in links] == ["possibly"]


def test_ministries_of_two_countries_stay_apart():
    found = groups(
        "[ORG Ministry of Defence of Ukraine]", "[ORG Министерство обороны России]",
        "[ORG Міністерство оборони України]",
    )  # fmt: skip
    assert frozenset({"Ministry of Defence of Ukraine", "Міністерство оборони України"}) in found
    assert frozenset({"Министерство обороны России"}) in found


def test_a_ministry_that_does_not_say_whose_it_is_joins_only_within_one_affair():
    one = "[ORG Министерство обороны Украины], [PER Marta Lind] in [LOC Vorsk]"
    near = "[ORG Ministry of Defence], [PER Marta Lind] in [LOC Vorsk]"
    far = "[ORG Ministry of Defence] in [LOC Lamsk]"
    together = frozenset({"Министерство обороны Украины", "Ministry of Defence"})
    assert together in groups(one, near)
    assert together not in groups(one, far)
    _, links = resolved(one, far)
    assert "possibly" in {link.verdict for link in links}


def test_police_of_two_affairs_are_not_one():
    found, _ = resolved("[ORG Police] in [LOC Vorsk]", "[ORG Police] in [LOC Lamsk]")
    assert sum(e.kind == "ORG" for e in found) == 2
    found, _ = resolved(
        "[ORG Police] in [LOC Vorsk] held [PER Marta Lind]",
        "[PER Marta Lind] left [LOC Vorsk], [ORG police] said",
    )
    assert sum(e.kind == "ORG" for e in found) == 1


def test_an_office_is_no_party():
    read = page("[PER Marta Lind], deputy [ORG Minister of Transport]")
    person, body = read.mentions
    known = read.having((role(person, read, body),))
    found = {e.kind: e for e in across(Collection((known,))) if isinstance(e, Entity)}
    assert found["PER"].party is None


def test_one_affair_but_two_countries_keep_ministries_apart():
    found, _ = resolved(
        "[LOC Iran]: [ORG Ministry of Defence], [PER Marta Lind], [LOC Vorsk]",
        "[LOC Chile]: [ORG Ministry of Defence], [PER Marta Lind], [LOC Vorsk]",
    )
    assert sum(e.kind == "ORG" for e in found) == 2


def test_a_ministry_speaks_for_its_country():
    entities, _ = resolved("[ORG Iranian Foreign Ministry] and [LOC Iran]")
    ministry, country = (next(e for e in entities if e.kind == k) for k in ("ORG", "LOC"))
    assert ministry.party == country.id


def test_a_reporter_undoes_a_merge():
    entities, _ = resolved(*AFFAIR)
    merged = next(e for e in entities if len(e.names) > 4)
    a, b = merged.mentions[0], merged.mentions[-1]
    after, links = resolved(*AFFAIR, judgements=(said((a, b), "not same"),))
    holder = {m: e.id for e in after for m in e.mentions}
    assert holder[a] != holder[b]
    assert any(link.verdict == "apart" and "a person said" in link.because[0] for link in links)


def test_a_reporter_forces_a_merge_by_entity_ids():
    marked = ("[PER Marta Lind] spoke.", "[PER Jonas Lind] came.")
    before, _ = resolved(*marked)
    after, _ = resolved(*marked, judgements=(said([e.id for e in before], "same"),))
    assert len(after) == 1
    assert after[0].id == min(e.id for e in before)


def test_unsure_turns_a_merge_into_a_suggestion():
    marked = ("[PER Marta Lind] spoke.", "[PER Marta Lind] came.")
    (one,), _ = resolved(*marked)
    after, links = resolved(*marked, judgements=(said(one.mentions, "unsure"),))
    assert len(after) == 2
    assert [link.verdict for link in links] == ["possibly"]


def test_a_judgement_on_unknown_records_changes_nothing():
    assert resolved(*AFFAIR) == resolved(*AFFAIR, judgements=(said(("men-0", "men-1"), "same"),))


def test_every_mention_is_in_exactly_one_entity():
    entities, _ = resolved(*AFFAIR)
    held = [m for e in entities for m in e.mentions]
    assert sorted(held) == sorted(m.id for p in pages(*AFFAIR) for m in p.mentions)
    assert all(e.id == min(e.mentions) for e in entities)


@settings(max_examples=25, deadline=None)
@given(st.permutations(pages(*AFFAIR)))
def test_the_order_of_articles_never_matters(shuffled):
    assert list(across(Collection(tuple(shuffled)))) == list(across(Collection(pages(*AFFAIR))))


def test_nothing_in_nothing_out():
    assert list(across(Collection(()))) == []
    assert list(across(Collection((page("No names here."),)))) == []


@given(st.permutations(pages(*AFFAIR)), st.data())
@settings(max_examples=25, deadline=None)
def test_a_judgement_outlives_every_rerun_whatever_the_order(shuffled, data):
    """Two mentions that a person judged stay so, however the articles come and whatever else is read."""
    ids = sorted({m.id for p in shuffled for m in p.mentions if m.kind == "PER"})
    a, b = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
    verdict = data.draw(st.sampled_from(["same", "not same"]))
    more = data.draw(st.sampled_from([(), pages("[PER Pavel Tarasenko] met [PER Jonas Lind].")]))
    judged = (said((a, b), verdict),)
    found = list(across(Collection((*shuffled, *more), judgements=judged)))
    together = any({a, b} <= set(e.mentions) for e in found if isinstance(e, Entity))
    assert together == (verdict == "same")


@given(st.permutations(pages(*AFFAIR)))
@settings(max_examples=10, deadline=None)
def test_every_merge_over_articles_says_why_and_can_be_undone(shuffled):
    found = list(across(Collection(tuple(shuffled))))
    article = {m.id: p.article.id for p in shuffled for m in p.mentions}
    for entity in (e for e in found if isinstance(e, Entity)):
        homes = sorted({article[m] for m in entity.mentions})
        if len(homes) < 2:
            continue
        assert entity.because
        a = entity.mentions[0]
        b = next(m for m in entity.mentions if article[m] != article[a])
        again = across(Collection(tuple(shuffled), judgements=(said((a, b), "not same"),)))
        assert not any({a, b} <= set(e.mentions) for e in again if isinstance(e, Entity))


@given(st.permutations(pages(*AFFAIR)))
@settings(max_examples=10, deadline=None)
def test_no_entity_mixes_people_with_bodies(shuffled):
    kind = {m.id: m.kind for p in shuffled for m in p.mentions}
    for entity in across(Collection(tuple(shuffled))):
        if isinstance(entity, Entity):
            assert len({kind[m] for m in entity.mentions}) == 1

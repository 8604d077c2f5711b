"""One event told by several papers, in several languages and dated in several ways, is one event."""

from dataclasses import replace

import pytest

from sayso.model.article import Article
from sayso.model.collection import Collection
from sayso.model.entity import Entity, Name
from sayso.model.event import Event, Part
from sayso.model.judgement import Judgement
from sayso.model.mention import Mention
from sayso.model.page import Page
from sayso.model.text import Span, Told
from sayso.weigh.happenings import happenings

SCRIPTS = {"en": "Latn", "ru": "Cyrl", "ar": "Arab"}
NAMES = {
    "Orlov": "orlov",
    "Орлов": "orlov",
    "Lind": "lind",
    "Линд": "lind",
    "Belmor": "belmor",
    "Белмор": "belmor",
    "Arden": "arden",
}


def page(name, language, *told):
    """Each event: kind, actor, target, first day, last day; the article also names Belmor."""
    text = " ".join(["Belmor", *(" ".join(["did", *(w for w in t[1:3] if w)]) for t in told)])
    article = Article(Span(name, 0, len(text)), (), language)
    mentions, events, at = [mention(name, 0, "Belmor", language)], [], 7
    for kind, actor, target, first, last in told:
        anchor, at = Span(name, at, at + 3), at + 4
        parts = []
        for role, words in (("actor", actor), ("target", target)):
            if words:
                mentions.append(mention(name, at, words, language))
                parts.append(Part(role, mentions[-1].span, words, mentions[-1].id))
                at += len(words) + 1
        more = {"earliest": first, "latest": last, "parts": tuple(parts)}
        events.append(Event(kind, (anchor,), article.id, **more))
    return Page(article, text, 0, mentions=tuple(mentions), events=tuple(events))


def mention(name, at, words, language):
    return Mention(Span(name, at, at + len(words)), "PER", words, words, "", language, name)


def affair(*pages, judged=()):
    ids, names = {}, {}
    for one in pages:
        for m in one.mentions:
            ids.setdefault(NAMES[m.surface], []).append(m.id)
            names.setdefault(NAMES[m.surface], set()).add((m.surface, m.language))
    entities = tuple(
        Entity(
            e, "PER", tuple(Name(n, x, SCRIPTS[x], 1) for n, x in sorted(names[e])), tuple(found)
        )
        for e, found in sorted(ids.items())
    )
    ordered = tuple(sorted(pages, key=lambda p: p.article.id))
    return list(happenings(Collection(ordered, tuple(judged), entities=entities)))


DAY = ("2024-05-10", "2024-05-10")
WEEK = ("2024-05-06", "2024-05-12")
NEXT = ("2024-05-11", "2024-05-11")
UNKNOWN = (None, None)


def test_a_day_and_a_week_in_two_languages_are_one_event_on_the_day():
    one = page("gazette", "en", ("consult", "Orlov", "Lind", *WEEK))
    other = page("vestnik", "ru", ("consult", "Линд", "Орлов", *DAY))
    (found,) = affair(one, other)
    assert (found.earliest, found.latest, len(found.events)) == (*DAY, 2)
    assert found.differs == ()


def test_papers_that_date_it_differently_are_kept_side_by_side():
    one = page("gazette", "en", ("arrest", "Orlov", "Lind", *DAY))
    other = page("vestnik", "ru", ("arrest", "Орлов", "Линд", *NEXT))
    (found,) = affair(one, other)
    assert (found.earliest, found.latest) == ("2024-05-10", "2024-05-11")
    (differs,) = found.differs
    assert (differs.what, {v for _, v in differs.told}) == ("date", {"2024-05-10", "2024-05-11"})


def test_who_did_it_may_be_told_differently_on_one_day():
    one = page("gazette", "en", ("assault", "Orlov", "Lind", *DAY))
    other = page("vestnik", "ru", ("assault", "Arden", "Линд", *DAY))
    (found,) = affair(one, other)
    assert [d.what for d in found.differs] == ["actor"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("consult", "Orlov", "Lind", *DAY),
            ("consult", "Орлов", "Линд", "2024-07-01", "2024-07-01"),
        ),
        (("consult", "Orlov", "Lind", *DAY), ("agree", "Орлов", "Линд", *DAY)),
        (("transfer", "Orlov", None, *UNKNOWN), ("transfer", "Орлов", None, *UNKNOWN)),
    ],
    ids=["weeks later they met again", "meeting and agreeing", "nothing but a name in common"],
)
def test_two_events_stay_two(one, other):
    assert len(affair(page("gazette", "en", one), page("vestnik", "ru", other))) == 2


def test_a_person_has_the_last_word():
    one = page("gazette", "en", ("consult", "Orlov", "Lind", *DAY))
    other = page("vestnik", "ru", ("consult", "Орлов", "Линд", *DAY))
    ids = (one.events[0].id, other.events[0].id)
    apart = Judgement(ids, "not same", "ann", "2024-06-01T00:00:00+00:00")
    assert len(affair(one, other, judged=[apart])) == 2


def test_the_order_of_the_articles_does_not_matter():
    one = page("gazette", "en", ("arrest", "Orlov", "Lind", *DAY))
    other = page("vestnik", "ru", ("arrest", "Орлов", "Линд", *NEXT))
    third = page("kurier", "en", ("arrest", "Orlov", "Lind", *UNKNOWN))
    assert affair(one, other, third) == affair(third, other, one)
    assert len(affair(one, other, third)[0].events) == 3


def dated(one, day):
    article = replace(one.article, published=Told(day, "sidecar"))
    return replace(one, article=article)


def test_a_report_without_a_day_is_of_the_event_in_the_week_before_it():
    first = dated(page("a", "en", ("explode", "Lind", "Orlov", *DAY)), "2024-05-10")
    later = dated(page("b", "ru", ("explode", "Линд", "Орлов", *UNKNOWN)), "2024-05-12")
    (one,) = affair(first, later)
    assert len(one.events) == 2
    assert (one.earliest, one.latest) == DAY


def test_a_report_of_another_month_is_of_no_event_of_this_week():
    first = dated(page("a", "en", ("explode", "Lind", "Orlov", *DAY)), "2024-05-10")
    later = dated(page("b", "ru", ("explode", "Линд", "Орлов", *UNKNOWN)), "2024-07-12")
    assert len(affair(first, later)) == 2


def test_a_report_without_a_day_does_not_join_two_days():
    first = dated(page("a", "en", ("explode", "Lind", "Orlov", *DAY)), "2024-05-12")
    second = dated(page("b", "en", ("explode", "Lind", "Orlov", *NEXT)), "2024-05-12")
    third = dated(page("c", "ru", ("explode", "Линд", "Орлов", *UNKNOWN)), "2024-05-12")
    found = affair(first, second, third)
    assert all(not h.differs for h in found)
    assert sorted(len(h.events) for h in found) == [1, 2]


def test_an_article_that_names_the_blast_twice_tells_of_one():
    twice = page("a", "en", ("explode", None, None, *DAY), ("explode", None, None, *DAY))
    (one,) = affair(twice)
    assert len(one.events) == 2


def unnamed(name, language, text, deed, days):
    """An article that names Belmor and Arden, and one event of which it names nobody."""
    named = [w for w in NAMES if w in text]
    article = Article(Span(name, 0, len(text)), (), language)
    mentions = tuple(mention(name, text.index(w), w, language) for w in named)
    at = text.index(deed)
    event = Event(
        "transfer", (Span(name, at, at + len(deed)),), article.id, earliest=days[0], latest=days[1]
    )
    return Page(article, text, 0, mentions=mentions, events=(event,))


CRATES = "Belmor and Arden: crates of ammunition were unloaded from the ship."
IN_RUSSIAN = "Белмор, Arden: ящики с боеприпасами разгрузили с судна."


def test_a_deed_of_which_nobody_is_named_is_known_by_what_was_done_and_to_what():
    one = unnamed("gazette", "en", CRATES, "unloaded", DAY)
    other = unnamed("vestnik", "ru", IN_RUSSIAN, "разгрузили", WEEK)
    (found,) = affair(one, other)
    assert (found.earliest, found.latest, len(found.events)) == (*DAY, 2)


@pytest.mark.parametrize(
    ("text", "deed", "days"),
    [
        (IN_RUSSIAN, "разгрузили", NEXT),
        ("Белмор, Arden: ящики с боеприпасами увезли с судна.", "увезли", DAY),
        ("Белмор, Arden: хлеб разгрузили у школы.", "разгрузили", DAY),
        ("Белмор: ящики с боеприпасами разгрузили с судна.", "разгрузили", DAY),
        (IN_RUSSIAN, "разгрузили", UNKNOWN),
    ],
)
def test_another_day_deed_thing_or_affair_is_another_event(text, deed, days):
    one = unnamed("gazette", "en", CRATES, "unloaded", DAY)
    assert len(affair(one, unnamed("vestnik", "ru", text, deed, days))) == 2

"""A bar is never more exact than the words."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.model.event import Event
from sayso.model.text import Span
from sayso.model.when import Tree, When, Word
from sayso.views.timeline import Entry, Scale, away, bar, lens, scale, side, ticks

BLAST = Event("explode", (Span("doc-0", 0, 5),), "art-1")
MARCH = Scale(date(2024, 3, 1), date(2024, 3, 31))


def entry(first: str | None, last: str | None) -> Entry:
    return Entry("evt-0", "art-0", first, last, None, None, None)


def test_a_day_is_a_full_bar_and_a_month_a_striped_one():
    day = bar(MARCH, "2024-03-10", "2024-03-10")
    month = bar(MARCH, "2024-03-01", "2024-03-31")
    assert day
    assert day.form == "exact"
    assert month
    assert (month.form, month.width) == ("within", "100.00%")


def test_an_unknown_end_stays_open():
    since = bar(MARCH, "2024-03-10", None)
    until = bar(MARCH, None, "2024-03-10")
    assert since
    assert (since.left, since.right) == (False, True)
    assert until
    assert (until.left, until.right) == (True, False)
    assert bar(MARCH, None, None) is None


def test_a_day_off_the_scale_is_open_at_the_edge():
    old = bar(MARCH, "1991-08-19", "1991-08-21")
    assert old
    assert old.left
    assert old.x == "0.00%"


def test_one_old_date_does_not_flatten_the_others():
    dated = [entry("1991-08-19", "1991-08-19")]
    dated += [entry(f"2024-03-{n:02}", f"2024-03-{n:02}") for n in range(1, 28)]
    over = scale(tuple(dated))
    assert over
    assert over.first.year == 2024
    assert ticks(over)


def test_the_ends_of_the_calendar_do_no_harm():
    over = scale((entry("0001-01-01", "9999-12-31"),))
    assert over
    assert bar(over, "0001-01-01", "9999-12-31")


def test_nothing_dated_has_no_scale():
    assert scale(()) is None


def test_the_lens_is_the_day_that_most_articles_tell_and_is_known_to_the_day():
    week = entry("2024-03-04", "2024-03-10")._replace(event=BLAST, also=(BLAST, BLAST))
    once = entry("2024-03-02", "2024-03-02")._replace(event=BLAST)
    twice = entry("2024-03-12", "2024-03-12")._replace(event=BLAST, also=(BLAST,))
    over = lens((week, once, twice))
    assert over
    assert over.day == date(2024, 3, 12)
    assert away(over, "2024-03-12", "2024-03-12") == "D"
    assert away(over, "2024-03-04", "2024-03-10") == "D−8 to D−2"
    assert away(over, None, "2024-03-13") == "up to D+1"
    assert away(over, None, None) == away(None, "2024-03-12", None) == ""


@pytest.mark.parametrize(("sense", "wanted"), [("before=", -1), ("after=", 1), ("since=", 1)])
def test_what_has_no_day_still_lies_on_one_side_of_its_event(sense, wanted):
    tree = Tree("offset", "pivot", (Word("x", (sense,)),))
    bare = When(Span("doc-0", 0, 9), "x", "DURATION", "P3W", "art-0", basis="unresolved", tree=tree)
    assert side(bare) == 0
    assert side(replace(bare, pivot=Span("doc-0", 9, 12))) == wanted
    assert side(replace(bare, pivot=Span("doc-0", 9, 12), earliest="2024-03-01")) == 0

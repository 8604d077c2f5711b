"""A bar is never more exact than the words."""

from datetime import date

from sayso.views.timeline import Entry, Scale, bar, scale, ticks

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

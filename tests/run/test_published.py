"""A publication date that a person puts right moves what was counted from it, and nothing else."""

import pytest
from click.testing import CliRunner

from sayso.case.store import Case
from sayso.cli.main import commands
from sayso.model.lines import line
from sayso.run.here import Here
from sayso.run.work import work

TEXT = "The quay sank on 3 May 2023. On Friday the union met. Last week the mayor resigned.\n"


def call(*words):
    done = CliRunner().invoke(commands, [str(w) for w in words])
    assert done.exit_code == 0, (done.output, done.exception)
    return done.output


@pytest.fixture
def case(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    known = ("--as", "article", "--engine", "here", "--published", "2024-05-15")
    call("new", tmp_path / "case")
    call("add", tmp_path / "case", tmp_path / "a.txt", *known)
    return tmp_path / "case"


def read(case):
    with Case.open(case) as opened:
        return work(opened, Here(), ("times",))


def values(heap):
    return [w.value for page in heap.pages.values() for w in page.whens]


def pages(heap):
    return [line(page) for page in heap.pages.values()]


@pytest.mark.model
def test_relative_dates_move_explicit_ones_stay_and_undo_restores_every_byte(case):
    before = read(case)
    assert values(before) == ["2023-05-03", "2024-05-10", "2024-W19"]
    (article,) = before.pages
    said = call("published", case, article, "2024-01-10", "--why", "the paper of that day")
    assert values(read(case)) == ["2023-05-03", "2024-01-05", "2024-W01"]
    call("judge", case, "undo", said.split()[1])
    assert pages(read(case)) == pages(before)


@pytest.mark.model
def test_an_unknown_date_leaves_weekdays_open(case):
    (article,) = read(case).pages
    call("published", case, article, "unknown")
    found = read(case)
    assert values(found)[0] == "2023-05-03"
    (page,) = found.pages.values()
    assert page.article.published is None
    assert [t.text for t in page.article.date_conflicts] == ["2024-05-15"]


def test_what_is_no_date_is_refused(case):
    done = CliRunner().invoke(commands, ["published", str(case), "art-0", "2024-13-01"])
    assert "YYYY-MM-DD" in str(done.exception or done.output)

"""The dossier holds the sources' words, and nothing that a source could smuggle in."""

import itertools
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import gates_case
import pytest

from sayso.model.collection import Collection
from sayso.views.dossier import MANIFEST, pages
from sayso.views.findings import counts, kinds_of
from sayso.views.holdings import Holdings
from sayso.views.passage import data_span, shown
from sayso.views.quotations import PageReader


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return dict(pages(gates_case.holdings()))


def html(made: dict[str, bytes]) -> dict[str, str]:
    return {name: data.decode() for name, data in made.items() if name.endswith(".html")}


def read(page: str) -> PageReader:
    reader = PageReader()
    reader.feed(page)
    reader.close()
    return reader


def test_every_article_stands_verbatim(made):
    for page in gates_case.collection().pages:
        reader = read(made[f"articles/{page.article.id}.html"].decode())
        wanted = data_span(page.article.span)
        assert [q.words for q in reader.quoted if q.data_span == wanted] == [shown(page.text)]


def test_no_page_runs_anything(made):
    for page in html(made).values():
        reader = read(page)
        assert reader.forbidden == []
        assert reader.policy == "default-src 'none'; style-src 'self'; img-src 'self'"
        assert "<script" not in page
        assert "<gates>" not in page


def test_controls_of_reading_direction_are_seen_and_not_raw(made):
    for name, data in made.items():
        if not name.startswith("originals/"):
            assert not re.search("[\u202a-\u202e\u2066-\u2069]", data.decode()), name
    arabic = made[f"articles/{gates_case.page('ar').article.id}.html"].decode()
    assert 'data-c="RLO"' in arabic
    assert "RLO at 39, PDF at 47" in arabic


def test_quotation_marks_stand_only_around_verbatim_words(made):
    for name, page in html(made).items():
        if name == "method.html":
            continue
        outside = re.sub(r"<(q|span|div) class=\"q.*?</\1>", "", page, flags=re.DOTALL)
        assert not re.search("[“”«»„]", re.sub(r"<[^>]*>", "", outside)), name


def test_every_passage_says_its_language_and_direction(made):
    for name, page in html(made).items():
        for tag in re.findall(r"<[a-z]+ class=\"q[ \"][^>]*>", page):
            assert re.search(" lang=.* dir=", tag), (name, tag)
    arabic = gates_case.page("ar").article.id
    assert '<div class="q text" lang="ar" dir="rtl"' in made[f"articles/{arabic}.html"].decode()


def test_headings_go_down_one_level_at_a_time(made):
    for name, page in html(made).items():
        levels = [int(n) for n in re.findall(r"<h([1-6])", page)]
        assert (levels[0], levels.count(1)) == (1, 1), name
        assert all(b <= a + 1 for a, b in itertools.pairwise(levels)), name


def test_counts_have_names_and_are_not_mixed():
    echo = gates_case.collection().standings[0]
    assert counts(echo) == ("2 reports", "2 articles", "2 outlets", "1 origin")
    assert counts(replace(echo, at_most=2, status="undecided"))[3] == "1 to 2 origins"
    assert kinds_of(echo, {}) == ("echoed", "conflicting", "anonymous-root")


def test_what_only_copies_carry_is_no_echo_of_its_own():
    echo = gates_case.collection().standings[0]
    one_text = dict.fromkeys(echo.articles, min(echo.articles))
    assert kinds_of(echo, one_text) == ("conflicting", "anonymous-root", "copied")


def test_copied_articles_are_listed_with_the_reason(made):
    case = gates_case.collection()
    index = made["index.html"].decode()
    for copy in case.copies:
        assert f'href="articles/{copy.article}.html"' in index
        assert all(reason in index for reason in copy.because)
    assert bool(case.copies) == ('id="copies"' in index)


def test_several_articles_with_a_range_of_origins_are_undecided():
    echo = replace(gates_case.collection().standings[0], at_most=2, flags=())
    assert kinds_of(echo, {}) == ("undecided",)


def test_the_failure_and_the_undated_event_are_shown(made):
    index = made["index.html"].decode()
    assert "&lt;broken&gt;.bin" in index
    assert "it holds NUL" in index
    assert "Without a date" in made["timeline.html"].decode()


def test_originals_are_kept_untouched_and_not_linked(made):
    text = gates_case.document("en")
    assert made[f"originals/{text.sha256}"] == gates_case.TEXTS["en"].encode()
    assert all("originals/" not in link for p in html(made).values() for link in read(p).links)


def test_the_order_of_what_came_in_does_not_matter(made):
    held = gates_case.holdings()
    case = held.collection
    turned = Holdings(
        held.title,
        held.version,
        held.settings,
        held.documents[::-1],
        held.original,
        held.sources[::-1],
        Collection(
            case.pages,
            case.judgements,
            case.copies,
            case.entities[::-1],
            case.links[::-1],
            case.standings[::-1],
        ),
        held.boundaries,
        held.failures,
    )
    assert dict(pages(turned)) == made


def test_the_hash_seed_does_not_matter(made):
    program = (
        "import gates_case, sys\n"
        "from sayso.views.dossier import MANIFEST, pages\n"
        "sys.stdout.buffer.write(dict(pages(gates_case.holdings()))[MANIFEST])"
    )
    here = str(Path(gates_case.__file__).parent)
    given = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tehran", "PYTHONPATH": here}
    told = subprocess.run(
        [sys.executable, "-c", program], env=given, capture_output=True, check=False
    )
    assert told.stdout == made[MANIFEST], told.stderr.decode()


def test_an_empty_case_still_makes_a_dossier():
    empty = replace(
        gates_case.holdings(),
        documents=(),
        sources=(),
        collection=Collection(()),
        boundaries=(),
        failures=(),
    )
    made = dict(pages(empty))
    assert b"No claims were found" in made["index.html"]
    assert b"No event and no dated claim was found" in made["timeline.html"]

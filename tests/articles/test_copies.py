"""Are copies found by what they share, with the shared words and the likelier original?"""

import pytest

from sayso.articles.copies import copies
from sayso.model.collection import Collection

WIRE = (
    "The ferry ran aground off Port Amber on Monday with two hundred people aboard. Captain Ines "
    "Corvo said that the hull had cracked a year ago and that nobody had ordered a repair since."
)
OTHER = (
    "Parliament rejected the school budget by three votes after a long night, and the minister "
    "promised a new draft before the summer holidays begin in the northern districts."
)


def found(page_of, *texts, **facts):
    pages = tuple(page_of(t, **facts) for t in texts)
    return pages, list(copies(Collection(tuple(sorted(pages, key=lambda p: p.article.id)))))


def test_a_reprint_within_a_longer_text(page_of):
    (short, long_), (copy,) = found(page_of, WIRE, f"{WIRE} {OTHER}")
    assert copy.containment == 1.0
    assert (copy.article, copy.of) == (short.article.id, long_.article.id)
    assert "the longer text" in copy.because
    here, there = copy.shared[0]
    assert short.words(here) == long_.words(there) == WIRE[:-1]


def test_different_stories_are_no_copies(page_of):
    assert found(page_of, WIRE, OTHER)[1] == []


def test_the_earlier_is_the_likelier_original(page_of):
    early = page_of(WIRE + " It began on Monday.", published="2026-05-04")
    late = page_of(WIRE + " It ended on Friday.", published="2026-05-06")
    (copy,) = copies(Collection((late, early)))
    assert copy.of == early.article.id


@pytest.mark.parametrize("turn", [1, -1])
def test_the_order_of_pages_does_not_matter(page_of, turn):
    pages = [page_of(t) for t in (WIRE, f"{WIRE} {OTHER}", OTHER)]
    assert list(copies(Collection(tuple(pages[::turn])))) == list(copies(Collection(tuple(pages))))


def test_changed_words_are_shown(page_of):
    changed = WIRE.replace("two hundred people", "ninety sailors")
    (copy,) = found(page_of, WIRE, changed)[1]
    (told,) = [r for r in copy.because if r.startswith("differs")]
    assert {"ninety sailors", "two hundred people"} == {
        told.split("“")[i].split("”")[0] for i in (1, 2)
    }


def test_a_story_that_many_reprint_hangs_together(page_of):
    pages = [page_of(f"{WIRE} Edition {n}.") for n in range(40)]
    joined: dict[str, str] = {p.article.id: p.article.id for p in pages}

    def root(key):
        while joined[key] != key:
            key = joined[key]
        return key

    for copy in copies(Collection(tuple(pages))):
        joined[root(copy.article)] = root(copy.of)
    assert len({root(key) for key in joined}) == 1


def test_reasons_against_are_told(page_of):
    early = page_of(WIRE, published="2026-05-04")
    late = page_of(f"{WIRE} {OTHER}", published="2026-05-06")
    (copy,) = copies(Collection((early, late)))
    assert copy.of == early.article.id
    assert "against it: the other has the longer text" in copy.because

"""The marked texts we wrote ourselves read back, and bad marks are named."""

import doctest
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE / "bench"))

import marked_texts  # noqa: E402 - a script, not a package

FILES = sorted((HOUSE / "bench" / "marked").glob("*/*.txt"))


def test_doctest() -> None:
    assert not doctest.testmod(marked_texts).failed


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_every_file_reads_back(path: Path) -> None:
    read = list(marked_texts.articles(path))
    assert read
    for article in read:
        assert "{" not in article.text
        for parts in article.attributions.values():
            assert all((parts["cue"], parts["content"]))
            for start, stop in (s for spans in parts.values() for s in spans):
                assert 0 <= start < stop <= len(article.text)
                assert article.text[start:stop] == article.text[start:stop].strip()


def test_slugs_are_unique() -> None:
    slugs = [(p.parent.name, a.slug) for p in FILES for a in marked_texts.articles(p)]
    assert len(slugs) == len(set(slugs))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("{q1:It rains}.", "has no cue"),
        ("{c1:said}.", "has no content"),
        ("{q1:It rains, {c1:said} Ada.", "is not closed"),
        ("It rains}.", "belongs to no mark"),
        ("{c1: said} {q1:it}.", "a space"),
    ],
)
def test_bad_marks_are_named(tmp_path: Path, body: str, said: str) -> None:
    path = tmp_path / "01.txt"
    path.write_text(f"== one | wire\n{body}\n", encoding="utf-8")
    with pytest.raises(marked_texts.BadMark, match=said) as fault:
        list(marked_texts.articles(path))
    assert str(path) in str(fault.value)

"""Where do the words of a gold record stand? Anchors by verbatim words, turned into offsets.

An anchor is `{"words": …, "nth": …}`: `nth` counts from 1 within its article (or within the file, for
what lies in no article) and is left out when the words stand there once. A stretch is
`{"words": first words, "to": last words}`. A wrong or ambiguous anchor fails loudly.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.ingest.read import read
from sayso.model.page import FURNITURE
from sayso.model.text import Raw

HOME = Path(__file__).resolve().parent.parent
GOLD = HOME / "golden" / "halvan"
HEAP = HOME / "examples" / "heap"
Range = tuple[int, int]


class WrongAnchor(Exception):
    """An anchor whose words are not there, or are there more than once without a number."""


def occurrences(text: str, words: str, within: Range) -> Iterator[Range]:
    """Every place of the words inside the stretch, overlaps left out."""
    at = text.find(words, within[0], within[1])
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + len(words), within[1])


def place(text: str, anchor: dict[str, Any], within: Range) -> Range:
    """The offsets of an anchor inside a stretch of the text."""
    words, nth = anchor["words"], anchor.get("nth")
    found = list(occurrences(text, words, within))
    if not found:
        raise WrongAnchor(f"{words!r} does not stand there")
    if nth is None and len(found) > 1:
        raise WrongAnchor(f"{words!r} stands there {len(found)} times; say which")
    if nth is not None and not 1 <= nth <= len(found):
        raise WrongAnchor(f"{words!r} stands there {len(found)} times, not {nth}")
    start, stop = found[(nth or 1) - 1]
    if last := anchor.get("to"):
        ends = [b for _, b in occurrences(text, last, (stop, within[1]))]
        if not ends:
            raise WrongAnchor(f"{last!r} does not follow {words!r}")
        stop = ends[0]
    return start, stop


def rows(name: str, folder: Path = GOLD) -> list[dict[str, Any]]:
    """The records of one gold file."""
    said = (folder / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in said.splitlines() if line.strip()]


@dataclass(frozen=True)
class Gold:
    """The gold with offsets: `texts` by file, `at` the stretch of each article."""

    texts: dict[str, str]
    articles: dict[str, dict[str, Any]]
    at: dict[str, Range]
    lead: dict[str, int]
    heads: dict[str, Range | None]
    folder: Path = GOLD
    zones: list[tuple[str, str | None, str, Range]] = field(default_factory=list)

    def find(self, article: str, anchor: dict[str, Any]) -> Range:
        """The offsets of an anchor of this article; the error names the article."""
        text = self.texts[self.articles[article]["file"]]
        try:
            return place(text, anchor, self.at[article])
        except WrongAnchor as wrong:
            raise WrongAnchor(f"{article}: {wrong}") from wrong

    def language(self, article: str) -> str:
        return str(self.articles[article]["language"])

    def masked(self, article: str) -> list[Range]:
        """The stretches of furniture inside the article."""
        return [at for _, a, kind, at in self.zones if a == article and kind in FURNITURE]

    def read_rows(self, name: str) -> list[dict[str, Any]]:
        return rows(name, self.folder)


def texts(heap: Path) -> dict[str, str]:
    """File name -> the text that sayso reads from it."""
    return {
        path.name: read(Raw(path.name, path.read_bytes())).text
        for path in sorted(heap.iterdir())
        if path.suffix in (".txt", ".html")
    }


def gold(heap: Path = HEAP, folder: Path = GOLD) -> Gold:
    """The gold of the sample heap, every anchor of articles and zones resolved."""
    said = texts(heap)
    articles = {row["article"]: row for row in rows("articles", folder)}
    at, lead, heads = {}, {}, {}
    for name, row in articles.items():
        text = said[row["file"]]
        whole = (0, len(text))
        try:
            start, _ = place(text, row["first"], whole)
            _, stop = place(text, row["last"], (start, len(text)))
            at[name] = (start, stop)
            lead[name] = place(text, row["lead"], at[name])[0]
            heads[name] = place(text, row["headline"], whole) if row["headline"] else None
        except WrongAnchor as wrong:
            raise WrongAnchor(f"{name} of {row['file']}: {wrong}") from wrong
    found = Gold(said, articles, at, lead, heads, folder)
    for row in rows("zones", folder):
        text, article = said[row["file"]], row["article"]
        within = at[article] if article else (0, len(text))
        try:
            found.zones.append((row["file"], article, row["kind"], place(text, row, within)))
        except WrongAnchor as wrong:
            raise WrongAnchor(f"zone of {article or row['file']}: {wrong}") from wrong
    return found

"""How well are names found in news of our own? Exact spans and kinds over golden/names_news/*.jsonl.

    python bench/names.py

Each line of gold is {"text", "ents": [[start, stop, kind], ...]}, one article written for this purpose.
"""

import json
from pathlib import Path

from sayso.model.article import Article
from sayso.model.ids import sha256
from sayso.model.mention import Mention
from sayso.model.page import Page
from sayso.model.text import Document
from sayso.reading.names import names

GOLD = Path(__file__).resolve().parent.parent / "golden" / "names_news"
KINDS = ("PER", "ORG", "LOC")


def found(text: str, language: str) -> set[tuple[int, int, str]]:
    """The names that the reading room finds in one article."""
    document = Document(sha256(text.encode()), "text/1", text, "text/plain", "news.txt", "utf-8")
    page = Page.of(document, Article(document.span(0, len(text)), (), language))
    return {
        (m.span.start, m.span.stop, m.kind)
        for m in names(page)
        if isinstance(m, Mention) and m.kind in KINDS
    }


def counted(path: Path) -> tuple[int, int, int]:
    """Right, found and gold names of one file."""
    right = said = gold = 0
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        truth = {(start, stop, kind) for start, stop, kind in row["ents"]}
        have = found(row["text"], path.stem)
        right, said, gold = right + len(truth & have), said + len(have), gold + len(truth)
    return right, said, gold


def scores() -> dict[str, float]:
    """F1 per language and over all names."""
    by_language = {path.stem: counted(path) for path in sorted(GOLD.glob("*.jsonl"))}
    by_language["all"] = tuple(map(sum, zip(*by_language.values(), strict=True)))
    return {k: round(2 * r / max(s + g, 1), 3) for k, (r, s, g) in by_language.items()}


if __name__ == "__main__":
    print("names, own news, F1:", scores())

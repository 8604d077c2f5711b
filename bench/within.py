"""How well are the names of one article linked? `python bench/within.py [-v]` on golden/within.

Mentions are given; links are scored as in MUC: a gold group of n mentions needs n - 1 links, and a group
that was made may hold no more of them than join mentions of one gold group.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterator
from pathlib import Path

from sayso.language.skeleton import skeleton
from sayso.model.article import Article
from sayso.model.mention import Mention
from sayso.model.page import Page
from sayso.model.text import Document
from sayso.resolve.within import within

GOLD = Path(__file__).resolve().parent.parent / "golden" / "within"
MARKED = re.compile(r"\[(PER|ORG|LOC)(\d+) ([^\]]+)\]")
Groups = dict[Hashable, set[str]]


def page(marked: str, language: str, number: int = 0) -> tuple[Page, dict[str, str]]:
    """The page of a marked text, and mention id -> the gold bearer."""
    plain, at, found = "", 0, []
    for hit in MARKED.finditer(marked):
        plain += marked[at : hit.start()]
        found.append((hit[1], hit[1] + hit[2], len(plain), len(plain) + len(hit[3])))
        plain += hit[3]
        at = hit.end()
    plain += marked[at:]
    document = Document(f"{number:064d}", "text/1", plain, "text/plain", "gold", "utf-8")
    article = Article(document.span(0, len(plain)), (), language)
    blank = Page.of(document, article)
    bearers: dict[str, str] = {}
    mentions = []
    for kind, bearer, a, b in found:
        words = plain[a:b]
        key = skeleton(words)
        made = Mention(blank.span(a, b), kind, words, words.lower(), key, language, article.id)
        mentions.append(made)
        bearers[made.id] = bearer
    return blank.having(tuple(mentions)), bearers


def articles(folder: Path = GOLD) -> Iterator[tuple[str, str]]:
    """(language, marked text) of every article of the gold."""
    for path in sorted(folder.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            if block.strip() and not block.startswith("#"):
                yield path.stem, block.strip()


def made(read: Page) -> dict[str, str]:
    """Mention id -> the group the links make."""
    group = {m.id: m.id for m in read.mentions}
    for link in within(read):
        old, new = group[link.b], group[link.a]
        group = {m: new if g == old else g for m, g in group.items()}
    return group


def needed(of: dict[str, str], by: dict[str, str]) -> tuple[int, int]:
    """How many links the groups of `of` need, and how many of them the groups of `by` give."""
    parts: dict[str, list[str]] = defaultdict(list)
    for mention, name in of.items():
        parts[name].append(by[mention])
    need = sum(len(p) - 1 for p in parts.values())
    return need, sum(len(p) - len(set(p)) for p in parts.values())


def _shown(read: Page, gold: dict[str, str], have: dict[str, str]) -> None:
    words = {m.id: m.surface for m in read.mentions}
    for one, other, label in ((gold, have, "missed"), (have, gold, "wrong")):
        parts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for mention, name in one.items():
            parts[name][other[mention]].append(words[mention])
        for split in parts.values():
            if len(split) > 1:
                print(f"{label}: " + " | ".join(", ".join(p) for p in split.values()))


def scores(verbose: bool = False) -> dict[str, float]:
    """Precision, recall and the number of gold links, in all and by language."""
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for number, (language, marked) in enumerate(articles()):
        read, gold = page(marked, language, number)
        have = made(read)
        if verbose:
            _shown(read, gold, have)
        row = (*needed(gold, have), *needed(have, gold))
        for name in ("all", language):
            tally[name] = [x + y for x, y in zip(tally[name], row, strict=True)]
    out: dict[str, float] = {}
    for name, (need, given, claimed, right) in sorted(tally.items()):
        out[f"{name} links"] = float(need)
        out[f"{name} P"] = right / claimed if claimed else 1.0
        out[f"{name} R"] = given / need if need else 1.0
    return out


if __name__ == "__main__":
    for name, value in scores("-v" in sys.argv).items():
        print(f"{name:12} {value:.3f}")

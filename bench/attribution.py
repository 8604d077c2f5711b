"""Who said what, per language: how well are the claims of our own news texts found?

    python bench/attribution.py [--wrong LANGUAGE]

Reads `golden/attribution/<language>.jsonl`: each attribution has `source`, `cue` and `content` (lists of
[start, stop)), `act`, `negated` and `over`, the place in the list of the one that cites it. Every link of
a chain counts as one attribution, as in the usual scorers: content words must agree by half, holders
share a word (or both be absent).
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from scores import f1, words_in
from tally import LANGUAGES, Tally, paired

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.page import Page
from sayso.model.text import Document, Span
from sayso.reading.claims import claims
from sayso.reading.names import names
from sayso.reading.times import times
from sayso.resolve.within import within

GOLD = Path(__file__).resolve().parent.parent / "golden" / "attribution"
Row = dict[str, Any]


class Said:
    """One attribution reduced to what is compared: words of its content and of its holder."""

    def __init__(self, text: str, source: list[Any], content: list[Any], row: Row) -> None:
        self.text = text
        self.pieces = [(a, b) for a, b in content]
        self.content = words_in(text, self.pieces)
        self.source = words_in(text, [(a, b) for a, b in source])
        self.held = [text[a:b] for a, b in source]
        self.row = row

    def held_alike(self, other: "Said") -> bool:
        return bool(self.source & other.source) or not (self.source or other.source)

    def __str__(self) -> str:
        words = " / ".join(self.text[a:b] for a, b in self.pieces)
        return f"{' '.join(self.held) or '?'}: {words}"


def rows(language: str, folder: Path = GOLD) -> list[Row]:
    """The gold texts of a language; none when there is no file."""
    path = folder / f"{language}.jsonl"
    said = path.read_text(encoding="utf-8") if path.exists() else ""
    return [json.loads(line) for line in said.splitlines() if line.strip()]


def page_of(row: Row) -> Page:
    """The text as one article, with its names and times."""
    text = row["text"]
    document = Document(row["id"], "gold", text, "text/plain", row["id"], "utf-8")
    article = Article(document.span(0, len(text)), (), row["lang"])
    page = Page.of(document, article)
    page = page.having(tuple(names(page)))
    page = page.having(tuple(within(page)))
    return page.having(tuple(times(page)))


def _at(span: Span | None) -> list[tuple[int, int]]:
    return [(span.start, span.stop)] if span else []


def links_of(text: str, claim: Claim) -> list[Said]:
    """The told links of a claim, outermost first; the innermost one's content is the claim's."""
    told = claim.told
    last = len(told) - 1
    return [
        Said(
            text,
            _at(link.holder.span),
            [(s.start, s.stop) for s in (claim.content if n == last else link.scope)],
            {"act": claim.act, "negated": claim.negated, "cue": _at(link.cue)},
        )
        for n, link in enumerate(told)
    ]


def gold_lines(row: Row) -> list[list[Said]]:
    """Every innermost attribution of the gold with those that cite it, outermost first."""
    known = row["attributions"]
    over = {a.get("over") for a in known}
    out = []
    for n, one in enumerate(known):
        if n in over:
            continue
        line, at = [one], one.get("over")
        while at is not None:
            line.insert(0, known[at])
            at = known[at].get("over")
        out.append([Said(row["text"], a["source"], a["content"], a) for a in line])
    return out


def compared(row: Row) -> Iterator[tuple[str, int, int, int]]:
    """(task, right, found, gold) of one text."""
    text = row["text"]
    lines = [links_of(text, c) for c in claims(page_of(row)) if c.told]
    want = [Said(text, a["source"], a["content"], a) for a in row["attributions"]]
    have = list(
        {str((s.source, s.row["cue"], s.pieces)): s for line in lines for s in line}.values()
    )
    pairs = matched(want, have)
    yield "pair", len(pairs), len(have), len(want)
    for task in ("act", "negated"):
        same = sum(
            want[i].row.get(task) == have[j].row[task] for i, j in pairs if task in want[i].row
        )
        yield task, same, len(pairs), len(pairs)
    chains = [line for line in gold_lines(row) if len(line) > 1]
    yield "chain", sum(any(alike(c, h) for h in lines) for c in chains), len(chains), len(chains)


def matched(want: list[Said], have: list[Said]) -> list[tuple[int, int]]:
    """The pairs that say the same by the same holder, best first."""
    return paired(
        (f1(w.content, h.content), i, j)
        for i, w in enumerate(want)
        for j, h in enumerate(have)
        if f1(w.content, h.content) >= 0.5 and w.held_alike(h)
    )


def alike(one: list[Said], other: list[Said]) -> bool:
    """Whether two chains have the same holders in the same order over the same claim."""
    return (
        len(one) == len(other)
        and f1(one[-1].content, other[-1].content) >= 0.5
        and all(a.held_alike(b) for a, b in zip(one, other, strict=True))
    )


# English came later: its figures are its own, and no part of `all`.
FIRST = tuple(x for x in LANGUAGES if x != "en")


def tallies(languages: Sequence[str]) -> dict[str, Tally]:
    """Counts by task; `kept back` are the pairs in texts whose errors were not looked at."""
    out = {task: Tally() for task in ("pair", "kept back", "chain", "act", "negated")}
    for language in languages:
        for row in rows(language):
            for task, right, found, gold in compared(row):
                out[task].add(language, right, found, gold)
                if task == "pair" and row.get("half") == "kept back":
                    out["kept back"].add(language, right, found, gold)
    return out


def scores() -> dict[str, float]:
    """`attribution <task> <language>` -> F1 (of acts and negation: the share that agrees)."""
    return {
        f"attribution {task} {language}": float(score["f1"])
        for languages in (FIRST, ("en",))
        for task, tally in tallies(languages).items()
        for language, score in tally.scores().items()
        if language in languages or languages == FIRST
    }


def wrong(language: str, half: str) -> Iterator[str]:
    """Misses (-) and false hits (+) of a language, to learn from; not of texts kept back."""
    for row in rows(language):
        if row.get("half") != half:
            continue
        text = row["text"]
        have = [s for c in claims(page_of(row)) if c.told for s in links_of(text, c)]
        want = [Said(text, a["source"], a["content"], a) for a in row["attributions"]]
        pairs = matched(want, have)
        yield f"=== {row['id']}"
        yield from (f"- {w}" for i, w in enumerate(want) if i not in {i for i, _ in pairs})
        yield from (f"+ {h}" for j, h in enumerate(have) if j not in {j for _, j in pairs})


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--wrong", metavar="LANGUAGE", help="list what went wrong in a language")
    parser.add_argument("--half", default="seen", help="which texts --wrong looks at")
    options = parser.parse_args(argv)
    if options.wrong:
        print("\n".join(wrong(options.wrong, options.half)))
        return 0
    for languages in (FIRST, ("en",)):
        for task, tally in tallies(languages).items():
            cells = [f"{k} {100 * s['f1']:5.1f}" for k, s in tally.scores().items()]
            print(f"{task:10}", "   ".join(cells))
    return 0


if __name__ == "__main__":
    sys.exit(main())

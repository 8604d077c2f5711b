"""Are neighbouring articles on the same event kept apart? Boundary F1 per language and per dress of the pages.

    python bench/adjacent.py [-v]

Each heap of golden/adjacent is read bare (nothing but prose and some headings), signed (a byline or publication line
above each article), footed (a page's last lines below each), and mixed (each article in another dress).
"second" are later heaps, of which half was kept back when weights were fitted; "whole" is the share of heaps that
are one article (features, interviews, live pages) left whole, seen and kept back.
"""

import json
import pathlib
import sys

from sayso.articles.split import split
from sayso.model.article import Article
from sayso.model.text import Document

GOLD = pathlib.Path(__file__).parents[1] / "golden" / "adjacent"
STYLES = ("bare", "signed", "footed", "mixed")


def dress(lines, style, wear, n):
    """The lines with what a page of this style puts above or below them."""
    if style == "mixed":
        style = ("signed", "footed", "bare")[n % 3]
    above = [wear["signed"][n % len(wear["signed"])]] if style == "signed" else []
    below = wear["footed"][n % len(wear["footed"])] if style == "footed" else []
    return [*above, *lines, *below]


def starts(articles):
    """The text of the heap, the true offsets of articles after the first, and those found."""
    text, true, at = "", set(), 0
    for lines in articles:
        true.add(at)
        body = "\n".join(lines) + "\n"
        text, at = text + body, at + len(body)
    document = Document("0", "text/1", text, "text/plain", "heap", "utf-8")
    found = {a.span.start for a in split(document) if isinstance(a, Article)}
    return text, true - {0}, found - {0}


def rows_of(name):
    """The heaps of a file."""
    return [json.loads(row) for row in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()]


def counted(rows):
    """Key -> (hits, said, gold) by language, style, and half where there is one; "all" over everything."""
    wears = json.loads((GOLD / "dress.json").read_text("utf-8"))
    counts = {}
    for row in rows:
        language, half = row["language"], row.get("half", "first")
        for style in STYLES:
            pages = [dress(a, style, wears[language], n) for n, a in enumerate(row["articles"])]
            text, true, found = starts(pages)
            for key in (language, style, half, f"{half} {style}", "all"):
                hit, said, gold = counts.get(key, (0, 0, 0))
                counts[key] = (hit + len(true & found), said + len(found), gold + len(true))
            if "-v" in sys.argv:
                for at in sorted(true ^ found):
                    what = "missed" if at in true else "false "
                    print(what, row["heap"], style, text[at : at + 80].split("\n")[0])
    return counts


def f1(counts, keys):
    return {k: round(2 * h / (s + g), 4) for k, (h, s, g) in sorted(counts.items()) if k in keys}


def left_whole():
    """Half -> the share of one-article heaps that are not cut, bare."""
    out = {}
    for row in rows_of("whole"):
        text, _, found = starts(row["articles"])
        out.setdefault(row["half"], []).append(not found)
        if "-v" in sys.argv:
            for at in sorted(found):
                print("false ", row["heap"], text[at : at + 80].split("\n")[0])
    return {f"adjacent whole {half}": round(sum(v) / len(v), 4) for half, v in out.items()}


def scores():
    """F1 of boundaries by language and by style; "all" over everything; later heaps apart."""
    first = counted(rows_of("heaps"))
    second = counted(rows_of("second"))
    languages = {row["language"] for row in rows_of("heaps")}
    out = {f"adjacent {k}": v for k, v in f1(first, {*languages, *STYLES, "all"}).items()}
    halves = {f"{h}{s}" for h in ("seen", "kept") for s in ("", *(f" {x}" for x in STYLES))}
    out |= {f"adjacent second {k}": v for k, v in f1(second, halves).items()}
    return out | left_whole()


if __name__ == "__main__":
    for name, score in scores().items():
        print(f"{name:30} {score:.3f}")

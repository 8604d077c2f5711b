"""Fit what telling an event again is worth to the splitter; writes lexicon/any/retold_scores.tsv.

    python bench/train_retold.py HEAPS.jsonl... [-o sayso/lexicon/any/retold_scores.tsv]

Beginnings: the neighbours of golden/adjacent (`heaps`, and of `second` the half not kept back). None: all other lines
there, of `whole` (one article a heap, the same half), and of every article of HEAPS read alone. Only numbers are fitted:
a logistic regression. Prints how it does on heaps it did not see.
"""

import argparse
import json
import pathlib
import sys

import numpy as np
from adjacent import GOLD
from train_split import rows_of

from sayso.articles.candidates import candidates
from sayso.articles.furniture import furniture
from sayso.articles.lines import lines
from sayso.articles.retold import FARTHEST, Openings, names, numbers, pair
from sayso.articles.scores import weighed
from sayso.articles.signs import Heap
from sayso.model.text import Document

RIDGE = 2.0
LIGHT = 0.3  # the weight of a line of HEAPS: there are many, all English


def gold():
    """(name, articles) of the heaps that may be looked at."""
    for name in ("heaps", "second", "whole"):
        for row in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines():
            heap = json.loads(row)
            if heap.get("half") != "kept":
                yield heap["heap"], heap["articles"]


def alone(paths):
    """Every third article of the heaps, as a heap of its own."""
    for path in paths:
        for n, row in enumerate(rows_of(path)):
            own = []
            for line in row["lines"]:
                if line["start"] and own:
                    yield f"alone{n}", [own]
                    own = []
                own.append(line["text"])


def examples(heaps):
    """Numbers, truth and heap of each pair of a true beginning and a line before the next one's end."""
    for name, articles in heaps:
        begins, at = [], 0
        for own in articles:
            begins.append(at)
            at += len("\n".join(own)) + 1
        text = "\n".join("\n".join(own) for own in articles) + "\n"
        document = Document("0", "text/1", text, "text/plain", "heap", "utf-8")
        found = candidates(furniture(lines(document)))
        heap = Heap(found)
        totals = [s.total for s in weighed(heap)]
        openings = Openings(heap)
        true = [n for n, c in enumerate(found) if c.line.start in begins]
        for first, stop in zip(true, [*true[1:], len(found) - 2], strict=True):
            for n in range(first + 3, min(stop + 1, len(found) - 1, first + FARTHEST)):
                p = pair(openings, first, n)
                if p.before & p.now:
                    yield numbers(p, totals[n]), n in true, name


def fit(x, y, w):
    """Logistic regression with a ridge, by Newton's steps."""
    b = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ b))
        h = (x * (w * p * (1 - p) + 1e-9)[:, None]).T @ x + RIDGE * np.eye(len(b))
        b += np.linalg.solve(h, x.T @ (w * (y - p)) - RIDGE * b)
    return b


def main():
    a = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    a.add_argument("heaps", nargs="+")
    a.add_argument("-o", "--out")
    o = a.parse_args()
    rows = list(examples([*gold(), *alone(o.heaps)]))
    x = np.array([r[0] for r in rows])
    y = np.array([float(r[1]) for r in rows])
    heap = np.array([r[2] for r in rows])
    other = np.char.startswith(heap, "alone")
    w = np.where(other, LIGHT, 1.0)
    score = x @ fit(x, y, w)
    for name in sorted(set(heap[~other])):
        score[heap == name] = x[heap == name] @ fit(
            x[heap != name], y[heap != name], w[heap != name]
        )
    for price in (-1.0, -0.5, 0.0, 0.5, 1.0):
        cut = score > price
        print(
            price, f"of {int(y.sum())} found {int((cut & (y > 0)).sum())},",
            f"false here {int((cut & (y == 0) & ~other).sum())}, in HEAPS {int((cut & other).sum())} of {int(other.sum())}",
        )  # fmt: skip
    weights = fit(x, y, w)
    for name, value in zip(names(), weights, strict=True):
        print(f"{name:18} {value:+.2f}", file=sys.stderr)
    if o.out:
        head = (
            "# What telling an event again is worth: a weight for each sign of sayso.articles.retold\n"
            "# origin: fitted by bench/train_retold.py on golden/adjacent and development heaps\n"
            "# licence: CC0-1.0 (public-domain dedication); the numbers hold no words\n"
            "# columns: sign\tweight\n"
        )
        body = "".join(f"{k}\t{v:.3f}\n" for k, v in sorted(zip(names(), weights, strict=True)))
        pathlib.Path(o.out).write_text(head + body, "utf-8")


if __name__ == "__main__":
    main()

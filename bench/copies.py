"""Are abridged and partial copies found, others left alone, and how long do 100,000 texts take?

    python bench/copies.py [--many 100000]

The originals are the articles of golden/adjacent joined in threes (no two on one event) and those of examples/heap.
From each are made, with a fixed seed: an abridged copy (the first 60 %), one with a third of its sentences dropped, one
with 12 % of its words replaced, a longer text of which a quarter is taken from it, and an exact copy. All pairs of one
family but those through two partial reuses must be found, no pair across families may be.
"""

import argparse
import functools
import json
import operator
import pathlib
import random
import re
import time

from sayso.articles.copies import copies
from sayso.articles.split import split
from sayso.model.article import Article, Zone
from sayso.model.collection import Collection
from sayso.model.ids import sha256
from sayso.model.page import Page
from sayso.model.text import Document

HOME = pathlib.Path(__file__).parents[1]
KINDS = ("exact", "abridged", "dropped", "replaced", "reused")


def originals():
    """Texts of our own, 100 words and more."""
    rows = [
        json.loads(r)
        for r in (HOME / "golden/adjacent/heaps.jsonl").read_text("utf-8").splitlines()
    ]
    out = []
    for language in sorted({r["language"] for r in rows}):
        heaps = [r["articles"] for r in rows if r["language"] == language]
        out += [
            "\n".join(functools.reduce(operator.iadd, pages, []))
            for pages in zip(*heaps, strict=False)
        ]
    text = (HOME / "examples/heap/digest.txt").read_text("utf-8")
    document = Document("0", "text/1", text, "text/plain", "digest", "utf-8")
    out += [text[a.span.start : a.span.stop] for a in split(document) if isinstance(a, Article)]
    return [t for t in out if len(t.split()) >= 60]


def variants(text, others, chance):
    """Kind -> a text made from this one; `others` lends words and sentences."""
    sentences = re.split(r"(?<=[.!?؟])\s+", text)
    said = text.split()
    kept = [s for s in sentences if chance.random() >= 0.35] or sentences[:2]
    loan = others.split()
    changed = [chance.choice(loan) if chance.random() < 0.12 else w for w in said]
    quarter = len(said) // 4
    at = chance.randrange(len(said) - quarter)
    return {
        "exact": text,
        "abridged": " ".join(said[: int(0.6 * len(said))]),
        "dropped": " ".join(kept),
        "replaced": " ".join(changed),
        "reused": " ".join([*loan[: quarter * 2], *said[at : at + quarter]]),
    }


def page_of(text, name):
    """The page of a text that is one article."""
    document = Document(
        sha256(f"{name}{text}".encode()), "text/1", text, "text/plain", name, "utf-8"
    )
    whole = document.span(0, len(text))
    return Page.of(document, Article(whole, (Zone("body", whole),), "en"))


def measured(seed=3):
    """Found and wanted pairs (original, variant) per kind, and false pairs across families."""
    chance = random.Random(seed)
    texts = originals()
    chance.shuffle(texts)
    pages, family = [], {}
    for n, text in enumerate(texts):
        lender = invented(chance, texts, 300)
        for kind, made in [("original", text), *variants(text, lender, chance).items()]:
            page = page_of(made, f"{n}-{kind}")
            family[page.article.id] = (n, kind)
            pages.append(page)
    found = {frozenset((c.article, c.of)) for c in copies(Collection(tuple(pages)))}
    told = [tuple(sorted(family[i] for i in pair)) for pair in found]
    false = sum(a[0] != b[0] for a, b in told)
    hits = {
        kind: sum(a[0] == b[0] and {a[1], b[1]} == {"original", kind} for a, b in told)
        for kind in KINDS
    }
    return hits, len(texts), false, len(told)


def invented(chance, texts, length):
    """Words in an order that no text has: a few in a row from anywhere."""
    out = []
    while len(out) < length:
        said = chance.choice(texts).split()
        at = chance.randrange(len(said))
        out += said[at : at + chance.randint(1, 3)]
    return " ".join(out[:length])


def scores():
    """Recall of each kind of copy, of all, and precision."""
    hits, each, false, told = measured()
    out = {f"copies recall {kind}": round(hit / each, 4) for kind, hit in hits.items()}
    out["copies recall all"] = round(sum(hits.values()) / (each * len(KINDS)), 4)
    out["copies precision"] = round(1 - false / told, 4) if told else 0.0
    return out


def many(count):
    """Seconds of processor time for so many texts of 200 words, one in ten an abridged copy."""
    chance = random.Random(5)
    texts = originals()
    pages = []
    last = ""
    for n in range(count):
        copied = n % 10 == 0 and last
        last = " ".join(last.split()[:120]) if copied else invented(chance, texts, 200)
        pages.append(page_of(last, str(n)))
    began = time.process_time()
    found = sum(1 for _ in copies(Collection(tuple(pages))))
    return time.process_time() - began, found


def main():
    a = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    a.add_argument("--many", type=int, default=0)
    o = a.parse_args()
    for name, score in scores().items():
        print(f"{name:26} {score:.3f}")
    if o.many:
        seconds, found = many(o.many)
        print(f"{o.many} texts: {seconds:.0f} s of processor time, {found} pairs")


if __name__ == "__main__":
    main()

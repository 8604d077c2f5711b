"""Fit the splitter's score tables on heaps whose article starts are known.

    python bench/train_split.py HEAPS.jsonl ... [-o sayso/lexicon/any/split_scores.tsv]

Each line of HEAPS is {"lines": [{"text", "start"}, ...]}, one paragraph a line. Only numbers that hold no
words are fitted (`sayso.articles.signs`). The model is a sum of one table per sign, grown by boosting
stumps on the logistic loss. Prints cross-validated F1, Pk and WindowDiff: every article's lines are scored
by tables that never saw that article.
"""

import argparse
import bisect
import copy
import json
import pathlib
import random
import zlib

import numpy as np
from furniture import reworded

from sayso.articles import decide
from sayso.articles.candidates import candidates
from sayso.articles.furniture import furniture
from sayso.articles.lines import lines
from sayso.articles.scores import hinted
from sayso.articles.shape import heading
from sayso.articles.signs import SIGNS, Heap, measure
from sayso.model.text import Document

FOLDS = 5
BINS = 24
EXTRA = 100  # heaps recombined from each set of heaps


def rows_of(path):
    """The heaps of a file."""
    return [json.loads(row) for row in pathlib.Path(path).read_text("utf-8").splitlines()]


def recombined(rows, count, seed=1):
    """New heaps of 3 to 8 articles of these heaps, with other neighbours."""
    chance = random.Random(seed)
    articles = {}
    for row in rows:
        own = []
        for line in row["lines"]:
            own = [] if line["start"] else own
            own.append(line)
            articles[own[0]["text"]] = own
    stock = [articles[key] for key in sorted(articles)]
    for _ in range(count):
        chosen = chance.sample(stock, chance.randint(3, 8))
        yield {"lines": [dict(line) for own in chosen for line in own]}


def load(rows):
    """Per heap: features, truth and article key of each candidate, and its line number among all lines."""
    heaps = []
    for row in rows:
        text = "\n".join(line["text"] for line in row["lines"]) + "\n"
        document = Document("0", "text/1", text, "text/plain", "heap", "utf-8")
        found = candidates(furniture(lines(document)))
        begins, at, key, keys = [], 0, "", []
        for line in row["lines"]:
            key = line["text"] if line["start"] else key
            keys.append(key)
            begins.append(at)
            at += len(line["text"]) + 1
        numbers = [bisect.bisect_right(begins, c.line.start) - 1 for c in found]
        told = [(n, bool(row["lines"][n]["start"]), keys[n]) for n in numbers]
        truth = {n for n, line in enumerate(row["lines"]) if n and line["start"]}
        heap = Heap(found)
        hints = np.array([hinted(heap, n) for n in range(len(found))])
        heaps.append((found, np.array(measure(heap)), told, truth, len(row["lines"]), hints))
    return heaps


def edges_of(x):
    """Cut points of each sign: quantiles, fewer where the sign takes few values."""
    out = []
    for column in x.T:
        values = np.unique(column)
        cuts = (
            (values[:-1] + values[1:]) / 2
            if len(values) <= BINS
            else np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1]))
        )
        out.append(np.unique(np.round(cuts, 4)))
    return out


def fit(x, y, rounds, rate=0.1, ridge=20.0):
    """Score tables (edges, values) per sign and the constant."""
    edges = edges_of(x)
    binned = [np.searchsorted(e, c, side="right") for e, c in zip(edges, x.T, strict=True)]
    values = [np.zeros(len(e) + 1) for e in edges]
    base = np.log(y.mean() / (1 - y.mean()))
    score = np.full(len(y), base)
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-score))
        g, h = y - p, p * (1 - p)
        best = (0.0, None)
        for j, b in enumerate(binned):
            if not len(edges[j]):
                continue
            gs = np.cumsum(np.bincount(b, g, len(values[j])))
            hs = np.cumsum(np.bincount(b, h, len(values[j])))
            gl, hl, gr, hr = gs[:-1], hs[:-1], gs[-1] - gs[:-1], hs[-1] - hs[:-1]
            gain = gl**2 / (hl + ridge) + gr**2 / (hr + ridge)
            k = int(gain.argmax())
            if gain[k] > best[0]:
                best = (gain[k], (j, k, gl[k] / (hl[k] + ridge), gr[k] / (hr[k] + ridge)))
        if best[1] is None:
            break
        j, k, left, right = best[1]
        values[j][: k + 1] += rate * left
        values[j][k + 1 :] += rate * right
        score += rate * np.where(binned[j] <= k, left, right)
    return edges, values, base


def predict(model, x):
    edges, values, base = model
    score = np.full(len(x), base)
    for e, v, c in zip(edges, values, x.T, strict=True):
        score += v[np.searchsorted(e, c, side="right")]
    return score


def judge(heaps, scores, price):
    """F1, Pk, WindowDiff of the cuts that the dynamic programme makes of these scores."""
    hit = said = gold = exact = pk = wd = windows = 0
    for (found, _, told, truth, total, hints), fitted in zip(heaps, scores, strict=True):
        score = fitted + hints
        lengths = [0 if heading(c.line) else len(c.line.words) for c in found]
        cuts = {told[k][0] for k in decide.cuts([s - price for s in score], lengths)} - {0}
        hit, said, gold = hit + len(truth & cuts), said + len(cuts), gold + len(truth)
        exact += truth == cuts
        k = max(2, round(total / (len(truth) + 1) / 2))
        for a in range(total - k):
            t = sum(a < x <= a + k for x in truth)
            c = sum(a < x <= a + k for x in cuts)
            pk, wd, windows = pk + ((t > 0) != (c > 0)), wd + (t != c), windows + 1
    p, r = hit / max(said, 1), hit / gold
    return {
        "P": round(p, 3), "R": round(r, 3), "F1": round(2 * p * r / max(p + r, 1e-9), 3),
        "Pk": round(pk / windows, 3), "WD": round(wd / windows, 3), "exact": round(exact / len(heaps), 2),
    }  # fmt: skip


def fold_of(key):
    return zlib.crc32(key.encode()) % FOLDS


def stacked(heaps):
    """All candidates of the heaps: features, truth, fold, and whether one opens its heap."""
    x = np.concatenate([h[1] for h in heaps])
    y = np.concatenate([[t[1] for t in h[2]] for h in heaps]).astype(float)
    folds = np.array([fold_of(t[2]) for h in heaps for t in h[2]])
    first = np.concatenate([[i == 0 for i in range(len(h[2]))] for h in heaps])
    return x, y, folds, first


def held_out(heaps, rounds, extra=()):
    """The score of every candidate by tables that did not see its article; `extra` heaps only train."""
    x, y, folds, _ = stacked(heaps)
    tx, ty, tfolds, tfirst = stacked([*heaps, *extra])
    score = np.zeros(len(y))
    for fold in range(FOLDS):
        train = (tfolds != fold) & ~tfirst
        score[folds == fold] = predict(fit(tx[train], ty[train], rounds), x[folds == fold])
    stops = np.cumsum([len(h[1]) for h in heaps])[:-1]
    return np.split(score, stops), fit(tx[~tfirst], ty[~tfirst], rounds)


def write(model, price, path, note):
    edges, values, base = model
    rows = [("constant|", f"{base - price:.3f}")]
    for sign, e, v in zip(SIGNS, edges, values, strict=True):
        if not np.any(v):
            continue
        for cut, value in zip([*e, np.inf], v, strict=True):
            rows.append((f"{sign.__name__}|{cut:.4f}", f"{value:.3f}"))
    head = (
        "# The splitter's score tables: what each sign adds where its number lies below the edge\n"
        f"# origin: fitted by bench/train_split.py; {note}\n"
        "# licence: CC0-1.0 (public-domain dedication); the numbers hold no words\n"
        "# columns: sign|below\tscore\n"
    )
    body = "".join(f"{k}\t{v}\n" for k, v in sorted(rows))
    pathlib.Path(path).write_text(head + body, "utf-8")


def more(rows):
    """Heaps that only train: the same articles with other neighbours, and with furniture of other wordings."""
    extra = list(recombined(rows, EXTRA))
    return list(reworded(extra)) if furnished(rows) else extra


def furnished(rows):
    """Whether the heaps hold furniture that is known as such."""
    return bool({line.get("kind") for row in rows for line in row["lines"]} - {"body", None})


def main():
    a = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    a.add_argument("heaps", nargs="+")
    a.add_argument("--rounds", type=int, default=300)
    a.add_argument("-o", "--out")
    o = a.parse_args()
    sets = {pathlib.Path(p).stem: rows_of(p) for p in o.heaps}
    sets |= {
        f"{name} reworded": list(reworded(copy.deepcopy(rows)))
        for name, rows in sets.items()
        if furnished(rows)
    }
    parts = {name: load(rows) for name, rows in sets.items()}
    heaps = [h for part in parts.values() for h in part]
    extra = [h for path in o.heaps for h in load(more(rows_of(path)))]
    scores, model = held_out(heaps, o.rounds, extra)
    best = (0.0, 0.0)
    for price in (-1.5, -1.0, -0.5, 0.0, 0.5):
        f1, at = [], 0
        for name, part in parts.items():
            result = judge(part, scores[at : at + len(part)], price)
            at += len(part)
            f1.append(result["F1"] - result["Pk"])
            print(price, name, result)
        best = max(best, (float(np.mean(f1)), price))
    order = sorted(zip(SIGNS, model[1], strict=True), key=lambda p: -np.ptp(p[1]))
    print([(s.__name__, round(float(np.ptp(v)), 2)) for s, v in order])
    if o.out:
        note = f"{o.rounds} stumps, price {best[1]} by held-out F1 less Pk {best[0]:.3f}"
        write(model, best[1], o.out, f"{note} ({', '.join(parts)})")


if __name__ == "__main__":
    main()

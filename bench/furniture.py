"""Is page furniture known by words and shape when its wording was never seen? Per kind and language.

    python bench/furniture.py [HEAPS.jsonl]

Scores golden/furniture: `lines` (the word lists were enlarged after these were written) and `unseen` (written
after that, of deliberately odd wordings). With HEAPS (one JSON object a line, {"lines": [{"text", "kind"}]}), the heaps'
furniture lines are replaced by lines of the gold before they are read, and each kind's F1 is printed.
"""

import json
import pathlib
import sys
import zlib

from sayso.articles.furniture import furniture
from sayso.articles.lines import lines
from sayso.model.text import Document

ROOT = pathlib.Path(__file__).parents[1] / "golden" / "furniture"
MERGED = {
    "caption": "caption-credit", "credit": "caption-credit", "comment-widget": "comments",
    "accessibility-residue": "residue",
}  # fmt: skip


def gold(name):
    """The rows of a gold file."""
    return [json.loads(row) for row in (ROOT / f"{name}.jsonl").read_text("utf-8").splitlines()]


def labels(texts):
    """The kind of each line of a text made of these lines; body when it is none entirely."""
    document = Document("0", "text/1", "\n".join(texts), "text/plain", "lines", "utf-8")
    found = {item.line.start: _main(item) for item in furniture(lines(document))}
    at, out = 0, []
    for text in texts:
        lead = len(text) - len(text.lstrip())
        out.append(found.get(at + lead, "body"))
        at += len(text) + 1
    return out


def _main(item):
    """The kind that covers most of the line."""
    votes = {"body": len(item.line.text)}
    for piece in item.pieces:
        kind = MERGED.get(piece.kind, piece.kind)
        votes[kind] = votes.get(kind, 0) + piece.stop - piece.start
        votes["body"] -= piece.stop - piece.start
    return max(votes, key=votes.get)


def f1(pairs):
    """F1 of each kind from (true, said) pairs, body left out."""
    out = {}
    for kind in sorted({t for t, _ in pairs} - {"body"}):
        hit = sum(t == s == kind for t, s in pairs)
        said, true = sum(s == kind for _, s in pairs), sum(t == kind for t, _ in pairs)
        out[kind] = 2 * hit / (said + true) if said + true else 0.0
    return out


def scores():
    """Kind and language -> F1 on each gold file, each line read alone."""
    out = {}
    for name in ("lines", "unseen"):
        rows = gold(name)
        pairs = [(r["language"], r["kind"], labels([r["text"]])[0]) for r in rows]
        for language in ("all", *sorted({r["language"] for r in rows})):
            some = [(t, s) for said, t, s in pairs if language in ("all", said)]
            kinds = f1(some)
            out[f"furniture {name} {language}"] = round(sum(kinds.values()) / len(kinds), 4)
    return out


def reworded(rows, names=("lines", "unseen"), language="en"):
    """Heap rows with each furniture wording replaced by one of the gold, the same for the same words in a heap."""
    stock = {}
    for name in names:
        for row in gold(name):
            if row["language"] == language:
                stock.setdefault(row["kind"], []).append(row["text"])
    for n, row in enumerate(rows):
        for line in row["lines"]:
            kind = MERGED.get(line["kind"], line["kind"])
            if kind in stock and kind != "body":
                pick = zlib.crc32(f"{n} {line['text']}".encode()) % len(stock[kind])
                line["text"] = stock[kind][pick]
        yield row


def main():
    for name, score in scores().items():
        print(f"{name:28} {score:.3f}")
    for path in sys.argv[1:]:
        for names in ((), ("lines", "unseen"), ("unseen",)):
            rows = [json.loads(r) for r in pathlib.Path(path).read_text("utf-8").splitlines()]
            pairs = []
            for row in reworded(rows, names):
                said = labels([line["text"] for line in row["lines"]])
                true = [MERGED.get(line["kind"], line["kind"]) for line in row["lines"]]
                pairs += zip(true, said, strict=True)
            kinds = f1(pairs)
            macro = sum(kinds.values()) / len(kinds)
            print(
                pathlib.Path(path).stem,
                names or "as is",
                f"macro {macro:.3f}",
                {k: round(v, 3) for k, v in kinds.items()},
            )


if __name__ == "__main__":
    main()

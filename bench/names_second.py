"""How well are names found in the second set of our own news, annotated before any tagger saw it?

    python bench/names_second.py

The measure of `names.py` over golden/names-second/*.jsonl; texts `kept back` are also scored apart.
"""

import json
from collections import Counter
from pathlib import Path

from names import found

GOLD = Path(__file__).resolve().parent.parent / "golden" / "names-second"


def scores() -> dict[str, float]:
    """`names second <language>` and `names second kept back <language>` -> F1 of exact spans and kinds."""
    right: Counter[str] = Counter()
    both: Counter[str] = Counter()
    for path in sorted(GOLD.glob("*.jsonl")):
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            truth = {(start, stop, kind) for start, stop, kind in row["ents"]}
            have = found(row["text"], path.stem)
            halves = ("", "kept back ") if row["half"] == "kept back" else ("",)
            for half in halves:
                for of in (path.stem, "all"):
                    right[f"{half}{of}"] += len(truth & have)
                    both[f"{half}{of}"] += len(truth) + len(have)
    return {f"names second {key}": round(2 * right[key] / both[key], 4) for key in sorted(both)}


if __name__ == "__main__":
    for name, score in scores().items():
        print(f"{name:28} {score:.3f}")

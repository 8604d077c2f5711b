"""The second set of pairs of names: `python bench/pairs_second.py [-v]` on golden/pairs-second.

Rules were mended on the pairs at even places; `unseen` are the others.
"""

import sys
from pathlib import Path

from pairs import judged, pairs

GOLD = Path(__file__).resolve().parent.parent / "golden" / "pairs-second" / "blind.tsv"
SHOWN = ("all P", "all R", "all merge P", "all merge R", "pairs")


def scores(verbose: bool = False) -> dict[str, float]:
    """P and R of merge-or-suggest and of merges alone: the whole set and the unseen half."""
    rows = pairs(GOLD)
    whole, unseen = judged(rows), judged(rows[1::2])
    if verbose:
        judged(rows[::2], verbose=True)
    found = {f"second {name}": whole[name] for name in SHOWN}
    return found | {f"unseen {name}": unseen[name] for name in SHOWN}


if __name__ == "__main__":
    for name, value in scores("-v" in sys.argv).items():
        print(f"{name:22} {value:.3f}")

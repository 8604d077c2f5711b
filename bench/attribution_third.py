"""Who said what, in the third set of our own news texts, annotated before anything was read of them?

    python bench/attribution_third.py

The measure of `attribution_second.py`, over `golden/attribution-third/`.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import attribution_second

GOLD = Path(__file__).resolve().parent.parent / "golden" / "attribution-third"


def scores() -> dict[str, float]:
    """`attribution third <task> <language>` -> F1."""
    return attribution_second.scores(GOLD, "attribution third")


if __name__ == "__main__":
    sys.exit(attribution_second.main(GOLD))

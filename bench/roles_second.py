"""The second set of roles: `python bench/roles_second.py [-v]` on golden/roles-second.

Rules were mended on the sentences at even places; `unseen` are the others.
"""

import sys
from pathlib import Path

from roles import judged, sentences

GOLD = Path(__file__).resolve().parent.parent / "golden" / "roles-second"
SHOWN = ("roles", "P", "R", "F1", "tense", "years")


def scores(verbose: bool = False) -> dict[str, float]:
    """The figures of `bench/roles.py` and the years of office: the whole set and the unseen half."""
    rows = list(sentences(GOLD))
    whole, unseen = judged(rows), judged(rows[1::2])
    if verbose:
        judged(rows[::2], verbose=True)
    languages = sorted({language for language, _, _ in rows})
    found = {f"second {name}": whole[f"all {name}"] for name in SHOWN}
    found |= {f"second {xx} F1": whole[f"{xx} F1"] for xx in languages}
    return found | {f"unseen {name}": unseen[f"all {name}"] for name in SHOWN}


if __name__ == "__main__":
    for name, value in scores("-v" in sys.argv).items():
        print(f"{name:22} {value:.3f}")

"""Who said what, in the second set of our own news texts (chains, interviews, posts, papers)?

    python bench/attribution_second.py

The same measure as `attribution.py`, over `golden/attribution-second/`.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import attribution
from tally import LANGUAGES, Tally

GOLD = Path(__file__).resolve().parent.parent / "golden" / "attribution-second"


def tallies(folder: Path = GOLD) -> dict[str, Tally]:
    """Counts by task; `kept back` are the pairs in texts whose errors were not looked at."""
    out = {task: Tally() for task in ("pair", "kept back", "chain", "act", "negated")}
    for language in LANGUAGES:
        for row in attribution.rows(language, folder):
            for task, right, found, gold in attribution.compared(row):
                out[task].add(language, right, found, gold)
                if task == "pair" and row.get("half") == "kept back":
                    out["kept back"].add(language, right, found, gold)
    return out


def scores(folder: Path = GOLD, name: str = "attribution second") -> dict[str, float]:
    """`attribution second <task> <language>` -> F1."""
    return {
        f"{name} {task} {language}": float(score["f1"])
        for task, tally in tallies(folder).items()
        for language, score in tally.scores().items()
    }


def main(folder: Path = GOLD) -> int:
    for task, tally in tallies(folder).items():
        cells = [f"{k} {100 * s['f1']:5.1f}" for k, s in tally.scores().items()]
        print(f"{task:10}", "   ".join(cells))
    return 0


if __name__ == "__main__":
    sys.exit(main())

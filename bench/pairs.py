"""Are two names of one bearer known for one? `python bench/pairs.py [-v] [FILE]` on golden/pairs/blind.tsv.

Merge or suggest counts as found for precision and recall; `merge P` is the precision of what is merged
without asking. Pairs are judged by their names alone: no roles, countries or company.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

from sayso.resolve.named import opinion

GOLD = Path(__file__).resolve().parent.parent / "golden" / "pairs" / "blind.tsv"


def pairs(path: Path = GOLD) -> list[tuple[str, ...]]:
    """(gold verdict, kind, name, language, other kind, other name, other language, note)."""
    rows = path.read_text(encoding="utf-8").splitlines()
    return [tuple(row.split("\t")) for row in rows if not row.startswith("#")]


def ratios(counts: Counter[tuple[str, str]]) -> dict[str, float]:
    """Precision and recall of merges, and of merges and suggestions together."""
    out: dict[str, float] = {}
    for name, bands in (("merge ", ("same",)), ("", ("same", "possibly"))):
        right = sum(counts["same", b] for b in bands)
        wrong = sum(counts["apart", b] for b in bands)
        out[f"{name}P"] = right / (right + wrong) if right + wrong else 1.0
        out[f"{name}R"] = right / sum(n for (gold, _), n in counts.items() if gold == "same")
    return out


def scores(verbose: bool = False, path: Path = GOLD) -> dict[str, float]:
    """P and R of merge-or-suggest, and of merges alone, in all and by kind."""
    return judged(pairs(path), verbose)


def judged(rows: list[tuple[str, ...]], verbose: bool = False) -> dict[str, float]:
    """The figures of these pairs."""
    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for gold, kind, name, _, other_kind, other, *_ in rows:
        said = opinion(kind, name, other_kind, other)
        for group in ("all", kind):
            counts[group][gold, said.verdict] += 1
        if verbose and (said.verdict == "apart") != (gold == "apart"):
            why = "; ".join(said.because)
            print(f"{gold:6}{said.verdict:9}{name} = {other}: {why}")
        elif verbose and gold == "same" and said.verdict == "possibly":
            print(f"suggested      {name} = {other}: {'; '.join(said.because)}")
    found: dict[str, float] = {"pairs": float(sum(counts["all"].values()))}
    for group, counted in sorted(counts.items()):
        found |= {f"{group} {k}": v for k, v in ratios(counted).items()}
    return found


if __name__ == "__main__":
    paths = [Path(a) for a in sys.argv[1:] if not a.startswith("-")]
    for name, value in scores("-v" in sys.argv, *paths).items():
        print(f"{name:14} {value:.3f}")

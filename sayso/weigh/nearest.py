"""Which claims of two articles are nearest to each other?"""

from collections import defaultdict
from collections.abc import Sequence

from sayso.weigh.propositions import Proposition
from sayso.weigh.verdict import Verdict

# How much closer the nearest must be than the next.
MARGIN = 0.05

Compared = dict[tuple[int, int], Verdict]


def nearest(said: Sequence[Proposition], compared: Compared) -> Compared:
    """Pairs that are likely the same and each the other's nearest between their two articles."""
    best: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for (a, b), verdict in compared.items():
        if verdict.kind in ("likely", "same", "elaborates"):
            best[a, said[b].article].append((verdict.score, b))
    for found in best.values():
        found.sort(key=lambda x: (-x[0], x[1]))
    out = {}
    for (a, b), verdict in compared.items():
        if verdict.kind == "likely" and _first(best[a, said[b].article], b):
            if _first(best[b, said[a].article], a):
                why = (*verdict.because, "each is the other's nearest")
                out[a, b] = Verdict("same", verdict.score, why)
                out[b, a] = Verdict("same", verdict.score, why)
    return out


def _first(found: list[tuple[float, int]], wanted: int) -> bool:
    if not found or found[0][1] != wanted:
        return False
    return len(found) == 1 or found[0][0] - found[1][0] >= MARGIN

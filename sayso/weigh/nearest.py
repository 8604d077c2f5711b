"""Which articles tell one story, and which of their claims are nearest to each other?"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from sayso.model.collection import Collection
from sayso.model.page import Page
from sayso.weigh.compare import Verdict
from sayso.weigh.named import Names
from sayso.weigh.propositions import Proposition

# Entities that two articles must both name to tell one story, and the share of all articles above
# which an entity tells nothing (a country, a capital).
NAMES_OF_ONE_STORY = 2
EVERYWHERE = 0.1
SMALL_CASE = 20
# How much closer the nearest must be than the next.
MARGIN = 0.05

Compared = dict[tuple[int, int], Verdict]


class Stories:
    """Which articles tell one story, by the entities they name."""

    def __init__(self, collection: Collection, names: Names) -> None:
        self.named = {p.article.id: _named(p, names) for p in collection.pages}
        among = Counter(e for found in self.named.values() for e in found)
        most = max(SMALL_CASE, EVERYWHERE * len(self.named))
        self.telling = frozenset(e for e, n in among.items() if n <= most)

    def one(self, a: str, b: str) -> bool | None:
        """Whether they tell one story; None when too little is named to say."""
        if a == b:
            return True
        ours, theirs = self.named[a], self.named[b]
        if not ours or not theirs:
            return None
        shared = ours & theirs
        if not shared:
            return False
        telling = shared & self.telling
        few = min(len(ours), len(theirs))
        return True if len(telling) >= min(NAMES_OF_ONE_STORY, few) else None


def _named(page: Page, names: Names) -> frozenset[str]:
    """The classes of names in an article, also of those that only its claims were heard to name."""
    seen = {names.of_mention[m.id] for m in page.mentions if m.id in names.of_mention}
    heard = {h.named for c in page.claims for s in c.content for h in names.heard(page, s)}
    return frozenset(seen | heard)


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

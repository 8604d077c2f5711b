"""Which articles tell one story, and which of their claims are nearest to each other?"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from sayso.model.collection import Collection
from sayso.model.page import Page
from sayso.weigh.compare import DAYS_OF_ONE_STORY, Verdict
from sayso.weigh.days import days_between
from sayso.weigh.likeness import Weights
from sayso.weigh.named import Names
from sayso.weigh.propositions import Proposition, published_day

# Entities that two articles must both name to tell one story, and the share of all articles above
# which an entity tells nothing (a country, a capital).
NAMES_OF_ONE_STORY = 2
EVERYWHERE = 0.1
SMALL_CASE = 20
# Across languages names are missed; then what is told and counted must be alike instead: the share of its
# weight, by whether the names say nothing or speak against it. Of 859 pairs of articles of different affairs
# none reaches the smaller (`bench/weigh.py`), of those of one affair half do.
SUBJECT = {None: 0.2, False: 0.25}
MATTERS_OF_ONE_STORY = 3
# How much closer the nearest must be than the next.
MARGIN = 0.05

Compared = dict[tuple[int, int], Verdict]


class Stories:
    """Which articles tell one story, by the entities they name."""

    def __init__(
        self,
        collection: Collection,
        names: Names,
        said: Sequence[Proposition] = (),
        weights: Weights | None = None,
    ) -> None:
        self.named = {p.article.id: _named(p, names) for p in collection.pages}
        among = Counter(e for found in self.named.values() for e in found)
        most = max(SMALL_CASE, EVERYWHERE * len(self.named))
        self.telling = frozenset(e for e, n in among.items() if n <= most)
        self.weights = weights
        self.pages = {p.article.id: p for p in collection.pages}
        self.subject: dict[str, set[str]] = defaultdict(set)
        for proposition in said:
            told = {f for f in proposition.features if f[0] in "cf"}
            self.subject[proposition.article].update(told)

    def one(self, a: str, b: str) -> bool | None:
        """Whether they tell one story; None when too little is named to say."""
        if a == b:
            return True
        by_names = self._by_names(a, b)
        return by_names or (True if self._one_subject(a, b, SUBJECT[by_names]) else by_names)

    def _one_subject(self, a: str, b: str, least: float) -> bool:
        """Whether two articles in two languages, near in time, tell and count the same matters."""
        ours, theirs = (self.pages[x].article for x in (a, b))
        if ours.language == theirs.language or self.weights is None:
            return False
        days = days_between(*(published_day(self.pages[x]) for x in (a, b)))
        return abs(days) <= DAYS_OF_ONE_STORY and self._alike(a, b) >= least

    def _alike(self, a: str, b: str) -> float:
        one, other = self.subject[a], self.subject[b]
        if len(one & other) < MATTERS_OF_ONE_STORY or self.weights is None:
            return 0.0
        shared, ours, theirs = (
            sum(self.weights.of(f) ** 2 for f in sorted(x)) for x in (one & other, one, other)
        )
        return shared / math.sqrt(ours * theirs)

    def _by_names(self, a: str, b: str) -> bool | None:
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

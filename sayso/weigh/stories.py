"""Which articles tell one story?"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.model.collection import Collection
from sayso.model.page import Page
from sayso.weigh.days import DAYS_OF_ONE_STORY, days_between
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

MANY = 60  # articles of one name or matter, above which it does not lead to others


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
        self._naming = _turned(self.named)
        self._telling = _turned(self.subject)
        self._near: dict[str, tuple[str, ...]] = {}

    def one(self, a: str, b: str) -> bool | None:
        """Whether they tell one story; None when too little is named to say."""
        if a == b:
            return True
        by_names = self._by_names(a, b)
        return by_names or (True if self._one_subject(a, b, SUBJECT[by_names]) else by_names)

    def near(self, article: str) -> tuple[str, ...]:
        """Other articles worth asking about, by two names or by what they tell; sorted."""
        if article not in self._near:
            names = self._sharing(self.named.get(article, ()), self._naming)
            told = self._sharing(self.subject.get(article, ()), self._telling)
            found = {a for a, n in names.items() if n >= NAMES_OF_ONE_STORY}
            found |= {
                a for a, n in told.items() if n >= MATTERS_OF_ONE_STORY and self.one(article, a)
            }
            self._near[article] = tuple(sorted(found - {article}))
        return self._near[article]

    def others(self, articles: Sequence[str]) -> list[str]:
        """Other articles that surely tell the story of all of these, sorted."""
        if len(articles) > MANY:
            return []
        near = {other for a in articles for other in self.near(a)} - set(articles)
        return sorted(o for o in near if all(self.one(a, o) for a in articles))

    def _sharing(self, keys: Iterable[str], where: dict[str, list[str]]) -> Counter[str]:
        few = (where.get(k, []) for k in sorted(keys))
        return Counter(a for articles in few if len(articles) <= MANY for a in articles)

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


def _turned(held: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """What an article holds -> the articles that hold it, sorted."""
    out: dict[str, list[str]] = defaultdict(list)
    for article, keys in sorted(held.items()):
        for key in keys:
            out[key].append(article)
    return dict(out)


def _named(page: Page, names: Names) -> frozenset[str]:
    """The classes of names in an article, also of those that only its claims were heard to name."""
    seen = {names.of_mention[m.id] for m in page.mentions if m.id in names.of_mention}
    heard = {h.named for c in page.claims for s in c.content for h in names.heard(page, s)}
    return frozenset(seen | heard)

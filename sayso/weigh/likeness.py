"""What do two propositions share, and how much of each is it?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import log

from sayso.lexicon.load import lexicon
from sayso.weigh.figures import exclude, same_measure
from sayso.weigh.propositions import Proposition

KIND_WEIGHT = {"e": 1.5, "f": 1.5, "c": 1.0, "b": 0.6, "w": 1.0, "n": 1.0, "d": 0.7}
# A word that no concept stands for cannot be found in another language; half of the content words of
# the affairs are such, so it counts for less there, but it still is content.
UNTRANSLATED = 0.35


class Weights:
    """What a shared feature is worth: much when it is rare in the collection."""

    def __init__(self, all_features: Iterable[frozenset[str]]) -> None:
        self.among: Counter[str] = Counter()
        total = 0
        for features in all_features:
            self.among.update(features)
            total += 1
        self.total = total + 50
        self.known: dict[str, float] = {}

    def of(self, feature: str) -> float:
        """Rarity times the weight of its kind."""
        if feature not in self.known:
            rare = log(1 + self.total / max(1, self.among[feature]))
            self.known[feature] = rare * KIND_WEIGHT[feature[0]]
        return self.known[feature]

    def sum(self, features: Iterable[str]) -> float:
        return sum(self.of(f) for f in sorted(features))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two propositions, what they share, and how much of each.

    `story` says that their articles tell one story. `alike` weighs all that can be compared, `core`
    leaves out figures and dates; `inside_a` is the share of a's weight that is in b.
    """

    a: Proposition
    b: Proposition
    story: bool
    shared: frozenset[str]
    alike: float
    core: float
    inside_a: float
    inside_b: float

    @property
    def across(self) -> bool:
        return self.a.language != self.b.language

    @property
    def solid(self) -> frozenset[str]:
        """What they share apart from dates."""
        return frozenset(f for f in self.shared if f[0] != "d")


@cache
def broader() -> dict[str, str]:
    """Concept -> the broader one it is a kind of."""
    return {word: row[0] for word, row in lexicon("any", "broader").entries.items()}


def _met(p: Proposition, shared: frozenset[str]) -> frozenset[str]:
    """Features of p that need no partner of their own: a kind of something both speak of."""
    kinds = {f[2:] for f in shared if f[0] == "b"}
    return frozenset(f for f in p.features if f[0] == "c" and broader().get(f[2:]) in kinds)


def _agreeing(a: Proposition, b: Proposition) -> tuple[frozenset[str], frozenset[str]]:
    """Keys of the figures of each that one of the other agrees with ("at least 30" with 31)."""
    pairs = [
        (x.key, y.key)
        for x in a.measures
        for y in b.measures
        if x.key != y.key and same_measure(x, y) and not exclude(x, y)
    ]
    return frozenset(x for x, _ in pairs), frozenset(y for _, y in pairs)


def pair(a: Proposition, b: Proposition, weights: Weights, story: bool = False) -> Pair:
    """What two propositions share and where they part, weighed by how rare it is in the case."""
    shared = a.features & b.features
    ours_met, theirs_met = _agreeing(a, b)
    ours = a.features - _met(a, shared) - ours_met | shared
    theirs = b.features - _met(b, shared) - theirs_met | shared
    # A date, and a broader word, that only one of them gives is no difference.
    one_sided = {f for f in ours ^ theirs if f[0] in "db"}
    ours, theirs = ours - one_sided, theirs - one_sided
    across = a.language != b.language

    def total(features: Iterable[str]) -> float:
        return sum(
            weights.of(f) * (UNTRANSLATED if across and f[0] == "w" else 1.0)
            for f in sorted(features)
        )

    met = weights.sum(ours_met)
    got, left, right = total(shared) + met, total(ours) + met, total(theirs) + met
    hard = {f for f in ours | theirs if f[0] in "fdn"}
    core = total(shared - hard)
    around = total(ours - hard) + total(theirs - hard)
    return Pair(
        a, b, story, shared,
        alike=2 * got / (left + right) if left + right else 0.0,
        core=2 * core / around if around else 0.0,
        inside_a=got / left if left else 0.0,
        inside_b=got / right if right else 0.0,
    )  # fmt: skip


def says(p: Pair) -> str:
    """What they share, in words."""
    shown = sorted({p.a.words.get(f, f[2:]) for f in p.shared if f[0] != "b"})
    return f"both say: {', '.join(shown[:8])}" if shown else "both speak of one story"

"""Which pairs of propositions are worth comparing? Never all of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.weigh.likeness import Weights
from sayso.weigh.propositions import Proposition
from sayso.weigh.stories import Stories

LONG = 60
NEIGHBOURS = 4
# The rarest features that together weigh this share of a claim: two claims that share half of
# their weight share one of these.
PREFIX = 0.55
FEW = 8  # a claim of so few features may meet another by a broader concept alone


def candidates(
    said: Sequence[Proposition], weights: Weights, stories: Stories
) -> list[tuple[int, int]]:
    """Pairs of positions (smaller first), sorted: those that share a rare feature, and those of
    articles of one story where one is a denial or both count the same.

    A feature carried by more than `LONG` claims pairs each claim only with its next neighbours in
    the order of their features, so that copies still meet.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for number, proposition in enumerate(said):
        for feature in rarest(proposition, weights):
            holders[feature].append(number)
    order = {n: (sorted(said[n].features), said[n].claim) for n in range(len(said))}
    pairs: set[tuple[int, int]] = set()
    for numbers in holders.values():
        if len(numbers) <= LONG:
            pairs.update((a, b) for i, a in enumerate(numbers) for b in numbers[i + 1 :])
        else:
            row = sorted(numbers, key=order.__getitem__)
            for i, a in enumerate(row):
                pairs.update((min(a, b), max(a, b)) for b in row[i + 1 : i + 1 + NEIGHBOURS])
    pairs.update(_of_one_story(said, stories))
    return sorted(pairs)


def _of_one_story(said: Sequence[Proposition], stories: Stories) -> Iterator[tuple[int, int]]:
    """Pairs with a denial, or of one running count, in articles of one story or in one article."""
    held: dict[str, list[int]] = defaultdict(list)
    for number, proposition in enumerate(said):
        held[proposition.article].append(number)
    for number, proposition in enumerate(said):
        counts = {m.count for m in proposition.measures if m.count}
        if not counts and not proposition.denies:
            continue
        for article in (proposition.article, *stories.near(proposition.article)):
            for other in held[article]:
                alike = counts & {m.count for m in said[other].measures}
                if other != number and (proposition.denies or alike):
                    yield min(number, other), max(number, other)


def rarest(proposition: Proposition, weights: Weights) -> list[str]:
    """The rarest features, counted once for all and once for those that cross languages."""
    out: set[str] = set()
    for features in (proposition.features, [f for f in proposition.features if f[0] != "w"]):
        ranked = sorted((f for f in features if f[0] != "d"), key=lambda f: (-weights.of(f), f))
        whole, got = sum(weights.of(f) for f in ranked), 0.0
        for feature in ranked:
            if got > PREFIX * whole:
                break
            out.add(feature)
            got += weights.of(feature)
    out.update(f for f in proposition.features if f[0] == "b" and len(proposition.features) <= FEW)
    return sorted(out)

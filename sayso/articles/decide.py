"""Which of the possible beginnings are taken? The dearest set of cuts, found in one pass."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

Retold = Mapping[int, Sequence[tuple[int, float]]]

# An article has at least so many words and prose lines; a shorter one must be paid for. Tried on
# the development heaps: 60 to 150 words, 2 to 4; the shortest that does as well as the longer ones.
FEWEST_WORDS = 60
SHORT_PRICE = 4.0

# What is told again is told so by the whole of the article before, however brief that is.
FEWEST_RETOLD = 30

# Fewer words than a sentence are a headline or a remnant, never an article.
NO_ARTICLE = 12
NEVER = 50.0


def cuts(
    scores: Sequence[float], lengths: Sequence[int], retold: Retold = MappingProxyType({})
) -> list[int]:
    """The candidates at which articles begin; the first always is one.

    `scores` are what each cut is worth (its price taken off), `lengths` the words of each candidate.
    `retold` holds what a cut is worth when the one before it was made at a certain line.
    The sum over cuts, less the price of articles that are too short, is the greatest there is.
    """
    if not scores:
        return []
    ends = [0]
    for words in lengths:
        ends.append(ends[-1] + words)
    # best[n]: the worth of all cuts up to candidate n, if an article begins there
    best = [0.0]
    came = [-1]
    floor, floor_at = float("-inf"), -1  # best over beginnings far enough back to be long enough
    near = 0
    for n in range(1, len(scores)):
        while ends[n] - ends[near] >= FEWEST_WORDS and near < n:
            if best[near] > floor:
                floor, floor_at = best[near], near
            near += 1
        top, top_at = floor, floor_at
        for k in range(near, n):
            short = best[k] - _price(ends[n] - ends[k])
            if short > top:
                top, top_at = short, k
        options = [(scores[n] + top, -1, top_at)]
        for k, again in retold.get(n, ()):
            options.append((again + best[k] - _price(ends[n] - ends[k], FEWEST_RETOLD), k, k))
        worth, _, at = max(options)
        best.append(worth)
        came.append(at)
    last = max(range(len(best)), key=lambda n: (best[n] - _price(ends[-1] - ends[n]), -n))
    out = [last]
    while came[out[-1]] >= 0:
        out.append(came[out[-1]])
    return out[::-1]


def _price(words: int, fewest: int = FEWEST_WORDS) -> float:
    """What an article of so few words costs."""
    if words < NO_ARTICLE:
        return NEVER
    return SHORT_PRICE * max(0.0, 1 - words / fewest)

"""How much do the lines before a gap share with the lines after it?"""

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

STEM = 6  # letters of a word kept: endings of six languages go, roots stay
SHORTEST = 3
REACH = 25  # lines over which a repeated word still ties two lines together
COMMON = 0.3  # a word in more of the lines than this is everybody's
TINY = 1e-6  # what rounding leaves of an empty window
_ARTICLES = ("وال", "بال", "كال", "فال", "ال", "لل")


def stem(word: str) -> str:
    """The word's start without a glued Arabic article: enough to see that a word comes again."""
    if "\u0600" <= word[0] <= "\u06ff":
        for glued in _ARTICLES:
            if word.startswith(glued) and len(word) - len(glued) >= SHORTEST:
                word = word[len(glued) :]
                break
    elif "\u05d0" <= word[0] <= "\u05ea" and len(word) > 4 and word[0] in "הובלמשכ":
        word = word[1:]
    return word[:STEM]


@lru_cache(maxsize=1 << 17)
def _term(word: str) -> str:
    return stem(word) if len(word) >= SHORTEST and not word.isdigit() else ""


def terms(words: Sequence[str]) -> Counter[str]:
    """The stems of a line's longer words, counted."""
    return Counter(filter(None, map(_term, words)))


def weights(lines: Sequence[Counter[str]]) -> dict[str, float]:
    """Squared inverse line frequency: words of every line weigh nothing, so no stop list is needed."""
    seen: Counter[str] = Counter()
    for line in lines:
        seen.update(line.keys())
    total = len(lines)
    return {term: math.log((total + 1) / n) ** 2 for term, n in seen.items()}


class Shared(NamedTuple):
    """`near[n][d]`: the weight of the words that line n shares with the line d before it (d from 1)
    and `own[n]`: of its words with themselves."""

    own: list[float]
    near: list[list[float]]


def shared(lines: Sequence[Counter[str]], weight: dict[str, float], reach: int) -> Shared:
    """What lines not more than `reach` apart share, from one pass over their words."""
    common = math.log(len(lines) + 1) ** 2
    floor = math.log(1 / COMMON) ** 2  # words of so many lines tie nothing together
    own: list[float] = []
    near: list[list[float]] = []
    seen: dict[str, list[tuple[int, int]]] = {}
    for n, line in enumerate(lines):
        total = 0.0
        row = [0.0] * (reach + 1)
        for term, count in line.items():
            w = weight[term]
            total += count * count * w
            if w == common or w < floor:
                continue
            past = seen.get(term)
            if past is None:
                seen[term] = [(n, count)]
                continue
            pull = w * count
            oldest = n - reach
            while past and past[0][0] < oldest:
                past.pop(0)
            for at, had in past:
                row[n - at] += pull * had
            past.append((n, count))
        own.append(total)
        near.append(row)
    return Shared(own, near)


def cosines(lines: Shared, width: int) -> list[float]:
    """For the gap before each line, the cosine of `width` lines on either side; the first is 0."""
    total = len(lines.own)
    across = [0.0] * (total + 1)  # changes from gap to gap: dot products of left and right
    inside = [0.0] * (total + width + 1)  # changes from line to line: what windows hold
    for n, row in enumerate(lines.near):
        for d, value in enumerate(row[: 2 * width]):
            if value:
                at = n - d
                across[max(at + 1, n - width + 1)] += value
                across[min(at + width, n) + 1] -= value
                if d < width:
                    inside[n] += 2 * value  # a window that ends with line n, and on to at + width
                    inside[at + width] -= 2 * value
    for n, value in enumerate(lines.own):
        inside[n] += value
        inside[n + width] -= value
    norms = list(accumulate(inside))  # norms[k]: of the window of lines (k - width, k]
    dots = list(accumulate(across))
    out = [0.0]
    for n in range(1, total):
        right = norms[n + width - 1]
        product = max(0.0, norms[n - 1]) * max(0.0, right)
        out.append(max(0.0, dots[n]) / math.sqrt(product) if product > TINY else 0.0)
    return out[:total]


def pulls(lines: Shared, width: int) -> list[float]:
    """For each line, what it shares with the `width` lines after less what with those before,
    against both: from -1 (belongs to what stands before) to 1."""
    total = len(lines.own)
    before = [sum(row[1 : width + 1]) for row in lines.near]
    after = [0.0] * total
    for n, row in enumerate(lines.near):
        for d in range(1, min(width, n) + 1):
            after[n - d] += row[d]
    return [(a - b) / (a + b) if a + b > TINY else 0.0 for a, b in zip(after, before, strict=True)]


def ties(lines: Sequence[Counter[str]], weight: dict[str, float]) -> list[float]:
    """For the gap before each line, the weight of words that recur across it, nearer ones more."""
    change = [0.0] * (len(lines) + 1)
    last: dict[str, int] = {}
    for n, line in enumerate(lines):
        for term in line:
            before = last.get(term)
            if before is not None and n - before <= REACH:
                pull = weight[term] / math.sqrt(n - before)
                change[before + 1] += pull
                change[n + 1] -= pull
            last[term] = n
    out: list[float] = []
    total = 0.0
    for delta in change[:-1]:
        total += delta
        out.append(total)
    return out


def seen_before(lines: Sequence[Counter[str]], weight: dict[str, float], back: int) -> list[float]:
    """For each line, the share of its words' weight that the `back` lines before it had."""
    last: dict[str, int] = {}
    out: list[float] = []
    for n, line in enumerate(lines):
        total = old = 0.0
        for term in line:
            w = weight[term]
            total += w
            if n - last.get(term, -back - 1) <= back:
                old += w
            last[term] = n
        out.append(old / total if total else 0.5)
    return out


def introduced(lines: Sequence[Counter[str]], weight: dict[str, float]) -> list[float]:
    """For each line, the share of its recurring words' weight that no line before had."""
    once = math.log(len(lines) + 1) ** 2
    seen: set[str] = set()
    out: list[float] = []
    for line in lines:
        total = new = 0.0
        for term in line:
            w = weight[term]
            if w != once:
                total += w
                new += w if term not in seen else 0.0
        seen.update(line)
        out.append(new / total if total else 0.5)
    return out


def depth(series: Sequence[float], reach: int) -> list[float]:
    """How far each value lies below the highest value within `reach` on either side, summed."""
    out: list[float] = []
    for n, value in enumerate(series):
        left = max(series[max(0, n - reach) : n], default=value)
        right = max(series[n + 1 : n + 1 + reach], default=value)
        out.append(max(0.0, left - value) + max(0.0, right - value))
    return out


def lows(series: Sequence[float], reach: int) -> list[float]:
    """For each value, the share of its neighbours within `reach` that are higher."""
    out: list[float] = []
    for n, value in enumerate(series):
        near = [*series[max(0, n - reach) : n], *series[n + 1 : n + 1 + reach]]
        out.append(sum(v > value for v in near) / len(near) if near else 0.0)
    return out

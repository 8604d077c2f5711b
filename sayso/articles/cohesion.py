"""How much do the lines before a gap share with the lines after it?"""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

STEM = 6  # letters of a word kept: endings of six languages go, roots stay
SHORTEST = 3
REACH = 25  # lines over which a repeated word still ties two lines together
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


def terms(words: Sequence[str]) -> Counter[str]:
    """The stems of a line's longer words, counted."""
    return Counter(stem(w) for w in words if len(w) >= SHORTEST and not w.isdigit())


def weights(lines: Sequence[Counter[str]]) -> dict[str, float]:
    """Squared inverse line frequency: words of every line weigh nothing, so no stop list is needed."""
    seen: Counter[str] = Counter()
    for line in lines:
        seen.update(line.keys())
    total = len(lines)
    return {term: math.log((total + 1) / n) ** 2 for term, n in seen.items()}


class Parted(NamedTuple):
    """The lines' recurring terms, and what the others (met in one line only) add to its length."""

    recurring: list[list[tuple[str, int]]]
    alone: list[float]


def parted(lines: Sequence[Counter[str]], weight: dict[str, float]) -> Parted:
    """Terms of a single line can tie nothing together: they are summed once, not tracked."""
    once = math.log(len(lines) + 1) ** 2
    recurring = [[(t, c) for t, c in line.items() if weight[t] != once] for line in lines]
    alone = [sum(c * c for t, c in line.items() if weight[t] == once) * once for line in lines]
    return Parted(recurring, alone)


def cosines(lines: Parted, weight: dict[str, float], width: int) -> list[float]:
    """For the gap before each line, the cosine of `width` lines on either side; the first is 0."""
    sides: tuple[dict[str, int], dict[str, int]] = ({}, {})
    dot = 0.0
    norms = [0.0, 0.0]
    out: list[float] = []

    def move(side: int, n: int, sign: int) -> None:
        nonlocal dot
        own, other = sides[side], sides[1 - side]
        norm = sign * lines.alone[n]
        for term, count in lines.recurring[n]:
            w = weight[term]
            had = own.get(term, 0)
            now = had + sign * count
            own[term] = now
            norm += (now * now - had * had) * w
            if across := other.get(term, 0):
                dot += (now - had) * across * w
        norms[side] += norm

    total = len(lines.recurring)
    for n in range(min(width, total)):
        move(1, n, 1)
    for n in range(total):
        product = max(0.0, norms[0]) * max(0.0, norms[1])
        out.append(max(0.0, dot) / math.sqrt(product) if product > TINY else 0.0)
        move(1, n, -1)
        move(0, n, 1)
        if n + width < total:
            move(1, n + width, 1)
        if n - width >= 0:
            move(0, n - width, -1)
    return out


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
        total = sum(weight[t] for t in line)
        old = sum(weight[t] for t in line if n - last.get(t, -back - 1) <= back)
        out.append(old / total if total else 0.5)
        for term in line:
            last[term] = n
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

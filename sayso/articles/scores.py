"""What is a beginning at this line worth, and for which reasons?"""

import math
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from sayso.articles.candidates import Candidate
from sayso.articles.shape import OPENING, caseless, heading, sentence_end
from sayso.articles.signs import BY_CAPITALS, SIGNS, Heap, measure
from sayso.lexicon.load import lexicon

# Reasons whose share is smaller do not help anyone to understand a decision.
NAMED = 0.25
REASONS = 8


class Table(NamedTuple):
    """What a sign adds: `values[k]` between `edges[k-1]` and `edges[k]`."""

    edges: tuple[float, ...]
    values: tuple[float, ...]


class Score(NamedTuple):
    """The sum for one candidate and the reasons that count, strongest first."""

    total: float
    because: tuple[str, ...]


@cache
def tables() -> tuple[float, dict[str, Table]]:
    """The constant and the fitted table of each sign (see bench/train_split.py)."""
    rows: dict[str, list[tuple[float, float]]] = {}
    constant = 0.0
    for key, (value,) in lexicon("any", "split_scores").entries.items():
        sign, _, below = key.partition("|")
        if sign == "constant":
            constant = float(value)
        else:
            rows.setdefault(sign, []).append((float(below), float(value)))
    found = {sign: sorted(pairs) for sign, pairs in rows.items()}
    return constant, {
        sign: Table(tuple(e for e, _ in pairs[:-1]), tuple(v for _, v in pairs))
        for sign, pairs in sorted(found.items())
    }


# Hand-set: the development heaps are one language each and hold no headlines, so nothing could be
# fitted. A lasting change of language is worth more than all other signs against it together; a
# byline or publication line above a body line, about as much as the strongest fitted sign.
LANGUAGE = 8.0
HEAD = 12.0
WIDGET = 7.0
FOOT = 7.0
HEADLINE = 2.0
HEADLINE_WORDS = 6  # a shorter heading may as well stand within an article
TITLE = 1.5
AGAIN = 1.0
ITEM = -4.0
SPEAKER = -4.0
LIVE = -4.0
# Logistic fit of truth on score over the development heaps, each scored by tables that had not
# seen its articles; within .05 of the truth in every band of one point that holds 50 lines.
STEEP, LEVEL, FAR = 1.12, 1.2, 20.0
COUNTED_BACK = 25  # lines
SPOKEN_BACK = 6

Hint = Callable[[Heap, int], float]


def language_changes(heap: Heap, n: int) -> float:
    """Two lines of another language follow two of one; a quoted line alone is no change."""
    spoken = [c.line.language for c in heap.candidates[max(0, n - 2) : n + 2]]
    if n < 1 or len(spoken) < 3:
        return 0.0
    before, after = set(spoken[: min(n, 2)]), set(spoken[min(n, 2) :])
    lasts = len(before) == len(after) == 1 and before != after and "und" not in before | after
    return LANGUAGE if lasts else 0.0


def head_above(heap: Heap, n: int) -> float:
    """A byline or publication line stands directly above, unless it closes the article before."""
    return HEAD if heap.candidates[n].above[-1:] in (("byline",), ("dateline",)) else 0.0


def page_ended(heap: Heap, n: int) -> float:
    """A comment widget, or several lines of a page's foot, stand above: a single appeal may stand
    anywhere in a page, these stand at its end."""
    above = [k for k in heap.candidates[n].above if k in ("boilerplate", "comments", "break")]
    foot = len(above) > 1 and set(above) != {"break"}
    return WIDGET * ("comments" in above) + FOOT * foot


def headline_here(heap: Heap, n: int) -> float:
    """A heading as long as headlines are, between the end of a sentence and a paragraph."""
    here = heap.candidates[n].line
    after = [c.line for c in heap.candidates[n + 1 : n + 2]]
    if not n or not after or not heading(here) or heap.numbered[n] is not None:
        return 0.0
    ended = sentence_end(heap.candidates[n - 1].line.text) or heap.candidates[n].above
    opens = not heading(after[0]) and after[0].text[0] not in OPENING
    return HEADLINE if ended and opens and len(here.words) >= HEADLINE_WORDS else 0.0


def title_above(heap: Heap, n: int) -> float:
    """The prose line before has the shape of a heading, this one is a paragraph that takes up its
    words, and those before did not end with that heading's words."""
    if not n or heading(heap.candidates[n].line) or not heading(heap.candidates[n - 1].line):
        return 0.0
    low = heap.seen[n - 1] < 0.2 and heap.seen_back[n - 1] > 0.3
    return TITLE if low else 0.0


def full_name_again(heap: Heap, n: int) -> float:
    """A name is given in full that was only a surname before, as at the start of a new text."""
    return AGAIN * min(1.0, heap.names.reintroduced(n))


def goes_on_counting(heap: Heap, n: int) -> float:
    """An item numbered one more than an item above it, as in a list or a countdown."""
    number = heap.numbered[n]
    near = heap.numbered[max(0, n - COUNTED_BACK) : n]
    return ITEM if number is not None and (number - 1 in near or number + 1 in near) else 0.0


def same_speaker(heap: Heap, n: int) -> float:
    """Q: …, ADA BRUN: …, or a dash, as a few lines above: an interview goes on."""
    said = heap.speakers[n]
    return SPEAKER if said and said in heap.speakers[max(0, n - SPOKEN_BACK) : n] else 0.0


def clock_above(heap: Heap, n: int) -> float:
    """A time of day stands alone here as it does a little above: a live page goes on."""
    near = heap.clocks[max(0, n - COUNTED_BACK) : n]
    return LIVE if heap.clocks[n] and any(near) else 0.0


HINTS: tuple[Hint, ...] = (
    language_changes, head_above, page_ended, headline_here, title_above, full_name_again,
    goes_on_counting, same_speaker, clock_above,
)  # fmt: skip


def scores(candidates: list[Candidate]) -> list[Score]:
    """The worth of a beginning at each candidate."""
    return weighed(Heap(candidates))


def weighed(heap: Heap) -> list[Score]:
    """The same from a heap that was measured already."""
    constant, fitted = tables()
    return [_score(heap, n, constant, fitted, numbers) for n, numbers in enumerate(measure(heap))]


def probability(total: float) -> float:
    """How often an article begins at lines of this score.

    >>> round(probability(0.0), 2), round(probability(4.0), 2)
    (0.23, 0.96)
    """
    return 1 / (1 + math.exp(-STEEP * max(-FAR, min(FAR, total)) + LEVEL))


def hinted(heap: Heap, n: int) -> float:
    """What the hand-set hints add."""
    return sum(hint(heap, n) for hint in HINTS)


def _score(
    heap: Heap, n: int, constant: float, fitted: dict[str, Table], numbers: tuple[float, ...]
) -> Score:
    parts: list[tuple[str, float]] = []
    mute = BY_CAPITALS if caseless(heap.candidates[n].line.language) else frozenset()
    for sign, number in zip(SIGNS, numbers, strict=True):
        table = fitted.get(sign.__name__)
        if table and sign not in mute:
            parts.append((sign.__name__, table.values[bisect_right(table.edges, number)]))
    parts.extend((hint.__name__, hint(heap, n)) for hint in HINTS)
    named = sorted((p for p in parts if abs(p[1]) >= NAMED), key=lambda p: (-abs(p[1]), p[0]))[
        :REASONS
    ]
    because = tuple(f"{name.replace('_', ' ')} {value:+.1f}" for name, value in named)
    return Score(constant + sum(v for _, v in parts), because)

"""Does a line open a second article on the event that an earlier opening told? Pairs of openings.

Neighbours on one event share its words, so cohesion cannot part them. What parts them is that the
second opening tells the event again to somebody who has read nothing: it takes up words of the
first opening rather than of the details between, points back at nobody, and quotes nobody.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from sayso.articles.candidates import Candidate
from sayso.articles.cohesion import terms
from sayso.articles.lines import Line, fold
from sayso.articles.phrases import Hit
from sayso.articles.shape import heading
from sayso.articles.signs import Heap
from sayso.lexicon.load import lexicon, words

FARTHEST = 20  # prose lines between two openings
AFTER = 4  # lines in which the details of the first article would come again
WORTH = 0.6  # less is asked than an even chance: tried 0 to 1 on held-out heaps
FEW = 8  # words of a line too short for an opening
_QUOTED = re.compile("[\"“”„«»]|(?<!\\w)[‘']")
_SMALL = {
    "en": ("function_words", "small_words", "say_verbs", "pronouns"),
    "ru": ("function_words", "small_words", "say_verbs", "pronouns"),
    "uk": ("function_words", "small_words", "say_verbs", "pronouns"),
    "ar": ("function_words", "small_words", "say_verbs", "pronouns"),
    "fa": ("function_words", "small_words", "say_verbs", "pronouns"),
    "he": ("function_words", "small_words", "say_verbs", "pronouns"),
}


class Openings:
    """The stems of every candidate's line, without the words that every text has."""

    def __init__(self, heap: Heap) -> None:
        self.heap = heap
        self.lines = [c.line for c in heap.candidates]
        self.terms = [frozenset(terms(x.words)) - _small(x.language) for x in self.lines]

    def told(self, n: int) -> frozenset[str]:
        """What an opening at line n tells: with the line below where it is a heading."""
        below = self.terms[n + 1] if n + 1 < len(self.lines) else frozenset()
        return self.terms[n] | below if heading(self.lines[n]) else self.terms[n]


class Pair(NamedTuple):
    """A beginning, and a line below it that might tell the same again; what each tells."""

    openings: Openings
    first: int
    again: int
    before: frozenset[str]
    now: frozenset[str]

    @property
    def candidate(self) -> Candidate:
        """The line in question."""
        return self.openings.heap.candidates[self.again]

    @property
    def line(self) -> Line:
        """Its text and words."""
        return self.openings.lines[self.again]

    @property
    def between(self) -> list[frozenset[str]]:
        """What the lines between tell."""
        return self.openings.terms[self.first + 1 : self.again]


def pair(openings: Openings, first: int, again: int) -> Pair:
    """The pair of these two lines."""
    return Pair(openings, first, again, openings.told(first), openings.told(again))


def told_twice(p: Pair) -> float:
    """Two or more words of the first opening stand here."""
    return float(len(p.before & p.now) >= 2)


def told_more(p: Pair) -> float:
    """Words of the first opening here that the line above lacks."""
    new = len(p.before & p.now) - len(p.before & p.openings.terms[p.again - 1])
    return float(max(-3, min(3, new)))


def tells_best(p: Pair) -> float:
    """Words of the first opening here, more than any line between has."""
    most = max((len(p.before & told) for told in p.between), default=0)
    return float(max(-3, min(3, len(p.before & p.now) - most)))


def takes_up_details(p: Pair) -> float:
    """Words here that only the lines between told."""
    return float(min(3, len(p.now & (frozenset().union(*p.between) - p.before))))


def goes_on(p: Pair) -> float:
    """Words, the first opening's left out, that the two lines above share with this and the next."""
    have = p.openings.terms
    near = have[p.again - 1] | (have[p.again - 2] if p.again - 2 > p.first else frozenset())
    return float(min(3, len((near - p.before) & frozenset().union(*have[p.again : p.again + 2]))))


def details_dropped(p: Pair) -> float:
    """Details told twice between that come no more, less twice those that do."""
    seen = Counter(t for told in p.between for t in told if t not in p.before)
    twice = {t for t, count in seen.items() if count > 1}
    after = frozenset().union(*p.openings.terms[p.again : p.again + AFTER])
    return float(max(-3, min(3, len(twice - after) - 2 * len(twice & after))))


def next_quoted(p: Pair) -> float:
    """Quotation marks stand in the next line."""
    after = p.openings.lines[p.again + 1 : p.again + 2]
    return float(any(_QUOTED.search(x.text) for x in after))


def opens_going_on(p: Pair) -> float:
    """A connective, a pronoun or a glued Arabic "and" opens the line."""
    return float(any(_opener(hit) for hit in p.candidate.hits) or _and(p.line))


def pronouns_in(p: Pair) -> float:
    """He, her, their: somebody is known already."""
    return float(bool(_pronouns(p.line.language).intersection(p.line.words)))


def few_words(p: Pair) -> float:
    """The line is shorter than openings are."""
    return float(len(p.line.words) < FEW)


def under_a_heading(p: Pair) -> float:
    """The line has the shape of a headline."""
    return float(heading(p.line))


def weekday(p: Pair) -> float:
    """A weekday is named."""
    return float(any(h.phrase.list == "weekdays" for h in p.candidate.hits))


def fresh_below(p: Pair) -> float:
    """The share of the next two lines' words that no line since the first opening had."""
    have = p.openings.terms
    after = frozenset().union(*have[p.again + 1 : p.again + 3])
    old = p.before.union(*p.between)
    return len(after - old) / len(after) if after else 0.5


def near_the_end(p: Pair) -> float:
    """One line at most follows in the heap."""
    return float(p.again >= len(p.openings.lines) - 2)


def far(p: Pair) -> float:
    """Lines since the first opening."""
    return float(min(FARTHEST, p.again - p.first)) / 10


def usual_worth(p: Pair) -> float:
    """Longer than this the lines are whole paragraphs, and openings differ less from the rest."""
    lines = p.openings.lines[p.first : p.again]
    return max(0.0, min(2.0, sum(len(x.words) for x in lines) / len(lines) / 15 - 1.2))


PairSign = Callable[[Pair], float]

PAIR_SIGNS: tuple[PairSign, ...] = (
    told_twice, told_more, tells_best, takes_up_details, goes_on, details_dropped, next_quoted,
    opens_going_on, pronouns_in, few_words, under_a_heading, weekday, fresh_below, near_the_end,
    far, usual_worth,
)  # fmt: skip


# The signs that the line alone decides, and the most that each of the others can be.
OF_THE_LINE = (
    next_quoted, opens_going_on, pronouns_in, few_words, under_a_heading, weekday, near_the_end,
)  # fmt: skip
TOPS = (
    ("told_twice", 1.0), ("told_more", 3.0), ("tells_best", 3.0), ("details_dropped", 3.0),
    ("fresh_below", 1.0),
)  # fmt: skip


def numbers(p: Pair, total: float) -> tuple[float, ...]:
    """The pair in numbers; `total` is what a beginning at the line is worth without the pair."""
    return (*(sign(p) for sign in PAIR_SIGNS), max(-12.0, min(0.0, total)), 1.0)


def retold(heap: Heap, totals: list[float]) -> dict[int, list[tuple[int, float]]]:
    """Line -> (an opening above, what beginning again is worth if an article begins there), where
    that is more than what the line is worth alone."""
    openings = Openings(heap)
    weight = _weights()
    out: dict[int, list[tuple[int, float]]] = {}
    for n in range(3, len(totals) - 1):
        begun = max(totals[n - 2 : n + 3]) > 0  # a beginning near that needs no retelling
        if begun or _spoken(heap, n) or _listed(openings, n):
            continue
        most = _most(openings, n, totals[n])
        said = 0
        for first in range(n - 1, max(0, n - FARTHEST) - 1, -1):
            said += len(openings.lines[first].words)
            usual = max(0.0, min(2.0, said / (n - first) / 15 - 1.2))
            if n - first < 3 or most + usual * _weight("usual_worth") <= 0:
                continue
            p = pair(openings, first, n)
            if not p.before & p.now:
                continue
            worth = WORTH + sum(w * x for w, x in zip(weight, numbers(p, totals[n]), strict=True))
            if worth > max(totals[n], 0.0):
                out.setdefault(n, []).append((first, worth))
        if n in out:
            out[n].reverse()
    return out


def _most(openings: Openings, n: int, total: float) -> float:
    """No pair that ends at line n is worth more, before the length of the lines is counted: what is
    known of the line alone, and the most that the other signs can add."""
    p = pair(openings, n - 3, n)
    known = sum(_weight(sign.__name__) * sign(p) for sign in OF_THE_LINE)
    known += _weight("worth_alone") * max(-12.0, min(0.0, total)) + _weight("constant")
    return WORTH + known + sum(abs(_weight(name)) * top for name, top in TOPS) + 1e-6


@cache
def _weight(name: str) -> float:
    return _weights()[names().index(name)]


def _spoken(heap: Heap, n: int) -> bool:
    """A label, a dash, a number or a time of day: interviews, lists and live pages go on."""
    return bool(heap.speakers[n] or heap.clocks[n] or heap.numbered[n] is not None)


def _listed(openings: Openings, n: int) -> bool:
    """Headings in a row, or text and heading by turns, are a page's list of other pages."""
    near = openings.lines[max(0, n - 2) : n] + openings.lines[n + 1 : n + 3]
    return any(map(heading, near))


@cache
def _weights() -> tuple[float, ...]:
    """The fitted weight of each sign (bench/train_retold.py)."""
    have = {key: float(value) for key, (value,) in lexicon("any", "retold_scores").entries.items()}
    return tuple(have[name] for name in names())


def names() -> tuple[str, ...]:
    """The rows of the table of weights, in the order of `numbers`."""
    return (*(sign.__name__ for sign in PAIR_SIGNS), "worth_alone", "constant")


def _opener(hit: Hit) -> bool:
    return hit.phrase.list == "openers" and not hit.first


def _and(line: Line) -> bool:
    first = line.words[0] if line.words else ""
    return line.language == "ar" and first[:1] == "و" and first not in _waw()


@cache
def _waw() -> frozenset[str]:
    return frozenset(fold(w) for w in words("ar", "own_waw"))


@cache
def _small(language: str) -> frozenset[str]:
    lists = [words(language, name) for name in _SMALL.get(language, ())]
    said = (part for listed in lists for word in listed for part in fold(word).split())
    return frozenset(terms(list(said)))


@cache
def _pronouns(language: str) -> frozenset[str]:
    entries = lexicon(language, "pronouns").entries
    return frozenset(fold(w) for w, (who, *_) in entries.items() if who in ("he", "she"))

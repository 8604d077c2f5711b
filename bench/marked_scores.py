"""How well do found attributions agree with marked ones? The measures of the usual scorers.

`pair`: who said what, one to one: content words agree by half, holders share a word (or both are absent).
`strict`: holder, cue and content are exactly the same stretches. `content`: the share of content words
covered, a mean over stretches. Stretches are trimmed of outer marks and white space.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scores import f1, words_in
from tally import paired

PARTS = ("source", "cue", "content")
OUTER = frozenset(" \t\r\n\u00a0\"'“”‘’«»„,.;:-–—()[]")
Marked = Mapping[str, Sequence[Sequence[int]]]


@dataclass
class Agreement:
    """Sums per measure: of what was found, how much is right; of what is marked, how much was found."""

    right: dict[str, float] = field(default_factory=dict)
    found: dict[str, float] = field(default_factory=dict)
    met: dict[str, float] = field(default_factory=dict)
    gold: dict[str, float] = field(default_factory=dict)

    def add(self, text: str, gold: Iterable[Marked], found: Iterable[Marked]) -> None:
        want = [_parts(text, a) for a in gold]
        have = [_parts(text, a) for a in found]
        pairs = paired(
            (score, i, j)
            for i, w in enumerate(want)
            for j, h in enumerate(have)
            if (score := f1(words_in(text, w["content"]), words_in(text, h["content"]))) >= 0.5
            and _held_alike(text, w, h)
        )
        self._count("pair", len(pairs), len(have), len(pairs), len(want))
        same = paired((1.0, i, j) for i, w in enumerate(want) for j, h in enumerate(have) if w == h)
        self._count("strict", len(same), len(have), len(same), len(want))
        mine = {p for h in have for p in h["content"]}
        theirs = {p for w in want for p in w["content"]}
        self._count(
            "content",
            _covered(text, mine, theirs),
            len(mine),
            _covered(text, theirs, mine),
            len(theirs),
        )

    def _count(self, name: str, right: float, found: float, met: float, gold: float) -> None:
        for sums, n in (
            (self.right, right),
            (self.found, found),
            (self.met, met),
            (self.gold, gold),
        ):
            sums[name] = sums.get(name, 0.0) + n

    def scores(self) -> dict[str, tuple[float, float, float]]:
        """Measure -> precision, recall, F1."""
        out = {}
        for name in self.right:
            p = self.right[name] / self.found[name] if self.found[name] else 0.0
            r = self.met[name] / self.gold[name] if self.gold[name] else 0.0
            out[name] = (p, r, 2 * p * r / (p + r) if p + r else 0.0)
        return out


def _parts(text: str, marked: Marked) -> dict[str, tuple[tuple[int, int], ...]]:
    kept = {}
    for part in PARTS:
        pieces = {_trimmed(text, a, b) for a, b in marked.get(part, ())}
        kept[part] = tuple(sorted(p for p in pieces if p[0] < p[1]))
    return kept


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and text[start] in OUTER:
        start += 1
    while stop > start and text[stop - 1] in OUTER:
        stop -= 1
    return start, stop


def _held_alike(text: str, one: dict[str, Any], other: dict[str, Any]) -> bool:
    a, b = words_in(text, one["source"]), words_in(text, other["source"])
    return bool(a & b) or not (a or b)


def _covered(text: str, these: set[tuple[int, int]], by: set[tuple[int, int]]) -> float:
    there = words_in(text, sorted(by))
    words = [words_in(text, [p]) for p in sorted(these)]
    return sum(len(w & there) / len(w) for w in words if w)

"""What does a figure measure, and do two figures exclude each other?"""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lexicon.load import words
from sayso.model.claim import Figure
from sayso.model.text import Span
from sayso.weigh.words import Word, concept, content_words, fold, stem

PEOPLE = frozenset({"people", "person", "man", "woman", "persons", ""})
# A round or hedged number stands for its neighbourhood; chosen by reading, not tuned on data.
ABOUT = 0.15
ROUNDED = 0.01
NEAR_COUNT = 60  # characters between a figure and the word that says what became of them


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with what it measures.

    `unit` is a concept or stem, "" for plain counts; `of` the concepts and stems of what is
    counted; `count` the running count it belongs to (die, injure, missing …), if any.
    """

    value: float
    comparator: str
    unit: str
    of: frozenset[str]
    count: str | None
    words: str

    @property
    def key(self) -> str:
        return f"f:{self.value:g} {self.count or self.unit}".rstrip()


def measures(
    figures: Sequence[Figure], pieces: Sequence[tuple[Span, list[Word]]], language: str
) -> tuple[Measure, ...]:
    """The figures of a claim, each with the running count that stands nearest to it."""
    said = [w for _, words in pieces for w in words]
    return tuple(
        Measure(
            value=f.value,
            comparator=f.comparator,
            unit=_unit(f.unit, language),
            of=_of(f.of, language),
            count=_count(f, said, language),
            words=f"{f.value:g} {f.unit}".strip(),
        )
        for f in figures
    )


def _unit(unit: str, language: str) -> str:
    word = fold(unit.strip())
    known = concept(word, language) or concept(word, "en")
    if word in PEOPLE or known in PEOPLE:
        return ""
    return known or stem(word, language)


def _of(of: str, language: str) -> frozenset[str]:
    found = {w.concept or w.key for w in content_words(of, language)}
    return frozenset(w for w in found if w not in PEOPLE and not w.isdecimal())


def _count(figure: Figure, said: list[Word], language: str) -> str | None:
    """The running count a figure belongs to, if any.

    What is counted decides ("four more bodies"); else the nearest such word with nothing else to
    count, where a word after the figure ("12 killed") goes before one in front of it, and a figure
    that something rose or came to ("the toll rose to 11") looks only to the front.
    """
    running = words("any", "running_counts")
    counted = [w.concept for w in content_words(figure.of, language) if w.concept in running]
    if counted:
        return counted[0]
    if _of(figure.of, language) - words("any", "persons") - running or _unit(figure.unit, language):
        return None
    before = [w for w in said if w.stop <= figure.span.start]
    reached = any(w.concept in ("rise", "tally", "reach") for w in before)
    best: tuple[int, int, str] | None = None
    for word in said:
        if word.concept not in running or word.concept is None:
            continue
        after = word.start >= figure.span.start
        if after and reached:
            continue
        gap = word.start - figure.span.stop if after else figure.span.start - word.stop
        near = (max(gap, 0), 0 if after else 1, word.concept)
        best = min(best, near) if best else near
    return best[2] if best and (reached or best[0] <= NEAR_COUNT) else None


def kinds(m: Measure) -> frozenset[str]:
    """Which people it counts, if not just people: three children are not the toll."""
    return m.of & words("any", "persons") if m.count else frozenset()


def other_people(a: Measure, b: Measure) -> bool:
    """Whether one running count is of other people: four drivers, four pupils."""
    ours, theirs = kinds(a), kinds(b)
    return a.count == b.count and bool(ours and theirs) and not ours & theirs


def same_measure(a: Measure, b: Measure) -> bool:
    """Whether two figures measure the same thing: unit, running count, and what is counted."""
    if a.unit != b.unit and not (a.count and a.count == b.count):
        return False
    if a.count != b.count:
        return False
    if a.of and b.of and kinds(a) != kinds(b):
        return False
    return bool(a.count) or not a.of or not b.of or bool(a.of & b.of)


def bounds(m: Measure) -> tuple[float, float]:
    """The values the words allow."""
    if m.comparator in (">", ">="):
        return m.value, float("inf")
    if m.comparator in ("<", "<="):
        return float("-inf"), m.value
    slack = ABOUT if m.comparator == "~" else ROUNDED if abs(m.value) >= 1000 else 0.0
    return m.value - abs(m.value) * slack, m.value + abs(m.value) * slack


def exclude(a: Measure, b: Measure) -> bool:
    """Whether no value satisfies both: 40 and 55 tonnes do, "at least 12" and 15 do not."""
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    return high_a < low_b or high_b < low_a

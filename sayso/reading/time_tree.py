"""What does an expression mean, whatever day it is counted from? Trees kept as data, and their values."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sayso.model.when import Tree, When, Word
from sayso.reading import time_pivots as pivots
from sayso.reading.time_calendar import Moment
from sayso.reading.time_clock import clock, repeated
from sayso.reading.time_readers import READERS
from sayso.reading.time_relative import duration
from sayso.reading.time_scene import Bits, Dated, Scene
from sayso.reading.time_tokens import Token

COMPARING = ("ago", "shifted", "year ago")  # these name a quarter only to compare with it
RUNNING = "days"  # two expressions that share a month or a year
PIVOT = "pivot"
YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
OPS = {
    "ago": "offset",
    "ahead": "offset",
    "shifted": "offset",
    "year ago": "offset",
    PIVOT: "offset",
    "deictic": "offset",
    "following": "next",
    "part of the next": "next",
    "part of that": "same",
    "last units": "range",
    "past unit": "range",
    "duration": "duration",
    "whole": "duration",
    "set": "set",
    "clock": "clock",
    "reference": "reference",
    "weekday": "this",
    "part": "this",
    "part alone": "this",
    "relative unit": "this",
    "the period": "this",
    "year end": "this",
}


def compiled(kind: str, run: Iterable[Token], future: bool, narrative: bool) -> Tree:
    """The words of an expression and the operation that its pattern makes of them."""
    bits = Bits(tuple(run))
    words = tuple(
        Word(t.text, tuple(f"{k}={v}" for k, v in t.senses.items()), t.clitic) for t in bits.tokens
    )
    return Tree(_op(kind, bits), kind, words, bits.one("mod") or "", future, narrative)


def _op(kind: str, bits: Bits) -> str:
    op = OPS.get(kind, "point")
    relative = op == "this" or bits.has("unity")
    if relative:
        return next((side for side in ("last", "next", "same") if bits.has(side)), "this")
    nth = bits.has("unitq", "unitc", "quarterno", "half", "halfno", "decade")
    return "nth" if op == "point" and nth else op


def bits_of(tree: Tree) -> Bits:
    """The words of a tree as the readers ask for them."""
    return Bits(tuple(Token(0, 0, w.text, _senses(w), w.clitic) for w in tree.words))


def _senses(word: Word) -> Mapping[str, str]:
    return {sort: value for sort, _, value in (sense.partition("=") for sense in word.senses)}


def evaluate(tree: Tree, scene: Scene) -> Dated | None:
    """The value of a tree where it stands: against publication, what was mentioned before, and the
    days of events (`scene.pivots`, by the id of the expression that dates them)."""
    bits, here = bits_of(tree), replace(scene, future=tree.future)
    if tree.reading == "clock":
        return clock(bits, here)
    if tree.reading == "set":
        return repeated(bits, here)
    if tree.reading == PIVOT and tree.pivot is None and tree.beside is None:
        return duration(bits, here)
    if tree.reading == PIVOT:
        return pivoted(tree, here)
    return READERS["date" if tree.reading == RUNNING else tree.reading](bits, here)


def pivoted(tree: Tree, scene: Scene, words: str = "") -> Dated | None:
    """So long before or after an event; a day in apposition wins over the counting."""
    bits, base = bits_of(tree), scene.pivots.get(tree.pivot or "")
    told = pivots.counted_from(bits, scene, base, words) if base else None
    day = scene.pivots.get(tree.beside or "")
    if day is None:
        return told
    said = f"{words} = {day.value}, {pivots.agreement(told, day)}"
    return Dated("DATE", day.value, day, "pivot", said, "day")


def seen(scene: Scene, told: Dated, kind: str) -> Scene:
    """The scene after this expression: the moment mentioned last, the years of its days."""
    moment = told.moment
    if moment is None or moment.first is None or told.type not in ("DATE", "TIME"):
        return scene
    years = scene.years
    if told.basis == "explicit" and moment.grain == "day":
        years = {**years, (moment.first.month, moment.first.day): moment.first.year}
    speaks = moment.grain == "quarter" and kind not in COMPARING
    quarter = moment if speaks else scene.quarter
    return replace(scene, last=moment, quarter=quarter, years=years)


def dated(when: When, told: Dated, disagrees: str = "") -> When:
    """The expression with this value."""
    moment = told.moment
    return replace(
        when,
        type=told.type,
        value=told.value,
        earliest=moment.first.isoformat() if moment and moment.first else None,
        latest=moment.last.isoformat() if moment and moment.last else None,
        precision=told.precision or (moment.grain if moment else "unknown"),
        basis=told.basis,
        derivation=told.derivation,
        disagrees=disagrees,
    )


def moved(
    whens: Sequence[When],
    published: date | None,
    language: str,
    known: Mapping[str, Moment] | None = None,
) -> tuple[When, ...]:
    """An article's expressions, in their order, against another publication date, without its text.

    `known` puts right the day of an event: the id of the expression that dates it -> the day.
    """
    scene = Scene(language, published)
    moments: dict[str, Moment] = {}
    out: dict[str, When] = {}
    for when in whens:
        tree = when.tree
        if tree is None or _waits(tree, when):
            continue
        here = replace(scene, published=None) if tree.narrative else scene
        told = evaluate(tree, here)
        if told is None:
            continue
        after = seen(here, told, tree.reading)
        scene = replace(after, published=published)
        out[when.id] = dated(when, told)
        if told.moment is not None:
            moments[when.id] = told.moment
    scene = replace(scene, pivots={**moments, **(known or {})})
    for when in whens:
        if when.tree is not None and _waits(when.tree, when):
            out[when.id] = _counted(when, when.tree, scene)
    return bounded([out.get(w.id, w) for w in whens])


def bounded(whens: Sequence[When]) -> tuple[When, ...]:
    """Days whose year nobody knows, bounded by the latest day that the article dates in full.

    It was written after that day, and tells of the last such day or a later one.
    """
    told = [w for w in whens if w.basis == "explicit" and w.tree and not w.tree.future]
    latest = max((w.earliest for w in told if w.earliest), default=None)
    if latest is None:
        return tuple(whens)
    return tuple(_bounded(w, latest) for w in whens)


def _bounded(when: When, latest: str) -> When:
    found = YEARLESS.fullmatch(when.value)
    if found is None or when.basis != "unresolved" or when.earliest is not None:
        return when
    if when.tree is None or when.tree.future:
        return when
    month_day = f"{found[1]}-{found[2] or '01'}"
    year = int(latest[:4]) - (month_day > latest[5:10])
    why = f"not before {year}-{month_day}: the article tells of {latest}"
    return replace(when, earliest=f"{year}-{month_day}", derivation=why)


def _waits(tree: Tree, when: When) -> bool:
    return tree.reading == PIVOT and when.pivot is not None


def _counted(when: When, tree: Tree, scene: Scene) -> When:
    told = pivoted(tree, scene, when.derivation.partition(" (")[0].partition(" = ")[0])
    if told is None:
        return dated(when, pivots.unresolved(bits_of(tree)))
    return dated(when, told, disagreement(tree, scene))


def disagreement(tree: Tree, scene: Scene) -> str:
    """What counting gives, when the text puts another day beside it; else ""."""
    base, day = scene.pivots.get(tree.pivot or ""), scene.pivots.get(tree.beside or "")
    if base is None or day is None:
        return ""
    return pivots.other_day(pivots.counted_from(bits_of(tree), scene, base, ""), day)

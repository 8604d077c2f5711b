"""What stands against each other: figures, days, lengths, opposites, denials; what updates what?"""

from functools import cache

from sayso.lexicon.load import lexicon, words
from sayso.weigh.days import days_apart, long_before, published_apart
from sayso.weigh.deeds import actions, apart_actions, turned
from sayso.weigh.figures import Measure, exclude, same_measure
from sayso.weigh.likeness import Pair, Weights, says
from sayso.weigh.verdict import (
    CERTAIN,
    DAYS_OF_ONE_EVENT,
    DAYS_OF_ONE_FIGURE,
    DENIED,
    FIRM,
    INSIDE,
    LIKELY,
    NEAR,
    SAME,
    Verdict,
)


def other_actor(p: Pair, weights: Weights) -> Verdict | None:
    """Each side says that the other did it, at the same place and time."""
    ours, theirs = (q.kinds().get("ORG", frozenset()) for q in (p.a, p.b))
    blamed = {f[2:] for f in p.shared if f[0] in "cb"} & words("any", "blame")
    placed = any(f"e:{e}" in p.shared for e in p.a.kinds().get("LOC", ()))
    close = abs(published_apart(p)) <= 7 and not days_apart(p)
    if not (ours and theirs) or ours & theirs or not blamed or not placed or not close:
        return None
    if p.core >= NEAR and p.a.positive and p.b.positive and p.a.holder != p.b.holder:
        names = [next(n.surface for n in q.named if n.kind == "ORG") for q in (p.a, p.b)]
        why = f"the one blames {names[0]}, the other {names[1]}"
        return Verdict("contradicts", p.alike, (why, says(p)))
    return None


def figures_differ(p: Pair) -> tuple[Measure, Measure] | None:
    """The first two figures of one measure that differ, where no figure of that measure agrees."""
    found = None
    for ours in p.a.measures:
        for theirs in p.b.measures:
            if same_measure(ours, theirs):
                if ours.value == theirs.value:
                    return None
                found = found or (ours, theirs)
    return found


def differing_count(p: Pair) -> tuple[Measure, Measure] | None:
    """Two different figures of one running count."""
    differ = figures_differ(p)
    running = words("any", "running_counts")
    return differ if differ and differ[0].count in running else None


def running_count(p: Pair, weights: Weights) -> Verdict | None:
    """A later, higher figure of a count that grows while the event unfolds: an update."""
    differ = differing_count(p)
    if not differ:
        return None
    close = p.story or max(p.core, p.inside_a, p.inside_b) >= NEAR
    if not close or p.a.positive != p.b.positive:
        return None
    order = published_apart(p)
    dated = days_apart(p)
    if dated and not order:
        order = 1 if p.a.dates > p.b.dates else -1
    ours, theirs = differ
    if order > 0 and ours.value > theirs.value:
        why = f"a later count: {ours.words} ({p.a.published or 'later'}) after {theirs.words}"
        return Verdict("supersedes", p.alike, (why, says(p)))
    if order and (ours.value > theirs.value) == (order > 0):
        return Verdict("apart", p.alike, ("the other is a later count",))
    return None


def other_time(p: Pair, weights: Weights) -> Verdict | None:
    """Dates that exclude each other: of one event a contradiction, else another event."""
    days = days_apart(p)
    if not days:
        return None
    to_the_day = all(x == y for x, y in (*p.a.dates, *p.b.dates))
    one_event = to_the_day and days <= DAYS_OF_ONE_EVENT and not figures_differ(p)
    told_apart = p.a.article != p.b.article or (p.a.voice != p.b.voice)
    acted = actions(p.a) & actions(p.b) or (p.core >= SAME and not (p.a.named or p.b.named))
    if one_event and told_apart and acted and p.core >= SAME and p.a.positive == p.b.positive:
        (ours, _), (theirs, _) = p.a.dates[0], p.b.dates[0]
        why = f"the one dates it {ours}, the other {theirs}"
        return Verdict("contradicts", p.alike, (why, says(p)))
    return Verdict("apart", p.alike, ("they speak of different times",))


def other_figure(p: Pair, weights: Weights) -> Verdict | None:
    """Different figures of one measure."""
    differ = figures_differ(p)
    if not differ:
        return None
    if abs(published_apart(p)) > DAYS_OF_ONE_FIGURE and not (p.a.dates and p.b.dates):
        return Verdict("apart", p.alike, ("figures of different times",))
    if not exclude(*differ):
        return None
    if p.core < NEAR or p.a.positive != p.b.positive:
        return Verdict("apart", p.alike, ("figures of different things",))
    if apart_actions(p):
        return Verdict("apart", p.alike, ("figures of different deeds",))
    why = f"the one says {differ[0].words}, the other {differ[1].words}"
    return Verdict("contradicts", p.alike, (why, says(p)))


def other_length(p: Pair, weights: Weights) -> Verdict | None:
    """Different lengths of time of one deed: a ban of two years, of four."""
    ours, theirs = (sorted(f for f in q.features if f.startswith("f:P")) for q in (p.a, p.b))
    if len(ours) != 1 or len(theirs) != 1 or ours == theirs or not p.story:
        return None
    known = any(f[0] == "e" for f in p.shared) and actions(p.a) & actions(p.b)
    if not known or p.core < SAME or p.a.positive != p.b.positive:
        return None
    why = f"the one says {p.a.words[ours[0]]}, the other {p.b.words[theirs[0]]}"
    return Verdict("contradicts", p.alike, (why, says(p)))


@cache
def contrasts() -> frozenset[tuple[str, str]]:
    """Pairs of concepts that exclude one another, in both orders."""
    rows = lexicon("any", "contrast").entries.values()
    return frozenset((a, b) for x, y in rows for a, b in ((x, y), (y, x)))


def opposite_words(p: Pair, weights: Weights) -> Verdict | None:
    """Open against closed, of the same thing."""
    ours = sorted(f[2:] for f in p.a.features - p.shared if f[0] == "c")
    theirs = sorted(f[2:] for f in p.b.features - p.shared if f[0] == "c")
    for one in ours:
        for other in theirs:
            if (one, other) in contrasts() and p.a.positive == p.b.positive:
                if max(p.alike, p.core) < LIKELY:
                    return Verdict("apart", p.alike, (f"{one} against {other}",))
                return Verdict("contradicts", p.alike, (f"{one} against {other}", says(p)))
    return None


def against(p: Pair, weights: Weights) -> Verdict | None:
    """One asserts what the other denies or negates."""
    if p.a.positive == p.b.positive:
        return None
    close = max(p.alike, p.core) >= SAME or max(p.inside_a, p.inside_b) >= INSIDE
    if p.a.denies and not p.a.positive and (close or _denied(p, weights)):
        return Verdict("denies", p.alike, ("it denies what the other says", says(p)))
    if p.b.denies and not p.b.positive:
        return Verdict("apart", p.alike, ("the other denies this",))
    if not close or apart_actions(p) or turned(p):
        return Verdict("apart", p.alike, ("one is negated, the other is not",))
    return Verdict("contradicts", p.alike, ("one is negated, the other is not", says(p)))


def _denied(p: Pair, weights: Weights) -> bool:
    """A denial always denies something: of one story, the rarest concept it names is enough.

    Who denies what is said of themselves need not repeat more of it than that.
    """
    named = sorted((f for f in p.a.features if f[0] == "c"), key=lambda f: (-weights.of(f), f))
    shared = [f for f in p.solid if f[0] in "ce"]
    other = p.a.holder is None or p.a.holder != p.b.holder
    rare = (bool(named) and named[0] in p.shared) or bool(actions(p.a) & actions(p.b))
    if of_himself(p) and shared and rare:
        return True
    if not p.story or not other or len(shared) < 2:
        return False
    return (p.alike >= DENIED and rare) or p.inside_a >= NEAR


def of_himself(p: Pair) -> bool:
    """Whether the first denies, and the other speaks of who denies."""
    return p.a.denies and p.a.holder is not None and p.a.holder in {n.entity for n in p.b.named}


def same_voice(p: Pair) -> bool:
    """Whether the same named person says both."""
    return p.a.holder is not None and p.a.holder == p.b.holder


def too_bold(p: Pair, verdict: Verdict) -> str | None:
    """Why a conflict that a rule saw is not said: two texts that only look alike do not conflict.

    Counted on 466 English articles that nobody chose for conflicts: of 25 that the rules alone saw,
    none was one.
    """
    if verdict.kind != "contradicts":
        return None
    if p.a.article == p.b.article and p.a.voice == p.b.voice:
        return "one voice in one article does not contradict itself"
    solid = [f for f in p.shared if f[0] in "cwen"]
    alike = min(p.inside_a, p.inside_b) >= SAME
    certain = alike and (len(solid) >= 4 or (verdict.rule == "other_time" and p.core >= CERTAIN))
    within = max(p.inside_a, p.inside_b) >= INSIDE or p.core >= FIRM - 0.1
    certain = certain or (p.across and p.story and within and len(solid) >= 3)
    if not any(f[0] in "en" for f in p.shared) and not (p.story and certain):
        return "they may be about different things: they share no name and no number"
    bare_words = {"opposite_words", "against"} & {verdict.rule}
    dated = {f[0] for f in p.shared} >= {"d", "e"} and verdict.rule == "opposite_words"
    # Counted within English; one story told in two languages shares fewer keys.
    needed = 4
    if p.across and p.story and any(f[0] == "e" for f in p.shared):
        needed = 2 if min(p.inside_a, p.inside_b) >= CERTAIN else 3
    if (
        bare_words
        and not dated
        and not (p.story and certain)
        and (p.core < FIRM or not alike or len(solid) < needed)
    ):
        return "one is negated or opposite, and they share too little to be about one thing"
    if verdict.rule in ("other_figure", "other_actor") and long_before(p):
        return "the one is of another time than the other, which is news"
    if verdict.rule == "other_figure" and p.core < SAME:
        return "figures of things that share too little"
    return None

"""How do two propositions relate: the same, more of it, against it, an update, a denial, a question?"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from sayso.lexicon.load import lexicon, words
from sayso.weigh.days import DAYS_OF_ONE_STORY, days_apart, published_apart
from sayso.weigh.deeds import actions, apart_actions, concepts, converses, turned
from sayso.weigh.figures import Measure, exclude, same_measure
from sayso.weigh.likeness import Pair, Weights, pair, says
from sayso.weigh.propositions import Proposition

# Shares of weight, set by hand while reading the gold claims of the sample heap and of the affairs
# (`bench/weigh.py`); between values that score alike the higher stands, because a wrong
# "several origins" costs more than a missed one.
SAME = 0.6
NEAR = 0.5
FIRM = 0.7
CERTAIN = 0.85
INSIDE = 0.8
# In one story fewer shared words tell; each must then be the other's nearest (`weigh.nearest`).
LIKELY = 0.42
DENIED = 0.25
ACTING = ("PER", "ORG", "EVENT")
APART_KINDS = ("PER", "ORG", "LOC")
DAYS_OF_ONE_EVENT = 21
DAYS_OF_ONE_FIGURE = 21


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the first stands to the second. `kind` is a relation, `apart`, or `likely` the same."""

    kind: str
    score: float
    because: tuple[str, ...]
    rule: str = ""


def too_little(p: Pair, weights: Weights) -> Verdict | None:
    """Too few shared words to speak of the same thing."""
    named = any(f[0] in "efn" for f in p.shared)
    needed = 2 if p.story or (named and not p.across) else 3 if named else 4
    # Who and when together say as much as one word more.
    dated = {f for f in p.shared if f[0] == "d"} if any(f[0] == "e" for f in p.shared) else set()
    enough = len({f for f in p.solid if f[0] != "b"} | dated) >= needed
    identical = p.a.features == p.b.features and p.solid and (named or p.story)
    one_kind = p.story and p.core >= SAME and (p.a.dates or p.a.measures)
    counted = p.story and differing_count(p)
    denied = _of_himself(p) and any(f[0] == "c" for f in p.solid)
    if not (enough or identical or one_kind or counted or denied) or not {
        f[0] for f in p.solid
    } & set("cbw"):
        return Verdict("apart", p.alike, ("they share too few words",))
    return None


def asks(p: Pair, weights: Weights) -> Verdict | None:
    """A question about what another asserts."""
    about = max(p.alike, p.core) >= NEAR or p.inside_a >= INSIDE
    if p.a.stance == "question" and p.b.stance == "fact" and about:
        return Verdict("asks about", p.alike, ("the one asks what the other says", says(p)))
    return None


def one_in_other(p: Pair, weights: Weights) -> Verdict | None:
    """The one is told inside the words of the other: who says it there may not mean it."""
    meet = p.a.article == p.b.article and any(x.meets(y) for x in p.a.spans for y in p.b.spans)
    quoted = any(x in y for x in p.a.sentences for y in p.b.sentences - {x}) or any(
        y in x for y in p.b.sentences for x in p.a.sentences - {y}
    )
    if meet or (quoted and p.a.positive != p.b.positive):
        return Verdict("apart", p.alike, ("the one stands inside the other",))
    return None


def other_stance(p: Pair, weights: Weights) -> Verdict | None:
    """A plan, order, question or possibility is no assertion of fact."""
    if p.a.stance != p.b.stance:
        why = f"the one is a {p.a.stance}, the other a {p.b.stance}"
        return Verdict("apart", p.alike, (why,))
    return None


def other_season(p: Pair, weights: Weights) -> Verdict | None:
    """Undated news of different months speaks of different events, unless the words are the same."""
    dated = p.a.dates and p.b.dates
    if abs(published_apart(p)) > DAYS_OF_ONE_STORY and not dated and p.alike < 0.9:
        return Verdict("apart", p.alike, ("published too far apart",))
    return None


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


def other_names(p: Pair, weights: Weights) -> Verdict | None:
    """They name different people, organisations or places."""
    ours, theirs = p.a.kinds(), p.b.kinds()
    for kind in APART_KINDS:
        one, other = ours.get(kind), theirs.get(kind)
        if one and other and not one & other and not _same_voice(p):
            return Verdict("apart", p.alike, (f"they name different {kind}",))
    return None


def roles_swapped(p: Pair, weights: Weights) -> Verdict | None:
    """Who did it to whom is turned around."""
    ours = [n for n in p.a.named if f"e:{n.entity}" in p.shared and n.kind in ACTING]
    theirs = [n for n in p.b.named if f"e:{n.entity}" in p.shared and n.kind in ACTING]
    if len(ours) < 2 or [n.entity for n in ours] == [n.entity for n in theirs]:
        return None
    if p.a.passive != p.b.passive:
        return None
    if any((x, y) in converses() for x in concepts(p.a) for y in concepts(p.b)):
        return None
    inflected = p.a.language == p.b.language and p.a.language in ("ru", "uk")
    if inflected and {n.surface for n in ours} == {n.surface for n in theirs}:
        return None
    return Verdict("apart", p.alike, ("the same names stand in other roles",))


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
    if _of_himself(p) and shared and rare:
        return True
    if not p.story or not other or len(shared) < 2:
        return False
    return (p.alike >= DENIED and rare) or p.inside_a >= NEAR


def _of_himself(p: Pair) -> bool:
    """Whether the first denies, and the other speaks of who denies."""
    return p.a.denies and p.a.holder is not None and p.a.holder in {n.entity for n in p.b.named}


def _same_voice(p: Pair) -> bool:
    """Whether the same named person says both."""
    return p.a.holder is not None and p.a.holder == p.b.holder


def other_deed(p: Pair, weights: Weights) -> Verdict | None:
    """They say that different things were done, or one speaks of a ban or a refusal of it."""
    if p.alike < 0.85 and apart_actions(p):
        return Verdict("apart", p.alike, ("they say that different things were done",))
    if p.alike < 0.85 and turned(p):
        return Verdict("apart", p.alike, ("one turns it around",))
    return None


def other_numbers(p: Pair) -> bool:
    """Whether each gives a figure that the other lacks, or only one gives any."""
    if figures_differ(p) and exclude(*(figures_differ(p) or ())):
        return True
    ours, theirs = ({m.key for m in q.measures} for q in (p.a, p.b))
    if not (ours and theirs) or ours & theirs:
        return False
    agree = [
        (x, y)
        for x in p.a.measures
        for y in p.b.measures
        if same_measure(x, y) and not exclude(x, y)
    ]
    return not agree


def same_words(p: Pair, weights: Weights) -> Verdict | None:
    """A whole sentence of the one stands in the other word for word."""
    if p.a.sentences & p.b.sentences:
        return Verdict("same", max(p.alike, SAME), ("the same words",))
    return None


def same(p: Pair, weights: Weights) -> Verdict | None:
    """Most of what each says is in the other, and nothing stands against it."""
    if other_numbers(p) or _other_lengths(p):
        return None
    numbers = [bool(q.measures) for q in (p.a, p.b)]
    if p.alike >= SAME and (numbers[0] == numbers[1] or (p.story and p.alike >= 0.75)):
        return Verdict("same", p.alike, (says(p),))
    within = max(p.inside_a, p.inside_b)
    if _same_voice(p) and within >= INSIDE and len(p.solid) >= 3 and numbers[0] == numbers[1]:
        return Verdict("same", p.alike, ("the same source, in more or fewer words", says(p)))
    if p.story and p.a.article != p.b.article and _likely(p, within):
        return Verdict("likely", p.alike, (says(p),))
    return None


def _likely(p: Pair, within: float) -> bool:
    """Close enough to be the same if nothing is closer."""
    least = 3 if p.across or p.a.published != p.b.published else 2
    concrete = len([f for f in p.solid if f[0] in "cewf"])
    least += 0 if any(f[0] in "ef" for f in p.shared) else 1
    if p.alike >= LIKELY and p.core >= LIKELY and concrete >= least:
        return True
    return within >= INSIDE and concrete >= 3 and p.alike >= 0.35


def _other_lengths(p: Pair) -> bool:
    """Whether each gives a length of time and none is the same: two years against four."""
    ours, theirs = ({f for f in q.features if f.startswith("f:P")} for q in (p.a, p.b))
    return bool(ours and theirs) and not ours & theirs


def elaborates(p: Pair, weights: Weights) -> Verdict | None:
    """All of the other is in this one, which says more."""
    enough = len([f for f in p.solid if f[0] != "b"]) >= 2
    if p.inside_b >= 0.85 and p.inside_b > p.inside_a and enough and not figures_differ(p):
        return Verdict("elaborates", p.alike, ("it says the other and more", says(p)))
    return None


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
    within = max(p.inside_a, p.inside_b) >= INSIDE
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
    if verdict.rule == "other_figure" and p.core < SAME:
        return "figures of things that share too little"
    return None


RULES: tuple[Callable[[Pair, Weights], Verdict | None], ...] = (
    too_little, one_in_other, asks, other_stance, same_words, other_season, other_actor, other_names,
    roles_swapped, running_count, other_time, other_figure, other_length, opposite_words, against, other_deed,
    same, elaborates,
)  # fmt: skip


def compare(a: Proposition, b: Proposition, weights: Weights, story: bool = False) -> Verdict:
    """How a stands to b; the first rule with an opinion decides and is named in `because`."""
    both = pair(a, b, weights, story)
    for rule in RULES:
        if verdict := rule(both, weights):
            verdict = replace(verdict, rule=rule.__name__)
            if doubt := too_bold(both, verdict):
                return Verdict("apart", verdict.score, (doubt,), rule.__name__)
            return replace(verdict, because=(*verdict.because, f"rule: {rule.__name__}"))
    return Verdict("apart", both.alike, ("they say too different things",))

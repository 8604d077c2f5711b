"""How do two propositions relate: the same, more of it, against it, an update, a denial, a question?"""

from collections.abc import Callable
from dataclasses import replace

from sayso.weigh.conflicts import (
    against,
    differing_count,
    figures_differ,
    of_himself,
    opposite_words,
    other_actor,
    other_figure,
    other_length,
    other_time,
    running_count,
    same_voice,
    too_bold,
)
from sayso.weigh.days import DAYS_OF_ONE_STORY, long_before, published_apart
from sayso.weigh.deeds import apart_actions, concepts, converses, turned
from sayso.weigh.figures import exclude, other_people, same_measure
from sayso.weigh.likeness import Pair, Weights, pair, says
from sayso.weigh.propositions import Proposition
from sayso.weigh.verdict import INSIDE, LIKELY, NEAR, SAME, Verdict

ACTING = ("PER", "ORG", "EVENT")
APART_KINDS = ("PER", "ORG", "LOC")


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
    denied = of_himself(p) and any(f[0] == "c" for f in p.solid)
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


def other_names(p: Pair, weights: Weights) -> Verdict | None:
    """They name different people, organisations or places."""
    ours, theirs = p.a.kinds(), p.b.kinds()
    for kind in APART_KINDS:
        one, other = ours.get(kind), theirs.get(kind)
        if one and other and not one & other and not same_voice(p):
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
    if any(other_people(x, y) for x in p.a.measures for y in p.b.measures):
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
    if other_numbers(p) or _other_lengths(p) or long_before(p):
        return None
    numbers = [bool(q.measures) for q in (p.a, p.b)]
    if p.alike >= SAME and (numbers[0] == numbers[1] or (p.story and p.alike >= 0.75)):
        return Verdict("same", p.alike, (says(p),))
    within = max(p.inside_a, p.inside_b)
    if same_voice(p) and within >= INSIDE and len(p.solid) >= 3 and numbers[0] == numbers[1]:
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

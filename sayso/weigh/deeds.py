"""What do two propositions say was done, and is it the same deed?"""

from functools import cache

from sayso.lexicon.load import lexicon, words
from sayso.weigh.likeness import Pair, broader
from sayso.weigh.propositions import Proposition


def concepts(p: Proposition) -> frozenset[str]:
    """The concepts it names."""
    return frozenset(f[2:] for f in p.features if f[0] == "c")


def actions(p: Proposition) -> frozenset[str]:
    """What it says was done, with the broader action."""
    found = concepts(p) & words("any", "actions")
    return found | {b for a in found if (b := broader().get(a))}


@cache
def converses() -> frozenset[tuple[str, str]]:
    """Actions that tell one deed from its two ends, in both orders."""
    rows = lexicon("any", "converse").entries.items()
    return frozenset(x for a, (b,) in rows for x in ((a, b), (b, a)))


def apart_actions(p: Pair) -> bool:
    """Whether both say that something was done, and never the same."""
    ours, theirs = actions(p.a), actions(p.b)
    met = any((x, y) in converses() for x in ours for y in theirs)
    return bool(ours and theirs) and not ours & theirs and not met


def turned(p: Pair) -> bool:
    """Whether only one of them speaks of a ban, a refusal, a demand for it."""
    turning = words("any", "turning")
    one, other = (concepts(q) & turning for q in (p.a, p.b))
    return bool(one) != bool(other) and bool(actions(p.a) - turning and actions(p.b) - turning)

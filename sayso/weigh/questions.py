"""Which questions do the texts ask, and which propositions bear on them?"""

from collections.abc import Iterator, Mapping, Sequence

from sayso.model.claim import Claim
from sayso.model.question import Bearing, Question
from sayso.model.standing import Standing
from sayso.weigh.likeness import Weights, pair, says
from sayso.weigh.propositions import Proposition
from sayso.weigh.stories import Stories

# How much of a question a proposition must speak of; less than for an answer, for a person reads them.
SPOKEN_OF = 0.35
LEAST = 2  # shared names and concepts
MOST = 12


def questions(
    standings: Sequence[Standing],
    said: Sequence[Proposition],
    pairs: Sequence[tuple[int, int]],
    claims: Mapping[str, Claim],
    weighing: tuple[Weights, Stories],
) -> Iterator[Question]:
    """One per proposition that is asked, in the order of standings.

    `pairs` are the positions in `said` that are worth comparing.
    """
    weights, stories = weighing
    home = {c: s.id for s in standings for c in s.claims}
    asked = {p.claim: p for p in said if p.stance == "question"}
    bearing: dict[str, dict[str, tuple[float, str]]] = {}
    for a, b in pairs:
        for one, other in ((said[a], said[b]), (said[b], said[a])):
            if one.claim not in asked or other.stance != "fact":
                continue
            both = pair(one, other, weights, bool(stories.one(one.article, other.article)))
            solid = [f for f in both.solid if f[0] in "ecf"]
            if both.inside_a < SPOKEN_OF or len(solid) < LEAST:
                continue
            found = bearing.setdefault(home[one.claim], {})
            kept = found.get(home[other.claim], (0.0, ""))
            found[home[other.claim]] = max(kept, (both.inside_a, says(both)))
    for standing in standings:
        if all(c in asked for c in standing.claims):
            first = min((claims[c] for c in standing.claims), key=lambda c: (c.content[0], c.id))
            near = sorted(bearing.get(standing.id, {}).items(), key=lambda x: (-x[1][0], x[0]))
            told = tuple(Bearing(s, (why,)) for s, (_, why) in near[:MOST])
            yield Question(standing.claims, standing.id, first.content, told)

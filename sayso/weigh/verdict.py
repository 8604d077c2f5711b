"""What can be said of two propositions, and from how much alike on?"""

from dataclasses import dataclass

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
DAYS_OF_ONE_EVENT = 21
DAYS_OF_ONE_FIGURE = 21
# The rule of pairs that nobody compared, because their articles name nobody in common.
OTHER_STORY = "other_story"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the first stands to the second. `kind` is a relation, `apart`, or `likely` the same."""

    kind: str
    score: float
    because: tuple[str, ...]
    rule: str = ""

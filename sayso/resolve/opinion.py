"""What do the reasons say about two names: one, possibly one, or kept apart?"""

from dataclasses import dataclass

SAME, POSSIBLY, APART = "same", "possibly", "apart"


@dataclass(frozen=True, slots=True)
class Opinion:
    """A verdict with its reasons. `firm` on an `apart` means that no chain of merges may join the two."""

    verdict: str
    score: float
    because: tuple[str, ...]
    firm: bool = False


def near(score: float) -> str:
    """A likeness in words a reader can use, without false precision."""
    return "the same" if score >= 0.995 else "nearly the same" if score >= 0.9 else "alike"

"""What lost support when something was struck?"""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.standing import Standing


@dataclass(frozen=True, slots=True)
class Loss:
    """A proposition that lost claims: before, what is left of it (None: nothing), and what is gone."""

    before: Standing
    after: Standing | None
    claims: tuple[str, ...]
    because: str


def cascade(before: Sequence[Standing], after: Sequence[Standing]) -> tuple[Loss, ...]:
    """Every standing that lost claims or origins, those left without any support first."""
    home = {claim: s for s in after for claim in s.claims}
    out = []
    for was in before:
        left = [home[c] for c in was.claims if c in home]
        gone = tuple(c for c in was.claims if c not in home)
        now = max(left, key=lambda s: (left.count(s), s.id), default=None)
        fewer = now is not None and (now.at_least, now.at_most) < (was.at_least, was.at_most)
        if gone or fewer:
            out.append(Loss(was, now, gone, _said(was, now)))
    return tuple(sorted(out, key=lambda x: (x.after is not None, x.before.id)))


def _said(was: Standing, now: Standing | None) -> str:
    ranged = f"{was.at_least} to {was.at_most}"
    if now is None:
        return f"nothing is left of it; it had {ranged} origins"
    return f"origins {ranged} before, {now.at_least} to {now.at_most} now"

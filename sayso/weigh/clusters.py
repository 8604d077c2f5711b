"""Which claims make up one proposition?"""

from collections.abc import Callable, Sequence

from sayso.weigh.verdict import Verdict

CORE = 5
Compare = Callable[[int, int], Verdict]


def clusters(
    count: int, alike: Sequence[tuple[float, int, int]], compare: Compare
) -> list[list[int]]:
    """Positions grouped; two groups join only when the cores of both say the same on average.

    `alike` are the pairs found to be the same with their score. Best pairs first, ties by position.
    """
    group = list(range(count))
    members: dict[int, list[int]] = {n: [n] for n in range(count)}
    for _, a, b in sorted(alike, key=lambda x: (-x[0], x[1], x[2])):
        one, other = sorted((group[a], group[b]))
        if one == other or not _fit(members[one], members[other], compare):
            continue
        for n in members[other]:
            group[n] = one
        members[one].extend(members.pop(other))
    return [sorted(m) for _, m in sorted(members.items())]


def _fit(ours: list[int], theirs: list[int], compare: Compare) -> bool:
    verdicts = [compare(a, b) for a in ours[:CORE] for b in theirs[:CORE]]
    if any(v.kind in ("contradicts", "denies", "supersedes") for v in verdicts):
        return False
    return sum(v.kind == "same" for v in verdicts) * 2 > len(verdicts)

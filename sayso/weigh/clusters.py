"""Which claims make up one proposition?"""

from collections.abc import Callable, Sequence

from sayso.weigh.verdict import OTHER_STORY, Verdict

CORE = 5
AGREEING = frozenset({"same", "likely", "elaborates"})
AGAINST = frozenset({"contradicts", "denies", "supersedes"})
Compare = Callable[[int, int], Verdict]


def clusters(
    count: int, alike: Sequence[tuple[float, int, int]], compare: Compare
) -> list[list[int]]:
    """Positions grouped; two groups join only when most of their cores say the same or more
    of it; claims of articles that name nobody in common have no say.

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
    pairs = [(a, b) for a in ours[:CORE] for b in theirs[:CORE]]
    verdicts = [(compare(a, b), compare(b, a)) for a, b in pairs]
    kinds = [{x.kind, y.kind} for x, y in verdicts if x.rule != OTHER_STORY]
    if any(found & AGAINST for found in kinds):
        return False
    return sum(bool(found & AGREEING) for found in kinds) * 2 > len(kinds)

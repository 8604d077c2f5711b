"""Which of the planted truths of the sample heap were found, and why not the others?"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from anchors import Gold
from scores import (
    Claimed,
    Found,
    Row,
    claim_ids,
    entity_at,
    gold_claims,
    meets,
    prose_rows,
    right_values,
    same_chain,
    span,
    value_of,
)

Verdict = tuple[bool, str]


@dataclass(frozen=True)
class Evidence:
    """What the truths are checked against: claims by gold id, standings by claim id, names."""

    gold: Gold
    found: Found
    claims: dict[str, Claimed]
    wanted: dict[str, Claimed]
    standing: dict[str, Row]
    entities: list[tuple[str, Row, str | None]]

    def standings(self, ids: list[str]) -> list[Row]:
        """The standings that hold these gold claims, one for each claim that was found."""
        mine = [self.claims[i].row["claim"] for i in ids if i in self.claims]
        return [self.standing[c] for c in mine if c in self.standing]


def evidence(gold: Gold, found: Found) -> Evidence:
    wanted = {c.row["claim"]: c for cs in gold_claims(gold).values() for c in cs}
    standing = {c: row for row in found["standing"] for c in row["claims"]}
    return Evidence(gold, found, claim_ids(gold, found), wanted, standing, entity_at(gold, found))


def _related(ones: list[Row], others: list[Row], kind: str) -> bool:
    """Whether a relation of this kind runs between two of the standings, either way."""

    def runs(a: Row, b: Row) -> bool:
        return any(r["to"] == b["standing"] and r["kind"] == kind for r in a["relations"])

    return any(runs(a, b) or runs(b, a) for a in ones for b in others)


def same(e: Evidence, truth: Row) -> Verdict:
    """Two thirds of the claims stand together, with the true number of origins."""
    held = Counter(s["standing"] for s in e.standings(truth["of"]))
    if not held:
        return False, "none of the claims has a standing"
    (name, most), need = held.most_common(1)[0], -(-2 * len(truth["of"]) // 3)
    origins = next(s["origins"] for s in e.standing.values() if s["standing"] == name)
    said = (
        f"{most} of {len(truth['of'])} together, origins {origins['at_least']}–{origins['at_most']}"
    )
    right = all(origins[k] == truth["expect"][k] for k in ("at_least", "at_most"))
    return most >= need and right, said


def flag(e: Evidence, truth: Row) -> Verdict:
    flags = sorted({f for s in e.standings(truth["of"]) for f in s["flags"]})
    return truth["expect"]["flag"] in flags, f"flags {flags}"


def chain(e: Evidence, truth: Row) -> Verdict:
    name = truth["of"][0]
    if not (have := e.claims.get(name)):
        return False, "the claim was not found"
    return same_chain(e.wanted[name], have), f"{len(have.holders)} links"


def contradicts(e: Evidence, truth: Row) -> Verdict:
    one, other = truth["of"]
    ones = e.standings([one, *truth["expect"]["with"]])
    others = e.standings([other, *truth["expect"]["against"]])
    return _related(ones, others, "contradicts"), f"{len(ones)} claims against {len(others)}"


def supersedes(e: Evidence, truth: Row) -> Verdict:
    """Most steps of the count are updates, and none is a contradiction."""
    steps = [e.standings([claim]) for claim in truth["of"]]
    pairs = list(pairwise(steps))
    updates = sum(_related(a, b, "supersedes") for a, b in pairs)
    clash = any(_related(a, b, "contradicts") for i, a in enumerate(steps) for b in steps[i + 1 :])
    said = f"{updates} of {len(pairs)} steps are updates" + (", one a contradiction" * clash)
    return updates * 3 >= len(pairs) * 2 and not clash, said


def denied(e: Evidence, truth: Row) -> Verdict:
    target, deniers = e.standings(truth["of"]), e.standings(truth["expect"]["by"])
    flagged = any("denied" in s["flags"] for s in target)
    return flagged or _related(target, deniers, "denies"), f"{len(deniers)} denials found"


def time(e: Evidence, truth: Row) -> Verdict:
    article, words = truth["of"][0], truth["expect"]["words"]
    want = next(
        t for t in e.gold.read_rows("times") if (t["article"], t["words"]) == (article, words)
    )
    at = e.gold.find(article, want)
    near = [r for r in prose_rows(e.gold, e.found["times"])[article] if meets(span(r), at)]
    values = [value_of(r) for r in near]
    return any(v in right_values(want) for v in values), f"values {values}"


def _ids(e: Evidence, entity: str) -> list[tuple[str, str | None]]:
    return [(e.gold.language(a), found) for a, n, found in e.entities if n["entity"] == entity]


def entity(e: Evidence, truth: Row) -> Verdict:
    """One found entity reaches into every language."""
    reach: dict[str, set[str]] = {}
    for language, found in _ids(e, truth["of"][0]):
        if found:
            reach.setdefault(found, set()).add(language)
    best = max(reach.values(), key=lambda x: (len(x), sorted(x)), default=set())
    return best >= set(truth["expect"]["languages"]), f"one entity in {sorted(best)}"


def apart(e: Evidence, truth: Row) -> Verdict:
    one, other = ({f for _, f in _ids(e, name) if f} for name in truth["of"])
    return bool(one and other) and not one & other, f"{len(one & other)} entities mix them"


def acronym(e: Evidence, truth: Row) -> Verdict:
    expect = truth["expect"]
    found = [
        f for a, n, f in e.entities if a == expect["article"] and n["words"] in expect["words"]
    ]
    return None not in found and len(set(found)) == 1, f"entities {len(set(found))}"


def published(e: Evidence, truth: Row) -> Verdict:
    """The article that holds the lead carries the date that is true of it."""
    article = truth["of"][0]
    file, at = e.gold.articles[article]["file"], e.gold.lead[article]
    mine = [
        r for r in e.found["split"] if r["source"].endswith(file) and r["start"] <= at < r["stop"]
    ]
    dates = [r.get("published") for r in mine]
    return dates == [truth["expect"]["published"]], f"published {dates}"


KINDS: dict[str, Callable[[Evidence, Row], Verdict]] = {
    kind.__name__: kind
    for kind in (
        same,
        flag,
        chain,
        contradicts,
        supersedes,
        denied,
        time,
        entity,
        apart,
        acronym,
        published,
    )
}


def truths(gold: Gold, found: Found) -> list[dict[str, Any]]:
    """Each planted truth: its name, whether it was found, and what was seen instead."""
    e = evidence(gold, found)
    out = []
    for truth in gold.read_rows("truths"):
        right, seen = KINDS[truth["kind"]](e, truth)
        out.append({"truth": truth["truth"], "found": right, "seen": seen, "says": truth["says"]})
    return out

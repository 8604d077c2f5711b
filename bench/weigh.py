"""How right is the weighing, when reading is perfect and as claims are read?

    python bench/weigh.py [--show] [--speed CLAIMS]

Prints the measures of the invented affairs, over gold claims and as read, then the planted truths of the sample heap weighed over its gold claims: what is missed there is a
fault of weighing, what is missed only by `bench/measure.py` is a fault of reading.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from affairs import affairs
from anchors import Gold, gold
from scores import Claimed, Row, gold_claims
from truths import KINDS, Evidence
from weigh_gold import halvan
from weigh_scores import measures, scores, speed, weigh_gold, weigh_read

from sayso.model.claim import Claim
from sayso.model.collection import Collection
from sayso.model.standing import Standing
from sayso.weigh.weigh import weigh

__all__ = ["scores"]
WEIGHED = ("same", "flag", "contradicts", "supersedes", "denied")


def row_of(standing: Standing) -> Row:
    return {
        "standing": standing.id,
        "claims": list(standing.claims),
        "flags": list(standing.flags),
        "origins": {"at_least": standing.at_least, "at_most": standing.at_most},
        "relations": [{"to": r.to, "kind": r.kind} for r in standing.relations],
    }


def evidence(known: Gold, collection: Collection, claims: dict[str, Claim]) -> Evidence:
    wanted = {c.row["claim"]: c for cs in gold_claims(known).values() for c in cs}
    have: dict[str, Claimed] = {}
    for name, claim in claims.items():
        one = Claimed("", [], [], {"claim": claim.id})
        have[name] = one
    standing = {c: row_of(s) for s in weigh(collection) for c in s.claims}
    return Evidence(known, {}, have, wanted, standing, [])


def gold_truths() -> list[tuple[str, bool, str]]:
    """The planted truths that weighing decides, over gold claims: name, found, what was seen."""
    known = gold()
    e = evidence(known, *halvan(known))
    out = []
    for truth in known.read_rows("truths"):
        if truth["kind"] in WEIGHED:
            right, seen = KINDS[truth["kind"]](e, truth)
            out.append((truth["truth"], right, seen))
    return out


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--show", action="store_true", help="name what is wrong")
    parser.add_argument("--speed", type=int, help="weigh this many claims and say how long it took")
    options = parser.parse_args(argv)
    if options.speed:
        print(speed(options.speed))
        return 0
    for half in ("first half", "second half", ""):
        told = [a for a in affairs() if a.half == half or not half]
        for name, weighed in (("gold", weigh_gold(told)), ("read", weigh_read(told))):
            print(f"{half or 'all'}, {name} claims, {len(told)} affairs")
            for key, value in measures(told, weighed, options.show and not half).items():
                print(f"  {key:28} {value:.3f}")
    for name, right, seen in gold_truths():
        print(f"  {'found ' if right else 'missed'}  {name:26} {seen}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

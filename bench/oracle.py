"""What would a sayso that makes no mistake print? The gold, written as the commands' JSON lines.

The scorers are tested on it: whatever they do not give full marks here is a fault of theirs.
"""

import sys
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from anchors import Gold, Range
from scores import Found, Row


def _piece(gold: Gold, article: str, anchor: Row) -> Row:
    start, stop = gold.find(article, anchor)
    text = gold.texts[gold.articles[article]["file"]]
    return {"start": start, "stop": stop, "text": text[start:stop]}


def _here(gold: Gold, article: str) -> Row:
    return {"source": f"heap/{gold.articles[article]['file']}", "article": article}


def _split(gold: Gold) -> list[Row]:
    out = []
    ranges: dict[str, Range] = gold.at
    for name, row in gold.articles.items():
        start, stop = ranges[name]
        mine = [(k, at) for f, a, k, at in gold.zones if f == row["file"] and a == name]
        between = [
            (k, at)
            for f, a, k, at in gold.zones
            if f == row["file"] and a is None and name == _first_of(gold, f)
        ]
        zones = [{"start": a, "stop": b, "kind": k} for k, (a, b) in mine + between]
        told = {k: row[k] for k in ("byline", "publisher", "published") if row[k]}
        at = {"start": start, "stop": stop, "language": row["language"]}
        out.append(_here(gold, name) | at | told | {"zones": zones})
    return out


def _first_of(gold: Gold, file: str) -> str:
    return next(a for a, row in gold.articles.items() if row["file"] == file)


def _claims(gold: Gold) -> list[Row]:
    out = []
    for row in gold.read_rows("claims"):
        article = row["article"]
        chain = [
            {"holder": link["holder"] and _piece(gold, article, link["holder"])}
            for link in row["chain"]
        ]
        content = [_piece(gold, article, piece) for piece in row["content"]]
        said = {"claim": row["claim"], "content": content, "chain": chain}
        out.append(_here(gold, article) | said | {k: row[k] for k in ("act", "negated")})
    return out


class _Standings:
    """Standings in which every planted truth holds: one for each group of claims that belong together."""

    def __init__(self, claims: list[str]):
        self.of = {claim: claim for claim in claims}
        self.origins: dict[str, Row] = {}
        self.flags: dict[str, set[str]] = {}
        self.relations: dict[str, list[Row]] = {}

    def join(self, claims: list[str]) -> str:
        home = self.of[claims[0]]
        for claim in claims:
            old = self.of[claim]
            self.of = {c: home if s == old else s for c, s in self.of.items()}
        return home

    def rows(self) -> list[Row]:
        return [
            {
                "standing": home,
                "claims": [c for c, s in self.of.items() if s == home],
                "origins": self.origins.get(home, {"at_least": 1, "at_most": 1}),
                "flags": sorted(self.flags.get(home, ())),
                "relations": self.relations.get(home, []),
            }
            for home in sorted(set(self.of.values()))
        ]


def _standing(gold: Gold) -> list[Row]:
    all_of = _Standings([row["claim"] for row in gold.read_rows("claims")])
    truths = gold.read_rows("truths")
    for truth in truths:
        if truth["kind"] == "same":
            all_of.origins[all_of.join(truth["of"])] = truth["expect"]
    for truth in truths:
        homes = [all_of.of.get(claim, claim) for claim in truth["of"]]
        if truth["kind"] == "flag":
            all_of.flags.setdefault(homes[0], set()).add(truth["expect"]["flag"])
        elif truth["kind"] == "denied":
            all_of.flags.setdefault(homes[0], set()).add("denied")
        elif truth["kind"] in ("contradicts", "supersedes"):
            for one, other in pairwise(homes):
                relation = {"to": one, "kind": truth["kind"], "because": []}
                all_of.relations.setdefault(other, []).append(relation)
    return all_of.rows()


def oracle(gold: Gold) -> Found:
    """The lines of every command, as the gold has them."""
    names = [
        _here(gold, n["article"])
        | _piece(gold, n["article"], n)
        | {k: n[k] for k in ("kind", "entity")}
        for n in gold.read_rows("names")
    ]
    times = [
        _here(gold, t["article"])
        | _piece(gold, t["article"], t)
        | {k: t[k] for k in ("type", "value", "earliest", "latest", "basis")}
        for t in gold.read_rows("times")
    ]
    events = [
        _here(gold, e["article"])
        | {"event": e["event"], "anchor": [_piece(gold, e["article"], e["anchor"])]}
        | {k: e[k] for k in ("kind", "earliest", "latest")}
        for e in gold.read_rows("events")
    ]
    return {
        "split": _split(gold),
        "names": names,
        "times": times,
        "claims": _claims(gold),
        "events": events,
        "standing": _standing(gold),
    }

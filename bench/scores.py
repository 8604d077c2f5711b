"""How right is each stage on the sample heap? One scorer per task, all by position in the text."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from pathlib import PurePath
from typing import Any

from anchors import Gold, Range
from tally import Tally, paired

from sayso.model.page import FURNITURE

Row = dict[str, Any]
Found = dict[str, list[Row]]
NAMED = ("PER", "ORG", "LOC")
WORD = re.compile(r"\w+")


def file_of(row: Row) -> str:
    return PurePath(row["source"]).name


def meets(a: Range, b: Range) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def span(row: Row) -> Range:
    return row["start"], row["stop"]


def article_at(gold: Gold, file: str, at: int) -> str | None:
    """The article whose stretch, up to the next article's start, holds this place."""
    here = [a for a, row in gold.articles.items() if row["file"] == file]
    before = [a for a in here if gold.at[a][0] <= at]
    return before[-1] if before else (here[0] if here else None)


def in_prose(gold: Gold, file: str, at: Range) -> str | None:
    """The article in whose prose the stretch lies, or None for furniture and what is between."""
    article = article_at(gold, file, at[0])
    if article is None:
        return None
    start, stop = gold.at[article]
    inside = start <= at[0] and at[1] <= stop
    return article if inside and not any(meets(at, m) for m in gold.masked(article)) else None


def prose_rows(gold: Gold, rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Gold article -> the rows that lie in its prose."""
    out: dict[str, list[Row]] = {a: [] for a in gold.articles}
    for row in rows:
        if article := in_prose(gold, file_of(row), span(row)):
            out[article].append(row)
    return out


# --- articles and zones


def boundaries(gold: Gold, found: Found) -> Tally:
    """A start is right between the end of the article before and the article's first prose."""
    tally = Tally()
    starts: dict[str, list[int]] = {}
    for row in found["split"]:
        starts.setdefault(file_of(row), []).append(row["start"])
    end: dict[str, int] = {}
    for article, row in gold.articles.items():
        file = row["file"]
        window = [s for s in starts.get(file, []) if end.get(file, 0) <= s <= gold.lead[article]]
        tally.add(row["language"], right=min(1, len(window)), gold=1)
        end[file] = gold.at[article][1]
    for file, places in starts.items():
        for at in places:
            if article := article_at(gold, file, at):
                tally.add(gold.language(article), found=1)
    return tally


def _painted(length: int, zones: Iterable[tuple[str, Range]]) -> list[str]:
    labels = [""] * length
    for kind, (start, stop) in zones:
        if kind not in ("body", "lede"):
            labels[start:stop] = [kind] * (stop - start)
    return labels


def _found_zones(found: Found, file: str) -> Iterator[tuple[str, Range]]:
    for row in found["split"]:
        if file_of(row) != file:
            continue
        if head := row.get("headline"):
            yield "headline", span(head)
        yield from ((z["kind"], span(z)) for z in row["zones"])


def zones(gold: Gold, found: Found) -> tuple[Tally, Tally]:
    """Votes of characters: (of the right kind, furniture at all)."""
    kinds, furniture = Tally(), Tally()
    for file, text in gold.texts.items():
        want = _painted(len(text), ((k, at) for f, _, k, at in gold.zones if f == file))
        have = _painted(len(text), _found_zones(found, file))
        for at, char in enumerate(text):
            if char.isspace() or not (want[at] or have[at]):
                continue
            article = article_at(gold, file, at)
            language = gold.language(article) if article else "und"
            same = want[at] == have[at]
            kinds.add(language, right=same, found=bool(have[at]), gold=bool(want[at]))
            w, h = want[at] in FURNITURE, have[at] in FURNITURE
            furniture.add(language, right=w and h, found=h, gold=w)
    return kinds, furniture


# --- names and entities


def gold_names(gold: Gold) -> list[tuple[str, Range, Row]]:
    return [(n["article"], gold.find(n["article"], n), n) for n in gold.read_rows("names")]


def names(gold: Gold, found: Found) -> tuple[Tally, Tally]:
    """(exact span and kind, overlap recall); optional names are neither miss nor false hit."""
    exact, overlap = Tally(), Tally()
    wanted = gold_names(gold)
    by_article = prose_rows(gold, (r for r in found["names"] if r["kind"] in NAMED))
    for article, rows in by_article.items():
        language = gold.language(article)
        musts = {(*at, n["kind"]) for a, at, n in wanted if a == article and not n.get("optional")}
        mays = [at for a, at, n in wanted if a == article and n.get("optional")]
        have = {(*span(r), r["kind"]) for r in rows}
        have -= {h for h in have - musts if any(meets(h[:2], m) for m in mays)}
        exact.add(language, len(have & musts), len(have), len(musts))
        met = sum(any(meets(m[:2], h[:2]) and m[2] == h[2] for h in have) for m in musts)
        overlap.add(language, met, len(musts), len(musts))
    return exact, overlap


def entity_at(gold: Gold, found: Found) -> list[tuple[str, Row, str | None]]:
    """(article, gold name, the entity id that was found at its place or None)."""
    by_article = prose_rows(gold, found["names"])
    out = []
    for article, at, name in gold_names(gold):
        near = [r for r in by_article[article] if meets(span(r), at)]
        near.sort(key=lambda r: (r["kind"] != name["kind"], abs(r["stop"] - r["start"])))
        exact = [r for r in near if span(r) == at]
        best = (exact or near or [{}])[0]
        out.append((article, name, best.get("entity")))
    return out


def entities(gold: Gold, found: Found) -> Tally:
    """Pairs of names of one entity: inside a language, and `across` languages."""
    tally = Tally()
    known = [
        (gold.language(a), n["entity"], e or f"none {i}")
        for i, (a, n, e) in enumerate(entity_at(gold, found))
        if not n.get("optional")
    ]
    for one, other in combinations(known, 2):
        language = one[0] if one[0] == other[0] else "across"
        g, f = one[1] == other[1], one[2] == other[2]
        tally.add(language, right=g and f, found=f, gold=g)
    return tally


# --- times


def value_of(row: Row) -> str:
    return str(row.get("value") or "").upper()


def right_values(time: Row) -> set[str]:
    return {v.upper() for v in (time["value"], *time.get("also", [])) if v}


def times(gold: Gold, found: Found) -> tuple[Tally, Tally]:
    """(extents that overlap, and values that are equal besides)."""
    relaxed, values = Tally(), Tally()
    by_article = prose_rows(gold, found["times"])
    wanted: dict[str, list[tuple[Range, Row]]] = {a: [] for a in gold.articles}
    for time in gold.read_rows("times"):
        wanted[time["article"]].append((gold.find(time["article"], time), time))
    for article, rows in by_article.items():
        language, want = gold.language(article), wanted[article]
        pairs = paired(
            (float(span(r) == at) + _shared(at, span(r)), i, j)
            for i, (at, _) in enumerate(want)
            for j, r in enumerate(rows)
            if meets(at, span(r))
        )
        relaxed.add(language, len(pairs), len(rows), len(want))
        open_ended = sum(not right_values(t) for _, t in want)
        dropped = sum(not right_values(want[i][1]) for i, _ in pairs)
        right = sum(value_of(rows[j]) in right_values(want[i][1]) for i, j in pairs)
        values.add(language, right, len(rows) - dropped, len(want) - open_ended)
    return relaxed, values


def _shared(a: Range, b: Range) -> float:
    return (min(a[1], b[1]) - max(a[0], b[0])) / (max(a[1], b[1]) - min(a[0], b[0]))


# --- claims


def words_in(text: str, spans: Iterable[Range]) -> set[int]:
    """The starts of the words that the stretches touch."""
    out: set[int] = set()
    for start, stop in spans:
        while start and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        out |= {m.start() for m in WORD.finditer(text, start, stop)}
    return out


def f1(a: set[int], b: set[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


class Claimed:
    """A claim reduced to what is compared: content words and the words of each holder."""

    def __init__(self, text: str, content: list[Range], holders: list[Range | None], row: Row):
        self.content = words_in(text, content)
        self.holders = [words_in(text, [h]) if h else set() for h in holders]
        self.row = row

    @property
    def source(self) -> set[int]:
        return self.holders[-1] if self.holders else set()


def same_holder(a: set[int], b: set[int]) -> bool:
    return bool(a & b) or not (a or b)


def same_chain(a: Claimed, b: Claimed) -> bool:
    return len(a.holders) == len(b.holders) and all(map(same_holder, a.holders, b.holders))


def gold_claims(gold: Gold) -> dict[str, list[Claimed]]:
    out: dict[str, list[Claimed]] = {a: [] for a in gold.articles}
    for row in gold.read_rows("claims"):
        article = row["article"]
        text = gold.texts[gold.articles[article]["file"]]
        content = [gold.find(article, piece) for piece in row["content"]]
        heads = [x["holder"] and gold.find(article, x["holder"]) for x in row["chain"]]
        out[article].append(Claimed(text, content, heads, row))
    return out


def found_claims(gold: Gold, found: Found) -> dict[str, list[Claimed]]:
    """Gold article -> the claims found in its prose, own voice included."""
    out: dict[str, list[Claimed]] = {a: [] for a in gold.articles}
    for row in found["claims"]:
        file = file_of(row)
        if not (article := in_prose(gold, file, span(row["content"][0]))):
            continue
        heads = [span(x["holder"]) if x.get("holder") else None for x in row["chain"]]
        content = [span(piece) for piece in row["content"]]
        out[article].append(Claimed(gold.texts[file], content, heads, row))
    return out


def _matches(want: list[Claimed], have: list[Claimed], held: bool) -> list[tuple[int, int]]:
    return paired(
        (f1(w.content, h.content) + same_chain(w, h) / 100, i, j)
        for i, w in enumerate(want)
        for j, h in enumerate(have)
        if f1(w.content, h.content) >= 0.5 and (not held or same_holder(w.source, h.source))
    )


def claims(gold: Gold, found: Found) -> dict[str, Tally]:
    """Who said what (PAIR), chains exact in order, acts and negation of the pairs."""
    out = {name: Tally() for name in ("pair", "chain", "act", "negated")}
    had = found_claims(gold, found)
    for article, everything in gold_claims(gold).items():
        language = gold.language(article)
        want = [c for c in everything if c.holders]
        have = [c for c in had[article] if c.holders]
        pairs = _matches(want, have, held=True)
        out["pair"].add(language, len(pairs), len(have), len(want))
        chained = sum(same_chain(want[i], have[j]) for i, j in pairs)
        out["chain"].add(language, chained, len(have), len(want))
        for key in ("act", "negated"):
            agreed = sum(want[i].row[key] == have[j].row[key] for i, j in pairs)
            out[key].add(language, agreed, len(pairs), len(pairs))
    return out


def claim_ids(gold: Gold, found: Found) -> dict[str, Claimed]:
    """Gold claim id -> the claim found for it (same content, holder where possible)."""
    had = found_claims(gold, found)
    out: dict[str, Claimed] = {}
    for article, want in gold_claims(gold).items():
        have = had[article]
        firm = _matches(want, have, held=True)
        left = [i for i in range(len(want)) if i not in {i for i, _ in firm}]
        free = [j for j in range(len(have)) if j not in {j for _, j in firm}]
        loose = _matches([want[i] for i in left], [have[j] for j in free], held=False)
        for i, j in [*firm, *((left[a], free[b]) for a, b in loose)]:
            out[want[i].row["claim"]] = have[j]
    return out


# --- events


def events(gold: Gold, found: Found) -> tuple[Tally, Tally]:
    """Share of the main events that were found, and found with the right days (recall only)."""
    seen, dated = Tally(), Tally()
    rows = [(file_of(r), span(r["anchor"][0]), r) for r in found["events"]]
    for event in gold.read_rows("events"):
        article = event["article"]
        file, at = gold.articles[article]["file"], gold.find(article, event["anchor"])
        near = [r for f, anchor, r in rows if f == file and meets(anchor, at)]
        language, days = gold.language(article), (event["earliest"], event["latest"])
        seen.add(language, bool(near), 1, 1)
        if days[0]:
            right = any((r.get("earliest"), r.get("latest")) == days for r in near)
            dated.add(language, right, 1, 1)
    return seen, dated


def all_tallies(gold: Gold, found: Found) -> dict[str, Tally]:
    """Every task's tally by its name; the order is the table's."""
    out = {"split boundary": boundaries(gold, found)}
    many: list[tuple[tuple[str, ...], Callable[[Gold, Found], tuple[Tally, Tally]]]] = [
        (("zones kind", "zones furniture"), zones),
        (("names exact", "names overlap"), names),
        (("times relaxed", "times value"), times),
        (("events found", "events dated"), events),
    ]
    for labels, scorer in many:
        out.update(zip(labels, scorer(gold, found), strict=True))
    out["entities pairs"] = entities(gold, found)
    out.update({f"claims {k}": t for k, t in claims(gold, found).items()})
    return out

"""How many of the affairs' truths does weighing find: the same, against, origins, echoes, doubts?"""

import resource
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from affairs import Affair, affairs
from scores import WORD
from weigh_gold import Draft, collected

from sayso.articles.copies import copies
from sayso.model.collection import Collection
from sayso.model.page import Page
from sayso.model.standing import Standing
from sayso.model.text import Document, Span
from sayso.reading.claims import claims
from sayso.reading.names import names
from sayso.reading.times import times
from sayso.resolve.across import across
from sayso.resolve.within import within
from sayso.weigh.doubts import doubts
from sayso.weigh.weigh import weigh

Pairs = set[frozenset[str]]


@dataclass
class Weighed:
    """Gold claim name -> its record's id, and the standings."""

    ids: dict[str, str]
    standings: list[Standing]
    doubted: set[str]
    language: dict[str, str]


def weigh_gold(told: list[Affair]) -> Weighed:
    parties = {k: v for a in told for k, v in a.parties.items()}
    collection, made = collected([d for a in told for d in a.drafts], parties)
    return _weighed(told, collection, {name: c.id for name, c in made.items()})


def weigh_read(told: list[Affair]) -> Weighed:
    """The same affairs as sayso reads them; a gold claim is the claim that shares most words with it."""
    pages = [_read(d.page) for a in told for d in a.drafts]
    pages.sort(key=lambda p: p.article.id)
    collection = Collection(tuple(pages))
    collection = collection.having(tuple(across(collection)))
    collection = collection.having(tuple(copies(collection)))
    by_article = {p.article.id: p for p in pages}
    ids = {}
    for draft in (d for a in told for d in a.drafts):
        page = by_article[draft.page.article.id]
        for gold in draft.told:
            want = words_of(page, gold.content)
            rated = [
                (overlap(want, words_of(page, c.content)), len(c.chain), c.id) for c in page.claims
            ]
            best = max(rated, default=(0.0, 0, ""))
            if best[0] >= 0.5:
                ids[gold.name] = best[2]
    return _weighed(told, collection, ids)


def _read(page: Page) -> Page:
    for step in (names, within, times, claims):
        page = page.having(tuple(step(page)))
    return page


def words_of(page: Page, spans: Iterable[object]) -> set[int]:
    return {
        m.start()
        for s in spans
        for m in WORD.finditer(page.text, s.start - page.base, s.stop - page.base)
    }


def overlap(a: set[int], b: set[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _weighed(told: list[Affair], collection: Collection, ids: dict[str, str]) -> Weighed:
    language = {g.name: d.page.article.language for a in told for d in a.drafts for g in d.told}
    doubted = {c for p in collection.pages for _, scope in doubts(p) for c in scope}
    return Weighed(ids, list(weigh(collection)), doubted, language)


def f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 1.0


def measures(told: list[Affair], w: Weighed, show: bool = False) -> dict[str, float]:
    """Every measure of the table, by name."""
    home = {c: s for s in w.standings for c in s.claims}
    names = sorted(w.language)
    standing = {n: home[w.ids[n]] for n in names if w.ids.get(n) in home}
    out = _same(told, w, standing, show)
    out |= _against(told, standing, show)
    out |= _origins(told, w, standing, show)
    gold = {c for a in told for c in a.unconfirmed}
    found = {n for n in names if w.ids.get(n) in w.doubted}
    if show:
        print("    doubts missed", sorted(gold - found), "wrong", sorted(found - gold))
    out["non-confirmations F1"] = f1(len(gold & found), len(found), len(gold))
    return out


def _same(
    told: list[Affair], w: Weighed, standing: dict[str, Standing], show: bool
) -> dict[str, float]:
    gold: Pairs = {frozenset(p) for a in told for g in a.same for p in combinations(g.claims, 2)}
    found: Pairs = {
        frozenset((a, b))
        for a, b in combinations(sorted(standing), 2)
        if standing[a].id == standing[b].id
    }
    if show:
        print("    same missed", sorted(map(sorted, gold - found)))
        print("    same wrong", sorted(map(sorted, found - gold)))
    out = {}
    for name, across_ in (("within", False), ("across", True)):
        g, f = (
            {p for p in pairs if (len({w.language[c] for c in p}) > 1) is across_}
            for pairs in (gold, found)
        )
        out[f"same pairs F1, {name}"] = f1(len(g & f), len(f), len(g))
        out[f"same pairs precision, {name}"] = len(g & f) / len(f) if f else 1.0
    return out


def _against(told: list[Affair], standing: dict[str, Standing], show: bool) -> dict[str, float]:
    by_id = {s.id: s for s in standing.values()}
    members: dict[str, list[str]] = {}
    for name, s in standing.items():
        members.setdefault(s.id, []).append(name)
    related: dict[str, Pairs] = {"contradicts": set(), "denies": set(), "supersedes": set()}
    for s in by_id.values():
        for r in s.relations:
            if r.kind in related and r.to in by_id:
                related[r.kind].add(frozenset((s.id, r.to)))
    gold = {k: {frozenset(p) for a in told for p in a.pairs.get(k, [])} for k in related}
    clash = gold["contradicts"] | gold["denies"]
    at = {
        k: {frozenset(standing[c].id for c in p) for p in pairs if all(c in standing for c in p)}
        for k, pairs in {**gold, "clash": clash}.items()
    }
    hits = related["contradicts"] | related["denies"]
    wrong = sorted(sorted(members[x][0] for x in p) for p in related["contradicts"] - at["clash"])
    missed = sorted(
        sorted(p)
        for p in gold["contradicts"]
        if frozenset(standing[c].id for c in p if c in standing) not in hits
    )
    mistaken = at["supersedes"] & related["contradicts"]
    if show:
        print("    contradictions wrong", wrong, "missed", missed)
    n, total = len(related["contradicts"]), len(gold["contradicts"])
    found_denials = len(at["denies"] & hits)
    return {
        "contradictions precision": 1 - len(wrong) / n if n else 1.0,
        "contradictions recall": 1 - len(missed) / total if total else 1.0,
        "denials recall": found_denials / max(1, len(at["denies"])),
        "updates recall": len(at["supersedes"] & related["supersedes"])
        / max(1, len(at["supersedes"])),
        "updates mistaken": len(mistaken) / max(1, len(gold["supersedes"])),
    }


def _origins(
    told: list[Affair], w: Weighed, standing: dict[str, Standing], show: bool
) -> dict[str, float]:
    right = narrow = total = 0
    tally = [0, 0, 0]
    for g in (g for a in told for g in a.same):
        ids = Counter(standing[c].id for c in g.claims if c in standing)
        if not ids:
            continue
        total += 1
        best = next(s for s in standing.values() if s.id == max(ids, key=lambda i: (ids[i], i)))
        fits = best.at_least <= g.least and best.at_most >= g.most
        right += fits
        narrow += best.at_most - best.at_least <= 1
        if show and not fits:
            print("    origins wrong", g.claims, f"{best.at_least}-{best.at_most}", best.because)
        want = {frozenset(p) for e in g.echoes for p in combinations(e, 2)}
        inverse = {w.ids[c]: c for c in g.claims if c in w.ids}
        have = {
            frozenset(p)
            for s in standing.values()
            for e in s.groups
            for p in combinations([inverse[c] for c in e if c in inverse], 2)
        }
        tally = [tally[0] + len(want & have), tally[1] + len(have), tally[2] + len(want)]
    return {
        "origin range holds truth": right / max(1, total),
        "origin range width <= 1": narrow / max(1, total),
        "echo pairs F1": f1(*tally),
    }


def scores(which: str = "first") -> dict[str, float]:
    """Every measure over all affairs of a folder, over gold claims and as read."""
    told = affairs(which)
    both = {"gold": weigh_gold(told), "read": weigh_read(told)}
    return {f"{k}: {m}": v for k, w in both.items() for m, v in measures(told, w).items()}


def _again(draft: Draft, turn: int) -> Draft:
    """The same article as another document that names other entities."""
    page = draft.page
    document = Document(
        f"{page.source}.{turn}", "gold/1", page.text, "text/plain", page.source, "utf-8"
    )

    def moved(span: Span) -> Span:
        return Span(document.id, span.start, span.stop)

    article = replace(page.article, span=moved(page.article.span))
    return Draft(
        Page.of(document, article),
        [(moved(s), kind, f"{entity}.{turn}") for s, kind, entity in draft.named],
        [
            replace(
                told,
                name=f"{told.name}.{turn}",
                content=[moved(s) for s in told.content],
                chain=[(k, s and moved(s), e and f"{e}.{turn}") for k, s, e in told.chain],
            )
            for told in draft.told
        ],
    )


def speed(count: int) -> str:
    """Weighs copies of the affairs, each with its own entities, until there are this many claims."""
    told = affairs()
    drafts = [d for a in told for d in a.drafts]
    each = sum(len(d.told) for d in drafts)
    pages: list[Page] = []
    entities = []
    for turn in range(-(-count // each)):
        one, _ = collected([_again(d, turn) for d in drafts], {})
        pages += one.pages
        entities += one.entities
    pages.sort(key=lambda p: p.article.id)
    started = time.perf_counter()
    found = sum(1 for _ in weigh(Collection(tuple(pages), entities=tuple(entities))))
    took = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return f"{sum(len(p.claims) for p in pages)} claims, {found} propositions: {took:.1f} s, {peak:.2f} GB"

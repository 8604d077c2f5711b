"""Which claims say the same, from how many independent origins, and what stands against them?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.model.claim import Claim
from sayso.model.collection import Collection
from sayso.model.lines import of_kind
from sayso.model.question import Question
from sayso.model.standing import FLAGS, Relation, Standing
from sayso.model.text import Span
from sayso.weigh.answers import answers
from sayso.weigh.candidates import candidates
from sayso.weigh.clusters import clusters
from sayso.weigh.compare import compare
from sayso.weigh.doubts import doubts
from sayso.weigh.likeness import Weights
from sayso.weigh.named import Names
from sayso.weigh.nearest import nearest
from sayso.weigh.origins import count, misfits
from sayso.weigh.positions import position
from sayso.weigh.propositions import Proposition, propositions
from sayso.weigh.questions import questions
from sayso.weigh.roots import Origins, outlet_name, plain_name
from sayso.weigh.stories import Stories
from sayso.weigh.verdict import OTHER_STORY, Verdict
from sayso.weigh.wordings import wordings

VERSION = "2"


def weigh(collection: Collection) -> tuple[Standing, ...]:
    """The standings alone, as `weighed` makes them."""
    return of_kind(Standing, weighed(collection))


def weighed(collection: Collection) -> Iterator[Standing | Question]:
    """One standing per proposition, in the order of their ids, then the questions among them; every
    claim is in exactly one standing.

    What is not asserted as fact (plans, orders, questions …) stands apart from what is; the first
    line of `because` names it. Claims and articles struck or rejected by judgements are left out.
    """
    dropped = struck(collection)
    names = Names(collection)
    said = sorted(propositions(collection, dropped, names), key=lambda p: p.claim)
    weights = Weights(p.features for p in said)
    judged = _judged(collection)
    compared: dict[tuple[int, int], Verdict] = {}
    stories = Stories(collection, names, said, weights)

    def how(a: int, b: int) -> Verdict:
        if (a, b) not in compared:
            compared[a, b] = _verdict(said[a], said[b], weights, judged, stories)
        return compared[a, b]

    pairs = _with_judged(candidates(said, weights, stories), said, judged)
    for a, b in pairs:
        how(a, b), how(b, a)
    compared.update(nearest(said, compared))
    alike = [(v.score, a, b) for (a, b), v in compared.items() if v.kind == "same" and a < b]
    apart = ("same", "apart", "likely")
    related = [(a, b, v) for (a, b), v in sorted(compared.items()) if v.kind not in apart]
    origins = Origins(collection, names)
    related.extend(answers(collection, said, origins))
    groups = clusters(len(said), alike, how)
    known = _Known(collection, origins, stories)
    standings = _standings(known, said, groups, related)
    yield from standings
    claims = {c.id: c for p in collection.pages for c in p.claims}
    yield from questions(standings, said, pairs, claims, (weights, stories))


@dataclass(frozen=True, slots=True)
class _Known:
    """What all standings are made with."""

    collection: Collection
    origins: Origins
    stories: Stories


def struck(collection: Collection) -> frozenset[str]:
    """Claims and articles that a judgement strikes or rejects, also by document, outlet or source."""
    subjects = {
        s for j in collection.judgements if j.verdict in ("strike", "reject") for s in j.subjects
    }
    if not subjects:
        return frozenset()
    entity_of = collection.entity_of()
    out = set(subjects)
    names = {plain_name(s) for s in subjects}
    for page in collection.pages:
        outlet = plain_name(outlet_name(page))
        if page.article.span.document in subjects or outlet in names:
            out.add(page.article.id)
        for claim in page.claims:
            held = {entity_of.get(k.holder.mention or "") for k in claim.told}
            if held & subjects:
                out.add(claim.id)
    return frozenset(out)


def _judged(collection: Collection) -> dict[tuple[str, str], str]:
    """Pairs of claims that a person called the same or not the same."""
    out = {}
    for j in collection.judgements:
        if j.verdict in ("same", "not same"):
            for a in j.subjects:
                out.update({(a, b): j.verdict for b in j.subjects if a != b})
    return out


def _with_judged(
    pairs: list[tuple[int, int]], said: Sequence[Proposition], judged: dict[tuple[str, str], str]
) -> list[tuple[int, int]]:
    place = {p.claim: n for n, p in enumerate(said)}
    more = {
        (place[a], place[b]) for a, b in judged if a in place and b in place and place[a] < place[b]
    }
    return sorted(more.union(pairs)) if more else pairs


def _verdict(
    a: Proposition,
    b: Proposition,
    weights: Weights,
    judged: dict[tuple[str, str], str],
    stories: Stories,
) -> Verdict:
    decided = judged.get((a.claim, b.claim))
    if decided == "same":
        return Verdict("same", 9.0, ("a person judged them the same",))
    if decided == "not same":
        return Verdict("apart", 0.0, ("a person judged them not the same",))
    if "doubt" in (a.stance, b.stance) and a.article != b.article:
        return Verdict("apart", 0.0, ("it only says that something is not confirmed",))
    story = stories.one(a.article, b.article)
    shared_name = any(n.entity in {m.entity for m in b.named} for n in a.named)
    if not shared_name and story is False:
        return Verdict("apart", 0.0, ("their articles name nobody in common",), OTHER_STORY)
    return compare(a, b, weights, bool(story))


def _standings(
    known: _Known,
    said: Sequence[Proposition],
    groups: list[list[int]],
    related: list[tuple[int, int, Verdict]],
) -> list[Standing]:
    claims = {c.id: c for p in known.collection.pages for c in p.claims}
    doubted = _doubted(known.collection)
    drafts = []
    for group in groups:
        members = [claims[said[n].claim] for n in group]
        drafts.append(_draft(members, said[group[0]], known, doubted))
    place = {n: g for g, group in enumerate(groups) for n in group}
    relations = _relations(drafts, place, said, related)
    marked = _marks(relations)
    done = [
        _flagged(draft, relations.get(g, ()), marked.get(draft.id, set()))
        for g, draft in enumerate(drafts)
    ]
    return sorted(done, key=lambda s: s.id)


def _draft(
    members: list[Claim], first: Proposition, known: _Known, doubted: dict[str, list[Span]]
) -> Standing:
    origins = known.origins
    roots = [origins.root(c) for c in members]
    counted = count(roots, origins.possibly)
    articles = sorted({c.article for c in members})
    outlets = sorted({outlet_name(origins.pages[a]) for a in articles})
    spans = sorted({s for c in members for s in doubted.get(c.id, ())})
    kinds = {link.holder.kind for c in members for link in c.told[-1:]}
    flags = {"not-confirmed"} if spans else set()
    flags |= {"circular"} if counted.circular else set()
    flags |= {"anonymous-root"} if "anonymous" in kinds else set()
    flags |= set() if kinds - {"unknown"} else {"unattributed"}
    status = "undecided"
    if counted.at_most == 1:
        status = "one origin"
    elif counted.at_least >= 2:
        status = "several origins"
    stated = "asserted as fact" if first.stance == "fact" else f"not asserted: a {first.stance}"
    return Standing(
        claims=tuple(sorted(c.id for c in members)),
        articles=tuple(articles),
        outlets=tuple(outlets),
        at_least=counted.at_least,
        at_most=counted.at_most,
        status=status,
        flags=tuple(f for f in FLAGS if f in flags),
        groups=counted.groups,
        because=(stated, *counted.because),
        not_confirmed=tuple(spans),
        positions=tuple(sorted(position(c, origins) for c in members)),
        wordings=wordings(members, origins),
        silent=_silent(articles, outlets, first, known),
        misfits=misfits(roots),
    )


def _silent(
    articles: list[str], outlets: list[str], first: Proposition, known: _Known
) -> tuple[str, ...]:
    """Outlets that tell the story and quote the same named voice, but not on this."""
    if len(outlets) != 1 or first.stance != "fact" or first.holder is None:
        return ()
    quoting = known.origins.quoting.get(first.holder, frozenset())
    others = [a for a in known.stories.others(articles) if a in quoting]
    return tuple(sorted({outlet_name(known.origins.pages[a]) for a in others} - set(outlets)))


def _doubted(collection: Collection) -> dict[str, list[Span]]:
    out: dict[str, list[Span]] = defaultdict(list)
    for page in collection.pages:
        for span, scope in doubts(page):
            for claim in scope:
                out[claim].append(span)
    return out


def _relations(
    drafts: list[Standing],
    place: dict[int, int],
    said: Sequence[Proposition],
    related: list[tuple[int, int, Verdict]],
) -> dict[int, tuple[Relation, ...]]:
    """The strongest pair of claims for each kind of relation between two standings."""
    best: dict[tuple[int, int, str], tuple[float, Relation]] = {}
    for a, b, verdict in related:
        one, other = place[a], place[b]
        if one == other:
            continue
        found = Relation(
            drafts[other].id, verdict.kind, verdict.because, (said[a].claim, said[b].claim)
        )
        key = (one, other, verdict.kind)
        known = best.get(key)
        if known is None or (-verdict.score, found.claims) < (-known[0], known[1].claims):
            best[key] = (verdict.score, found)
    out: dict[int, list[Relation]] = defaultdict(list)
    for (one, _, _), (_, relation) in best.items():
        out[one].append(relation)
    return {one: tuple(sorted(found)) for one, found in out.items()}


def _marks(relations: dict[int, tuple[Relation, ...]]) -> dict[str, set[str]]:
    """Flags that a standing gets from the relations that point to it."""
    names = {"contradicts": "conflicting", "denies": "denied", "supersedes": "updated"}
    out: dict[str, set[str]] = defaultdict(set)
    for found in relations.values():
        for relation in found:
            if relation.kind in names:
                out[relation.to].add(names[relation.kind])
    return out


def _flagged(draft: Standing, relations: tuple[Relation, ...], marked: set[str]) -> Standing:
    own = {"conflicting"} if any(r.kind == "contradicts" for r in relations) else set()
    flags = marked | own | set(draft.flags)
    return replace(draft, relations=relations, flags=tuple(f for f in FLAGS if f in flags))

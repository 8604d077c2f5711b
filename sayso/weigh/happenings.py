"""Which reports tell of one event, and in which details do they differ?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from sayso.language.skeleton import skeleton
from sayso.model.collection import Collection
from sayso.model.event import Difference, Event, Happening
from sayso.model.page import Page
from sayso.weigh.weigh import struck

ONCE = frozenset(
    {"die", "dismiss", "appoint", "arrest"}
)  # these befall one person once in an affair
EITHER = frozenset({"consult", "agree", "dismiss"})  # who comes first does not tell who did it
BARE = frozenset({"explode", "disaster"})  # told without anybody who takes part
SLIP = 7  # days by which two reports of one event may date it differently; chosen by hand
COMPANY = 2  # names that two articles share when they are of one affair; chosen by hand
Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one article tells it, with what can be compared across languages."""

    event: Event
    who: dict[str, str]
    named: frozenset[str]
    company: frozenset[str]
    days: Days
    place: str | None
    count: float | None
    called: Mapping[str, frozenset[str]]

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id


def happenings(collection: Collection) -> Iterator[Happening]:
    """One record for each event however often it is told, in the order of their ids.

    Every event is in exactly one. A person's `same` and `not same` win over the rules; what is
    struck or rejected is left out.
    """
    dropped = struck(collection)
    told = {t.id: t for t in _tellings(collection) if not {t.id, t.event.article} & dropped}
    judged = _judged(collection, told)
    verdicts = {
        (a, b): why
        for a, b in sorted(_pairs(told.values()) | set(judged))
        if (why := judged.get((a, b)) or compared(told[a], told[b]))
    }
    groups = _grouped(sorted(told), verdicts)
    made = [_happening([told[i] for i in group], verdicts) for group in groups]
    yield from sorted(made, key=lambda h: h.id)


def _tellings(collection: Collection) -> Iterator[Telling]:
    entity_of = collection.entity_of()
    called = {
        e.id: frozenset(w for n in e.names for w in skeleton(n.text).split())
        for e in collection.entities
    }
    for page in collection.pages:
        company = frozenset(entity_of[m.id] for m in page.mentions if m.id in entity_of)
        for event in page.events:
            yield _telling(page, event, entity_of, (company, called))


def _telling(
    page: Page,
    event: Event,
    entity_of: dict[str, str],
    known: tuple[frozenset[str], Mapping[str, frozenset[str]]],
) -> Telling:
    who = {p.role: entity_of[p.mention] for p in event.parts if p.mention in entity_of}
    days = (_day(event.earliest), _day(event.latest))
    place = entity_of.get(event.place or "")
    named, count = frozenset(who.values()), _count(page, event)
    return Telling(event, who, named, known[0], days, place, count, known[1])


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso[:10]) if iso else None


def _count(page: Page, event: Event) -> float | None:
    """How many it befell, where the words of the one it befell hold a figure."""
    spans = [p.span for p in event.parts if p.role == "target"]
    figures = {f.span: f.value for c in page.claims for f in c.figures}
    inside = [figures[s] for s in sorted(figures) if any(at.covers(s) for at in spans)]
    return inside[0] if inside else None


def _pairs(told: Iterable[Telling]) -> set[tuple[str, str]]:
    """Events of one kind with a participant in common, or of a kind that needs none."""
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in told:
        for key in one.named or ({""} if one.event.kind in BARE else set()):
            blocks[one.event.kind, key].append(one.id)
    return {(a, b) for ids in blocks.values() for a, b in combinations(sorted(ids), 2)}


def _judged(collection: Collection, told: dict[str, Telling]) -> dict[tuple[str, str], str]:
    """Pairs that a person judged; the last judgement wins."""
    out: dict[tuple[str, str], str] = {}
    for judgement in collection.judgements:
        if judgement.verdict in ("same", "not same"):
            known = sorted(s for s in judgement.subjects if s in told)
            said = "" if judgement.verdict == "same" else "not "
            out.update(dict.fromkeys(combinations(known, 2), f"{said}judged one event"))
    return out


def apart(a: Days, b: Days) -> int | None:
    """Days between two intervals, 0 when they overlap, None when one is not known.

    >>> apart((date(2024, 3, 1), date(2024, 3, 4)), (date(2024, 3, 6), date(2024, 3, 6)))
    2
    """
    if None in (*a, *b):
        return None
    first, last = max(a[0], b[0]), min(a[1], b[1])  # type: ignore[type-var]
    return max((first - last).days, 0)  # type: ignore[operator]


def compared(a: Telling, b: Telling) -> str | None:
    """Why the two are one event; "not …" why they cannot be; None where nothing tells."""
    gap = apart(a.days, b.days)
    if gap is not None and gap > SLIP:
        return "not on days that far from each other"
    shared = _shared(a, b)
    affair = len(a.company & b.company) >= COMPANY
    if a.event.kind in BARE:
        near = gap == 0 and affair and not _different(a, b, a.place, b.place)
        return "the same kind of event on the same days in articles of one affair" if near else None
    if _other_people(a, b) and gap != 0:
        return "not the same people, nor surely the same days"
    if len(shared) > 1:
        return "the same participants" if gap is not None or affair else None
    if shared and a.event.kind in ONCE and affair:
        return f"{a.event.kind}: it befalls one person once"
    return "a participant and the days in common" if shared and gap == 0 and affair else None


def _shared(a: Telling, b: Telling) -> set[str]:
    if a.event.kind in EITHER:
        return set(a.named & b.named)
    return {a.who[role] for role in a.who if b.who.get(role) == a.who[role]}


def _other_people(a: Telling, b: Telling) -> bool:
    """Whether both name somebody in a role, and not the same."""
    if a.event.kind in EITHER:
        return bool(a.named - b.named and b.named - a.named)
    return any(_different(a, b, a.who[role], b.who.get(role)) for role in a.who)


def _different(a: Telling, b: Telling, one: str | None, other: str | None) -> bool:
    """Whether two entities are surely two: no word of their names sounds alike."""
    if one is None or other is None or one == other:
        return False
    return not a.called.get(one, frozenset()) & b.called.get(other, frozenset())


def _grouped(ids: list[str], verdicts: dict[tuple[str, str], str]) -> list[list[str]]:
    """Events joined by a reason, unless another pair of the joined groups is held apart."""
    group = {i: [i] for i in ids}
    order = sorted(verdicts, key=lambda pair: ("judged" not in verdicts[pair], pair))
    for a, b in order:
        one, other = group[a], group[b]
        if verdicts[a, b].startswith("not") or one is other or _held(one, other, verdicts):
            continue
        joined = sorted([*one, *other])
        for member in joined:
            group[member] = joined
    return sorted({tuple(g): g for g in group.values()}.values())


def _held(one: list[str], other: list[str], verdicts: dict[tuple[str, str], str]) -> bool:
    pairs = ((min(a, b), max(a, b)) for a in one for b in other)
    return any(verdicts.get(pair, "").startswith("not") for pair in pairs)


def _happening(told: list[Telling], verdicts: dict[tuple[str, str], str]) -> Happening:
    ids = tuple(t.id for t in told)
    why = {verdicts[pair] for pair in combinations(ids, 2) if pair in verdicts}
    first, last, agree = _when(told)
    return Happening(
        kind=told[0].event.kind,
        events=ids,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        differs=tuple(_differences(told, agree)),
        because=tuple(sorted(w for w in why if not w.startswith("not"))),
    )


def _when(told: list[Telling]) -> tuple[date | None, date | None, bool]:
    """The days that all reports allow, or from the first to the last when they do not agree."""
    firsts = [t.days[0] for t in told if t.days[0]]
    lasts = [t.days[1] for t in told if t.days[1]]
    if not firsts or not lasts:
        return (min(firsts) if firsts else None), (max(lasts) if lasts else None), True
    if max(firsts) <= min(lasts):
        return max(firsts), min(lasts), True
    return min(firsts), max(lasts), False


def _differences(told: list[Telling], agree: bool) -> Iterator[Difference]:
    if not agree:
        dated = [(t.id, _days_words(t.days)) for t in told if None not in t.days]
        yield Difference("date", tuple(dated))
    if len({t.event.negated for t in told}) > 1:
        said = [(t.id, "did not happen" if t.event.negated else "happened") for t in told]
        yield Difference("whether", tuple(said))
    counts = [(t.id, f"{t.count:g}") for t in told if t.count is not None]
    if len({value for _, value in counts}) > 1:
        yield Difference("count", tuple(counts))
    roles = ("place",) if told[0].event.kind in EITHER else ("place", "actor", "target")
    for role in roles:
        named = [(t, v) for t in told if (v := t.place if role == "place" else t.who.get(role))]
        if any(_different(a, b, x, y) for (a, x), (b, y) in combinations(named, 2)):
            yield Difference(role, tuple((t.id, value) for t, value in named))


def _days_words(days: Days) -> str:
    first, last = days
    assert first
    assert last
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"

"""Which reports tell of one event, and in which details do they differ?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from sayso.language.skeleton import skeleton
from sayso.model.collection import Collection
from sayso.model.event import Difference, Event, Happening
from sayso.model.page import Page
from sayso.weigh.weigh import struck
from sayso.weigh.words import content_words

ONCE = frozenset(
    {"die", "dismiss", "appoint", "arrest"}
)  # these befall one person once in an affair
EITHER = frozenset({"consult", "agree", "dismiss"})  # who comes first does not tell who did it
BARE = frozenset({"explode", "disaster"})  # told without anybody who takes part
HARM = frozenset({"die", "injure"})  # told of people nobody names, they are compared by their days
WEEK = timedelta(days=7)  # a report that gives no day tells of the days before it; chosen by hand
SLIP = 7  # days by which two reports of one event may date it differently; chosen by hand
LATER = "the same kind of event in articles of one affair, a week at most after it"
SCRIPTS = {"ru": "Cyrl", "uk": "Cyrl", "ar": "Arab", "fa": "Arab"}
COMPANY = 2  # names that two articles share when they are of one affair; chosen by hand
AROUND = (
    120  # characters of a line, on either side of an event's words, that tell what it was about
)
SCENE = 2  # concepts that the lines around two tellings of one deed share; chosen by hand
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
    article: str
    published: date | None
    language: str
    deed: frozenset[str]
    scene: frozenset[str]

    @property
    def near(self) -> Days:
        """Its days; where it gives none, the week before the report: to find its like, never to date it."""
        if self.days == (None, None) and self.published is not None:
            return self.published - WEEK, self.published
        return self.days

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
    groups = _grouped(told, verdicts)
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
    told = page.article.published
    published = _day(told.text) if told else None
    article = page.article.id
    return Telling(
        event,
        who,
        named,
        known[0],
        days,
        place,
        count,
        known[1],
        article,
        published,
        page.article.language,
        *_told_as(page, event),
    )


def _told_as(page: Page, event: Event) -> tuple[frozenset[str], frozenset[str]]:
    """The concepts of the event's own words, and those of its line near them."""
    language, base = page.article.language, page.base
    deed: set[str] = set()
    scene: set[str] = set()
    for at in event.anchor:
        deed |= _concepts(page.words(at), language)
        start, stop = at.start - base, at.stop - base
        first = max(page.text.rfind("\n", 0, start) + 1, start - AROUND)
        last = page.text.find("\n", stop)
        last = min(last if last >= 0 else len(page.text), stop + AROUND)
        scene |= _concepts(page.text[first:last], language)
    return frozenset(deed), frozenset(scene - deed)


def _concepts(text: str, language: str) -> set[str]:
    return {w.concept for w in content_words(text, language) if w.concept}


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None


def _count(page: Page, event: Event) -> float | None:
    """How many it befell, where the words of the one it befell hold a figure."""
    spans = [p.span for p in event.parts if p.role == "target"]
    figures = {f.span: f.value for c in page.claims for f in c.figures}
    inside = [figures[s] for s in sorted(figures) if any(at.covers(s) for at in spans)]
    return inside[0] if inside else None


def _pairs(told: Iterable[Telling]) -> set[tuple[str, str]]:
    """Events of one kind with a participant or their very deed in common, or of a kind that needs neither."""
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in told:
        unnamed = one.event.kind in BARE or one.event.kind in HARM
        for key in one.named or ({""} if unnamed else set()):
            blocks[one.event.kind, key].append(one.id)
        for concept in one.deed:
            blocks[one.event.kind, f"deed {concept}"].append(one.id)
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
    if gap is None and a.article != b.article and apart(a.near, b.near) == 0:
        gap = 0
    shared = _shared(a, b)
    affair = _one_affair(a, b)
    unnamed = a.event.kind in HARM and not (a.named or b.named) and a.article != b.article
    if a.event.kind in BARE or unnamed:
        near = gap == 0 and affair and not _different(a, b, a.place, b.place)
        return _same_days(a, b) if near else None
    if _other_people(a, b) and gap != 0:
        return "not the same people, nor surely the same days"
    if len(shared) > 1:
        return "the same participants" if gap is not None or affair else None
    if shared and a.event.kind in ONCE and affair:
        return f"{a.event.kind}: it befalls one person once"
    if gap != 0 or not affair:
        return None
    return "a participant and the days in common" if shared else _one_deed(a, b)


def _one_deed(a: Telling, b: Telling) -> str | None:
    """The same deed on days that both tell, of the same things: for events whose participants nobody names."""
    dated = apart(a.days, b.days) == 0 and max(_width(a.days), _width(b.days)) <= WEEK
    if not dated or not a.deed & b.deed or _other_people(a, b):
        return None
    if len(a.scene & b.scene) < SCENE or _different(a, b, a.place, b.place):
        return None
    return "the same deed, told of the same things, on the same days in articles of one affair"


def _width(days: Days) -> timedelta:
    first, last = days
    return last - first if first and last else timedelta.max


def _one_affair(a: Telling, b: Telling) -> bool:
    """Whether their articles name enough of the same: the same entities, or names that sound alike."""
    if a.article == b.article or len(a.company & b.company) >= COMPANY:
        return True
    heard_a, heard_b = _heard(a), _heard(b)
    alike = [e for e in a.company if a.called.get(e, frozenset()) & heard_b]
    other = [e for e in b.company if b.called.get(e, frozenset()) & heard_a]
    return min(len(alike), len(other)) >= COMPANY


def _heard(one: Telling) -> frozenset[str]:
    return frozenset(w for e in one.company for w in one.called.get(e, frozenset()))


def _same_days(a: Telling, b: Telling) -> str:
    if apart(a.days, b.days) is None:
        return LATER
    return "the same kind of event on the same days in articles of one affair"


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


def _grouped(told: Mapping[str, Telling], verdicts: dict[tuple[str, str], str]) -> list[list[str]]:
    """Events joined by a reason, unless another pair of the joined groups is held apart.

    Those that give no day come last, to the largest group first, and never join two days.
    """
    group = {i: [i] for i in sorted(told)}
    sure = [pair for pair in verdicts if verdicts[pair] != LATER]
    for a, b in sorted(sure, key=lambda pair: ("judged" not in verdicts[pair], pair)):
        _join(group, (a, b), verdicts)
    sizes = {i: len(group[i]) for i in group}
    later = [pair for pair in verdicts if verdicts[pair] == LATER]
    for a, b in sorted(later, key=lambda p: (-max(sizes[p[0]], sizes[p[1]]), p)):
        if not any(apart(told[i].days, told[j].days) for i in group[a] for j in group[b]):
            _join(group, (a, b), verdicts)
    return sorted({tuple(g): g for g in group.values()}.values())


def _join(
    group: dict[str, list[str]], pair: tuple[str, str], verdicts: dict[tuple[str, str], str]
) -> None:
    one, other = group[pair[0]], group[pair[1]]
    if not (verdicts[pair].startswith("not") or one is other or _held(one, other, verdicts)):
        joined = sorted([*one, *other])
        for member in joined:
            group[member] = joined


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
        pairs = [
            p for p in combinations(named, 2) if role != "place" or _one_script(p[0][0], p[1][0])
        ]
        if any(_different(a, b, x, y) for (a, x), (b, y) in pairs):
            yield Difference(role, tuple((t.id, value) for t, value in named))


def _one_script(a: Telling, b: Telling) -> bool:
    """Whether names of places can be told apart: across scripts one place is not always known again."""
    return SCRIPTS.get(a.language, a.language) == SCRIPTS.get(b.language, b.language)


def _days_words(days: Days) -> str:
    first, last = days
    assert first
    assert last
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"

"""What is said to have happened, to whom, where and when?"""

from collections.abc import Iterator
from dataclasses import replace

from sayso.language.morph import fold
from sayso.language.sentences import sentences
from sayso.model.claim import Claim
from sayso.model.event import Event, Part
from sayso.model.page import Page
from sayso.model.text import Span
from sayso.model.when import When
from sayso.reading.event_candidate import Candidate
from sayso.reading.event_parts import candidates
from sayso.reading.event_roles import roles
from sayso.reading.event_triggers import Trigger, triggers
from sayso.reading.phrases import phrases

NEGATION_REACH = 30  # code points before the trigger in which a negation counts
# Kinds that are events though no person or body is named: ships dock, goods are unloaded.
ALONE = ("disaster", "explode", "transfer")
AND_GLUED = "وו"  # "and", written together with the verb of the next clause
CLAUSE_MARKS = ",;،؛"
CAUSES = ("explode", "disaster", "assault")  # what harms: who is hurt is hurt on its day
PLACE_REACH = 30  # code points around a noun of happening in which its place is named
COUNTED = ("die", "injure")
KILLED = frozenset(["killed", "قتل", "قتلت"])  # of these words nobody need be the killer


def events(page: Page) -> Iterator[Event]:
    """One event for each trigger word in the prose, anchored on that word."""
    language = page.article.language
    for a, b in page.prose():
        cause: Event | None = None
        before: Event | None = None
        for start, stop in sentences(page.text[a:b], language):
            at = (a + start, a + stop)
            for trigger in triggers(page, a, b, at):
                event = _event(page, trigger, at)
                if event is None or _only_tells(page, event):
                    continue
                if event.kind in CAUSES and event.when is not None:
                    cause = event
                elif event.kind in COUNTED and event.when is None and cause is not None:
                    event = _as_dated(event, cause, "the day of what harmed them, told before")
                elif event.when is None and before is not None and _hours_off(page, at):
                    event = _as_dated(event, before, "some hours from what was told before")
                before = event if event.when is not None else before
                yield event


def _only_tells(page: Page, event: Event) -> bool:
    """Whether its word is the word of telling: «ونقلت هاربر بوست عن…» is no transport."""
    if event.kind != "transfer":
        return False
    cues = [link.cue for claim in page.claims for link in claim.told if link.cue is not None]
    return any(a.start < cue.stop and cue.start < a.stop for cue in cues for a in event.anchor)


def _hours_off(page: Page, at: tuple[int, int]) -> bool:
    """Whether the sentence counts hours or minutes from what was told: two hours earlier."""
    here = [w for w in page.whens if _inside(page, w.span, at) and w.tree is not None]
    return any(w.value.startswith("PT") and w.tree and w.tree.op == "offset" for w in here)


def _as_dated(event: Event, cause: Event, why: str) -> Event:
    """Eleven were hurt: when the train left the rails, as the sentence before says."""
    because = (*event.because, why)
    return replace(
        event, when=cause.when, earliest=cause.earliest, latest=cause.latest, because=because
    )


def _event(page: Page, trigger: Trigger, at: tuple[int, int]) -> Event | None:
    """The event, unless nobody takes part in what needs somebody."""
    anchor = page.span(trigger.start, trigger.stop)
    told = candidates(page, at, anchor, trigger)
    parts = roles(trigger, told, page.text, page.article.language)
    if not parts and trigger.kind not in ALONE:
        return None
    word = page.words(anchor)
    unnamed = (
        trigger.kind == "assault" and "actor" not in parts and fold(word).lstrip("وف") in KILLED
    )
    kind = "die" if unnamed else trigger.kind
    when = _nearest_when(page, anchor, at)
    return Event(
        kind=kind,
        anchor=_anchor(page, anchor, trigger),
        article=page.article.id,
        when=when.id if when else None,
        earliest=when.earliest if when else None,
        latest=when.latest if when else None,
        place=_place(page, _around(anchor, page, at) if trigger.noun else at, parts),
        parts=tuple(_parts(page, anchor, at, (kind, parts))),
        reported_by=tuple(c.id for c in page.claims if _tells(c, anchor)),
        negated=not trigger.noun and _negated(page, trigger.start, at),
        because=(f"trigger word «{word}»", *_reasons(trigger, parts)),
    )


def _anchor(page: Page, anchor: Span, trigger: Trigger) -> tuple[Span, ...]:
    """The word of happening, with the verb that lends itself to it."""
    if trigger.beside is None:
        return (anchor,)
    return tuple(sorted((anchor, page.span(*trigger.beside))))


def _reasons(trigger: Trigger, parts: dict[str, Candidate]) -> Iterator[str]:
    how = "the order of the words" if trigger.tree is None else "the parse"
    if parts:
        yield f"{' and '.join(parts)} by {how}"


def _inside(page: Page, span: Span, at: tuple[int, int]) -> bool:
    return at[0] <= span.start - page.base and span.stop - page.base <= at[1]


def _nearest_when(page: Page, anchor: Span, at: tuple[int, int]) -> When | None:
    """The day or longer stretch that stands nearest to the trigger in its sentence.

    What is counted from the event itself ("a week before the blast") does not date it: it names what does.
    """
    counted = [w for w in page.whens if w.pivot is not None and w.pivot.covers(anchor)]
    if counted:
        dating = {w.tree.pivot for w in counted if w.tree is not None}
        return next((w for w in page.whens if w.id in dating), None)
    inner = [w.pivot for w in page.whens if w.pivot is not None]
    here = [
        w
        for w in page.whens
        if _inside(page, w.span, at)
        and w.type in ("DATE", "TIME")
        and not any(p.covers(w.span) for p in inner)
    ]
    known = [w for w in here if w.earliest is not None or w.pivot is not None]
    return min(known, key=lambda w: (_apart(page, w.span, anchor), w.span), default=None)


def _apart(page: Page, when: Span, anchor: Span) -> tuple[int, int]:
    """Marks and code points between a time and the word of happening: its own clause comes first."""
    a, b = min(when.stop, anchor.stop), max(when.start, anchor.start)
    between = page.text[a - page.base : b - page.base]
    joined = when.start < anchor.start and page.words(anchor)[0] in AND_GLUED
    return sum(between.count(mark) for mark in CLAUSE_MARKS) + joined, max(b - a, 0)


def _around(anchor: Span, page: Page, at: tuple[int, int]) -> tuple[int, int]:
    """The words beside a noun of happening: "the blast in Halvan" and no place farther off."""
    start, stop = anchor.start - page.base, anchor.stop - page.base
    return max(at[0], start - PLACE_REACH), min(at[1], stop + PLACE_REACH)


def _place(page: Page, at: tuple[int, int], parts: dict[str, Candidate]) -> str | None:
    """The place, when the sentence names exactly one that takes no part."""
    taking = {c.mention for c in parts.values()}
    places = {
        m.normal: m.id
        for m in reversed(page.mentions)
        if m.kind == "LOC" and _inside(page, m.span, at) and m.id not in taking
    }
    return next(iter(places.values())) if len(places) == 1 else None


def _parts(
    page: Page,
    anchor: Span,
    at: tuple[int, int],
    known: tuple[str, dict[str, Candidate]],
) -> Iterator[Part]:
    """Actor and target, and who is counted."""
    kind, parts = known
    for role, one in parts.items():
        span = page.span(*one.at)
        yield Part(role, span, page.words(span), one.mention)
    if kind in COUNTED and "target" not in parts:
        figures = {f.span: f for c in page.claims for f in c.figures if _inside(page, f.span, at)}
        for span in sorted(figures):
            if figures[span].unit in ("people", ""):
                yield Part("target", span, page.words(span))
                return


def _tells(claim: Claim, anchor: Span) -> bool:
    return any(s.covers(anchor) for s in claim.content)


def _negated(page: Page, start: int, at: tuple[int, int]) -> bool:
    near = max(at[0], start - NEGATION_REACH)
    language = page.article.language
    return any(k != "double" for _, _, k in phrases(page.text, language, "negations", near, start))

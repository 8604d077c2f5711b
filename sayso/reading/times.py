"""When does the text say things happened?"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from sayso.model.ids import content_id
from sayso.model.page import Page
from sayso.model.when import Tree, When
from sayso.reading import time_pivots as pivots
from sayso.reading.time_patterns import Match, matches
from sayso.reading.time_pivots import DatedDay
from sayso.reading.time_refusals import refused
from sayso.reading.time_scene import Bits, Dated, Scene
from sayso.reading.time_tokens import Token, tokens
from sayso.reading.time_tree import (
    RUNNING,
    bounded,
    compiled,
    dated,
    disagreement,
    evaluate,
    pivoted,
    seen,
)

FUTURE_REACH = (
    9  # tokens before an expression in which "will" counts; of 6, 9, 12 on TimeBank and AQUAINT
)
SENTENCE_END = re.compile(r"[!?\n؟]|(?<!\b\w)(?<!\b\w\w)(?<!\b\w\w\w)\.(?=\s|$)|(?<=\d)\.(?=\s)")
FAR_YEARS, MANY_YEARS, MOST_YEARS = 3, 6, 0.8  # chosen by hand, not tuned
FEW_NEWS_WORDS = 5  # a narrative has a weekday or a "yesterday" for every five years at most
SHORT_REACH = 6  # in the other languages
FUTURE_AFTER = 3
STOPS = frozenset(".!?;؟")
PAST_VERB = re.compile("(?:said|told|[a-z]{3,}ed)")
NAMES_OF_WORKS = ("name_of_a_work", "title_of_a_work")


class Read(NamedTuple):
    """A stretch of tokens, what it says, or (None) that it waits for the day of its event."""

    run: Sequence[Token]
    tree: Tree
    told: Dated | None
    scene: Scene


def times(page: Page) -> Iterator[When]:
    """Every time expression of the prose with what it stands for, in order of place."""
    language = page.article.language
    lines = [tokens(page.text, a, b, language) for a, b in page.prose()]
    published = _published(page)
    narrative = tells_history(lines, published)
    scene = Scene(language, None if narrative else published, narrative=narrative)
    read: list[Read] = []
    for found in lines:
        for one in _readings(found, scene):
            read.append(one)
            scene = one.scene
    days = _days(page.text, read)
    whens = (_told(page, one, days) for one in read)
    yield from bounded(sorted((w for w in whens if w is not None), key=lambda w: w.span))


def _published(page: Page) -> date | None:
    told = page.article.published
    if told is None:
        return None
    try:
        return date.fromisoformat(told.text[:10])
    except ValueError:
        return None


def tells_history(lines: Sequence[Sequence[Token]], published: date | None) -> bool:
    """Whether nearly all the years a text names lie far from its publication: a narrative, whose
    months and weekdays belong to the year told last and not to the year of publication."""
    if published is None:
        return False
    said = [t.senses for found in lines for t in found]
    years = [int(s["year"]) for s in said if "year" in s]
    news = sum("weekday" in s or "deictic" in s for s in said)
    far = sum(abs(y - published.year) > FAR_YEARS for y in years)
    return far >= MANY_YEARS and far >= MOST_YEARS * len(years) and news * FEW_NEWS_WORDS <= far


def _readings(found: Sequence[Token], scene: Scene) -> Iterator[Read]:
    """At each place the longest fit that has a reading, none overlapping an earlier one."""
    free = 0
    for group in matches(found, scene.language):
        if group[0].first < free:
            continue
        for match in group:
            if refused(found, match) in NAMES_OF_WORKS:
                free = match.last
                break
            made = list(_parts(found, match, scene))
            if made:
                yield from made
                free, scene = match.last, made[-1].scene
                break


def _parts(found: Sequence[Token], match: Match, scene: Scene) -> Iterator[Read]:
    if refused(found, match):
        return
    kind, narrative = match.rule.kind, scene.narrative
    future = _future(found, match, scene.language)
    run = _run(found, match)
    if kind == "pivot" and not pivots.by_the_clock(Bits(tuple(run))):
        yield Read(run, compiled(kind, run, future, narrative), None, scene)
        return
    for words, bits in _split(run, match):
        tree = compiled(kind, bits.tokens, future, narrative)
        told = evaluate(tree, scene)
        if told is not None:
            scene = seen(scene, told, kind)
            yield Read(words, tree, told, scene)


def _future(found: Sequence[Token], match: Match, language: str) -> bool:
    """Whether a word such as "will" stands near in the sentence, and no past verb in between."""
    reach = FUTURE_REACH if language == "en" else SHORT_REACH
    before = found[max(0, match.first - reach) : match.first]
    for token in reversed(before):
        if token.text in STOPS:
            break
        if "future" in token.senses:
            return True
        if language == "en" and PAST_VERB.fullmatch(token.text):
            return False
    after = takewhile(lambda t: t.text not in STOPS, found[match.last : match.last + FUTURE_AFTER])
    return any("future" in t.senses and "ref" not in t.senses for t in after)


def _run(found: Sequence[Token], match: Match) -> Sequence[Token]:
    return found[match.first : match.last]


def _split(run: Sequence[Token], match: Match) -> Iterator[tuple[Sequence[Token], Bits]]:
    """The expressions of a match: one, or two that share what only one of them names."""
    if match.rule.kind == "pivot":  # by the clock: the length alone
        sorts = ("before", "after", "since", "mindo", "min", "beforeago", "afterin", "za", "in")
        kept = [t for t in run if "unit" in t.senses or not any(s in t.senses for s in sorts)]
        yield kept, Bits(tuple(kept))
        return
    if match.rule.kind != RUNNING:
        yield run, Bits(tuple(run))
        return
    at = next(
        i
        for i, t in enumerate(run)
        if i and ("to" in t.senses or "hyphen" in t.senses or "comma" in t.senses)
    )
    first, second = run[:at], run[at + 1 :]
    yield first, Bits((*first, *_shared(second, first)))
    yield second, Bits((*second, *_shared(first, second)))


def _shared(theirs: Sequence[Token], mine: Sequence[Token]) -> list[Token]:
    """The month and year that the other half names and this one lacks."""
    sorts = ("month", "weakmonth", "year", "decade")
    lacking = [s for s in sorts if not any(s in t.senses for t in mine)]
    if any("month" in t.senses or "weakmonth" in t.senses for t in mine):
        lacking = [s for s in lacking if s not in ("month", "weakmonth")]
    if any("year" in t.senses for t in mine):
        return []
    return [t for t in theirs if any(s in t.senses for s in lacking)]


def _days(text: str, read: Sequence[Read]) -> list[DatedDay]:
    """The days that are told, with the sentences in which they may date an event."""
    waiting = [(r.run[0].start, r.run[-1].stop) for r in read if r.told is None]
    if not waiting:
        return []
    ends = [0, *(m.end() for m in SENTENCE_END.finditer(text)), len(text)]
    out = []
    for one in read:
        told, at = one.told, (one.run[0].start, one.run[-1].stop)
        if told is not None and told.moment is not None and told.moment.grain == "day":
            out.append(DatedDay(*at, told.moment, _sentence(ends, at, waiting)))
    return out


def _sentence(
    ends: Sequence[int], at: tuple[int, int], waiting: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """The sentence around a day, cut at a pivot: in "5 February, five weeks before the blast" the
    day is not that of the blast."""
    index = bisect_right(ends, at[0])
    a, b = ends[index - 1], ends[min(index, len(ends) - 1)]
    for start, stop in waiting:
        if a <= start < b:
            if start >= at[1]:
                b = min(b, start)
            else:
                a = max(a, stop)
    return min(a, at[0]), max(b, at[1])


def _told(page: Page, one: Read, days: Sequence[DatedDay]) -> When | None:
    if one.told is not None:
        at = (one.run[0].start, _without_dot(page.text, one.run[-1].stop))
        return _when(page, at, one.told, one.tree)
    return _pivoted(page, one, days)


def _without_dot(text: str, stop: int) -> int:
    """A full stop belongs to the sentence, unless it ends an abbreviation of several letters."""
    return stop - 1 if text[stop - 1] == "." and text[stop - 3 : stop - 2] != "." else stop


def _pivoted(page: Page, one: Read, days: Sequence[DatedDay]) -> When | None:
    """N units before or after an event: its day if the article dates it, else left unresolved."""
    text, language = page.text, one.scene.language
    start, stop = one.run[0].start, one.run[-1].stop
    phrase = pivots.phrase_after(text, stop, language)
    if pivots.adverb(one.run, phrase, language):
        return _yesterday(page, one)
    if phrase is None:
        told = evaluate(one.tree, one.scene)
        return _when(page, (start, stop), told, one.tree) if told else None
    event = pivots.day_of_event(text, phrase, days, language)
    at = (phrase.start, phrase.stop) if event is None else event[1:]
    beside = pivots.apposed_day(text, start, at[1], days)
    known = {_id(page, d): d.moment for d in (event and event[0], beside) if d is not None}
    tree = replace(
        one.tree,
        pivot=_id(page, event[0]) if event else None,
        beside=_id(page, beside) if beside else None,
    )
    scene = replace(one.scene, pivots=known)
    told = pivoted(tree, scene, text[start : at[1]]) or pivots.unresolved(Bits(tuple(one.run)))
    end = min((d.start for d in days if stop <= d.start < at[1]), default=at[1])
    whole = text[start:end].rstrip()
    when = _when(page, (start, start + len(whole)), told, tree)
    return replace(when, pivot=page.span(*at), disagrees=disagreement(tree, scene))


def _yesterday(page: Page, one: Read) -> When | None:
    """«Накануне» by itself: the day before publication."""
    run = [one.run[0]._replace(senses={"deictic": "D-1"})]
    tree = compiled("deictic", run, future=False, narrative=one.scene.narrative)
    told = evaluate(tree, one.scene)
    return _when(page, (run[0].start, run[0].stop), told, tree) if told else None


def _id(page: Page, day: DatedDay) -> str:
    """The id of the expression that names this day."""
    span = page.span(day.start, _without_dot(page.text, day.stop))
    return content_id("when", span.document, span.start, span.stop)


def _when(page: Page, at: tuple[int, int], told: Dated, tree: Tree) -> When:
    span = page.span(*at)
    bare = When(span, page.words(span), told.type, told.value, page.article.id, tree=tree)
    return dated(bare, told)

"""When does the text say things happened?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sayso.model.page import Page
from sayso.model.when import When
from sayso.reading.time_calendar import Moment
from sayso.reading.time_patterns import Match, matches
from sayso.reading.time_relative import READERS, count_and_unit, length_value, moved
from sayso.reading.time_scene import Bits, Dated, Scene, say
from sayso.reading.time_tokens import Token, folded, tokens

WORD = re.compile(r"\w+")
EVENT_WORDS = 4  # words of the phrase after "before" that may name the event
APPOSED = 3  # code points between a date and "five weeks before" in apposition to it
PIVOT_REACH = 30  # code points after "before" in which words name the event
FEWEST = 4  # letters of a word that can name an event
STEM = 5  # letters by which two forms of an event's name are taken for one
FUTURE_REACH = 6  # tokens before an expression in which "will" makes it future


def times(page: Page) -> Iterator[When]:
    """Every time expression of the prose with what it stands for, in order of place."""
    language = page.article.language
    scene = Scene(language, _published(page))
    stretches = [tokens(page.text, a, b, language) for a, b in page.prose()]
    dated: dict[str, Moment] = {}  # stem of an event's name -> its day
    waiting: list[tuple[Sequence[Token], Match]] = []
    out: list[When] = []
    for found in stretches:
        chosen = list(_chosen(found, language))
        pivots = [
            (found[m.first].start, found[m.last - 1].stop) for m in chosen if m.rule.kind == "pivot"
        ]
        for match in chosen:
            if match.rule.kind == "pivot":
                waiting.append((found, match))
                continue
            told = _read(found, match, scene)
            if told is None:
                continue
            out.append(_when(page, found[match.first : match.last], told))
            scene = _seen(scene, told)
            _note_event(page.text, (found, match, pivots), told, dated)
    out.extend(_pivoted(page, found, match, scene, dated) for found, match in waiting)
    yield from sorted(out, key=lambda w: w.span)


def _published(page: Page) -> date | None:
    told = page.article.published
    if told is None:
        return None
    try:
        return date.fromisoformat(told.text[:10])
    except ValueError:
        return None


def _chosen(found: Sequence[Token], language: str) -> Iterator[Match]:
    """The longest fit at each place, none overlapping an earlier one."""
    free = 0
    for group in matches(found, language):
        if group[0].first >= free:
            yield group[0]
            free = group[0].last


def _read(found: Sequence[Token], match: Match, scene: Scene) -> Dated | None:
    reader = READERS.get(match.rule.kind)
    if reader is None:
        return None
    near = found[max(0, match.first - FUTURE_REACH) : match.first]
    here = replace(scene, future=any("future" in t.senses for t in near))
    return reader(Bits(tuple(found[match.first : match.last])), here)


def _when(
    page: Page, run: Sequence[Token], told: Dated, pivot: tuple[int, int] | None = None
) -> When:
    at = page.span(run[0].start, run[-1].stop)
    moment = told.moment
    return When(
        span=at,
        text=page.words(at),
        type=told.type,
        value=told.value,
        article=page.article.id,
        earliest=moment.first.isoformat() if moment and moment.first else None,
        latest=moment.last.isoformat() if moment and moment.last else None,
        precision=told.precision or (moment.grain if moment else "unknown"),
        basis=told.basis,
        pivot=page.span(*pivot) if pivot else None,
        derivation=told.derivation,
    )


def _seen(scene: Scene, told: Dated) -> Scene:
    """The scene after this expression: the moment mentioned last, the years of its days."""
    moment = told.moment
    if moment is None or moment.first is None or told.type not in ("DATE", "TIME"):
        return scene
    years = dict(scene.years)
    if told.basis == "explicit" and moment.grain == "day":
        years[moment.first.month, moment.first.day] = moment.first.year
    return replace(scene, last=moment, years=years)


def _note_event(
    text: str,
    where: tuple[Sequence[Token], Match, Sequence[tuple[int, int]]],
    told: Dated,
    dated: dict[str, Moment],
) -> None:
    """Remember for each longer word of the sentence the first day that stands beside it.

    In "5 February, five weeks before the blast" the day is not that of the blast.
    """
    found, match, pivots = where
    moment = told.moment
    if moment is None or moment.grain != "day" or told.type != "DATE":
        return
    first, last = found[match.first].start, found[match.last - 1].stop
    start = max(text.rfind(mark, 0, first) for mark in ".!?\n؟") + 1
    ends = [at for mark in ".!?\n؟" if (at := text.find(mark, last)) >= 0]
    for word in WORD.finditer(text, start, min(ends, default=len(text))):
        key = _event_key(word.group())
        apposed = any(
            0 <= a - last <= APPOSED and 0 <= word.start() - b <= PIVOT_REACH for a, b in pivots
        )
        if key and not apposed:
            dated.setdefault(key, moment)


def _event_key(word: str) -> str:
    """The stem under which an event's name is found again: prefixes and endings off."""
    plain = folded(word)
    for prefix in ("ال", "ה"):
        if plain.startswith(prefix) and len(plain) > len(prefix) + 2:
            plain = plain[len(prefix) :]
    return plain[:STEM] if len(plain) >= FEWEST else ""


def _pivoted(
    page: Page, found: Sequence[Token], match: Match, scene: Scene, dated: dict[str, Moment]
) -> When:
    """N units before or after an event: its day if the article dates it, else left unresolved."""
    run = found[match.first : match.last]
    bits = Bits(tuple(run))
    stop = run[-1].stop
    direction = 1 if bits.has("after", "afterin", "since") else -1
    line_end = page.text.find("\n", stop)
    words = WORD.finditer(page.text, stop, line_end if line_end >= 0 else len(page.text))
    phrase = [m for m, _ in zip(words, range(EVENT_WORDS), strict=False)]
    for word in phrase:
        base = dated.get(_event_key(word.group()))
        told = moved(bits, scene, direction, base) if base is not None else None
        if told is None or base is None or told.moment is None:
            continue
        where = "after" if direction > 0 else "before"
        why = f"{page.text[run[0].start : stop]} {say(base)} = {say(told.moment)} ({where})"
        pivot = (phrase[0].start(), word.end())
        return _when(page, run, replace(told, basis="pivot", derivation=why), pivot)
    told_length = count_and_unit(bits)
    value = length_value(*told_length) if told_length else "PXX"
    open_ = Dated("DURATION", value, None, "unresolved", "the event has no date here", "duration")
    pivot_words = (phrase[0].start(), phrase[-1].end()) if phrase else None
    return _when(page, run, open_, pivot_words)

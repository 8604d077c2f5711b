"""From which event is a time counted, and does the article say when that event was?"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.lexicon.load import lexicon, words
from sayso.reading import time_calendar as cal
from sayso.reading.time_amounts import CLOCK_UNITS, amount, duration_value
from sayso.reading.time_calendar import Moment
from sayso.reading.time_relative import moved
from sayso.reading.time_scene import Bits, Dated, Scene, say
from sayso.reading.time_tokens import Token, folded

WORD = re.compile(r"\w[\w'’\u200c״\"-]*\w|\w")
END = re.compile(r"[.!?;:\n؟؛(),،«»“”„]|\s[-–—]\s")
ARTICLES = frozenset(["the", "a", "an", "this", "that", "his", "her", "its", "their"])
PHRASE_WORDS = 5
FEWEST = 4  # letters of a word that can name an event
STEM = 5  # letters by which two forms of an event's name are taken for one
APPOSED = 4  # code points between a day and "five weeks before" in apposition to it
DATE_GAP = 6  # code points between the event and the day that follows it: "the blast of 12 March"
NAME_GAP = 30  # code points within which a word that is no known kind of event may be dated
CLEAR = 1.5  # how much nearer the best day must stand than the next


@dataclass(frozen=True, slots=True)
class DatedDay:
    """A day found in the text: where, and in which sentence."""

    start: int
    stop: int
    moment: Moment
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pivot:
    """The phrase after "before" or "after": its words, and the events it can name."""

    start: int
    stop: int
    keys: tuple[str, ...]


@cache
def _beginnings(language: str) -> tuple[tuple[str, str], ...]:
    lists = [lexicon(language, name).entries.items() for name in ("event_words", "occasions")]
    rows = [row for entries in lists for row in entries]
    return tuple(sorted(((folded(w), k[0]) for w, k in rows), key=lambda r: (-len(r[0]), r[0])))


@cache
def event_key(word: str, language: str) -> str:
    """The kind of event a word names, else the stem under which a name is found again."""
    plain = _bare(folded(word), language)
    exact = next((kind for beginning, kind in _beginnings(language) if beginning == plain), None)
    if exact is not None and language == "en":
        return f"={exact}"
    if len(plain) < FEWEST or plain in words(language, "function_words"):
        return ""
    for beginning, kind in _beginnings(language):
        longer = len(plain) - len(beginning)
        if plain == beginning or (plain.startswith(beginning) and longer <= 5 and len(plain) > 4):
            return f"={kind}"
    return plain[:STEM]


def _bare(plain: str, language: str) -> str:
    """Without the article or preposition that is written together with the word."""
    if language == "ar":
        return re.sub(r"^(?:و|ف)?(?:ب|ك)?(?:ال|لل)(?=\w{3})", "", plain)
    if language == "he":
        return re.sub(r"^(?:ו)?(?:ש)?[במל]?ה(?=\w{3})", "", plain)
    return plain


def phrase_after(text: str, stop: int, language: str) -> Pivot | None:
    """The noun phrase that a time is counted from: up to a mark, a small word or its last noun."""
    end = END.search(text, stop)
    found = WORD.finditer(text, stop, end.start() if end else len(text))
    small = words(language, "function_words")
    start = last = None
    keys: list[str] = []
    for number, word in enumerate(found):
        plain = folded(word.group())
        if number >= PHRASE_WORDS or (keys and plain in small):
            break
        start = word.start() if start is None else start
        last = word.end()
        key = event_key(word.group(), language)
        if key and (key.startswith("=") or not word.group()[0].isupper()):
            keys.append(key)
        if key.startswith("="):
            break
    if start is None or last is None:
        return None
    return Pivot(start, last, tuple(keys))


def adverb(run: Sequence[Token], phrase: Pivot | None, language: str) -> bool:
    """Whether «накануне» stands for "yesterday" and not before an event: «Накануне сотни людей…»."""
    if language not in ("ru", "uk") or len(run) != 1 or "eve" not in run[0].senses:
        return False
    named = phrase is not None and any(k.startswith("=") for k in phrase.keys[:2])
    return not named and (phrase is None or run[0].text[0].isupper())


def day_of_event(
    text: str, pivot: Pivot, days: Sequence[DatedDay], language: str
) -> tuple[DatedDay, int, int] | None:
    """What dates the pivot's event, with the words that tell it: in the phrase, or in the article."""
    for day in days:
        inside = pivot.start <= day.start <= pivot.stop + DATE_GAP and _joined(text, pivot, day)
        if inside:
            return day, min(pivot.start, day.start), max(pivot.stop, day.stop)
    chosen = [k for k in pivot.keys if k.startswith("=")] or list(pivot.keys)
    for key in chosen:
        dating = _nearest(text, key, days, language)
        if dating is not None:
            return dating, pivot.start, pivot.stop
    return None


def _joined(text: str, pivot: Pivot, day: DatedDay) -> bool:
    """Whether no mark parts the event from the day that follows it."""
    return day.start <= pivot.stop or not END.search(text, pivot.stop, day.start)


def _nearest(text: str, key: str, days: Sequence[DatedDay], language: str) -> DatedDay | None:
    """The day that stands nearest to the event's name in a sentence; None when two stand as near."""
    gaps: dict[str, float] = {}
    nearest: dict[str, DatedDay] = {}
    for day in days:
        for word in WORD.finditer(text, *day.sentence):
            if event_key(word.group(), language) != key:
                continue
            gap = max(word.start() - day.stop, day.start - word.end(), 1)
            if gap > NAME_GAP and not key.startswith("="):
                continue
            value = day.moment.value
            if gap < gaps.get(value, gap + 1):
                gaps[value], nearest[value] = gap, day
    ranked = sorted((gap, value) for value, gap in gaps.items())
    if not ranked or (len(ranked) > 1 and ranked[1][0] < ranked[0][0] * CLEAR):
        return None
    return nearest[ranked[0][1]]


def apposed_day(text: str, start: int, stop: int, days: Iterable[DatedDay]) -> DatedDay | None:
    """A day in apposition: "20 April, three weeks before the vote"."""
    for day in days:
        between = text[day.stop : start] if day.stop <= start else text[stop : day.start]
        near = (day.stop <= start or day.start >= stop) and len(between) <= APPOSED
        if near and set(between.strip()) & set(",(،—–-") and "\n" not in between:
            return day
    return None


def counted_from(bits: Bits, scene: Scene, base: Moment, words_: str) -> Dated | None:
    """N units before or after the event's day."""
    told = moved(_as_day(bits), scene, direction(bits), base)
    if told is None or told.moment is None:
        return None
    why = f"{words_} ({say(base)}) = {say(told.moment)}"
    return replace(told, basis="pivot", derivation=why)


def _as_day(bits: Bits) -> Bits:
    """On the eve: a day before."""
    if bits.has("unit", "pair"):
        return bits
    return Bits((*bits.tokens, Token(0, 0, "", {"unit": "D", "one": ""})))


def direction(bits: Bits) -> int:
    """1 after, -1 before."""
    return 1 if bits.has("after", "afterin", "since") and not bits.has("mindo") else -1


def unresolved(bits: Bits) -> Dated:
    """The length is known, the day of the event is not."""
    told = amount(_as_day(bits))
    value = duration_value(told) if told else "PXX"
    return Dated("DURATION", value, None, "unresolved", "the article does not date it", "duration")


def by_the_clock(bits: Bits) -> bool:
    """Nine minutes after the first call: no day can be counted from it."""
    told = amount(bits)
    return told is not None and told.unit in CLOCK_UNITS


def agreement(told: Dated | None, day: Moment) -> str:
    """Whether the day in apposition lies in what was counted, in words."""
    other = other_day(told, day)
    return f"as the text says beside it; {other}" if other else "as the text itself says beside it"


def other_day(told: Dated | None, day: Moment) -> str:
    """What counting gives when the day in apposition does not lie in it; else ""."""
    if told is None or told.moment is None or told.moment.first is None or day.first is None:
        return ""
    assert told.moment.last is not None
    inside = told.moment.first <= day.first <= told.moment.last
    if inside or cal.week(day.first).value == told.moment.value:
        return ""
    return f"counting gives {say(told.moment)}"

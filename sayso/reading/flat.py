"""What are the words, the cues and the quoted stretches of one sentence that nobody has parsed?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from sayso.language.morph import fold
from sayso.language.sentences import sentences
from sayso.lexicon.load import lexicon, words
from sayso.reading.quotes import Quotation
from sayso.reading.speech import SHORT, words_in
from sayso.reading.telling import Piece, tidy, trimmed

# a word keeps its apostrophes, joiners and gershayim inside
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670"
WORD = re.compile(rf"\w[\w{_MARKS}]*(?:['’ʼ\u200c\"״׳.-]\w[\w{_MARKS}]*|[׳ٔ])*")
PERSIAN = str.maketrans("يك", "یک")
PREFIXES = {"ar": "وف", "he": "וש"}
LONGEST_CUE = 4  # words of the longest verb of telling ("بر این باور است")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place; `key` is what it is looked up by."""

    start: int
    stop: int
    key: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of telling: its class, the frames it takes, and its words as indices of the line.

    Frames: `s` a clause, `q` a quotation, `o` an object, `i` an infinitive, `a` one thing called another;
    `neg` marks a negated form.
    """

    start: int
    stop: int
    kind: str
    frames: frozenset[str]
    first: int
    after: int

    @property
    def at(self) -> Piece:
        """Where it stands."""
        return self.start, self.stop


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or the words of a long quotation in it. `quoted` are the long quotations inside,
    which are passed over; a short one is a name or a word set apart, and read like any other words.
    `before` is the sentence in front of it, for "this was said by"; `speaker` is who spoke last in the
    paragraph, for verbs that carry their subject in themselves; `home` is the quotation it stands in.
    """

    text: str
    language: str
    start: int
    stop: int
    words: tuple[Word, ...]
    quoted: tuple[Piece, ...]
    before: Piece | None = None
    speaker: Piece | None = None
    home: Piece | None = None

    def keys(self, a: int, b: int) -> list[str]:
        """The words at the indices [a, b)."""
        return [w.key for w in self.words[max(a, 0) : b]]

    def gap(self, i: int) -> str:
        """What stands between word i - 1 and word i, or the line's edge."""
        a = self.words[i - 1].stop if i > 0 else self.start
        b = self.words[i].start if i < len(self.words) else self.stop
        return self.text[a:b]

    def piece(self, a: int, b: int) -> Piece | None:
        """The stretch of the words [a, b), None when there are none."""
        if a >= b or a < 0 or b > len(self.words):
            return None
        start, stop = self.words[a].start, self.words[b - 1].stop
        opened = self.text.count("«", start, stop) > self.text.count("»", start, stop)
        return trimmed(self.text, start, stop + (opened and self.text[stop : stop + 1] == "»"))

    def index(self, at: int) -> int:
        """The first word that begins at this place or later."""
        return next((n for n, w in enumerate(self.words) if w.start >= at), len(self.words))

    def quote_ends(self, i: int) -> bool:
        """Whether a long quotation ends between word i - 1 and word i."""
        a = self.words[i - 1].stop if i > 0 else self.start
        b = self.words[i].start if i < len(self.words) else self.stop
        return any(a <= q and stop <= b for q, stop in self.quoted)

    def quote_from(self, at: int) -> tuple[Piece, ...]:
        """The long quotation that opens right behind this place."""
        near = (q for q in self.quoted if q[0] >= at and not WORD.search(self.text[at : q[0]]))
        return tidy(self.text, list(near)[:1])

    def near_quote(self, at: int, back: bool) -> bool:
        """Whether a long quotation ends right before, or begins right after, this place."""
        for a, b in self.quoted:
            between = self.text[b:at] if back else self.text[at:a]
            if (b <= at if back else a >= at) and not WORD.search(between):
                return True
        return False


@cache
def key_of(word: str, language: str) -> str:
    """What a word is looked up by: small letters; Arabic letter forms made one, Persian ones its own."""
    if language == "ar":
        return fold(word)
    small = word.casefold()
    return small.translate(PERSIAN) if language == "fa" else small


def lines(text: str, language: str, quotes: tuple[Quotation, ...]) -> Iterator[Line]:
    """The sentences of a stretch, each followed by the long quotations that begin in it."""
    long = [q for q in quotes if is_long(text, q)]
    before: Piece | None = None
    for start, stop in sentences(text, language):
        yield _line(text, language, start, stop, long, before)
        before = (start, stop)
    for q in long:
        for a, b in sentences(text[q.inner : q.outer], language):
            inside = [k for k in long if k is not q and k.depth == q.depth + 1]
            line = _line(text, language, a + q.inner, b + q.inner, inside, None)
            yield replace(line, home=(q.start, q.stop))


DASHED = re.compile(r"[,.!?…]\s[—–-]\s")


def inserted(text: str, cue: Piece, quotes: Iterable[Piece]) -> tuple[Piece, ...]:
    """The quoted words around author's words set into a quotation: «A, — said X. — B»."""
    home = [q for q in quotes if q[0] < cue[0] and cue[1] < q[1]]
    if not home:
        return ()
    start, stop = max(home)
    opens = max(DASHED.finditer(text, start, cue[0]), key=lambda m: m.start(), default=None)
    if opens is None or len(WORD.findall(text[opens.end() : cue[0]])) > 2:
        return ()
    closes = re.compile(r"[,.:]\s[—–-]\s").search(text, cue[1], stop)
    rest = (closes.end(), stop) if closes else None
    return tuple(p for p in ((start, opens.start() + 1), rest) if p)


def is_long(text: str, quote: Quotation) -> bool:
    """Whether a quotation is speech rather than a name: long, or closed by a mark of its own."""
    if words_in(text, quote.inner, quote.outer) > SHORT:
        return True
    last = text[quote.outer - 1 : quote.outer]
    ahead = text[quote.stop : quote.stop + 3].replace("\u00a0", " ").lstrip()
    behind = text[: quote.start].rstrip()
    opens = not behind or behind[-1] in ".!?…:\n"
    return opens and (last in ",.!?…" or ahead[:1] in (",", "—", "–", "،"))


def _line(
    text: str,
    language: str,
    start: int,
    stop: int,
    long: list[Quotation],
    before: Piece | None,
) -> Line:
    quoted = tuple(
        (max(q.start, start), min(q.stop, stop))
        for q in long
        if q.start < stop and start < q.stop and not (q.start < start and stop < q.stop)
    )
    found = tuple(
        Word(m.start(), m.end(), key_of(m[0], language))
        for m in WORD.finditer(text, start, stop)
        if not any(a <= m.start() < b for a, b in quoted)
    )
    return Line(text, language, start, stop, found, quoted, before)


def class_of(kind: str, rule: str, told: str, language: str) -> str:
    """The class of a telling: to call something a lie is to deny it."""
    if rule != "called":
        return kind
    said = {w.casefold() for w in WORD.findall(told)}
    return "deny" if said & words(language, "untrue_words") else kind


@cache
def order_words(language: str, kind: str) -> frozenset[str]:
    """The words or phrases of a class that tell where a speaker's name, or told words, begin and end."""
    rows = lexicon(language, "order_words").entries.items()
    return frozenset(
        " ".join(key_of(w, language) for w in words_of.split())
        for words_of, row in rows
        if kind in row[0].split(",")
    )


# classes of time words that may as well open a speaker's name: a paper, people counted, "this"
NO_LEAD = frozenset(
    [
        "work",
        "counted",
        "approx",
        "future",
        "label",
        "old",
        "old2",
        "bignum",
        "times",
        "every",
        "whole",
        "this",
        "same",
        "half",
        "more",
        "prep",
        "from",
        "to",
        "in",
    ]
)


@cache
def dated(language: str) -> frozenset[str]:
    """Words of time that stand before a speaker and are no part of the name."""
    rows = lexicon(language, "time_words").entries.items()
    return frozenset(w for w, row in rows if row[0].split(";")[0] not in NO_LEAD)


@cache
def verbs(language: str) -> dict[str, tuple[str, frozenset[str]]]:
    """The verbs of telling: form -> class and frames."""
    rows = lexicon(language, "say_verbs").entries.items()
    return {
        " ".join(key_of(w, language) for w in form.split()): (row[0], frozenset(row[1].split(",")))
        for form, row in rows
    }


def cues(line: Line) -> list[Cue]:
    """The verbs of telling of a line, the longest form first; glued particles are looked through."""
    known = verbs(line.language)
    prefixes = PREFIXES.get(line.language, "")
    out: list[Cue] = []
    n = 0
    while n < len(line.words):
        for size in range(min(LONGEST_CUE, len(line.words) - n), 0, -1):
            if any(m.strip() for m in map(line.gap, range(n + 1, n + size))):
                continue
            joined = " ".join(line.keys(n, n + size))
            found = known.get(joined)
            if found is None and joined[0] in prefixes:
                found = known.get(joined[1:])
            if found is not None:
                at = line.words[n].start, line.words[n + size - 1].stop
                out.append(Cue(*at, *found, n, n + size))
                n += size - 1
                break
        n += 1
    return out

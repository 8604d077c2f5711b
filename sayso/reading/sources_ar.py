"""Who is named as a source in Arabic without a verb: "according to X", "carried from X"?"""

import re
from collections.abc import Iterator

from sayso.reading.flat import Line, order_words
from sayso.reading.phrases import phrases
from sayso.reading.telling import Piece, Telling, tidy, trimmed, without

NAME = 9  # words of a source
GLUED = ("وفقا ل", "وفقاً ل", "طبقا ل", "طبقاً ل", "تبعا ل")


def sources_ar(line: Line) -> Iterator[tuple[Piece, Piece, str]]:
    """ "according to X": the phrase, X, and the class."""
    past = line.start
    for a, b, kind in phrases(line.text, "ar", "source_preps", line.start, line.stop):
        yield from _source(line, a, b, kind, past)
        past = max(past, b)
    for glued in GLUED:
        for m in re.finditer(rf"(?<!\w)و?{glued}", line.text[line.start : line.stop]):
            a, b = line.start + m.start(), line.start + m.end()
            holder = _source_name(line, b, glued=True)
            if holder is not None:
                yield (a, b), holder, "say"


def _source(line: Line, a: int, b: int, kind: str, past: int) -> Iterator[tuple[Piece, Piece, str]]:
    if a < past or any(s <= a < e for s, e in line.quoted):
        return
    holder = _source_name(line, b, glued=False)
    if holder is not None and not line.text[b : b + 4].strip().startswith("ما"):
        yield (a, b), holder, kind


def _source_name(line: Line, at: int, glued: bool) -> Piece | None:
    """The source's name: to a mark, "that", or a filler of the clause."""
    first = line.index(at) - (1 if glued else 0)
    stops = order_words("ar", "that") | order_words("ar", "filler")
    end = len(line.words)
    cites = phrases(line.text, "ar", "source_preps", at, line.stop)
    cited = next((line.index(a) for a, _, kind in cites if kind == "cite"), end)
    for i in range(first + 1, len(line.words)):
        if i == cited:
            end = i
            break
        if any(c in line.gap(i) for c in "،؛:.") or line.words[i].key in stops:
            end = i
            break
    if end - first > NAME + 2:
        end = first + 3
    piece = line.piece(first, end)
    if piece is None:
        return None
    return trimmed(line.text, max(piece[0], at), piece[1])


def with_sources(
    line: Line, told: list[Telling], sources: list[tuple[Piece, Piece, str]]
) -> Iterator[Telling]:
    """Sources passed on go inside the telling they stand in; others tell the rest of the line."""
    kept = list(told)
    for at, who, kind in sources:
        if any(t.cue and at[0] <= t.cue[0] < who[1] for t in told):
            continue
        if kind == "cite":
            outer = next((t for t in kept if t.content and t.cue and t.cue[0] < at[0]), None)
            if outer is not None:
                kept.remove(outer)
                over = _cleared(line, outer, (at[0], who[1]))
                kept.append(
                    Telling("with reference to", "say", over.content, who, at, over=(over,))
                )
            continue
        start, stop = _scope(line, kept, at[0])
        content = tidy(line.text, [(start, at[0]), (who[1], stop)])
        content = tuple(c for c in (_without_filler(line, p) for p in content) if c)
        if content:
            kept.append(Telling("source phrase", kind, content, who, trimmed(line.text, *at)))
    yield from kept


def _scope(line: Line, told: list[Telling], at: int) -> Piece:
    """The clause that a source phrase stands in: the told words around it, else the sentence."""
    around = [p for t in told for p in t.content if p[0] <= at < p[1]]
    return max(around, default=(line.start, line.stop))


def _cleared(line: Line, outer: Telling, hole: Piece) -> Telling:
    """The outer telling without the source phrase in its holder and content."""
    content = tidy(line.text, (p for c in outer.content for p in without(c, [hole])))
    holder = outer.holder
    if holder and holder[1] > hole[0] > holder[0]:
        holder = trimmed(line.text, holder[0], hole[0])
    return Telling(outer.rule, outer.kind, content, holder, outer.cue, outer.medium)


def _without_filler(line: Line, piece: Piece) -> Piece | None:
    """ "fa-inna", "fa-qad" at the head of a clause say nothing."""
    i = line.index(piece[0])
    if i < len(line.words) and line.words[i].key in order_words("ar", "filler"):
        return trimmed(line.text, line.words[i].stop, piece[1])
    return piece

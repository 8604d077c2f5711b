"""Who is named as a source in Ukrainian and Hebrew without a verb of telling?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.lexicon.load import lexicon
from sayso.reading.flat import Line, order_words
from sayso.reading.phrases import phrases
from sayso.reading.telling import Piece, Telling, meets, tidy, trimmed, without

# start and stop of a source phrase, its class, and who is named
Sources = list[tuple[int, int, str, Piece | None]]
LONGEST = 10


def source_phrases(line: Line) -> Sources:
    """ "according to X": the phrases of the line, with X."""
    out: Sources = []
    past = line.start
    found = list(phrases(line.text, line.language, "source_preps", line.start, line.stop))
    cites = [a for a, _, kind in found if kind == "cite"]
    for a, b, kind in found:
        if a < past or any(s <= a < e for s, e in line.quoted):
            continue
        begin = line.index(b)
        end = _name_end(line, begin, kind)
        end = min([line.index(c) for c in cites if b < c and line.index(c) < end], default=end)
        holder = line.piece(begin, end)
        if kind == "own":
            holder = (a, b)
        past = holder[1] if holder else b
        out.append((a, b, "say" if kind == "own" else kind, holder))
    out.extend(_their_words(line, out))
    return sorted(out, key=lambda s: s[0])


def _their_words(line: Line, known: Sources) -> Iterator[tuple[int, int, str, Piece | None]]:
    """ "за її словами": a possessive between the parts of a source phrase."""
    preps = lexicon(line.language, "source_preps").entries
    for i in range(len(line.words) - 2):
        first, own, noun = line.keys(i, i + 3)
        row = preps.get(f"{first} {noun}")
        if row is not None and own in order_words(line.language, "own"):
            span = line.words[i].start, line.words[i + 2].stop
            if not any(meets(span, (a, b)) for a, b, _, _ in known):
                yield *span, row[0], (line.words[i + 1].start, line.words[i + 1].stop)


def _name_end(line: Line, begin: int, kind: str) -> int:
    """Where the source's name ends: at a mark; an apposition may follow and close with a comma."""
    stop = min(len(line.words), begin + LONGEST)
    for i in range(begin + 1, stop):
        mark, key = line.gap(i), line.words[i].key
        if any(c in mark for c in ",;:—–") or line.quote_ends(i):
            return i
        if key in order_words(line.language, "pronoun"):
            return i
        if key in order_words(line.language, "that") and kind == "cite":
            return i
    return stop if kind == "cite" or stop == len(line.words) else min(stop, begin + 3)


def by_source(
    line: Line, sources: Sources, told: Sequence[Telling], cues: Sequence[Piece]
) -> Iterator[Telling]:
    """What verbs tell, with sources passed on inside them; then what source phrases tell alone."""
    kept = list(told)
    for a, b, kind, who in sources:
        if who is None or any(meets((a, b), c) for c in cues):
            continue
        if kind == "cite":
            outer = _nearest(kept, a)
            if outer is not None:
                kept.remove(outer)
                content = tidy(
                    line.text, (p for c in outer.content for p in without(c, [(a, who[1])]))
                )
                held = outer.holder
                if held and held[1] > a:
                    outer = replace(outer, holder=trimmed(line.text, held[0], a))
                over = replace(outer, content=content)
                kept.append(Telling("with reference to", "say", content, who, (a, b), over=(over,)))
            continue
        content = tidy(line.text, [(_scope(line, kept, a), a), (max(b, who[1]), line.stop)])
        holes = _outside(line, kept, a, who[1])
        content = tidy(line.text, (p for c in content for p in without(c, holes)))
        if content:
            kept.append(Telling("source phrase", kind, content, who, trimmed(line.text, a, b)))
    yield from kept


def _nearest(told: Sequence[Telling], at: int) -> Telling | None:
    """Whose source a phrase names: the source right before it, the nearest verb before, else the first after."""
    verbs = [t for t in told if t.cue and t.content and t.rule != "source phrase"]
    before = [t for t in verbs if t.cue and t.cue[0] < at]
    phrase = [t for t in told if t.rule == "source phrase" and t.holder and t.holder[1] <= at]
    if phrase and phrase[-1].holder and at - phrase[-1].holder[1] < 3:
        return phrase[-1]
    return before[-1] if before else (verbs[0] if verbs else None)


def _scope(line: Line, told: Sequence[Telling], at: int) -> int:
    """Where the clause of a source phrase begins: at the content that it stands in."""
    inside = [a for t in told for a, b in t.content if a <= at < b]
    return max(inside, default=line.start)


def _outside(line: Line, told: Sequence[Telling], at: int, stop: int) -> list[Piece]:
    """The verbs and speakers of what others tell outside the clause of a phrase.

    Who speaks right behind the phrase speaks within it: "according to the paper, the mayor said".
    """
    within = [t for t in told if any(a <= at < b for a, b in t.content)]
    if within:
        return []
    later = [t for t in told if t.reach[0] > at]
    if any(line.index(stop) == line.index(t.reach[0]) for t in later):
        return []
    return [t.reach for t in later]


def by_noun(line: Line) -> Iterator[Telling]:
    """ "заява X про те, що …", "הטענה של X כי …"."""
    nouns = lexicon(line.language, "say_nouns").entries
    that = order_words(line.language, "that")
    for i, word in enumerate(line.words):
        row = nouns.get(word.key)
        if row is None:
            continue
        for k in range(i + 2, min(i + 9, len(line.words) - 1)):
            if line.words[k].key in that and _about(line, k):
                end = next(
                    (m for m in range(k + 2, len(line.words)) if "," in line.gap(m)),
                    len(line.words),
                )
                who = line.piece(i + 1, k - 2 if line.language == "uk" else k)
                content = line.piece(k + 1, end)
                if who and content and not any(c in line.text[who[0] : who[1]] for c in ",;:"):
                    yield Telling("noun", row[0], (content,), who, (word.start, word.stop))
                break


def _about(line: Line, k: int) -> bool:
    if line.language == "uk":
        return line.keys(k - 2, k) == ["про", "те"]
    return True

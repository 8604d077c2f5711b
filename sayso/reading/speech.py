"""Which quoted words belong to which cue, across sentences and paragraphs?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.reading.quotes import Quotation
from sayso.reading.telling import Piece, Telling, meets, tidy, trimmed, without

# "WALLACE: …", "Ministry of Ports: no ship has left": a short name, a colon, words
SPEAKER = re.compile(
    r"""["“„«]?(?P<who>\w[\w.’'()״"-]*(?:[ \u00a0][\w.’'()&״"-]+){0,5})\s?(?P<cue>:)\s+(?=\S)"""
)
# "…" — Name, what they are
SIGNED = re.compile(
    r"""\s*(?P<cue>[—–―]|--)\s*(?P<who>\w[\w.’'-]*(?:[ \u00a0][\w.’'-]+){0,4})(?:,[^.!?]{0,80})?\s*$"""
)
SHORT = 3  # quoted passages of up to three words without a cue are names, titles or scare quotes
WORDS = re.compile(r"\w+")
STOPS = ".!?؟…"


def words_in(text: str, start: int, stop: int) -> int:
    """How many words stand there."""
    return len(WORDS.findall(text, start, stop))


def attached(
    text: str, found: Sequence[Telling], quotes: Sequence[Quotation], stretches: Sequence[Piece]
) -> tuple[Telling, ...]:
    """The tellings with their quotations whole; those that found no words at all are dropped."""
    outer = [q for q in quotes if q.depth == 0]
    tellings = [_whole(text, t, quotes) for t in found]
    free = [q for q in outer if not any(_covers(t, q) for t in tellings)]
    for at in stretches:
        here = [q for q in free if at[0] <= q.start < at[1]]
        tellings = _beside(text, at, tellings, here)
    tellings = _continued(text, tellings, outer, stretches)
    return tuple(t for t in tellings if t.content)


def _covers(telling: Telling, quote: Quotation) -> bool:
    return any(a <= quote.inner and quote.outer - 2 <= b for a, b in telling.content)


def _whole(text: str, telling: Telling, quotes: Sequence[Quotation]) -> Telling:
    """Content that begins or ends inside a quotation takes in the rest of it; a cue inside one stays in."""
    if not telling.cue:
        return telling
    home = [q for q in quotes if q.start < telling.cue[0] and telling.cue[1] < q.stop]
    if home:
        q = max(home, key=lambda q: q.start)
        kept = [(max(a, q.inner), min(b, q.outer)) for a, b in telling.content]
        return replace(telling, content=tidy(text, (p for p in kept if p[0] < p[1])))
    pieces: list[Piece] = []
    for a, b in telling.content:
        for q in quotes:
            if q.depth or (q.dash and not meets((a, b), (q.inner, q.outer))):
                continue
            if q.start <= a < q.outer < b or q.start < b <= q.outer or q.start <= a < q.outer:
                a, b = min(a, q.inner), max(b, q.outer)
        holes = [p for p in (telling.holder, telling.cue) if p]
        pieces.extend(without((a, b), holes) if any(meets((a, b), h) for h in holes) else [(a, b)])
    merged: list[Piece] = []
    for a, b in sorted(set(pieces)):
        if merged and a < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(b, merged[-1][1]))
        else:
            merged.append((a, b))
    return replace(telling, content=tidy(text, merged))


def _gap(text: str, start: int, stop: int) -> tuple[int, bool]:
    """How many words stand between, and whether a sentence ends there."""
    between = text[start:stop]
    return len(WORDS.findall(between)), any(c in between for c in STOPS)


def _beside(text: str, at: Piece, tellings: list[Telling], free: list[Quotation]) -> list[Telling]:
    """Open verbs take the quotation beside them; then a quotation that follows goes to the last speaker."""
    out = list(tellings)
    for q in free:
        best = _nearest(text, at, out, q)
        if best is None:
            continue
        telling = out[best]
        kept = tidy(text, [*telling.content, (q.inner, q.outer)])
        out[best] = replace(telling, content=kept or telling.content)
    return out


def _nearest(text: str, at: Piece, tellings: list[Telling], q: Quotation) -> int | None:
    """The telling that this quotation belongs to: an open verb first, else the speaker just before."""
    scored: list[tuple[int, int]] = []
    for n, t in enumerate(tellings):
        if not t.cue or not at[0] <= t.cue[0] < at[1] or q.start <= t.cue[0] < q.stop:
            continue
        core = [p for p in (t.cue, t.holder) if p]
        left, right = min(a for a, _ in core), max(b for _, b in core)
        if t.content:
            score = _follows(text, t, q, right) if q.start >= right else _opens(text, t, q, left)
        elif q.stop <= left:
            words, stop = _gap(text, q.stop, left)
            score = words if words <= 2 and not stop else None
        elif q.start >= right:
            words, stop = _gap(text, right, q.start)
            colon = text[right : q.start].rstrip().endswith((":", ","))
            score = 3 + words if (words <= 3 or (colon and words <= 14)) and not stop else None
        else:
            score = None
        if score is not None:
            scored.append((score, n))
    return min(scored)[1] if scored else None


def _follows(text: str, t: Telling, q: Quotation, right: int) -> int | None:
    """A second quotation right after "…," she said."""
    if q.start < right or t.rule == "noun":
        return None
    reach = max(right, t.reach[1])
    if q.start < reach or not any(c in '"“«„״' for c in text[t.reach[0] - 1 : reach + 1]):
        return None
    words, stop = _gap(text, reach, q.start)
    if words == 0:
        return 20
    early = any(c in STOPS for c in text[reach : q.start].rstrip()[:-1])
    return 20 + words if words <= 8 and not (stop and early) else None


def _opens(text: str, t: Telling, q: Quotation, left: int) -> int | None:
    """The first half of a broken quotation: "…," she said, "…" with the second half known."""
    if q.stop > left or t.content[0][0] < left:
        return None
    words, stop = _gap(text, q.stop, left)
    return words if words <= 2 and not stop and text[q.outer - 1] in ",،" else None


def _continued(
    text: str,
    tellings: list[Telling],
    outer: Sequence[Quotation],
    stretches: Sequence[Piece],
) -> list[Telling]:
    """A quotation that fills the next paragraph goes to the speaker announced or not yet done."""
    out = list(tellings)
    last: int | None = None
    for n, (start, stop) in enumerate(stretches):
        first = next((q for q in outer if start <= q.start <= start + 1), None)
        mine = [i for i, t in enumerate(out) if t.cue and start <= t.cue[0] < stop and t.content]
        if first and n and not any(_covers(t, first) for t in out):
            before = stretches[n - 1]
            owner = _announced(text, out, before)
            if owner is None and first.carried:
                owner = last
            if owner is not None:
                out[owner] = replace(
                    out[owner],
                    content=tidy(text, [*out[owner].content, (first.inner, first.outer)]),
                )
                last = owner
                continue
        last = mine[-1] if mine else (last if first else None)
    return out


def _announced(text: str, tellings: list[Telling], before: Piece) -> int | None:
    """The open verb at the end of a paragraph that closes with a colon."""
    if not text[before[0] : before[1]].rstrip().endswith(":"):
        return None
    there = [
        (t.cue[1], i)
        for i, t in enumerate(tellings)
        if t.cue and before[0] <= t.cue[0] < before[1] and not t.content
    ]
    return max(there)[1] if there else None


def speakers(text: str, stretches: Iterable[Piece]) -> Iterator[Telling]:
    """Lines of the form "Name: what they say" in headlines and transcripts."""
    for start, stop in stretches:
        m = SPEAKER.match(text, start, stop)
        if not m or not _names_someone(m["who"]):
            continue
        content = trimmed(text, m.end(), stop)
        who = trimmed(text, *m.span("who"))
        if content and who and words_in(text, *content) >= 2:
            yield Telling("name and colon", "say", (content,), who, m.span("cue"))


def signed(text: str, quotes: Iterable[Quotation], stretches: Iterable[Piece]) -> Iterator[Telling]:
    """A quotation, a dash, and the name of who said it at the end of the line."""
    ends = [b for _, b in stretches]
    for q in quotes:
        stop = next((b for b in ends if b >= q.stop), None)
        m = SIGNED.match(text, q.stop, stop) if stop is not None and not q.depth else None
        if m and _names_someone(m["who"]) and words_in(text, q.inner, q.outer) > SHORT:
            yield Telling(
                "signed quotation", "say", ((q.inner, q.outer),), m.span("who"), m.span("cue")
            )


def _names_someone(words: str) -> bool:
    """Capitals on every longer word, and no digit: a name rather than a label such as 10:30."""
    parts = words.replace("\u00a0", " ").split()
    return (
        not any(c.isdigit() for c in words)
        and len(words) > 2
        and all(p[:1].isupper() for p in parts if len(p) > 3)
        and parts[0][:1].isupper()
    )

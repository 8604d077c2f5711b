"""Who reports whom: which telling stands inside another's words?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.reading.speech import words_in
from sayso.reading.telling import Telling, inside, joined, without

SPEAKING = frozenset(
    {"say", "write", "deny", "confirm", "refuse", "order", "ask", "show", "promise"}
)
REST = 4  # words left over beside the inner tellings that make a claim of their own


@dataclass(frozen=True, slots=True)
class Chained:
    """Tellings from the outermost to the innermost; the innermost one's content is what is claimed."""

    links: tuple[Telling, ...]


def chained(text: str, tellings: Sequence[Telling]) -> tuple[Chained, ...]:
    """Every telling at the end of its chain.

    A telling that only passes on another's words gives no claim of its own; one with further words
    (at least `REST`) does.
    """
    kept = _distinct(tellings)
    parents = {t: _parent(t, kept) for t in kept}
    out = []
    for t in kept:
        if parents[t] is not None and not nests(text, t):
            continue
        inner = [k for k in kept if parents[k] is t and nests(text, k)]
        whole = [k for k in inner if k.rule != "noun"]
        if whole and _rest(text, t, whole) < REST:
            continue
        line = _with_over(t)
        up = parents[t]
        while up is not None:
            line = [*_with_over(up), *line]
            up = parents[up]
        out.append(Chained(tuple(line)))
    return tuple(out)


def _with_over(telling: Telling) -> list[Telling]:
    """The telling after those outside it that have the same content."""
    outer = (replace(o, content=telling.content) for o in telling.over)
    return [*outer, replace(telling, over=())]


def nests(text: str, telling: Telling) -> bool:
    """Whether a telling inside another's words is a link of its own: others who speak, not "I think"."""
    if telling.kind not in SPEAKING or telling.rule in (
        "object",
        "preposition",
        "infinitive",
        "called",
    ):
        return False
    if telling.holder is None:
        return False
    word = text[telling.holder[0] : telling.holder[1]].casefold()
    return word not in FIRST_OR_SECOND


FIRST_OR_SECOND = frozenset(
    [
        "i",
        "we",
        "you",
        "me",
        "us",
        "я",
        "мы",
        "ты",
        "вы",
        "ми",
        "ти",
        "ви",
        "أنا",
        "نحن",
        "من",
        "ما",
        "تو",
        "شما",
        "אני",
        "אנחנו",
        "אתה",
        "אתם",
    ]
)


def _distinct(tellings: Sequence[Telling]) -> list[Telling]:
    """In order of place; of two with one cue the first found stays."""
    out: list[Telling] = []
    seen = set()
    for t in tellings:
        key = t.cue or t.content
        if key not in seen and t.content:
            seen.add(key)
            out.append(t)
    return sorted(out, key=lambda t: (t.reach[0], -t.reach[1], t.cue or (0, 0)))


def _parent(t: Telling, others: Sequence[Telling]) -> Telling | None:
    """The smallest telling whose content holds all of this one."""
    parts = [*t.content, *(p for p in (t.holder, t.cue) if p)]
    holding = [o for o in others if o is not t and inside(parts, o.content) and o.cue != t.cue]
    return min(holding, key=lambda o: sum(b - a for a, b in o.content)) if holding else None


def _rest(text: str, outer: Telling, inner: Sequence[Telling]) -> int:
    """How many words of the outer content the inner tellings do not take up."""
    holes = joined([i.reach for i in inner])
    left = [p for piece in outer.content for p in without(piece, holes)]
    return sum(words_in(text, a, b) for a, b in left)

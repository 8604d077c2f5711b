"""Which words stand in quotation marks, whatever the marks, the nesting and the forgotten ends?"""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.reading.telling import Piece

# opening mark -> the marks that may close it
OPENERS = {
    "“": '”"“',
    "«": "»",
    "„": '“”"',
    '"': '"”',
    "‘": "’",
    "״": "״",
    "‚": "‘’",
    "‹": "›",
    "「": "」",
    "❝": "❞",
}
SIMPLE = {"'": "'", "’": "’"}
BEFORE_OPEN = frozenset(" \t\u00a0([{—–-/«“„\"‘'״:,>\u200f\u200e\u2068\u202b")
DASHES = "—–-―"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted passage `[start, stop)` with its marks; `[inner, outer)` without them.

    `depth` 0 is outermost. `closed` is False where the end mark is missing (the passage then ends
    with its paragraph). `carried` says that it goes on from an unclosed passage of the paragraph
    before it. `dash`: a line of dialogue that a dash opens.
    """

    start: int
    stop: int
    inner: int
    outer: int
    depth: int = 0
    closed: bool = True
    carried: bool = False
    dash: bool = False


@dataclass(slots=True)
class _Open:
    at: int
    closers: str
    carried: bool


def quotations(text: str, paragraphs: Iterable[Piece]) -> tuple[Quotation, ...]:
    """Every quoted passage of the paragraphs, in order of their start, outermost first.

    Never fails and never crosses a paragraph: a passage left open at the end of one is `carried`
    when the next paragraph opens with a mark again.

    >>> [text[q.inner:q.outer] for text in ["“So he said ‘no’,” she told us."]
    ...  for q in quotations(text, [(0, len(text))])]
    ['So he said ‘no’,', 'no']
    """
    out: list[Quotation] = []
    left_open = False
    for start, stop in paragraphs:
        found, left_open = _paragraph(text, start, stop, left_open)
        out.extend(found)
    return tuple(sorted(out, key=lambda q: (q.start, -q.stop)))


def _paragraph(text: str, start: int, stop: int, left_open: bool) -> tuple[list[Quotation], bool]:
    stack: list[_Open] = []
    out: list[Quotation] = []
    for i in range(start, stop):
        mark = text[i]
        level = _closing(text, i, (start, stop), stack)
        if level is not None:
            out.extend(_unfinished(stack, level + 1, i))
            opened = stack.pop()
            inner = opened.at + 1
            if inner < i:
                out.append(Quotation(opened.at, i + 1, inner, i, level, True, opened.carried))
        elif mark in OPENERS or mark in SIMPLE:
            if _opens(text, i, (start, stop), stack):
                closers = OPENERS.get(mark) or SIMPLE[mark]
                stack.append(_Open(i, closers, left_open and i == start and not stack))
    # an unclosed passage ends with its paragraph, except a lone single mark, which is no quotation
    kept = [o for o in stack if text[o.at] not in "'’‘"]
    unclosed = bool(kept)
    out.extend(_unfinished(kept, 0, stop))
    dashed = _dialogue(text, start, stop, out)
    return ([*out, dashed] if dashed else out), unclosed


def _unfinished(stack: list[_Open], level: int, stop: int) -> list[Quotation]:
    """The passages from this level on, closed here for want of their own mark."""
    out = []
    while len(stack) > level:
        opened = stack.pop()
        if opened.at + 1 < stop:
            depth = len(stack)
            out.append(
                Quotation(opened.at, stop, opened.at + 1, stop, depth, False, opened.carried)
            )
    return out


def _closing(text: str, i: int, limits: Piece, stack: list[_Open]) -> int | None:
    """The level of the open passage that this mark closes, or None."""
    mark = text[i]
    for level in range(len(stack) - 1, -1, -1):
        if mark not in stack[level].closers:
            continue
        if mark in "'’" and _apostrophe(text, i, limits):
            return None
        if mark in '"״“' and _looks_open(text, i, limits):
            return None
        if mark in '"״' and _within_word(text, i, limits):
            return None
        return level
    return None


def _opens(text: str, i: int, limits: Piece, stack: list[_Open]) -> bool:
    """Whether this mark opens a passage: something to quote follows, no word leads into it."""
    mark = text[i]
    after = text[i + 1] if i + 1 < limits[1] else " "
    before = text[i - 1] if i > limits[0] else " "
    if mark in SIMPLE:
        ahead = text.find(SIMPLE[mark], i + 2, limits[1])
        return before in BEFORE_OPEN and after.isalnum() and ahead > 0 and mark == "'"
    if mark == "“" and any("“" in o.closers and text[o.at] == "„" for o in stack):
        return False
    if mark in '"״':
        if before.isdigit() and not stack and after in " ,.;)":
            return False  # inches
        return not _within_word(text, i, limits) and not after.isspace()
    return not (mark == "‘" and before.isalnum()) and not (after.isspace() and mark != "«")


def _apostrophe(text: str, i: int, limits: Piece) -> bool:
    """A mark between two letters, or after an s before a word, belongs to the word."""
    after = text[i + 1] if i + 1 < limits[1] else " "
    return after.isalnum()


def _looks_open(text: str, i: int, limits: Piece) -> bool:
    """A straight mark after a space and before a letter opens rather than closes."""
    after = text[i + 1] if i + 1 < limits[1] else " "
    before = text[i - 1] if i > limits[0] else " "
    return before in " \t\u00a0([" and (after.isalnum() or after in "'‘$[…")


def _within_word(text: str, i: int, limits: Piece) -> bool:
    """A mark between two letters is a Hebrew acronym's gershayim."""
    if not limits[0] < i < limits[1] - 1:
        return False
    before, after = text[i - 1], text[i + 1]
    if "֐" <= before <= "ת" and "֐" <= after <= "ת":
        # a prefix glued to a quotation (ב"הארץ") has its closing mark soon after a longer word
        word = after
        for c in text[i + 2 : limits[1]]:
            if not ("֐" <= c <= "ת"):
                break
            word += c
        return len(word) <= 2
    return False


def _dialogue(text: str, start: int, stop: int, found: list[Quotation]) -> Quotation | None:
    """The words of a paragraph that a dash opens (Russian, Ukrainian, French dialogue)."""
    if text[start] not in DASHES or stop - start < 4 or not text[start + 1].isspace():
        return None
    if any(q.start <= start + 3 for q in found):
        return None
    end = stop
    for dash in (", —", ", –", ", -", "! —", "! –", "! -", "? —", "? –", "? -", "… —", "… –"):
        at = text.find(dash, start + 2, stop)
        if 0 < at < end:
            end = at + 1
    return Quotation(start, end, start + 2, end, 0, True, False, True)

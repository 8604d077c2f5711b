"""Which of the visible text is the article's body? trafilatura's choice, laid over the words."""

import copy
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from sayso.ingest.visible import Visible

# Deeper trees cost trafilatura seconds and make it return nothing; real pages stay under 60.
DEEPEST = 200

# Above this many visible characters a page is not handed over: 20 MB made it return nothing.
LARGEST = 3_000_000

# A visible line is body when this share of it was extracted: lines glued to a button or a counter
# still count. Half is the natural reading, not a tuned value.
SHARE = 0.5

NO_BODY = "no body was found on the page; it may hold only furniture"

# Characters of a paragraph that is more than a link or a label.
PARAGRAPH = 60

# A shorter one still is a sentence when it ends like one.
SENTENCE = 40
ENDS = (".", "!", "?", "؟", "۔", "…", "”", "»", '"')


# What stands in the cells of a table that arranges a page, and rarely in those of a table of figures.
BLOCKS = ("p", "h1", "h2", "h3", "div", "article")
TABLE_PARTS = ("tbody", "thead", "tfoot", "tr", "td", "th")


class Body(NamedTuple):
    """The body's lines as [start, stop) of the visible text; empty with a warning when none is found."""

    lines: tuple[tuple[int, int], ...]
    warning: str = ""


def body(root: HtmlElement, seen: Visible, depth: int) -> Body:
    """The lines of the visible text that hold the extracted paragraphs."""
    if depth > DEEPEST:
        return Body((), f"the page nests {depth} deep; its body was told by its marks alone")
    if len(seen.text) > LARGEST:
        return Body((), "the page is too long to tell its body; it was told by its marks alone")
    from trafilatura import bare_extraction  # half a second: only where there is a page

    found = bare_extraction(
        _without_layout_tables(root),
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        with_metadata=False,
    )
    extracted = (getattr(found, "text", None) or "") if found is not None else ""
    covered = _cover(seen.text, extracted.splitlines())
    if not covered:
        return Body((), NO_BODY)
    lines = [(a, b) for a, b in _lines(seen.text) if _share(a, b, covered) >= SHARE]
    return Body(_with_siblings(lines, seen))


def _without_layout_tables(root: HtmlElement) -> HtmlElement:
    """A copy in which tables that only arrange the page are blocks: their cells hold paragraphs."""
    if root.find(".//table") is None:
        return root
    copied = copy.deepcopy(root)
    for table in list(copied.iter("table")):
        if any(True for _ in table.iter(*BLOCKS)):
            for element in [table, *table.iter(*TABLE_PARTS)]:
                if next(element.iterancestors("table"), table) is table:
                    element.tag = "div"
    return copied


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text without white space, and where each of its characters stands."""
    places = [i for i, c in enumerate(text) if not c.isspace()]
    return "".join(text[i] for i in places), places


def _cover(text: str, paragraphs: list[str]) -> list[tuple[int, int]]:
    """Where each extracted paragraph stands, looked for onwards from the last one found."""
    squeezed, places = _squeezed(text)
    out: list[tuple[int, int]] = []
    cursor = 0
    for paragraph in paragraphs:
        bare = "".join(paragraph.split())
        for wanted in (bare, bare.strip("-–|")):
            at = squeezed.find(wanted, cursor) if wanted else -1
            at = squeezed.find(wanted) if wanted and at < 0 else at
            if at >= 0:
                cursor = at + len(wanted)
                out.append((places[at], places[cursor - 1] + 1))
                break
    return merged(out)


def merged(spots: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same places as stretches that do not overlap, in order."""
    out: list[tuple[int, int]] = []
    for start, stop in sorted(spots):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], stop))
        else:
            out.append((start, stop))
    return out


def _share(start: int, stop: int, covered: list[tuple[int, int]]) -> float:
    """How much of a line the (merged) stretches cover."""
    got = 0
    at = max(0, bisect_left(covered, (start, start)) - 1)
    while at < len(covered) and covered[at][0] < stop:
        got += max(0, min(stop, covered[at][1]) - max(start, covered[at][0]))
        at += 1
    return got / (stop - start)


def _with_siblings(lines: list[tuple[int, int]], seen: Visible) -> tuple[tuple[int, int], ...]:
    """Also long paragraphs that have the parent of a body paragraph: the extractor's precision mode
    drops some, and a quotation lost is worse than an appeal kept (its words tell it later)."""
    body_lines = set(lines)
    parents = {parent for start, stop, parent in seen.paragraphs if (start, stop) in body_lines}
    for start, stop, parent in seen.paragraphs:
        long = PARAGRAPH if not seen.text[start:stop].endswith(ENDS) else SENTENCE
        if parent in parents and (stop - start >= long or _between(start, stop, lines)):
            body_lines.update(_lines_of(seen.text, start, stop))
    return tuple(sorted(body_lines))


def _between(start: int, stop: int, lines: list[tuple[int, int]]) -> bool:
    return lines[0][0] < start and stop < lines[-1][1]


def _lines_of(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    yield from ((start + a, start + b) for a, b in _lines(text[start:stop]))

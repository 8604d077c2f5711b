"""What does a page show, in reading order, and what does its structure say about each stretch?"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from sayso.ingest.structure import kind_of
from sayso.model.text import Mark

BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main "
        "menu nav ol optgroup option p pre search section summary table tbody tfoot thead tr ul",
    )
)
UNSHOWN = frozenset(
    re.findall(
        r"\w+",
        "area audio base canvas datalist embed frame head iframe link math meta noembed noframes "
        "noscript object param rp script style svg template title track video",
    )
)
CELLS = frozenset({"td", "th"})
KEPT_SPACE = frozenset({"pre", "textarea", "listing", "xmp"})
NO_DISPLAY = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
SPACES = re.compile(r"[ \t\n\r\f]+")


class Visible(NamedTuple):
    """The visible text; marks from the page's structure; paragraphs as (start, stop, parent number)."""

    text: str
    marks: tuple[Mark, ...]
    paragraphs: tuple[tuple[int, int, int], ...]


class Ink:
    """Text written the way a browser does: white space collapsed, blocks on lines of their own."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.gap = ""

    def part(self, gap: str) -> None:
        """Ask for a separator before the next words; a line break outranks a tab, a tab a space."""
        if " \t\n".find(gap) > " \t\n".find(self.gap or " ") or not self.gap:
            self.gap = gap

    def write(self, words: str) -> None:
        if self.pieces and self.gap:
            self.pieces.append(self.gap)
            self.length += 1
        self.gap = ""
        self.pieces.append(words)
        self.length += len(words)

    def flow(self, text: str) -> None:
        """Running text: each run of white space is one space, none at the edges of a line."""
        words = SPACES.sub(" ", text)
        if words.startswith(" "):
            self.part(" ")
        if core := words.strip(" "):
            self.write(core)
            if words.endswith(" "):
                self.part(" ")


def visible(root: HtmlElement) -> Visible:
    """The one deterministic walk behind an HTML document's text. Iterative: depth costs nothing."""
    ink = Ink()
    opened: dict[HtmlElement, int] = {}
    kept = 0
    stretches: list[tuple[HtmlElement, int, int]] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if unseen(element):
                walk.skip_subtree()
                continue
            opened[element] = ink.length
            kept += tag in KEPT_SPACE
            _before(ink, tag)
            _text(ink, element.text, kept > 0)
            continue
        if element in opened:
            stretches.append((element, opened.pop(element), ink.length))
            kept -= tag in KEPT_SPACE
            _after(ink, tag)
        if element is not root:
            _text(ink, element.tail, kept > 0)
    text = "".join(ink.pieces)
    return Visible(text, tuple(_marks(text, stretches)), tuple(_paragraphs(text, stretches)))


def unseen(element: HtmlElement) -> bool:
    """Whether a browser would show nothing of it."""
    if not isinstance(element.tag, str) or element.tag in UNSHOWN:
        return True
    if element.tag == "input" or (element.tag == "dialog" and "open" not in element.attrib):
        return True
    return "hidden" in element.attrib or bool(NO_DISPLAY.search(element.get("style", "")))


def _before(ink: Ink, tag: str) -> None:
    if tag in BLOCKS or tag == "br":
        ink.part("\n")
    elif tag in CELLS:
        ink.part("\t")


def _after(ink: Ink, tag: str) -> None:
    if tag in BLOCKS:
        ink.part("\n")
    elif tag in CELLS:
        ink.part("\t")


def _text(ink: Ink, text: str | None, kept: bool) -> None:
    if not text:
        return
    if kept:
        ink.write(text)
    else:
        ink.flow(text)


def _trim(text: str, start: int, stop: int) -> tuple[int, int]:
    piece = text[start:stop]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _marks(text: str, stretches: list[tuple[HtmlElement, int, int]]) -> Iterator[Mark]:
    """What `structure` says of each element that shows something, outermost first."""
    found: list[tuple[int, int, str]] = []
    for element, start, stop in stretches:
        start, stop = _trim(text, start, stop)
        if start < stop and (kind := kind_of(element, stop - start)):
            found.append((start, -stop, kind))
    for start, stop, kind in sorted(set(found)):
        yield Mark(kind, start, -stop)


def _paragraphs(
    text: str, stretches: list[tuple[HtmlElement, int, int]]
) -> Iterator[tuple[int, int, int]]:
    numbers: dict[HtmlElement, int] = {}
    for element, start, stop in stretches:
        start, stop = _trim(text, start, stop)
        if start < stop and (element.tag in ("p", "blockquote", "li") or _leaf(element)):
            parent = _holder(element)
            if parent is not None:
                yield start, stop, numbers.setdefault(parent, len(numbers))


def _leaf(element: HtmlElement) -> bool:
    """A plain box that holds words and no other box: a paragraph of pages without paragraphs."""
    bare = element.tag == "div" and bool((element.text or "").strip())
    return bare and not any(child.tag in BLOCKS for child in element)


def _holder(element: HtmlElement) -> HtmlElement | None:
    """What holds the paragraphs of one text; an entry of a live page has one paragraph of its own."""
    parent = element.getparent()
    if parent is None or parent.tag not in ("div", "li", "section") or element.tag != "p":
        return parent
    alone = sum(child.tag == "p" for child in parent) == 1
    return parent.getparent() if alone and parent.getparent() is not None else parent

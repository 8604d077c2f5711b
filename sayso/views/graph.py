"""How do the reports of one proposition lead back to their origins, drawn as a small picture?"""

import itertools
from typing import NamedTuple

from sayso.model.claim import Claim
from sayso.model.standing import Standing
from sayso.views.passage import CONTROL, direction, shown
from sayso.views.sheet import Sheet

MOST = 16  # reports in one picture; the list beside it has them all
ROW, BOX = 34, 26  # pixels from one report to the next, and the height of a box
GAP = 34
WIDE, NARROW = 190, 84
SOMEBODY = "somebody not named"
OWN_VOICE = "in its own voice"


class Box(NamedTuple):
    """One node: where it is drawn, what stands in it and where it leads."""

    x: int
    y: int
    width: int
    words: str
    lang: str
    rtl: bool
    kind: str
    href: str | None


class Picture(NamedTuple):
    """An SVG in numbers; its twin is the list of reports.

    `doubts` are dashed lines between origins that may be one. `label` says in words what it shows.
    """

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[str, ...]
    doubts: tuple[str, ...]
    label: str


def picture(sheet: Sheet, standing: Standing) -> Picture | None:
    """Articles at the start, whom they cite next, the origins at the end; None for one report."""
    if not 1 < len(standing.claims) <= MOST:
        return None
    groups = standing.groups or (standing.claims,)
    claims = {c: sheet.catalogue.claims[c] for group in groups for c in group}
    relayed = any(len(c.told) > 1 for c in claims.values())
    columns = _columns(relayed)
    boxes: list[Box] = []
    lines: list[str] = []
    row = 0
    for number, group in enumerate(groups, 1):
        middle = (2 * row + len(group) - 1) * ROW // 2
        origin = Box(columns[-1], middle, NARROW, f"Origin {number}", "en", False, "origin", None)
        boxes.append(origin)
        for claim in group:
            path = [*_path(sheet, claims[claim], columns, row * ROW), origin]
            boxes.extend(path[:-1])
            lines.extend(_line(a, b) for a, b in itertools.pairwise(path))
            row += 1
    ends = [box for box in boxes if box.kind == "origin"]
    doubtful = itertools.pairwise(ends) if standing.at_least < len(groups) else ()
    doubts = tuple(_between(a, b) for a, b in doubtful)
    label = f"{len(claims)} reports lead back to {_range(standing.at_least, len(groups))}"
    return Picture(columns[-1] + NARROW, row * ROW, tuple(boxes), tuple(lines), doubts, label)


def _range(low: int, high: int) -> str:
    """The number of origins in words: one figure, or from one to the other."""
    if low == high:
        return f"{high} {'origin' if high == 1 else 'origins'}"
    return f"{low} to {high} origins"


def _between(a: Box, b: Box) -> str:
    return f"M{a.x + a.width // 2} {a.y + BOX}L{b.x + b.width // 2} {b.y}"


def _columns(relayed: bool) -> tuple[int, ...]:
    """The left edges of the columns: article, relay where there is one, root, origin."""
    wide = 3 if relayed else 2
    return tuple(n * (WIDE + GAP) for n in range(wide + 1))


def _path(sheet: Sheet, claim: Claim, columns: tuple[int, ...], y: int) -> list[Box]:
    """The boxes of one report from the article inwards; long chains show their last two voices."""
    made = sheet.catalogue
    page = made.pages[claim.article]
    language = page.article.language
    card = f"{sheet.up}articles/{claim.article}.html#c-{claim.id}"
    path = [_box(columns[0], y, (made.outlet(page), language), "outlet", card)]
    voices = claim.told[-2:] if len(columns) == 4 else claim.told[-1:]
    if not voices:
        return [*path, _box(columns[-2], y, (OWN_VOICE, "en"), "own", card)]
    for x, link in zip(columns[-1 - len(voices) : -1], voices, strict=True):
        span = link.holder.span
        words = (made.words(span), language) if span else (SOMEBODY, "en")
        href = made.href(span) if span else None
        path.append(_box(x, y, words, link.holder.kind, href and sheet.up + href))
    return path


def _box(x: int, y: int, words: tuple[str, str], kind: str, href: str | None) -> Box:
    text, language = words
    plain = " ".join(shown(CONTROL.sub("", text)).split())
    return Box(x, y, WIDE, plain, language, direction(language) == "rtl", kind, href)


def _line(a: Box, b: Box) -> str:
    """A gentle curve from the end of one box to the start of the next."""
    x, y, u, v = a.x + a.width, a.y + BOX // 2, b.x, b.y + BOX // 2
    return f"M{x} {y}C{x + GAP // 2} {y} {u - GAP // 2} {v} {u} {v}"

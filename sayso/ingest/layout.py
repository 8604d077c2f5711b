"""In which order is a printed page read? Lines from letters, columns from white strips, paragraphs."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

Glyph = tuple[str, float, float, float, float]

# White space inside a line wider than this many letter heights separates columns or cells.
GAP = 1.5

# A strip between columns: at least this wide (points), with this many lines on either side.
STRIP = 7.0
SIDE = 3

# A line of a column of prose has this many characters in the median; a table's cell has fewer.
PROSE = 14

# Lines closer than this many heights, and as large within this factor, may be one paragraph.
LEADING = 1.0
ALIKE = 1.15

# A line ends its paragraph when the next line's first word, this many times over, had found room on it.
ROOM = 1.1


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of one line: its words and its box, bottom-up as in PDF. `size` is its letters' height."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """The height of the box."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines put together, and the height of their letters."""

    text: str
    size: float


def paragraphs(glyphs: Iterable[Glyph]) -> list[Paragraph]:
    """The page's paragraphs in reading order."""
    found = lines(glyphs)
    out: list[Paragraph] = []
    for block in ordered(found, sum(map(rtl, found)) * 2 > len(found)):
        out.extend(_flow(block))
    return out


def rtl(line: Line) -> bool:
    """Whether most letters of the line run from right to left."""
    kinds = [unicodedata.bidirectional(c) for c in line.text]
    right = sum(k in ("R", "AL") for k in kinds)
    return right > sum(k == "L" for k in kinds)


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines as the file has them, each cut where a wide white gap runs through it."""
    out: list[Line] = []
    row: list[Glyph] = []
    for glyph in glyphs:
        if glyph[0] == "\n" or (row and _off(row, glyph)):
            out.extend(_cut(row))
            row = []
        if glyph[0] != "\n":
            row.append(glyph)
    out.extend(_cut(row))
    return out


def _off(row: list[Glyph], glyph: Glyph) -> bool:
    """Whether a letter stands higher or lower than the last one, by more than half its height."""
    if glyph[0].isspace() or glyph[4] <= glyph[2]:
        return False
    last = next((g for g in reversed(row) if not g[0].isspace() and g[4] > g[2]), None)
    if last is None:
        return False
    apart = abs(glyph[2] + glyph[4] - last[2] - last[4])
    return apart > max(glyph[4] - glyph[2], last[4] - last[2])


def _cut(row: list[Glyph]) -> list[Line]:
    """The row's stretches from left to right; within each the letters keep the file's order."""
    inked = sorted((g[1], g[3]) for g in row if not g[0].isspace() and g[3] > g[1])
    if not inked:
        words = "".join(g[0] for g in row).strip()
        return [Line(words, 0.0, 0.0, 0.0, 0.0)] if words else []
    height = max((g[4] - g[2] for g in row), default=1.0)
    edges: list[float] = []
    reach = inked[0][1]
    for left, right in inked[1:]:
        if left - reach > GAP * height:
            edges.append((left + reach) / 2)
        reach = max(reach, right)
    out: list[Line] = []
    for n in range(len(edges) + 1):
        low = edges[n - 1] if n else float("-inf")
        high = edges[n] if n < len(edges) else float("inf")
        part = [g for g in row if low <= (g[1] + g[3]) / 2 < high]
        out.extend(_line(part))
    return out


def _line(part: list[Glyph]) -> list[Line]:
    text = " ".join("".join(g[0] for g in part).split())
    inked = [g for g in part if not g[0].isspace() and g[3] > g[1]]
    if not text or not inked:
        return []
    return [
        Line(
            text,
            min(g[1] for g in inked),
            min(g[2] for g in inked),
            max(g[3] for g in inked),
            max(g[4] for g in inked),
        )
    ]


def ordered(found: list[Line], from_right: bool) -> list[list[Line]]:
    """The lines as blocks in reading order: columns one after the other, else rows from the top."""
    if len(found) > 2 * SIDE - 1:
        strip = _strip(found)
        if strip is not None:
            sides = [x for x in found if x.left < strip], [x for x in found if x.left >= strip]
            first, second = sides[::-1] if from_right else sides
            return [*ordered(first, from_right), *ordered(second, from_right)]
        cut = _level(found)
        if cut is not None:
            above = [x for x in found if x.bottom >= cut]
            below = [x for x in found if x.bottom < cut]
            return [*ordered(above, from_right), *ordered(below, from_right)]
    return [_rows(found, from_right)]


def _strip(found: list[Line]) -> float | None:
    """Where the right column begins, when a white strip parts the lines into columns of prose."""
    spans = sorted((x.left, x.right) for x in found)
    best: tuple[float, float] | None = None
    reach = spans[0][1]
    for left, right in spans[1:]:
        if left - reach >= STRIP and (best is None or left - reach > best[0]):
            if _columns(found, left):
                best = (left - reach, left)
        reach = max(reach, right)
    return best[1] if best else None


def _columns(found: list[Line], at: float) -> bool:
    """Whether both sides are prose and stand beside, not under each other."""
    sides = [[x for x in found if x.left < at], [x for x in found if x.left >= at]]
    if any(len(s) < SIDE or median(len(x.text) for x in s) < PROSE for s in sides):
        return False
    low = max(min(x.bottom for x in s) for s in sides)
    high = min(max(x.top for x in s) for s in sides)
    shortest = min(max(x.top for x in s) - min(x.bottom for x in s) for s in sides)
    return high - low > shortest / 2


def _level(found: list[Line]) -> float | None:
    """Below which height columns begin, or above which they end: where one wide line lies across."""
    tops = sorted(((x.top, x.bottom) for x in found), reverse=True)
    reach = tops[0][1]
    for top, bottom in tops[1:]:
        if top < reach:
            above = [x for x in found if x.bottom >= reach]
            below = [x for x in found if x.bottom < reach]
            for part in (below, above):
                if len(part) > 2 * SIDE - 1 and _strip(part) is not None:
                    return reach
        reach = min(reach, bottom)
    return None


def _rows(found: list[Line], from_right: bool) -> list[Line]:
    """From the top; what stands beside each other is one row, its stretches apart by tabs."""
    rows: list[list[Line]] = []
    for line in sorted(found, key=lambda x: (-(x.top + x.bottom), x.left)):
        middle = (line.top + line.bottom) / 2
        last = rows[-1][0] if rows else None
        if last is not None and last.bottom <= middle <= last.top:
            rows[-1].append(line)
        else:
            rows.append([line])
    out: list[Line] = []
    for row in rows:
        row.sort(key=lambda x: -x.right if from_right else x.left)
        out.append(
            Line(
                "\t".join(x.text for x in row),
                min(x.left for x in row),
                min(x.bottom for x in row),
                max(x.right for x in row),
                max(x.top for x in row),
            )
        )
    return out


def _flow(block: list[Line]) -> list[Paragraph]:
    """The block's lines put together to paragraphs."""
    if not block:
        return []
    left, right = min(x.left for x in block), max(x.right for x in block)
    groups: list[list[Line]] = []
    for line in block:
        if groups and _goes_on(groups[-1][-1], line, left, right):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(_text(g), median(x.size for x in g)) for g in groups]


def _goes_on(last: Line, line: Line, left: float, right: float) -> bool:
    """Whether a line carries on the paragraph of the one above it."""
    size = max(last.size, line.size)
    if "\t" in last.text or "\t" in line.text or last.bottom - line.top > LEADING * size:
        return False
    if size > ALIKE * ALIKE * max(min(last.size, line.size), 0.1):
        return False
    if last.bottom - line.top < -size:
        return False
    from_right = rtl(last)
    room = last.left - left if from_right else right - last.right
    needed = (len(line.text.split()[0]) + 1) * (last.right - last.left) / len(last.text)
    indent = (right - line.right) - (right - last.right) if from_right else line.left - last.left
    return room <= ROOM * needed and not 0.8 * size < indent < 6 * size


def _text(group: list[Line]) -> str:
    """The lines' words; a word that a hyphen cut at the line's end is whole again."""
    out = group[0].text
    for line in group[1:]:
        out = out[:-1] + line.text if out.endswith("\u00ad") else f"{out} {line.text}"
    return out.replace("\u00ad", "-") if out.endswith("\u00ad") else out

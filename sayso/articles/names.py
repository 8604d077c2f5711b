"""Which names does a line bring in, and does it bring back in full what was only a surname?"""

import re
from collections.abc import Sequence

from sayso.articles.lines import Line

_FULL = re.compile(
    r"\b([^\W\d_a-zа-яіїєґ][^\W\d_]+)\s+((?:[^\W\d_]\.\s*)?)([^\W\d_a-zа-яіїєґ][^\W\d_]+(?:-[^\W\d_]+)?)\b"
)
_CAPITAL = re.compile(r"\b[^\W\d_a-zа-яёіїєґ][^\W\d_]{2,}")
REACH = 12
KEPT = 5  # letters of a surname that survive its case endings


def fulls(line: Line) -> list[tuple[str, str]]:
    """(first name, surname) pairs of capitalised words, cut to what case endings leave."""
    if line.language in ("ar", "fa", "he"):
        return []
    return [(m.group(1)[:KEPT], m.group(3)[:KEPT]) for m in _FULL.finditer(line.text)]


def capitals(line: Line) -> frozenset[str]:
    """Capitalised words that do not open the line, cut to what case endings leave."""
    if line.language in ("ar", "fa", "he"):
        return frozenset()
    return frozenset(m.group()[:KEPT] for m in _CAPITAL.finditer(line.text, 1))


class Names:
    """The names of all prose lines, asked gap by gap."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.fulls = [fulls(line) for line in lines]
        self.capitals = [capitals(line) for line in lines]

    def used_later(self, n: int) -> float:
        """Full names in line n whose surname comes again alone in the lines after it."""
        after = frozenset().union(*self.capitals[n + 1 : n + 1 + REACH])
        return float(sum(last in after for _, last in self.fulls[n]))

    def reintroduced(self, n: int) -> float:
        """Full names in line n that the lines before wrote twice or more by surname alone."""
        count = 0
        for first, last in self.fulls[n]:
            near = range(max(0, n - REACH), n)
            alone = sum(last in self.capitals[k] and first not in self.capitals[k] for k in near)
            in_full = any((first, last) in self.fulls[k] for k in near[-6:])
            count += alone >= 2 and not in_full
        return float(count)

    def known(self, n: int) -> float:
        """The share of line n's capitalised words that the lines before had; one half without any."""
        before = frozenset().union(*self.capitals[max(0, n - REACH) : n])
        own = self.capitals[n]
        return len(own & before) / len(own) if own else 0.5

    def fresh(self, n: int) -> float:
        """Of the capitalised words in the next lines, the share that the lines before had not."""
        after = frozenset().union(*self.capitals[n : n + 5])
        before = frozenset().union(*self.capitals[max(0, n - REACH) : n])
        return len(after - before) / len(after) if after else 0.5

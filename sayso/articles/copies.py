"""Which articles share so much text that one was copied from the other, or both from a third?"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from sayso.articles.lines import words
from sayso.articles.origin import original
from sayso.model.article import Copy
from sayso.model.collection import Collection
from sayso.model.page import Page

# Four words and containment: on 930 synthetic copies, containment of at least .5 had precision 1.0
# and recall .951; at least .25, .994 and .994.
SHINGLE = 4
WHOLE = 0.5
PART = 0.25
FEWEST = 12  # shingles that two articles must share: less is a stock phrase

# A shingle in up to so many articles pairs them all; one in more pairs each with the next two only,
# so that a story that hundreds reprint still hangs together and a stock phrase costs little.
COMMON = 24

# One shingle in four is looked up; all are counted before a pair is believed. Tried 2, 4 and 8: with
# 4, an abridged article of 60 words is missed once in 500.
SAMPLE = 4
BASE, BITS = 1_000_003, (1 << 61) - 1
KEPT = 4096  # articles whose shingles are kept in memory while pairs are counted
SHOWN = 3  # places that differ, named in the reasons
CHANGED = 8  # words of a place that differs

Word = tuple[str, int, int]
Stretch = tuple[int, int, int]  # first word here, first word there, number of words


def copies(collection: Collection) -> Iterator[Copy]:
    """Every pair of articles of which the shorter is held in the other by a quarter or more."""
    pages = sorted(collection.pages, key=lambda p: p.article.id)

    @lru_cache(maxsize=KEPT)
    def read(n: int) -> tuple[list[Word], dict[int, int]]:
        prose = _prose(pages[n])
        return prose, _shingles(prose)

    for a, b in _pairs(pages):
        here, there = read(a)[1], read(b)[1]
        smaller = min(len(here), len(there))
        common = here.keys() & there.keys()
        if len(common) < FEWEST or len(common) < PART * smaller:
            continue
        first, other, because = original(pages[a], pages[b])
        ours, theirs = (read(a), read(b)) if other is pages[a] else (read(b), read(a))
        yield _copy((other, ours[0]), (first, theirs[0]), theirs[1], common, smaller, because)


def _copy(
    copy: tuple[Page, list[Word]],
    of: tuple[Page, list[Word]],
    places: dict[int, int],
    common: set[int],
    smaller: int,
    because: tuple[str, ...],
) -> Copy:
    (page, ours), (source, theirs) = copy, of
    found = _stretches(ours, theirs, places, common)
    containment = len(common) / smaller
    kind = "copy" if containment >= WHOLE else "partial copy"
    told = f"{kind}: {len(common)} of {smaller} four-word sequences shared"
    return Copy(
        page.article.id,
        source.article.id,
        round(containment, 4),
        tuple(
            (
                page.span(ours[n][1], ours[n + run - 1][2]),
                source.span(theirs[m][1], theirs[m + run - 1][2]),
            )
            for n, m, run in found
        ),
        (told, *because, *_changes(page, source, ours, theirs, found)),
    )


def _prose(page: Page) -> list[Word]:
    """The words of the page's prose with their local offsets."""
    return [
        (word, start + a, start + b)
        for start, stop in page.prose()
        for word, a, b in words(page.text[start:stop])
    ]


@lru_cache(maxsize=1 << 18)
def _number(word: str) -> int:
    """A word's number, the same on every machine."""
    return crc32(word.encode("utf-8", "surrogatepass")) + 1


def _hashes(found: list[Word]) -> list[int]:
    """The number of each four-word sequence, in order."""
    said = [_number(w) for w, _, _ in found]
    return [
        (((a * BASE + b) * BASE + c) * BASE + d) % BITS
        for a, b, c, d in zip(said, said[1:], said[2:], said[3:], strict=False)
    ]


def _shingles(found: list[Word]) -> dict[int, int]:
    """Each four-word sequence with the number of its first word, where it first stands."""
    out: dict[int, int] = {}
    for n, gram in enumerate(_hashes(found)):
        out.setdefault(gram, n)
    return out


def _pairs(pages: list[Page]) -> list[tuple[int, int]]:
    """Numbers of pages that share sampled shingles, from one sorted list of all of them."""
    bits = max(1, len(pages).bit_length())
    rows: list[int] = []
    sizes: list[int] = []
    for n, page in enumerate(pages):
        grams = {g for g in _hashes(_prose(page)) if g % SAMPLE == 0}
        sizes.append(len(grams))
        rows.extend(g << bits | n for g in grams)
    rows.sort()
    together: Counter[int] = Counter()
    mask = (1 << bits) - 1
    run: list[int] = []
    last = -1
    for row in [*rows, -1]:
        gram = row >> bits
        if gram != last:
            if len(run) > 1:
                together.update(_together(run, bits))
            run, last = [], gram
        run.append(row & mask)
    return [
        (pair >> bits, pair & mask)
        for pair, count in sorted(together.items())
        if count >= PART / 2 * min(sizes[pair >> bits], sizes[pair & mask])
    ]


def _together(run: list[int], bits: int) -> list[int]:
    """The pairs of page numbers, each as one number."""
    if len(run) <= COMMON:
        return [a << bits | b for k, a in enumerate(run) for b in run[k + 1 :]]
    return [a << bits | b for k, a in enumerate(run) for b in run[k + 1 : k + 3]]


def _stretches(
    here: list[Word], there: list[Word], places: dict[int, int], shared: set[int]
) -> list[Stretch]:
    """The longest runs of words that both articles have, in the order of the copy."""
    out: list[Stretch] = []
    grams = _hashes(here)
    n = 0
    while n < len(grams):
        if grams[n] not in shared:
            n += 1
            continue
        m = places[grams[n]]
        run = 0
        while (
            n + run < len(here) and m + run < len(there) and here[n + run][0] == there[m + run][0]
        ):
            run += 1
        if run >= SHINGLE:
            out.append((n, m, run))
        n += max(run, 1)
    return out


def _changes(
    page: Page, source: Page, ours: list[Word], theirs: list[Word], found: list[Stretch]
) -> tuple[str, ...]:
    """What stands here for what stands there, between two stretches that both share."""
    out: list[str] = []
    for (n, m, run), (next_n, next_m, _) in pairwise(found):
        mine, other = ours[n + run : next_n], theirs[m + run : next_m]
        if (mine or other) and max(len(mine), len(other)) <= CHANGED and next_m >= m + run:
            told = f"differs: {_said(page, mine)} for {_said(source, other)}"
            out.extend([told] if "\n" not in told else [])
    return tuple(out[:SHOWN])


def _said(page: Page, found: list[Word]) -> str:
    return f"“{page.text[found[0][1] : found[-1][2]]}”" if found else "nothing"

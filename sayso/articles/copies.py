"""Which articles share so much text that one was copied from the other, or both from a third?"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from sayso.articles.lines import words
from sayso.lexicon.load import words as listed
from sayso.model.article import Copy
from sayso.model.collection import Collection
from sayso.model.page import Page
from sayso.settings import LANGUAGES

# Four words and containment: on 930 synthetic copies, containment of at least .5 had precision 1.0
# and recall .951; at least .25, .994 and .994.
SHINGLE = 4
WHOLE = 0.5
PART = 0.25
FEWEST = 12  # shingles that two articles must share: less is a stock phrase
COMMON = 50  # a shingle in more articles than this is a stock phrase and opens no pair

Word = tuple[str, int, int]


def copies(collection: Collection) -> Iterator[Copy]:
    """Every pair of articles of which the shorter is held in the other by a quarter or more."""
    pages = {p.article.id: p for p in collection.pages}
    prose = {key: _prose(page) for key, page in sorted(pages.items())}
    grams = {key: _shingles(found) for key, found in prose.items()}
    for a, b in sorted(_pairs(grams)):
        shared = grams[a].keys() & grams[b].keys()
        smaller = min(len(grams[a]), len(grams[b]))
        containment = len(shared) / smaller
        if len(shared) < FEWEST or containment < PART:
            continue
        article, of, because = _original(pages[a], pages[b])
        kind = "copy" if containment >= WHOLE else "partial copy"
        because = (f"{kind}: {len(shared)} of {smaller} four-word sequences shared", *because)
        spans = tuple(
            (pages[article].span(*here), pages[of].span(*there))
            for here, there in _stretches(prose[article], prose[of], grams[of], shared)
        )
        yield Copy(article, of, round(containment, 4), spans, because)


def _prose(page: Page) -> list[Word]:
    """The words of the page's prose with their local offsets."""
    return [
        (word, start + a, start + b)
        for start, stop in page.prose()
        for word, a, b in words(page.text[start:stop])
    ]


def _shingles(found: list[Word]) -> dict[tuple[str, ...], int]:
    """Each four-word sequence with the number of its first word, where it first stands."""
    out: dict[tuple[str, ...], int] = {}
    for n in range(len(found) - SHINGLE + 1):
        out.setdefault(tuple(w for w, _, _ in found[n : n + SHINGLE]), n)
    return out


def _pairs(grams: dict[str, dict[tuple[str, ...], int]]) -> Iterator[tuple[str, str]]:
    """Pairs that share a shingle, from an inverted index of those that stand in two or more."""
    index: dict[tuple[str, ...], list[str]] = {}
    for key, found in grams.items():
        for gram in found:
            index.setdefault(gram, []).append(key)
    together: Counter[tuple[str, str]] = Counter()
    for keys in index.values():
        if 2 <= len(keys) <= COMMON:
            together.update((a, b) for n, a in enumerate(keys) for b in keys[n + 1 :])
    for pair, count in together.items():
        if count >= FEWEST:
            yield pair


def _stretches(
    here: list[Word],
    there: list[Word],
    places: dict[tuple[str, ...], int],
    shared: set[tuple[str, ...]],
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The longest runs of words that both articles have, in the order of the copy."""
    out: list[tuple[tuple[int, int], tuple[int, int]]] = []
    n = 0
    while n <= len(here) - SHINGLE:
        gram = tuple(w for w, _, _ in here[n : n + SHINGLE])
        if gram not in shared:
            n += 1
            continue
        m = places[gram]
        run = SHINGLE
        while (
            n + run < len(here) and m + run < len(there) and here[n + run][0] == there[m + run][0]
        ):
            run += 1
        out.append(((here[n][1], here[n + run - 1][2]), (there[m][1], there[m + run - 1][2])))
        n += run
    return out


def _original(a: Page, b: Page) -> tuple[str, str, tuple[str, ...]]:
    """(copy, likelier original, reasons): the first reason that tells them apart decides."""
    for rule in (_agency, _earlier, _longer):
        told = rule(a, b)
        if told:
            first, reason = told
            other = b if first is a else a
            return other.article.id, first.article.id, (reason,)
    first, other = sorted((a, b), key=lambda p: p.article.id)
    return other.article.id, first.article.id, ("nothing tells which came first",)


def _agency(a: Page, b: Page) -> tuple[Page, str] | None:
    """The other names this one's publisher as its source, or only one opens as agency copy does."""
    for one, other in ((a, b), (b, a)):
        outlet = one.article.publisher
        if outlet and outlet.text in other.text and not _credits(one, other):
            return one, f"the other names {outlet.text}"
    marks = (_agency_mark(a), _agency_mark(b))
    if bool(marks[0]) != bool(marks[1]):
        return (a if marks[0] else b), f"agency mark {marks[0] or marks[1]}"
    return None


def _credits(one: Page, other: Page) -> bool:
    outlet = other.article.publisher
    return bool(outlet and outlet.text in one.text)


def _agency_mark(page: Page) -> str:
    """The agency in the article's dateline."""
    for _, start, stop in page.zones("dateline"):
        head = " ".join(w for w, _, _ in words(page.text[start:stop]))
        bracket = re.search(r"\(([^()]{2,40})\)", page.text[start:stop])
        known = [name for name in _agencies() if f" {name} " in f" {head} "]
        if known:
            return max(known, key=lambda name: (len(name), name))
        if bracket and not any(c.isdigit() for c in bracket.group(1)):
            return bracket.group(1)
    return ""


@cache
def _agencies() -> tuple[str, ...]:
    found = {
        " ".join(w for w, _, _ in words(name))
        for lang in LANGUAGES
        for name in listed(lang, "agencies")
    }
    return tuple(sorted(found))


def _earlier(a: Page, b: Page) -> tuple[Page, str] | None:
    days = [p.article.published.text if p.article.published else None for p in (a, b)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return None
    first = a if days[0] < days[1] else b
    return first, f"published {min(days[0], days[1])}, the other {max(days[0], days[1])}"


def _longer(a: Page, b: Page) -> tuple[Page, str] | None:
    sizes = [sum(stop - start for start, stop in p.prose()) for p in (a, b)]
    if max(sizes) < 1.1 * min(sizes):
        return None
    return (a if sizes[0] > sizes[1] else b), "longer text"

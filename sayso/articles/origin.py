"""Of two articles that share text, which is likelier the original, and what speaks against it?"""

import re
from functools import cache

from sayso.articles.lines import words
from sayso.lexicon.load import words as listed
from sayso.model.page import Page
from sayso.settings import LANGUAGES


def original(a: Page, b: Page) -> tuple[Page, Page, tuple[str, ...]]:
    """(likelier original, the other, reasons): the first rule that tells them apart decides; what the
    other rules say is added, for it or against it."""
    told = [said for rule in (_agency, _earlier, _longer) if (said := rule(a, b))]
    if not told:
        first, other = sorted((a, b), key=lambda p: p.article.id)
        return first, other, ("nothing tells which came first",)
    first = told[0][0]
    reasons = [
        reason if page is first else f"against it: the other has {reason}" for page, reason in told
    ]
    return first, b if first is a else a, tuple(reasons)


def _agency(a: Page, b: Page) -> tuple[Page, str] | None:
    """The other names this one's publisher as its source, or only one opens as agency copy does."""
    for one, other in ((a, b), (b, a)):
        outlet = one.article.publisher
        if outlet and outlet.text in other.text and not _credits(one, other):
            return one, f"a publisher that the other text names, {outlet.text}"
    marks = (_agency_mark(a), _agency_mark(b))
    if bool(marks[0]) != bool(marks[1]):
        return (a if marks[0] else b), f"the agency mark {marks[0] or marks[1]}"
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
    return first, f"the earlier date, {min(days[0], days[1])} before {max(days[0], days[1])}"


def _longer(a: Page, b: Page) -> tuple[Page, str] | None:
    sizes = [sum(stop - start for start, stop in p.prose()) for p in (a, b)]
    if max(sizes) < 1.1 * min(sizes):
        return None
    return (a if sizes[0] > sizes[1] else b), "the longer text"

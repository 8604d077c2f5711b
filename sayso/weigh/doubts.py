"""Where does an article say that something could not be confirmed, and which claims does it mean?"""

import re
from bisect import bisect_right
from functools import cache

from sayso.lexicon.load import lexicon, words
from sayso.model.claim import Claim
from sayso.model.page import Page
from sayso.model.text import Span
from sayso.settings import LANGUAGES
from sayso.weigh.words import fold

SENTENCE_END = re.compile(r"[.!?؟…]+[\"'”»)\]]*(?=\s|$)")
GOVERNED = 24  # characters between the phrase and what it governs


@cache
def _phrases(language: str) -> re.Pattern[str] | None:
    """One pattern of all phrases; `…` in a phrase stands for up to seven words."""
    if language not in LANGUAGES:
        return None
    said = sorted(words(language, "non_confirmation"), key=lambda p: (-len(p), p))
    return re.compile(
        "|".join(
            r"(?:[^\w.!?؟]+\w+){0,7}?[^\w.!?؟]+".join(
                r"\s+".join(re.escape(w) for w in part.split()) for part in p.split("…")
            )
            for p in said
        ),
        re.IGNORECASE,
    )


def is_doubt(text: str, language: str) -> bool:
    """Whether the words only say that something is not confirmed, and nothing of what it is.

    >>> is_doubt("This could not be independently verified", "en")
    True
    >>> is_doubt("The ferry carried 40 tonnes of fertiliser", "en")
    False
    """
    pattern = _phrases(language)
    found = pattern.search(text) if pattern else None
    return found is not None and len(found.group()) * 3 > len(text.strip())


def doubts(page: Page) -> tuple[tuple[Span, tuple[str, ...]], ...]:
    """(the words of non-confirmation, ids of the claims in their scope).

    In scope are the claims of the same sentence before the phrase; else those right after it that it
    governs ("could not confirm that …"); else those of the nearest sentence before it that has any,
    in this paragraph or the one before. Words that speak of claims in the plural, or of what a
    paper or a source claims, reach all that the same source says up to there.
    """
    pattern = _phrases(page.article.language)
    if pattern is None:
        return ()
    claims = sorted(page.claims, key=lambda c: (c.content[0].start, c.id))
    out = []
    paragraphs = page.prose()
    for number, (start, stop) in enumerate(paragraphs):
        for found in pattern.finditer(page.text, start, stop):
            span = page.span(found.start(), found.end())
            lowest = paragraphs[number - 1][0] if number else start
            out.append((span, _in_scope(page, claims, span, page.base + lowest)))
    return tuple(out)


def _in_scope(page: Page, claims: list[Claim], doubt: Span, lowest: int) -> tuple[str, ...]:
    cuts = [page.base + m.end() for m in SENTENCE_END.finditer(page.text)]
    own = bisect_right(cuts, doubt.start)
    told = [c for c in claims if not _itself(page, c, doubt)]
    here = [c for c in told if bisect_right(cuts, c.content[0].start) == own]
    before = [c for c in here if c.content[0].start < doubt.start]
    after = [c for c in here if 0 <= c.content[0].start - doubt.stop <= GOVERNED]
    if not _points_back(page, doubt, cuts):
        if after:
            return _ids(after)
        if before:
            return _ids(before)
    earlier = [c for c in told if lowest <= c.content[0].start < doubt.start]
    last = max((bisect_right(cuts, c.content[0].start) for c in earlier), default=-1)
    nearest = [c for c in earlier if bisect_right(cuts, c.content[0].start) == last]
    if not nearest or not _many(page, doubt, cuts):
        return _ids(nearest)
    voices = {_voice(c) for c in nearest}
    return _ids([c for c in told if c.content[0].start < doubt.start and _voice(c) in voices])


def _itself(page: Page, claim: Claim, doubt: Span) -> bool:
    """Whether the claim is the statement of non-confirmation, as somebody's refusal to confirm."""
    said = claim.content[0]
    if claim.act == "refuse to confirm" or is_doubt(_words(page, claim), page.article.language):
        return True
    return said.meets(doubt) and len(said) < 2 * len(doubt)


def _ids(claims: list[Claim]) -> tuple[str, ...]:
    return tuple(sorted(c.id for c in claims))


def _voice(claim: Claim) -> str:
    """The outlet or source that the article takes it from."""
    link = claim.told[0] if claim.told else None
    return (link.holder.mention or link.holder.words.casefold()) if link else ""


def _pointed(page: Page, doubt: Span, cuts: list[int], kind: str) -> bool:
    """Whether the sentence of the doubt holds words of this kind that point at what was said."""
    number = bisect_right(cuts, doubt.start)
    start = cuts[number - 1] if number else page.base
    stop = cuts[number] if number < len(cuts) else page.base + len(page.text)
    said = fold(page.text[start - page.base : stop - page.base])
    if page.article.language not in LANGUAGES:
        return False
    rows = lexicon(page.article.language, "pointing_back").entries.items()
    return any(fold(word) in said for word, (k,) in rows if k == kind or kind == "any")


def _points_back(page: Page, doubt: Span, cuts: list[int]) -> bool:
    return _pointed(page, doubt, cuts, "any")


def _many(page: Page, doubt: Span, cuts: list[int]) -> bool:
    return _pointed(page, doubt, cuts, "many")


def _words(page: Page, claim: Claim) -> str:
    return " ".join(page.words(s) for s in claim.content)

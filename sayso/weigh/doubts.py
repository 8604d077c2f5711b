"""Where does an article say that something could not be confirmed, and which claims does it mean?"""

import re
from bisect import bisect_right
from functools import cache

from sayso.lexicon.load import words
from sayso.model.claim import Claim
from sayso.model.page import Page
from sayso.model.text import Span
from sayso.settings import LANGUAGES

SENTENCE_END = re.compile(r"[.!?؟…]+[\"'”»)\]]*(?=\s|$)")


@cache
def _phrases(language: str) -> re.Pattern[str] | None:
    """One pattern of all phrases; `…` in a phrase stands for up to four words."""
    if language not in LANGUAGES:
        return None
    said = sorted(words(language, "non_confirmation"), key=lambda p: (-len(p), p))
    return re.compile(
        "|".join(
            r"(?:\W+\w+){0,4}?\W+".join(
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

    In scope are the claims of the same sentence beside the phrase; if there are none, those of the
    nearest sentence before it that has any, in this paragraph or the one before.
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
            scope = _in_scope(page, claims, span, page.base + lowest)
            out.append((span, scope))
    return tuple(out)


def _in_scope(page: Page, claims: list[Claim], doubt: Span, lowest: int) -> tuple[str, ...]:
    cuts = [page.base + m.end() for m in SENTENCE_END.finditer(page.text)]
    sentences: dict[int, list[Claim]] = {}
    for claim in claims:
        at = claim.content[0].start
        if lowest <= at < doubt.stop and not is_doubt(_words(page, claim), page.article.language):
            sentences.setdefault(bisect_right(cuts, at), []).append(claim)
    own = bisect_right(cuts, doubt.start)
    for number in sorted(sentences, reverse=True):
        if number <= own:
            return tuple(sorted(c.id for c in sentences[number]))
    return ()


def _words(page: Page, claim: Claim) -> str:
    return " ".join(page.words(s) for s in claim.content)

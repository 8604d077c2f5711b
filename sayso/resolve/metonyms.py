"""Does a capital or a palace act for its government here, or is it no more than a place?"""

import re
from functools import cache

from sayso.lexicon.load import lexicon, words
from sayso.model.mention import Mention
from sayso.model.page import Page
from sayso.resolve.alias import alias, as_listed, belongs_to
from sayso.settings import LANGUAGES

_WORD = re.compile(r"[^\W\d_][\w’'ʼ\u200c-]*")
_CLAUSE = re.compile(r"[.!?;:,،؛؟\n«»\"“”„()—–]")
LAST = 12  # words from a name to the verb that ends a Persian clause
NEAR = 4  # and elsewhere, over words such as "on Sunday" or "уже"
WINDOW = 120  # code points read before and behind a name
_GLUED = {"he": "בלמכ", "ar": "بلك"}
_CASES = ("ru", "uk")


def acts(page: Page, mention: Mention) -> str | None:
    """The country whose government a capital or palace stands for here, else None.

    It stands for one where somebody cites it, or where it opens a clause (in Arabic, follows its verb) and a verb of
    saying or deciding follows: "Tehran rejected", not "the police of Tehran said" and not "near Tehran".
    """
    country = stands_for(mention)
    language = page.article.language
    if country is None or language not in LANGUAGES or not page.article.span.covers(mention.span):
        return None
    start, stop = mention.span.start - page.base, mention.span.stop - page.base
    before = _CLAUSE.split(page.text[max(0, start - WINDOW) : start])[-1]
    if _cited(before, language):
        return country
    glued = page.text[start - 1 : start] in _GLUED.get(language, "") if start else False
    if glued and page.text[start - 1 : start]:
        return None
    if language in _CASES and not as_listed(mention.surface):
        return None
    said = [w.casefold() for w in _WORD.findall(before)]
    behind = _CLAUSE.split(page.text[stop : stop + WINDOW])[0]
    done = _subject(said, [w.casefold() for w in _WORD.findall(behind)], language)
    return country if done else None


def stands_for(mention: Mention) -> str | None:
    """The country of a known capital (a place) or of a body called by its palace."""
    if mention.kind not in ("LOC", "ORG"):
        return None
    known = alias(mention.surface, mention.kind)
    if known and (known.kind == "CAPITAL" or known.id in words("any", "palaces")):
        return belongs_to(known.id) or (known.of if known.of != "-" else None)
    return None


@cache
def _kinds(language: str) -> dict[str, str]:
    return {w.casefold(): kind for w, (kind,) in lexicon(language, "acting").entries.items()}


@cache
def _verbs(language: str) -> frozenset[str]:
    acting = {w for w, kind in _kinds(language).items() if kind == "verb"}
    return frozenset(acting | {w.casefold() for w in words(language, "say_verbs")})


def _verb(word: str, language: str) -> bool:
    return word in _verbs(language) or (
        language == "ar" and word[:1] in "وف" and word[1:] in _verbs(language)
    )


def _cited(before: str, language: str) -> bool:
    """Whether "according to" or the like stands right before."""
    said = before.rstrip().casefold().removesuffix(" the")
    return any(f" {said}".endswith(f" {p}") for p in words(language, "source_preps"))


def _subject(before: list[str], behind: list[str], language: str) -> bool:
    kinds = _kinds(language)
    last = before[-1] if before else ""
    if language == "ar" and last and _verb(last, language):
        return True
    if language == "en":
        last = (
            before[-2]
            if last == "the" and len(before) > 1
            else last.replace("the", "", last == "the")
        )
        if kinds.get(last) == "place":
            return False
    elif last and kinds.get(last) != "join" and kinds.get(last) != "skip":
        return False
    if language == "fa":
        return any(_verb(w, language) for w in behind[:LAST])
    for word in behind[:NEAR]:
        if kinds.get(word) == "verb" or (kinds.get(word) != "skip" and _verb(word, language)):
            return True
        if kinds.get(word) != "skip" and not _weekday(word, language):
            return False
    return False


def _weekday(word: str, language: str) -> bool:
    return word in {w.casefold() for w in words(language, "weekdays")}

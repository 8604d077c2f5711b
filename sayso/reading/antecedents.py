"""Whom does a role word mean ("the minister", «губернатор», הנשיא) when the article names several people?"""

from sayso.model.page import Page
from sayso.reading.role_words import JOINING, kind, meaning, same_word
from sayso.reading.telling import Piece

PAST = ("former", "ex", "late", "then")
_DEFINITE = {"ar": "ال", "he": "ה"}


def bearer(page: Page, piece: Piece) -> str | None:
    """The mention of the one person met so far who bears this title; None when none or several do.

    Every word must stand among the words of the title; a former minister is not "the minister".
    """
    language = page.article.language
    wanted = _words(page.text[piece[0] : piece[1]], language)
    if not wanted or not any(kind(w, language) == "role" for w in wanted):
        return None
    if not _definite(page.text[piece[0] : piece[1]], language):
        return None
    same = {link.b: link.a for link in page.links if link.verdict == "same"}
    found = {
        _first(r.holder, same)
        for r in page.roles
        if r.title.start < page.base + piece[0]
        and meaning(r.tense or "", language) not in PAST
        and _named_by(wanted, _words(r.words, language), language)
    }
    return found.pop() if len(found) == 1 else None


def _first(mention: str, same: dict[str, str]) -> str:
    while mention in same:
        mention = same[mention]
    return mention


def _words(text: str, language: str) -> list[str]:
    return [w for w in text.split() if w.casefold() not in JOINING[language]]


def _named_by(wanted: list[str], title: list[str], language: str) -> bool:
    return all(any(same_word(w, t, language) for t in title) for w in wanted)


def _definite(words: str, language: str) -> bool:
    """Whether the words point at somebody known: by an article, where the language has one."""
    if language == "en":
        return words.casefold().startswith("the ")
    mark = _DEFINITE.get(language)
    return mark is None or any(w.startswith(mark) for w in words.split())

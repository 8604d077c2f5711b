"""Pages for the tests, written as a reporter would mark them up: `[PER Anna Keller] said`."""

import re

from sayso.model.article import Article
from sayso.model.collection import Collection
from sayso.model.entity import Entity
from sayso.model.mention import Link, Mention, Role
from sayso.model.page import Page
from sayso.model.text import Document
from sayso.resolve.across import across
from sayso.resolve.within import within

_MARKED = re.compile(r"\[(PER|ORG|LOC) ([^\]]+)\]")


def page(marked: str, number: int = 0, language: str = "en") -> Page:
    """A page whose mentions are the marked names; other square brackets stay text."""
    plain, found, at = "", [], 0
    for hit in _MARKED.finditer(marked):
        plain += marked[at : hit.start()]
        found.append((hit[1], len(plain), len(plain) + len(hit[2])))
        plain += hit[2]
        at = hit.end()
    plain += marked[at:]
    document = Document(f"{number:064d}", "text/1", plain, "text/plain", "a.txt", "utf-8")
    article = Article(document.span(0, len(plain)), (), language)
    blank = Page.of(document, article)
    mentions = tuple(
        Mention(blank.span(a, b), kind, plain[a:b], plain[a:b].lower(), "", language, article.id)
        for kind, a, b in found
    )
    return blank.having(mentions)


def linked(marked: str) -> set[tuple[str, str]]:
    """(fuller, later) words of the links that one article makes."""
    read = page(marked)
    words = {m.id: m.surface for m in read.mentions}
    return {(words[link.a], words[link.b]) for link in within(read)}


def pages(*marked: str) -> tuple[Page, ...]:
    read = (page(text, number) for number, text in enumerate(marked))
    return tuple(p.having(tuple(within(p))) for p in read)


def resolved(*marked: str, judgements=()) -> tuple[tuple[Entity, ...], tuple[Link, ...]]:
    found = tuple(across(Collection(pages(*marked), judgements=judgements)))
    return (
        tuple(r for r in found if isinstance(r, Entity)),
        tuple(r for r in found if isinstance(r, Link)),
    )


def groups(*marked: str, judgements=()) -> set[frozenset[str]]:
    """The names of each entity, as they stand."""
    found, _ = resolved(*marked, judgements=judgements)
    return {frozenset(n.text for n in e.names) for e in found}


def role(holder: Mention, read: Page, of: Mention | None = None) -> Role:
    return Role(holder.id, read.span(0, 1), read.text[:1], of.id if of else None)

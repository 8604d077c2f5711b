"""Which roles are told beside a person's name?"""

import re
from collections.abc import Iterator
from functools import cache

from sayso.lexicon.load import words
from sayso.model.mention import Mention, Role
from sayso.model.page import Page

REACH = 60  # code points before a name in which its title may begin


@cache
def _titles(language: str) -> re.Pattern[str]:
    """One or more words of a role that end right before a name: (tense) (office) title (name)."""
    listed = sorted(words(language, "titles"), key=lambda w: (-len(w), w))
    either = "|".join(re.escape(w) for w in listed)
    dated = "|".join(re.escape(w) for w in sorted(words(language, "tense_words")))
    ending = r"\w{0,3}" if language == "ru" else ""
    return re.compile(
        rf"(?:(?<!\w)(?P<tense>{dated})[\s-])?(?<!\w)(?P<title>(?:{either}){ending}"
        rf"(?:\s(?:{either}){ending})?)(?P<gap>(?:\s\S+){{0,3}}?)[\s,]+$",
        re.IGNORECASE,
    )


@cache
def _apposed(language: str) -> re.Pattern[str]:
    """A role after the name and a comma: ", the (former) transport minister"."""
    listed = sorted(words(language, "titles"), key=lambda w: (-len(w), w))
    either = "|".join(re.escape(w) for w in listed)
    dated = "|".join(re.escape(w) for w in sorted(words(language, "tense_words")))
    return re.compile(
        rf"^\s*[,،(]\s*(?:the\s|a\s)?(?:(?P<tense>{dated})\s)?(?P<title>(?:\w+\s)?(?:{either}))(?!\w)",
        re.IGNORECASE,
    )


def roles(page: Page, mentions: list[Mention]) -> Iterator[Role]:
    """A title before or behind the name of a person, within its line."""
    told = page.article.published
    for mention in mentions:
        if mention.kind != "PER":
            continue
        a, b = mention.span.start - page.base, mention.span.stop - page.base
        line = page.text.rfind("\n", 0, a) + 1
        earlier = (m.span.stop - page.base for m in mentions if m.kind == "PER")
        start = max(line, a - REACH, *(stop for stop in earlier if stop <= a))
        before = _titles(mention.language).search(page.text[start:a])
        after = _apposed(mention.language).search(page.text[b : b + REACH])
        hit, base = (before, start) if before else (after, b)
        if hit is None:
            continue
        at = page.span(base + hit.start("title"), base + hit.end("title"))
        nearby = range(base + hit.start(), base + hit.end() + 2)
        yield Role(
            holder=mention.id,
            title=at,
            words=page.words(at),
            of=_organisation(page, mentions, mention, nearby),
            tense=hit.group("tense"),
            said_on=told.text if told else None,
        )


def _organisation(
    page: Page, mentions: list[Mention], holder: Mention, nearby: range
) -> str | None:
    """The organisation or place named inside the role's own words."""
    for mention in mentions:
        at = mention.span.start - page.base
        if mention.kind in ("ORG", "LOC") and mention.id != holder.id and at in nearby:
            return mention.id
    return None

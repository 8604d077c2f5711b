"""Who and what is named in an article, and which roles are told beside the names?"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from sayso.language.morph import fold, lemma
from sayso.language.skeleton import skeleton
from sayso.language.tag import tag
from sayso.lexicon.load import words
from sayso.model.mention import Mention, Role
from sayso.model.page import Page

REACH = 60  # code points before a name in which its title may begin
BEFORE = {"en": True, "ru": True, "uk": True, "ar": True, "fa": True, "he": True}
# Where the tagger knows no context, a surname is looked for again; prefixes that may stand before it.
CLITICS = {"uk": "", "ar": "[وف]?[بلك]?", "fa": "", "he": "ו?[שכ]?[בלמכ]?"}
OPENING_WORD = re.compile(r"(?:^|[.!?,،؛:\n] ?)(\w+) $")
OF = re.compile(r"^\s*(?:of|at|for)\s+(?:the\s+)?$")


def names(page: Page) -> Iterator[Mention | Role]:
    """Mentions in the prose of the page, their kinds voted over the article, and roles beside them."""
    language = page.article.language
    found = [
        (a + start, a + stop, kind)
        for a, b in page.prose()
        for start, stop, kind in tag(page.text[a:b], language)
    ]
    found = sorted([*found, *_surnames_again(page, found)])
    mentions = _mentions(page, _voted(page.text, found, language))
    yield from mentions
    yield from _roles(page, mentions)


def _surnames_again(page: Page, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The surnames of full names of this article where the tagger passed over them."""
    language = page.article.language
    surnames = {
        words_[-1]
        for a, b, kind in found
        if kind == "PER" and len(words_ := page.text[a:b].split()) > 1
    }
    known = sorted(s for s in surnames if _stands_alone(s, language))
    if language not in CLITICS or not known:
        return []
    either = "|".join(re.escape(s) for s in known)
    again = re.compile(rf"(?<![\w׳'\"״]){CLITICS[language]}({either})(?![\w׳'\"״])")
    taken = [(a, b) for a, b, _ in found]
    return [
        (hit.start(1), hit.end(1), "PER")
        for a, b in page.prose()
        for hit in again.finditer(page.text, a, b)
        if all(hit.end(1) <= c or d <= hit.start(1) for c, d in taken)
        and not _has_own_given_name(page.text, hit.start(1), language)
    ]


def _has_own_given_name(text: str, at: int, language: str) -> bool:
    """Whether a word that opens the clause right before a surname may be somebody else's given name."""
    opening = OPENING_WORD.search(text, max(0, at - 40), at)
    if language == "uk" or not opening:
        return False
    lists = ("say_verbs", "small_words", "titles", "not_names")
    return not any(opening[1] in words(language, name) for name in lists)


def _stands_alone(surname: str, language: str) -> bool:
    """Whether the word alone is hardly anything but the surname."""
    lists = ("small_words", "titles", "not_names") if language in CLITICS else ()
    return len(surname) > 2 and not any(surname in words(language, name) for name in lists)


def _normal(words_: str, language: str) -> str:
    """The form under which the same name is found again."""
    if language in ("ru", "uk"):
        return " ".join(fold(lemma(w, language)) for w in words_.split())
    return fold(words_)


def _voted(
    text: str, found: list[tuple[int, int, str]], language: str
) -> list[tuple[int, int, str, str]]:
    """One kind for one form in one article: the surname of a person is that person, else the most."""
    people = {
        _normal(text[a:b].split()[-1], language)
        for a, b, kind in found
        if kind == "PER" and len(text[a:b].split()) > 1
    }
    votes: dict[str, Counter[str]] = {}
    for a, b, kind in found:
        votes.setdefault(_normal(text[a:b], language), Counter())[kind] += 1
    out = []
    for a, b, kind in found:
        normal = _normal(text[a:b], language)
        if normal in people:
            voted, rule = "PER", "surname of a person of this article"
        else:
            voted = min(votes[normal], key=lambda k: (-votes[normal][k], k))
            rule = "tagger" if voted == kind else "vote over the article"
        out.append((a, b, voted, rule))
    return out


def _mentions(page: Page, voted: list[tuple[int, int, str, str]]) -> list[Mention]:
    language = page.article.language
    return [
        Mention(
            span=page.span(a, b),
            kind=kind,
            surface=page.text[a:b],
            normal=_normal(page.text[a:b], language),
            key=skeleton(page.text[a:b]),
            language=language,
            article=page.article.id,
            because=rule,
        )
        for a, b, kind, rule in voted
    ]


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


def _roles(page: Page, mentions: list[Mention]) -> Iterator[Role]:
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

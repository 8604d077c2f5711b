"""Who speaks here: a named person, an institution, a paper, or somebody who is not named?"""

import re
from functools import cache

from sayso.lexicon.load import lexicon
from sayso.model.claim import Holder
from sayso.model.mention import Mention
from sayso.model.page import Page
from sayso.reading.antecedents import bearer
from sayso.reading.telling import Piece

WORD = re.compile(r"\w[\w'’״\"-]*\w|\w")
# where the noun phrase of an English source stops being its head
TAIL = frozenset(
    [
        "of",
        "for",
        "from",
        "in",
        "with",
        "at",
        "who",
        "which",
        "that",
        "close",
        "familiar",
        "on",
        "by",
        "said",
        "including",
        "and",
        "near",
    ]
)
GIVEN_BY = {"PER": "person", "ORG": "institution", "LOC": "institution"}


@cache
def _heads(language: str) -> dict[str, str]:
    lists = ("bodies", "anonymous")
    return {w: row[0] for name in lists for w, row in lexicon(language, name).entries.items()}


def holder_at(page: Page, piece: Piece, antecedent: Piece | None = None) -> Holder:
    """The holder whose words are this piece; `antecedent` is what a relative pronoun stands for."""
    span = page.span(*piece)
    words = page.text[piece[0] : piece[1]]
    language = page.article.language
    meant = antecedent or piece
    kind, mention = _kind(page, meant)
    if antecedent is None and mention is None:
        pronoun = lexicon(language, "pronouns").entries.get(words.casefold())
        if pronoun is not None:
            kind, mention = _pronoun(page, piece, pronoun[0])
    return Holder(kind, span, words, mention, _count(words, language))


def _kind(page: Page, piece: Piece) -> tuple[str, str | None]:
    """What sort of holder the words name, and the mention that names it."""
    language = page.article.language
    words = page.text[piece[0] : piece[1]]
    named = [
        m
        for m in _mentions(page)
        if page.base + piece[0] <= m.span.start and m.span.stop <= page.base + piece[1]
    ]
    people = [m for m in named if m.kind == "PER" and not _owner(page, m)]
    if people:
        first = words.split(",")[0]
        front = [m for m in people if m.span.start < page.base + piece[0] + len(first)]
        return "person", (front or people)[-1 if front else 0].id
    head = _head(words, language)
    if head in (None, "person") and (meant := bearer(page, piece)):
        return "person", meant
    if head == "person":
        return _post(words, language), None
    named = [m for m in named if m.kind in ("ORG", "LOC", "WORK")]
    if named:
        outlet = head == "outlet" or any(_outlet(m.surface, language) for m in named)
        kind = "outlet" if outlet else head or "institution"
        return kind, None if kind == "document" else named[0].id
    if head is None and _outlet(words, language):
        return "outlet", None
    return head or "unknown", None


def _post(words: str, language: str) -> str:
    """ "the minister" is a person who is known by a post, whoever it is; "an official" is nobody named."""
    folded = words.casefold()
    if language != "en" or not folded.startswith("the "):
        return "anonymous"
    held = folded.removeprefix("the ").split(",")[0].split()
    return "person" if held and held[-1] in POSTS else "anonymous"


# Posts that one person holds at a time, so that the article and a post point at somebody.
POSTS = frozenset(
    [
        "ambassador",
        "archbishop",
        "chairman",
        "chairwoman",
        "chancellor",
        "coroner",
        "director",
        "governor",
        "judge",
        "king",
        "mayor",
        "minister",
        "patriarch",
        "pope",
        "premier",
        "president",
        "prosecutor",
        "queen",
        "rector",
        "speaker",
        "sheriff",
        "treasurer",
    ]
)


@cache
def _sorted(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.stop)))


def _mentions(page: Page) -> tuple[Mention, ...]:
    return _sorted(page.mentions)


def _owner(page: Page, mention: Mention) -> bool:
    """A name in the possessive ("Stein's spokeswoman") owns the holder and is not it."""
    after = page.text[mention.span.stop - page.base :][:2]
    return after in ("'s", "’s") and page.text[mention.span.stop - page.base + 2 :][:1] == " "


def _outlet(words: str, language: str) -> bool:
    """Whether the words are, or hold, the name of a paper, broadcaster or agency we know."""
    folded = words.casefold().removeprefix("the ").strip("«»“”\"'")
    for name in ("outlets", "agencies"):
        known = {*lexicon(language, name).entries, *lexicon("en", name).entries}
        if folded in known:
            return True
    return any(w in OUTLET_WORDS for w in WORD.findall(folded))


OUTLET_WORDS = frozenset(
    [
        "times",
        "gazette",
        "post",
        "herald",
        "tribune",
        "journal",
        "news",
        "ledger",
        "courier",
        "observer",
        "chronicle",
        "reuters",
    ]
)


def _head(words: str, language: str) -> str | None:
    """The kind of the head noun: in English the last known noun before the tail, elsewhere the first."""
    heads = _heads(language)
    found, before = None, ""
    for match in WORD.finditer(words.casefold()):
        word, two = match[0], f"{before} {match[0]}"
        before = word
        kind = (
            heads.get(two)
            or heads.get(word)
            or (_singular(word, heads) if language == "en" else _bare(word, language, heads))
        )
        if language == "en":
            if word in TAIL and found:
                break
            found = kind or found
            if "," in words[: match.start()] and found:
                break
        elif kind:
            return kind
    return found


def _singular(word: str, heads: dict[str, str]) -> str | None:
    for end, new in (("ies", "y"), ("men", "man"), ("es", ""), ("s", ""), ("'s", ""), ("’s", "")):
        if word.endswith(end) and (kind := heads.get(word[: -len(end)] + new)):
            return kind
    return None


def _bare(word: str, language: str, heads: dict[str, str]) -> str | None:
    """Arabic and Hebrew nouns without the article and prefixed particles, Persian ones without "a"."""
    if language == "fa" and len(word) > 3:
        return heads.get(word.removesuffix("ی"))
    if language == "ar":
        for prefix in ("ال", "وال", "لل", "بال", "و"):
            if word.startswith(prefix) and (kind := heads.get(word[len(prefix) :])):
                return kind
    if language == "he":
        for prefix in ("ה", "וה", "מה", "בה", "ו"):
            if word.startswith(prefix) and (kind := heads.get(word[len(prefix) :])):
                return kind
    return None


def _entity(page: Page) -> dict[str, str]:
    """Mention id -> the id that stands for its person in this article."""
    known: dict[str, str] = {}
    for link in page.links:
        if link.verdict == "same":
            known[link.b] = known.get(link.a, link.a)
    return known


def _pronoun(page: Page, piece: Piece, kind: str) -> tuple[str, str | None]:
    """The one person (or institution, for "it") that the pronoun can mean, None when several can."""
    wanted = ("ORG",) if kind == "it" else ("PER",)
    same = _entity(page)
    if kind in ("they", "speaker"):
        return "unknown", None
    before = [
        m for m in _mentions(page) if m.kind in wanted and m.span.stop <= page.base + piece[0]
    ]
    start = page.text.rfind("\n", 0, piece[0])
    near = page.text.rfind("\n", 0, max(start - 1, 0)) if start > 0 else -1
    for limit in (start, near, -1):
        live = {same.get(m.id, m.id) for m in before if m.span.start - page.base > limit}
        if live:
            return GIVEN_BY[wanted[0]], live.pop() if len(live) == 1 else None
    return GIVEN_BY[wanted[0]], None


def _count(words: str, language: str) -> int | None:
    """The number that opens the words ("three engineers")."""
    numerals = lexicon(language, "numerals").entries
    for match in list(WORD.finditer(words.casefold()))[:3]:
        word = match[0]
        if word.isdecimal() and len(word) < 5:
            return int(word)
        row = numerals.get(word)
        if row and row[0] == "cardinal" and float(row[1]).is_integer():
            return int(float(row[1]))
    return None

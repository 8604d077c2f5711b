"""Who could have done it, and to whom? The people and bodies of a sentence as candidates."""

import re
from collections.abc import Iterator

from sayso.language.tokens import tokens
from sayso.lexicon.load import lexicon, words
from sayso.model.claim import Claim
from sayso.model.page import Page
from sayso.model.text import Span
from sayso.reading.event_candidate import KINDS, Candidate, titled
from sayso.reading.event_flat import groups
from sayso.reading.event_triggers import PARSED, Trigger, listed

NUMBER = re.compile(r"[\d.,٠-٩۰-۹]+")
OPENERS = '«"“„( \u00a0'
CLITICS = {"he": {"ל": "target", "ב": "place", "מ": "place"}, "ar": {"ب": "target", "ل": "target"}}
GAP = 3  # code points between a head noun and the name that belongs to it


def candidates(page: Page, at: tuple[int, int], anchor: Span, trigger: Trigger) -> list[Candidate]:
    """The names and group nouns of the sentence that may take part, in the order of the text."""
    banned = _speakers(page, anchor)
    if page.article.language not in PARSED:
        return [c for c in groups(page, at, trigger) if not _meets_any(page, c, banned)]
    named = [
        Candidate(m.span.start - page.base, m.span.stop - page.base, m.id, m.kind)
        for m in page.mentions
        if m.kind in KINDS
        and at[0] <= m.span.start - page.base
        and m.span.stop - page.base <= at[1]
    ]
    named = [c for c in named if not _meets_any(page, c, banned)]
    out: list[Candidate] = []
    for group in _groups(page, at):
        if _meets_any(page, group, banned):
            continue
        if not any(c.start < group.stop and group.start < c.stop for c in named):
            out.append(group)
    return [
        _with_role(page, c, at) for c in _merged(page, sorted([*named, *out], key=lambda c: c.at))
    ]


def _speakers(page: Page, anchor: Span) -> list[Span]:
    """The words of those who tell of the event: they do not take part by telling."""
    out: list[Span] = []
    for claim in page.claims:
        if any(s.covers(anchor) for s in claim.content):
            out.extend(_outside(claim))
    return out


def _outside(claim: Claim) -> Iterator[Span]:
    for link in claim.told:
        span = link.holder.span
        if span is not None and not any(s.covers(span) for s in claim.content):
            yield span


def _meets_any(page: Page, candidate: Candidate, spans: list[Span]) -> bool:
    a, b = candidate.start + page.base, candidate.stop + page.base
    return any(a < s.stop and s.start < b for s in spans)


def _groups(page: Page, at: tuple[int, int]) -> Iterator[Candidate]:
    """Police, three people, مسلحون: nouns for people, with the number before them."""
    language = page.article.language
    numbers = words(language, "numerals")
    before: tuple[int, str] | None = None
    for token in tokens(page.text[at[0] : at[1]], language):
        start, stop = at[0] + token.start, at[0] + token.stop
        if (
            token.text[0].isalpha()
            and listed(_singular(token.text, language), language, "groups") is not None
        ):
            counted = before is not None and (
                NUMBER.fullmatch(before[1]) or before[1].lower() in numbers
            )
            yield Candidate(before[0] if counted and before else start, stop, None, "GROUP")
        before = (start, token.text)


def _singular(word: str, language: str) -> str:
    if language != "en":
        return word
    plain = word.lower()
    known = words("en", "groups")
    for ending, instead in (("men", "man"), ("ies", "y"), ("es", ""), ("s", "")):
        if plain.endswith(ending) and plain.removesuffix(ending) + instead in known:
            return plain.removesuffix(ending) + instead
    return plain


def _merged(page: Page, found: list[Candidate]) -> Iterator[Candidate]:
    """«Компания "Веста"» is one: a group noun takes the name that follows it at once."""
    waiting: Candidate | None = None
    for one in found:
        if waiting is not None:
            between = page.text[waiting.stop : one.start]
            beside = len(between) <= GAP and set(between) <= set(OPENERS)
            if waiting.kind == "GROUP" and beside and _belongs(page, waiting, one):
                held = one.kind == "LOC"  # the mayor of a town is no town
                waiting = Candidate(
                    waiting.start,
                    one.stop,
                    None if held else one.mention,
                    "GROUP" if held else one.kind,
                )
                continue
            yield waiting
        waiting = one
    if waiting is not None:
        yield waiting


def _belongs(page: Page, noun: Candidate, name: Candidate) -> bool:
    """A bank takes its name, a minister hers; the police do not take that of whom they arrest."""
    if name.kind != "PER":
        return name.kind != "GROUP"
    head, language = page.text[noun.start : noun.stop].split()[0], page.article.language
    return titled(head, language) or listed(_singular(head, language), language, "bodies") is None


def _with_role(page: Page, one: Candidate, at: tuple[int, int]) -> Candidate:
    role = _role(page.text, one, at, page.article.language)
    return Candidate(one.start, one.stop, one.mention, one.kind, role)


def _role(text: str, one: Candidate, at: tuple[int, int], language: str) -> str:
    roles = lexicon(language, "event_prepositions").entries
    if language == "fa" and text[one.stop : one.stop + 4].strip()[:2] == "را":
        return "target"
    before = text[at[0] : one.start].rstrip(OPENERS)
    word = re.search(r"[\w־'’]+$", before)
    if word is None:
        return ""
    glued = CLITICS.get(language, {}).get(text[one.start - 1 : one.start])
    if glued and word.end() == len(text[at[0] : one.start]):
        return glued
    inside = CLITICS.get(language, {}).get(text[one.start])
    told = roles.get(word.group().lower(), ("",))[0]
    if one.mention is None and inside and language == "he" and not told:
        return (
            inside
            if text[one.start] == "ב"
            and listed(text[one.start : one.stop], language, "groups") is None
            else ""
        )
    return "target" if told == "place" and word.group() == "на" and one.kind != "LOC" else told

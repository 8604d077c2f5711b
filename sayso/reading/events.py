"""What is said to have happened, to whom, where and when?"""

from collections.abc import Iterator
from functools import cache

from sayso.language.morph import forms
from sayso.language.parse import open_page, parse
from sayso.language.sentences import sentences
from sayso.language.tokens import tokens
from sayso.lexicon.load import lexicon
from sayso.model.claim import Claim
from sayso.model.event import Event, Part
from sayso.model.mention import Mention
from sayso.model.page import Page
from sayso.model.text import Span
from sayso.model.when import When
from sayso.reading.phrases import phrases

BY_BEGINNING = ("ru", "uk")  # languages whose list holds beginnings of words
SHORTEST = 4  # letters of a beginning
PASSIVE = ("nsubjpass", "nsubj:pass")
NEGATION_REACH = 30  # code points before the trigger in which a negation counts
COUNTED = SUFFERED = ("die", "injure")
NOBODY_DOES = ("explode", "disaster")  # a name nearby is hardly ever who did it


def events(page: Page) -> Iterator[Event]:
    """One event for each trigger word in the prose, anchored on that word."""
    open_page([page.text[a:b] for a, b in page.prose()], page.article.language)
    language = page.article.language
    for a, b in page.prose():
        for start, stop in sentences(page.text[a:b], language):
            yield from _in_sentence(page, a, b, (a + start, a + stop))


def _in_sentence(page: Page, first: int, last: int, at: tuple[int, int]) -> Iterator[Event]:
    seen: set[str] = set()
    for start, stop, kind, passive in _triggers(page, first, last, at):
        if kind in seen:
            continue
        seen.add(kind)
        anchor = page.span(start, stop)
        when = _nearest_when(page, anchor, at)
        yield Event(
            kind=kind,
            anchor=(anchor,),
            article=page.article.id,
            when=when.id if when else None,
            earliest=when.earliest if when else None,
            latest=when.latest if when else None,
            place=_place(page, at),
            parts=tuple(_parts(page, anchor, at, kind, passive)),
            reported_by=tuple(c.id for c in page.claims if _tells(c, anchor)),
            negated=_negated(page, start, at),
            because=(f"trigger word «{page.words(anchor)}»",),
        )


@cache
def _beginnings(language: str) -> tuple[tuple[str, str], ...]:
    """(beginning, kind), the longest first."""
    rows = lexicon(language, "event_words").entries.items()
    return tuple(sorted(((w, k) for w, (k,) in rows), key=lambda r: (-len(r[0]), r[0])))


def _kind(word: str, language: str) -> str | None:
    entries = lexicon(language, "event_words").entries
    if language in BY_BEGINNING:
        plain = word.lower()
        hits = (k for w, k in _beginnings(language) if plain.startswith(w))
        return next(hits, None) if len(plain) >= SHORTEST else None
    for form in (word.lower(), *forms(word, language)):
        if form in entries:
            return entries[form][0]
    return None


def _triggers(
    page: Page, first: int, last: int, at: tuple[int, int]
) -> Iterator[tuple[int, int, str, bool]]:
    """(start, stop, kind, passive) of the trigger words of one sentence."""
    language = page.article.language
    if language != "en":
        for token in tokens(page.text[at[0] : at[1]], language):
            kind = _kind(token.text, language)
            if kind:
                yield at[0] + token.start, at[0] + token.stop, kind, False
        return
    for sentence in parse(page.text[first:last], language):
        if not at[0] <= first + sentence.start < at[1]:
            continue
        for index, token in enumerate(sentence.tokens):
            kind = _kind(token.lemma, language) if token.pos in ("VERB", "NOUN") else None
            if kind and (token.pos == "VERB" or kind in ("explode", "disaster")):
                passive = any(t.head == index and t.dep in PASSIVE for t in sentence.tokens)
                yield first + token.start, first + token.stop, kind, passive


def _inside(page: Page, span: Span, at: tuple[int, int]) -> bool:
    return at[0] <= span.start - page.base and span.stop - page.base <= at[1]


def _nearest_when(page: Page, anchor: Span, at: tuple[int, int]) -> When | None:
    """The day or longer stretch that stands nearest to the trigger in its sentence.

    "Five weeks before the blast" dates something else, not the blast that it counts from.
    """
    here = [
        w
        for w in page.whens
        if _inside(page, w.span, at)
        and w.type in ("DATE", "TIME")
        and not (w.span.covers(anchor) or (w.pivot and w.pivot.start < anchor.stop <= w.pivot.stop))
    ]
    return min(here, key=lambda w: (abs(w.span.start - anchor.start), w.span), default=None)


def _place(page: Page, at: tuple[int, int]) -> str | None:
    """The place, when the sentence names exactly one."""
    places = {m.normal: m.id for m in reversed(page.mentions) if _is(page, m, at, ("LOC",))}
    return next(iter(places.values())) if len(places) == 1 else None


def _is(page: Page, mention: Mention, at: tuple[int, int], kinds: tuple[str, ...]) -> bool:
    return mention.kind in kinds and _inside(page, mention.span, at)


def _parts(
    page: Page, anchor: Span, at: tuple[int, int], kind: str, passive: bool
) -> Iterator[Part]:
    """The nearest people or organisations before and after the trigger, and who is counted."""
    kinds = ("PER",) if kind in SUFFERED else ("PER", "ORG")
    named = [m for m in page.mentions if _is(page, m, at, kinds) and not _outlet(page, m)]
    before = [m for m in named if m.span.stop <= anchor.start]
    after = [m for m in named if m.span.start >= anchor.stop]
    roles = ("target", "actor") if passive else ("actor", "target")
    if kind in NOBODY_DOES:
        named, before, after = [], [], []
    elif kind in SUFFERED:
        roles = ("target", "target")
    if before:
        nearest = max(before, key=lambda m: m.span)
        yield Part(roles[0], nearest.span, nearest.surface, nearest.id)
    if after:
        nearest = min(after, key=lambda m: m.span)
        yield Part(roles[1], nearest.span, nearest.surface, nearest.id)
    if kind in COUNTED:
        figures = {f.span: f for c in page.claims for f in c.figures if _inside(page, f.span, at)}
        for span in sorted(figures):
            if figures[span].unit in ("people", ""):
                yield Part("target", span, page.words(span))
                return


def _outlet(page: Page, mention: Mention) -> bool:
    """Whether the name is that of the paper that tells of it."""
    publisher = page.article.publisher
    return publisher is not None and mention.surface.casefold() in publisher.text.casefold()


def _tells(claim: Claim, anchor: Span) -> bool:
    return any(s.covers(anchor) for s in claim.content)


def _negated(page: Page, start: int, at: tuple[int, int]) -> bool:
    near = max(at[0], start - NEGATION_REACH)
    language = page.article.language
    return any(k != "double" for _, _, k in phrases(page.text, language, "negations", near, start))

"""What does an article claim, and on whose say-so?"""

from collections.abc import Iterable, Iterator, Sequence

from sayso.language.parse import open_page, parse
from sayso.model.claim import Attribution, Claim, Holder
from sayso.model.page import Page
from sayso.model.text import Span
from sayso.reading.chains import Chained, chained, nests
from sayso.reading.commitment import act_of, hedges_in, modality_of, negated
from sayso.reading.cues_en import tellings_en
from sayso.reading.cues_flat import tellings_flat
from sayso.reading.figures import figures
from sayso.reading.holders import holder_at
from sayso.reading.learned_told import tellings_learned
from sayso.reading.own_voice import own_voice
from sayso.reading.phrases import phrases
from sayso.reading.quotes import Quotation, quotations
from sayso.reading.speech import SHORT, attached, signed, speakers, words_in
from sayso.reading.telling import Piece, Telling, inside, meets, tidy, without
from sayso.reading.whereby import with_documents
from sayso.settings import LANGUAGES

OUTLET = Holder("outlet")


def claims(page: Page, model: str = "") -> Iterator[Claim]:
    """Every claim of the article, in order of its place: told by others, unattributed, and its own.

    `model` is a folder that `sayso train attribution` wrote; without it the rules alone decide.
    """
    open_page([page.text[a:b] for a, b in page.prose()], page.article.language)
    quotes = quotations(page.text, page.prose())
    lines, told = _told(page, quotes, model)
    found = [_claim(page, line, quotes) for line in lines]
    taken = joined_content(told)
    found += [_unattributed(page, q) for q in quotes if _orphan(page, q, taken)]
    orphans = [
        Telling("quotation", "say", ((q.inner, q.outer),))
        for q in quotes
        if _orphan(page, q, taken)
    ]
    found += [_own(page, pieces) for pieces in own_voice(page, [*told, *orphans])]
    found += [_in_passing(page, q) for q in quotes if _lost(page, q, found)]
    if (head := _headline(page)) is not None:
        found.append(head)
    unique = {c.id: c for c in found}
    yield from sorted(unique.values(), key=lambda c: (c.content[0].start, c.content[-1].stop, c.id))


def joined_content(told: Sequence[Telling]) -> tuple[Piece, ...]:
    """All content pieces of the tellings."""
    return tuple(p for t in told for p in t.content)


def _told(
    page: Page, quotes: Sequence[Quotation], model: str
) -> tuple[tuple[Chained, ...], tuple[Telling, ...]]:
    """The tellings of the page, chained, and flat."""
    text, language = page.text, page.article.language
    stretches = page.prose()
    found: list[Telling] = []
    for a, b in stretches:
        words = text[a:b]
        here = _tellings(words, language, model)
        found.extend(t.moved(a) for t in here)
    found.extend(speakers(text, stretches))
    found.extend(signed(text, quotes, stretches))
    kept = [t for t in found if not _aside(text, t, quotes, language)]
    told = attached(text, kept, quotes, stretches)
    return chained(text, told), told


def _aside(text: str, t: Telling, quotes: Sequence[Quotation], language: str) -> bool:
    """ "I think", "we want" within quoted words: part of what the speaker says, no link of its own."""
    if language != "en" or t.cue is None or nests(text, t):
        return False
    return any(q.inner <= t.cue[0] and t.cue[1] <= q.outer and _long(text, q) for q in quotes)


def _long(text: str, q: Quotation) -> bool:
    return words_in(text, q.inner, q.outer) > SHORT


def _tellings(words: str, language: str, model: str) -> Iterable[Telling]:
    """The tellings of one stretch, by the language's rules and, in English, the model if there is one."""
    if language not in LANGUAGES:
        return ()
    if language != "en":
        return with_documents(words, language, tuple(tellings_flat(words, language)))
    parsed = parse(words, language)
    found = with_documents(words, language, tuple(tellings_en(words, parsed)))
    return tellings_learned(words, parsed, found, model) if model else found


def _claim(page: Page, line: Chained, quotes: Sequence[Quotation]) -> Claim:
    """One claim with its chain; the innermost telling says what is claimed."""
    last = line.links[-1]
    content = tuple(page.span(*p) for p in last.content)
    words = page.text[last.content[0][0] : last.content[-1][1]]
    act = act_of(last, words)
    links = tuple(_link(page, t, quotes) for t in line.links)
    first = Attribution(OUTLET, "narrated", links[0].scope, because=("the article",))
    return _finished(page, content, (first, *links), act, last)


def _finished(
    page: Page,
    content: tuple[Span, ...],
    chain: tuple[Attribution, ...],
    act: str,
    last: Telling | None,
) -> Claim:
    """The claim with what its words commit to, name, count and date."""
    language = page.article.language
    pieces = tuple((s.start - page.base, s.stop - page.base) for s in content)
    dates = tuple((w.span.start - page.base, w.span.stop - page.base) for w in page.whens)
    return Claim(
        article=page.article.id,
        content=content,
        chain=chain,
        act=act,
        negated=negated(page.text, language, pieces, last),
        modality=modality_of(page.text, language, pieces, act),
        about=tuple(m.id for m in page.mentions if any(s.covers(m.span) for s in content)),
        figures=figures(page, pieces, dates),
        about_time=tuple(w.id for w in page.whens if any(s.covers(w.span) for s in content)),
        because=chain[-1].because[:1],
    )


def _link(page: Page, telling: Telling, quotes: Sequence[Quotation]) -> Attribution:
    """One telling as a link of a chain."""
    text, language = page.text, page.article.language
    holder = (
        holder_at(page, telling.holder, telling.antecedent) if telling.holder else Holder("unknown")
    )
    scope = tuple(page.span(*p) for p in telling.content)
    hedges = hedges_in(text, language, (*telling.content, *((telling.cue,) if telling.cue else ())))
    return Attribution(
        holder=holder,
        manner=manner_of(text, telling.content, quotes),
        scope=scope,
        cue=page.span(*telling.cue) if telling.cue else None,
        hedges=tuple(page.span(*h) for h in hedges),
        said=_said(page, telling),
        medium=page.span(*telling.medium) if telling.medium else None,
        because=(telling.rule, *telling.notes),
    )


def manner_of(text: str, content: Sequence[Piece], quotes: Sequence[Quotation]) -> str:
    """Direct when all words are quoted, mixed when some (more than a few) are, else indirect."""
    quoted = [(q.start, q.stop) for q in quotes]
    if quoted and inside(content, quoted):
        return "direct"
    some = any(
        meets(p, (q.start, q.stop)) and words_in(text, q.inner, q.outer) >= SHORT
        for p in content
        for q in quotes
    )
    return "mixed" if some else "indirect"


def _said(page: Page, telling: Telling) -> str | None:
    """The date that stands in the clause of the cue, outside what is told."""
    if telling.cue is None:
        return None
    near = (telling.cue[0] - 60, telling.cue[1] + 40)
    for when in page.whens:
        at = (when.span.start - page.base, when.span.stop - page.base)
        between = page.text[min(at[1], telling.cue[1]) : max(at[0], telling.cue[0])]
        if near[0] <= at[0] and at[1] <= near[1] and not any(c in between for c in ".!?\n“”«»"):
            if not any(meets(at, p) for p in telling.content):
                return when.id
    return None


def _orphan(page: Page, q: Quotation, taken: Sequence[Piece]) -> bool:
    """A long quotation that nobody is said to have said, and that fills its sentence."""
    text = page.text
    if q.depth or words_in(text, q.inner, q.outer) <= SHORT:
        return False
    if any(
        (a <= q.inner and q.outer - 2 <= b) or meets((a, b), (q.inner, q.outer)) for a, b in taken
    ):
        return False
    before = text[: q.start].rstrip(" \u00a0")
    after = text[q.stop :].lstrip(" \u00a0.,")
    opens = not before or before[-1] in '\n.!?:…”»"'
    return opens and (not after or after[0] == "\n" or after[0].isupper() or not after[0].isalpha())


def _lost(page: Page, q: Quotation, found: Sequence[Claim]) -> bool:
    """A long quotation that no claim holds a word of: it is kept, whoever said it."""
    if q.depth or q.dash or words_in(page.text, q.inner, q.outer) <= SHORT:
        return False
    at = page.base + q.inner, page.base + q.outer
    scopes = (s for c in found for s in (*c.content, *(s for k in c.chain for s in k.scope)))
    return not any(meets(at, (s.start, s.stop)) for s in scopes)


def _in_passing(page: Page, q: Quotation) -> Claim:
    """Quoted words that the article works into what it tells itself."""
    pieces = tidy(page.text, [(q.inner, q.outer)]) or ((q.inner, q.outer),)
    content = tuple(page.span(*p) for p in pieces)
    first = Attribution(OUTLET, "narrated", content, because=("quoted in passing",))
    return _finished(page, content, (first,), "assert", None)


def _unattributed(page: Page, q: Quotation) -> Claim:
    """A quotation without a speaker: somebody said it, and we do not know who."""
    pieces = tidy(page.text, [(q.inner, q.outer)]) or ((q.inner, q.outer),)
    content = tuple(page.span(*p) for p in pieces)
    somebody = Attribution(
        Holder("unknown"), "direct", content, because=("quotation without a speaker",)
    )
    first = Attribution(OUTLET, "narrated", content, because=("the article",))
    asked = page.text[: pieces[-1][1] + 1].rstrip(" ”»\"'").endswith(("?", "؟"))
    return _finished(page, content, (first, somebody), "ask" if asked else "assert", None)


def _own(page: Page, pieces: tuple[Piece, ...]) -> Claim:
    """A statement in the article's own voice; "reportedly" makes it somebody's without a name."""
    content = tuple(page.span(*p) for p in pieces)
    hedges = tuple(page.span(*h) for h in hedges_in(page.text, page.article.language, pieces))
    first = Attribution(OUTLET, "narrated", content, hedges=hedges, because=("own voice",))
    heard = next(
        (
            (a, b)
            for start, stop in pieces
            for a, b, kind in phrases(page.text, page.article.language, "hedges", start, stop)
            if kind == "reportative"
        ),
        None,
    )
    if heard is None:
        return _finished(page, content, (first,), "assert", None)
    rest = tidy(page.text, (p for piece in pieces for p in without(piece, [heard]))) or pieces
    content = tuple(page.span(*p) for p in rest)
    somebody = Attribution(
        Holder("unknown"), "indirect", content, page.span(*heard), because=("hearsay word",)
    )
    return _finished(page, content, (first, somebody), "assert", None)


def _headline(page: Page) -> Claim | None:
    """The headline that stands outside the article's text, as a claim of its own."""
    head = page.article.headline
    if head is None or not page.headline or len(page.headline.split()) < 3:
        return None
    first = Attribution(OUTLET, "narrated", (head,), because=("headline",))
    return Claim(page.article.id, (head,), (first,), because=("headline",))

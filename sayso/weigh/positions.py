"""How can the root of a claim know what it says, as far as the text tells?"""

from collections.abc import Iterator
from functools import cache

from sayso.lexicon.load import lexicon
from sayso.model.claim import Attribution, Claim
from sayso.model.page import Page
from sayso.model.standing import Position
from sayso.model.text import Span
from sayso.settings import LANGUAGES
from sayso.weigh.roots import Origins
from sayso.weigh.words import fold, tokens

LONGEST = 3  # words of a phrase of the list `knowing`
QUOTED = ("direct", "mixed")


def position(claim: Claim, origins: Origins) -> Position:
    """The first that the text shows, in the order of nearness to what happened."""
    page = origins.pages[claim.article]
    if not claim.told:
        return Position(claim.id, "relay" if origins.passes_on(claim) else "unknown")
    root = claim.told[-1]
    if origins.is_outlet(root):
        return Position(claim.id, "relay", root.holder.span)
    if root.holder.kind == "document":
        return Position(claim.id, "document", root.holder.span)
    for kind, words in (
        ("eyewitness", _witness(root, page)),
        ("eyewitness", _quoted(claim, page, "saw")),
        ("participant", _quoted(claim, page, "self")),
        ("participant", _of_itself(claim, root, page, origins)),
        ("official", _of_body(claim, root, page, origins)),
    ):
        if words:
            return Position(claim.id, kind, words)
    return Position(claim.id, "unknown")


def _witness(root: Attribution, page: Page) -> Span | None:
    """The holder's words, where they call it a witness."""
    span = root.holder.span
    if span is None or not any(k == "witness" for _, k in _known(page, span)):
        return None
    return span


def _quoted(claim: Claim, page: Page, wanted: str) -> Span | None:
    """Words of the first person in what is quoted."""
    if claim.told[-1].manner not in QUOTED:
        return None
    found = (s for piece in claim.content for s, kind in _known(page, piece) if kind == wanted)
    return next(found, None)


def _of_itself(claim: Claim, root: Attribution, page: Page, origins: Origins) -> Span | None:
    """The holder's own name in what it says."""
    own = origins.entity_of.get(root.holder.mention or "")
    return _named(claim, page, origins, {own} if own else set())


def _of_body(claim: Claim, root: Attribution, page: Page, origins: Origins) -> Span | None:
    """The name of a body that the holder speaks for, in what it says."""
    own = origins.entity_of.get(root.holder.mention or "")
    return _named(claim, page, origins, set(origins.parties.get(own or "", ())) - {own})


def _named(claim: Claim, page: Page, origins: Origins, wanted: set[str]) -> Span | None:
    return next(
        (
            m.span
            for m in sorted(page.mentions, key=lambda m: m.span)
            if origins.entity_of.get(m.id) in wanted
            and any(s.covers(m.span) for s in claim.content)
        ),
        None,
    )


@cache
def _phrases(language: str) -> dict[str, str]:
    if language not in LANGUAGES:
        return {}
    rows = lexicon(language, "knowing").entries.items()
    return {" ".join(fold(w) for w in phrase.split()): row[0] for phrase, row in rows}


def _known(page: Page, piece: Span) -> Iterator[tuple[Span, str]]:
    """(where, class) of the phrases of `knowing` in a piece, the longest at each place."""
    phrases = _phrases(page.article.language)
    found = list(tokens(page.words(piece)))
    at = 0
    while at < len(found):
        for many in range(min(LONGEST, len(found) - at), 0, -1):
            kind = phrases.get(" ".join(w for _, _, w in found[at : at + many]))
            if kind:
                start, stop = found[at][0], found[at + many - 1][1]
                yield Span(piece.document, piece.start + start, piece.start + stop), kind
                at += many - 1
                break
        at += 1

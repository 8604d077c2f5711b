"""Which quotations of one voice are worded differently, and in which words?"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from sayso.model.claim import Claim
from sayso.model.standing import Wording
from sayso.model.text import Span
from sayso.weigh.roots import Origins
from sayso.weigh.words import tokens

# Two quotations are one that was worded differently when they share at least this much, in order.
ALIKE = 0.5
SHORTEST = 4  # words of a quotation
MOST = 12  # quotations of one proposition that are set against each other
Placed = list[tuple[int, int, str]]


def wordings(members: Sequence[Claim], origins: Origins) -> tuple[Wording, ...]:
    """Pairs of verbatim quotations of one named voice, in one language, that differ in words."""
    quoted = [c for c in members if c.told and c.told[-1].manner == "direct"]
    return tuple(
        wording
        for a, b in combinations(sorted(quoted, key=lambda c: c.id)[:MOST], 2)
        for wording in _differing(a, b, origins)
    )


def _differing(a: Claim, b: Claim, origins: Origins) -> Iterator[Wording]:
    ours, theirs = (origins.pages[c.article] for c in (a, b))
    voice = {origins.entity_of.get(c.told[-1].holder.mention or "") for c in (a, b)}
    if a.article == b.article or ours.article.language != theirs.article.language:
        return
    if len(voice) != 1 or voice == {None}:
        return
    here, there = _words(a, origins), _words(b, origins)
    if min(len(here), len(there)) < SHORTEST:
        return
    match = SequenceMatcher(None, [w for *_, w in here], [w for *_, w in there], autojunk=False)
    if match.ratio() < ALIKE:
        return
    changed = [op for op in match.get_opcodes() if op[0] == "replace"]
    if changed:
        yield Wording(
            (a.id, b.id),
            tuple(_span(a, here[i:j]) for _, i, j, _, _ in changed),
            tuple(_span(b, there[i:j]) for _, _, _, i, j in changed),
        )


def _words(claim: Claim, origins: Origins) -> Placed:
    """The words of a quotation in document offsets, folded."""
    page = origins.pages[claim.article]
    return [
        (piece.start + start, piece.start + stop, word)
        for piece in claim.content
        for start, stop, word in tokens(page.words(piece))
    ]


def _span(claim: Claim, placed: Placed) -> Span:
    return Span(claim.content[0].document, placed[0][0], placed[-1][1])

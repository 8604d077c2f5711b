"""What do people's judgements on claims teach? Lines of the case with their attributions, put right."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.errors import BadUsage
from sayso.model.claim import Claim
from sayso.model.judgement import Judgement
from sayso.model.page import Page
from sayso.model.text import Span

PARTS = ("content", "holder", "cue")
Piece = tuple[int, int]
Parts = dict[str, tuple[Piece, ...]]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Corrections:
    """Marked lines in the scorers' format, and the judgements whose claim is no longer found."""

    rows: tuple[Row, ...]
    orphaned: tuple[str, ...]


def written(parts: Parts) -> str:
    """A correction as its judgement keeps it, offsets in the document's text.

    >>> written({"content": ((10, 40), (50, 60)), "holder": ((0, 9),), "cue": ()})
    '{"content":[[10,40],[50,60]],"holder":[[0,9]],"cue":[]}'
    """
    return json.dumps({p: [list(at) for at in parts[p]] for p in PARTS}, separators=(",", ":"))


def corrections(pages: Sequence[Page], in_force: Sequence[Judgement]) -> Corrections:
    """What the judgements in force that confirm, correct or reject claims teach.

    A line that holds a judged claim is taken as reviewed: its other claims stand as they are.
    """
    said = {
        subject: judgement
        for judgement in in_force
        if judgement.verdict in ("confirm", "correct", "reject")
        for subject in judgement.subjects
        if subject.startswith("clm-")
    }
    rows: list[Row] = []
    met: set[str] = set()
    for page in sorted(pages, key=lambda p: p.article.id):
        met |= {c.id for c in page.claims} & set(said)
        if page.article.language == "en":
            rows.extend(_rows(page, said))
    return Corrections(tuple(rows), tuple(sorted(set(said) - met)))


def _rows(page: Page, said: dict[str, Judgement]) -> Iterator[Row]:
    judged = [c for c in page.claims if c.id in said]
    marked = [m for c in page.claims for m in _marked(c, said.get(c.id))]
    for start, stop in page.prose():
        line = Span(page.article.span.document, start + page.base, stop + page.base)
        if any(s.meets(line) for c in judged for s in c.content):
            here = [
                {part: [[a - line.start, b - line.start] for a, b in m[part]] for part in m}
                for m in marked
                if m["content"] and _within(m, line)
            ]
            unique = {json.dumps(m): m for m in here}
            yield {"text": page.text[start:stop], "lang": "en", "attributions": [*unique.values()]}


def _within(marked: Parts, line: Span) -> bool:
    return all(line.start <= a and b <= line.stop for part in marked.values() for a, b in part)


def _marked(claim: Claim, judged: Judgement | None) -> Iterator[Parts]:
    """The attributions that a claim's chain makes, as it was found or as it was put right."""
    if judged is not None and judged.verdict == "reject":
        return
    told = claim.told
    for n, link in enumerate(told):
        last = n == len(told) - 1
        if last and judged is not None and judged.verdict == "correct":
            parts = _read(judged)
            yield {"source": parts["holder"], "cue": parts["cue"], "content": parts["content"]}
            continue
        scope = claim.content if last else link.scope
        yield {
            "source": _at((link.holder.span,)),
            "cue": _at((link.cue,)),
            "content": _at(scope),
        }
    if not told and judged is not None and judged.verdict == "correct":
        parts = _read(judged)
        yield {"source": parts["holder"], "cue": parts["cue"], "content": parts["content"]}


def _at(spans: Sequence[Span | None]) -> tuple[Piece, ...]:
    return tuple((s.start, s.stop) for s in spans if s is not None)


def _read(judged: Judgement) -> Parts:
    """What a correction says; raises BadUsage when it is not one of ours."""
    try:
        told = json.loads(judged.question)
        return {part: tuple((int(a), int(b)) for a, b in told[part]) for part in PARTS}
    except (ValueError, KeyError, TypeError) as error:
        raise BadUsage(
            f"judgement {judged.id} corrects a claim but does not say how; undo it, then use "
            "'sayso correct'"
        ) from error

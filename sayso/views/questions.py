"""Which questions do the texts ask, what bears on them, and what would a person expect to see?"""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from sayso.model.question import Question
from sayso.views.findings import Finding, finding
from sayso.views.sheet import Report, Sheet


class Bears(NamedTuple):
    """A finding that bears on a question: where it is shown in full, and why it is here."""

    found: Finding
    place: str | None
    because: tuple[str, ...]


class Asked(NamedTuple):
    """A question, ready to be shown. `expected` is what people said they would expect to see."""

    id: str
    words: Markup
    reports: tuple[Report, ...]
    bears: tuple[Bears, ...]
    expected: tuple[tuple[str, str], ...]


def asked(sheet: Sheet) -> Iterator[Asked]:
    """All questions, those on which most bears first."""
    collection = sheet.catalogue.holdings.collection
    expected: dict[str, list[tuple[str, str]]] = {}
    for judgement in collection.judgements:
        if judgement.verdict == "expect":
            for subject in judgement.subjects:
                expected.setdefault(subject, []).append((judgement.why, judgement.by))
    for question in sorted(collection.questions, key=lambda q: (-len(q.bearings), q.id)):
        if all(c in sheet.catalogue.claims for c in question.claims):
            yield _asked(sheet, question, tuple(expected.get(question.id, ())))


def _asked(sheet: Sheet, question: Question, expected: tuple[tuple[str, str], ...]) -> Asked:
    known = [b for b in question.bearings if b.standing in sheet.catalogue.standings]
    return Asked(
        question.id,
        sheet.pieces(question.words),
        tuple(sheet.report(c) for c in question.claims),
        tuple(Bears(finding(sheet, b.standing), sheet.place(b.standing), b.because) for b in known),
        expected,
    )

"""What is in these texts? The commands that print records as JSON lines."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import click

from sayso.cli.failures import tell_failures
from sayso.cli.options import engine_of, reading, settings_of
from sayso.cli.progress import shown
from sayso.model.page import Page
from sayso.run.scratch import fill, scratch
from sayso.run.work import Heap, work
from sayso.views import rows

Rows = Callable[[Heap], Iterator[rows.Row]]


def _by_page(
    each: Callable[[Page, str], Iterator[rows.Row]],
) -> Callable[[Heap], Iterator[rows.Row]]:
    """Rows of every page of every source, in the order of sources and places."""

    def over(heap: Heap) -> Iterator[rows.Row]:
        for source, page in pages_in_order(heap):
            yield from each(page, source)

    return over


def pages_in_order(heap: Heap) -> Iterator[tuple[str, Page]]:
    """(source, page) by source name and place; a text that came twice is told under both names."""
    by_document: dict[str, list[Page]] = {}
    for page in heap.pages.values():
        by_document.setdefault(page.article.span.document, []).append(page)
    for name, document in heap.documents.items():
        for page in sorted(by_document.get(document.id, []), key=lambda p: p.article.span):
            yield name, page


def _split(heap: Heap) -> Iterator[rows.Row]:
    for name, page in pages_in_order(heap):
        yield rows.article_row(heap.documents[name], page.article, name)


def _names(heap: Heap) -> Iterator[rows.Row]:
    entity_of = heap.collection.entity_of()
    return _by_page(lambda page, source: rows.name_rows(page, source, entity_of))(heap)


def _claims(heap: Heap) -> Iterator[rows.Row]:
    entity_of = heap.collection.entity_of()
    return _by_page(lambda page, source: rows.claim_rows(page, source, entity_of))(heap)


def _events(heap: Heap) -> Iterator[rows.Row]:
    entity_of = heap.collection.entity_of()
    return _by_page(lambda page, source: rows.event_rows(page, source, entity_of))(heap)


def _standing(heap: Heap) -> Iterator[rows.Row]:
    for standing in sorted(heap.collection.standings, key=lambda s: s.id):
        yield rows.standing_row(standing)


def _questions(heap: Heap) -> Iterator[rows.Row]:
    for question in sorted(heap.collection.questions, key=lambda q: q.id):
        yield rows.question_row(question)


COMMANDS: tuple[tuple[str, str, tuple[str, ...], Rows], ...] = (
    ("split", "The articles of a heap, with their zones.", (), _split),
    ("names", "People, organisations and places named.", ("link", "resolve"), _names),
    ("times", "Time expressions and what they stand for.", ("times",), _by_page(rows.time_rows)),
    ("claims", "Who says what, through whom.", ("claims", "resolve"), _claims),
    ("events", "Who did what to whom, where and when.", ("events", "resolve"), _events),
    ("standing", "How each proposition stands.", ("weigh",), _standing),
    ("questions", "What the texts ask, and what bears on it.", ("weigh",), _questions),
)


def command(name: str, summary: str, wanted: tuple[str, ...], shape: Rows) -> click.Command:
    """One command: read, work, print."""

    @click.command(name, help=f"{summary} One JSON line each; `-` is standard input.")
    @click.argument("paths", nargs=-1, required=True, metavar="PATH…")
    @reading("here")
    def run(paths: tuple[str, ...], **options: Any) -> int:
        settings = settings_of(**options)
        with scratch() as case, shown() as report:
            fill(case, paths, settings)
            heap = work(case, engine_of(settings), wanted, report, settings.attribution_model)
        for row in shape(heap):
            click.echo(json.dumps(row, ensure_ascii=False))
        return tell_failures(heap.failures)

    return run

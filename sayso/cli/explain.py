"""Which rules decided what at one place of a text?"""

from typing import Any

import click

from sayso.cli.failures import tell_failures
from sayso.cli.options import engine_of, reading, settings_of
from sayso.errors import BadUsage
from sayso.run.scratch import fill, scratch
from sayso.run.work import work
from sayso.views import explain as view


@click.command()
@click.argument("path")
@click.option("--at", "offset", type=click.IntRange(0), required=True, help="A code point offset.")
@reading("here")
def explain(path: str, offset: int, **options: Any) -> int:
    """Say which rules decided what at one offset of the text in PATH."""
    settings = settings_of(**options)
    with scratch() as case:
        if fill(case, [path], settings) != 1:
            raise BadUsage(f"{path} is a folder; name one file")
        heap = work(case, engine_of(settings), ("weigh",), model=settings.attribution_model)
    if path in heap.documents:
        document = heap.documents[path]
        if offset >= len(document.text):
            raise BadUsage(
                f"--at {offset} lies after the {len(document.text)} code points of {path}"
            )
        for sentence in view.explain(document, heap.collection, heap.boundaries, offset):
            click.echo(sentence)
    return tell_failures(heap.failures)

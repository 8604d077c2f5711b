"""Who is who in these texts, and who of the reader's own lists may be among them?"""

import json
from pathlib import Path
from typing import Any

import click

from sayso.cli.failures import tell_failures
from sayso.cli.options import engine_of, reading, settings_of
from sayso.cli.progress import shown
from sayso.errors import BadUsage
from sayso.model.entity import Entity
from sayso.model.failure import Failure
from sayso.model.lines import of_kind
from sayso.model.listed import Listed, Match
from sayso.resolve.listing import listing
from sayso.resolve.look_up import look_up
from sayso.run.scratch import fill, scratch
from sayso.run.work import work
from sayso.views import rows

lists = click.option(
    "--list",
    "lists",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Look names up in this list (FollowTheMoney JSON lines or CSV); may be given again.",
)
Lists = tuple[tuple[Listed, ...], tuple[Failure, ...]]


def read_lists(paths: tuple[Path, ...]) -> Lists:
    """Everybody on the lists, and the rows that cannot be used; before any work is done."""
    found: list[Listed | Failure] = []
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise BadUsage(f"{path}: the list cannot be read: {error.strerror}") from error
        found.extend(listing(data, str(path)))
    return of_kind(Listed, found), of_kind(Failure, found)


def matches(entities: tuple[Entity, ...], listed: tuple[Listed, ...]) -> tuple[Match, ...]:
    """Who may be whom, for showing."""
    return tuple(look_up(entities, listed))


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@lists
@reading("here")
def entities(paths: tuple[str, ...], lists: tuple[Path, ...], **options: Any) -> int:
    """Who is who over all inputs. One JSON line each; `-` is standard input.

    With --list, `listed` says who of the list may be meant, in whatever script, and why: a suggestion.
    """
    settings = settings_of(**options)
    listed, bad = read_lists(lists)
    with scratch() as case, shown() as report:
        fill(case, paths, settings)
        heap = work(case, engine_of(settings), ("resolve",), report, settings.attribution_model)
    found = matches(heap.collection.entities, listed)
    for row in rows.entity_rows(heap.collection, found):
        click.echo(json.dumps(row, ensure_ascii=False))
    return tell_failures([*heap.failures, *bad])

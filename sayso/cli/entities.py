"""Who is who in these texts, and who of the reader's own lists may be among them?"""

import json
import re
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
from sayso.resolve.tenure import who_held
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


DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def asked(office: str | None, day: str | None) -> None:
    """An office is asked for on a day, a day for an office."""
    if (office is None) != (day is None):
        raise BadUsage("--office and --on go together: --office 'defence minister' --on 2022-09")
    if day is not None and not DAY.fullmatch(day):
        raise BadUsage(f"--on {day}: no day, month or year; write 2022-09-03, 2022-09 or 2022")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@lists
@click.option("--office", metavar="WORDS", help="Only who was called so: 'defence minister'.")
@click.option(
    "--on", "day", metavar="DAY", help="Whether it was so then: 2022-09-03, 2022-09, 2022."
)
@reading("here")
def entities(
    paths: tuple[str, ...],
    lists: tuple[Path, ...],
    office: str | None,
    day: str | None,
    **options: Any,
) -> int:
    """Who is who over all inputs. One JSON line each; `-` is standard input.

    With --office and --on, only those who were called so; `held` says yes, no or unknown for that time,
    and which words say so, in whatever language.

    With --list, `listed` says who of the list may be meant, in whatever script, and why: a suggestion.
    """
    asked(office, day)
    settings = settings_of(**options)
    listed, bad = read_lists(lists)
    with scratch() as case, shown() as report:
        fill(case, paths, settings)
        heap = work(case, engine_of(settings), ("resolve",), report, settings.attribution_model)
    found = matches(heap.collection.entities, listed)
    made = rows.entity_rows(heap.collection, found)
    if office is not None and day is not None:
        pages = {m.id: p for p in heap.collection.pages for m in p.mentions}
        held = who_held(heap.collection.entities, pages, office, day)
        made = rows.held_rows(heap.collection, held, office, day)
    for row in made:
        click.echo(json.dumps(row, ensure_ascii=False))
    return tell_failures([*heap.failures, *bad])

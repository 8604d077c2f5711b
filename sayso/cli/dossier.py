"""The main job: read everything, weigh, write the dossier; and check it again."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from sayso.case.check import check
from sayso.case.store import Case
from sayso.cli.entities import lists, matches, read_lists
from sayso.cli.failures import tell_failures
from sayso.cli.options import engine_of, reading, settings_of
from sayso.cli.progress import shown
from sayso.cli.summary import counted, summary
from sayso.errors import CaseUnusable
from sayso.run.dossier import holdings, reread
from sayso.run.scratch import fill, scratch
from sayso.run.work import work
from sayso.views.verify import verify as verify_dossier
from sayso.views.write import write

FOLDER = click.Path(path_type=Path)


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH…")
@click.option("-o", "--output", type=FOLDER, required=True, help="The folder to write to.")
@click.option("--case", type=FOLDER, help="Keep the work in this case (made if it is not there).")
@click.option("--title", default="", help="What the dossier is about.")
@lists
@reading("pool")
def dossier(
    paths: tuple[str, ...],
    output: Path,
    case: Path | None,
    title: str,
    lists: tuple[Path, ...],
    **options: Any,
) -> int:
    """Read every PATH (files, folders, `-`), weigh what they say, and write a dossier to DIR.

    Open index.html in a browser: no network and no script is needed. `sayso verify DIR` checks it.
    """
    if not paths and case is None:
        raise click.UsageError("name at least one file or folder, or a case")
    settings = settings_of(**options)
    listed, bad = read_lists(lists)
    with ExitStack() as stack:
        opened = stack.enter_context(_case(case, title) if case else scratch(title or "Dossier"))
        with shown() as report:
            fill(opened, paths, settings)
            heap = work(
                opened,
                engine_of(settings),
                ("weigh", "happenings"),
                report,
                settings.attribution_model,
            )
        shows = holdings(opened, heap)
        found = matches(heap.collection.entities, listed)
        write(replace(shows, listed=found, failures=(*shows.failures, *bad)), output)
    for sentence in summary(heap):
        click.echo(sentence)
    click.echo(f"dossier: {output / 'index.html'}")
    return tell_failures([*heap.failures, *bad])


def _case(folder: Path, title: str) -> Case:
    if (folder / "case.db").exists():
        return Case.open(folder)
    return Case.new(folder, title or folder.name)


@click.command()
@click.argument("folder", type=FOLDER)
def verify(folder: Path) -> int:
    """Check a dossier or a case again: every hash, every quotation, every judgement."""
    if (folder / "case.db").is_file():
        with Case.open(folder) as opened:
            found = check(opened)
            checked = counted(len(opened.sources()), "source")
    elif (folder / "dossier.json").is_file():
        found = [*verify_dossier(folder), *reread(folder)]
        checked = "every file, quotation and original"
    else:
        raise CaseUnusable(f"{folder} holds neither a case (case.db) nor a dossier (dossier.json)")
    for sentence in found:
        click.echo(f"does not verify: {sentence}", err=True)
    if not found:
        click.echo(f"verified: {checked}")
    return 1 if found else 0

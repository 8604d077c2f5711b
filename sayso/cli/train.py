"""How is a reader made better with marked texts and with the corrections of a case?"""

from pathlib import Path

import click

from sayso.case import judgements
from sayso.case.store import Case
from sayso.cli import options
from sayso.cli.summary import counted
from sayso.model.ids import sha256
from sayso.model.judgement import standing_judgements
from sayso.model.lines import digest
from sayso.reading.marked import Row, marked_rows
from sayso.reading.told_model import HEADER, Lesson
from sayso.reading.train_told import train as fit
from sayso.run.corrections import corrections
from sayso.run.here import Here
from sayso.run.work import work

FOLDER = click.Path(path_type=Path)
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command()
@click.argument("what", type=click.Choice(["attribution"]))
@click.argument("data", nargs=-1, type=FILE, metavar="DATA…")
@click.option("-o", "--output", type=FOLDER, required=True, help="The folder for the model.")
@click.option("--case", type=FOLDER, help="Learn from the judgements on this case's claims too.")
@options.attribution_model
def train(
    what: str,
    data: tuple[Path, ...],
    output: Path,
    case: Path | None,
    attribution_model: str | None,
) -> int:
    """Learn who says what from marked English texts, from the corrections of a case, or both.

    DATA are JSON lines: "text" and "attributions" with "source", "cue" and "content", each a list of
    [start, stop] in code points. Of a case, the lines are learned that hold a claim somebody confirmed,
    corrected or rejected. The same data give the same model. Use it with --attribution-model MODEL;
    name there, too, the model that the case was read with. Whether weights may be passed on depends
    on the licence of the texts.
    """
    if not data and case is None:
        raise click.UsageError("name a file of marked texts, or a case with --case")
    taught = [_file(path) for path in data]
    if case is not None:
        taught.append(_case(case, attribution_model))
    rows = [row for _, found in taught for row in found]
    sentences, marked = fit(rows, output, [lesson for lesson, _ in taught])
    click.echo(f"learned from {counted(sentences, 'sentence')}, {counted(marked, 'attribution')}")
    click.echo(f"model: {output}; what it was learned from: {output / HEADER}")
    click.echo(f"use it: sayso claims --attribution-model {output} PATH…")
    return 0


def _lesson(name: str, hashed: str, rows: list[Row]) -> Lesson:
    return Lesson(name, hashed, len(rows), sum(len(r["attributions"]) for r in rows))


def _file(path: Path) -> tuple[Lesson, list[Row]]:
    content = path.read_bytes()
    rows = list(marked_rows(content, str(path)))
    return _lesson(path.name, sha256(content), rows), rows


def _case(folder: Path, model: str | None) -> tuple[Lesson, list[Row]]:
    with Case.open(folder) as opened:
        heap = work(opened, Here(), ("claims",), model=model)
        in_force = standing_judgements(judgements.log(opened))
        title = opened.title
    found = corrections(tuple(heap.pages.values()), in_force)
    if found.orphaned:
        click.echo(
            f"{counted(len(found.orphaned), 'judged claim')} no longer found, and not learned from: "
            + ", ".join(found.orphaned),
            err=True,
        )
    rows: list[Row] = list(found.rows)
    return _lesson(f"case {title}", digest(rows), rows), rows

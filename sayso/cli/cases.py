"""How is a case made, filled, looked at and judged?"""

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from sayso.case import judgements
from sayso.case.store import Case
from sayso.cli.failures import tell_failures
from sayso.cli.options import engine_of, reading, settings_of
from sayso.cli.progress import shown
from sayso.cli.summary import counted, notices, summary
from sayso.model.judgement import VERDICTS, Judgement, standing_judgements
from sayso.run.here import Here
from sayso.run.scratch import fill
from sayso.run.work import work

FOLDER = click.Path(path_type=Path)


@click.command()
@click.argument("case", type=FOLDER)
@click.option("--title", default="", help="What the case is about.")
def new(case: Path, title: str) -> int:
    """Make an empty case in the folder CASE."""
    with Case.new(case, title or case.name):
        click.echo(f"made the case {case}; add to it with: sayso add {case} PATH…")
    return 0


@click.command()
@click.argument("case", type=FOLDER)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@reading("pool")
def add(case: Path, paths: tuple[str, ...], **options: Any) -> int:
    """Add files and folders to CASE and read them; `-` is standard input.

    What was read before is not read again.
    """
    settings = settings_of(**options)
    with Case.open(case) as opened, shown() as report:
        fill(opened, paths, settings)
        heap = work(opened, engine_of(settings), ("weigh",), report, settings.attribution_model)
    for sentence in summary(heap):
        click.echo(sentence)
    return tell_failures(heap.failures)


@click.command()
@click.argument("case", type=FOLDER)
def status(case: Path) -> int:
    """What CASE holds, and which judgements are in force."""
    with Case.open(case) as opened:
        heap = work(opened, Here(), ("split",))
        log = judgements.log(opened)
        click.echo(f"case: {opened.title}")
    click.echo(f"sources: {counted(len(heap.sources), 'file')}")
    click.echo(f"articles: {counted(len(heap.pages), 'article')}")
    for sentence in notices(heap):
        click.echo(sentence)
    in_force = {j.id for j in standing_judgements(log)}
    click.echo(f"judgements: {len(log)} made, {len(in_force)} in force")
    for j in log:
        mark = "in force" if j.id in in_force else "not in force"
        what = f"undo of {j.undoes}" if j.undoes else f"{j.verdict}: {', '.join(j.subjects)}"
        click.echo(f"  {j.id} {j.at} {j.by}: {what} ({mark})" + (f" - {j.why}" if j.why else ""))
    return tell_failures(heap.failures)


@click.command()
@click.argument("case", type=FOLDER)
@click.argument("verdict", type=click.Choice(VERDICTS))
@click.argument("subjects", nargs=-1, required=True, metavar="ID…")
@click.option("--why", default="", help="The reason, for those who read the log.")
@click.option("--by", default="", help="Who judges; your login name if left out.")
def judge(case: Path, verdict: str, subjects: tuple[str, ...], why: str, by: str) -> int:
    """Append a judgement to CASE: same, not same, unsure, confirm, reject, strike, expect, or undo an earlier one.

    IDs are those that the dossier and the JSON lines print; `undo` takes a judgement's id. `expect`
    takes a question's and keeps, as the reason, what evidence one would expect to see and does not.
    """
    if verdict == "correct":
        raise click.UsageError("a correction needs the right words; use 'sayso correct'")
    if verdict in ("same", "not same", "unsure") and len(subjects) < 2:
        raise click.UsageError(f"'{verdict}' compares at least two ids; name another")
    if verdict == "expect" and not why:
        raise click.UsageError("'expect' needs --why: the evidence that one would expect to see")
    if verdict == "undo" and len(subjects) != 1:
        raise click.UsageError("'undo' takes one judgement's id; see 'sayso status'")
    said = Judgement(
        subjects=tuple(subjects),
        verdict=verdict,
        by=by or getpass.getuser(),
        at=datetime.now(UTC).isoformat(timespec="microseconds"),
        why=why,
        undoes=subjects[0] if verdict == "undo" else None,
    )
    with Case.open(case) as opened:
        click.echo(f"judgement {judgements.append(opened, said).id} is kept")
    return 0

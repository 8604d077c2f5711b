"""When was an article really published, and who says so?"""

import getpass
from datetime import UTC, date, datetime
from pathlib import Path

import click

from sayso.case import judgements
from sayso.case.store import Case
from sayso.errors import BadUsage
from sayso.model.judgement import Judgement
from sayso.run.here import Here
from sayso.run.published import written
from sayso.run.work import work

FOLDER = click.Path(path_type=Path)


@click.command()
@click.argument("case", type=FOLDER)
@click.argument("article")
@click.argument("day", metavar="DATE")
@click.option("--why", default="", help="The reason, for those who read the log.")
@click.option("--by", default="", help="Who corrects; your login name if left out.")
def published(case: Path, article: str, day: str, why: str, by: str) -> int:
    """Say when ARTICLE of CASE was published: DATE is YYYY-MM-DD, or `unknown`.

    All dates counted from it move, explicit ones stay. The correction is a judgement: appended, and
    taken back with `sayso judge CASE undo`.
    """
    try:
        told = None if day == "unknown" else date.fromisoformat(day)
    except ValueError as error:
        raise BadUsage(f"{day!r} is no date; write YYYY-MM-DD, or unknown") from error
    with Case.open(case) as opened:
        if article not in work(opened, Here(), ("split",)).pages:
            raise BadUsage(f"article {article} is not in the case {case}; see 'sayso split'")
        said = Judgement(
            subjects=(article,),
            verdict="correct",
            by=by or getpass.getuser(),
            at=datetime.now(UTC).isoformat(timespec="microseconds"),
            why=why,
            question=written(told),
        )
        click.echo(f"judgement {judgements.append(opened, said).id} is kept")
    return 0

"""What would fall if this were struck, and who struck it?"""

import getpass
from datetime import UTC, datetime
from pathlib import Path

import click

from sayso.case import judgements
from sayso.case.store import Case
from sayso.cli import options
from sayso.cli.failures import tell_failures
from sayso.cli.summary import counted
from sayso.model.collection import Collection
from sayso.model.judgement import Judgement
from sayso.run.here import Here
from sayso.run.work import work
from sayso.weigh.cascade import Loss, cascade


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("subjects", nargs=-1, required=True, metavar="ID…")
@click.option("--why", default="", help="The reason, for those who read the log.")
@click.option("--by", default="", help="Who strikes; your login name if left out.")
@options.attribution_model
def strike(
    case: Path, subjects: tuple[str, ...], why: str, by: str, attribution_model: str | None
) -> int:
    """Strike articles, claims or sources of CASE, and list everything that loses support.

    IDs are those that the dossier and the JSON lines print. Nothing is deleted: the judgement is
    appended, and `sayso judge CASE undo` with the id printed last brings back the same bytes.
    """
    with Case.open(case) as opened:
        before = work(opened, Here(), ("weigh",), model=attribution_model)
        said = Judgement(
            subjects=tuple(subjects),
            verdict="strike",
            by=by or getpass.getuser(),
            at=datetime.now(UTC).isoformat(timespec="microseconds"),
            why=why,
        )
        kept = judgements.append(opened, said)
        after = work(opened, Here(), ("weigh",), model=attribution_model)
    losses = cascade(before.collection.standings, after.collection.standings)
    click.echo(f"{counted(len(losses), 'proposition')} lost support")
    for loss in losses:
        _tell(loss, before.collection)
    click.echo(f"judgement {kept.id} is kept; take it back: sayso judge {case} undo {kept.id}")
    return tell_failures(after.failures)


def _tell(loss: Loss, collection: Collection) -> None:
    """The proposition as its first claim words it, what became of it, and each claim that is gone."""
    said = {c.id: (p, c) for p in collection.pages for c in p.claims}
    page, claim = said[loss.before.claims[0]]
    words = " ".join(page.words(s) for s in claim.content)
    click.echo(f"  {loss.before.id} {words}")
    click.echo(f"    {loss.because}")
    for gone in loss.claims:
        page, claim = said[gone]
        where = ", ".join(str(s) for s in claim.content)
        click.echo(f"    gone: {gone} in {page.source} {where}")

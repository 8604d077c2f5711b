"""Which words are right for a claim that was read wrongly, and who says so?"""

import getpass
from datetime import UTC, datetime
from pathlib import Path

import click

from sayso.case import judgements
from sayso.case.store import Case
from sayso.cli import options
from sayso.errors import BadUsage
from sayso.model.judgement import Judgement
from sayso.run.corrections import written
from sayso.run.here import Here
from sayso.run.work import work

FOLDER = click.Path(path_type=Path)
Parts = tuple[tuple[int, int], ...]


class _Piece(click.ParamType):  # type: ignore[type-arg]
    """START-STOP, code points of the document's text."""

    name = "start-stop"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        start, dash, stop = value.partition("-")
        if not (dash and start.isdecimal() and stop.isdecimal() and int(start) < int(stop)):
            self.fail(f"{value!r} is no stretch of text; write START-STOP, such as 10-40")
        return int(start), int(stop)


@click.command()
@click.argument("case", type=FOLDER)
@click.argument("claim")
@click.option("--content", type=_Piece(), multiple=True, required=True, help="What is claimed.")
@click.option("--holder", type=_Piece(), multiple=True, help="Who says it; nobody if left out.")
@click.option("--cue", type=_Piece(), multiple=True, help="The words that say that it is said.")
@click.option("--why", default="", help="The reason, for those who read the log.")
@click.option("--by", default="", help="Who corrects; your login name if left out.")
@options.attribution_model
def correct(
    case: Path, claim: str, why: str, by: str, attribution_model: str | None, **right: Parts
) -> int:
    """Say which words are right for CLAIM of CASE: who says what, by which words.

    Stretches are code points of the document's text, as the JSON lines print them. The correction is
    a judgement: appended, and taken back with `sayso judge CASE undo`. `sayso train` learns from it.
    """
    with Case.open(case) as opened:
        heap = work(opened, Here(), ("claims",), model=attribution_model)
        page = next((p for p in heap.pages.values() if claim in {c.id for c in p.claims}), None)
        if page is None:
            raise BadUsage(f"claim {claim} is not in the case {case}; see 'sayso claims'")
        article = page.article.span
        for start, stop in (piece for pieces in right.values() for piece in pieces):
            if start < article.start or stop > article.stop:
                raise BadUsage(f"{start}-{stop} lies outside the claim's article, {article}")
        said = Judgement(
            subjects=(claim,),
            verdict="correct",
            by=by or getpass.getuser(),
            at=datetime.now(UTC).isoformat(timespec="microseconds"),
            why=why,
            question=written(right),
        )
        click.echo(f"judgement {judgements.append(opened, said).id} is kept")
    return 0

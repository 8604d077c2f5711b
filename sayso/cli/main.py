"""The command line: which command, and what becomes of an error?"""

import os
import sys
from typing import Any

import click

from sayso import __version__
from sayso.cli import cases, correct, dossier, entities, explain, published, records, strike, train
from sayso.errors import BadUsage, CaseUnusable, SaysoError

OK, SOME_FAILED, USAGE, NO_CASE, INTERRUPTED = 0, 1, 2, 3, 130


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sayso")
def commands() -> None:
    """Who said it, on whose say-so, and who else says so.

    From a heap of news to a dossier in which every sentence leads to the exact words it rests on.
    Exit codes: 0 all read (or verified); 1 some inputs failed or do not verify; 2 wrong usage;
    3 the case or the disk cannot be used; 130 interrupted.
    """


for _command in (
    dossier.dossier,
    cases.new,
    cases.add,
    cases.status,
    cases.judge,
    strike.strike,
    correct.correct,
    published.published,
    train.train,
    dossier.verify,
    entities.entities,
    explain.explain,
    *(records.command(*told) for told in records.COMMANDS),
):
    commands.add_command(_command)


def run(arguments: list[str]) -> int:
    """The exit code of these arguments; every error of ours is one sentence on standard error."""
    try:
        answer: Any = commands.main(arguments, prog_name="sayso", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        click.echo("interrupted; what was committed is kept", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return USAGE
    except SaysoError as error:
        click.echo(f"sayso: {error}", err=True)
        return _code(error)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:
        click.echo(f"sayso: {error.filename or 'the disk'}: {error.strerror}", err=True)
        return NO_CASE
    return answer if isinstance(answer, int) else OK


def _code(error: SaysoError) -> int:
    if isinstance(error, BadUsage):
        return USAGE
    return NO_CASE if isinstance(error, CaseUnusable) else SOME_FAILED


def main() -> None:
    """The installed command."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(run(sys.argv[1:]))

"""What failed? Said on standard error, one sentence each, and in the exit code."""

from collections.abc import Iterable

import click

from sayso.model.failure import Failure


def tell_failures(failures: Iterable[Failure]) -> int:
    """Print each failure once; 1 when there was any, else 0."""
    told = sorted(
        {f.reason if f.source in f.reason else f"{f.source}: {f.reason}" for f in failures}
    )
    for sentence in told:
        click.echo(f"failed: {sentence}", err=True)
    return 1 if told else 0

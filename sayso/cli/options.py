"""Which options do the commands share, and what do they become?"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from sayso.reading.told_model import model_digest
from sayso.run.engine import Engine
from sayso.run.here import Here
from sayso.run.inputs import checked_date
from sayso.run.pool import Pool
from sayso.settings import LANGUAGES, Settings

F = TypeVar("F", bound=Callable[..., Any])


def _model(context: click.Context, option: click.Parameter, folder: str | None) -> str | None:
    """The folder of the attribution model, known to hold one; workers may stand elsewhere."""
    if folder is None:
        return None
    model_digest(folder)
    return str(Path(folder).resolve())


attribution_model = click.option(
    "--attribution-model",
    metavar="MODEL",
    callback=_model,
    help="Read English claims with this model ('sayso train attribution').",
)


def reading(engine: str) -> Callable[[F], F]:
    """The options of every command that reads texts; `engine` is the default one."""
    options = (
        click.option(
            "--as",
            "as_kind",
            type=click.Choice(["article"]),
            help="The file is one article: do not split it.",
        ),
        click.option(
            "--published", metavar="DATE", help="When the texts were published: YYYY-MM-DD."
        ),
        click.option("--language", type=click.Choice(LANGUAGES), help="The language of the texts."),
        attribution_model,
        click.option(
            "--engine",
            type=click.Choice(["here", "pool"]),
            default=engine,
            show_default=True,
            help="Work in this process, or on all cores and safe from a text that crashes.",
        ),
        click.option(
            "--workers",
            type=click.IntRange(0, 256),
            default=0,
            help="Processes of the pool; 0 takes as many as there are cores.",
        ),
        click.option(
            "--timeout",
            type=click.FloatRange(1.0),
            default=120.0,
            show_default=True,
            help="Seconds after which the pool gives one stage of one text up.",
        ),
    )

    def add(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def settings_of(
    as_kind: str | None,
    published: str | None,
    language: str | None,
    attribution_model: str | None,
    engine: str,
    workers: int,
    timeout: float,
) -> Settings:
    """The options as one frozen record; raises BadUsage for a date that is none."""
    return Settings(
        engine=engine,
        workers=workers,
        timeout=timeout,
        as_article=as_kind == "article",
        published=checked_date(published),
        language=language,
        attribution_model=attribution_model,
    )


def engine_of(settings: Settings) -> Engine:
    """The engine that the settings name."""
    if settings.engine == "pool":
        return Pool(settings.workers, settings.timeout)
    return Here()

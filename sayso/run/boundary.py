"""What happens when a stage falls over? The one place where any error becomes a record."""

from typing import Any

from sayso.errors import SaysoError
from sayso.run.stage import Stage, seen_by


def attempt(
    stage: Stage, item: Any, found: dict[str, tuple[Any, ...]]
) -> tuple[tuple[Any, ...], str]:
    """What the stage found and "", or nothing and the reason why not, in one sentence."""
    try:
        return tuple(stage.work(seen_by(stage, item, found))), ""
    except SaysoError as error:
        return (), str(error)
    except RecursionError:
        return (), "the text is nested too deeply to be read; try a simpler copy of it"
    except MemoryError:
        return (), "the text needs more memory than there is; try to cut it into smaller files"
    except Exception as error:  # noqa: BLE001 - the runner boundary: one bad text must not end a run
        return (), (
            f"stage {stage.name} {stage.version} stopped with {type(error).__name__}: {error}; "
            "the rest of this text was still read; please report it"
        )

"""The reference engine: one text after the other, in this process."""

from collections.abc import Iterable, Iterator

from sayso.run.boundary import attempt
from sayso.run.engine import Task


class Here:
    """Works each task in this process. An error is a record; a crash or a hang is not survived."""

    def spread(self, tasks: Iterable[Task]) -> Iterator[Task]:
        """Work the tasks in their order."""
        for task in tasks:
            for stage in task.rest():
                records, reason = attempt(stage, task.item, task.found)
                if reason:
                    task.failed(stage.name, reason)
                else:
                    task.found[stage.name] = records
            yield task

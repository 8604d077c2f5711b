"""How are all cores of one machine used, and a crash or a hang blamed on exactly one text?"""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from sayso.run.boundary import attempt
from sayso.run.engine import Task
from sayso.run.stage import Stage

STARTUP = (
    90.0  # seconds a worker may take to load its models before its first answer counts as a hang
)
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(slots=True)
class Worker:
    """A process, the pipe to it, the task in its hands and the stage it said it is in."""

    process: BaseProcess
    pipe: Connection
    task: Task | None = None
    stage: str = ""
    until: float = 0.0
    warm: bool = False


def serve(pipe: Connection, confine: Callable[[Any], None] | None = None) -> None:
    """A worker's life: take (item, stages, found), answer stage by stage, until None comes.

    `confine` limits the process before each item. When the driver is gone, so is the worker.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while (told := pipe.recv()) is not None:
            if confine is not None:
                confine(told[0])
            _answer(pipe, *told)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _answer(
    pipe: Connection, item: Any, stages: tuple[Stage, ...], found: dict[str, tuple[Any, ...]]
) -> None:
    for stage in stages:
        pipe.send(("in", stage.name, (), ""))
        records, reason = attempt(stage, item, found)
        found[stage.name] = records
        pipe.send(("found", stage.name, records, reason))
    pipe.send(("done", "", (), ""))


class Pool:
    """Spawned workers, one task each at a time, so that whatever goes wrong has one culprit.

    A stage that takes longer than `timeout` seconds, or kills its worker, is a failure of that text;
    its remaining stages are worked by a fresh worker. `confine`, a module-level function, is called in
    the worker with each item before it is worked.
    """

    def __init__(
        self,
        workers: int = 0,
        timeout: float = 120.0,
        confine: Callable[[Any], None] | None = None,
    ) -> None:
        self.size = workers or max(1, min(os.cpu_count() or 1, 8))
        self.timeout = timeout
        self.confine = confine
        self._context = multiprocessing.get_context("spawn")

    def spread(self, tasks: Iterable[Task]) -> Iterator[Task]:
        """Work the tasks; they come back as they finish."""
        waiting = iter(tasks)
        workers: list[Worker] = []
        try:
            while True:
                self._hand_out(workers, waiting)
                busy = [w for w in workers if w.task is not None]
                if not busy:
                    return
                yield from self._listen(busy, workers)
        finally:
            for worker in workers:
                _stop(worker)

    def _hand_out(self, workers: list[Worker], waiting: Iterator[Task]) -> None:
        """Give each idle worker a task, starting workers only while there are tasks for them."""
        while True:
            idle = next((w for w in workers if w.task is None), None)
            if idle is None and len(workers) >= self.size:
                return
            task = next(waiting, None)
            if task is None:
                return
            if idle is None:
                idle = self._start()
                workers.append(idle)
            self._give(idle, task)

    def _start(self) -> Worker:
        for name in THREADS:
            os.environ.setdefault(name, "1")
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs, self.confine), daemon=True)
        process.start()
        theirs.close()
        return Worker(process, ours)

    def _give(self, worker: Worker, task: Task) -> None:
        worker.task = task
        worker.stage = task.rest()[0].name if task.rest() else ""
        worker.until = time.monotonic() + self.timeout + (0.0 if worker.warm else STARTUP)
        worker.pipe.send((task.item, task.rest(), task.found))

    def _listen(self, busy: list[Worker], workers: list[Worker]) -> Iterator[Task]:
        """Hear what workers say; replace those that died or overran; yield finished tasks."""
        soonest = max(0.0, min(w.until for w in busy) - time.monotonic())
        ready = wait([w.pipe for w in busy], timeout=min(soonest, 5.0))
        for worker in busy:
            task = worker.task
            assert task is not None
            if worker.pipe in ready:
                fault = self._hear(worker, task)
            elif time.monotonic() > worker.until:
                fault = f"did not finish within {self.timeout:g} seconds and was stopped"
            else:
                continue
            if fault:
                workers.remove(worker)
                _stop(worker)
                again = self._blame(worker, task, fault)
                if again is not None:
                    workers.append(again)
                    continue
            if worker.task is None or fault:
                yield task

    def _hear(self, worker: Worker, task: Task) -> str:
        """Take in one message; the answer is what went wrong with the worker, or ""."""
        try:
            kind, stage, records, reason = worker.pipe.recv()
        except (EOFError, ConnectionResetError):
            worker.process.join(5)
            return _ended(worker.process.exitcode)
        if kind == "in":
            worker.stage = stage
            worker.until = time.monotonic() + self.timeout + (0.0 if worker.warm else STARTUP)
        elif kind == "found":
            worker.warm = True
            if reason:
                task.failed(stage, reason)
            else:
                task.found[stage] = records
        else:
            worker.task = None
        return ""

    def _blame(self, worker: Worker, task: Task, fault: str) -> Worker | None:
        """Write the fault down; a fresh worker goes on with what is left, if anything is."""
        stage = worker.stage or task.rest()[0].name
        last = task.rest()[-1].name == stage
        rest = "try a simpler copy of it" if last else "the rest of this text was still read"
        task.failed(stage, f"stage {stage} {fault}; {rest}")
        worker.task = None
        if not task.rest():
            return None
        fresh = self._start()
        self._give(fresh, task)
        return fresh


def _ended(code: int | None) -> str:
    """Why a worker ended on its own, from its exit code."""
    if code == -getattr(signal, "SIGXCPU", 0):
        return "took more computing time than one text may have and was stopped"
    return f"crashed its worker (exit code {code})"


def _stop(worker: Worker) -> None:
    """End a worker: kindly when it is idle, at once when it is not."""
    if worker.task is None and worker.process.is_alive():
        _say_goodbye(worker.pipe)
        worker.process.join(2)
    if worker.process.is_alive():
        worker.process.kill()
    worker.process.join(10)
    worker.pipe.close()


def _say_goodbye(pipe: Any) -> None:
    try:
        pipe.send(None)
    except (BrokenPipeError, OSError):
        return

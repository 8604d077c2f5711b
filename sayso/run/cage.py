"""How is a parser of strangers' bytes kept from taking the run down? Time, memory, no network."""

import ctypes
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from sayso.ingest.read import reader_of
from sayso.model.text import Raw
from sayso.run.engine import Engine, Task
from sayso.run.here import Here
from sayso.run.pool import Pool

resource: Any
try:
    import resource
except ImportError:  # no such limits on Windows; the pool's own time-out still holds
    resource = None

# Seconds of computing for one input, and seconds on the clock for a parser that sleeps or waits.
SECONDS = 10
CLOCK = 60.0

# Memory for one input: a floor that holds the parsers themselves, and 64 bytes for each byte read.
FLOOR = 1024 * 1024 * 1024
PER_BYTE = 64

NEW_USER, NEW_NET = 0x10000000, 0x40000000
NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind")


class Caged:
    """An engine that works each input of a risky format in a worker with limits, the others here.

    Plain text, and a container when it is not `opening`, hold nothing to be parsed.
    """

    def __init__(self, engine: Engine, opening: bool = False) -> None:
        self.opening = opening
        self.size = engine.size if isinstance(engine, Pool) else 1

    def spread(self, tasks: Iterable[Task]) -> Iterator[Task]:
        """Work the tasks; what needs no cage is worked here."""
        done: deque[Task] = deque()

        def risky() -> Iterator[Task]:
            for task in tasks:
                reader = reader_of(task.item.data, task.item.name)
                if reader.safe or (reader.read is None and not self.opening):
                    done.extend(Here().spread([task]))
                else:
                    yield task

        for task in Pool(self.size, CLOCK, confine).spread(risky()):
            yield task
            while done:
                yield done.popleft()
        yield from done


def confine(item: Any, seconds: int = SECONDS) -> None:
    """Limit this process for one input: computing time, memory, and no way to any network."""
    _shut_network()
    if resource is None or not isinstance(item, Raw):
        return
    allow(seconds)
    _limit(resource.RLIMIT_AS, _held() + FLOOR + PER_BYTE * len(item.data))


def allow(seconds: int = SECONDS) -> None:
    """From now on this process may compute for so long, then it is stopped."""
    if resource is not None:
        spent = resource.getrusage(resource.RUSAGE_SELF)
        _limit(resource.RLIMIT_CPU, int(spent.ru_utime + spent.ru_stime) + 1 + seconds)


def _limit(what: int, value: int) -> None:
    """Set the soft limit; the hard one stays, so that the next input can have its own."""
    hard = resource.getrlimit(what)[1]
    try:
        resource.setrlimit(
            what, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard)
        )
    except (ValueError, OSError):  # a system that knows no such limit
        return


def _held() -> int:
    """Bytes of address space that this process has now."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return FLOOR


@cache
def _shut_network() -> None:
    """A name space of its own without any network, where the kernel allows it; else Python's doors."""

    def refuse(event: str, arguments: Any) -> None:
        if event in NETWORK:
            raise PermissionError("a reader tried to use the network; nothing was sent")

    sys.addaudithook(refuse)
    if sys.platform == "linux" and os.geteuid() != 0:
        ctypes.CDLL(None, use_errno=True).unshare(NEW_USER | NEW_NET)
    elif sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).unshare(NEW_NET)

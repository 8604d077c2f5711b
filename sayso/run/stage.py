"""What is one step of the work? A pure function with a name and a version."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: `work` takes one record (or, with `by`, one Collection of all pages whose key is equal)
    and yields records.

    `work` is a module-level function without clock, network, environment, randomness or store, so
    that it can be sent to any worker and its output cached under (name, version, settings, input).
    Raise the version whenever the output for the same input may change.
    """

    name: str
    version: str
    work: Callable[[Any], Iterable[Any]]
    by: Callable[[Any], str] | None = None

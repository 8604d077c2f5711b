"""What could not be read or done, where, why, and what to try?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """A failure is a record: `source` is the input as named, `item` the id of what was worked on."""

    source: str
    stage: str
    reason: str
    item: str = ""

"""How much may come out of one input before it is taken for a bomb?"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Self

from sayso.errors import UnreadableInput
from sayso.settings import Settings

# All members of one container together. A collector's heap of a thousand pages has about 100 MB.
TOTAL = 256 * 1024 * 1024

# Files in one archive; rows in one table or feed.
MEMBERS = 10_000
ROWS = 100_000

# Writing compresses to a tenth, repetitive logs to a fiftieth; zeros to a thousandth.
RATIO = 200
RATIO_FREE = 10 * 1024 * 1024

# What comes out of a container too large to be held may be this many times its own size.
GROWTH = 20

CHUNK = 1 << 16


class TooLarge(UnreadableInput):
    """More than one member may have, but no bomb by its growth so far."""


@dataclass(slots=True)
class Budget:
    """What may still be unpacked from one container; `read` counts real bytes, whatever is declared."""

    left: int = TOTAL
    member: int = Settings().max_bytes
    files: int = MEMBERS
    rows: int = ROWS

    @classmethod
    def of(cls, file: BinaryIO) -> Self:
        """What may come out of this container: more of one too large to be held, in its proportion."""
        size = file.seek(0, 2)
        file.seek(0)
        times = -(-size // Settings().max_bytes)
        if times <= 1:
            return cls()
        return cls(left=GROWTH * size, files=MEMBERS * times, rows=ROWS * times)

    def read(self, more: Callable[[int], bytes], packed: int | None, name: str) -> bytes:
        """All that the stream gives; UnreadableInput as soon as it is too much."""
        most = min(self.member, self.left)
        pieces: list[bytes] = []
        size = 0
        while chunk := more(CHUNK):
            size += len(chunk)
            refuse_size(size, most, packed, name)
            pieces.append(chunk)
        self.left -= size
        return b"".join(pieces)


def refuse_size(size: int, most: int, packed: int | None, name: str) -> None:
    """Raises UnreadableInput for a size, declared or real, that no writing has."""
    steep = packed is not None and size > RATIO_FREE and size > RATIO * max(packed, 1)
    if size > most:
        raise (UnreadableInput if steep else TooLarge)(
            f"{name} unpacks to more than {most // (1024 * 1024)} MB, more than one member or what is "
            "left for this archive; unpack it yourself and give the files that you need"
        )
    if steep:
        raise UnreadableInput(
            f"{name} grows more than {RATIO} times when it is unpacked, as bombs do and writing does "
            "not; unpack it yourself if you trust it"
        )

"""How is a container too large to be held taken apart? In a worker, member by member, from its file."""

import hashlib
import multiprocessing
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from io import BufferedReader, RawIOBase
from multiprocessing.connection import Connection
from typing import Any, BinaryIO

from sayso.errors import UnreadableInput
from sayso.ingest.archive import DAMAGE, Heavy
from sayso.ingest.limits import CHUNK
from sayso.ingest.read import HEAD, reader_of, streamed
from sayso.model.failure import Failure
from sayso.model.text import Raw
from sayso.run.boundary import attempt
from sayso.run.cage import CLOCK, allow, confine
from sayso.run.stage import Stage
from sayso.settings import Settings

# Bytes of the container after which its worker may compute for another ten seconds.
STEP = 1 << 20

# A message in a mailbox in a zip is three; containers inside containers deeper than this are an attack.
DEEPEST = 3


def members_of(path: str, head: Raw) -> Iterator[Raw | Failure]:
    """What stands inside a large container, each as soon as it is out; the driver holds one at a time.

    A worker that hangs or falls costs what was still to come, which is one failure.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_serve, args=(theirs, path, head), daemon=True)
    worker.start()
    theirs.close()
    try:
        while (said := _heard(ours)) is not None:
            if isinstance(said, str):
                if said:
                    yield Failure(head.name, "open", said)
                return
            if not isinstance(said, bytes):
                yield said
        reason = (
            f"{head.name} took too long or fell over while it was opened; what came before is kept, "
            "unpack the rest yourself"
        )
        yield Failure(head.name, "open", reason)
    finally:
        worker.kill()
        worker.join(10)
        ours.close()


def _heard(pipe: Connection) -> Any:
    """The next member, b"" for a sign of life, a reason ("" for none) at the end, None from the dead."""
    try:
        return pipe.recv() if pipe.poll(2 * CLOCK) else None
    except (EOFError, OSError):
        return None


def _serve(pipe: Connection, path: str, head: Raw) -> None:
    """The worker: send each member, then the reason why not all came, or ""."""
    confine(None)
    allow()
    work = partial(_sent, pipe, path)
    _, reason = attempt(Stage("open", "1", work), head, {})
    pipe.send(reason)


def _sent(pipe: Connection, path: str, head: Raw) -> Iterator[None]:
    with open(path, "rb", buffering=0) as file:
        for member in _inside(head, file, partial(pipe.send, b""), 1):
            pipe.send(member)
            allow()
    yield from ()


def _inside(
    head: Raw, file: BinaryIO | Any, alive: Callable[[], None], depth: int
) -> Iterator[Raw | Failure]:
    for found in streamed(head, BufferedReader(Watched(file, alive))):
        if isinstance(found, Heavy):
            yield from _of_heavy(found, alive, depth)
        else:
            yield found


def _of_heavy(found: Heavy, alive: Callable[[], None], depth: int) -> Iterator[Raw | Failure]:
    """The members of a large container that stands inside one, from a nameless file on the disk."""
    try:
        more = found.more()
        head = Raw(found.name, more(HEAD), found.metadata, found.as_article)
        if depth >= DEEPEST or reader_of(head.data, head.name).stream is None:
            yield Failure(found.name, "open", found.reason)
            return
        with tempfile.TemporaryFile() as spool:
            reason = _spooled(found, head.data, more, spool)
            if reason:
                yield Failure(found.name, "open", reason)
            else:
                yield from _some(_inside(head, spool, alive, depth + 1), found.name)
    except DAMAGE as error:
        reason = f"{found.name} is damaged ({type(error).__name__}); get the archive again"
        yield Failure(found.name, "open", reason)


def _some(found: Iterator[Raw | Failure], name: str) -> Iterator[Raw | Failure]:
    """The members, or in one sentence why there are none: one bad container never loses the others."""
    try:
        yield from found
    except UnreadableInput as error:
        yield Failure(name, "open", str(error))


def _spooled(found: Heavy, head: bytes, more: Callable[[int], bytes], spool: Any) -> str:
    """Write it all down; why it is not to be opened, or ""."""
    whole = hashlib.sha256()
    size, most = 0, Settings().max_container
    piece = head
    while piece:
        size += len(piece)
        if size > most:
            return f"{found.name} unpacks to more than {most // 2**30} GB; unpack it yourself"
        whole.update(piece)
        spool.write(piece)
        if size % STEP < CHUNK:
            allow()
        piece = more(CHUNK)
    if found.digest and found.digest != whole.hexdigest():
        return f"{found.name} is not what its archive says: its hash differs; get it again"
    spool.seek(0)
    return ""


class Watched(RawIOBase):
    """A file that says it is alive, and is given more time, with every STEP that is read from it."""

    def __init__(self, file: Any, alive: Callable[[], None]) -> None:
        super().__init__()
        self._file, self._alive, self._since = file, alive, 0

    def readable(self) -> bool:
        """It is read."""
        return True

    def seekable(self) -> bool:
        """It is read at any place."""
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """As of the file."""
        return int(self._file.seek(offset, whence))

    def tell(self) -> int:
        """As of the file."""
        return int(self._file.tell())

    def readinto(self, buffer: Any) -> int:
        """As of the file, counted."""
        got = int(self._file.readinto(buffer) or 0)
        self._since += got
        if self._since >= STEP:
            self._since = 0
            self._alive()
            allow()
        return got

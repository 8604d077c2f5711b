"""Where is a case kept? A folder: the originals under their hash, and one SQLite file."""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from sayso.case.migrations import MIGRATIONS, migrate
from sayso.errors import CaseUnusable
from sayso.model.ids import sha256

PIECE = 1 << 20  # bytes of a large file that are copied at once
WAIT = 30_000  # milliseconds to wait for another writer before giving up


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """An input as it was added: its name (path as given), the hash of its bytes, what is known of it.

    `metadata` is the line of a Metadata record.
    """

    name: str
    sha256: str
    size: int
    metadata: str
    as_article: bool


class Case:
    """A case folder, open. The only door to the disk; every method commits what it did.

    Raises CaseUnusable (exit code 3) when the folder or the disk cannot be used.
    """

    def __init__(self, folder: Path, db: sqlite3.Connection) -> None:
        self.folder = folder
        self.originals = folder / "originals"
        self._db = db

    @classmethod
    def new(cls, folder: Path, title: str, durable: bool = True) -> Self:
        """Make a case in a folder that does not exist yet or is empty.

        A case that is not `durable` (a scratch one) does not wait for the disk.
        """
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CaseUnusable(f"{folder} is not an empty folder; name one that does not exist yet")
        try:
            (folder / "originals").mkdir(parents=True)
        except OSError as error:
            raise CaseUnusable(
                f"{folder} cannot be made: {error.strerror}; try a place you may write to"
            ) from error
        case = cls._opened(folder)
        if not durable:
            case._db.execute("PRAGMA synchronous=OFF")
        case._change("INSERT INTO about VALUES ('title', ?)", (title,))
        return case

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open an existing case, bringing it to the newest shape."""
        if not (folder / "case.db").is_file():
            raise CaseUnusable(f"{folder} holds no case (no case.db); make one with 'sayso new'")
        return cls._opened(folder)

    @classmethod
    def _opened(cls, folder: Path) -> Self:
        try:
            db = sqlite3.connect(folder / "case.db", isolation_level=None)
            db.execute(f"PRAGMA busy_timeout={WAIT}")
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=FULL")
            migrate(db)
            newest = db.execute("SELECT max(number) FROM migrations").fetchone()[0]
        except sqlite3.Error as error:
            raise CaseUnusable(
                f"{folder / 'case.db'} cannot be used: {error}; restore it from a copy"
            ) from error
        if newest > len(MIGRATIONS):
            raise CaseUnusable(f"{folder} was made by a newer sayso; update sayso to open it")
        (folder / "originals").mkdir(exist_ok=True)
        return cls(folder, db)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._db.close()

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept or nothing."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            raise CaseUnusable(
                f"{self.folder} cannot be written: {error}; free the disk or close other writers"
            ) from error

    def _change(self, sql: str, values: tuple[object, ...]) -> None:
        with self.change() as db:
            db.execute(sql, values)

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        """What a query of this room answers."""
        try:
            return self._db.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise CaseUnusable(f"{self.folder} cannot be read: {error}; try a copy") from error

    @property
    def title(self) -> str:
        """The title a person gave the case."""
        rows = self.rows("SELECT value FROM about WHERE name = 'title'")
        return str(rows[0][0]) if rows else ""

    def add(self, name: str, data: bytes, metadata: str, as_article: bool) -> Source:
        """Keep the bytes under their hash, then the source's row; the same name again replaces the row."""
        source = Source(name, sha256(data), len(data), metadata, as_article)
        _keep(self.originals, source.sha256, data)
        return self._listed(source)

    def add_file(self, name: str, path: Path, metadata: str, as_article: bool) -> Source:
        """The same for a file too large to be held: copied piece by piece."""
        digest, size = _copied(self.originals, path)
        return self._listed(Source(name, digest, size, metadata, as_article))

    def _listed(self, source: Source) -> Source:
        with self.change() as db:
            db.execute("DELETE FROM unopened WHERE name = ?", (source.name,))
            db.execute(
                "INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?)",
                (source.name, source.sha256, source.size, source.metadata, int(source.as_article)),
            )
        return source

    def beginning(self, digest: str, size: int) -> bytes:
        """The first bytes kept under this hash, unchecked; b"" when they are gone."""
        try:
            with (self.originals / digest).open("rb") as file:
                return file.read(size)
        except OSError:
            return b""

    def forget_inside(self, name: str) -> None:
        """Drop the sources that stood inside this container when it was added before."""
        inside = f"{name}!"
        with self.change() as db:
            for table in ("sources", "unopened"):
                db.execute(
                    f"DELETE FROM {table} WHERE substr(name, 1, ?) = ?", (len(inside), inside)
                )

    def could_not_open(self, name: str, reason: str) -> None:
        """Remember an input that had no bytes to keep."""
        self._change("INSERT OR REPLACE INTO unopened VALUES (?, ?)", (name, reason))

    def unopened(self) -> list[tuple[str, str]]:
        """(name, reason) of the inputs that could not be opened, by name."""
        rows = self.rows("SELECT name, reason FROM unopened ORDER BY name")
        return [(str(name), str(reason)) for name, reason in rows]

    def sources(self) -> list[Source]:
        """All sources, by name."""
        rows = self._db.execute("SELECT * FROM sources ORDER BY name").fetchall()
        return [Source(n, h, size, meta, bool(whole)) for n, h, size, meta, whole in rows]

    def original(self, digest: str) -> bytes:
        """The bytes kept under this hash; raises CaseUnusable when they are gone or changed."""
        try:
            data = (self.originals / digest).read_bytes()
        except OSError as error:
            raise CaseUnusable(
                f"original {digest} is missing from {self.originals}; add its source again"
            ) from error
        if sha256(data) != digest:
            raise CaseUnusable(
                f"original {digest} in {self.originals} was changed: its bytes hash to "
                f"{sha256(data)}; restore it from a copy"
            )
        return data


def _copied(folder: Path, path: Path) -> tuple[str, int]:
    """Copy the file under its hash, whole or not at all; its hash and size."""
    whole, size = hashlib.sha256(), 0
    try:
        with (
            path.open("rb") as file,
            tempfile.NamedTemporaryFile(dir=folder, prefix=".part-", delete=False) as part,
        ):
            while piece := file.read(PIECE):
                whole.update(piece)
                size += len(piece)
                part.write(piece)
            part.flush()
            os.fsync(part.fileno())
        os.replace(part.name, folder / whole.hexdigest())
    except OSError as error:
        raise CaseUnusable(
            f"{path} cannot be copied to {folder}: {error.strerror}; free the disk or name another place"
        ) from error
    return whole.hexdigest(), size


def _keep(folder: Path, digest: str, data: bytes) -> None:
    """Write the bytes whole or not at all: to a file beside it, flushed, then renamed."""
    target = folder / digest
    if target.exists():
        return
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".part-", delete=False) as part:
            part.write(data)
            part.flush()
            os.fsync(part.fileno())
        os.replace(part.name, target)
    except OSError as error:
        raise CaseUnusable(
            f"{folder} cannot be written: {error.strerror}; free the disk or name another place"
        ) from error

"""What does a dossier show? Everything that one case holds at one moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sayso.model.article import Boundary
from sayso.model.collection import Collection
from sayso.model.failure import Failure
from sayso.model.listed import Match
from sayso.model.text import Document


class Source(NamedTuple):
    """One input: its path as given, the id of the document made of it, the SHA-256 of its bytes.

    `document` is empty for an input that could not be read; `sha256` for one never opened.
    """

    name: str
    document: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Holdings:
    """The case as the dossier shows it.

    `originals` gives the untouched bytes for a SHA-256, as a mapping or as a function.
    """

    title: str
    version: str
    settings: str
    documents: tuple[Document, ...]
    originals: Mapping[str, bytes] | Callable[[str], bytes]
    sources: tuple[Source, ...]
    collection: Collection
    boundaries: tuple[Boundary, ...] = ()
    failures: tuple[Failure, ...] = ()
    listed: tuple[Match, ...] = ()

    def original(self, sha256: str) -> bytes:
        """The untouched bytes kept under this hash."""
        return self.originals(sha256) if callable(self.originals) else self.originals[sha256]

    def hashes(self) -> tuple[str, ...]:
        """The SHA-256 of every original, sorted."""
        named = {d.sha256 for d in self.documents} | {s[2] for s in self.sources if s[2]}
        return tuple(sorted(named))

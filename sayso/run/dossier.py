"""What goes into a dossier, and do its texts still come out of its originals?"""

import json
from collections.abc import Iterator
from pathlib import Path

from sayso import __version__
from sayso.case.store import Case
from sayso.model.ids import sha256
from sayso.model.lines import restore
from sayso.model.text import Document, Metadata, Raw
from sayso.run.cage import Caged
from sayso.run.engine import Task
from sayso.run.here import Here
from sayso.run.plan import INTAKE
from sayso.run.work import Heap, libraries
from sayso.views.holdings import Holdings, Source

READ = INTAKE[0]


def holdings(case: Case, heap: Heap) -> Holdings:
    """All that one run read and derived, as the dossier shows it."""
    documents = {d.id: d for _, d in sorted(heap.documents.items(), reverse=True)}
    told = [
        Source(s.name, heap.documents[s.name].id if s.name in heap.documents else "", s.sha256)
        for s in heap.sources
    ]
    unopened = [Source(name, "", "") for name, _ in case.unopened()]
    return Holdings(
        title=case.title,
        version=__version__,
        settings=made_by(heap.versions),
        documents=tuple(sorted(documents.values(), key=lambda d: d.origin)),
        originals=case.original,
        sources=tuple(sorted([*told, *unopened])),
        collection=heap.collection,
        boundaries=tuple(heap.boundaries),
        failures=tuple(heap.failures),
    )


def made_by(stages: dict[str, str]) -> str:
    """One digest of all that can change a result besides the inputs: stages and libraries."""
    said = json.dumps([stages, libraries()], ensure_ascii=False)
    return sha256(said.encode())[:20]


def reread(folder: Path) -> list[str]:
    """Read every original of a dossier anew; one sentence for each text that no longer comes out.

    A text read by another version of its reader is said so and not compared.
    """
    found: list[str] = []
    told = json.loads((folder / "dossier.json").read_text(encoding="utf-8"))
    kept = {d.id: d for d in (restore(Document, value) for value in told["documents"])}
    for task in Caged(Here()).spread(_originals(folder, kept, found)):
        document = kept[task.key]
        if task.failures:
            reason = task.failures[0].reason
            found.append(f"{document.origin}: its original can no longer be read: {reason}")
        else:
            found.extend(_same(document, task.found[READ.name]))
    return sorted(found)


def _originals(folder: Path, kept: dict[str, Document], found: list[str]) -> Iterator[Task]:
    """A task for each document whose bytes are there."""
    for key, document in kept.items():
        try:
            data = (folder / "originals" / document.sha256).read_bytes()
        except OSError as error:
            found.append(f"{document.origin}: its original cannot be read: {error.strerror}")
            continue
        raw = Raw(document.origin, data, Metadata(), document.as_article)
        yield Task(key, document.origin, raw, (READ,))


def _same(kept: Document, found: tuple[Document, ...]) -> list[str]:
    if not found:
        return [f"{kept.origin}: its original holds no text any more"]
    again = found[0]
    if again.reader != kept.reader:
        return [f"{kept.origin} was read by {kept.reader}; this is {again.reader}: not compared"]
    if again.text != kept.text:
        return [f"{kept.origin}: the text in the dossier is not the text of its original"]
    return []

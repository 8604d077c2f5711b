"""What goes into a dossier, and do its texts still come out of its originals?"""

import json
from pathlib import Path

from sayso import __version__
from sayso.case.store import Case
from sayso.errors import SaysoError
from sayso.model.ids import sha256
from sayso.model.lines import restore
from sayso.model.text import Document, Metadata, Raw
from sayso.run.plan import PLAN, versions
from sayso.run.work import Heap, libraries
from sayso.views.holdings import Holdings, Source


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
        settings=made_by(),
        documents=tuple(sorted(documents.values(), key=lambda d: d.origin)),
        originals=case.original,
        sources=tuple(sorted([*told, *unopened])),
        collection=heap.collection,
        boundaries=tuple(heap.boundaries),
        failures=tuple(heap.failures),
    )


def made_by() -> str:
    """One digest of all that can change a result besides the inputs: stages and libraries."""
    said = json.dumps([versions(), libraries()], ensure_ascii=False)
    return sha256(said.encode())[:20]


def reread(folder: Path) -> list[str]:
    """Read every original of a dossier anew; one sentence for each text that no longer comes out.

    A text read by another version of its reader is said so and not compared.
    """
    found: list[str] = []
    told = json.loads((folder / "dossier.json").read_text(encoding="utf-8"))
    for value in told["documents"]:
        kept = restore(Document, value)
        try:
            data = (folder / "originals" / kept.sha256).read_bytes()
        except OSError as error:
            found.append(f"{kept.origin}: its original cannot be read: {error.strerror}")
            continue
        found.extend(_same(kept, Raw(kept.origin, data, Metadata(), kept.as_article)))
    return found


def _same(kept: Document, raw: Raw) -> list[str]:
    try:
        again = next(iter(PLAN[0].work(raw)))
    except SaysoError as error:
        return [f"{kept.origin}: its original can no longer be read: {error}"]
    if again.reader != kept.reader:
        return [f"{kept.origin} was read by {kept.reader}; this is {again.reader}: not compared"]
    if again.text != kept.text:
        return [f"{kept.origin}: the text in the dossier is not the text of its original"]
    return []

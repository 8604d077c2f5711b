"""In which order is a heap worked? The stages, from bytes to standing."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from sayso.articles.copies import copies
from sayso.articles.split import split
from sayso.ingest.read import read, reader_of
from sayso.model.page import Page
from sayso.model.text import Document, Raw
from sayso.reading.claims import claims
from sayso.reading.events import events
from sayso.reading.names import names
from sayso.reading.times import times
from sayso.reading.told_model import model_digest
from sayso.resolve.across import across
from sayso.resolve.within import within
from sayso.run.stage import Stage
from sayso.weigh.happenings import happenings
from sayso.weigh.weigh import weighed


def _read(raw: Raw) -> Iterator[Document]:
    """The document; none for an archive or a feed, whose members are inputs of their own."""
    if reader_of(raw.data, raw.name).read is not None:
        yield read(raw)


def together(page: Page) -> str:
    """The key of a stage that needs all pages at once."""
    return ""


INTAKE = (Stage("read", "6", _read), Stage("split", "8", split))
READING = (
    Stage("names", "14", names),
    Stage("link", "5", within, needs=("names",)),
    Stage("times", "7", times),
    Stage("claims", "16", claims, needs=("names", "link", "times")),
    Stage("events", "8", events, needs=("names", "link", "times", "claims")),
)
WEIGHING = (
    Stage("copies", "2", copies, by=together),
    Stage("resolve", "6", across, needs=("names", "link"), by=together),
    Stage(
        "weigh",
        "14",
        weighed,
        needs=("names", "link", "times", "claims", "events", "copies", "resolve"),
        by=together,
    ),
    Stage(
        "happenings",
        "4",
        happenings,
        needs=("names", "link", "times", "claims", "events", "resolve"),
        by=together,
    ),
)
PLAN = INTAKE + READING + WEIGHING


def needed(wanted: Iterable[str]) -> frozenset[str]:
    """The named stages and all that they need, and what those need.

    >>> sorted(needed(["link"]))
    ['link', 'names', 'read', 'split']
    """
    by_name = {stage.name: stage for stage in PLAN}
    out = {"read", "split"}
    waiting = list(wanted)
    while waiting:
        name = waiting.pop()
        if name not in out:
            out.add(name)
            waiting.extend(by_name[name].needs)
    return frozenset(out)


def reading_with(model: str | None) -> tuple[Stage, ...]:
    """The stages that read one article, claims with the attribution model in this folder.

    The digest of its weights is part of the stage's version, so that nothing read without the
    model, or with another, is taken for its output.
    """
    if not model:
        return READING
    digest = model_digest(model)
    return tuple(
        replace(s, version=f"{s.version}+{digest}", work=partial(claims, model=model))
        if s.name == "claims"
        else s
        for s in READING
    )


def versions(model: str | None = None) -> dict[str, str]:
    """Stage name -> version, in the order of the plan."""
    return {stage.name: stage.version for stage in INTAKE + reading_with(model) + WEIGHING}


def chosen(stages: tuple[Stage, ...], wanted: Iterable[str]) -> tuple[Any, ...]:
    """Those of the stages that are wanted, in their order."""
    names_wanted = frozenset(wanted)
    return tuple(s for s in stages if s.name in names_wanted)

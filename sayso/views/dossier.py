"""Which pages make up a dossier, and what are their bytes?"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from sayso.model.ids import sha256
from sayso.settings import LANGUAGES
from sayso.views.article import copies_of, reading
from sayso.views.catalogue import Catalogue, catalogue, file_id
from sayso.views.dates import day_words
from sayso.views.findings import (
    KINDS,
    ON_INDEX,
    PER_PAGE,
    counted,
    finding,
    page_name,
    sorted_out,
)
from sayso.views.holdings import Holdings
from sayso.views.listing import article_rows, copy_rows
from sayso.views.passage import inserted, tongue
from sayso.views.people import SECTIONS, Spoken, settle, spoken, who
from sayso.views.questions import asked
from sayso.views.records import dossier_json
from sayso.views.sheet import Sheet
from sayso.views.timeline import Leaf, leaves, lens, scale, show, ticks

MANIFEST = "MANIFEST.sha256"
LISTED_ON_INDEX = 60
COPIES_ON_INDEX = 20


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is decided once, before any page is written."""

    catalogue: Catalogue
    sorted: Mapping[str, list[str]]
    leaves: list[Leaf]
    spoken: Spoken
    paged: list[str]
    sheets: Mapping[str, Sheet]


def pages(holdings: Holdings) -> Iterator[tuple[str, bytes]]:
    """(relative path, bytes) of every file of the dossier; `MANIFEST.sha256` comes last.

    The same holdings give the same bytes.
    """
    hashes: dict[str, str] = {}
    for path, data in _files(holdings):
        hashes[path] = sha256(data)
        yield path, data
    rows = (f"{hashes[path]}  {path}\n" for path in sorted(hashes))
    yield MANIFEST, "".join(rows).encode()


def _files(holdings: Holdings) -> Iterator[tuple[str, bytes]]:
    made = catalogue(holdings)
    found = sorted_out(made)
    timeline = leaves(made)
    told = spoken(made)
    sheets = {up: Sheet(made, up) for up in ("", "../")}
    plan = _Plan(made, found, timeline, told, settle(made, told), sheets)
    yield "style.css", files("sayso.views").joinpath("templates", "style.css").read_bytes()
    yield "index.html", _index(plan)
    yield "read.html", _page(plan, "read.html", "", **_listed(plan))
    yield from _finding_pages(plan)
    yield "questions.html", _page(plan, "questions.html", "", asked=list(asked(sheets[""])))
    yield from _timeline_pages(plan)
    yield from _people_pages(plan)
    yield from _article_pages(plan)
    yield "method.html", _page(plan, "method.html", "", kinds=KINDS, languages=LANGUAGES)
    yield "dossier.json", dossier_json(holdings)
    for name in holdings.hashes():
        yield f"originals/{name}", holdings.original(name)


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader("sayso.views", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        counted=counted, day_words=day_words, inserted=inserted, tongue=tongue, file_id=file_id
    )
    return environment.get_template(name)


def _page(plan: _Plan, template: str, up: str, **given: Any) -> bytes:
    """A rendered page. Line ends are line feeds on every machine."""
    holdings = plan.catalogue.holdings
    text = _template(template).render(up=up, sheet=plan.sheets[up], holdings=holdings, **given)
    return text.encode()


def _index(plan: _Plan) -> bytes:
    sheet = plan.sheets[""]
    shown = [
        (kind, len(plan.sorted[kind.word]), page_name(kind.word, 0), found)
        for kind in KINDS
        if (found := [finding(sheet, s) for s in plan.sorted[kind.word][:ON_INDEX]])
    ]
    rows, copies = article_rows(plan.catalogue), copy_rows(plan.catalogue)
    return _page(
        plan,
        "index.html",
        "",
        findings=shown,
        rows=rows[:LISTED_ON_INDEX],
        all_rows=len(rows),
        totals=_totals(plan),
        copies=copies[:COPIES_ON_INDEX],
        all_copies=len(copies),
    )


def _totals(plan: _Plan) -> tuple[tuple[str, str], ...]:
    """What was read and found, each count with its name and the page that shows it."""
    made = plan.catalogue
    outlets = {made.outlet(p) for p in made.pages.values() if p.article.publisher}
    kinds = [made.entities[e].kind for e in made.entities]
    questions = made.holdings.collection.questions
    return (
        (counted(len(made.holdings.sources), "file", "files"), "read.html#sources"),
        (counted(len(made.pages), "article", "articles"), "read.html#articles"),
        (counted(len(outlets), "outlet named", "outlets named"), "read.html#articles"),
        (counted(len(made.claims), "claim", "claims"), "#findings"),
        (counted(kinds.count("PER"), "person", "people"), "people.html#PER"),
        (counted(kinds.count("ORG"), "organisation", "organisations"), "people.html#ORG"),
        (counted(len(made.events), "event", "events"), "timeline.html"),
        (counted(len(questions), "question", "questions"), "questions.html"),
    )


def _listed(plan: _Plan) -> dict[str, Any]:
    holdings = plan.catalogue.holdings
    counts: dict[str, int] = {}
    for page in plan.catalogue.pages.values():
        document = page.article.span.document
        counts[document] = counts.get(document, 0) + 1
    sources = [(s, plan.catalogue.documents.get(s[1])) for s in sorted(holdings.sources)]
    rows, copies = article_rows(plan.catalogue), copy_rows(plan.catalogue)
    members = Counter(s.name.rsplit("!", 1)[0] for s in holdings.sources if "!" in s.name)
    return {
        "sources": sources,
        "members_of": members,
        "articles_in": counts,
        "rows": rows,
        "copies": copies,
    }


def _finding_pages(plan: _Plan) -> Iterator[tuple[str, bytes]]:
    sheet = plan.sheets["../"]
    for kind in KINDS:
        ids = plan.sorted[kind.word]
        names = [page_name(kind.word, n) for n in range(-(-len(ids) // PER_PAGE))]
        for number, name in enumerate(names):
            part = ids[number * PER_PAGE : (number + 1) * PER_PAGE]
            found = [finding(sheet, s) for s in part]
            yield (
                name,
                _page(
                    plan,
                    "findings.html",
                    "../",
                    kind=kind,
                    found=found,
                    total=len(ids),
                    names=names,
                    here=name,
                ),
            )


def _timeline_pages(plan: _Plan) -> Iterator[tuple[str, bytes]]:
    sheet = plan.sheets[""]
    dated = tuple(e for leaf in plan.leaves for e in leaf.dated)
    over, through = scale(dated), lens(dated)
    names = [leaf.name for leaf in plan.leaves]
    for leaf in plan.leaves:
        yield (
            leaf.name,
            _page(
                plan,
                "timeline.html",
                "",
                dated=[show(sheet, e, over, through) for e in leaf.dated],
                ordered=[show(sheet, e, None) for e in leaf.ordered],
                undated=[show(sheet, e, None) for e in leaf.undated],
                lens=show(sheet, through.entry, None) if through else None,
                lens_at=f"{over.at(through.day):.2f}%" if over and through else "",
                ticks=ticks(over) if over else [],
                names=names,
                here=leaf.name,
            ),
        )


def _people_pages(plan: _Plan) -> Iterator[tuple[str, bytes]]:
    sheet = plan.sheets[""]
    known = {kind for kind, _ in SECTIONS if kind}
    groups: dict[str, list[str]] = {kind: [] for kind, _ in SECTIONS}
    for entity in plan.catalogue.entities.values():
        groups[entity.kind if entity.kind in known else ""].append(entity.id)
    sections = []
    for kind, title in SECTIONS:
        ordered = sorted(groups[kind], key=lambda e: (-len(plan.catalogue.entities[e].mentions), e))
        sections.append((kind, title, [who(sheet, e, plan.spoken) for e in ordered]))
    yield "people.html", _page(plan, "people.html", "", sections=sections)
    sheet = plan.sheets["../"]
    for entity_id in plan.paged:
        one = who(sheet, entity_id, plan.spoken)
        name = f"people/{file_id(entity_id)}.html"
        yield name, _page(plan, "person.html", "../", one=one)


def _article_pages(plan: _Plan) -> Iterator[tuple[str, bytes]]:
    sheet = plan.sheets["../"]
    copies = copies_of(plan.catalogue)
    for article in sorted(plan.catalogue.pages):
        page = plan.catalogue.pages[article]
        shown = reading(sheet, page, copies.get(article, ()))
        yield f"articles/{article}.html", _page(plan, "article.html", "../", it=shown)

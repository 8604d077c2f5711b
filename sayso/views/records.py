"""What is in dossier.json? Every record the pages were made of, one a line, in a fixed order."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from sayso.model.ids import sha256
from sayso.model.page import Page
from sayso.model.text import Document
from sayso.views.holdings import Holdings

_UNSAFE = re.compile("[\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]")


_NAMES: dict[type, tuple[str, ...]] = {}


def dossier_json(holdings: Holdings) -> bytes:
    """The whole case as one JSON object. Controls of reading direction are written as escapes."""
    case = holdings.collection
    documents = sorted(holdings.documents, key=lambda d: d.id)
    sections: tuple[tuple[str, Iterable[Any]], ...] = (
        ("sources", (_source(s) for s in sorted(holdings.sources))),
        ("documents", (_document(d) for d in documents)),
        ("pages", (_page(p) for p in sorted(case.pages, key=lambda p: p.article.id))),
        ("boundaries", sorted(holdings.boundaries, key=lambda b: b.at)),
        ("copies", sorted(case.copies, key=lambda c: (c.article, c.of))),
        ("entities", sorted(case.entities, key=lambda e: e.id)),
        ("links", sorted(case.links, key=lambda x: (x.a, x.b, x.verdict))),
        ("standings", sorted(case.standings, key=lambda s: s.id)),
        ("questions", sorted(case.questions, key=lambda q: q.id)),
        ("happenings", sorted(case.happenings, key=lambda h: h.id)),
        ("judgements", case.judgements),
        ("failures", sorted(holdings.failures)),
    )
    return "".join(_written(holdings, sections)).encode()


def _written(holdings: Holdings, sections: tuple[tuple[str, Iterable[Any]], ...]) -> Iterator[str]:
    head = {"title": holdings.title, "sayso": holdings.version, "settings": holdings.settings}
    yield _json(head)[:-1]
    for name, records in sections:
        rows = ",\n".join(_json(record) for record in records)
        yield f',\n"{name}":[\n{rows}\n]' if rows else f',\n"{name}":[]'
    yield "}\n"


def _json(value: Any) -> str:
    made = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_record)
    return _UNSAFE.sub(lambda m: f"\\u{ord(m.group()):04x}", made)


def _record(value: Any) -> dict[str, Any]:
    if is_dataclass(value) and not isinstance(value, type):
        return {name: getattr(value, name) for name in _names(type(value))}
    raise TypeError(f"{type(value).__name__} is no record")


def _names(kind: type) -> tuple[str, ...]:
    if kind not in _NAMES:
        _NAMES[kind] = tuple(f.name for f in fields(kind))
    return _NAMES[kind]


def _source(source: tuple[str, str, str]) -> dict[str, str]:
    return dict(zip(("name", "document", "sha256"), source, strict=True))


def _document(document: Document) -> dict[str, Any]:
    made = _record(document)
    made["text_sha256"] = sha256(document.text.encode("utf-8", "surrogatepass"))
    return made


def _page(page: Page) -> dict[str, Any]:
    """A page without its text, which the document holds."""
    made = _record(page)
    for name in ("text", "headline"):
        del made[name]
    return made

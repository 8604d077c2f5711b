"""What does a page's machinery say about it: when, who, where published? And do its parts agree?"""

import copy
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from lxml.html import HtmlElement

from sayso.model.text import Metadata, Told
from sayso.settings import LANGUAGES

KINDS = re.compile(r"(?:Article|Posting|Report|Review)$")
ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?![\d-])")
IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)")

# (attribute, value) of meta elements, in order of trust
DATES = (
    ("property", "article:published_time"),
    ("property", "og:article:published_time"),
    ("itemprop", "datePublished"),
    ("name", "parsely-pub-date"),
    ("name", "sailthru.date"),
    ("name", "pubdate"),
    ("name", "publishdate"),
    ("name", "publish-date"),
    ("name", "dc.date.issued"),
    ("name", "dcterms.created"),
    ("name", "dc.date"),
    ("name", "date"),
)
PUBLISHERS = (("property", "og:site_name"), ("name", "application-name"), ("name", "dc.publisher"))
BYLINES = (("name", "author"), ("name", "dc.creator"), ("name", "parsely-author"))
TITLES = (("property", "og:title"), ("name", "twitter:title"), ("name", "dc.title"))
URLS = (("property", "og:url"),)

# The latest date that is taken for one: without a clock, a bound that no page of today reaches.
LATEST = "2099-12-31"


def metadata(root: HtmlElement, given: Metadata) -> Metadata:
    """The page's own metadata under what the collector gave; what disagrees is kept as conflicts."""
    items = list(_items(root))
    url = _first(given.url, _canonical(root), _meta(root, URLS), _string(items, "url"))
    dates = [d for d in (given.published, *_dates(root, items, url)) if d]
    page = Metadata(
        published=dates[0] if dates else None,
        publisher=_first(_named(items, "publisher"), _meta(root, PUBLISHERS)),
        byline=_first(_named(items, "author"), _meta(root, BYLINES)),
        headline=_first(_string(items, "headline"), _meta(root, TITLES), _title(root)),
        url=url,
        language=_language(root),
        conflicts=tuple(d for d in _distinct(dates) if d.text != dates[0].text),
    )
    return replace(
        page,
        publisher=given.publisher or page.publisher,
        byline=given.byline or page.byline,
        headline=given.headline or page.headline,
        retrieved=given.retrieved,
        language=given.language or page.language,
        conflicts=(*given.conflicts, *page.conflicts),
    )


def _first(*told: Told | None) -> Told | None:
    return next((t for t in told if t), None)


def _distinct(dates: list[Told]) -> list[Told]:
    first: dict[str, Told] = {}
    for told in dates:
        first.setdefault(told.text, told)
    return list(first.values())


def _items(root: HtmlElement) -> Iterator[dict[str, object]]:
    """The articles that JSON-LD describes; what is not JSON is passed over."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            todo: list[object] = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while todo:
            item = todo.pop(0)
            if isinstance(item, list):
                todo.extend(item)
            elif isinstance(item, dict):
                if KINDS.search(str(_flat(item.get("@type")))):
                    yield item
                todo.extend(v for k, v in item.items() if k in ("@graph", "mainEntity"))


def _flat(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value


def _string(items: list[dict[str, object]], key: str) -> Told | None:
    for item in items:
        value = _flat(item.get(key))
        if isinstance(value, str) and value.strip():
            return Told(value.strip(), "json-ld")
    return None


def _named(items: list[dict[str, object]], key: str) -> Told | None:
    """The name of a person or organisation, or the names of several."""
    for item in items:
        value = item.get(key)
        some = value if isinstance(value, list) else [value]
        names = [v.get("name") if isinstance(v, dict) else v for v in some]
        said = [n.strip() for n in names if isinstance(n, str) and n.strip()]
        if said:
            return Told(", ".join(said), "json-ld")
    return None


def _meta(root: HtmlElement, wanted: tuple[tuple[str, str], ...]) -> Told | None:
    metas = list(root.iter("meta"))
    for attribute, value in wanted:
        for meta in metas:
            content = (meta.get("content") or "").strip()
            if content and (meta.get(attribute) or "").lower() == value.lower():
                return Told(content, "meta")
    return None


def _canonical(root: HtmlElement) -> Told | None:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            return Told(link.get("href", "").strip(), "meta")
    return None


def _title(root: HtmlElement) -> Told | None:
    title = root.find(".//title")
    words = " ".join((title.text or "").split()) if title is not None else ""
    return Told(words, "meta") if words else None


def _language(root: HtmlElement) -> Told | None:
    """The page's declared language, where it is one that sayso reads."""
    said = (root.get("lang") or "").lower().split("-")[0]
    said = {"iw": "he", "ua": "uk"}.get(said, said)
    return Told(said, "meta") if said in LANGUAGES else None


def _day(text: str, basis: str) -> Told | None:
    """The day of an ISO date at the start of the text; anything else is no date here."""
    found = ISO.match(text)
    if not found:
        return None
    try:
        return Told(date(*(int(g) for g in found.groups())).isoformat(), basis)
    except ValueError:
        return None


def _by_json(root: HtmlElement, items: list[dict[str, object]], url: str) -> Told | None:
    told = _string(items, "datePublished")
    return _day(told.text, "json-ld") if told else None


def _by_meta(root: HtmlElement, items: list[dict[str, object]], url: str) -> Told | None:
    told = _meta(root, DATES)
    return _day(told.text, "meta") if told else None


def _by_time(root: HtmlElement, items: list[dict[str, object]], url: str) -> Told | None:
    """A time element that says it is the publication's, or the only one on the page."""
    times = [t for t in root.iter("time") if t.get("datetime")]
    own = [t for t in times if "pubdate" in t.attrib or t.get("itemprop") == "datePublished"]
    if own or len(times) == 1:
        return _day((own or times)[0].get("datetime", ""), "meta")
    return None


def _by_url(root: HtmlElement, items: list[dict[str, object]], url: str) -> Told | None:
    found = IN_URL.search(url)
    return _day("-".join(g.zfill(2) for g in found.groups()), "url") if found else None


def _by_htmldate(root: HtmlElement, items: list[dict[str, object]], url: str) -> Told | None:
    """htmldate's cautious mode, which gives up rather than search the text."""
    from htmldate import find_date  # slow to load: only where nothing else tells

    told = find_date(
        copy.deepcopy(root), extensive_search=False, original_date=True, max_date=LATEST
    )
    return _day(told, "meta") if told else None


SOURCES: tuple[Callable[[HtmlElement, list[dict[str, object]], str], Told | None], ...] = (
    _by_json,
    _by_meta,
    _by_time,
    _by_url,
)


def _dates(
    root: HtmlElement, items: list[dict[str, object]], url: Told | None
) -> list[Told | None]:
    """What each source says; htmldate is asked only when none of them knows."""
    where = url.text if url else ""
    told = [source(root, items, where) for source in SOURCES]
    return told if any(told) else [_by_htmldate(root, items, where)]

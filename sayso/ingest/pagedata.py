"""What does a page's machinery say about it: when, who, where published? And do its parts agree?"""

import copy
import json
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from lxml import etree
from lxml.html import HtmlElement

from sayso.ingest.structure import kind_of
from sayso.lexicon.load import lexicon
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
UPDATES = (
    ("property", "article:modified_time"),
    ("property", "og:updated_time"),
    ("itemprop", "dateModified"),
    ("name", "last-modified"),
    ("name", "dcterms.modified"),
)
SECTIONS = (("property", "article:section"), ("name", "parsely-section"), ("name", "section"))
PUBLISHERS = (("property", "og:site_name"), ("name", "application-name"), ("name", "dc.publisher"))
BYLINES = (("name", "author"), ("name", "dc.creator"), ("name", "parsely-author"))
TITLES = (("property", "og:title"), ("name", "twitter:title"), ("name", "dc.title"))
URLS = (("property", "og:url"),)

# Class and id words of an element that holds the day of the last change.
CHANGED = re.compile(r"(?:^|[-_ ])(?:updat\w*|modif\w*|edited)", re.IGNORECASE)
EITHER = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])[/-](0?[1-9]|1[0-2])[/-](?:19|20)\d\d(?!\d)")
SHORT = 40  # characters of a text that is a day and no sentence
SECTION_WORDS = 4
LONG = 10_000  # characters of an element that is no byline, so that only boxes are told

# The latest date that is taken for one: without a clock, a bound that no page of today reaches.
LATEST = "2099-12-31"


def metadata(root: HtmlElement, given: Metadata) -> Metadata:
    """The page's own metadata under what the collector gave; what disagrees is kept as conflicts."""
    items = list(_items(root))
    url = _first(given.url, _canonical(root), _meta(root, URLS), _string(items, "url"))
    own = _own(items, _heading(root), url.text if url else "")
    told = [d for d in _dates(root, own, url) if d]
    late = [d for d in told if given.retrieved and d.text > _next(given.retrieved.text)]
    dates = [d for d in (given.published, *(d for d in told if d not in late)) if d]
    page = Metadata(
        published=dates[0] if dates else None,
        publisher=_first(_named(items, "publisher"), _meta(root, PUBLISHERS)),
        byline=_first(_named(items, "author"), _meta(root, BYLINES)),
        headline=_first(_string(items, "headline"), _meta(root, TITLES), _title(root)),
        url=url,
        language=_language(root),
        conflicts=tuple(d for d in _distinct([*dates, *late]) if d.text != (dates or late)[0].text)
        or tuple(_distinct(late) if not dates else ()),
        updated=_update(root, own),
        section=_first(_string(own, "articleSection"), _crumb(root), _meta(root, SECTIONS)),
    )
    return replace(
        page,
        publisher=given.publisher or page.publisher,
        byline=given.byline or page.byline,
        headline=given.headline or page.headline,
        retrieved=given.retrieved,
        language=given.language or page.language,
        conflicts=(*given.conflicts, *page.conflicts),
        updated=given.updated or page.updated,
        section=given.section or page.section,
        charset=given.charset,
    )


def _next(day: str) -> str:
    """The day after: a page of tomorrow's zone may be captured today, none of the day after that."""
    try:
        return (date.fromisoformat(day[:10]) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return LATEST


def _heading(root: HtmlElement) -> str:
    """The words of the page's first heading, or of its title."""
    for element in root.iter("h1"):
        return " ".join(element.text_content().split())
    title = _title(root)
    return title.text if title else ""


def _own(items: list[dict[str, object]], heading: str, url: str) -> list[dict[str, object]]:
    """The items that are the page's article: those of other stories have other headlines and addresses.

    Where several are dated differently and none can be told for the page's, none is.
    """
    dated = {str(_flat(i.get("datePublished")))[:10] for i in items if i.get("datePublished")}
    if len(dated) < 2:
        return items
    return [i for i in items if _is_page(i, heading, url)]


def _is_page(item: dict[str, object], heading: str, url: str) -> bool:
    said = str(_flat(item.get("headline") or item.get("name") or "")).casefold().split()
    where = item.get("mainEntityOfPage") or item.get("url") or item.get("@id")
    where = where.get("@id") if isinstance(where, dict) else where
    if url and isinstance(where, str) and where.rstrip("/") == url.rstrip("/"):
        return True
    return bool(said) and said == heading.casefold().split()


def _update(root: HtmlElement, items: list[dict[str, object]]) -> Told | None:
    """The day on which the page says it was changed."""
    by_json, by_meta = _string(items, "dateModified"), _meta(root, UPDATES)
    return _first(
        _day(by_json.text, "json-ld") if by_json else None,
        _day(by_meta.text, "meta") if by_meta else None,
        *(_day(t.get("datetime", ""), "meta") for t in root.iter("time") if _of_change(t)),
    )


def _of_change(element: HtmlElement) -> bool:
    return element.get("itemprop") == "dateModified" or bool(
        CHANGED.search(f"{element.get('class', '')[:200]} {element.get('id', '')[:200]}")
    )


def _crumb(root: HtmlElement) -> Told | None:
    """The last step but the page itself of the path of sections that JSON-LD gives."""
    for item in _described(root):
        steps = item.get("itemListElement")
        if str(_flat(item.get("@type"))) == "BreadcrumbList" and isinstance(steps, list):
            named = [_step(s) for s in steps if isinstance(s, dict)]
            between = [n for n in named[1:] if n and n.casefold() != _heading(root).casefold()]
            last = between[-1] if between else ""
            return Told(last, "json-ld") if last and len(last.split()) <= SECTION_WORDS else None
    return None


def _step(step: dict[str, object]) -> str:
    inner = step.get("item")
    name = step.get("name") or (inner.get("name") if isinstance(inner, dict) else "")
    return " ".join(str(name or "").split())


def _first(*told: Told | None) -> Told | None:
    return next((t for t in told if t), None)


def _distinct(dates: list[Told]) -> list[Told]:
    first: dict[str, Told] = {}
    for told in dates:
        first.setdefault(told.text, told)
    return list(first.values())


def _items(root: HtmlElement) -> Iterator[dict[str, object]]:
    """The articles that JSON-LD describes."""
    return (i for i in _described(root) if KINDS.search(str(_flat(i.get("@type")))))


def _described(root: HtmlElement) -> Iterator[dict[str, object]]:
    """All that JSON-LD describes; what is not JSON is passed over."""
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
    times = [t for t in root.iter("time") if t.get("datetime") and not _of_change(t)]
    times = [t for t in times if not _in_furniture(t)]
    own = [t for t in times if "pubdate" in t.attrib or t.get("itemprop") == "datePublished"]
    if own or (len(times) == 1 and not _after_words_of_change(times[0])):
        return _day((own or times)[0].get("datetime", ""), "meta")
    return None


def _in_furniture(element: HtmlElement) -> bool:
    """Whether it stands in a box of other stories, a menu, a foot or the comments."""
    kinds = (
        kind_of(a, LONG) for a in [element.getparent(), *element.iterancestors()] if a is not None
    )
    return any(kind in ("boilerplate", "comments", "caption") for kind in kinds)


def _after_words_of_change(element: HtmlElement) -> bool:
    """Updated: <time>…: the words right before it, or in it, say that the page was changed."""
    before = element.getprevious()
    parent = element.getparent()
    near = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    words = f"{near} {element.text or ''}".casefold()
    return any(w in words for w in _words_of_change())


@cache
def _words_of_change() -> tuple[str, ...]:
    return tuple(
        phrase.casefold()
        for language in LANGUAGES
        for phrase, (kind,) in lexicon(language, "publication").entries.items()
        if kind == "update"
    )


def _by_url(root: HtmlElement, items: list[dict[str, object]], url: str) -> Told | None:
    found = IN_URL.search(url)
    return _day("-".join(g.zfill(2) for g in found.groups()), "url") if found else None


def _by_htmldate(root: HtmlElement, items: list[dict[str, object]], url: str) -> Told | None:
    """htmldate's cautious mode, which gives up rather than search the text."""
    from htmldate import find_date  # slow to load: only where nothing else tells

    with warnings.catch_warnings():  # its date parser remarks on unknown time zones
        warnings.simplefilter("ignore")
        told = find_date(
            _own_parts(root), extensive_search=False, original_date=True, max_date=LATEST
        )
    return _day(told, "meta") if told else None


def _own_parts(root: HtmlElement) -> HtmlElement:
    """A copy without what dates other stories or the last change: boxes, JSON-LD, words of change."""
    copied = copy.deepcopy(root)
    changes = {value for _, value in UPDATES} | {"revised", "last_modified", "modified"}
    for element in list(copied.iter(etree.Element)):
        named = {element.get(a, "").lower() for a in ("property", "name", "itemprop")}
        told = kind_of(element, LONG) in ("boilerplate", "comments") or _of_change(element)
        changed = element.tag == "meta" and bool(named & changes)
        changed = changed or _may_be_two(element)
        changed = changed or (element.tag == "time" and _after_words_of_change(element))
        if (told or changed or element.tag == "script") and element.getparent() is not None:
            element.clear(keep_tail=True)  # what stands after it stays, untouched
            element.tag = "span"
    return copied


def _may_be_two(element: HtmlElement) -> bool:
    """04/05/2026, which is April here and May there, in a meta element or a short text of its own."""
    said = element.get("content") or element.get("datetime") or (element.text or "")
    found = EITHER.search(said) if len(said) <= SHORT else None
    return found is not None and found.group(1) != found.group(2)


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

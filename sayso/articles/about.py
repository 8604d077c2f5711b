"""Who wrote and published an article, and when? Its own words, the collector's or the page's; or unknown."""

import re
from dataclasses import dataclass

from sayso.articles.dates import Day, days
from sayso.articles.furniture import Labelled
from sayso.articles.heads import parts
from sayso.articles.lines import fold
from sayso.articles.place import place
from sayso.articles.sections import section
from sayso.articles.shape import caseless, heading, named
from sayso.model.text import Document, Metadata, Told

_QUOTED = re.compile('[«“„"]([^«»“”„"]{2,60})[»”“"]')
_OUTLET_NAME = re.compile(r"\s+((?:[^\W\d_a-z][\w'’&-]*)(?:\s+[^\W\d_a-z][\w'’&-]*){0,4})")
PARAGRAPH = 8  # words of a line that is more than a kicker
_GIVEN = ("sidecar", "command line")


@dataclass(frozen=True, slots=True)
class About:
    """What is known of an article; conflicts are the dates that were not taken."""

    byline: Told | None = None
    publisher: Told | None = None
    published: Told | None = None
    conflicts: tuple[Told, ...] = ()
    updated: Told | None = None
    section: Told | None = None
    place: Told | None = None


def about(document: Document, items: list[Labelled], whole: bool, feet: str = "") -> About:
    """From the article's lines; `whole` when the document is this one article and its metadata hold.
    `feet` are the appeals and widgets of the whole document: they name the outlets."""
    given = document.metadata if whole else _shared(document.metadata)
    heads = _head(items)
    dates = [d for d in (given.published, *_dates(document, items, heads), *given.conflicts) if d]
    if given.published and given.published.basis not in _GIVEN and len(dates) > 1:
        dates = sorted(dates, key=lambda d: d.basis != "visible text")
    seen: dict[str, Told] = {}
    for told in dates:
        seen.setdefault(told.text, told)
    first = dates[0] if dates else None
    return About(
        byline=_given(given.byline) or _byline(document, items, heads) or given.byline,
        publisher=given.publisher or _publisher(document, items, heads, feet),
        published=first,
        conflicts=tuple(d for d in seen.values() if first and d.text != first.text),
        updated=_changed(_given(given.updated) or _update(document, heads) or given.updated, first),
        section=_given(given.section) or _section(document, items) or given.section,
        place=_place(document, heads),
    )


def _shared(metadata: Metadata) -> Metadata:
    """Of several articles in one file, what the collector says holds for each; the page's does not."""
    return Metadata(
        published=_given(metadata.published),
        publisher=_given(metadata.publisher),
        byline=_given(metadata.byline),
        section=_given(metadata.section),
    )


def _given(told: Told | None) -> Told | None:
    return told if told and told.basis in _GIVEN else None


def _head(items: list[Labelled]) -> list[Labelled]:
    """The lines that may sign and date the article: head furniture above its body (or under one
    standfirst), and the first body line's dateline. What stands after the body may belong to
    another page."""
    out: list[Labelled] = []
    prose = 0
    for n, item in enumerate(items):
        if item.kind in ("byline", "dateline"):
            if prose and not any(_paragraph(i) for i in items[n + 1 :]):
                break
            out.append(item)
        elif item.kind is None and any(p.kind == "dateline" for p in item.pieces):
            return [*out, item]
        elif _paragraph(item):
            prose += 1
            if prose > 1:
                break
    return out


def _paragraph(item: Labelled) -> bool:
    return item.kind is None and len(item.line.words) >= PARAGRAPH and not heading(item.line)


def _dates(document: Document, items: list[Labelled], heads: list[Labelled]) -> list[Told]:
    out: list[Told] = []
    for item in heads:
        if _masthead(document, item):
            continue
        end = len(item.line.text) if item.kind else item.pieces[0].stop
        plain = [day for day in days(item.line.text[:end]) if not _updated(item, day)]
        for day in plain[:1]:
            told = _told(document, item, day)
            if told is None:
                told = _by_agreement(document, items, day)
            if told:
                out.append(told)
    return out


def _masthead(document: Document, item: Labelled) -> bool:
    """A line of a web page that stands in its furniture, or above its headline without being marked as
    the article's day: there stands today's day."""
    if document.media_type != "text/html":
        return False
    at = item.line.start
    holding = {m.kind for m in document.marks if m.start <= at and item.line.stop <= m.stop}
    head = next((m for m in document.marks if m.kind == "headline"), None)
    above = head is not None and at < head.start
    return "boilerplate" in holding or (above and "dateline" not in holding)


def _updated(item: Labelled, day: Day) -> bool:
    """The words before the day say that the page was changed then: no date of publication."""
    said = [
        h.phrase.tag
        for h in item.hits
        if h.phrase.list == "publication"
        and h.phrase.tag in ("publication", "update")
        and item.line.places[h.last - 1][1] <= day.start
    ]
    return said[-1:] == ["update"]


def _update(document: Document, heads: list[Labelled]) -> Told | None:
    """The first day that the head says the page was changed on."""
    for item in heads:
        if item.kind:
            for day in days(item.line.text):
                if _updated(item, day) and (told := _told(document, item, day)):
                    return told
    return None


def _changed(updated: Told | None, published: Told | None) -> Told | None:
    """A change before the publication is a mistake of the page, and unknown."""
    early = updated and published and updated.text < published.text
    return None if early else updated


def _section(document: Document, items: list[Labelled]) -> Told | None:
    """What a line above the body names as the part of the paper."""
    for item in items:
        if _paragraph(item):
            return None
        if found := section(item.line.text):
            return _words(document, item, found.start, found.stop)
    return None


def _place(document: Document, heads: list[Labelled]) -> Told | None:
    for item in heads:
        if found := place(item):
            return _words(document, item, *found)
    return None


def _told(document: Document, item: Labelled, day: Day) -> Told | None:
    if day.iso is None:
        return None
    at = item.line.start
    return Told(day.iso, "visible text", document.span(at + day.start, at + day.stop))


def _by_agreement(document: Document, items: list[Labelled], day: Day) -> Told | None:
    """A dateline without a year takes it from a byline of the article with the same day and month."""
    for item in items:
        if item.kind in ("byline", "dateline"):
            for other in days(item.line.text):
                if (other.month, other.day) == (day.month, day.day) and other.year:
                    return _told(document, item, other)
    return None


def _words(document: Document, item: Labelled, start: int, stop: int) -> Told:
    at = item.line.start
    return Told(item.line.text[start:stop], "visible text", document.span(at + start, at + stop))


def _byline(document: Document, items: list[Labelled], heads: list[Labelled]) -> Told | None:
    """The first part of a byline after its opening words, when it looks like a name."""
    ends = [i for i in items[-3:] if i.kind == "byline" and i not in heads]
    for item in [*heads, *ends]:
        if item.kind is None:
            continue
        opened = [h for h in item.hits if h.phrase.list == "byline" and h.phrase.tag == "start"]
        after = max((item.line.places[h.last - 1][1] for h in opened if not h.first), default=0)
        for part in parts(item.line.text[after:]):
            text = part.text.lstrip(": ")
            names = re.split(r"\s(?:and|и|та|і|و|ו)\s", text)[0].split()
            person = named(names) and not _outlet_like(text)
            if person or ((after or item.kind == "byline") and _caseless_name(item, text)):
                start = after + part.start + len(part.text) - len(text)
                return _words(document, item, start, start + len(text))
    return None


def _outlet_like(text: str) -> bool:
    return bool(_QUOTED.search(text)) or any(c.isdigit() for c in text)


def _caseless_name(item: Labelled, text: str) -> bool:
    return caseless(item.line.language) and 2 <= len(text.split()) <= 3 and not _outlet_like(text)


def feet_of(items: list[Labelled]) -> str:
    """The folded words of the appeals and comment widgets."""
    return "\n".join(fold(i.line.text) for i in items if i.kind in ("boilerplate", "comments"))


def _publisher(
    document: Document, items: list[Labelled], heads: list[Labelled], feet: str
) -> Told | None:
    """An outlet on a head line that is quoted, known, or named by the article's other furniture."""
    reprinted = [told for item in items if item.kind and (told := _reprint(document, item))]
    if reprinted:
        return reprinted[-1]
    ends = [i for i in items[-3:] if i.kind == "byline" and i not in heads]
    for item in [*heads, *ends]:
        end = len(item.line.text) if item.kind else item.pieces[0].stop
        quoted = _QUOTED.search(item.line.text[:end])
        if quoted:
            return _words(document, item, quoted.start(1), quoted.end(1))
        if item.kind is None:
            continue
        found = [p for p in parts(item.line.text) if not any(c.isdigit() for c in p.text)]
        opened = any(not h.first and h.phrase.list == "byline" for h in item.hits)
        found = found[1:] if opened else found
        for part in sorted(found, key=lambda p: -p.start):
            known = _known_outlet(item, part.start, part.stop)
            if known or _elsewhere(document, part.text, feet):
                return _words(document, item, part.start, part.stop)
    return None


def _reprint(document: Document, item: Labelled) -> Told | None:
    """… reprinted by The Bay Herald on 4 May 2026"""
    said = [h for h in item.hits if h.phrase.tag == "publication" and h.phrase.words[-1] == "by"]
    if item.kind not in ("byline", "dateline") or not said:
        return None
    start = item.line.places[said[-1].last - 1][1]
    found = _OUTLET_NAME.match(item.line.text, start)
    return _words(document, item, found.start(1), found.end(1)) if found else None


def _known_outlet(item: Labelled, start: int, stop: int) -> bool:
    spans = [
        (item.line.places[h.first][0], item.line.places[h.last - 1][1])
        for h in item.hits
        if h.phrase.list == "outlets"
    ]
    return (start, stop) in spans


def _elsewhere(document: Document, text: str, feet: str) -> bool:
    """Whether appeals and widgets name it, as they do the outlet, or the document quotes it."""
    if len(text) < 4:
        return False
    quoted = any(f"{a}{text}{b}" in document.text for a, b in ("«»", "“”", "„“", '""'))
    return quoted or fold(text) in feet

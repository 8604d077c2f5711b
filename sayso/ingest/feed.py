"""Which entries does a news feed (RSS, Atom) hold, and what does it say about each?"""

import html
import io
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from sayso.errors import UnreadableInput
from sayso.ingest.archive import DAMAGE, under
from sayso.ingest.limits import ROWS
from sayso.model.failure import Failure
from sayso.model.text import Metadata, Raw, Told
from sayso.settings import LANGUAGES

BASIS = "feed"
OPENING = re.compile(
    rb"<(?:rss\b|rdf:RDF\b[^>]*purl\.org/rss|(?:\w+:)?feed\b[^>]*w3\.org/2005/Atom)", re.IGNORECASE
)


def match(head: bytes, name: str) -> float:
    """By the root element in the first bytes, in any encoding that keeps ASCII or spreads it."""
    return 0.97 if OPENING.search(head.replace(b"\x00", b"")[:2048]) else 0.0


def members(raw: Raw) -> Iterator[Raw | Failure]:
    """Each entry as a small page: its title as heading, then its text as the feed gives it."""
    refuse_entities(raw.data, raw.name)
    import feedparser  # slow to load: only where there is a feed

    try:
        feed = feedparser.parse(io.BytesIO(raw.data), resolve_relative_uris=False)
    except (*DAMAGE, LookupError, TypeError, AttributeError, AssertionError) as error:
        raise UnreadableInput(
            f"{raw.name} is a damaged feed ({type(error).__name__}); get it again"
        ) from error
    if not feed.entries:
        said = f" ({feed.bozo_exception})" if feed.get("bozo_exception") else ""
        raise UnreadableInput(f"{raw.name} is a feed without entries{said}; get it again")
    if feed.get("bozo") and not _about_charset(feed.get("bozo_exception")):
        reason = f"{raw.name} is not whole XML ({feed.bozo_exception}); entries may be missing"
        yield Failure(raw.name, "open", reason)
    for number, entry in enumerate(feed.entries[:ROWS], 1):
        name = f"{raw.name}!{number}"
        page = _page(entry)
        if page is None:
            yield Failure(name, "open", f"{name} is an entry without words; open its link instead")
            continue
        told = under(raw.metadata, _told(entry, feed.feed))
        yield Raw(name, page.encode("utf-8", "replace"), told, as_article=True)


def refuse_entities(data: bytes, name: str) -> None:
    """Raises UnreadableInput for XML that declares entities: news never does, attacks do."""
    if b"<!ENTITY" in data.replace(b"\x00", b"").upper():
        raise UnreadableInput(
            f"{name} declares XML entities, which may pull in other files or grow without end; it was "
            "not read; remove its DOCTYPE if you trust it"
        )


def _about_charset(error: object) -> bool:
    """Whether feedparser only complains of a declared charset or media type."""
    return type(error).__name__ in ("CharacterEncodingOverride", "NonXMLContentType")


def _page(entry: Any) -> str | None:
    title = str(entry.get("title") or "").strip()
    body = max((str(c.get("value") or "") for c in entry.get("content", ())), key=len, default="")
    body = body or str(entry.get("summary") or "")
    if not _words(title) and not _words(body):
        return None
    if not re.search(r"<\w", body):
        body = "".join(f"<p>{line}</p>\n" for line in body.splitlines() if line.strip())
    plain = " ".join(_words(title).split())
    return (
        '<!doctype html><html><head><meta charset="utf-8">'
        f"<title>{html.escape(plain)}</title></head>\n<body><article><h1>{html.escape(plain)}</h1>\n"
        f"{body}\n</article></body></html>\n"
    )


def _words(markup: str) -> str:
    """The words of a title, whose markup feedparser has already made harmless."""
    return html.unescape(re.sub(r"<[^<>]{0,500}>", "", markup)).strip()


def _told(entry: Any, channel: Any) -> Metadata:
    """What the feed says of an entry; the language only where it is one that sayso reads."""
    source = entry.get("source") or {}
    outlet = _told_one(source.get("title") or channel.get("title"))
    language = str(channel.get("language") or "").lower().split("-")[0]
    day = _day(entry.get("published"))
    has_change = "updated" in entry  # asking for it where it is not makes feedparser warn
    changed = _day(entry["updated"]) if has_change else ""
    tags = [_told_one(tag.get("term")) for tag in entry.get("tags", ())]
    return Metadata(
        published=Told(day, BASIS) if day else None,
        publisher=outlet,
        byline=_told_one(entry.get("author")),
        headline=_told_one(_words(str(entry.get("title") or ""))),
        url=_told_one(entry.get("link")),
        language=Told(language, "meta") if language in LANGUAGES else None,
        updated=Told(changed, BASIS) if changed and day and changed >= day else None,
        section=tags[0] if len(tags) == 1 else None,
    )


def _told_one(value: object) -> Told | None:
    words = " ".join(str(value or "").split())
    return Told(words, BASIS) if words else None


def _day(said: object) -> str:
    """The day on the writer's own clock, or ""; a date of neither form is no date here."""
    words = str(said or "").strip()
    for reading in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            return (
                reading(words.replace("Z", "+00:00") if "T" in words else words).date().isoformat()
            )
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return ""

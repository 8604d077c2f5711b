"""Which column of a table says what, and what article is one of its rows?"""

from collections.abc import Iterable
from datetime import date, datetime

from sayso.ingest.archive import under
from sayso.lexicon.load import lexicon
from sayso.model.failure import Failure
from sayso.model.text import Metadata, Raw, Told
from sayso.settings import LANGUAGES

BASIS = "table"


def fields(names: Iterable[str]) -> list[str]:
    """For each column's name the field it stands for, or ""; each field once, the likelier name first.

    >>> fields(["id", "Title", "content", "text"])
    ['', 'headline', '', 'text']
    """
    known = lexicon("any", "columns").entries
    given = [" ".join(n.strip().strip('"').casefold().replace("_", " ").split()) for n in names]
    best: dict[str, tuple[int, int]] = {}
    for at, name in enumerate(given):
        if name in known:
            field, rank = known[name]
            best[field] = min(best.get(field, (9, 0)), (int(rank), at))
    out = [""] * len(given)
    for field, (_, at) in best.items():
        out[at] = field
    return out


def member(raw: Raw, number: int, cells: dict[str, str]) -> Raw | Failure:
    """The row's text, under its title where the text does not begin with it."""
    name = f"{raw.name}!{number}"
    text, title = cells.get("text", "").strip(), " ".join(cells.get("headline", "").split())
    if not text:
        return Failure(name, "open", f"{name} has no text; fill the row or remove it")
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    about = under(raw.metadata, told(cells, BASIS))
    return Raw(name, f"{text}\n".encode("utf-8", "replace"), about, as_article=True)


def told(cells: dict[str, str], basis: str) -> Metadata:
    """What named cells tell of an article; a day that may be two is none."""
    language = cells.get("language", "").strip().lower().split("-")[0]

    def one(value: str | None) -> Told | None:
        words = " ".join((value or "").split())
        return Told(words, basis) if words else None

    return Metadata(
        published=one(_day(cells.get("published", ""))),
        publisher=one(cells.get("publisher")),
        byline=one(cells.get("byline")),
        headline=one(cells.get("headline")),
        url=one(cells.get("url")),
        retrieved=one(_day(cells.get("retrieved", ""))),
        language=Told(language, basis) if language in LANGUAGES else None,
        updated=one(_day(cells.get("updated", ""))),
        section=one(cells.get("section")),
    )


def _day(said: str) -> str:
    """The day of an ISO date or date and time; 4/5/2026 may be two days and is none here."""
    said = said.strip()
    try:
        return date.fromisoformat(said[:10]).isoformat() if len(said) >= 10 else ""
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(said).date().isoformat()
    except ValueError:
        return ""

"""Is this line a byline, a publication line or a dateline, and what does it say?"""

import re
from typing import NamedTuple

from sayso.articles.dates import Day, days
from sayso.articles.lines import Line, words
from sayso.articles.phrases import Hit
from sayso.articles.shape import capital_share, caseless, named, sentence_end

# A head line is short; its parts have few words. Chosen by looking at pages.
HEAD = 150
PART = 5

_PARTS = re.compile(r"\s*[|•·;،]\s*|\s+[-–—]\s+|,\s+|\.\s+(?=\D)|\s*[()]\s*")
_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
_QUOTED = re.compile('^[«“„"]([^«»“”„"]{2,60})[»”“"]\\.?$')
_DASH = re.compile(r"\s*[—–-]\s+|\s*[—–-](?=[A-ZА-ЯІЇЄҐ«“\"])|\s+[—–-]\s*")
_AGENCY = re.compile(r"^(.{2,70}?)\s?[(/]\s?([^()]{2,40}?)\s?[)/]\s?(?:[—–:-]+|\.)\s*")
_PLACE_DAY = re.compile(r"^[^.!?:]{3,90}?[.:—–-]\s+")
_REPRINT = ("published by", "reprinted by", "first published", "originally published")


class Part(NamedTuple):
    """A part of a head line between its separators: [start, stop) of the line."""

    start: int
    stop: int
    text: str


def parts(text: str) -> list[Part]:
    """A head line cut at its bars, dashes, commas and brackets."""
    out: list[Part] = []
    at = 0
    for m in [*_PARTS.finditer(text), None]:
        stop = m.start() if m else len(text)
        piece = text[at:stop]
        if piece.strip():
            start = at + len(piece) - len(piece.lstrip())
            out.append(Part(start, at + len(piece.rstrip()), piece.strip()))
        at = m.end() if m else at
    return out


def byline(line: Line, hits: tuple[Hit, ...]) -> bool:
    """By Anna Example, Gazette; Автор: …; מאת …; also who edited, and who the author is."""
    for hit in hits:
        if hit.phrase.list != "byline":
            continue
        if hit.phrase.tag == "role" and _role(line, hit):
            return True
        if hit.phrase.tag == "start" and not hit.first and _signed(line, hit):
            return True
    return False


def _role(line: Line, hit: Hit) -> bool:
    """A name and a post and no more, or a sentence about the author."""
    verb = hit.phrase.words[0] == "is"
    if verb:
        return hit.first <= 6 and len(line.text) <= 2 * HEAD
    named_parts = parts(line.text)
    return (
        1 < len(named_parts) <= 4
        and len(line.words) <= 10
        and not sentence_end(line.text)
        and (caseless(line.language) or named(named_parts[0].text.split()))
        and any(p.start <= line.places[hit.first][0] < p.start + 3 for p in named_parts[1:])
    )


def _signed(line: Line, hit: Hit) -> bool:
    """After the opening words come names, not a sentence."""
    if len(line.text) > HEAD or hit.last >= len(line.words):
        return False
    after = line.text[line.places[hit.last - 1][1] :].lstrip()
    if after.startswith(":"):
        return len(line.words) <= 16
    if len(hit.phrase.words) > 1 and not sentence_end(line.text):
        return True
    if sentence_end(line.text) or len(line.words) - hit.last > 14:
        return False
    if caseless(line.language):
        return len(line.words) - hit.last <= 8
    return after[:1].isupper() and capital_share(line) >= 0.6


def publication(line: Line, hits: tuple[Hit, ...]) -> bool:
    """A short line in which every part is a date, a time, a name or an outlet, and one is a date."""
    if len(line.text) > HEAD or not any(c.isdigit() for c in line.text):
        return False
    if line.text[0] in "-–—" and "@" in line.text:  # who wrote an embedded post, and when
        return False
    dates = days(line.text)
    opened = any(h.phrase.tag in ("publication", "update") and not h.first for h in hits)
    if not dates or not (opened or dates[0].year):
        return False
    if opened:
        return len(_spare(line, hits, dates)) <= 8
    if sentence_end(line.text) and len(line.words) > 8:
        return False
    rest = [p for p in parts(line.text) if not _about_time(p, line, hits, dates)]
    return all(len(words(p.text)) <= PART for p in rest) and len(rest) <= 3 and _apart(line, dates)


def _apart(line: Line, dates: list[Day]) -> bool:
    """The date fills a part of its own: a heading with a date in it is no publication line."""
    day = dates[0]
    part = next((p for p in parts(line.text) if p.start <= day.start < p.stop), None)
    if part is None:
        return False
    spare = part.text[: max(0, day.start - part.start)] + part.text[max(0, day.stop - part.start) :]
    return len(words(_TIME.sub(" ", spare))) <= 2


def _spare(line: Line, hits: tuple[Hit, ...], dates: list[Day]) -> list[str]:
    """The words that are no part of dates, times or publication words."""
    taken: set[int] = set()
    for h in hits:
        if h.phrase.list == "publication":
            taken.update(range(h.first, h.last))
    return [
        w
        for i, w in enumerate(line.words)
        if i not in taken
        and not w.isdigit()
        and not any(d.start <= line.places[i][0] < d.stop for d in dates)
    ]


def _about_time(part: Part, line: Line, hits: tuple[Hit, ...], dates: list[Day]) -> bool:
    if any(part.start <= d.start < part.stop or d.start <= part.start < d.stop for d in dates):
        return True
    inside = [i for i, (a, _) in enumerate(line.places) if part.start <= a < part.stop]
    timed = {i for h in hits if h.phrase.list == "publication" for i in range(h.first, h.last)}
    return all(i in timed or line.words[i].isdigit() for i in inside)


def bare_byline(line: Line, hits: tuple[Hit, ...]) -> bool:
    """Name - Outlet, where the outlet is known or quoted and the name looks like one."""
    if len(line.text) > 80 or sentence_end(line.text) or any(c.isdigit() for c in line.text):
        return False
    found = parts(line.text)
    if len(found) != 2 or "," in line.text.replace(found[0].text, ""):
        return False
    person, outlet = found
    looks = named(person.text.split()) or (
        caseless(line.language) and 2 <= len(person.text.split()) <= 3
    )
    if not looks or len(outlet.text.split()) > 4:
        return False
    known = any(
        h.phrase.list in ("outlets", "agencies") and line.places[h.first][0] >= outlet.start
        for h in hits
    )
    dashed = bool(re.search(r"\s[-–—|]\s", line.text)) and caseless(line.language)
    return known or bool(_QUOTED.match(outlet.text)) or dashed


def dateline(line: Line, hits: tuple[Hit, ...]) -> int:
    """Where the dateline that opens a body line ends, or 0."""
    text = line.text
    m = _AGENCY.match(text)
    if (
        m
        and _placed(m.group(1), line)
        and (text[m.end(2) :].lstrip(" )/")[:1] in "-–—:." and _tells(line, hits, m.end()))
    ):
        return m.end()
    m = _DASH.search(text, 2, 90)
    if m and _placed(text[: m.start()], line):
        head = text[: m.start()]
        if days(head) or _shouted(head) or _only_agency(line, hits, m.start()):
            return m.end()
    m = _PLACE_DAY.match(text)
    if m and days(m.group()) and _shouted(re.split(r"[,.]", m.group())[0]):
        return m.end()
    return 0


def _placed(head: str, line: Line) -> bool:
    """At most nine words, no sentence, first letter a capital where there are any."""
    return (
        len(head.split()) <= 9
        and not re.search('[!?؟;«"“]', head)
        and (caseless(line.language) or head[:1].isupper())
    )


def _shouted(head: str) -> bool:
    """A place in capitals."""
    letters = [c for c in re.split(r"[,(]", head)[0] if c.isalpha()]
    return len(letters) >= 3 and all(c.isupper() for c in letters)


def _tells(line: Line, hits: tuple[Hit, ...], stop: int) -> bool:
    """An agency or a capitalised or short word stands in the brackets."""
    agency = any(
        h.phrase.list in ("agencies", "outlets") and line.places[h.last - 1][1] <= stop
        for h in hits
    )
    return agency or _shouted(line.text)


def _only_agency(line: Line, hits: tuple[Hit, ...], stop: int) -> bool:
    """Place and agency without brackets: تهران- ایرنا-, Москва. ТАСС -"""
    return any(
        h.phrase.list == "agencies" and h.first <= 3 and line.places[h.last - 1][1] == stop
        for h in hits
    )

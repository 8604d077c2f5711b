"""Where in a line is a photo credit, and is the rest a caption?"""

import re

from sayso.articles.lines import Line
from sayso.articles.phrases import Hit

_BRACKET = re.compile(r"[\[(]([^\[\]()]{2,90})[\])]")
_SIGNED = re.compile(r"^\((?:[^\W\d_a-z][\w.'’-]*\s?){1,4}/\s?(?:[^\W\d_a-z][\w.'’-]*\s?){1,4}\)$")
_NAME_AND_FIRM = re.compile(
    r"^(?:[^\W\d_a-z][\w.'’-]*\s){1,3}[^\W\d_a-z][\w.'’-]*\s?/\s?(?:[^\W\d_a-z][\w.'’-]*\s?){1,4}$"
)
_START = re.compile(r"(?:^|[.!?…|\])»”\"]\s*)$")

# Characters: a caption is one to three sentences; a credit names a person and an agency.
CAPTION = 320
CREDIT = 120
TAIL = 90

Found = tuple[str, int, int]


def credit(line: Line, hits: tuple[Hit, ...]) -> tuple[Found, ...]:
    """Pieces (kind, start, stop) of the line that are credit or caption; () when it has neither."""
    words = [h for h in hits if h.phrase.list == "furniture_captions"]
    slash = "/" in line.text or "©" in line.text
    if not words and not slash and not any(h.phrase.list == "agencies" for h in hits):
        return ()
    for rule in RULES:
        if found := rule(line, words, hits):
            return found
    return ()


def _agency(hits: tuple[Hit, ...], line: Line, start: int, stop: int) -> bool:
    """Whether an agency is named between two offsets."""
    return any(
        h.phrase.list == "agencies"
        and start <= line.places[h.first][0]
        and line.places[h.last - 1][1] <= stop
        for h in hits
    )


def _bracketed(line: Line, words: list[Hit], hits: tuple[Hit, ...]) -> tuple[Found, ...]:
    """[Photo: A. Marin/Reuters], with the caption glued before or after it."""
    for m in _BRACKET.finditer(line.text):
        inner = m.group(1)
        opens = any(line.places[h.first][0] == m.start(1) + _indent(inner) for h in words)
        if not (opens and (m.group()[0] == "[" or ":" in inner or "/" in inner)):
            if not ("/" in inner and _agency(hits, line, m.start(1), m.end(1))):
                continue
        return _around(line, m.start(), m.end())
    return ()


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _around(line: Line, start: int, stop: int) -> tuple[Found, ...]:
    """The credit, and what stands beside it in a short line as caption."""
    out: list[Found] = [("credit", start, stop)]
    if len(line.text) - (stop - start) <= CAPTION:
        if line.text[:start].strip():
            out.insert(0, ("caption", 0, start))
        if line.text[stop:].strip():
            out.append(("caption", stop, len(line.text)))
    return tuple(out)


def _follows(line: Line, hit: Hit) -> str:
    return line.text[line.places[hit.last - 1][1] :].lstrip()[:1]


def _opening(line: Line, words: list[Hit], hits: tuple[Hit, ...]) -> tuple[Found, ...]:
    """Photo: …, Photo by …, Image: AP Photo/… as a short line."""
    if len(line.text) > CREDIT:
        return ()
    whole = ("credit", 0, len(line.text))
    for hit in words:
        if hit.first or hit.phrase.tag != "credit":
            continue
        signed = "/" in line.text or "©" in line.text
        by = len(hit.phrase.words) > 1
        follows = _follows(line, hit)
        told = follows == ":" and not _small(line, hit)
        if told or follows in ("©", "|", "…") or by or (signed and len(line.text) <= TAIL):
            return (whole,)
        if line.text[line.places[hit.last - 1][1] :].startswith("..."):
            return (whole,)
    return ()


def _small(line: Line, hit: Hit) -> bool:
    """A small letter follows the colon: a sentence about a picture, not the name of who took it."""
    return line.text[line.places[hit.last - 1][1] :].lstrip(": ")[:1].islower()


def _agency_alone(line: Line, words: list[Hit], hits: tuple[Hit, ...]) -> tuple[Found, ...]:
    """R. Amsel/Reuters"""
    whole = (("credit", 0, len(line.text)),)
    if len(line.words) > 9 or line.text.endswith("."):
        return ()
    if _SIGNED.match(line.text) or _NAME_AND_FIRM.match(line.text):
        return whole
    known = [h for h in hits if h.phrase.list == "agencies"]
    alone = any(h.last - h.first == len(line.words) for h in known)
    via = any(h.first and line.words[h.first - 1] == "via" for h in known)
    slash = "/" in line.text or "©" in line.text
    return whole if known and (alone or via or slash) else ()


def _signed_end(line: Line, words: list[Hit], hits: tuple[Hit, ...]) -> tuple[Found, ...]:
    """… outside the court. REUTERS/Dana Orlo; … (AFP)"""
    for hit in hits:
        if hit.phrase.list != "agencies" or len(line.text) > CAPTION:
            continue
        start, stop = line.places[hit.first][0], line.places[hit.last - 1][1]
        bracket = line.text[start - 1 : start] == "(" and line.text[stop:] in (")", ").")
        slash = line.text[stop : stop + 1] == "/" and len(line.text) - stop <= TAIL // 2
        before = line.text[:start].rstrip(" (")
        if before and (bracket or slash) and _START.search(before):
            return (("caption", 0, len(before)), ("credit", len(before), len(line.text)))
    return ()


def _caption_opening(line: Line, words: list[Hit], hits: tuple[Hit, ...]) -> tuple[Found, ...]:
    """FILE - In this photo …, На фото: …"""
    opened = any(not h.first and h.phrase.tag == "caption" for h in words)
    return (("caption", 0, len(line.text)),) if opened and len(line.text) <= 2 * CAPTION else ()


def _trailing(line: Line, words: list[Hit], hits: tuple[Hit, ...]) -> tuple[Found, ...]:
    """… on Monday. Photograph: Li Wei/AFP via Getty Images"""
    for hit in words:
        start = line.places[hit.first][0]
        if not hit.first or hit.phrase.tag != "credit" or len(line.text) - start > TAIL:
            continue
        if _follows(line, hit) in (":", "/") and _START.search(line.text[:start]):
            return _around(line, start, len(line.text))
    return ()


RULES = (_bracketed, _opening, _caption_opening, _trailing, _agency_alone, _signed_end)

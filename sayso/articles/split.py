"""Where does each article of a document begin and end, and what is furniture in it?"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sayso.articles.about import about, feet_of
from sayso.articles.candidates import Candidate, candidates, closing
from sayso.articles.cohesion import terms
from sayso.articles.decide import cuts
from sayso.articles.furniture import Labelled, Piece, furniture
from sayso.articles.lines import Line, lines
from sayso.articles.retold import retold
from sayso.articles.scores import Score, probability, weighed
from sayso.articles.shape import heading
from sayso.articles.signs import Heap
from sayso.articles.titles import joined, match, remaining
from sayso.articles.zones import zones
from sayso.language.identify import identify
from sayso.model.article import Article, Boundary
from sayso.model.text import Document, Span

OPENING = 8  # lines of an article in which its headline's words are looked for
FITS = 6  # lines on either side with which a heading is compared


class Stretch(NamedTuple):
    """An article as line numbers [first, stop)."""

    first: int
    stop: int


def split(document: Document) -> Iterator[Boundary | Article]:
    """The decision at every line of prose, then the articles in order.

    A web page, or a document read with `as_article`, is one article.
    """
    found = lines(document)
    if not found:
        return
    labelled = furniture(found)
    if document.as_article or document.media_type == "text/html":
        yield _article(document, labelled, Stretch(0, len(labelled)), None, True, "")
        return
    titles = joined(found)
    for n, pieces in titles.items():
        kinds = tuple(Piece("headline", a, b, "joined headlines") for a, b in pieces)
        labelled[n] = Labelled(found[n], labelled[n].hits, kinds, "headline")
    options = candidates(labelled)
    if not options:
        yield _article(document, labelled, Stretch(0, len(labelled)), None, True, "")
        return
    heap = Heap(options)
    worth = weighed(heap)
    totals = [s.total for s in worth]
    again = retold(heap, totals)
    taken = cuts(totals, [_weight(o) for o in options], again)
    worth = [_again(s, again.get(n, [])) for n, s in enumerate(worth)]
    yield from _boundaries(document, options, worth, frozenset(taken))
    parts = _stretches(labelled, [options[k].number for k in taken], len(titles))
    heads = _headlines(document, labelled, parts, titles)
    feet = feet_of(labelled)
    for n, part in enumerate(parts):
        yield _article(document, labelled, part, heads.get(n), len(parts) == 1, feet)


def _again(score: Score, retellings: list[tuple[int, float]]) -> Score:
    """The score of a line that tells an earlier opening again."""
    if not retellings:
        return score
    most = max(worth for _, worth in retellings)
    told = f"an opening above told again {most - score.total:+.1f}"
    return Score(most, (told, *score.because))


def _weight(option: Candidate) -> int:
    """The words that a line adds to an article; headings alone make none."""
    return 0 if heading(option.line) else len(option.line.words)


def _boundaries(
    document: Document, options: list[Candidate], worth: list[Score], taken: frozenset[int]
) -> Iterator[Boundary]:
    for n, (option, score) in enumerate(zip(options, worth, strict=True)):
        at = document.span(option.line.start, option.line.stop)
        if n == 0:
            yield Boundary(at, n in taken, round(score.total, 2), ("first prose of the document",))
            continue
        told = round(probability(score.total), 2)
        yield Boundary(at, n in taken, round(score.total, 2), score.because, told)


def _stretches(labelled: list[Labelled], begins: list[int], top: int) -> list[Stretch]:
    """Each beginning moved up over its head; what stands before belongs to the article before."""
    firsts: list[int] = []
    for k, begin in enumerate(begins):
        floor = firsts[-1] + 1 if firsts else top
        firsts.append(top if k == 0 else _head(labelled, begin, floor))
    return [
        Stretch(first, stop)
        for first, stop in zip(firsts, [*firsts[1:], len(labelled)], strict=True)
    ]


def _head(labelled: list[Labelled], begin: int, floor: int) -> int:
    """The first line of the head above a body's first line: byline, publication line, headline."""
    first = begin
    language = labelled[begin].line.language
    for n in range(begin - 1, floor - 1, -1):
        item = labelled[n]
        if item.line.language not in (language, "und"):
            break
        if _headline_fits(labelled, n, begin, floor):
            first = n
            if not _repeats(labelled, n):
                break
        elif item.kind in ("byline", "dateline", "repeated-lede") and not closing(item):
            first = n
        elif item.kind not in ("caption", "credit", "residue"):
            break
    return first


def _repeats(labelled: list[Labelled], n: int) -> bool:
    return n > 0 and labelled[n].line.words == labelled[n - 1].line.words


def _headline_fits(labelled: list[Labelled], n: int, begin: int, floor: int) -> bool:
    """A heading whose words the lines after it take up more than those before it."""
    item = labelled[n]
    repeated = item.kind == "repeated-lede" and heading(item.line)
    if not repeated and (item.kind is not None or not heading(item.line)):
        return False
    wanted = set(terms(item.line.words))
    after = _shared(wanted, labelled[begin : begin + FITS])
    before = _shared(wanted, labelled[max(floor - 1, n - FITS) : n])
    signed = any(labelled[k].kind in ("byline", "dateline") for k in range(n + 1, begin))
    closed = labelled[n - 1].kind in ("boilerplate", "comments")
    other = labelled[n - 1].line.language not in (item.line.language, "und")
    return after > before or (after == before and after > 0) or signed or closed or other


def _shared(wanted: set[str], items: list[Labelled]) -> float:
    have: Counter[str] = Counter()
    for item in items:
        have.update(set(terms(item.line.words)) & wanted)
    return float(len(have))


def _headlines(
    document: Document,
    labelled: list[Labelled],
    parts: list[Stretch],
    titles: dict[int, list[tuple[int, int]]],
) -> dict[int, Span]:
    """Article number -> its headline among those joined at the top."""
    spots = [(labelled[n].line, a, b) for n, pieces in sorted(titles.items()) for a, b in pieces]
    openings = [_opening(labelled, part) for part in parts]
    texts = [line.text[a:b] for line, a, b in spots]
    pairs = match(texts, openings)
    taken = set(pairs.values())
    left = [("" if h in taken else identify(t), t) for h, t in enumerate(texts)]
    free = [
        (
            ""
            if n in pairs or _titled(labelled, part)
            else _language(document, _items(labelled, part)),
            o,
        )
        for n, (part, o) in enumerate(zip(parts, openings, strict=True))
    ]
    pairs |= remaining(left, free)
    return {article: _span(document, *spots[h]) for article, h in sorted(pairs.items())}


def _items(labelled: list[Labelled], part: Stretch) -> list[Labelled]:
    return labelled[part.first : part.stop]


def _titled(labelled: list[Labelled], part: Stretch) -> bool:
    return heading(labelled[part.first].line) and labelled[part.first].kind is None


def _opening(labelled: list[Labelled], part: Stretch) -> list[str]:
    lines_ = labelled[part.first : min(part.stop, part.first + OPENING)]
    return [w for item in lines_ for w in item.line.words]


def _span(document: Document, line: Line, start: int, stop: int) -> Span:
    return document.span(line.start + start, line.start + stop)


def _article(
    document: Document,
    labelled: list[Labelled],
    part: Stretch,
    title: Span | None,
    whole: bool,
    feet: str,
) -> Article:
    items = _items(labelled, part)
    span = document.span(items[0].line.start, items[-1].line.stop)
    labels = zones(document, items)
    own = next((z.span for z in labels if z.kind == "headline"), None)
    facts = about(document, items, whole, feet or feet_of(items))
    url = document.metadata.url if whole else None
    return Article(
        span=span,
        zones=labels,
        language=_language(document, items),
        headline=own or title,
        byline=facts.byline,
        publisher=facts.publisher,
        published=facts.published,
        date_conflicts=facts.conflicts,
        url=url.text if url else None,
        updated=facts.updated,
        section=facts.section,
        place=facts.place,
    )


def _language(document: Document, items: list[Labelled]) -> str:
    """What the collector says, else the language of most of the prose."""
    told = document.metadata.language
    if told and told.basis != "meta":
        return told.text
    said: Counter[str] = Counter()
    for item in items:
        if item.kind is None:
            said[item.line.language] += len(item.line.text)
    ranked = sorted(said.items(), key=lambda p: (-p[1], p[0]))
    return ranked[0][0] if ranked else "und"

"""What was found? A few sentences that a reporter understands."""

from collections import Counter
from collections.abc import Iterator

from sayso.run.work import Heap
from sayso.settings import LANGUAGES


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it must be.

    >>> counted(1, "article"), counted(3, "article"), counted(2, "entity")
    ('1 article', '3 articles', '2 entities')
    """
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else many}"


def summary(heap: Heap) -> Iterator[str]:
    """Sentences on what was read, who speaks, and how the propositions stand."""
    pages = heap.collection.pages
    languages = Counter(p.article.language for p in pages)
    spread = ", ".join(f"{n} {code}" for code, n in sorted(languages.items()))
    files = counted(len(heap.sources), "file")
    yield f"read {files}: {counted(len(pages), 'article')}" + (f" ({spread})" if spread else "")
    odd = sum(bool(d.warnings) for d in heap.documents.values())
    if odd:
        yield f"{counted(odd, 'text')} with notices on encoding, letters or structure"
    unread = sum(p.article.language not in LANGUAGES for p in pages)
    if unread:
        yield (
            f"{counted(unread, 'article')} in a language that sayso does not read: "
            "only quotation marks and plain dates were looked at; if that is wrong, try --language"
        )
    claims = [c for p in pages for c in p.claims]
    told = sum(bool(c.told) for c in claims)
    kinds = Counter(e.kind for e in heap.collection.entities)
    yield (
        f"found {counted(kinds['PER'], 'person').replace('persons', 'people')}, "
        f"{counted(kinds['ORG'], 'organisation')}, {counted(kinds['LOC'], 'place')}; "
        f"{counted(len(claims), 'claim')}, {told:,} of them with a named or described source; "
        f"{counted(sum(len(p.events) for p in pages), 'event')}; "
        f"{counted(sum(len(p.whens) for p in pages), 'time expression')}"
    )
    yield from _standings(heap)


def notices(heap: Heap) -> Iterator[str]:
    """What a reader should know of each text before trusting its letters, by source."""
    for name, document in heap.documents.items():
        yield from (f"notice: {name}: {warning}" for warning in document.warnings)


def _standings(heap: Heap) -> Iterator[str]:
    standings = heap.collection.standings
    several = [s for s in standings if len(s.articles) > 1]
    flags = Counter(flag for s in standings for flag in s.flags)
    echoed = sum(s.status == "one origin" for s in several)
    apart = sum(s.status == "several origins" for s in several)
    yield (
        f"{counted(len(several), 'proposition')} in more than one article: "
        f"{echoed} with one origin (echoed), {apart} with several origins, "
        f"{len(several) - echoed - apart} undecided"
    )
    if flags:
        yield "marked: " + ", ".join(f"{n} {flag}" for flag, n in sorted(flags.items()))

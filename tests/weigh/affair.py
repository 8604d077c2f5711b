"""How does a reporter write down an affair? One claim a line, and the collection they make.

    [Gazette 2024-03-05 > three unnamed officials] The ferry carried 40 tonnes of fertiliser.

The first name is the publisher (with its day and language if they matter), the others are the
chain, outermost first. `?`, `!`, `~`, `not` and `denies` before the text set what the claim commits
to: a question, a plan, a possibility, a negation, a denial.
"""

import re

from sayso.model.article import Article
from sayso.model.claim import Attribution, Claim, Figure, Holder
from sayso.model.collection import Collection
from sayso.model.entity import Entity, Name
from sayso.model.mention import Mention
from sayso.model.page import Page
from sayso.model.text import Document, Told
from sayso.model.when import When

LINE = re.compile(r"\[(?P<who>[^]]+)\]\s*(?P<mark>\?|!|~|not|denies)?\s*(?P<said>.+)")
HEAD = re.compile(r"(?P<name>.+?)(?: (?P<day>\d{4}-\d\d-\d\d))?(?: \((?P<language>\w\w)\))?$")
NUMBER = re.compile(
    r"(at least |about )?\b(\d+)\b(?! March| April| марта| مارس)(?: (\w+))?(?: of (\w+))?"
)
DAY = re.compile(r"\b(\d\d?) (March|марта|مارس|April) (\d{4})")
MONTH = {"March": "03", "марта": "03", "مارس": "03", "April": "04"}
# Names of the affair: how they are written -> (kind, whose party, entity).
NAMES = {
    "Corvina": ("LOC", None, "corvina"),
    "Корвина": ("LOC", None, "corvina"),
    "كورفينا": ("LOC", None, "corvina"),
    "Arden": ("LOC", None, "arden"),
    "Ардене": ("LOC", None, "arden"),
    "أردن": ("LOC", None, "arden"),
    "Belmor": ("LOC", None, "belmor"),
    "Keller": ("PER", None, "keller"),
    "Lind": ("PER", None, "lind"),
    "Harbour Ministry": ("ORG", "state", "ministry"),
    "Customs Service": ("ORG", "state", "customs"),
    "Minister Orlov": ("PER", "ministry", "orlov"),
    "Dockers Union": ("ORG", None, "union"),
}


def affair(told: str, **more: object) -> Collection:
    """The collection of these lines: one article per publisher and day."""
    rows = [LINE.match(line.strip()) for line in told.strip().splitlines()]
    by_article: dict[str, list[re.Match[str]]] = {}
    for row in rows:
        assert row, told
        by_article.setdefault(row["who"].split(" > ")[0], []).append(row)
    pages = [_page(head, found) for head, found in by_article.items()]
    pages.sort(key=lambda p: p.article.id)
    mentions: dict[str, list[str]] = {}
    for page in pages:
        for mention in page.mentions:
            mentions.setdefault(NAMES[mention.surface][2], []).append(mention.id)
    entities = [_entity(name, sorted(found)) for name, found in sorted(mentions.items())]
    entities.append(Entity("state", "ORG", (), ()))
    return Collection(pages=tuple(pages), entities=tuple(entities), **more)  # type: ignore[arg-type]


def _entity(name: str, mentions: list[str]) -> Entity:
    kind, party, _ = next(v for v in NAMES.values() if v[2] == name)
    written = tuple(Name(n, "en", "Latin", 1) for n, v in NAMES.items() if v[2] == name)
    return Entity(name, kind, written, tuple(mentions), party=party)


def _page(head: str, rows: list[re.Match[str]]) -> Page:
    known = HEAD.match(head)
    assert known
    lines, places, at = [], [], 0
    for row in rows:
        line = " | ".join(row["who"].split(" > ")[1:])
        start = at + len(line) + 2
        lines.append(f"{line}: {row['said']}")
        places.append((at, start, start + len(row["said"])))
        at += len(lines[-1]) + 1
    text = "\n".join(lines)
    document = Document(head, "test/1", text, "text/plain", f"{known['name']}.txt", "utf-8")
    article = Article(
        span=document.span(0, len(text)),
        zones=(),
        language=known["language"] or "en",
        publisher=Told(known["name"], "visible text"),
        published=Told(known["day"], "visible text") if known["day"] else None,
    )
    page = Page.of(document, article)
    page = page.having((*_mentions(page), *_whens(page)))
    return page.having(tuple(_claim(page, r, p) for r, p in zip(rows, places, strict=True)))


def _mentions(page: Page) -> list[Mention]:
    return [
        Mention(
            page.span(*m.span()), kind, name, name, name, page.article.language, page.article.id
        )
        for name, (kind, _, _) in NAMES.items()
        for m in re.finditer(re.escape(name), page.text)
    ]


def _whens(page: Page) -> list[When]:
    out = []
    for m in DAY.finditer(page.text):
        day = f"{m[3]}-{MONTH[m[2]]}-{int(m[1]):02}"
        out.append(When(page.span(*m.span()), m[0], "DATE", day, page.article.id, day, day, "day"))
    return out


def _claim(page: Page, row: re.Match[str], place: tuple[int, int, int]) -> Claim:
    at, start, stop = place
    content = page.span(start, stop)
    chain = [Attribution(Holder("outlet"), "narrated", (content,))]
    for words in row["who"].split(" > ")[1:]:
        span = page.span(at, at + len(words))
        at += len(words) + 3
        chain.append(Attribution(_holder(page, words, span), "indirect", (content,)))
    mark = row["mark"]
    return Claim(
        article=page.article.id,
        content=(content,),
        chain=tuple(chain),
        act={"?": "ask", "denies": "deny"}.get(mark or "", "assert"),
        negated=mark == "not",
        modality={"?": "asked", "!": "planned", "~": "possible"}.get(mark or "", "actual"),
        figures=tuple(_figures(page, start, stop)),
    )


def _holder(page: Page, words: str, span: object) -> Holder:
    named = next((m for m in page.mentions if span.covers(m.span)), None)  # type: ignore[attr-defined]
    if "unnamed" in words:
        return Holder("anonymous", span, words)  # type: ignore[arg-type]
    if words in ("Gazette", "Courier", "Herald", "Lantern", "Northwire"):
        return Holder("outlet", span, words)  # type: ignore[arg-type]
    kind = {"PER": "person", "ORG": "institution"}.get(named.kind if named else "", "institution")
    return Holder(kind, span, words, named.id if named else None)  # type: ignore[arg-type]


def _figures(page: Page, start: int, stop: int) -> list[Figure]:
    dates = [w.span for w in page.whens]
    out = []
    for m in NUMBER.finditer(page.text, start, stop):
        span = page.span(m.start(2), m.end(3) if m[3] else m.end(2))
        if not any(d.meets(span) for d in dates):
            sign = {"at least ": ">=", "about ": "~"}.get(m[1] or "", "=")
            out.append(Figure(span, float(m[2]), m[3] or "", sign, m[4] or m[3] or ""))
    return out

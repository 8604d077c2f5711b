"""What does the gold of invented affairs say, and how does it become articles and claims?

One file per affair in `golden/affairs/` and `golden/affairs-second/`. `# name | genre | half`; `@ entity KIND party : forms`;
`== id language | outlet | day` opens an article whose words hold claims as `[1 …]`; the lines after
them give each claim's chain, outermost first, and what it commits to:
`1 < person lindo harbour master Marek Lindo ; deny not`. After `++` stand the truths: `same a1 b1 = 1-2 :
a1 | b1` (origins, and who shares one), `contradicts`, `supersedes`, `denies`, `unconfirmed`, `apart`.
"""

import re
from dataclasses import dataclass, field

from anchors import HOME
from weigh_gold import Draft, Told1

from sayso.model.article import Article
from sayso.model.page import Page
from sayso.model.text import Document, Told

FOLDERS = {"first": "affairs", "second": "affairs-second"}
MARK = re.compile(r"\[(\w+) ([^\]]+)\]")
CHAIN = re.compile(r"(\d+)((?: < [^;]*)?)(?: ; (.*))?$")
ACTS = {"deny", "ask", "promise", "order", "want", "suppose"}
MODALITIES = {"ask": "asked", "plan": "planned", "possible": "possible", "if": "conditional"}


@dataclass
class Proposition:
    """Claims that say the same: the true range of origins, and who shares one."""

    claims: list[str]
    least: int
    most: int
    echoes: list[list[str]]


@dataclass
class Affair:
    name: str
    genre: str
    half: str
    parties: dict[str, str] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    same: list[Proposition] = field(default_factory=list)
    pairs: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    unconfirmed: set[str] = field(default_factory=set)


def affairs(which: str = "first") -> list[Affair]:
    """The affairs of a folder: `second` were written when the engine stood, and annotated before it read them."""
    folder = HOME / "golden" / FOLDERS[which]
    return [affair(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.txt"))]


def affair(told: str) -> Affair:
    articles, truths = told.split("\n++\n")
    first, *blocks = re.split(r"^== ", articles, flags=re.MULTILINE)
    head, *known = first.strip().splitlines()
    name, genre, half = (x.strip() for x in head.lstrip("# ").split("|"))
    out = Affair(name, genre, half)
    forms: list[tuple[str, str, str]] = []
    for row in known:
        what, written = row.lstrip("@ ").split(" : ", 1)
        entity, kind, party = what.split()
        if party != "-":
            out.parties[f"{name}.{entity}"] = f"{name}.{party}"
        forms += [(f.strip(), kind, f"{name}.{entity}") for f in written.split(";")]
    forms.sort(key=lambda f: (-len(f[0]), f))
    out.drafts = [_draft(name, block, forms) for block in blocks]
    for line in truths.strip().splitlines():
        _truth(out, name, line)
    return out


def _truth(out: Affair, name: str, line: str) -> None:
    kind, rest = line.split(" ", 1)
    if kind == "same":
        claims, _, more = rest.partition(" = ")
        ranged, _, groups = more.partition(" : ")
        least, _, most = ranged.strip().partition("-")
        mine = [f"{name}.{c}" for c in claims.split()]
        parts = [[f"{name}.{c}" for c in g.split()] for g in groups.split("|") if g.strip()]
        alone = [[c] for c in mine] if most and not parts else [mine]
        out.same.append(Proposition(mine, int(least), int(most or least), parts or alone))
    elif kind == "unconfirmed":
        out.unconfirmed |= {f"{name}.{c}" for c in rest.split()}
    else:
        one, other = rest.split()
        out.pairs.setdefault(kind, []).append((f"{name}.{one}", f"{name}.{other}"))


def _draft(name: str, block: str, forms: list[tuple[str, str, str]]) -> Draft:
    head, *lines = block.strip().splitlines()
    code, outlet, day = (x.strip() for x in head.split(" | "))
    key, language = code.split()
    rows = [m for line in lines if (m := CHAIN.match(line))]
    text, places = "", {}
    for line in (x for x in lines if not CHAIN.match(x)):
        at = 0
        for m in MARK.finditer(line):
            text += line[at : m.start()]
            places.setdefault(m[1], []).append((len(text), len(text) + len(m[2])))
            text, at = text + m[2], m.end()
        text += line[at:] + "\n"
    document = Document(f"{name}.{key}", "gold/1", text, "text/plain", f"{name}.{key}", "utf-8")
    article = Article(
        document.span(0, len(text)),
        (),
        language,
        publisher=Told(outlet, "visible text"),
        published=Told(day, "visible text"),
    )
    page = Page.of(document, article)
    named, taken = [], [False] * len(text)
    for form, kind, entity in forms:
        for m in re.finditer(re.escape(form), text):
            if not any(taken[m.start() : m.end()]):
                taken[m.start() : m.end()] = [True] * len(form)
                named.append((page.span(*m.span()), kind, entity))
    told = [_told(page, f"{name}.{key}", name, row, places) for row in rows]
    return Draft(page, sorted(named), told)


def _told(
    page: Page,
    article: str,
    name: str,
    row: re.Match[str],
    places: dict[str, list[tuple[int, int]]],
) -> Told1:
    content = [page.span(*p) for p in places[row[1]]]
    chain = []
    for link in (x for x in row[2].split(" < ") if x.strip()):
        kind, entity, words = link.strip().split(" ", 2)
        at = page.text.find(words)
        if at < 0:
            raise ValueError(f"{article}: holder {words!r} does not stand there")
        who = None if entity == "-" else f"{name}.{entity}"
        chain.append((kind, page.span(at, at + len(words)), who))
    flags = (row[3] or "").split()
    act = next((f for f in flags if f in ACTS), "assert")
    modality = next((MODALITIES[f] for f in flags if f in MODALITIES), "actual")
    return Told1(f"{article}{row[1]}", content, chain, act, "not" in flags, modality)

"""Are roles found with their holder and organisation? `python bench/roles.py [-v]` on golden/roles.

Names are given. A role is right when holder and organisation are right and the title words overlap.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.language.skeleton import skeleton
from sayso.model.article import Article
from sayso.model.mention import Mention, Role
from sayso.model.page import Page
from sayso.model.text import Document
from sayso.reading.roles import roles
from sayso.resolve.tenure import tenure

GOLD = Path(__file__).resolve().parent.parent / "golden" / "roles"
MARKED = re.compile(r"\[(PER|ORG|LOC) ([^\]]+)\]")


class Told(NamedTuple):
    """A role of the gold: names counted from 1, 0 for none."""

    holder: int
    title: str
    of: int
    tense: str
    years: str = ""


def page(marked: str, language: str, number: int) -> Page:
    """The page of a marked line."""
    plain, at, found = "", 0, []
    for hit in MARKED.finditer(marked):
        plain += marked[at : hit.start()]
        found.append((hit[1], len(plain), len(plain) + len(hit[2])))
        plain += hit[2]
        at = hit.end()
    plain += marked[at:]
    document = Document(f"{number:064d}", "text/1", plain, "text/plain", "gold", "utf-8")
    article = Article(document.span(0, len(plain)), (), language)
    blank = Page.of(document, article)
    mentions = tuple(
        Mention(blank.span(a, b), kind, plain[a:b], plain[a:b].lower(), skeleton(plain[a:b]),
                language, article.id)
        for kind, a, b in found
    )  # fmt: skip
    return blank.having(mentions)


def sentences(folder: Path = GOLD) -> Iterator[tuple[str, str, list[Told]]]:
    """(language, marked line, its roles)."""
    for path in sorted(folder.glob("*.txt")):
        told: list[Told] = []
        line = ""
        for row in [*path.read_text(encoding="utf-8").splitlines(), ""]:
            if row.startswith("> "):
                holder, title, of, tense, *years = row[2:].split(" ; ")
                told.append(Told(int(holder), title, int(of) if of != "-" else 0, tense, *years))
            else:
                if line:
                    yield path.stem, line, told
                line, told = row, []


def matches(role: Role, told: Told, read: Page) -> bool:
    """Whether a role that was found is this one of the gold."""
    ids = ["", *(m.id for m in read.mentions)]
    at = role.title.start, role.title.stop
    overlaps = any(
        hit.start() < at[1] and at[0] < hit.end()
        for hit in re.finditer(re.escape(told.title), read.text)
    )
    return role.holder == ids[told.holder] and (role.of or "") == ids[told.of] and overlaps


def scores(verbose: bool = False) -> dict[str, float]:
    """Precision, recall, F1 and the number of roles, in all and by language; tense accuracy."""
    return judged(list(sentences()), verbose)


def judged(rows: list[tuple[str, str, list[Told]]], verbose: bool = False) -> dict[str, float]:
    """The figures of these sentences."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for number, (language, line, told) in enumerate(rows):
        read = page(line, language, number)
        found = list(roles(read, list(read.mentions)))
        left = list(told)
        for role in found:
            hit = next((t for t in left if matches(role, t, read)), None)
            if hit:
                left.remove(hit)
            elif verbose:
                of = next((m.surface for m in read.mentions if m.id == role.of), "-")
                print(f"wrong {language}: {role.words} of {of}: {line}")
            for name in ("all", language):
                counts[name]["right"] += hit is not None
                if hit and hit.years:
                    counts[name]["years"] += _years(role, read) == hit.years
                dated = (role.tense or "-").strip("- ").casefold()
                same = hit is not None and dated == hit.tense.strip("- ").casefold()
                counts[name]["dated"] += same
        _missed(left if verbose else [], language, line)
        for name in ("all", language):
            counts[name]["found"] += len(found)
            counts[name]["told"] += len(told)
            counts[name]["lasting"] += sum(bool(t.years) for t in told)
    out: dict[str, float] = {}
    for name, c in sorted(counts.items()):
        p, r = c["right"] / max(c["found"], 1), c["right"] / max(c["told"], 1)
        out |= {f"{name} roles": float(c["told"]), f"{name} P": p, f"{name} R": r}
        out[f"{name} F1"] = 2 * p * r / (p + r) if p + r else 0.0
        out[f"{name} tense"] = c["dated"] / max(c["right"], 1)
        if c["lasting"]:
            out[f"{name} years"] = c["years"] / c["lasting"]
    return out


def _missed(left: list[Told], language: str, line: str) -> None:
    for told in left:
        print(f"missed {language}: {told.title} of {told.of} {told.tense}: {line}")


def _years(role: Role, read: Page) -> str:
    told = tenure(role, read)
    return f"{told.since or ''}-{told.until or ''}"


if __name__ == "__main__":
    for name, value in scores("-v" in sys.argv).items():
        print(f"{name:12} {value:.3f}")

"""Later mentions, second set: `python bench/within_second.py [-v]` on golden/within-second.

Besides names linked as in `bench/within.py`: role words and pronouns (`back`), which must be left open where nobody can
be sure, and capitals and palaces that act for a government (`acting`). Rules were mended on the articles at even
places; `unseen` are the others.
"""

import re
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from within import articles, made, needed, page

from sayso.model.page import Page
from sayso.reading.holders import holder_at
from sayso.reading.roles import roles
from sayso.resolve.metonyms import acts
from sayso.resolve.within import within

GOLD = Path(__file__).resolve().parent.parent / "golden" / "within-second"
MARKED = re.compile(r"\[(PER|ORG|LOC|GOVORG|GOV|BACK|OPEN)(\d*) ([^\]]+)\]")
KINDS = {"GOV": "LOC", "GOVORG": "ORG"}


class Marks(NamedTuple):
    """What is marked besides names: words that refer back (their bearer, "" for open), and names that act."""

    back: list[tuple[int, int, str]]
    acting: set[int]


def marked(text: str, language: str, number: int) -> tuple[Page, dict[str, str], Marks]:
    """The page, mention id -> bearer, and the marks."""
    names, plain, at = "", "", 0
    marks = Marks([], set())
    for hit in MARKED.finditer(text):
        names += text[at : hit.start()]
        plain += text[at : hit.start()]
        if hit[1] in ("BACK", "OPEN"):
            bearer = f"PER{hit[2]}" if hit[1] == "BACK" else ""
            marks.back.append((len(plain), len(plain) + len(hit[3]), bearer))
            names += hit[3]
        else:
            if hit[1] in KINDS:
                marks.acting.add(len(plain))
            names += f"[{KINDS.get(hit[1], hit[1])}{hit[2]} {hit[3]}]"
        plain += hit[3]
        at = hit.end()
    read, gold = page(names + text[at:], language, number)
    read = read.having(tuple(within(read)))
    return read.having(tuple(roles(read, list(read.mentions)))), gold, marks


def _judge(read: Page, gold: dict[str, str], marks: Marks, c: Counter[str], show: bool) -> None:
    have = made(read)
    need, given = needed(gold, have)
    claimed, right = needed(have, gold)
    c.update({"need": need, "given": given, "claimed": claimed, "right": right})
    for a, b, bearer in marks.back:
        found = holder_at(read, (a, b)).mention
        fits = bool(found) and gold[found or ""] == bearer
        c.update({"back": bool(bearer), "back found": found is not None, "back right": fits})
        if show and fits != bool(bearer):
            print(f"back: {read.text[a:b]} is {bearer or 'open'}, not {gold.get(found or '')}")
    for m in read.mentions:
        known, said = m.span.start in marks.acting, acts(read, m) is not None
        c.update({"acting": known, "acting found": said, "acting right": known and said})
        if show and known != said:
            print(f"acting: {m.surface}: {known}, not {said}: {read.text[:60]}")


def _figures(c: Counter[str]) -> dict[str, float]:
    out = {"links": float(c["need"])}
    out |= {"P": c["right"] / max(c["claimed"], 1), "R": c["given"] / max(c["need"], 1)}
    for name in ("back", "acting"):
        out[f"{name} P"] = c[f"{name} right"] / max(c[f"{name} found"], 1)
        out[f"{name} R"] = c[f"{name} right"] / max(c[name], 1)
    return out


def scores(verbose: bool = False) -> dict[str, float]:
    """Links of names, role words and pronouns, names that act: the whole set and the unseen half."""
    halves = (Counter[str](), Counter[str]())
    for number, (language, text) in enumerate(articles(GOLD)):
        read, gold, marks = marked(text, language, number)
        _judge(read, gold, marks, halves[number % 2], verbose and number % 2 == 0)
    whole = {f"second {k}": v for k, v in _figures(halves[0] + halves[1]).items()}
    return whole | {f"unseen {k}": v for k, v in _figures(halves[1]).items()}


if __name__ == "__main__":
    for name, value in scores("-v" in sys.argv).items():
        print(f"{name:22} {value:.3f}")

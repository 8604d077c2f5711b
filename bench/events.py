"""How well are events read in our own gold? F1 of kind, both participants and date together.

python bench/events.py [--wrong] [LANGUAGE…]
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sayso.model.article import Article
from sayso.model.event import Event
from sayso.model.page import Page
from sayso.model.text import Span, Told
from sayso.reading.claims import claims
from sayso.reading.events import events
from sayso.reading.names import names
from sayso.reading.times import times
from sayso.resolve.within import within

GOLD = Path(__file__).resolve().parents[1] / "golden" / "events"
LANGUAGES = ("en", "ru", "uk", "ar", "fa", "he")
READERS = (names, within, times, claims, events)
Row = dict[str, Any]


def page_of(row: Row) -> Page:
    """A text of the gold, read."""
    text = row["text"]
    published = Told(row["dct"], "command line")
    article = Article(Span(row["id"], 0, len(text)), (), row["lang"], published=published)
    page = Page(article, text, 0)
    for reader in READERS:
        page = page.having(tuple(reader(page)))
    return page


def rows(language: str, folder: Path = GOLD) -> list[Row]:
    """The texts of one language."""
    lines = (folder / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _meets(gold: Row, span: Span) -> bool:
    return gold["start"] < span.stop and span.start < gold["end"]


def faults(gold: Row, event: Event) -> list[str]:
    """What of an event is read otherwise than the gold has it."""
    out = [] if event.kind == gold["kind"] else ["kind"]
    for role in ("actor", "target"):
        told, read = gold[role], [p for p in event.parts if p.role == role]
        if bool(told) != bool(read) or (told and not any(_meets(told, p.span) for p in read)):
            out.append(role)
    day, last = event.earliest, event.latest
    if not day or not last or day > gold["latest"] or last < gold["earliest"]:
        out.append("date")
    return out


def measured(told: Iterable[Row], wrong: bool = False) -> tuple[int, int, int]:
    """(right, read, in the gold)."""
    right = said = true = 0
    for row in told:
        found = list(page_of(row).events)
        said, true = said + len(found), true + len(row["events"])
        for gold in row["events"]:
            near = [e for e in found if any(_meets(gold["anchor"], s) for s in e.anchor)]
            mistakes = min((faults(gold, e) for e in near), key=len, default=["missed"])
            right += not mistakes
            if mistakes and wrong:
                what = f"{gold['kind']} «{gold['anchor']['text']}»"
                sys.stdout.write(f"{row['id']} {what} {','.join(mistakes)}: {row['text']}\n")
        if wrong and len(found) > len(row["events"]):
            sys.stdout.write(f"{row['id']} {[(e.kind, e.because) for e in found]}\n")
    return right, said, true


def scores(languages: tuple[str, ...] = LANGUAGES, wrong: bool = False) -> dict[str, float]:
    """F1 for each language and for all."""
    out, total = {}, [0, 0, 0]
    for language in languages:
        counts = measured(rows(language), wrong)
        total = [a + b for a, b in zip(total, counts, strict=True)]
        out[f"events {language}"] = round(2 * counts[0] / (counts[1] + counts[2]), 4)
    return out | {"events all": round(2 * total[0] / (total[1] + total[2]), 4)}


if __name__ == "__main__":
    chosen = tuple(a for a in sys.argv[1:] if a in LANGUAGES) or LANGUAGES
    for name, score in scores(chosen, "--wrong" in sys.argv).items():
        sys.stdout.write(f"{name:12} {score:.3f}\n")

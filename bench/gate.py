"""Has sayso got worse? Compares the measure with the floors, and fails when it has.

    python bench/gate.py [--from DIR] [--record] [--lower "reason"]

`bench/floors.json` holds a floor per task and language, the truths that were found, and the digests
of gold and heap, so that neither can change unseen. `--record` raises floors to what is measured and
takes the digests anew; only `--lower "reason"` may lower them, and the reason is kept. With `--from`
only what was kept of the sample heap is held against its floors.
"""

import argparse
import hashlib
import importlib
import json
import math
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from anchors import HEAP, HOME
from measure import reading, result_of, table

FLOORS = HOME / "bench" / "floors.json"
# A floor is the measured F1 cut (not rounded) to three digits, so equal runs never fail by rounding.
DIGITS = 3


# Sets of gold that the heap's floors are measured on.
MEASURED = ("halvan", "names")
# Other folders of gold -> the script in bench/ whose `scores()` says how well sayso does on it.
SCORERS = {
    "adjacent": "adjacent",
    "affairs": "weigh_scores",
    "attribution": "attribution",
    "attribution-second": "attribution_second",
    "attribution-third": "attribution_third",
    "dates": "page_dates",
    "events": "events",
    "furniture": "furniture",
    "names_news": "names",
    "names-second": "names_second",
    "pages": "pages",
    "pairs": "pairs",
    "roles": "roles",
    "times": "times",
    "within": "within",
    "affairs-second": "affairs_second",
    "events-second": "events_second",
    "pairs-second": "pairs_second",
    "roles-second": "roles_second",
    "times-second": "times_second",
    "within-second": "within_second",
}
# A figure that is better when lower has no floor.
LOWER_IS_BETTER = ("mistaken",)


def folder_digest(folder: Path, sets: tuple[str, ...] = ()) -> str:
    """The SHA-256 over the names and bytes of a folder's files, in the order of their names.

    With `sets`, only files of these subfolders and those beside them count.
    """
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        if sets and "/" in name and name.partition("/")[0] not in sets:
            continue
        total.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def digests() -> dict[str, str]:
    return {
        "examples/heap": folder_digest(HEAP),
        "golden": folder_digest(HOME / "golden", MEASURED),
        **{f"golden/{name}": folder_digest(HOME / "golden" / name) for name in SCORERS},
    }


def sets() -> dict[str, dict[str, float]]:
    """Set of gold -> figure -> value, as each set's own scorer measures it."""
    found = {}
    for folder, script in SCORERS.items():
        measured = importlib.import_module(script).scores()
        found[f"golden/{folder}"] = {
            name: cut(value)
            for name, value in sorted(measured.items())
            if not name.endswith(LOWER_IS_BETTER)
        }
    return found


def cut(value: float) -> float:
    return math.floor(value * 10**DIGITS + 1e-9) / 10**DIGITS


def now(result: dict[str, Any]) -> dict[str, Any]:
    """What the floors would be if they were set to this result."""
    floors = {
        task: {language: cut(s["f1"]) for language, s in scores.items()}
        for task, scores in result["scores"].items()
    }
    floors |= result.get("sets", {})
    return {"floors": floors, "truths": sorted(t["truth"] for t in result["truths"] if t["found"])}


def losses(floors: dict[str, Any], have: dict[str, Any]) -> list[str]:
    """What is below its floor, in words; the other sets only when they were measured at all."""
    out = []
    measured = any(task.startswith("golden/") for task in have["floors"])
    for task, by_language in floors["floors"].items():
        if task.startswith("golden/") and not measured:
            continue
        for language, floor in by_language.items():
            value = have["floors"].get(task, {}).get(language, 0.0)
            if value < floor:
                out.append(f"{task}, {language}: {value:.3f} is below the floor {floor:.3f}")
    lost = sorted(set(floors["truths"]) - set(have["truths"]))
    return out + [f"planted truth {name} is no longer found" for name in lost]


def changes(floors: dict[str, Any], current: dict[str, str]) -> list[str]:
    """Which of gold and heap differ from what the floors were set on."""
    return [
        f"{name}/ changed since the floors were set; if that is right, run with --record"
        for name, digest in current.items()
        if floors["digests"].get(name) != digest
    ]


def raised(floors: dict[str, Any], have: dict[str, Any]) -> dict[str, Any]:
    """The floors with everything that rose, and nothing lowered."""
    out: dict[str, dict[str, float]] = {}
    for task in sorted({*floors["floors"], *have["floors"]}):
        old, new = floors["floors"].get(task, {}), have["floors"].get(task, {})
        out[task] = {x: max(old.get(x, 0.0), new.get(x, 0.0)) for x in sorted({*old, *new})}
    return {"floors": out, "truths": sorted({*floors["truths"], *have["truths"]})}


def recorded(
    floors: dict[str, Any], have: dict[str, Any], current: dict[str, str], reason: str | None
) -> dict[str, Any]:
    """The floors to write: raised, or set to this result for a reason that is kept."""
    kept = list(floors.get("lowered", []))
    if reason:
        kept.append({"reason": reason, "lost": losses(floors, have)})
    body = have if reason else raised(floors, have)
    return {"digests": current, **body, "lowered": kept}


def load(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {"digests": {}, "floors": {}, "truths": [], "lowered": []}
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def judged(result: dict[str, Any], floors: dict[str, Any], current: dict[str, str]) -> list[str]:
    """Every reason to fail."""
    if not floors["floors"]:
        return ["no floors are set yet; run with --record"]
    return [*changes(floors, current), *losses(floors, now(result))]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    reading(parser)
    parser.add_argument("--record", action="store_true", help="write the floors, upward only")
    parser.add_argument("--lower", metavar="REASON", help="with --record: may lower, for a reason")
    parser.add_argument("--floors", type=Path, default=FLOORS)
    options = parser.parse_args(argv)
    if options.lower and not options.record:
        parser.error("--lower goes with --record")
    result, floors, current = result_of(options), load(options.floors), digests()
    print(json.dumps(result, ensure_ascii=False) if options.json else table(result))
    if options.source is None:
        result["sets"] = sets()
    if options.record:
        floors = recorded(floors, now(result), current, options.lower)
        text = json.dumps(floors, ensure_ascii=False, indent=2, sort_keys=True)
        options.floors.write_text(text + "\n", encoding="utf-8")
    reasons = judged(result, floors, current)
    for reason in reasons:
        print(f"gate: {reason}", file=sys.stderr)
    return 1 if reasons else 0


if __name__ == "__main__":
    sys.exit(main())

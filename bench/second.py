"""How well are times and events read in texts written after the readers? Two halves, one kept back.

python bench/second.py [--wrong] [times|events] [LANGUAGE…]

`looked at` is the half whose mistakes were looked at and mended; `kept back` the one whose mistakes
nobody has looked at.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import events as first_events
import times as first_times

GOLD = Path(__file__).resolve().parents[1] / "golden"
LANGUAGES = ("en", "ru", "uk", "ar", "fa", "he")
HALVES = ("looked at", "kept back")


def times(half: str, language: str, wrong: bool = False) -> float:
    """Value F1 of the expressions of one half."""
    told = first_times.rows(language, GOLD / "times-second")
    return first_times.value_f1([r for r in told if r["half"] == half], wrong)


def events(half: str, language: str, wrong: bool = False) -> tuple[int, int, int]:
    """(right, read, in the gold) of one half."""
    told = first_events.rows(language, GOLD / "events-second")
    return first_events.measured([r for r in told if r["half"] == half], wrong)


def f1(counts: tuple[int, int, int]) -> float:
    """Of what is read and what is there, how much is the same."""
    right, said, true = counts
    return 2 * right / (said + true)


def scores(
    kinds: tuple[str, ...] = ("times", "events"),
    languages: tuple[str, ...] = LANGUAGES,
    wrong: bool = False,
) -> dict[str, float]:
    """The figures of both halves; mistakes are shown of the half that may be looked at."""
    out = {}
    for half in HALVES:
        show = wrong and half == HALVES[0]
        for language in languages:
            if "times" in kinds:
                out[f"times {half} {language}"] = round(times(half, language, show), 4)
            if "events" in kinds:
                out[f"events {half} {language}"] = round(f1(events(half, language, show)), 4)
    return out


if __name__ == "__main__":
    asked = sys.argv[1:]
    chosen = tuple(a for a in asked if a in LANGUAGES) or LANGUAGES
    wanted = tuple(a for a in asked if a in ("times", "events")) or ("times", "events")
    for name, score in scores(wanted, chosen, "--wrong" in asked).items():
        sys.stdout.write(f"{name:24} {score:.3f}\n")

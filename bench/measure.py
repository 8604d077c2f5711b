"""How well does sayso read the sample heap? Scores per task and language, and the planted truths.

    python bench/measure.py [--json] [--keep DIR | --from DIR]

Runs the installed `sayso` commands and reads their JSON lines; `--keep` writes the lines to a folder,
`--from` reads them from there instead of running anything.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from anchors import GOLD, HEAP, gold
from scores import Found, all_tallies
from tally import LANGUAGES
from truths import truths

COMMANDS = ("split", "names", "times", "claims", "events", "standing")
COLUMNS = (*LANGUAGES, "across", "all")


def lines_of(command: str, heap: Path) -> list[str]:
    """The JSON lines of one command; a failed one says what it wrote to standard error."""
    sayso = Path(sys.executable).with_name("sayso")
    done = subprocess.run(
        [str(sayso), command, str(heap)], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise SystemExit(f"sayso {command} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout.splitlines()


def run(heap: Path, keep: Path | None = None) -> Found:
    """Run every command over the heap."""
    out: Found = {}
    for command in COMMANDS:
        lines = lines_of(command, heap)
        out[command] = [json.loads(line) for line in lines]
        if keep:
            keep.mkdir(parents=True, exist_ok=True)
            text = "".join(f"{line}\n" for line in lines)
            (keep / f"{command}.jsonl").write_text(text, encoding="utf-8")
    return out


def kept(folder: Path) -> Found:
    """The lines that an earlier run kept; a command without a file found nothing."""
    out: Found = {}
    for command in COMMANDS:
        path = folder / f"{command}.jsonl"
        said = path.read_text(encoding="utf-8") if path.exists() else ""
        out[command] = [json.loads(line) for line in said.splitlines() if line.strip()]
    return out


def measured(found: Found, heap: Path = HEAP, folder: Path = GOLD) -> dict[str, Any]:
    """Scores by task and language, and the truths."""
    known = gold(heap, folder)
    return {
        "scores": {task: tally.scores() for task, tally in all_tallies(known, found).items()},
        "truths": truths(known, found),
    }


def table(result: dict[str, Any]) -> str:
    """The scores as a table of F1 in percent, then the truths."""
    rows = [f"{'F1 in percent':18}" + "".join(f"{c:>8}" for c in COLUMNS)]
    for task, scores in result["scores"].items():
        cells = (f"{100 * scores[c]['f1']:8.1f}" if c in scores else f"{'–':>8}" for c in COLUMNS)
        rows.append(f"{task:18}" + "".join(cells))
    found = sum(t["found"] for t in result["truths"])
    rows += ["", f"planted truths found: {found} of {len(result['truths'])}"]
    rows += [
        f"  {'found ' if t['found'] else 'missed'}  {t['truth']:26} {t['seen']}"
        for t in result["truths"]
    ]
    return "\n".join(rows)


def reading(parser: argparse.ArgumentParser) -> None:
    """The options that measure and gate share."""
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--from", dest="source", type=Path, help="read kept lines from here")
    parser.add_argument("--keep", type=Path, help="write the lines there")


def result_of(options: argparse.Namespace) -> dict[str, Any]:
    return measured(kept(options.source) if options.source else run(HEAP, options.keep))


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    reading(parser)
    options = parser.parse_args(argv)
    result = result_of(options)
    print(json.dumps(result, ensure_ascii=False, indent=2) if options.json else table(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())

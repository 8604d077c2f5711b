"""What does training give? `python bench/train_attribution.py TRAIN.jsonl DEV.jsonl -o MODEL`

Fits the attribution tagger on TRAIN, as `sayso train attribution` does, and prints on DEV the figures of
the rules alone (what is shipped) and of the rules with the model. Weights may be passed on only if the
licence of the marked texts allows it; none are shipped.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from zoo_claims import sayso, told

from sayso.model.ids import sha256
from sayso.reading.marked import marked_rows
from sayso.reading.told_model import Lesson
from sayso.reading.train_told import train


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("marked", type=Path)
    parser.add_argument("dev", type=Path, nargs="?")
    parser.add_argument("-o", dest="model", type=Path, required=True)
    options = parser.parse_args()
    data = options.marked.read_bytes()
    rows = list(marked_rows(data, str(options.marked)))
    marked = sum(len(r["attributions"]) for r in rows)
    lesson = Lesson(options.marked.name, sha256(data), len(rows), marked)
    sentences, marked = train(rows, options.model, [lesson])
    print(f"{sentences} sentences, {marked} attributions")
    if options.dev:
        gold = list(marked_rows(options.dev.read_bytes(), str(options.dev)))
        print(f"rules, as shipped  {told(sayso(), gold)}")
        print(f"rules and model    {told(sayso(str(options.model)), gold)}")


if __name__ == "__main__":
    main()

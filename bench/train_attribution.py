"""Fit the attribution tagger: `python bench/train_attribution.py marked.jsonl -o MODEL`.

A line of the input is {"text", "attributions": [{"source", "cue", "content"}]}, each a list of
[start, stop) in code points. `sayso.reading.claims.claims(page, "MODEL")` reads with the result.
Weights may be passed on only if the licence of the marked texts allows it; none are shipped.
"""

import argparse
import json
from pathlib import Path

from sayso.reading.train_told import train


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("marked", type=Path)
    parser.add_argument("-o", dest="model", type=Path, required=True)
    options = parser.parse_args()
    lines = options.marked.read_text(encoding="utf-8").splitlines()
    sentences, marked = train((json.loads(line) for line in lines), options.model)
    print(f"{sentences} sentences, {marked} attributions")


if __name__ == "__main__":
    main()

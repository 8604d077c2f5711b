"""Who else can do it, and how much better or worse? `python bench/zoo.py claims GOLD [--train DATA]`

Each part has a file of its own, `zoo_<part>.py`, with a function `main(arguments)`.
"""

import importlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))


def parts() -> list[str]:
    return sorted(p.stem.removeprefix("zoo_") for p in HERE.glob("zoo_*.py"))


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in parts():
        print(f"name a part: {', '.join(parts())}", file=sys.stderr)
        return 2
    code: int = importlib.import_module(f"zoo_{arguments[0]}").main(arguments[1:])
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Which days does sayso give to pages full of other days, and when does it rightly say nothing?

    python bench/page_dates.py [--show]

`right when given`: of the days of publication given, those that are the page's. `given`: of the pages that tell their
day, those for which the right one was given. `silent`: of the pages that do not tell, those left undated.
"""

import argparse
import json
from pathlib import Path

from sayso.articles.split import split
from sayso.ingest.read import read
from sayso.model.article import Article
from sayso.model.text import Raw

GOLD = Path(__file__).resolve().parent.parent / "golden" / "dates" / "items.jsonl"
KEYS = ("published", "updated", "place")


def items() -> list[dict]:
    return [json.loads(row) for row in GOLD.read_text("utf-8").splitlines()]


def found(item: dict) -> dict[str, str | None]:
    """What sayso tells of the item, read as one article."""
    document = read(Raw(item["name"], item["source"].encode(), as_article=True))
    article = next(r for r in split(document) if isinstance(r, Article))
    told = {key: getattr(article, key) for key in KEYS}
    return {key: value.text if value else None for key, value in told.items()}


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def figures(rows: list[tuple[dict, dict]], key: str) -> dict[str, float]:
    """Right when given, given where told, silent where not."""
    given = [(want[key], have[key]) for want, have in rows if have[key]]
    told = [(want[key], have[key]) for want, have in rows if want[key]]
    untold = [have[key] for want, have in rows if not want[key]]
    return {
        "right when given": share(sum(a == b for a, b in given), len(given)),
        "given": share(sum(a == b for a, b in told), len(told)),
        "silent": share(sum(have is None for have in untold), len(untold)),
    }


def scores() -> dict[str, float]:
    """The figures of the day of publication, per language and over all; of the day of change and of the place."""
    rows = [(item, found(item)) for item in items()]
    out = {f"{key}, {name}": v for key in KEYS for name, v in figures(rows, key).items()}
    for language in sorted({item["language"] for item, _ in rows}):
        some = [(item, have) for item, have in rows if item["language"] == language]
        out[f"{language} right when given"] = figures(some, "published")["right when given"]
        out[f"{language} given"] = figures(some, "published")["given"]
    return out


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", action="store_true", help="also each item that is not right")
    told = options.parse_args()
    for name, value in scores().items():
        print(f"{name:32} {value:.3f}")
    if told.show:
        for item in items():
            have = found(item)
            if any(have[key] != item[key] for key in KEYS):
                print(item["id"], item["trap"], {k: (item[k], have[k]) for k in KEYS})


if __name__ == "__main__":
    main()

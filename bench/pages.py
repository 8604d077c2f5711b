"""Is the body of a page found, and its day never told wrongly? Scores golden/pages per language.

    python bench/pages.py [--show]

Sixty pages: each story of golden/pages/stories.jsonl in each template. Body: precision and recall of runs of four
words, as the article-extraction benchmark counts them. Days: right, wrong and left out, of what the article says.
Visible text: every word that the template shows must stand in the document's text.
"""

import argparse
import html
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

from sayso.articles.split import split
from sayso.ingest.read import read
from sayso.model.article import Article
from sayso.model.text import Raw

ROOT = Path(__file__).resolve().parent.parent / "golden" / "pages"
PROSE = ("body", "lede", "subheading")
RUN = 4


def stories() -> list[dict]:
    """The stories, as they were written."""
    return [json.loads(row) for row in (ROOT / "stories.jsonl").read_text("utf-8").splitlines()]


@cache
def furniture() -> dict[str, dict[str, str]]:
    """What pages say around their stories, per language."""
    return json.loads((ROOT / "unseen" / "words.json").read_text("utf-8"))


def page(story: dict, template: str) -> str:
    """The story as a page: every {word} of the template is replaced, escaped."""
    told = {k: html.escape(v) for k, v in story.items() if isinstance(v, str)}
    told |= {f"{k}_json": json.dumps(v) for k, v in story.items() if isinstance(v, str)}
    told |= {k: html.escape(v) for k, v in furniture()[story["language"]].items()}
    for key in ("menu", "related"):
        told |= {f"{key}{n}": html.escape(v) for n, v in enumerate(story[key])}
    body = [f"<p>{html.escape(words)}</p>\n" for words in story["body"]]
    told |= {f"p{n}": html.escape(words) for n, words in enumerate(story["body"])}
    told |= {"paragraphs": "".join(body), "first": "".join(body[:2]), "others": "".join(body[2:])}
    told["published_path"] = story["published"].replace("-", "/")
    return re.sub(r"\{(\w+)\}", lambda m: told[m.group(1)], template)


def runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1)))


def measured(story: dict, template: str) -> dict[str, float]:
    """Precision and recall of the body, the day right, wrong or left out, and the text kept."""
    document = read(Raw("page.html", page(story, template).encode()))
    articles = [r for r in split(document) if isinstance(r, Article)]
    found = "\n".join(document.words(z.span) for a in articles for z in a.zones if z.kind in PROSE)
    have, want = runs(found), runs("\n".join(story["body"]))
    both = (have & want).total()
    day = articles[0].published if articles else None
    told = [c.text for a in articles for c in a.date_conflicts]
    return {
        "precision": both / max(have.total(), 1),
        "recall": both / want.total(),
        "right": float(day is not None and day.text == story["published"]),
        "wrong": float(day is not None and day.text != story["published"]),
        "conflict": float("2026-06-09" in told),
        "kept": float(all(words in document.text for words in shown(story, template))),
    }


def shown(story: dict, template: str) -> list[str]:
    """What the template shows of the story."""
    names = re.findall(r"\{(\w+)\}", re.sub(r"<head>.*</head>", "", template, flags=re.DOTALL))
    out = list(story["body"])
    for name in names:
        if name in story and isinstance(story[name], str) and name not in ("language", "published"):
            out.append(story[name])
        elif name[:-1] in ("menu", "related") and name[-1].isdigit():
            out.append(story[name[:-1]][int(name[-1])])
    return out


def rows(folder: Path = ROOT) -> list[tuple[str, str, dict[str, float]]]:
    """(language, template, measures) of every page."""
    templates = sorted((folder / "templates").glob("*.html"))
    return [
        (story["language"], path.stem, measured(story, path.read_text("utf-8")))
        for story in stories()
        for path in templates
    ]


def summed(found: list[dict[str, float]]) -> dict[str, float]:
    """Body F1 (mean precision and recall), days right and wrong when given, text kept."""
    mean = {k: sum(row[k] for row in found) / len(found) for k in found[0]}
    both = mean["precision"] + mean["recall"]
    given = mean["right"] + mean["wrong"]
    return {
        "body_f1": 2 * mean["precision"] * mean["recall"] / both if both else 0.0,
        "precision": mean["precision"],
        "recall": mean["recall"],
        "days_given": given,
        "days_wrong_when_given": mean["wrong"] / given if given else 0.0,
        "text_kept": mean["kept"],
    }


def scores() -> dict[str, float]:
    """Body F1 per language and over all, and the days that are wrong when given."""
    found = rows()
    out = {f"body {x}": 0.0 for x in sorted({row[0] for row in found})}
    for language in out:
        out[language] = summed([m for x, _, m in found if f"body {x}" == language])["body_f1"]
    total = summed([m for _, _, m in found])
    unseen = rows(ROOT / "unseen")
    for language in sorted({row[0] for row in unseen}):
        some = [m for x, _, m in unseen if x == language]
        out[f"unseen body {language}"] = summed(some)["body_f1"]
    return out | {
        "unseen body": summed([m for _, _, m in unseen])["body_f1"],
        "body": total["body_f1"],
        "days right when given": 1 - total["days_wrong_when_given"],
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", action="store_true", help="also each page that is not perfect")
    told = options.parse_args()
    for name, folder in (("first pages", ROOT), ("unseen layouts", ROOT / "unseen")):
        print(name)
        table(rows(folder), told.show)


def table(found: list[tuple[str, str, dict[str, float]]], show: bool) -> None:
    """The figures per language, per template and over all."""
    for column in (0, 1):
        for name in sorted({row[column] for row in found}):
            some = summed([row[2] for row in found if row[column] == name])
            print(f"{name:10}", "  ".join(f"{k} {v:.3f}" for k, v in some.items()))
    total = summed([row[2] for row in found])
    print(f"{'all':10}", "  ".join(f"{k} {v:.3f}" for k, v in total.items()))
    conflicts = [m["conflict"] for _, name, m in found if name == "conflict"]
    print(f"conflicting days kept as a conflict: {sum(conflicts):.0f} of {len(conflicts)}")
    if show:
        for language, name, m in found:
            if min(m["precision"], m["recall"], m["kept"]) < 1 or m["wrong"]:
                print(language, name, {k: round(v, 3) for k, v in m.items()})


if __name__ == "__main__":
    main()

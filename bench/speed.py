"""How fast is it, as ratios within one run? `python bench/speed.py`

1. The whole pipeline over the bare language model, one worker, on English articles (processor time).
2. The pool with one worker against two: efficiency = time of one / (2 x time of two).

The texts are the English articles of the sample heap in which names and numbers are exchanged, so
that no two are equal and no memory of an earlier text helps.
"""

import argparse
import itertools
import json
import re
import tempfile
import time
from pathlib import Path

from sayso.case.store import Case
from sayso.run.here import Here
from sayso.run.pool import Pool
from sayso.run.scratch import fill
from sayso.run.work import work
from sayso.settings import Settings

ROOT = Path(__file__).parent.parent
SYLLABLES = ("Bar", "Del", "Kor", "Mar", "Nol", "Per", "Tav", "Vel", "Zan", "Lum")
TAILS = ("dan", "ek", "ila", "ona", "ov", "rin", "sky", "tis")


def english_articles():
    """The text of every English article that sayso finds in the sample heap."""
    with tempfile.TemporaryDirectory() as folder, Case.new(Path(folder) / "c", "speed") as case:
        fill(case, [str(ROOT / "examples" / "heap")], Settings())
        heap = work(case, Here(), ("split",))
    return [
        p.text
        for p in sorted(heap.pages.values(), key=lambda p: p.article.span)
        if p.article.language == "en"
    ]


def changed(text, number):
    """The text with other names and numbers, of the same length and shape."""
    names = sorted(set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", text)))
    made = itertools.cycle(itertools.product(SYLLABLES, TAILS))
    for _ in range(7 * number % 79):
        next(made)
    for name in names:
        head, tail = next(made)
        text = re.sub(rf"\b{name}\b", head + tail, text)
    return re.sub(r"\d+", lambda m: str(int(m[0]) + number), text)


def texts(wanted):
    """That many distinct English articles."""
    originals = english_articles()
    pairs = itertools.product(range(1, wanted + 1), originals)
    return [changed(text, number) for number, text in itertools.islice(pairs, wanted)]


def bare_model(articles):
    """Processor seconds of the English model alone over the same lines, all in one pipe."""
    from sayso.language.english import model

    lines = [line for text in articles for line in text.splitlines() if line.strip()]
    nlp = model()
    nlp("Warm up.")
    began = time.process_time()
    for _ in nlp.pipe(lines, batch_size=64):
        pass
    return time.process_time() - began


def pipeline(articles, engine, clock):
    """Seconds of the clock from files to standing."""
    with tempfile.TemporaryDirectory() as folder:
        heap = Path(folder) / "heap"
        heap.mkdir()
        for number, text in enumerate(articles):
            (heap / f"{number:04d}.txt").write_text(text, encoding="utf-8")
        with Case.new(Path(folder) / "case", "speed", durable=False) as case:
            fill(case, [str(heap)], Settings(as_article=True, language="en"))
            began = clock()
            work(case, engine, ("weigh", "events"))
            return clock() - began


def main():
    """Print both ratios; `--json` for machines."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--articles", type=int, default=60)
    asked.add_argument("--json", action="store_true")
    told = asked.parse_args()
    articles = texts(told.articles)
    model_alone = bare_model(articles)
    here = pipeline(articles, Here(), time.process_time)
    one, two = (pipeline(articles, Pool(n), time.perf_counter) for n in (1, 2))
    result = {
        "articles": len(articles),
        "characters": sum(map(len, articles)),
        "model_seconds": round(model_alone, 2),
        "pipeline_over_model": round(here / model_alone, 3),
        "pool_one_seconds": round(one, 2),
        "pool_two_seconds": round(two, 2),
        "pool_efficiency": round(one / (2 * two), 3),
    }
    print(json.dumps(result) if told.json else "\n".join(f"{k:22} {v}" for k, v in result.items()))


if __name__ == "__main__":
    main()

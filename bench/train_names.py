"""Fit the name taggers: `python bench/train_names.py ar --gold newsfane_train.jsonl -o MODEL`.

A conditional random field over the words of a line (python-crfsuite, L-BFGS) with the features of
`sayso.language.name_features`. Gold files hold one {"text", "ents": [[start, stop, kind], ...]} a line and must be
under a licence that lets weights be passed on; `--silver N` adds N sentences made by bench/silver_names.py.
`--as xx` reads a gold file of a related language with that language's lists (Russian for Ukrainian).
"""

import argparse
import json
import random
import re
from pathlib import Path

import pycrfsuite

from sayso.language.name_features import features, pieces
from sayso.language.second_look import english_features

KINDS = ("PER", "ORG", "LOC")
# Chosen on the development half of NewsFANE among c1 .1-.5, c2 .01-.1, 60-120 rounds.
SETTINGS = {
    "c1": 0.25, "c2": 0.02, "max_iterations": 90, "feature.possible_transitions": True, "feature.minfreq": 2,
}  # fmt: skip


def labelled(text, ents, language):
    """The features and the B-, I- and O labels of each sentence; a name may begin inside a word, behind a prefix."""
    if language == "en":
        sentences = english_features(text)
        ents = [name for name in ents if text[name[0]] not in "@#"]
    else:
        sentences = [(found, features(found, language)) for found in pieces(text, language)]
    for found, rows in sentences:
        labels = ["O"] * len(found)
        for start, stop, kind in ents:
            if kind not in KINDS:
                continue
            first = True
            for n, token in enumerate(found):
                if token.start < stop and start < token.stop:
                    labels[n] = ("B-" if first else "I-") + kind
                    first = False
        yield rows, labels


def lines(row):
    """The lines of a text, each with its names."""
    at = 0
    for line in row["text"].split("\n"):
        stop = at + len(line)
        if line.strip():
            yield line, [(a - at, b - at, k) for a, b, k in row["ents"] if at <= a and b <= stop]
        at = stop + 1


def joined(text, ents, chance):
    """Arabic text whose prefixes and suffixes were split off, written again as people write it."""
    cut = list(re.finditer(r"(?<=\bو) (?=\w)|(?<=\w{2}) (?=(?:ه|ها|هم|هما|نا)\b)", text))
    cut = [m.start() for m in cut if chance.random() < 0.8]
    inside = {at for at in cut for a, b, _ in ents if a <= at < b}
    cut = [at for at in cut if at not in inside]
    kept = "".join(c for n, c in enumerate(text) if n not in set(cut))
    moved = [(a - sum(c < a for c in cut), b - sum(c < b for c in cut), k) for a, b, k in ents]
    return kept, moved


def named_alone(text, start, stop, kind):
    """factRuEval counts "the company" into a company's name; here the name begins at its capital."""
    if kind == "ORG" and text[start].islower():
        for hit in re.finditer(r"[^\W\d_][\w-]*", text[start:stop]):
            if hit[0][0].isupper():
                return start + hit.start(), stop, kind
    return start, stop, kind


def gold(paths, language, chance):
    for path in paths:
        for row in map(json.loads, Path(path).read_text("utf-8").splitlines()):
            for text, ents in lines(row):
                if language == "ru":
                    ents = [named_alone(text, *name) for name in ents]
                yield text, ents
                if language == "ar":
                    yield joined(text, ents, chance)


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("language")
    a.add_argument("--gold", nargs="*", default=[])
    a.add_argument("--related", nargs="*", default=[], metavar="LANGUAGE:FILE")
    a.add_argument("--silver", type=int, default=0)
    a.add_argument("--tokens", metavar="PAIRS.tsv.gz")
    a.add_argument("-o", "--out", required=True)
    a.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE")
    o = a.parse_args()
    chance = random.Random(6)
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(SETTINGS | {k: json.loads(v) for k, v in (s.split("=") for s in o.set)})
    sources = [(o.language, o.gold)] + [tuple(r.split(":", 1)) for r in o.related]
    count = 0
    for language, paths in sources:
        for text, ents in gold([paths] if isinstance(paths, str) else paths, language, chance):
            for rows, labels in labelled(text, ents, language):
                trainer.append(rows, labels)
                count += 1
    if o.silver:
        from silver_names import names, sentences

        if o.tokens:
            names(o.language, o.tokens)
        for text, ents in sentences(o.language, o.silver, chance):
            for rows, labels in labelled(text, ents, o.language):
                trainer.append(rows, labels)
                count += 1
    trainer.train(o.out)
    print(o.out, count, "sentences", Path(o.out).stat().st_size, "bytes")


if __name__ == "__main__":
    main()

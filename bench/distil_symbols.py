"""Distil name symbols: `python bench/distil_symbols.py PAIRS.tsv.gz…` writes lexicon/any/name_symbols.tsv.

Rigour's offline dictionary (Wikidata's given and family names) takes seconds to load; resolving asks it
only whether two words that sound a little alike are listed as one name. So the words of the Wikidata part
of NETransliteration-COLING2018 (CC0) are looked up once, and kept where such a partner exists. The pairs
themselves add what no rule of sound finds: "=beauchamp" marks the renderings of Beauchamp.
"""

import gzip
import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

from rigour.names import NameTypeTag, analyze_names

from sayso.resolve import given
from sayso.resolve.sound import alike, alike_in_some_reading, consonants
from sayso.resolve.spelling import words

OUT = Path(__file__).parent.parent / "sayso" / "lexicon" / "any" / "name_symbols.tsv"
SHARE, LEAST, SURE = 0.15, 0.5, 0.92
HEAD = """\
# origin: name symbols of rigour 2.6.1 (MIT; Wikidata's given and family names, CC0) for the Wikidata tokens of NETransliteration-COLING2018 (CC0), by bench/distil_symbols.py
# licence: CC0-1.0
# columns: word	symbols
"""


def tokens(paths):
    """The folded words of both sides of the pairs."""
    found = set()
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as pairs:
            for row in pairs:
                latin, native, _ = row.rstrip("\n").split("\t")
                for word in (latin, native.replace(" ", "")):
                    parts = words(word)
                    if len(parts) == 1 and len(parts[0]) > 2:
                        found.add(parts[0])
    return found


def symbols(word):
    """The Wikidata items of a word, as rigour knows them."""
    said = analyze_names(NameTypeTag.PER, [word], phonetics=False)
    marks = {str(s.symbol) for name in said for s in name.spans}
    return {m.removeprefix("[NAME:").rstrip("]") for m in marks if m.startswith("[NAME:")}


def renderings(paths):
    """Latin token -> its native renderings that were seen twice and often enough to be no accident."""
    latin, native = defaultdict(Counter), defaultdict(Counter)
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as pairs:
            for row in pairs:
                one, two, count = row.rstrip("\n").split("\t")
                a, b = words(one), words(two.replace(" ", ""))
                if len(a) == len(b) == 1 and min(len(a[0]), len(b[0])) > 2:
                    latin[path, a[0]][b[0]] += int(count)
                    native[b[0]][a[0]] += int(count)
    found = defaultdict(set)
    for (_, a), seen in latin.items():
        for b, count in seen.items():
            share = min(count / seen.total(), count / native[b].total())
            if count > 1 and share >= SHARE and alike(a, b) >= LEAST:
                found[a].add(b)
    return {a: b for a, b in found.items() if any(alike(a, x) < SURE for x in b)}


def doubtful(a, b):
    """Whether the sounds alone leave a doubt."""
    sure = 0.97 if min(consonants(a), consonants(b)) < 2 else 0.9
    return 0.72 <= alike_in_some_reading(a, b) < sure


def main(paths):
    bearers = defaultdict(list)
    for word in sorted(tokens(paths)):
        if not given.classes(word):
            for mark in symbols(word):
                bearers[mark].append(word)
    kept = defaultdict(set)
    for mark, bearing in bearers.items():
        for a, b in combinations(bearing, 2):
            if doubtful(a, b):
                kept[a].add(mark)
                kept[b].add(mark)
    for latin, found in renderings(paths).items():
        for word in (latin, *found):
            kept[word].add(f"={latin}")
    rows = (f"{word}\t{' '.join(sorted(marks))}\n" for word, marks in sorted(kept.items()))
    OUT.write_text(HEAD + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])

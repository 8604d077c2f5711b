"""Make lines of news with their names marked, from the patterns in bench/silver/<language>.txt.

A pattern file, written by us and CC0, has word sets (`@name a|b|c`, over several lines if need be) and lines of news.
`{name}` takes one of a set, `(a|b)` one of the two, `(a|)` one or nothing, and `<PER …>` marks a name. A set may name
other sets. `{wd}` takes a token of the Wikidata person names (CC0) whose file `names(path)` was given.
"""

import gzip
import re
from pathlib import Path

from declension import declined

from sayso.lexicon.load import words

HERE = Path(__file__).parent / "silver"
SLOT = re.compile(r"\{(\w+)\}")
CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
MARK = re.compile(r"<(PER|ORG|LOC) ([^<>]*)>")
POOL = {}
NOISY = ("noun", "nadj")
# Share of lines that are words without sense or name, for scripts without capitals.
NOISE = {"fa": 0.2, "he": 0.2, "ar": 0.0, "uk": 0.0, "en": 0.0}


def names(language, path):
    """Learn the person tokens of a script: native letters, rare ones nearly as often as common ones."""
    seen = {}
    with gzip.open(path, "rt", encoding="utf-8") as pairs:
        for row in pairs:
            _, native, count = row.rstrip("\n").split("\t")
            word = native.replace(" ", "")
            if word.replace("'", "").isalpha() and len(word) > 2:
                seen[word] = seen.get(word, 0) + int(count)
    tokens = sorted(seen)
    POOL[language] = (tokens, [min(seen[w], 6) ** 0.5 for w in tokens])


def read(language):
    """The word sets and the lines of a pattern file."""
    sets, lines = {}, []
    for row in (HERE / f"{language}.txt").read_text("utf-8").splitlines():
        if row.startswith("@"):
            name, _, words = row[1:].partition(" ")
            sets.setdefault(name, []).extend(w for w in words.split("|") if w)
        elif row.strip() and not row.startswith("#"):
            lines.append(row.strip())
    return sets, lines


def filled(pattern, language, sets, chance):
    """The pattern with one choice made at each place."""
    while True:
        if hit := CHOICE.search(pattern):
            word = chance.choice(hit[1].split("|"))
        elif hit := SLOT.search(pattern):
            word = drawn(hit[1], language, sets, chance)
        else:
            return re.sub(r" {2,}", " ", pattern).strip()
        pattern = pattern[: hit.start()] + word + pattern[hit.end() :]


def drawn(name, language, sets, chance):
    if name in NOISY and chance.random() < 0.55:
        return noise(language, sets, chance)
    if language == "uk" and name != "wd" and name not in sets:
        return declined(name, sets, lambda n: filled("{" + n + "}", language, sets, chance))
    if name == "wd":
        tokens, weights = POOL[language]
        one, other = chance.choices(tokens, weights, k=2)
        if chance.random() < 0.2:
            one = one[: (len(one) + 1) // 2] + other[len(other) // 2 :]
        return fitted(one, language)
    return chance.choice(sets[name])


def noise(language, sets, chance):
    """A common word, or two halves of common words: what is not known is mostly no name."""
    if "common" not in sets:
        sets["common"] = sorted(words(language, "common_words"))
    first, second = chance.choice(sets["common"]), chance.choice(sets["common"])
    if chance.random() < 0.5:
        return first
    return first[: (len(first) + 1) // 2] + second[len(second) // 2 :]


def babble(language, sets, chance):
    """A line without a name."""
    small = sorted(words(language, "small_words") | words(language, "function_words"))
    picked = (
        chance.choice(small) if chance.random() < 0.35 else noise(language, sets, chance)
        for _ in range(chance.randint(6, 16))
    )
    return " ".join(picked) + "."


def fitted(word, language):
    """A token of a related language in the letters of this one."""
    if language == "fa":
        return word.translate(str.maketrans("يكىةأإ", "یکیهاا"))
    if language == "uk":
        return word.translate(str.maketrans("ыэёиЭИ", "иеьіЕІ")).capitalize()
    return word.capitalize() if language in ("ru", "en") else word


def sentences(language, count, chance):
    """That many lines, each with its names as (start, stop, kind)."""
    sets, lines = read(language)
    for n in range(count):
        if NOISE[language] and chance.random() < NOISE[language]:
            marked = babble(language, sets, chance)
        else:
            marked = filled(lines[n % len(lines)], language, sets, chance)
        text, ents, at = "", [], 0
        for hit in MARK.finditer(marked):
            text += marked[at : hit.start()]
            ents.append((len(text), len(text) + len(hit[2]), hit[1]))
            text += hit[2]
            at = hit.end()
        yield text + marked[at:], ents

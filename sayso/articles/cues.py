"""Do a short line's words and shape together make it page furniture, though no list has its phrase?"""

import re
from functools import lru_cache
from typing import NamedTuple

from sayso.articles.lines import Line, words
from sayso.articles.shape import sentence_end
from sayso.lexicon.load import lexicon
from sayso.settings import LANGUAGES

KINDS = ("boilerplate", "comments", "residue")

# Weights and limits set by hand on the furniture gold and on the prose of the development heaps,
# where no more than one line in a thousand may be taken for furniture.
LONGEST = 240  # characters
SIDE = 0.5  # what cues of other kinds add
READER = 1.0  # what speaking to the reader adds, up to twice
NEWS = 1.2  # what a word of reporting takes off
SPOKEN = 2.0  # what quotation marks take off
NAMED = 0.5  # what a capitalised word that is no cue takes off
BASE = 1.2
PER_WORD = 0.12
SENTENCE = 0.7  # more is asked of a line that ends as sentences do
LISTED = 2.5  # and of a numbered item, or of words that announce a list
PARTED = 0.8  # bars, bullets and arrows between words speak for a menu

ORDER = 0.5  # what an order to the reader adds by its weight, twice that where it opens a sentence
NOUNLIKE = ("en", "ar")  # an order looks like a noun, or like "he did", here

_ORDER = re.compile(r"(?:[йь]те|[аеиоуыюя]йте|ите|іть)(?:с[ья])?$")  # imperatives of ru and uk
_ITEM = re.compile(r"[\[(]?\d+[.)\]]\s|.*:$", re.DOTALL)
_MENU = re.compile(r"[|•·›»>→▶*]")
_STOPS = tuple(".!?؟…:—–|")
_QUOTE = re.compile('["“”„«‘‹]')
_CLITICS = {
    "he": ("ו", "ה", "ב", "ל", "מ", "ש", "כ"),
    "ar": ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف"),
}
WIDE = 1.5  # a line that lacks more is out of the question
ALONE = 5  # words of a line in which a single cue proves nothing
SHORTEST = 3  # letters that a stripped or open-ended word keeps


class Told(NamedTuple):
    """How much speaks for furniture of the likeliest kind, against what is asked of such a line."""

    kind: str
    value: float
    asked: float


Weights = tuple[tuple[str, float], ...]


@lru_cache(maxsize=8)
def _index(language: str) -> tuple[dict[str, Weights], dict[str, Weights]]:
    """Cues of the language and of English (pages of all languages carry its words): whole, open-ended."""
    whole: dict[str, dict[str, float]] = {}
    stems: dict[str, dict[str, float]] = {}
    told = LANGUAGES if language == "und" else sorted({language, "en"})
    for one in told:
        for written, (kinds,) in lexicon(one, "furniture_cues").entries.items():
            key = " ".join(w for w, _, _ in words(written)) or written
            into = (stems if written.endswith("*") else whole).setdefault(key, {})
            for pair in kinds.split():
                kind, _, weight = pair.partition("=")
                into[kind] = max(into.get(kind, 0.0), float(weight))
    return _frozen(whole), _frozen(stems)


def _frozen(found: dict[str, dict[str, float]]) -> dict[str, Weights]:
    return {word: tuple(sorted(kinds.items())) for word, kinds in found.items()}


@lru_cache(maxsize=65536)
def cues(word: str, language: str) -> Weights:
    """(kind, weight) of a folded word; () for most words."""
    whole, stems = _index(language)
    if found := whole.get(word):
        return found
    for stop in range(len(word), SHORTEST - 1, -1):
        if found := stems.get(word[:stop]):
            return found
    for glued in _CLITICS.get(language, ()):
        rest = word.removeprefix(glued)
        if rest != word and len(rest) >= SHORTEST and rest in whole:
            return whole[rest]
    return ()


def told(line: Line) -> Told:
    """What the cues of the line sum to, each word counted once."""
    sums, known = _sums(line)
    kind = max(KINDS, key=lambda k: sums.get(k, 0.0))
    asked = BASE + PER_WORD * len(line.words)
    if not sums.get(kind):
        return Told(kind, 0.0, asked)
    ended = sentence_end(line.text)
    order = _ordered(line) if sums.get("you") or not (ended and line.language in NOUNLIKE) else 0.0
    if not (known > 1 or order >= 2 or (len(line.words) < ALONE and not ended)):
        return Told(kind, 0.0, asked)
    value = sums[kind] + SIDE * (sum(sums.get(k, 0.0) for k in KINDS) - sums[kind])
    value += READER * min(sums.get("you", 0.0), 2) + order
    value -= NEWS * sums.get("prose", 0.0) + SPOKEN * bool(_QUOTE.search(line.text))
    value += PARTED * bool(_MENU.search(line.text))
    asked += SENTENCE * ended + LISTED * bool(_ITEM.match(line.text))
    if value >= asked - WIDE:
        value -= NAMED * min(3, _names(line))
    return Told(kind, value, asked)


def _sums(line: Line) -> tuple[dict[str, float], int]:
    """Kind -> what the line's cues say for it, and how many of its words are cues."""
    sums: dict[str, float] = {}
    known = 0
    for word in set(line.words):
        if found := cues(word, line.language):
            known += 1
            for kind, weight in found:
                sums[kind] = sums.get(kind, 0.0) + weight
    if "©" in line.text:
        sums["boilerplate"] = sums.get("boilerplate", 0.0) + 2
    return sums, known


def _ordered(line: Line) -> float:
    """How strongly the line tells its reader to do something: at its opening, in a sentence's, or within."""
    most = 0.0
    for n, (word, (start, _)) in enumerate(zip(line.words, line.places, strict=True)):
        weight = dict(cues(word, line.language)).get("do", 0.0)
        if line.language in ("ru", "uk") and len(word) > 4 and _ORDER.search(word):
            weight = 2.0
        opens = not n or line.text[:start].rstrip()[-1:] in _STOPS
        most = max(most, weight * ORDER * (2 if opens else 1 if line.language != "en" else 0))
    return most


def _names(line: Line) -> int:
    """Capitalised words after the first that are no cues."""
    return sum(
        line.text[a].isupper() and not line.text[a - 1 : a].isupper() and not cues(w, line.language)
        for w, (a, _) in list(zip(line.words, line.places, strict=True))[1:]
    )

"""What does the name tagger know of each word of a line? Spelling, shape, lists, neighbours."""

from collections.abc import Sequence
from functools import cache, lru_cache

from sayso.language.morph import forms
from sayso.language.name_signs import KINDS, Signs, signs, stem
from sayso.language.name_spelling import spelling
from sayso.language.sentences import sentences
from sayso.language.token import Token
from sayso.language.tokens import tokens
from sayso.lexicon.load import lexicon, words

LONGEST_PIECE = 400  # words tagged together; longer runs without a sentence's end are cut
LONGEST = 6  # words that a listed name may have
SCRIPTS = {"uk": "ru", "fa": "ar"}
NONE = Signs("_", "_", "_")


def pieces(text: str, language: str) -> list[list[Token]]:
    """The tokens of each sentence, which are tagged together."""
    found = tokens(text, language)
    out: list[list[Token]] = []
    at = 0
    for _, stop in sentences(text, language):
        first = at
        while at < len(found) and found[at].start < stop:
            at += 1
        out.extend(found[n : min(n + LONGEST_PIECE, at)] for n in range(first, at, LONGEST_PIECE))
    return out


def features(found: Sequence[Token], language: str) -> list[list[str]]:
    """The features of each token, as short strings."""
    rows = [signs(token.text, language) for token in found]
    marks = ["_", *(_rating(row, language) for row in rows), "_"]
    hits = listed(found, language)
    padded = [NONE, NONE, *rows, NONE, NONE]
    out = []
    for n, row in enumerate(rows):
        last2, last, _, after, after2 = padded[n : n + 5]
        here = row.lists or "-"
        before = last.lists or "-"
        behind = after.lists or "-"
        out.append(
            [
                *_of_word(row.word, row.shape, row.lists),
                "g" + hits[n],
                "y" + marks[n + 1], "yl" + marks[n + 1] + here, "ys" + marks[n + 1] + row.shape,
                "y-" + marks[n] + "|" + marks[n + 1], "y+" + marks[n + 1] + "|" + marks[n + 2],
                "yt" + before + "|" + marks[n + 1], "yn" + marks[n + 1] + "|" + behind,
                "h" + here + hits[n],
                "-1" + last.word, "-1l" + before, "-1s" + last.shape, "-1e" + last.word[-3:],
                "+1" + after.word, "+1l" + behind, "+1s" + after.shape, "+1e" + after.word[-3:],
                "-2" + last2.word, "-2l" + (last2.lists or "-"), "+2" + after2.word, "+2l" + (after2.lists or "-"),
                "b" + before + "|" + here, "n" + here + "|" + behind,
                "c" + before + "|" + row.shape, "d" + last.shape + "|" + row.shape + "|" + after.shape,
                "t" + (last2.lists or "-") + "|" + before + "|" + row.shape,
            ]
        )  # fmt: skip
    if out:
        out[0].append("first")
    return out


@lru_cache(maxsize=100_000)
def _rating(row: Signs, language: str) -> str:
    """What the spelling tells, and in Hebrew what it tells without the first letter."""
    whole = spelling(row.word, language)
    if language == "he" and row.word[0] in "בהוכלמש" and len(row.word) > 3:
        return whole + "/" + spelling(row.word[1:], language)
    return whole


@lru_cache(maxsize=100_000)
def _of_word(word: str, shape: str, on: str) -> tuple[str, ...]:
    """What a word tells by itself."""
    size = str(min(len(word), 8))
    out = ["w" + word, "s" + shape, "z" + size, "l" + (on or "-")]
    out += [
        "p2" + word[:2],
        "p3" + word[:3],
        "e1" + word[-1:],
        "e2" + word[-2:],
        "e3" + word[-3:],
        "e4" + word[-4:],
    ]
    out += ["q" + letter + shape for letter in on]
    return tuple(out)  # fmt: skip


@cache
def names_of(language: str) -> dict[tuple[str, ...], str]:
    """Listed names as tuples of stems -> the letter of their kind."""
    known: dict[tuple[str, ...], str] = {}
    rows = [(name, "L") for name in sorted(words("any", "territories"))]
    rows += [
        (name, KINDS[kind])
        for name, (kind,) in lexicon("any", "tagger_names").entries.items()
        if kind in KINDS
    ]
    if language not in ("ru", "en"):
        rows += [(name, "L") for name in sorted(words(language, "places"))]
    for name, letter in rows:
        known.setdefault(tuple(stem(word, language) for word in name.split()), letter)
    return known


@cache
def _beginnings(language: str) -> frozenset[str]:
    return frozenset(name[0] for name in names_of(language))


def listed(found: Sequence[Token], language: str) -> list[str]:
    """For each token the kind of the longest listed name it stands in, or "-"."""
    known, begin = names_of(language), _beginnings(language)
    cut = language in ("ar", "he", "fa")
    out = ["-"] * len(found)
    at = 0
    while at < len(found):
        size = 0
        for first in _first_forms(found[at].text, language, cut):
            if first not in begin:
                continue
            rest = [stem(t.text, language) for t in found[at + 1 : at + LONGEST]]
            for length in range(len(rest) + 1, 0, -1):
                letter = known.get((first, *rest[: length - 1]))
                if letter:
                    out[at] = "B" + letter
                    out[at + 1 : at + length] = ["I" + letter] * (length - 1)
                    size = length
                    break
            if size:
                break
        at += size or 1
    return out


@lru_cache(maxsize=100_000)
def _first_forms(word: str, language: str, cut: bool) -> tuple[str, ...]:
    return forms(word, language) if cut else (stem(word, language),)

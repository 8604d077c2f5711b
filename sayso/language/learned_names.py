"""Which words are names, by the taggers trained in this project (uk, ar, fa, he)?

Each is a conditional random field over the words of a line, a file of weights in `sayso/language/weights_names/`, made by
bench/train_names.py. It finds the words; the prefixes that Arabic and Hebrew write before a name are taken off here.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from sayso.language import weights
from sayso.language.morph import forms
from sayso.language.name_features import features, names_of, pieces
from sayso.language.name_signs import lists, signs, stem
from sayso.language.token import Token

Found = tuple[int, int, str]
LEARNED = ("uk", "ar", "fa", "he")
# How sure the tagger must be of a word, where it was trained on made lines alone; chosen on the NEMO and ARMAN
# development halves among 0, .4-.8 for the best F1.
LEAST = {"fa": 0.5, "he": 0.4}
# Hebrew prefixes that unknown words are taken to carry, by kind: names hardly ever begin with them.
UNKNOWN_PREFIX = {"PER": ("ול", "וש", "ו", "ל"), "LOC": ("ומ", "וב", "ול", "שב", "ו", "ב", "ל", "מ"), "ORG": ("ומ", "וב", "ול", "שב", "ו", "ב", "ל", "מ")}  # fmt: skip
# What stands before a name and only says what it is, or where of it: "agency", "north of".
HEADS = {
    ("fa", "ORG"): frozenset(["خبرگزاری", "روزنامه"]),
    ("he", "ORG"): frozenset(["עיתון", "סוכנות", "חברת", "ערוץ", "רשת", "תחנת"]),
    ("fa", "LOC"): frozenset(["شمال", "جنوب", "شرق", "غرب", "مرکز", "حومه"]),
    ("ar", "LOC"): frozenset(["شمال", "جنوب", "شرق", "غرب", "وسط", "ضواحي"]),
}
KEPT = 3  # letters an unknown word must keep when a prefix is taken off


@cache
def _tagger(language: str) -> tuple[Any, bytes]:
    """The weights of one language, their hash verified, loaded when first asked for.

    The tagger reads the bytes where they lie, so they must live as long as it does.
    """
    import pycrfsuite

    data = weights.names(language)
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(data)
    return tagger, data


def learned_names(text: str, language: str) -> list[Found]:
    """Names as (start, stop, kind), without the prefixes before them."""
    return tagged(
        ((piece, features(piece, language)) for piece in pieces(text, language)), language
    )


def tagged(sentences: Iterable[tuple[list[Token], list[list[str]]]], language: str) -> list[Found]:
    """The names in sentences whose features are known."""
    tagger, _ = _tagger(language)
    least = LEAST.get(language, 0.0)
    out: list[Found] = []
    for piece, rows in sentences:
        tagger.set(rows)
        labels = tagger.tag()
        if least:
            sure = {n for n, label in enumerate(labels) if tagger.marginal(label, n) >= least}
            labels = [label if n in sure else "O" for n, label in enumerate(labels)]
        out.extend(_spans(piece, labels, language))
    return out


def _spans(found: list[Token], labels: list[str], language: str) -> list[Found]:
    """Runs of B-, I- labels as spans."""
    out: list[Found] = []
    first = -1
    for at in range(len(found) + 1):
        label = labels[at] if at < len(found) else "O"
        goes_on = first >= 0 and label == "I" + labels[first][1:]
        if first >= 0 and not goes_on:
            first += _head(found[first:at], labels[first][2:], language)
            kind = labels[at - 1][2:]
            start = found[first].start + _cut(found[first:at], kind, language)
            out.append((start, found[at - 1].stop, kind))
            first = -1
        if label != "O" and not goes_on:
            first = at
            labels[at] = "B" + label[1:]
    return out


def _head(name: list[Token], kind: str, language: str) -> int:
    """How many words before the name itself only say what it is; North Africa is a place of its own."""
    heads = HEADS.get((language, kind))
    if not heads or len(name) < 2 or not any(f in heads for f in _folded(name[0].text, language)):
        return 0
    whole = tuple(stem(t.text, language) for t in name)
    return int(kind == "ORG" or whole not in names_of(language))


def _folded(word: str, language: str) -> tuple[str, ...]:
    return (word, *forms(word, language))


def _cut(name: list[Token], kind: str, language: str) -> int:
    """How many letters of a name's first word stand before it: a listed name is known without them."""
    if language in ("ar", "he") and len(name) > 1:
        known, rest = names_of(language), tuple(stem(t.text, language) for t in name[1:])
        if (stem(name[0].text, language), *rest) in known:
            return 0
        for form in forms(name[0].text, language)[1:]:
            if (form, *rest) in known:
                return _before(name[0].text, len(name[0].text) - len(form), language)
    return prefix(name[0].text, kind, language)


def prefix(word: str, kind: str, language: str) -> int:
    """How many letters of the word stand before the name that it holds.

    >>> prefix("לישראל", "LOC", "he"), prefix("لبنان", "LOC", "ar"), prefix("ببيروت", "LOC", "ar")
    (1, 0, 1)
    """
    if language not in ("ar", "he") or signs(word, language).lists[-1:] not in ("", "'"):
        return 0
    known = lists(language)
    for form in forms(word, language)[1:]:
        if known.get(form, "").strip("CFKSUWXZ"):
            return _before(word, len(word) - len(form), language)
    if language == "ar":
        return 1 if word[1:3] == "ال" and word[0] in "وفبكل" else 0
    for letters in UNKNOWN_PREFIX.get(kind, ()):
        if word.startswith(letters) and len(word) - len(letters) >= KEPT:
            return len(letters)
    return 0


def _before(word: str, size: int, language: str) -> int:
    """The article belongs to the name: in Arabic, where لل hides one, and in Hebrew."""
    if language == "he" and word[size - 1 : size] == "ה":
        return size - 1
    if language == "ar" and word[max(0, size - 2) : size] == "ال":
        return size - 2
    return 0 if language == "ar" and word[:size].endswith("لل") else max(0, size)

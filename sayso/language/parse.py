"""How do the words of a text hang together, where the language has a parser (en, ru)?"""

from collections.abc import Sequence
from typing import Generic, TypeVar

from sayso.language import english, russian
from sayso.language.sentences import sentences
from sayso.language.token import Sentence, Token

__all__ = ["PARSED", "Sentence", "Token", "open_page", "parse", "raw_names"]

PARSED = ("en", "ru")
Names = tuple[tuple[int, int, str], ...]
T = TypeVar("T")

# Texts kept, so that the readers of one article parse each line once.
KEPT = 4096
# Longer texts are parsed piece by piece (code points); lines of news are shorter.
PIECE = 20_000


class _Memo(Generic[T]):
    """Results by text, the oldest forgotten first; purely a matter of speed."""

    def __init__(self) -> None:
        self.kept: dict[str, T] = {}

    def get(self, text: str) -> T | None:
        return self.kept.get(text)

    def put(self, text: str, result: T) -> T:
        if len(self.kept) >= KEPT:
            del self.kept[next(iter(self.kept))]
        self.kept[text] = result
        return result


_english: _Memo[english.Analysis] = _Memo()
# The stretches of the page that is being read, parsed as one batch. The batch is the whole page and
# nothing else, so that no other text, engine or order can change a bit of what the model says.
_page: dict[str, english.Analysis] = {}
_russian: _Memo[tuple[Sentence, ...]] = _Memo()
_russian_names: _Memo[Names] = _Memo()


def parse(text: str, language: str) -> tuple[Sentence, ...]:
    """The parsed sentences; an empty tuple for a blank text or a language without a parser."""
    if not text.strip() or language not in PARSED:
        return ()
    if language == "en":
        return _read_english(text)[0]
    return _russian.get(text) or _russian.put(text, _whole_russian(text))


def open_page(stretches: Sequence[str], language: str) -> None:
    """Parse the stretches of one page together for `parse` and `raw_names` (English; a matter of speed)."""
    short = [t for t in dict.fromkeys(stretches) if t.strip() and len(t) <= PIECE]
    if language != "en" or list(_page) == short:
        return
    _page.clear()
    _page.update(zip(short, english.analyse(short), strict=True))


def raw_names(text: str, language: str) -> Names:
    """The model's own names, uncorrected: (start, stop, label). Empty without a model."""
    if not text.strip() or language not in PARSED:
        return ()
    if language == "en":
        return _read_english(text)[1]
    kept = _russian_names.get(text)
    return kept if kept is not None else _russian_names.put(text, _whole_russian_names(text))


def _read_english(text: str) -> english.Analysis:
    kept = _page.get(text) or _english.get(text)
    if kept is not None:
        return kept
    spans = _pieces(text, "en")
    found = list(english.analyse([text[a:b] for a, b in spans]))
    sents = tuple(_moved(s, a) for (a, _), (ss, _) in zip(spans, found, strict=True) for s in ss)
    names = tuple(
        (a + i, a + j, kind)
        for (a, _), (_, nn) in zip(spans, found, strict=True)
        for i, j, kind in nn
    )
    return _english.put(text, (sents, names))


def _whole_russian(text: str) -> tuple[Sentence, ...]:
    spans = _pieces(text, "ru")
    return tuple(_moved(s, a) for a, b in spans for s in russian.analyse(text[a:b]))


def _whole_russian_names(text: str) -> Names:
    spans = _pieces(text, "ru")
    return tuple((a + i, a + j, kind) for a, b in spans for i, j, kind in russian.names(text[a:b]))


def _pieces(text: str, language: str) -> Sequence[tuple[int, int]]:
    """The whole text, or runs of its sentences when it is too long; a giant sentence is cut hard."""
    if len(text) <= PIECE:
        return [(0, len(text))]
    out: list[tuple[int, int]] = []
    for start, stop in sentences(text, language):
        if out and stop - out[-1][0] <= PIECE:
            out[-1] = (out[-1][0], stop)
            continue
        out.extend((at, min(at + PIECE, stop)) for at in range(start, stop, PIECE))
    return out


def _moved(sentence: Sentence, by: int) -> Sentence:
    if not by:
        return sentence
    tokens = tuple(
        Token(t.start + by, t.stop + by, t.text, t.lemma, t.pos, t.dep, t.head, t.morph)
        for t in sentence.tokens
    )
    return Sentence(sentence.start + by, sentence.stop + by, tokens)

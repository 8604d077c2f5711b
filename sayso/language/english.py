"""What does the small English model see in a text?"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from sayso.language import weights
from sayso.language.sentences import sentences
from sayso.language.token import Sentence, Token

COLUMNS = ["IDX", "LENGTH", "POS", "DEP", "HEAD", "SENT_START", "LEMMA", "MORPH"]
SPACE = 103  # spaCy's number for the part of speech of white space
WRAP = 1 << 64  # heads come as offsets in unsigned numbers

Analysis = tuple[tuple[Sentence, ...], tuple[tuple[int, int, str], ...]]


@cache
def model() -> Any:
    """The spaCy pipeline, its files verified, loaded when first asked for."""
    import spacy

    return spacy.load(weights.english())


def analyse(texts: Iterable[str]) -> Iterator[Analysis]:
    """For each text its sentences of tokens, and the model's raw names (start, stop, its label)."""
    nlp = model()
    docs = (_with_sentences(nlp.make_doc(text)) for text in texts)
    for doc in nlp.pipe(docs, batch_size=64):
        names = tuple((e.start_char, e.end_char, e.label_) for e in doc.ents)
        yield tuple(_sentences(doc)), names


def _with_sentences(doc: Any) -> Any:
    """Our sentence ends bind the parser, so that all rooms see the same sentences."""
    starts = {a for a, _ in sentences(doc.text, "en")}
    for token in doc:
        token.is_sent_start = token.idx in starts
    return doc


def _sentences(doc: Any) -> Iterator[Sentence]:
    """One table of numbers read at once: many times faster than asking each spaCy token."""
    name = doc.vocab.strings
    kept: list[tuple[int, Any]] = []
    for n, row in enumerate(doc.to_array(COLUMNS).tolist()):
        if row[5] == 1 and kept:
            yield _sentence(kept, doc.text, name)
            kept = []
        if row[2] != SPACE:
            kept.append((n, row))
    if kept:
        yield _sentence(kept, doc.text, name)


def _sentence(rows: list[tuple[int, Any]], text: str, name: Any) -> Sentence:
    index = {n: at for at, (n, _) in enumerate(rows)}
    tokens = []
    for at, (n, (start, length, pos, dep, head, _, lemma, morph)) in enumerate(rows):
        above = head - WRAP if head >= WRAP // 2 else head
        tokens.append(
            Token(
                start,
                start + length,
                text[start : start + length],
                name[lemma],
                name[pos],
                name[dep],
                index.get(n + above, at),
                name[morph],
            )
        )
    return Sentence(tokens[0].start, tokens[-1].stop, tuple(tokens))

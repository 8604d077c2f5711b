"""What does the small English model see in a text?"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from sayso.language import weights
from sayso.language.sentences import sentences
from sayso.language.token import Sentence, Token

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
        yield tuple(_sentence(span) for span in doc.sents if str(span).strip()), names


def _with_sentences(doc: Any) -> Any:
    """Our sentence ends bind the parser, so that all rooms see the same sentences."""
    starts = {a for a, _ in sentences(doc.text, "en")}
    for token in doc:
        token.is_sent_start = token.idx in starts or token.i == 0
    return doc


def _sentence(span: Any) -> Sentence:
    words = [t for t in span if not t.is_space]
    index = {t.i: n for n, t in enumerate(words)}
    tokens = tuple(
        Token(
            start=t.idx,
            stop=t.idx + len(t.text),
            text=t.text,
            lemma=t.lemma_,
            pos=t.pos_,
            dep=t.dep_,
            head=index.get(t.head.i, n),
            morph=str(t.morph),
        )
        for n, t in enumerate(words)
    )
    return Sentence(tokens[0].start, tokens[-1].stop, tokens)

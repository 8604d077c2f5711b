"""What do the Russian news models (natasha's slovnet) see in a text?"""

from functools import cache
from typing import Any, NamedTuple

from sayso.language import weights
from sayso.language.morph import lemma
from sayso.language.sentences import sentences
from sayso.language.token import Sentence, Token


class Models(NamedTuple):
    """The three taggers over one table of word vectors."""

    morph: Any
    syntax: Any
    names: Any


@cache
def models() -> Models:
    """The models inside the natasha package, loaded when first asked for."""
    from navec import Navec  # type: ignore[import-untyped,unused-ignore]
    from slovnet import NER, Morph, Syntax

    at = weights.russian()
    vectors = Navec.load(at["navec"])
    return Models(
        Morph.load(at["morph"]).navec(vectors),
        Syntax.load(at["syntax"]).navec(vectors),
        NER.load(at["ner"]).navec(vectors),
    )


def analyse(text: str) -> tuple[Sentence, ...]:
    """The sentences of the text with parts of speech and Universal Dependencies."""
    from razdel import tokenize

    spans = sentences(text, "ru")
    pieces = [[(a + t.start, a + t.stop, t.text) for t in tokenize(text[a:b])] for a, b in spans]
    pieces = [piece for piece in pieces if piece]
    items = [[word for _, _, word in piece] for piece in pieces]
    if not items:
        return ()
    tagged = models().morph.map(items)
    parsed = models().syntax.map(items)
    return tuple(_sentence(*found) for found in zip(pieces, tagged, parsed, strict=True))


def _sentence(piece: list[tuple[int, int, str]], tagged: Any, parsed: Any) -> Sentence:
    tokens = []
    for n, (at, tag, link) in enumerate(zip(piece, tagged.tokens, parsed.tokens, strict=True)):
        features = "|".join(f"{k}={v}" for k, v in sorted(tag.feats.items()))
        head = int(link.head_id) - 1
        tokens.append(
            Token(
                start=at[0],
                stop=at[1],
                text=at[2],
                lemma=lemma(at[2], "ru", tag.pos, features),
                pos=tag.pos,
                dep=link.rel if head >= 0 else "root",
                head=head if 0 <= head < len(piece) else n,
                morph=features,
            )
        )
    return Sentence(tokens[0].start, tokens[-1].stop, tuple(tokens))


def names(text: str) -> tuple[tuple[int, int, str], ...]:
    """The model's names (start, stop, PER, ORG or LOC), sentence by sentence."""
    spans = sentences(text, "ru")
    if not spans:
        return ()
    found = models().names.map([text[a:b] for a, b in spans])
    return tuple(
        (a + name.start, a + name.stop, name.type)
        for (a, _), markup in zip(spans, found, strict=True)
        for name in markup.spans
    )

"""What does the article say in its own voice, on nobody else's say-so?"""

import re
from collections.abc import Iterator, Sequence

from sayso.language.parse import parse
from sayso.language.sentences import sentences
from sayso.language.token import Sentence
from sayso.lexicon.load import lexicon
from sayso.model.page import Page
from sayso.reading.speech import words_in
from sayso.reading.telling import Piece, Telling, joined, meets, tidy, without
from sayso.settings import LANGUAGES

LEAST = 4  # words of a sentence that can be a statement
LEFT_OVER = 8  # words that tellings must leave of a sentence for the rest to be one


def own_voice(page: Page, told: Sequence[Telling]) -> Iterator[tuple[Piece, ...]]:
    """The sentences, or large parts of them, that no telling covers and that hold a verb.

    None where the language is not one that is read: its sentences and verbs are not known.
    """
    if page.article.language not in LANGUAGES:
        return
    text = page.text
    reaches = [t.reach for t in told]
    covered = joined([*reaches, *(p for t in told for p in t.content)])
    for start, stop in page.prose():
        for a, b, verbal in _sentences(text[start:stop], page.article.language):
            a, b = a + start, b + start
            if not verbal or words_in(text, a, b) < LEAST:
                continue
            left = tidy(text, without((a, b), covered))
            least = LEFT_OVER if any(meets((a, b), c) for c in covered) else LEAST
            if page.article.language == "en":
                left = tidy(text, (_uncut(text, p) for p in left))
            kept = tuple(p for p in left if words_in(text, *p) >= LEAST)
            if sum(words_in(text, *p) for p in kept) >= least:
                yield kept


def _uncut(text: str, piece: Piece) -> Piece:
    """The piece without the "but" or "while" that led on to what somebody else tells."""
    found = TAIL.search(text[piece[0] : piece[1]])
    return (piece[0], piece[0] + found.start()) if found and found.start() else piece


def _says_nothing(sentence: Sentence) -> bool:
    """ "The company said on Monday", "The spokesman said so": somebody spoke, and nothing is told."""
    said = lexicon("en", "say_verbs").entries
    for i, t in enumerate(sentence.tokens):
        row = said.get((t.lemma or t.text).casefold())
        if t.head == i and t.pos == "VERB" and row and row[0] in ("say", "write"):
            kids = [k.dep for k in sentence.tokens if k.head == i and k is not t]
            return "s" in row[1].split(",") and not TOLD & set(kids)
    return False


# What hangs on a verb of telling when something is told, asked or done to somebody.
TOLD = frozenset({"ccomp", "xcomp", "dobj", "parataxis", "advcl", "conj", "auxpass", "acomp"})
TAIL = re.compile(r",?\s+(?:and|but|while|although|though|because|as|or|so)\s*$")


def _sentences(text: str, language: str) -> Iterator[tuple[int, int, bool]]:
    """Sentences and whether they hold a verb (taken for granted where there is no parser)."""
    parsed = parse(text, language)
    for s in parsed:
        verbal = any(t.pos in ("VERB", "AUX") for t in s.tokens)
        yield s.start, s.stop, verbal and not (language == "en" and _says_nothing(s))
    if not parsed:
        for a, b in sentences(text, language):
            yield a, b, True

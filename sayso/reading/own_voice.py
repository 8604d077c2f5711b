"""What does the article say in its own voice, on nobody else's say-so?"""

from collections.abc import Iterator, Sequence

from sayso.language.parse import parse
from sayso.language.sentences import sentences
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
            kept = tuple(p for p in left if words_in(text, *p) >= LEAST)
            if sum(words_in(text, *p) for p in kept) >= least:
                yield kept


def _sentences(text: str, language: str) -> Iterator[tuple[int, int, bool]]:
    """Sentences and whether they hold a verb (taken for granted where there is no parser)."""
    parsed = parse(text, language)
    for s in parsed:
        yield s.start, s.stop, any(t.pos in ("VERB", "AUX") for t in s.tokens)
    if not parsed:
        for a, b in sentences(text, language):
            yield a, b, True

"""What does a document say by a clause that hangs on it: "a letter according to which …"?"""

from collections.abc import Iterator, Sequence
from functools import cache

from sayso.language.sentences import sentences
from sayso.lexicon.load import lexicon
from sayso.reading.flat import WORD, key_of
from sayso.reading.phrases import phrases
from sayso.reading.telling import Telling, meets, tidy, trimmed

FAR = 8  # words between the noun of the document and the words that join
# Glued particles that a Hebrew or Arabic noun may carry.
ENDINGS = {"en": ("s",), "fa": ("ی", "‌ای")}
GLUED = {"ar": ("وال", "بال", "لل", "ال", "و", "ب", "ل"), "he": ("וה", "ה", "ב", "ל", "מ", "ו")}


def with_documents(text: str, language: str, told: Sequence[Telling]) -> tuple[Telling, ...]:
    """The tellings, with what documents say; those that took the joining words for something else go."""
    found = tuple(_documents(text, language))
    kept = [t for t in told if not any(_mistook(t, d) for d in found)]
    return (*kept, *found)


def _mistook(telling: Telling, document: Telling) -> bool:
    """Whether a telling took the words that join the document's clause for its verb, speaker or words."""
    joint = document.cue or (0, 0)
    near = (joint[0] - 1, joint[1])
    pieces = [p for p in (telling.cue, telling.holder) if p]
    pieces += [(a, a + 1) for a, _ in telling.content[:1]]
    return any(meets(near, p) for p in pieces)


def _documents(text: str, language: str) -> Iterator[Telling]:
    """A document, and the rest of its sentence as its words."""
    for start, stop in sentences(text, language):
        for a, b, kind in phrases(text, language, "whereby", start, stop):
            holder = _document(text, language, start, a)
            content = tidy(text, [(b, stop)])
            if holder is not None and content:
                yield Telling("document whereby", kind, content, holder, trimmed(text, a, b))


def _document(text: str, language: str, start: int, at: int) -> tuple[int, int] | None:
    """The nearest noun for a document before this place, with what stands between (in Persian a verb)."""
    found = list(WORD.finditer(text, start, at))
    for word in reversed(found[-FAR:]):
        if _is_document(key_of(word[0], language), language):
            return trimmed(text, word.start(), word.end() if language == "fa" else at)
    return None


@cache
def _papers(language: str) -> frozenset[str]:
    """Nouns for a document, as they are looked up."""
    rows = lexicon(language, "anonymous").entries.items()
    return frozenset(key_of(word, language) for word, row in rows if row[0] == "document")


def _is_document(word: str, language: str) -> bool:
    bare = [word, *(word[len(g) :] for g in GLUED.get(language, ()) if word.startswith(g))]
    bare += [word.removesuffix(end) for end in ENDINGS.get(language, ())]
    return any(b in _papers(language) for b in bare)

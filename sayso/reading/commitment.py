"""How firmly does a teller commit to a claim: act, negation, modality, hedges?"""

import re
from collections.abc import Sequence

from sayso.language.morph import parses
from sayso.lexicon.load import lexicon, words
from sayso.reading.phrases import phrases
from sayso.reading.speech import words_in
from sayso.reading.telling import Piece, Telling

ACT_OF = {
    "say": "assert",
    "write": "assert",
    "show": "assert",
    "believe": "believe",
    "want": "want",
    "promise": "promise",
    "order": "order",
    "ask": "ask",
    "deny": "deny",
    "confirm": "confirm",
    "refuse": "refuse to confirm",
    "suppose": "suppose",
}
STATEMENT_FIRST = re.compile(r"\w{3}[.!]\s")
FIRST_CLAUSE = 14  # words within which the main verb's negation is looked for


# "asks the public not to spread rumours": somebody is asked to do something, not about something.
REQUEST = re.compile(
    r"(?!(?:if|whether|who|what|where|when|why|how)\b)(?:\S+ ){0,5}?(?:not )?to [a-z]+",
    re.IGNORECASE,
)


def act_of(telling: Telling, words: str) -> str:
    """The speech act of the innermost telling.

    Who will not confirm, will not say or does not deny refuses to confirm; who declines to do
    something else wants not to.
    """
    act = ACT_OF[telling.kind]
    if asks(words) and act == "assert":
        return "ask"
    if act == "ask" and REQUEST.match(words) and not asks(words):
        return "order"
    if telling.negated and act in ("assert", "confirm", "deny"):
        return "refuse to confirm"
    if telling.kind == "refuse" and not _about_speaking(words):
        return "want"
    return act


def asks(words: str) -> bool:
    """Whether the words are a question, and not a statement with a question after it."""
    bare = words.rstrip("”»\"' ")
    return bare.endswith(("?", "؟")) and not STATEMENT_FIRST.search(bare)


def _about_speaking(words: str) -> bool:
    known = lexicon("en", "say_verbs").entries
    parts = words.casefold().split()[:4]
    return any(p.strip(".,") in known for p in parts) or not parts or parts[0] != "to"


def negated(text: str, language: str, content: Sequence[Piece], telling: Telling | None) -> bool:
    """Whether the main statement of the content is denied in its own words, or its holder rejects it."""
    if telling is not None and telling.negated and telling.kind in ("believe", "want", "suppose"):
        return True
    if telling is not None and telling.kind == "deny" and not telling.negated:
        return True
    if (
        telling is not None
        and telling.kind == "refuse"
        and act_of(telling, text[content[0][0] : content[0][1]]) == "want"
    ):
        return True
    for start, stop in content[:1]:
        counted = [(x, y) for x, y, _ in phrases(text, language, "comparators", start, stop)]
        for a, _, scope in phrases(text, language, "negations", start, stop):
            if any(x <= a < y for x, y in counted):
                continue  # "not fewer than 31" says how many, and denies nothing
            if words_in(text, start, a) <= FIRST_CLAUSE and not _later_clause(text, start, a):
                if language == "en" or not _beside_the_point(text, language, (start, stop), a):
                    return scope != "double"
    return False


CONTRAST = re.compile(r"^[^.,;!?،؛]{2,60}[,،] ?(?:а|але|אלא|بل|بلکه) ")
EXCEPT = re.compile(r"^(?:\S+\s+){1,7}?(?:سوى|إلا|אלא)(?!\w)|^(?!ن\w\w)\w+[,،]")
SUBORDINATE = re.compile(
    r"(?:\w+\s+){2}\w+[,،]|(?<!\w)(?:что|чтобы|що|щоб|که|כי|أن|إن|بأن|إذا|اگر|если|якщо|אם)(?!\w)"
)
INFINITIVE = re.compile(r"^\w+\s+\w+(?:ти|ть|тись|ться|тися|чь)(?!\w)")


def _beside_the_point(text: str, language: str, piece: Piece, at: int) -> bool:
    """A "not" of a side clause, of an infinitive under another verb, or set against "but"."""
    start, stop = piece
    rest = text[at:stop]
    if SUBORDINATE.search(text, start, at) or CONTRAST.match(rest) or EXCEPT.match(rest):
        return True
    return words_in(text, start, at) > 1 and bool(INFINITIVE.match(rest))


def _later_clause(text: str, start: int, at: int) -> bool:
    """Whether a comma or a stop with a whole clause before it stands between."""
    between = text[start:at]
    cut = max(between.rfind(c) for c in ",;:.!?،؛")
    return cut > 0 and words_in(between, 0, cut) >= 4


# Forms that are always of the future: Arabic sa-, Ukrainian -time; and those that Russian may have.
TO_COME = {
    "ar": re.compile(r"و?س[يتن]\w{2,}"),
    "uk": re.compile(r"\w{2,}ти(?:ме|муть|мемо)(?:ться)?"),
    "ru": re.compile(r"\w+(?:[её]т|ит|[уюая]т)(?:ся)?"),
}


def _to_come(told: str, language: str) -> bool:
    """Whether the first verb that shows its tense by its form alone is in the future."""
    form = TO_COME.get(language)
    if form is None:
        return False
    kept = words("ar", "not_future") if language == "ar" else frozenset()
    for word in told.split()[:FIRST_CLAUSE]:
        bare = word.strip('.,;:!?«»"“”()').casefold()
        if not form.fullmatch(bare) or bare in kept:
            continue
        if language != "ru":
            return True
        tags = [p.tag for p in parses(bare, "ru")[:1]]
        if any("VERB" in t for t in tags):
            return any("futr" in t for t in tags)
    return False


def modality_of(text: str, language: str, content: Sequence[Piece], act: str) -> str:
    """`asked`, `planned`, `conditional`, `possible` or `actual`, from act and modal words."""
    if act == "ask":
        return "asked"
    if act in ("want", "promise", "order"):
        return "planned"
    start, stop = content[0]
    found = [
        kind
        for a, _, kind in phrases(text, language, "modality", start, stop)
        if words_in(text, start, a) <= FIRST_CLAUSE
    ]
    for kind in ("conditional", "possible", "planned"):
        if kind in found:
            return kind
    if _to_come(text[start:stop], language):
        return "planned"
    return "possible" if act == "suppose" else "actual"


def hedges_in(text: str, language: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The words that weaken a statement in these pieces, numbers' "about" left aside."""
    return tuple(
        (a, b)
        for start, stop in pieces
        for a, b, kind in phrases(text, language, "hedges", start, stop)
        if kind in ("doubt", "reportative")
    )

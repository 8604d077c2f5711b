"""Who tells what where no parse is used: word lists and word order for ru uk ar fa he."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sayso.language.parse import parse
from sayso.language.sentences import sentences
from sayso.lexicon.load import lexicon
from sayso.reading.cues_ar import tellings_ar
from sayso.reading.cues_fa import tellings_fa
from sayso.reading.cues_ru import tellings_ru
from sayso.reading.cues_svo import tellings_svo
from sayso.reading.flat import is_long, lines
from sayso.reading.phrases import phrases
from sayso.reading.quotes import quotations
from sayso.reading.telling import Piece, Telling, tidy, trimmed

THAT = {
    "ru": re.compile(r",?\s*(?:о том,\s*)?(?<!\w)(?:что|чтобы|будто)(?!\w)\s*"),
    "uk": re.compile(r",?\s*(?:про те,\s*)?(?<!\w)(?:що|щоб|ніби)(?!\w)\s*"),
    "ar": re.compile(
        r"\s*(?<!\w)(?:[بل]?أن|[بل]?أنّ|إن|إنّ|[بل]?أنه[ام]?|[بل]?أنها|[بل]?أنهم|إنه|إنها|إنهم|بأن|ان)(?!\w)\s*"
    ),
    "fa": re.compile(r"\s*(?<!\w)که(?!\w)\s*"),
    "he": re.compile(r",?\s*(?:(?<!\w)כי(?!\w)\s*|(?<!\w)ש(?=[א-ת]{2}))"),
}
READERS = {"ar": tellings_ar, "fa": tellings_fa, "he": tellings_svo, "uk": tellings_svo}
WORD = re.compile(r"[\w'’ʼ\u200c\"״-]*\w")
OPEN = '«“„"״'
CLOSE = '»”"״“'
INVERTING = ("ru", "uk")
FEWEST = 3  # words of a statement that stands before its verb of telling
LONGEST = 14  # words that the holder between a verb and its "that" may have
NOUN_STOPS = ',;:،؛—–.!?»”«“"\n'
# words after which a holder before its verb begins
LEAD = re.compile(r"(?:^|[,،;؛—–:.]\s+|\s(?:но|а|и|але|та|й|و|و اما|اما|אבל|אך)\s)(?=\S)")


@cache
def _verbs(language: str) -> dict[str, str]:
    return {w: row[0] for w, row in lexicon(language, "say_verbs").entries.items()}


def tellings_flat(text: str, language: str) -> Iterator[Telling]:
    """Every attribution that cue words and word order show, sentence by sentence."""
    if language not in THAT:
        return
    if language == "ru" or language in READERS:
        yield from _with_dialogue(text, list(_read(text, language)))
        return
    for start, stop in sentences(text, language):
        yield from _by_preposition(text, language, start, stop)
        for a, b, kind in _cues(text, language, start, stop):
            found = _by_verb(text, language, (start, stop), (a, b, kind))
            if found is not None:
                yield found


def _read(text: str, language: str) -> Iterator[Telling]:
    """The tellings of a stretch by the reader of its language."""
    quotes = quotations(text, [(0, len(text))])
    if language == "ru":
        quoted = [(q.start, q.stop) for q in quotes if is_long(text, q)]
        yield from tellings_ru(text, parse(text, "ru"), quoted)
        return
    speaker: Piece | None = None
    for line in lines(text, language, quotes):
        found = list(READERS[language](replace(line, speaker=speaker)))
        yield from found
        spoke = [t.holder for t in found if t.holder]
        speaker = spoke[-1] if spoke else speaker


def _with_dialogue(text: str, found: list[Telling]) -> list[Telling]:
    """A line of dialogue goes on behind the author's words: "— A, — said X. — B"."""
    opening = DIALOGUE.match(text)
    first = min((t for t in found if t.cue), key=lambda t: t.cue or (0, 0), default=None)
    if opening is None or first is None or first.cue is None:
        return found
    between = text[opening.end() : first.cue[0]]
    rest = GOES_ON.search(text, first.cue[1])
    if rest is None or len(between.split()) > 2:
        return found
    told = tidy(text, [(0, opening.end()), (rest.end(), len(text))])
    return [replace(t, content=told) if t is first else t for t in found]


DIALOGUE = re.compile(r"[—–-]\s[^—–]*?[,.!?…]\s[—–-]\s")
GOES_ON = re.compile(r"[.,]\s[—–-]\s")


def _cues(text: str, language: str, start: int, stop: int) -> Iterator[tuple[int, int, str]]:
    """The verbs of telling of a sentence; prefixed particles are looked through."""
    known = _verbs(language)
    words = [(m.start(), m.end(), m[0].casefold()) for m in WORD.finditer(text, start, stop)]
    skip = 0
    for n, (a, _, _) in enumerate(words):
        if n < skip:
            continue
        for size in (3, 2, 1):
            joined = " ".join(w for _, _, w in words[n : n + size])
            kind = known.get(joined) or _without_prefix(joined, language, known)
            if kind and n + size <= len(words):
                skip = n + size
                yield a, words[n + size - 1][1], kind
                break


def _without_prefix(word: str, language: str, known: dict[str, str]) -> str | None:
    """Arabic wa- and fa-, Hebrew ve- and she- stand glued to the verb."""
    prefixes = {"ar": "وف", "he": "וש"}.get(language, "")
    return known.get(word[1:]) if word[:1] in prefixes and word else None


def _by_verb(text: str, language: str, at: Piece, cue: tuple[int, int, str]) -> Telling | None:
    """The clause after "that", or a quotation beside the verb (which is attached later)."""
    stop = at[1]
    a, b, kind = cue
    that = THAT[language].search(text, b, stop)
    between = text[b : that.start()] if that else ""
    negated = _negated(text, language, a, b)
    if that and not _broken(between) and len(between.split()) <= LONGEST:
        content = tidy(text, [(that.end(), _end(text, that.end(), stop))])
        after = trimmed(text, b, that.start()) if between.strip() else None
        holder = _holder(text, language, at, (a, b), after)
        if content and holder:
            return Telling("that clause", kind, content, holder, (a, b), None, None, negated)
    return _beside(text, language, at, (a, b), kind)


def _beside(text: str, language: str, at: Piece, cue: Piece, kind: str) -> Telling | None:
    """An open telling: its quotation stands before or after, the holder on the other side of the verb."""
    before = text[at[0] : cue[0]].rstrip()
    stop = next((i for i in range(cue[1], at[1]) if text[i] in NOUN_STOPS), at[1])
    after = trimmed(text, cue[1], stop) if text[cue[1] : stop].strip() else None
    closes = bool(re.search(r"[»”\"״“!?…,]\s*[,.]?\s*[—–-]?\s*$", before)) or before.endswith(
        ("—", "–")
    )
    said = re.search(r"[,!?…»”\"]\s*[—–-]\s*$", text[at[0] : cue[0]])
    if said and after:
        words = tidy(text, [(at[0], at[0] + said.start() + 1)])
        quoted = any(c in OPEN + CLOSE for c in text[at[0] : cue[0]])
        return Telling("said after a dash", kind, () if quoted else words, after, cue)
    inverted = _inverted(text, language, at, cue, after)
    if inverted is not None:
        return Telling("said after a comma", kind, *inverted, cue)
    holder = after if closes and after else _holder(text, language, at, cue, after)
    if holder is None:
        return None
    return Telling("beside a quotation", kind, (), holder, cue)


def _inverted(
    text: str, language: str, at: Piece, cue: Piece, after: Piece | None
) -> tuple[tuple[Piece, ...], Piece] | None:
    """Russian and Ukrainian news order: the statement, a comma, the verb, then who said it."""
    before = text[at[0] : cue[0]].rstrip()
    if language not in INVERTING or after is None or not before.endswith(","):
        return None
    content = tidy(text, [(at[0], at[0] + len(before) - 1)])
    holder = _speaker_in(text, language, after)
    if not content or holder is None or len(before.split()) < FEWEST or before[-2:-1] in CLOSE:
        return None
    return content, holder


def _speaker_in(text: str, language: str, piece: Piece) -> Piece | None:
    """From the first word that is a person, a body or a title on; else from the first capital."""
    kinds = {w: row[0] for w, row in lexicon(language, "anonymous").entries.items()}
    titles = lexicon(language, "titles").entries
    found = list(WORD.finditer(text, *piece))
    for match in found:
        word = match[0].casefold()
        if word in titles or kinds.get(word) in ("person", "institution"):
            return match.start(), piece[1]
    start = next((m.start() for m in found if m[0][0].isupper()), None)
    return (start, piece[1]) if start is not None else None


def _holder(text: str, language: str, at: Piece, cue: Piece, after: Piece | None) -> Piece | None:
    """The noun phrase beside the verb: in Arabic after it, else before it, else after it."""
    before = _phrase_before(text, language, at[0], cue[0])
    if language == "ar":
        return after or before
    if language in ("uk", "ru", "he") and before is None:
        return after
    return before


def _phrase_before(text: str, language: str, start: int, stop: int) -> Piece | None:
    """The last clause-initial stretch before the verb, without leading time words."""
    begin = start
    for m in LEAD.finditer(text, start, stop):
        if m.end() < stop:
            begin = max(begin, m.end())
    piece = trimmed(text, begin, stop) if text[begin:stop].strip() else None
    if piece is None or len(text[piece[0] : piece[1]].split()) > LONGEST:
        return None
    return _without_lead(text, language, piece)


def _without_lead(text: str, language: str, piece: Piece) -> Piece | None:
    """The phrase without time words, adverbs and auxiliaries at its edges."""
    words = [(m.start(), m.end(), m[0].casefold()) for m in WORD.finditer(text, *piece)]
    edge = {*lexicon(language, "time_words").entries, *lexicon(language, "weekdays").entries, *EDGE}
    while words and words[0][2] in edge:
        words.pop(0)
    while words and words[-1][2] in edge:
        words.pop()
    return (words[0][0], words[-1][1]) if words else None


EDGE = frozenset(
    [
        "также",
        "тоже",
        "уже",
        "ранее",
        "позже",
        "затем",
        "при",
        "этом",
        "потом",
        "не",
        "также",
        "ещё",
        "еще",
        "однако",
        "так",
        "вот",
        "в",
        "у",
        "також",
        "теж",
        "вже",
        "раніше",
        "пізніше",
        "потім",
        "водночас",
        "при",
        "цьому",
        "ще",
        "однак",
        "проте",
        "не",
        "це",
        "قد",
        "كما",
        "لقد",
        "وقد",
        "فيما",
        "بينما",
        "نیز",
        "همچنین",
        "پیشتر",
        "پیش\u200cتر",
        "را",
        "این",
        "در",
        "همچنین",
        "این\u200cباره",
        "גם",
        "עוד",
        "כבר",
        "אתמול",
        "היום",
        "אמש",
        "בתגובה",
        "לא",
        "וכי",
    ]
)


def _negated(text: str, language: str, a: int, b: int) -> bool:
    near = text[max(0, a - 6) : a].split()
    return bool(near) and near[-1] in ("не", "ні", "لم", "لا", "لن", "לא")


def _broken(between: str) -> bool:
    return any(c in between for c in ".!?:;؟؛«»“”\n")


def _end(text: str, start: int, stop: int) -> int:
    """Where the reported clause ends: at the sentence's end, or before ", … said" after a dash."""
    tail = re.compile(r",\s*[—–]\s").search(text, start, stop)
    return tail.start() if tail else stop


def _by_preposition(text: str, language: str, start: int, stop: int) -> Iterator[Telling]:
    """ "according to X": holder up to the next mark, the rest of the sentence is on X's say-so."""
    taken = start
    for a, b, kind in _prepositions(text, language, start, stop):
        if a < taken:
            continue
        end = next(
            (i for i in range(b, stop) if text[i] in ",،;؛.!?—–:»«" or text[i] == "\n"), stop
        )
        holder = trimmed(text, b, end) if text[b:end].strip() else None
        if holder is None:
            continue
        if len(text[holder[0] : holder[1]].split()) > 8:
            holder = _shortened(text, holder)
            end = holder[1]
        taken = end
        content = tidy(text, [(start, a), (end, stop)])
        if content:
            cue = trimmed(text, a, b)
            yield Telling("source preposition", kind, content, holder, cue)


def _prepositions(
    text: str, language: str, start: int, stop: int
) -> Iterator[tuple[int, int, str]]:
    if language == "ar":
        for m in re.compile(r"(?<!\w)و?(?:وفقا|وفقاً|طبقا|تبعا) ل").finditer(text, start, stop):
            yield m.start(), m.end(), "say"
    yield from phrases(text, language, "source_preps", start, stop)


def _shortened(text: str, holder: Piece) -> Piece:
    """The first eight words of an overlong holder."""
    words = list(WORD.finditer(text, *holder))[:4]
    return words[0].start(), words[-1].end()

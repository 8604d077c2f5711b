"""Who tells what in Persian, where the verb follows its speaker and the words follow "که"?"""

from collections.abc import Iterator

from sayso.lexicon.load import lexicon
from sayso.reading.flat import Cue, Line, class_of, cues, order_words
from sayso.reading.phrases import phrases
from sayso.reading.telling import Piece, Telling, tidy, trimmed

THAT = "که"
LONGEST = 9  # words of a speaker
LATE = 5  # words of a speaker behind what is said
SHORTEST = 4  # words of a statement that stands before its verb


def tellings_fa(line: Line) -> Iterator[Telling]:
    """Every attribution that Persian cue words and word order show in a line."""
    found = [c for c in cues(line) if not (c.first and _noun_of_saying(line, c))]
    found = [c for n, c in enumerate(found) if not _in_relative(line, found, n)]
    sources = list(_sources(line))
    taken: list[Piece] = []
    speaker: Piece | None = None
    for n, cue in enumerate(found):
        after = found[n + 1] if n + 1 < len(found) else None
        begin = _clause(line, cue, found[n - 1] if n else None)
        for a, _, _, who in sources:
            if line.index(a) <= begin and who[1] <= cue.start:
                begin = max(begin, line.index(who[1]))
        holder = _subject(line, begin, cue, speaker)
        telling = _by_verb(line, cue, (begin, holder), after)
        if telling is None:
            continue
        speaker = telling.holder
        through = _through(line, begin, cue)
        if through is not None and telling.content:
            at, who = through
            taken.append((at[0], who[1]))
            yield _passed_on(telling, at, who)
        else:
            yield telling
        yield from _saying_that(line, begin, cue, telling.holder)
    yield from _by_preposition(line, sources, found, taken)


def _noun_of_saying(line: Line, cue: Cue) -> bool:
    """ "گفته" after a preposition is a noun, not a verb."""
    bare = line.words[cue.after - 1].key.endswith("ه") and cue.after == cue.first + 1
    return bare and line.words[cue.first - 1].key in order_words("fa", "preposition")


def _in_relative(line: Line, found: list[Cue], n: int) -> bool:
    """ "X, who asked …, said": a verb between "که" and the comma before the next verb of telling."""
    cue = found[n]
    begin = found[n - 1].after if n else 0
    keys = line.keys(begin, cue.first)
    if n + 1 == len(found) or THAT not in keys or keys[:1] == [THAT]:
        return False
    later = range(cue.after + 1, found[n + 1].first)
    return any("،" in line.gap(i) for i in later) and line.keys(cue.after, cue.after + 1) != [THAT]


def _clause(line: Line, cue: Cue, earlier: Cue | None) -> int:
    """The first word of the clause that a verb ends."""
    begin = 0
    for i in range(cue.first, 0, -1):
        mark = line.gap(i)
        cut = any(c in mark for c in "؛:.!?؟") or line.quote_ends(i)
        if cut or ("،" in mark and line.keys(i, i + 1)[0] in ("اما", "ولی", "درحالی‌که")):
            begin = i
            break
    if earlier is not None and earlier.after > begin:
        begin = earlier.after
        if begin < cue.first and line.keys(begin, begin + 1) == [THAT]:
            begin += 1
    return _past_leads(line, begin, cue.first)


def _past_leads(line: Line, begin: int, stop: int) -> int:
    """The clause without "however", "meanwhile" and days at its head."""
    moved = True
    while moved and begin < stop:
        moved = False
        for lead in sorted(order_words("fa", "opening")):
            size = len(lead.split())
            if " ".join(line.keys(begin, begin + size)) == lead:
                begin, moved = begin + size, True
        if begin < stop and line.words[begin].key in order_words("fa", "lead"):
            begin, moved = begin + 1, True
    return begin


def _subject(line: Line, begin: int, cue: Cue, speaker: Piece | None) -> Piece | None:
    """The speaker before the verb; one who said something just before when "and" joins the verbs."""
    joined = cue.first > 0 and line.words[cue.first - 1].key == "و"
    if begin >= cue.first or (joined and speaker is not None):
        return speaker
    if line.words[begin].key in order_words("fa", "preposition"):
        return speaker
    return line.piece(begin, _noun_phrase(line, begin, cue.first, cue))


def _noun_phrase(line: Line, begin: int, stop: int, cue: Cue) -> int:
    """Where the speaker's name ends: before a preposition, an object, an adverb or a lone comma."""
    nouns = lexicon("fa", "say_nouns").entries if cue.frames & {"o", "a"} else {}
    for i in range(begin, min(stop, begin + LONGEST + 6)):
        key = line.words[i].key
        if i > begin and "،" in line.gap(i):
            closing = _closing_comma(line, i, stop)
            if closing is None:
                return i
            return closing
        if key == THAT:
            closing = _closing_comma(line, i, stop)
            return closing if closing is not None else i
        if i == begin:
            continue
        if key in nouns or (
            key in order_words("fa", "stop") and not _goes_on(line.words[i - 1].key, key)
        ):
            return i
    return min(stop, begin + LONGEST + 6)


def _goes_on(before: str, key: str) -> bool:
    return (key == "از" and before in order_words("fa", "partitive")) or (
        key == "به" and before in order_words("fa", "bound")
    )


def _closing_comma(line: Line, i: int, stop: int) -> int | None:
    """Where an apposition or a relative clause that begins here ends: at its comma, or the verb."""
    if line.words[i].key in order_words("fa", "stop") or line.words[i].key in ("و", "چون"):
        return None
    for k in range(i + 1, min(stop, i + 14) + 1):
        if k == stop or "،" in line.gap(k):
            inner = line.keys(i, k)
            cut = next(
                (n for n, w in enumerate(inner) if n and w in order_words("fa", "stop")), None
            )
            return k if k < stop or cut is None else i + cut
    return None


def _by_verb(
    line: Line, cue: Cue, head: tuple[int, Piece | None], after: Cue | None
) -> Telling | None:
    """What follows the verb; else what stands between speaker and verb; else a quotation near it."""
    begin, holder = head
    negated = "neg" in cue.frames
    if "doc" in cue.frames:
        holder = _document(line, begin, cue) or holder
    told = _anaphor(line, begin) or _following(line, cue, after)
    rule = "clause after the verb"
    late = _stated_before(line, begin, cue) if not told and "s" in cue.frames else None
    if late is not None:
        (told, holder), rule = late, "after what was said"
    elif cue.frames & {"o", "a"} and (not told or cue.frames.isdisjoint("s")):
        told = _object(line, begin, cue, holder) or (told or _heavy(line, cue, after))
        rule = "called" if "a" in cue.frames else "object"
    if holder is None or _is_object(line, begin, cue, holder):
        return None
    if not told and "s" in cue.frames:
        told = _before(line, begin)
        rule = "said of what stands before"
    if not told and not _quote_near(line, cue):
        return None
    said = " ".join(line.text[a:b] for a, b in told)
    kind = class_of(cue.kind, rule, said, "fa")
    return Telling(rule, kind, told, holder, cue.at, _medium(line, begin, cue), None, negated)


def _medium(line: Line, begin: int, cue: Cue) -> Piece | None:
    """ "به خبرنگاران", "در گفت‌وگو با X" between speaker and verb."""
    known = lexicon("fa", "media_words").entries
    for i in range(begin + 1, cue.first):
        if line.words[i].key in known and line.words[i - 1].key in ("به", "در", "با"):
            end = next((k for k in range(i + 1, cue.first) if line.gap(k).strip()), cue.first)
            return line.piece(i, end)
    return None


def _is_object(line: Line, begin: int, cue: Cue, holder: Piece) -> bool:
    return line.text[holder[0] : holder[1]].split()[-1] == "را"


def _quote_near(line: Line, cue: Cue) -> bool:
    return line.near_quote(cue.stop, back=False) or any(
        b <= cue.start and cue.start - b < 80 for _, b in line.quoted
    )


def _following(line: Line, cue: Cue, after: Cue | None) -> tuple[Piece, ...]:
    """The clause after "که", a colon, or the bare verb; to the sentence's end or the next speaker."""
    if "s" not in cue.frames or line.near_quote(cue.stop, back=False):
        return ()
    i = cue.after
    if i < len(line.words) and any(c in line.gap(i) for c in "؛.!?؟»"):
        return ()
    if i < len(line.words) and line.words[i].key == THAT:
        i += 1
    elif i < len(line.words) and "،" in line.gap(i):
        return ()
    end = _content_end(line, i, after)
    piece = line.piece(i, end)
    stop = line.stop if end == len(line.words) else None
    if piece is None:
        return ()
    return tidy(line.text, [(piece[0], stop or piece[1])])


def _content_end(line: Line, begin: int, after: Cue | None) -> int:
    """The word at which told words end: a semicolon, "but", or a further verb of the same speaker."""
    for i in range(begin + 1, len(line.words)):
        mark, key = line.gap(i), line.words[i].key
        if "؛" in mark or ("،" in mark and key in ("اما", "ولی")):
            return i
        joined = key == "و" and after is not None and "neg" not in after.frames
        if joined and after is not None and i + 1 == after.first and "s" in after.frames:
            return i
        if joined and after is not None and after.kind == "order" and i + 1 == after.first:
            return i
    return len(line.words)


def _object(line: Line, begin: int, cue: Cue, holder: Piece | None) -> tuple[Piece, ...]:
    """What stands between the speaker and the verb."""
    start = line.index(holder[1]) if holder and holder[0] >= line.words[begin].start else begin
    while start < cue.first and line.words[start].key in order_words("fa", "lead") | {"هم"}:
        start += 1
    piece = line.piece(start, cue.first)
    return tidy(line.text, [piece]) if piece else ()


def _heavy(line: Line, cue: Cue, after: Cue | None) -> tuple[Piece, ...]:
    """The object of "خواستار … شد" and its like, which may follow the verb."""
    end = _content_end(line, cue.after, after)
    while end > cue.after + 1 and line.words[end - 1].key in ("شد", "شدند", "است", "شده", "بود"):
        end -= 1
    piece = line.piece(cue.after, end)
    return tidy(line.text, [piece]) if piece else ()


def _stated_before(line: Line, begin: int, cue: Cue) -> tuple[tuple[Piece, ...], Piece] | None:
    """ "…، این وزارتخانه اعلام کرد": the statement, a comma, a short speaker, and the verb at the end."""
    if cue.after < len(line.words) or line.near_quote(cue.stop, back=False):
        return None
    if line.keys(cue.first - 1, cue.first) == ["را"]:  # an object, no speaker
        return None
    at = next((i for i in range(cue.first - 1, begin, -1) if "،" in line.gap(i)), None)
    if at is None or cue.first - at > LATE or at - begin < SHORTEST:
        return None
    said, who = line.piece(begin, at), line.piece(at, cue.first)
    if said is None or who is None or line.words[at].key in order_words("fa", "preposition"):
        return None
    return tidy(line.text, [said]), who


def _before(line: Line, begin: int) -> tuple[Piece, ...]:
    """A statement closed by a semicolon in front of "this, X said"."""
    if begin < 3 or "؛" not in line.gap(begin):
        return ()
    piece = line.piece(0, begin)
    return tidy(line.text, [piece]) if piece else ()


def _anaphor(line: Line, begin: int) -> tuple[Piece, ...]:
    """ "این را X گفت": what stands before in the sentence, else the sentence before."""
    at = next((i for i in range(begin, 0, -1) if line.keys(i - 1, i) == ["این"]), 0)
    if not at or line.keys(begin - 1, begin) != ["را"] or begin - at > 2:
        return ()
    told = line.piece(0, at - 1) or line.before
    return tidy(line.text, [told]) if told else ()


def _document(line: Line, begin: int, cue: Cue) -> Piece | None:
    """The paper in "در بیانیهٔ X آمده است"."""
    keys = line.keys(begin, cue.first)
    at = begin + keys.index("در") + 1 if "در" in keys else begin
    return line.piece(at, cue.first)


def _phrase_at(line: Line, begin: int, stop: int, known: frozenset[str]) -> Piece | None:
    """The first of these phrases between two words, as word indices."""
    for i in range(begin, stop):
        for phrase in sorted(known, key=lambda p: (-len(p), p)):
            size = len(phrase.split())
            if " ".join(line.keys(i, i + size)) == phrase:
                return i, i + size
    return None


def _through(line: Line, begin: int, cue: Cue) -> tuple[Piece, Piece] | None:
    """ "به نقل از Y" between a speaker and the verb: the words and Y."""
    at = _phrase_at(line, begin + 1, cue.first, order_words("fa", "through"))
    if at is None:
        return None
    who = line.piece(at[1], min(cue.first, at[1] + LONGEST + 3))
    return ((line.words[at[0]].start, line.words[at[1] - 1].stop), who) if who else None


def _passed_on(telling: Telling, at: Piece, who: Piece) -> Telling:
    """The inner teller, with the one who passes it on outside."""
    return Telling("passed on", "say", telling.content, who, at, over=(telling,))


def _saying_that(line: Line, begin: int, cue: Cue, holder: Piece | None) -> Iterator[Telling]:
    """ "با بیان اینکه …،" before the main verb."""
    at = _phrase_at(line, begin, cue.first, order_words("fa", "saying"))
    if at is None or holder is None:
        return
    end = next((i for i in range(at[1] + 1, cue.first) if "،" in line.gap(i)), cue.first)
    piece = line.piece(at[1], end)
    if piece is not None:
        words = line.words[at[0] + 1].start, line.words[at[1] - 1].stop
        yield Telling("saying that", "say", (piece,), holder, words)


def _sources(line: Line) -> Iterator[tuple[int, int, str, Piece]]:
    """ "به گفتهٔ X": start and stop of the phrase, its class, and X."""
    past = line.start
    for a, b, kind in phrases(line.text, "fa", "source_preps", line.start, line.stop):
        begin = line.index(b)
        holder = line.piece(begin, _holder_end(line, begin))
        if a >= past and holder is not None and not any(s <= a < e for s, e in line.quoted):
            past = holder[1]
            yield a, b, kind, holder


def _by_preposition(
    line: Line,
    sources: list[tuple[int, int, str, Piece]],
    found: list[Cue],
    taken: list[Piece],
) -> Iterator[Telling]:
    """The rest of the clause is on X's say-so; a source right after a source stands inside it."""
    outer: Telling | None = None
    for a, b, kind, holder in sources:
        if any(s <= a < e for s, e in taken):
            continue
        scope = _scope(line, found, a)
        cue = trimmed(line.text, a, b)
        if outer is not None and outer.holder and not line.text[outer.holder[1] : a].strip():
            content = tidy(line.text, [(holder[1], line.stop)])
            outer = Telling("source phrase", kind, content, holder, cue, over=(outer,))
            continue
        if outer is not None:
            yield outer
        head = (line.start if scope is None else scope, a)
        content = tidy(line.text, [head, (holder[1], line.stop)])
        outer = Telling("source phrase", kind, content, holder, cue)
    if outer is not None and outer.content:
        yield outer


def _scope(line: Line, found: list[Cue], at: int) -> int | None:
    """Where the clause of a source phrase begins: after the last "که" or colon of a verb before it."""
    for cue in reversed(found):
        if cue.stop <= at:
            i = cue.after
            return line.words[i].stop if line.keys(i, i + 1) == [THAT] else cue.stop
    lead = _phrase_at(line, 0, line.index(at), frozenset(["این در حالی است که"]))
    return line.words[lead[1] - 1].stop if lead else None


def _holder_end(line: Line, begin: int) -> int:
    """Where the source's name ends: at a mark, or before a word that opens the clause."""
    if line.keys(begin, begin + 1) and line.words[begin].key in order_words("fa", "pronoun"):
        return begin + 1
    for i in range(begin + 1, min(len(line.words), begin + LONGEST + 1)):
        mark, key = line.gap(i), line.words[i].key
        if any(c in mark for c in "،؛:.!?؟»«"):
            return i
        if key in order_words("fa", "stop") | {THAT} and not _goes_on(line.words[i - 1].key, key):
            return i
    return min(len(line.words), begin + 2)

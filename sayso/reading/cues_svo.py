"""Who tells what in Ukrainian and Hebrew, where the speaker stands before the verb, or after what was said?"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from sayso.lexicon.load import lexicon
from sayso.reading.around_svo import Around, first_word, negated
from sayso.reading.flat import Line, class_of, cues, inserted, order_words
from sayso.reading.nouns_svo import by_noun, by_source, source_phrases
from sayso.reading.telling import Piece, Telling, tidy, trimmed

LONGEST = 14  # words between a verb and its "that"
SHORTEST = 3  # words of a statement that stands before its verb


def tellings_svo(line: Line) -> Iterator[Telling]:
    """Every attribution that cue words and word order show in a line."""
    found = [c for c in cues(line) if "only-neg" not in c.frames or negated(line, c)]
    sources = source_phrases(line)
    speaker: Piece | None = None
    told: list[Telling] = []
    citing: Telling | None = None
    for n, cue in enumerate(found):
        beside = found[n - 1] if n else None, found[n + 1] if n + 1 < len(found) else None
        reading = _Told(line, cue, beside, speaker, sources)
        telling = _by_verb(reading)
        if telling is None:
            citing = reading.citing() if "cite" in cue.frames else citing
            continue
        if citing is not None and telling.holder and telling.holder[0] > cue_stop(citing):
            over = (replace(citing, content=telling.content),)
            telling, citing = replace(telling, over=over), None
        told.append(telling)
        speaker = telling.holder or speaker
    yield from by_source(line, sources, told, [c.at for c in found])
    yield from by_noun(line)


def cue_stop(telling: Telling) -> int:
    """Where the verb of a telling ends."""
    return telling.cue[1] if telling.cue else 0


def _by_verb(reading: "_Told") -> Telling | None:
    """The first frame of the verb that the words around it fill."""
    line, cue = reading.line, reading.cue
    no = negated(line, cue) and "only-neg" not in cue.frames
    kind, frames = cue.kind, cue.frames
    if reading.relative():
        frames = frozenset({"that"}) if "s" in frames and kind != "want" else frozenset()
    key = line.words[cue.first].key
    if no and key in order_words(line.language, "deny-negated"):
        kind, no = "deny", False
    if "rules-out" in frames:
        kind, no = ("suppose" if no else "deny"), False
    if no and key in order_words(line.language, "silent-negated"):
        frames |= {"o"}
    if "cite" in frames:
        return reading.cited()
    for rule, read in (
        ("author's words in a quotation", reading.amid),
        ("after a quotation", reading.after_quotation),
        ("that clause", reading.that_clause),
        ("this was told", reading.anaphor),
        ("after what was said", reading.inverted),
        ("before what is said", reading.colon),
        ("called", partial(reading.object, "a")),
        ("infinitive", partial(reading.object, "i")),
        ("object", partial(reading.object, "o")),
    ):
        wanted = {"called": "a", "infinitive": "i", "object": "o"}.get(rule, "s")
        fits = wanted in frames or (wanted == "s" and "q" in frames)
        fits = fits or (rule == "that clause" and "that" in frames)
        hit = read() if fits else None
        if hit is None:
            continue
        content, holder = hit
        said = " ".join(line.text[a:b] for a, b in content)
        kind = class_of(kind, rule, said, line.language)
        at = reading.cue_words(), reading.medium()
        return Telling(rule, kind, content, holder, *at, None, no)
    return None


Hit = tuple[tuple[Piece, ...], Piece | None] | None


class _Told(Around):
    """What a verb of telling tells, by each of its frames."""

    def amid(self) -> Hit:
        """«A, — said X. — B»."""
        split = inserted(self.line.text, self.cue.at, self.line.quoted)
        if split:
            return split, self.following(self.cue.after, self.right) or self.speaker
        home = [self.line.home] if self.line.home else []
        split = inserted(self.line.text, self.cue.at, home)
        holder = self.following(self.cue.after, self.right)
        return (split, holder) if holder and len(split) > 1 else None

    def cited(self) -> Telling | None:
        """ "…", cites X the agency Y: Y passes on the words of X."""
        line, cue = self.line, self.cue
        hit = self.that_clause() or self.colon() or self.after_quotation()
        if hit is None or hit[1] is None:
            return None
        content, holder = hit
        heads = lexicon(line.language, "anonymous").entries
        passing = self.before()
        stop = next((i for i in range(cue.after, self.right) if "," in line.gap(i)), self.right)
        kinds = [heads.get(w.key, ("",))[0] for w in line.words[cue.after : stop]]
        bodies = [n for n, kind in enumerate(kinds) if n and kind in ("outlet", "institution")]
        outlets = [n for n in bodies if kinds[n] == "outlet"]
        split = next(iter([*outlets, *bodies]), None)
        if passing is None and split is not None:
            passing = line.piece(cue.after + split, stop)
            stop = cue.after + split
        whom = line.piece(cue.after, stop)
        if passing is None or whom is None:
            return Telling("cites", "say", content, holder, cue.at)
        over = Telling("cites", "say", content, passing, cue.at)
        return Telling("cited", "say", content, whom, cue.at, over=(over,))

    def citing(self) -> Telling | None:
        """ "X cited Y, who said": the one who cites."""
        holder = self.before()
        return Telling("cites", "say", (), holder, self.cue.at) if holder else None

    def after_quotation(self) -> Hit:
        """ "…", said X; the quotation is added when all tellings are known."""
        line = self.line
        start = line.words[max(self.left, 0)].start
        near = line.near_quote(start, back=True) and self.cue.first - self.left <= 2
        if not near:
            return None
        holder = self.following(self.cue.after, self.right)
        return (), holder or self.before() or self.speaker or line.speaker

    def that_clause(self) -> Hit:
        """What follows "that", and who stands before the verb or between it and "that"."""
        line = self.line
        if self.right == self.cue.after and self._colon_first():
            return None
        if line.keys(self.left, self.left + 1) == ["כך"]:
            return None
        at = self._that()
        if at is None:
            return None
        where, i, joint = at
        end = self._end(i)
        stop = line.stop if end == len(line.words) else line.words[end - 1].stop
        quoted = line.near_quote(where, back=False)
        content = line.quote_from(where) if quoted else tidy(line.text, [(where, stop)])
        if not content and not quoted:
            return None
        between = min(self.right, joint)
        if frozenset({"doc", "pass"}) & self.cue.frames:
            return content, self._paper(between)
        holder = self.before() or self.following(self.cue.after, between) or self.speaker
        return (content, holder) if holder else None

    def _colon_first(self) -> bool:
        return ":" in self.line.gap(self.cue.after)

    def _paper(self, stop: int) -> Piece | None:
        """The paper in "ідеться в заяві", "בהודעה נמסר"."""
        line = self.line
        if self.cue.after < stop and line.words[self.cue.after].key in self.order("place"):
            return line.piece(self.cue.after + 1, stop)
        begin = self.past_leads(self.left, self.cue.first)
        first = line.words[begin].key if begin < self.cue.first else ""
        if first in self.order("place"):
            return line.piece(begin + 1, self.cue.first)
        if line.language == "he" and first[:1] in ("ב", "מ"):
            piece = line.piece(begin, self.cue.first)
            return (piece[0] + 1, piece[1]) if piece else None
        return None

    def _that(self) -> tuple[int, int, int] | None:
        """Where told words begin after their "that" (place and word), and the word that joins them."""
        line = self.line
        last = min(len(line.words), self.cue.after + LONGEST)
        if self.after is not None:
            last = min(last, self.after.first + 1)
        for i in range(self.cue.after, last):
            mark, key = line.gap(i), line.words[i].key
            if any(c in mark for c in ";:") or (i > self.cue.after and line.quote_ends(i)):
                return None
            more = i + 1 < len(line.words) or line.near_quote(line.words[i].stop, back=False)
            if self._asks() and key in self.order("question") and more:
                return line.words[i].start, i, i
            if line.language == "he":
                if key in self.order("that") and more:
                    return line.words[i].stop, i + 1, i
                if self.glued(i) and "," not in mark:
                    return line.words[i].start + 1, i, i
            elif "," in mark and key in self.order("that") and more:
                return line.words[i].stop, i + 1, i
        return None

    def _asks(self) -> bool:
        """Whether the verb asks; the Hebrew noun "question" looks like "she asked"."""
        noun = self.line.words[self.cue.first].key == "שאלה"
        return self.cue.kind == "ask" and not noun and not negated(self.line, self.cue)

    def _end(self, begin: int) -> int:
        """The word at which told words end: "but", a semicolon, or a further verb joined by "and"."""
        line = self.line
        for i in range(begin + 1, len(line.words)):
            mark, key = line.gap(i), line.words[i].key
            if ";" in mark or ("," in mark and key in self.order("but") and self._told_again(i)):
                return i
            if self.after is not None and i == self.after.first:
                joined = line.words[i - 1].key in ("і", "й", "та")
                glued = line.language == "he" and key.startswith("ו")
                if joined or glued:
                    return i - 1 if joined else i
        return len(line.words)

    def _told_again(self, i: int) -> bool:
        return self.after is not None and self.after.first >= i

    def anaphor(self) -> Hit:
        """ "Про це повідомила X": the sentence before."""
        line = self.line
        lead = " ".join(line.keys(self.cue.first - 2, self.cue.first)) if self.cue.first > 1 else ""
        told = line.piece(0, self.cue.first - 2) or line.before
        if lead not in self.order("anaphor") or told is None:
            return None
        holder = self.following(self.cue.after, self.right)
        return (tidy(line.text, [told]), holder) if holder else None

    def inverted(self) -> Hit:
        """ "…, said X": the statement before the comma; "as X said, …": the one after it."""
        line = self.line
        if self.cue.first - self.left > 2 or self.right == self.cue.after:
            return None
        if ":" in line.gap(self.right):
            return None
        holder = self.following(self.cue.after, self.right)
        lead = line.keys(self.left, self.cue.first)
        if frozenset({"doc", "pass"}) & self.cue.frames:
            holder = self._paper(self.right) or self._source_after()
        if holder is None:
            return None
        if lead and lead[0] in ("як", "כפי", "כך", "כמו"):
            if self.left == 0:
                return self._as_said(holder)
        elif any(w in self.order("conj") for w in lead) or not self._only_leads():
            return None
        return self._stated_before(holder)

    def _only_leads(self) -> bool:
        """Whether only adverbs and the medium stand between comma and verb."""
        return all(
            self.line.words[i].key in self.order("lead") or self.of_medium(i)
            for i in range(self.left, self.cue.first)
        )

    def _stated_before(self, holder: Piece) -> Hit:
        """The statement in front of the comma, and what goes on behind the speaker."""
        line = self.line
        if self.left == 0 or "," not in line.gap(self.left):
            return None
        start = line.start
        if line.keys(0, 3) == ["про", "те", "що"]:
            start = line.words[2].stop
        told = [(start, line.words[self.left - 1].stop)]
        if self.left <= SHORTEST + 1 and self.right < len(line.words):
            told.append((line.words[self.right - 1].stop, line.stop))
        elif self.left < SHORTEST:
            return None
        return tidy(line.text, told), holder

    def _as_said(self, holder: Piece) -> Hit:
        """ "As X said, …"."""
        rest = tidy(self.line.text, [(self.line.words[self.right - 1].stop, self.line.stop)])
        return (rest, holder) if rest else None

    def _source_after(self) -> Piece | None:
        """Hebrew "from X" after a passive."""
        line = self.line
        first = line.words[self.cue.after] if self.cue.after < len(line.words) else None
        wanted = "במ" if "doc" in self.cue.frames else "מ"
        if line.language != "he" or first is None or first.key[0] not in wanted:
            return None
        piece = line.piece(self.cue.after, self.right)
        return (piece[0] + 1, piece[1]) if piece else None

    def colon(self) -> Hit:
        """ "X said: …", or a quotation right behind the verb."""
        line = self.line
        quoted = line.near_quote(self.cue.stop, back=False)
        right = self.right
        ends = right < len(line.words) or any(c in line.gap(right) for c in ":")
        if not quoted and not (ends and ":" in line.gap(right)):
            far = [a for a, _ in line.quoted if self.cue.stop <= a < self.cue.stop + 90]
            if not far or ":" not in line.text[self.cue.stop : far[0]]:
                return None
        holder = self.before() or self.following(self.cue.after, right) or self.speaker
        if holder is None:
            return None
        colon = line.text.find(":", self.cue.stop, line.stop)
        if quoted or line.near_quote(colon + 1, back=False):
            return (), holder
        return tidy(line.text, [(colon + 1, line.stop)]), holder

    def object(self, frame: str) -> Hit:
        """What is called for, denied or promised, behind the verb; or a "this" in front of it."""
        line = self.line
        holder = self.before() or self.speaker
        if self.right == self.cue.after:
            return self._object_before() if frame == "o" else None
        end = self._object_end(frame)
        piece = line.piece(self.cue.after, end)
        if piece is None:
            return None
        if holder is None:
            return None
        content = tidy(line.text, [piece])
        return (content, holder) if content else None

    def _object_end(self, frame: str) -> int:
        line = self.line
        stop = self.right if frame == "o" else len(line.words)
        for i in range(self.cue.after + 1, stop):
            mark, key = line.gap(i), line.words[i].key
            if ";" in mark or ("," in mark and key in self.order("but")):
                return i
            if self.after is not None and i == self.after.first:
                joined = line.words[i - 1].key in ("і", "й", "та")
                return i - 1 if joined else i
        return stop

    def _object_before(self) -> Hit:
        """ "X this denies", "X guilt denies": the last words before the verb."""
        line = self.line
        begin = self.past_leads(self.left, self.cue.first)
        stop = first_word(line, self.cue)
        begin = self.past_place(begin, stop)
        if begin and "," in line.gap(begin) and stop - begin == 1 and begin >= SHORTEST - 1:
            told = line.piece(0, begin)
            return ((told,), line.piece(begin, stop)) if told else None
        split = next(
            (i for i in range(begin + 1, stop) if line.words[i].key in self.order("this")), None
        )
        if split is None:
            split = stop - 1
            if split > begin and line.words[split - 1].key in self.order("preposition"):
                split -= 1
        piece, holder = line.piece(split, stop), line.piece(begin, split)
        if piece is None or holder is None:
            return None
        return (piece,), trimmed(line.text, *holder)

"""Who tells what in Arabic, where the verb stands first, then the speaker, then "that" and the words?"""

from collections.abc import Iterator

from sayso.language.morph import fold
from sayso.reading.around_ar import LONGEST, NAME, Around, negated
from sayso.reading.flat import Cue, Line, class_of, cues, verbs
from sayso.reading.sources_ar import sources_ar, with_sources
from sayso.reading.telling import Piece, Telling, tidy, without

SHORTEST = 3  # words of a statement that stands before its verb


def tellings_ar(line: Line) -> Iterator[Telling]:
    """Every attribution that Arabic cue words and word order show in a line."""
    found = [c for c in cues(line) if _holds(line, c)]
    sources = list(sources_ar(line))
    told: list[Telling] = []
    speaker: Piece | None = None
    for n, cue in enumerate(found):
        after = found[n + 1] if n + 1 < len(found) else None
        if "rel" in cue.frames and told and told[-1].rule == "carried":
            continue
        telling = _Verb(line, cue, after, speaker).telling()
        if telling is not None:
            told.append(telling)
            speaker = telling.holder or speaker
        elif speaker is None and "part" not in cue.frames:
            speaker = _Verb(line, cue, after, None).subject()
    yield from with_sources(line, told, sources)


def _holds(line: Line, cue: Cue) -> bool:
    """Not a verb of telling: "asked not to be named"."""
    nexts = line.keys(cue.after, cue.after + 1)
    return nexts != [fold("عدم")] or cue.kind != "want"


class _Verb(Around):
    """What one verb of telling tells, by each of its frames."""

    def telling(self) -> Telling | None:
        """The first frame of the verb that the words around it fill."""
        cue, frames = self.cue, self.cue.frames
        rule, content = self._told()
        if "a" in frames:
            rule, content = "called", self._called() or content
        quoted = rule == "what follows the colon" and self._quote_follows()
        if self.that is not None and self._that_quoted():
            at = self.line.words[self.that].stop
            rule, content, quoted = "quotation after that", self.line.quote_from(at), True
        if not content and not quoted:
            rule, content = "object", self._object()
        if not content and not quoted and not self._quote_near():
            return None
        if "relay" in frames:
            return self._relayed(content)
        holder = self._speaker(rule)
        if holder is None and ("dat" in frames or not (content or quoted)):
            return None
        said = " ".join(self.line.text[a:b] for a, b in content)
        kind = class_of(cue.kind, rule, said, "ar")
        held = [holder] if holder else []
        content = tidy(self.line.text, (p for c in content for p in without(c, held)))
        neg = negated(self.line, cue)
        if "rules-out" in frames:
            kind, neg = ("suppose" if neg else "deny"), False
        return Telling(rule, kind, content, holder, self._words(), self._medium(), None, neg)

    def _told(self) -> tuple[str, tuple[Piece, ...]]:
        """(rule, what is told): a clause, what stands before, or what follows a colon."""
        said = "s" in self.cue.frames
        if content := self._clause():
            return "clause after that", content
        if said and (content := self._before()):
            return "as was said", content
        if content := self._colon():
            return "what follows the colon", content
        if said and not self._quote_near() and (content := self._stated_before()):
            return "after what was said", content
        return "what follows the colon", ()

    def _words(self) -> Piece:
        """The verb, with its "not"."""
        first = self.cue.first - 1 if negated(self.line, self.cue) else self.cue.first
        return self.line.words[first].start, self.cue.stop

    # --- what

    def _clause(self) -> tuple[Piece, ...]:
        if self.that is None or not self.cue.frames & {"s", "that"} or "a" in self.cue.frames:
            return ()
        if self.that + 1 >= len(self.line.words):
            return ()
        end = self._end(self.that + 1)
        piece = self.line.piece(self.that + 1, end)
        if piece is None:
            return ()
        stop = self.line.stop if end == len(self.line.words) else piece[1]
        return tidy(self.line.text, [(piece[0], stop)])

    def _end(self, begin: int) -> int:
        """The word at which told words end: "but", or a further verb with a comma or "and"."""
        line = self.line
        for i in range(begin + 1, len(line.words)):
            mark, key = line.gap(i), self.key(i)
            if "؛" in mark or ("،" in mark and key in self.order("but")):
                return i
            if self.after is not None and i == self.after.first and i > begin + 1:
                told = "،" in mark or (key[:1] == "و" and key[1:] not in ("", "ا"))
                if told and "pass" not in self.after.frames:
                    return i
        return len(line.words)

    def _before(self) -> tuple[Piece, ...]:
        """What stands before "as X said"."""
        line = self.line
        for phrase in sorted(self.order("as"), key=lambda p: (-len(p), p)):
            size = len(phrase.split())
            at = self.cue.first - size
            if at > 2 and " ".join(line.keys(at, self.cue.first)) == phrase:
                piece = line.piece(0, at)
                return tidy(line.text, [piece]) if piece else ()
        return ()

    def _stated_before(self) -> tuple[Piece, ...]:
        """ "…، قالت الشرطة": the statement before the comma, where a speaker and nothing told follows."""
        line, first = self.line, self.cue.first
        glued = self.key(first)[:1] in "وف" and self.key(first) not in verbs("ar")
        if first < SHORTEST or "،" not in line.gap(first) or self.that is not None or glued:
            return ()
        end = self._subject_end()
        if end == self.cue.after or (end < len(line.words) and "،" not in line.gap(end)):
            return ()
        begin = first
        while begin > 0 and not any(c in line.gap(begin) for c in "؛:.!؟"):
            begin -= 1
        piece = line.piece(self._past_leads(begin, first), first)
        return tidy(line.text, [piece]) if piece and first - begin >= SHORTEST else ()

    def _colon(self) -> tuple[Piece, ...]:
        line = self.line
        colon = line.text.find(":", self.cue.stop, line.stop)
        if colon < 0 or self._quote_follows():
            return ()
        if any(c in line.text[self.cue.stop : colon] for c in ".؛") or colon > self.cue.stop + 90:
            return ()
        if self.after is not None and self.after.start < colon:
            return ()
        return tidy(line.text, [(colon + 1, line.stop)])

    def _quote_follows(self) -> bool:
        line = self.line
        if line.near_quote(self.cue.stop, back=False):
            return True
        colon = line.text.find(":", self.cue.stop, line.stop)
        last = self.after.start if self.after else line.stop
        return 0 <= colon < last and line.near_quote(colon + 1, back=False)

    def _quote_near(self) -> bool:
        return self._quote_follows() or self.line.near_quote(self.cue.start, back=True)

    def _that_quoted(self) -> bool:
        line, at = self.line, self.that
        return (
            at is not None
            and "a" not in self.cue.frames
            and line.near_quote(line.words[at].stop, back=False)
        )

    def _called(self) -> tuple[Piece, ...]:
        """ "described Y as Z": Y is the word before "as"."""
        line = self.line
        for i in range(self.cue.after + 1, min(len(line.words), self.cue.after + LONGEST)):
            if self.key(i) in self.order("called") or (
                self.key(i)[:1] == "ب" and i > self.cue.after + 1
            ):
                end = self._end(i)
                glued = self.key(i) not in self.order("called")
                pieces = [line.piece(i - 1, i), line.piece(i if glued else i + 1, end)]
                return tidy(line.text, (p for p in pieces if p))
        return ()

    def _object(self) -> tuple[Piece, ...]:
        line, frames = self.line, self.cue.frames
        silent = negated(line, self.cue) and "s" in frames
        if "o" not in frames and not silent:
            return ()
        begin = self.cue.after if frames & {"hope", "part"} else self._object_at(silent)
        if begin is None:
            return ()
        end = self._end(begin)
        if end == len(line.words):
            marks = (i for i in range(begin + 1, end) if "،" in line.gap(i))
            end = next(marks, end)
        piece = line.piece(begin, end)
        return tidy(line.text, [piece]) if piece else ()

    def _object_at(self, silent: bool) -> int | None:
        line, begin = self.line, self.cue.after
        last = min(len(line.words), begin + NAME + 4)
        end = self._subject_end()
        if end < len(line.words) and "،" in line.gap(end):
            if self.order("relative") & set(line.keys(begin, end)):
                return end
        if self._in_front() is not None and begin < last and self._object_starts(begin):
            return begin
        for i in range(begin + 1, last):
            if "،" in line.gap(i):
                return None
            question = silent and self.key(i) in self.order("question")
            if self._object_starts(i) or question:
                return i
            if self.key(i) in (fold("على"), fold("عن"), fold("من"), fold("إلى")) and i > begin:
                return i if "strict" not in self.cue.frames else None
        return None

    def _relayed(self, content: tuple[Piece, ...]) -> Telling | None:
        """ "A carried B's words that …": A passes on what B says."""
        line = self.line
        keys = line.keys(self.cue.after, self.cue.after + LONGEST)
        if fold("عن") not in keys:
            return None
        at = self.cue.after + keys.index(fold("عن"))
        stop = self.that if self.that is not None else self._stop_of_source(at + 1)
        said = [i for i in range(at, stop) if self.key(i).startswith(fold("قول"))]
        whom = line.piece(at + 1, said[0] if said else stop)
        outer = line.piece(self.cue.after, at) or self._in_front()
        if whom is None or outer is None:
            return None
        over = Telling("carries", "say", content, outer, self._words())
        cue = line.words[at].start, line.words[at].stop
        return Telling("carried", "say", content, whom, cue, over=(over,))

    def _stop_of_source(self, begin: int) -> int:
        line = self.line
        for i in range(begin + 1, len(line.words)):
            if any(c in line.gap(i) for c in "،؛:.") or line.quote_ends(i):
                return i
        return len(line.words)

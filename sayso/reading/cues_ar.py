"""Who tells what in Arabic, where the verb stands first, then the speaker, then "that" and the words?"""

import re
from collections.abc import Iterator

from sayso.language.morph import fold
from sayso.lexicon.load import words
from sayso.reading.flat import Cue, Line, class_of, cues, order_words
from sayso.reading.sources_ar import sources_ar, with_sources
from sayso.reading.telling import Piece, Telling, tidy, without

LONGEST = 18  # words between a verb and its "that"
NAME = 9  # words of a speaker
# verbal nouns: ifʿāl, tafʿīl, iftiʿāl, infiʿāl, istifʿāl, as folded
VERBAL_NOUN = re.compile(
    r"^(?:ال)?(?:ا\w{2}ا\w|ت\w{2}ی\w|ا\w{1,2}ت\w?ا\w|است\w{2,3}ا\w|ان\w{2}ا\w|ت\w{3}|عدم|وقف|فتح|رفع|بدء|منع)ه?$"
)


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


def _negated(line: Line, cue: Cue) -> bool:
    before = line.keys(cue.first - 1, cue.first) if cue.first else []
    if not before:
        return False
    key = before[0][1:] if before[0][:1] in "وف" and len(before[0]) > 2 else before[0]
    return key in {fold(w) for w in ("لم", "لا", "لن", "ليس", "ليست")}


class _Verb:
    """One verb of telling and the words around it."""

    def __init__(self, line: Line, cue: Cue, after: Cue | None, speaker: Piece | None) -> None:
        self.line = line
        self.cue = cue
        self.after = after
        self.speaker = speaker
        self.that = self._that()

    def order(self, kind: str) -> frozenset[str]:
        """The words of a class."""
        return order_words("ar", kind)

    def key(self, i: int) -> str:
        """The word at an index, "" beyond the line."""
        return self.line.words[i].key if i < len(self.line.words) else ""

    def telling(self) -> Telling | None:
        """The first frame of the verb that the words around it fill."""
        cue, frames = self.cue, self.cue.frames
        rule, content = "clause after that", self._clause()
        if not content and "s" in frames:
            rule, content = "as was said", self._before()
        if not content:
            rule, content = "what follows the colon", self._colon()
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
        neg = _negated(self.line, cue)
        if "rules-out" in frames:
            kind, neg = ("suppose" if neg else "deny"), False
        return Telling(rule, kind, content, holder, self._words(), self._medium(), None, neg)

    def _words(self) -> Piece:
        """The verb, with its "not"."""
        first = self.cue.first - 1 if _negated(self.line, self.cue) else self.cue.first
        return self.line.words[first].start, self.cue.stop

    # --- who

    def _speaker(self, rule: str) -> Piece | None:
        frames = self.cue.frames
        if "pass" in frames:
            return None
        if "part" in frames or "rel" in frames:
            return self.speaker or self.line.speaker
        if "dat" in frames:
            return self._dative()
        if "doc" in frames:
            return self.line.piece(self.cue.after, self._stop())
        return self.subject() or self._in_front() or self.speaker or self.line.speaker

    def _dative(self) -> Piece | None:
        """ "it was not possible for X": X behind a glued "to"."""
        if self.key(self.cue.after)[:1] != "ل":
            return None
        piece = self.subject()
        return (piece[0] + 1, piece[1]) if piece else None

    def subject(self) -> Piece | None:
        """The words behind the verb, up to "that", a preposition, an object or a mark."""
        return self.line.piece(self.cue.after, self._subject_end())

    def _stop(self) -> int:
        """Where the words behind the verb end at the latest."""
        line, begin = self.line, self.cue.after
        if self.that is not None:
            return self.that
        if begin and any(c in line.gap(begin) for c in "،؛:.«"):
            return begin
        for i in range(begin + 1, len(line.words)):
            if any(c in line.gap(i) for c in "،؛:.") or line.quote_ends(i):
                return i
        return len(line.words)

    def _subject_end(self) -> int:
        line = self.line
        stop = self._stop()
        begin = self.cue.after
        if begin < len(line.words) and any(c in line.gap(begin) for c in "،:"):
            return begin
        for i in range(begin, min(stop, begin + NAME + 8)):
            key = self.key(i)
            if i > begin and "،" in line.gap(i):
                if key in self.order("relative"):
                    close = next((k for k in range(i + 1, stop) if "،" in line.gap(k)), stop)
                    return close
                return i
            if key in self.order("preposition") | self.order("addressee") or self._told_to(i):
                return i
            if i > begin and self._object_starts(i):
                return i
        return min(stop, begin + NAME + 8)

    def _told_to(self, i: int) -> bool:
        """ "to the agency", "to journalists"."""
        key = self.key(i)
        if key[:2] == "لل" and len(key) > 4:
            return True
        known = {fold(w) for w in words("ar", "media_words")}
        bare = {key[1:], "ال" + key[2:], key[2:]} if key[:1] == "ل" else set()
        return bool(bare & known)

    def _in_front(self) -> Piece | None:
        """A speaker in front of the verb: "but the lawyer confirmed"."""
        line = self.line
        stop = self.cue.first - _negated(line, self.cue)
        begin = stop
        while begin > 0 and not any(c in line.gap(begin) for c in "؛:."):
            if "،" in line.gap(begin) and not self._closes_relative(begin):
                break
            if begin < stop and self.key(begin - 1) in self.order("that"):
                break
            begin -= 1
        begin = self._past_leads(begin, stop)
        while stop > begin and self.key(stop - 1) in self.order("lead"):
            stop -= 1
        if stop - begin > NAME + 3 or begin >= stop:
            return None
        piece = line.piece(begin, stop)
        key = self.key(begin)
        glued = key[:1] in "وف" and key[1:] in {fold(w) for w in ("هي", "هو", "هم")}
        return (piece[0] + 1, piece[1]) if glued and piece else piece

    def _closes_relative(self, i: int) -> bool:
        back = self.line.keys(max(0, i - 8), i)
        return any(k in self.order("relative") for k in back)

    def _past_leads(self, begin: int, stop: int) -> int:
        line = self.line
        moved = True
        while moved and begin < stop:
            moved = False
            for phrase in sorted(self.order("opening")):
                size = len(phrase.split())
                if " ".join(line.keys(begin, begin + size)) == phrase:
                    begin, moved = begin + size, True
            if begin < stop and self.key(begin) in self.order("lead"):
                begin, moved = begin + 1, True
        return begin

    def _medium(self) -> Piece | None:
        line = self.line
        for i in range(self.cue.after, self._stop()):
            if self._told_to(i):
                return line.piece(i, self._stop())
        return None

    # --- what

    def _that(self) -> int | None:
        """The word that joins what is told, where nothing else is told in between."""
        line, begin = self.line, self.cue.after
        relative = False
        for i in range(begin, min(len(line.words), begin + LONGEST)):
            key = self.key(i)
            relative = relative or key in self.order("relative")
            if any(c in line.gap(i) for c in "؛:.!؟") or line.quote_ends(i):
                return None
            if key in self.order("that") and self.key(i - 1) not in self.order("before-that"):
                return i
            told = self.after is not None and i == self.after.first
            if told and not relative and "rel" not in self.after.frames:  # type: ignore[union-attr]
                return None
        return None

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

    def _object_starts(self, i: int) -> bool:
        """Whether what is announced, denied or called for begins at this word."""
        frames, key = self.cue.frames, self.key(i)
        if not frames & {"o"}:
            return False
        nouns = {fold(w) for w in words("ar", "say_nouns")}
        if key in nouns or key in self.order("this"):
            return True
        if "b" in frames:
            return key[:1] == "ب" and len(key) > 3
        if "to" in frames:
            nexts = self.key(i + 1)
            return nexts == fold("إلى") or bool(VERBAL_NOUN.match(nexts))
        return bool(VERBAL_NOUN.match(key))

    def _object(self) -> tuple[Piece, ...]:
        line, frames = self.line, self.cue.frames
        silent = _negated(line, self.cue) and "s" in frames
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

"""Who stands around a verb of telling in Arabic: speaker, "that", object, medium?"""

import re

from sayso.language.morph import fold
from sayso.lexicon.load import words
from sayso.reading.flat import Cue, Line, order_words
from sayso.reading.telling import Piece

LONGEST = 18  # words between a verb and its "that"
NAME = 9  # words of a speaker
# verbal nouns: ifʿāl, tafʿīl, iftiʿāl, infiʿāl, istifʿāl, as folded
VERBAL_NOUN = re.compile(
    r"^(?:ال)?(?:ا\w{2}ا\w|ت\w{2}ی\w|ا\w{1,2}ت\w?ا\w|است\w{2,3}ا\w|ان\w{2}ا\w|ت\w{3}|ت\wا\w{1,2}|م\wا\w{2}|\w\wو\w|عدم|وقف|فتح|رفع|بدء|منع)ه?$"
)


def negated(line: Line, cue: Cue) -> bool:
    """Whether the word before the verb is "not"."""
    before = line.keys(cue.first - 1, cue.first) if cue.first else []
    if not before:
        return False
    key = before[0][1:] if before[0][:1] in "وف" and len(before[0]) > 2 else before[0]
    return key in {fold(w) for w in ("لم", "لا", "لن", "ليس", "ليست")}


class Around:
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
        stop = self.cue.first - negated(line, self.cue)
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

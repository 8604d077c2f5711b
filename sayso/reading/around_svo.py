"""Who stands around a verb of telling in Ukrainian and Hebrew: speaker, medium, marks?"""

import re

from sayso.lexicon.load import lexicon, words
from sayso.reading.flat import Cue, Line, dated, order_words, verbs
from sayso.reading.nouns_svo import Sources
from sayso.reading.telling import Piece

MARKS = ",;:—–"
TO_IT = re.compile(r"\w{3}(?:ому|ему|ові|еві|ам|ям|у|ю)$")  # the dative: "told «Vartovyi»"
CLOSING = re.compile(r"[»”\"]")
ANSWERING = ("на це", "про це", "при цьому", "על כך", "על זה")


def negated(line: Line, cue: Cue) -> bool:
    """Whether the word before the verb is "not"."""
    return first_word(line, cue) < cue.first


def first_word(line: Line, cue: Cue) -> int:
    """The first word of the verb with its "not" and "could"."""
    refused = words(line.language, "negations")
    if line.keys(cue.first - 1, cue.first) and line.words[cue.first - 1].key in refused:
        return cue.first - 1
    for i in range(max(1, cue.first - 2), cue.first):
        able = line.words[i].key in order_words(line.language, "able")
        if able and line.words[i - 1].key in refused:
            return i - 1
    return cue.first


class Around:
    """The words around one verb of telling, and the speaker among them."""

    def __init__(
        self,
        line: Line,
        cue: Cue,
        beside: tuple[Cue | None, Cue | None],
        speaker: Piece | None,
        sources: Sources,
    ) -> None:
        self.line = line
        self.cue = cue
        self.earlier, self.after = beside
        self.speaker = speaker
        self.left = self._back()
        for a, _, _, who in sources:
            if who and line.index(a) <= self.left and who[1] <= cue.start:
                self.left = max(self.left, line.index(who[1]))
        self.right = self._ahead(cue.after)

    def order(self, kind: str) -> frozenset[str]:
        """The words of a class in this language."""
        return order_words(self.line.language, kind)

    def edge(self, i: int) -> bool:
        """Whether a mark or a long quotation stands before word i."""
        return any(c in self.line.gap(i) for c in MARKS) or self.line.quote_ends(i)

    def _back(self) -> int:
        i = self.cue.first
        while i > 0 and not self.edge(i):
            i -= 1
        return i

    def _ahead(self, i: int) -> int:
        """The first word from i on that a mark stands before."""
        if i < len(self.line.words) and self.edge(i) and i == self.cue.after:
            return i
        i += 1
        while i < len(self.line.words) and not self.edge(i):
            i += 1
        return min(i, len(self.line.words))

    def cue_words(self) -> Piece:
        """The verb, with its "not"."""
        return self.line.words[first_word(self.line, self.cue)].start, self.cue.stop

    # --- who

    def before(self) -> Piece | None:
        """The speaker in front of the verb; behind a relative clause or an apposition too."""
        line = self.line
        begin, stop = self.left, first_word(line, self.cue)
        if self.speaker is not None and self._joined(stop):
            return self.speaker
        begin = self.past_leads(self._past_that(begin, stop), stop)
        begin = self.past_place(begin, stop)
        if begin < stop:
            return self._bare(self._named(begin, stop), begin)
        if self.relative():
            return self._antecedent()
        if begin and "," in line.gap(self.left):
            opening = self.left - 1
            while opening > 0 and not self.edge(opening):
                opening -= 1
            inner = line.words[opening].key
            head = opening - 1
            while head > 0 and not self.edge(head):
                head -= 1
            if self.earlier is not None and not self._relative_verb(self.earlier):
                head = max(head, self.earlier.after)
                head += line.words[head].key == "את"
            head = self.past_leads(head, opening)
            if opening and head < opening and self._added(inner):
                return line.piece(head, self.left)
        return None

    def past_place(self, begin: int, stop: int) -> int:
        """Behind "in" of "у міністерстві сказали"."""
        inside = self.line.language == "uk" and self.line.keys(begin, begin + 1) in (["у"], ["в"])
        return begin + 1 if inside and begin + 1 < stop else begin

    def _past_that(self, begin: int, stop: int) -> int:
        """Behind the "that" of the verb before, when a speaker is left: "said that the mayor warned"."""
        if self.earlier is None:
            return begin
        for i in range(max(begin, self.earlier.after), stop - 1):
            if self.line.words[i].key in self.order("that"):
                return i + 1
            if self.glued(i):
                return i
        return begin

    def _bare(self, piece: Piece | None, begin: int) -> Piece | None:
        """The speaker without a Hebrew "that" glued to the name."""
        told = self.earlier is not None and begin >= self.earlier.after and self.glued(begin)
        return (piece[0] + 1, piece[1]) if piece and told else piece

    def glued(self, i: int) -> bool:
        """A Hebrew "that" glued to the word."""
        key = self.line.words[i].key
        that = key.startswith("ש") and len(key) > 2 and key not in self.order("not-that")
        return that and self.line.language == "he"

    def _joined(self, stop: int) -> bool:
        """Whether "and" joins the verb to the one before."""
        if self.earlier is None:
            return False
        key = self.line.words[self.cue.first].key
        if self.line.language == "he":
            return key[0] == "ו" and key not in verbs("he")
        return self.line.keys(stop - 1, stop) in (["і"], ["й"], ["та"])

    def relative(self) -> bool:
        """Whether a Hebrew "who" is glued to the verb."""
        return self._relative_verb(self.cue)

    def _relative_verb(self, cue: Cue) -> bool:
        key = self.line.words[cue.first].key
        return self.line.language == "he" and key[0] == "ש" and key not in verbs("he")

    def _antecedent(self) -> Piece | None:
        """What "who" stands for: the words before it, back to a mark or the verb before."""
        begin = self.cue.first - 1
        while begin > 0 and not self.edge(begin):
            begin -= 1
        if self.earlier is not None:
            begin = max(begin, self.earlier.after)
        begin += self.line.words[begin].key == "את"
        return self.line.piece(begin, self.cue.first)

    def _added(self, key: str) -> bool:
        """Whether the word opens a relative clause or an apposition rather than told words."""
        if self.line.language == "he" and key.startswith("ש") and len(key) > 2:
            return True
        that = self.order("that") - self.order("relative")
        return key in self.order("relative") or key not in that | self.order("conj")

    def past_leads(self, begin: int, stop: int) -> int:
        """The words without conjunctions, adverbs and phrases of time at their head."""
        line = self.line
        while begin < stop:
            key = line.words[begin].key
            nexts = line.keys(begin + 1, begin + 2)
            if key in self.order("lead") | dated(line.language):
                begin += 1
            elif key in self.order("preposition") and nexts and nexts[0] in self.order("time"):
                begin += 2
            else:
                break
        return begin

    def _named(self, begin: int, stop: int) -> Piece | None:
        """A noun phrase without time words at its end and without an object in front of the verb."""
        line = self.line
        while stop > begin and line.words[stop - 1].key in self.order("lead"):
            stop -= 1
        if stop - begin > 1 and line.words[stop - 1].key in self.order("pronoun"):
            return line.piece(stop - 1, stop)
        for i in range(begin + 1, stop):
            if line.words[i].key in self.order("this"):
                stop = i
                break
        return line.piece(begin, stop)

    def following(self, begin: int, stop: int) -> Piece | None:
        """The speaker behind the verb: past the medium that was told, up to where it was said."""
        line = self.line
        place = self.order("place")
        if begin < stop and line.words[begin].key in place:
            if not self.of_medium(begin + 1):
                return line.piece(begin + 1, self._phrase_end(begin + 1, stop))
        if begin < stop and line.words[begin].key in self.order("that") | {"את"}:
            return None
        if line.language == "he":
            begin = self._past_addressee(begin, stop)
        if (named := self._quoted_speaker(begin, stop)) is not None:
            return named
        while begin < stop and (self.of_medium(begin) or self._quoted_name(begin)):
            begin += 1
        begin = self.past_leads(begin, stop)
        if " ".join(line.keys(begin, begin + 2)) in ANSWERING and begin + 2 < stop:
            begin += 2
        if begin < stop and line.words[begin].key in self.order("preposition"):
            return None
        return line.piece(begin, self._phrase_end(begin, stop))

    def _past_addressee(self, begin: int, stop: int) -> int:
        """Hebrew "told the Voice": past the words behind a glued "to"."""
        line = self.line
        key = line.words[begin].key if begin < stop else ""
        if key[:1] != "ל" or len(key) < 4 or stop - begin < 2:
            return begin
        outlets = words("he", "outlets") | words("he", "agencies")
        for size in (3, 2):
            if " ".join([key[1:], *line.keys(begin + 1, begin + size)]) in outlets:
                return begin + size
        second = line.words[begin + 1].key
        return begin + 2 if second[:1] == "ה" and stop - begin > 2 else begin + 1

    def of_medium(self, i: int) -> bool:
        known = words(self.line.language, "media_words")
        key = self.line.keys(i, i + 1)
        if not key:
            return False
        bare = key[0][1:] if self.line.language == "he" and key[0][:1] in "לב" else key[0]
        return key[0] in known or (bare != key[0] and bare in known)

    def _quoted_speaker(self, begin: int, stop: int) -> Piece | None:
        """ "writes «Osk Post»": a name in quotation marks behind which nobody else stands."""
        at = begin
        while at < stop and not self._quoted_name(at) and self._is_outlet(at):
            at += 1
        if at >= stop or not self._quoted_name(at):
            return None
        end = at + 1
        while end < len(self.line.words) and not CLOSING.match(self.line.gap(end)):
            end += 1
        following = self.line.keys(end, end + 1) if end < stop else []
        if following and following[0] not in self.order("preposition"):
            return None
        to_it = self.line.language == "uk" and TO_IT.search(self.line.words[end - 1].key)
        return None if to_it else self.line.piece(begin, end)

    def _is_outlet(self, i: int) -> bool:
        heads = lexicon(self.line.language, "anonymous").entries
        return heads.get(self.line.words[i].key, ("",))[0] == "outlet"

    def _quoted_name(self, i: int) -> bool:
        return self.line.gap(i).rstrip().endswith(("«", '"', "“", "„"))

    def _phrase_end(self, begin: int, stop: int) -> int:
        """Where a speaker's name ends: before the medium, a phrase of time, or an adverb."""
        line = self.line
        for i in range(begin + 1, stop):
            key = line.words[i].key
            nexts = line.keys(i + 1, i + 2)
            if key in self.order("preposition") and nexts:
                if self.of_medium(i + 1) or nexts[0] in self.order("time"):
                    return i
            if key in self.order("lead") or (self.line.language == "he" and self.of_medium(i)):
                return i
        return stop

    def medium(self) -> Piece | None:
        """Where or to whom it was said, in the clause of the verb."""
        line = self.line
        for i in (*range(self.cue.after, self.right), *range(self.left, self.cue.first)):
            if self.of_medium(i):
                return line.piece(i, min(i + 1, self.right)) if i < self.right else None
        return None

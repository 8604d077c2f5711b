"""Who tells what in Russian, where the parse shows subject, clause and object?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.language.token import Sentence
from sayso.reading.flat import class_of, inserted, order_words, verbs
from sayso.reading.grammar import Tree
from sayso.reading.sources_ru import by_noun, by_phrase, clause_body, is_infinitive, references
from sayso.reading.speakers_ru import SUBJECT, Speakers, no_speaker
from sayso.reading.telling import Piece, Telling, meets, tidy, trimmed, without

FEWEST = 3  # words of a statement that stands before its verb
TO_IT = re.compile(r"[а-яё]{3}(?:ому|ему|ам|ям|у|ю)$")  # the dative: "told «Puls»"
NAMED = re.compile(
    r"\s+(?P<who>(?:[а-яё-]+\s+){0,2}«(?P<name>[^»]{2,60})»)(?=\s*[.,;]|\s+(?:со?|в|на|по|из)\s|\s*$)"
)
CLAUSE = ("ccomp", "csubj", "csubj:pass")
Quoted = Sequence[Piece]


def tellings_ru(text: str, parsed: Sequence[Sentence], quoted: Quoted) -> Iterator[Telling]:
    """Every attribution that the parse of a stretch shows; `quoted` are its long quotations."""
    before: Piece | None = None
    for sentence in parsed:
        reader = _Reader(Tree(text, sentence), quoted, before)
        yield from reader.tellings()
        before = (sentence.start, sentence.stop)


class _Reader(Speakers):
    """One parsed sentence with its verbs of telling."""

    def __init__(self, tree: Tree, quoted: Quoted, before: Piece | None) -> None:
        super().__init__(tree)
        self.quoted = quoted
        self.before = before
        self.verbs = [i for i in range(len(tree.tokens)) if self._is_verb(i)]

    def _is_verb(self, i: int) -> bool:
        entry = verbs("ru").get(self.tree.word(i))
        if entry is None or self._aside(i):
            return False
        return "only-neg" not in entry[1] or self.negated(i)

    def _aside(self, i: int) -> bool:
        """ "Напомним, …": the article's own voice."""
        morph = self.tree.tokens[i].morph
        ours = "Person=1" in morph and "Number=Plur" in morph
        return ours and self.tree.kid(i, *SUBJECT) is None and self.tree.kid(i, *CLAUSE) is None

    def tellings(self) -> Iterator[Telling]:
        """Verbs first, then source phrases and nouns; what is passed on stands inside its teller."""
        found = [t for i in self.verbs if (t := self.by_verb(i)) is not None]
        for link in references(self.tree, self.verbs):
            before = [t for t in found if t.cue and t.cue[1] < link[0][0]]
            outer = max(before, key=lambda t: t.cue or (0, 0), default=found[-1] if found else None)
            at, who = link
            if outer is not None and outer.content and not meets(who, outer.holder or (0, 0)):
                found.remove(outer)
                content = self._outside(outer.content, [(at[0], who[1])])
                over = replace(outer, content=content)
                found.append(Telling("with reference to", "say", content, who, at, over=(over,)))
        yield from found
        yield from (self._within(t, found) for t in by_phrase(self.tree, self.verbs))
        yield from by_noun(self.tree)

    def _within(self, phrase: Telling, told: Sequence[Telling]) -> Telling:
        """A source phrase inside told words tells no more than these."""
        at = phrase.cue[0] if phrase.cue else 0
        around = [p for t in told for p in t.content if p[0] <= at < p[1]]
        if not around:
            return phrase
        start, stop = max(around)
        clipped = [(max(a, start), min(b, stop)) for a, b in phrase.content]
        content = tidy(self.tree.text, [p for p in clipped if p[0] < p[1]])
        return replace(phrase, content=content) if content else phrase

    def _outside(self, pieces: Sequence[Piece], holes: Sequence[Piece]) -> tuple[Piece, ...]:
        return tidy(self.tree.text, (p for piece in pieces for p in without(piece, holes)))

    def negated(self, i: int) -> bool:
        """Whether "not" hangs on the word."""
        return any(self.tree.word(k) == "не" for k in self.tree.kids[i])

    def by_verb(self, i: int) -> Telling | None:
        """A verb with what it tells and who does."""
        kind, frames = verbs("ru")[self.tree.word(i)]
        negated = self.negated(i) and "only-neg" not in frames
        if negated and self.tree.lemma(i) in order_words("ru", "deny-negated"):
            kind, negated = "deny", False
        if negated and self.tree.lemma(i) in order_words("ru", "silent-negated"):
            frames |= {"o"}
        rule, content = self.content(i, frames)
        holder = self.holder(i, frames)
        cue = self.cue(i)
        named = self._named_behind(i) if "s" in frames else None
        if named is not None and (holder is None or not content or meets(holder, named)):
            holder, content = named, content or self._stated_before(i)
        if not content and not self._quote_near(i):
            return None
        if "cite" in frames:
            return self._cited(i, content, cue)
        if holder is None and "pass" not in frames and rule != "clause":
            return None
        if kind == "refuse" and not self._about_speaking(i):
            return None
        content = self._outside(content, [cue, *([holder] if holder else [])])
        kind = class_of(kind, rule, " ".join(self.tree.text[a:b] for a, b in content), "ru")
        return Telling(rule, kind, content, holder, cue, self.medium(i), None, negated)

    def _named_behind(self, i: int) -> Piece | None:
        """ "…, пишет газета «X»": the name in quotation marks right behind the verb."""
        tree = self.tree
        if i == 0 or not self._comma_before(i):
            return None
        behind = NAMED.match(tree.text, tree.tokens[i].stop, tree.tokens[-1].stop)
        if behind is None or any(
            a < behind.end("name") and behind.start("name") < b for a, b in self.quoted
        ):
            return None
        if TO_IT.search(behind["name"]):
            return None
        return trimmed(tree.text, behind.start("who"), behind.end("name"))

    def _stated_before(self, i: int) -> tuple[Piece, ...]:
        """The words of the sentence before the comma."""
        told = (self.tree.tokens[0].start, self.tree.tokens[i - 1].start)
        return tidy(self.tree.text, [told]) if i > FEWEST else ()

    def _about_speaking(self, i: int) -> bool:
        """Whether what is refused is to speak; to refuse anything else is an act and no telling."""
        words_under = {self.tree.lemma(k) for k in self.tree.under(i) if k != i}
        words_under |= {self.tree.word(i), self.tree.lemma(i)}
        return bool(words_under & order_words("ru", "speaking"))

    def cue(self, i: int) -> Piece:
        """The verb with its "not" or "was"."""
        near = [k for k in self.tree.kids[i] if self.tree.word(k) == "не" and k == i - 1]
        near += self.tree.all_kids(i, "aux:pass")
        return self.tree.run(i, [i, *near])

    # --- what is told

    def content(self, i: int, frames: frozenset[str]) -> tuple[str, tuple[Piece, ...]]:
        """(rule, what is told): the first of the verb's frames that the tree fills."""
        token = self.tree.tokens[i]
        if split := inserted(self.tree.text, (token.start, token.stop), self.quoted):
            return "said in the midst of a quotation", tidy(self.tree.text, split)
        if self._quote_touches(i):
            return "beside a quotation", ()
        for rule, read in (
            ("clause", self._clause),
            ("this was told", self._anaphor),
            ("told before the verb", self._around),
        ):
            told = read(i) if frames & {"s", "q"} else ()
            if told:
                return rule, told
        for mark, rule, read in (
            ("a", "called", self._called),
            ("i", "infinitive", self._infinitive),
            ("o", "object", self._object),
        ):
            told = read(i) if mark in frames else ()
            if told:
                return rule, told
        return "beside a quotation", ()

    def _clause(self, i: int) -> tuple[Piece, ...]:
        tree = self.tree
        for k in tree.kids[i]:
            dep = tree.tokens[k].dep
            after_colon = k > i and ":" in tree.text[tree.tokens[i].stop : tree.tokens[k].start]
            if dep in CLAUSE or (dep in ("parataxis", "conj") and after_colon):
                if k < i and not self._marked(k):
                    continue
                return clause_body(tree, k, i)
        for k in sorted(tree.under(i)):
            if k > i and tree.word(k) in order_words("ru", "that") and tree.tokens[k].dep == "mark":
                head = tree.head(k)
                verb = self._verb_over(head)
                if head is not None and verb == i:
                    return clause_body(tree, head, i)
        return self._flat_clause(i)

    def _flat_clause(self, i: int) -> tuple[Piece, ...]:
        """What follows ", that" right behind the verb where the parse has lost it, to the sentence's end."""
        tree = self.tree
        if i + 3 >= len(tree.tokens) or tree.tokens[i + 1].text != ",":
            return ()
        asked = verbs("ru")[tree.word(i)][0] == "ask" and tree.word(i + 2) in order_words(
            "ru", "question"
        )
        if asked:
            return tidy(tree.text, [(tree.tokens[i + 2].start, tree.tokens[-1].stop)])
        if tree.word(i + 2) not in ("что", "чтобы", "будто"):
            return ()
        return tidy(tree.text, [(tree.tokens[i + 3].start, tree.tokens[-1].stop)])

    def _verb_over(self, i: int | None) -> int | None:
        """The nearest verb of telling that the word hangs under."""
        while i is not None:
            i = self.tree.head(i)
            if i in self.verbs:
                return i
        return None

    def _marked(self, k: int) -> bool:
        return any(self.tree.word(m) in order_words("ru", "that") for m in self.tree.kids[k])

    def _anaphor(self, i: int) -> tuple[Piece, ...]:
        """ "Об этом сообщил X": the sentence before."""
        tree = self.tree
        for k in tree.kids[i]:
            if tree.word(k) not in ("этом", "чём", "чем") or tree.kid(k, "case") is None:
                continue
            if k < 3:
                return tidy(tree.text, [self.before]) if self.before else ()
            if k < i:
                return tidy(tree.text, [(tree.tokens[0].start, tree.tokens[k - 1].start)])
        return ()

    def _around(self, i: int) -> tuple[Piece, ...]:
        """ "…, said X", "as X said, …": the clause that the verb is put into."""
        tree = self.tree
        head = tree.head(i)
        dep = tree.tokens[i].dep
        beside = dep == "parataxis" or (dep == "conj" and self._told_after(i))
        if head is not None and (beside or (dep == "advcl" and self._as(i))):
            clause = tree.under(head) - tree.under(i)
            ids = {
                m
                for m in clause
                if not (tree.word(m) in order_words("ru", "that") and tree.head(m) == head)
            }
            first = min(ids) if ids else 0
            while first in ids and tree.word(first) in ("но", "а", "и", "однако"):
                ids.discard(first)
                first += 1
            return tidy(tree.text, tree.pieces(ids))
        if head is None and i > 3 and self._comma_before(i) and tree.kid(i, *CLAUSE) is None:
            left = [k for k in range(i) if k not in tree.under(i)]
            if len(left) > 3:
                return tidy(tree.text, [tree.hull(left)])
        return ()

    def _as(self, i: int) -> bool:
        return any(self.tree.word(k) == "как" for k in self.tree.kids[i])

    def _told_after(self, i: int) -> bool:
        """ "…, сообщило министерство": a comma, the verb, its own subject, and nothing joins the two."""
        tree = self.tree
        if i == 0 or not self._comma_before(i) or tree.kid(i, "cc") is not None:
            return False
        subject = tree.kid(i, *SUBJECT)
        return subject is not None and subject > i and tree.kid(i, *CLAUSE) is None

    def _comma_before(self, i: int) -> bool:
        return self.tree.tokens[i - 1].text in (",", "—", "–", "-")

    def _called(self, i: int) -> tuple[Piece, ...]:
        tree = self.tree
        parts = tree.all_kids(i, "obj", "xcomp", "obl")
        named = [
            k
            for k in parts
            if tree.tokens[k].dep == "obj"
            or self._instrumental(k)
            or ("Case=Acc" in tree.tokens[k].morph and tree.kid(k, "case") is None)
        ]
        if len(named) < 2:
            return ()
        ids = {m for k in named for m in tree.under(k)}
        return tidy(tree.text, tree.pieces(ids))

    def _instrumental(self, k: int) -> bool:
        return "Case=Ins" in self.tree.tokens[k].morph and self.tree.kid(k, "case") is None

    def _infinitive(self, i: int) -> tuple[Piece, ...]:
        """What somebody is to do, with the one who is to do it."""
        tree = self.tree
        inner = [k for k in tree.all_kids(i, "xcomp", "ccomp", "csubj") if is_infinitive(tree, k)]
        if not inner:
            return ()
        whom = [k for k in tree.all_kids(i, "obj", "iobj", "obl") if i < k < inner[0]]
        ids = {m for k in (*whom, inner[0]) for m in tree.under(k)}
        return tidy(tree.text, tree.pieces(ids))

    def _object(self, i: int) -> tuple[Piece, ...]:
        tree = self.tree
        for k in tree.all_kids(i, "obj", "obl", "nmod", "iobj", "nsubj"):
            case = tree.kid(k, "case")
            said_of = case is not None and tree.word(case) in order_words("ru", "about")
            bare = case is None and tree.tokens[k].dep == "obj"
            this = tree.word(k) == "это" and tree.tokens[k].dep == "nsubj" and k == i - 1
            if (said_of or bare or this) and not self._place(k, case):
                more = [m for m in tree.all_kids(i, "obl") if m > k and self._accused(m)]
                ids = {m for n in (k, *more) for m in tree.under(n)}
                return tidy(tree.text, tree.pieces(ids))
        return ()

    def _accused(self, k: int) -> bool:
        case = self.tree.kid(k, "case")
        return case is not None and self.tree.word(case) in ("в", "во", "за")

    def _place(self, k: int, case: int | None) -> bool:
        """ "In an interview", "in the ministry", "on Thursday" are no objects of telling."""
        if case is None or self.tree.word(case) not in ("в", "во", "на", "с"):
            return False
        tree = self.tree
        if tree.word(case) == "на":
            return "Case=Loc" in tree.tokens[k].morph
        return "Case=Loc" in tree.tokens[k].morph or tree.word(k) in no_speaker()

    def _quote_touches(self, i: int) -> bool:
        """Whether a long quotation ends right before the verb, or opens right after its clause."""
        text, token = self.tree.text, self.tree.tokens[i]
        for a, b in self.quoted:
            if a <= token.start < b:
                continue
            if b <= token.start and not any(c.isalnum() for c in text[b : token.start]):
                return True
            if a >= token.stop and text[token.stop : a].rstrip().endswith(":"):
                return self.tree.kid(i, *CLAUSE) is None
        return False

    def _quote_near(self, i: int) -> bool:
        token = self.tree.tokens[i]
        return any(
            not a <= token.start < b and (abs(token.start - b) < 60 or abs(a - token.stop) < 90)
            for a, b in self.quoted
        )

    def _cited(self, i: int, content: tuple[Piece, ...], cue: Piece) -> Telling | None:
        """ "цитирует X агентство Y": Y passes on the words of X."""
        tree = self.tree
        whom = tree.kid(i, "obj", "iobj")
        outer = tree.kid(i, *SUBJECT)
        if outer is None and whom is not None:
            outer = next((k for k in tree.kids[whom] if "Case=Nom" in tree.tokens[k].morph), None)
        if outer is None:
            return None
        passing = self.phrase_without(outer, whom, i)
        over = Telling("cites", "say", content, passing, cue)
        if whom is None or passing is None:
            return over if passing else None
        inner = self.phrase_without(whom, outer, i)
        return Telling("cited", "say", content, inner, cue, over=(over,))

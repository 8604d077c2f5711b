"""Who stands around a verb of telling in Russian: subject, body, paper, medium?"""

from sayso.lexicon.load import words
from sayso.reading.flat import order_words
from sayso.reading.grammar import Tree, noun_phrase
from sayso.reading.sources_ru import is_infinitive
from sayso.reading.telling import Piece, trimmed

SUBJECT = ("nsubj", "nsubj:pass")
SAME_SUBJECT = ("conj", "advcl", "xcomp", "acl", "amod")


class Speakers:
    """The speakers around the verbs of one parsed sentence."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def holder(self, i: int, frames: frozenset[str]) -> Piece | None:
        """The subject; "in the ministry they say"; the paper that says so; or who did the verb before."""
        tree = self.tree
        if "doc" in frames or "pass" in frames:
            return self._oblique(i, ("в", "во", "из", "на"), frozenset())
        for k in tree.all_kids(i, *SUBJECT):
            if tree.word(k) not in ("это", "что", "всё", "который", "которые", "которая"):
                return noun_phrase(tree, k, i)
            if tree.word(k).startswith("котор"):
                return self._antecedent(i)
        if "Number=Plur" in tree.tokens[i].morph and tree.tokens[i].dep != "conj":
            if (where := self._oblique(i, ("в", "во"))) is not None:
                return where
        head = tree.head(i)
        if head is not None and tree.tokens[i].dep in SAME_SUBJECT:
            if tree.tokens[head].pos in ("NOUN", "PROPN", "PRON"):
                return noun_phrase(tree, head, i) if tree.tokens[i].dep in ("acl", "amod") else None
            return self.holder(head, frozenset())
        return self._nominative(i)

    def _nominative(self, i: int) -> Piece | None:
        """A bare nominative noun of the clause that the parse hung elsewhere."""
        tree = self.tree
        if tree.tokens[i].pos not in ("VERB", "ADJ") or is_infinitive(tree, i):
            return None
        left = list(range(i - 1, -1, -1)) if tree.tokens[i].dep != "parataxis" else []
        right = list(range(i + 1, min(len(tree.tokens), i + 8)))
        for k in [*sorted(left), *right]:
            token = tree.tokens[k]
            bare = "Case=Nom" in token.morph and token.dep not in ("amod", "appos", "conj")
            if bare and token.pos in ("NOUN", "PROPN") and tree.word(k) not in no_speaker():
                if self._does_else(k, i):
                    continue
                ids = {m for m in tree.under(k) if (m < i) == (k < i)}
                return trimmed(tree.text, *tree.run(k, ids))
        return None

    def _does_else(self, k: int, i: int) -> bool:
        """Whether the noun is what another verb of the sentence is about, or another clause holds it."""
        tree = self.tree
        head = tree.head(k)
        other = head is not None and head != i and tree.tokens[k].dep in SUBJECT
        between = range(min(i, k) + 1, max(i, k))
        return other or any(tree.tokens[m].pos == "VERB" for m in between)

    def _antecedent(self, i: int) -> Piece | None:
        head = self.tree.head(i)
        return noun_phrase(self.tree, head, i) if head is not None else None

    def _oblique(
        self, i: int, cases: tuple[str, ...], not_these: frozenset[str] | None = None
    ) -> Piece | None:
        """The body or paper in "в министерстве сообщили", "говорится в докладе"."""
        tree = self.tree
        for k in tree.all_kids(i, "obl", "nmod", "obl:agent"):
            case = tree.kid(k, "case")
            if case is None or tree.word(case) not in cases:
                continue
            if tree.word(k) in (
                no_speaker() if not_these is None else not_these | order_words("ru", "time")
            ):
                continue
            piece = noun_phrase(tree, k, i)
            if piece is None:
                continue
            after = tree.tokens[case].stop
            return trimmed(tree.text, max(after, piece[0]), piece[1])
        return None

    def medium(self, i: int) -> Piece | None:
        """Where or to whom it was said: "in an interview", "told the agency"."""
        tree = self.tree
        known = words("ru", "media_words")
        for k in tree.all_kids(i, "obl", "iobj", "nmod"):
            if tree.word(k) in known:
                return trimmed(tree.text, *tree.hull(tree.under(k)))
        return None

    def phrase_without(self, noun: int, other: int | None, verb: int) -> Piece | None:
        ids = set(self.tree.under(noun)) - {verb}
        if other is not None and other in ids:
            ids -= self.tree.under(other)
        return trimmed(self.tree.text, *self.tree.run(noun, ids))


def no_speaker() -> frozenset[str]:
    """Occasions, platforms, days and months: what is said there is not said by them."""
    return (
        words("ru", "media_words")
        | words("ru", "weekdays")
        | words("ru", "months")
        | order_words("ru", "time")
    )

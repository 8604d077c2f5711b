"""Which words of a parsed sentence belong together?"""

from collections.abc import Iterable

from sayso.language.token import Sentence, Token
from sayso.reading.telling import Piece, trimmed


class Tree:
    """One parsed sentence with its branches. Words are meant by their index in the sentence."""

    __slots__ = ("_heads", "_under", "kids", "text", "tokens")

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.text = text
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.kids: list[list[int]] = [[] for _ in self.tokens]
        self._heads = _without_cycles([t.head for t in self.tokens])
        for i, h in enumerate(self._heads):
            if h is not None:
                self.kids[h].append(i)
        self._under: dict[int, frozenset[int]] = {}

    def under(self, i: int) -> frozenset[int]:
        """The word and everything that hangs on it."""
        if i not in self._under:
            seen = {i}
            queue = [i]
            while queue:
                for k in self.kids[queue.pop()]:
                    if k not in seen:
                        seen.add(k)
                        queue.append(k)
            self._under[i] = frozenset(seen)
        return self._under[i]

    def kid(self, i: int, *deps: str) -> int | None:
        """The first child with one of these relations."""
        return next((k for k in self.kids[i] if self.tokens[k].dep in deps), None)

    def all_kids(self, i: int, *deps: str) -> list[int]:
        """All children with one of these relations, in the order of the text."""
        return [k for k in self.kids[i] if self.tokens[k].dep in deps]

    def head(self, i: int) -> int | None:
        """What the word hangs on, None for a root."""
        return self._heads[i]

    def lemma(self, i: int) -> str:
        """The dictionary form in small letters."""
        return (self.tokens[i].lemma or self.tokens[i].text).casefold()

    def word(self, i: int) -> str:
        """The word in small letters, curly apostrophes made straight."""
        return self.tokens[i].text.casefold().replace("’", "'")

    def pieces(self, ids: Iterable[int]) -> tuple[Piece, ...]:
        """The stretches of text that these words make up; marks between them are bridged."""
        out: list[list[int]] = []
        for i in sorted(ids):
            if out and all(self.tokens[k].pos == "PUNCT" for k in range(out[-1][1] + 1, i)):
                out[-1][1] = i
            else:
                out.append([i, i])
        return tuple((self.tokens[a].start, self.tokens[b].stop) for a, b in out)

    def hull(self, ids: Iterable[int]) -> Piece:
        """From the first to the last of these words."""
        known = sorted(ids)
        return self.tokens[known[0]].start, self.tokens[known[-1]].stop

    def run(self, i: int, ids: Iterable[int]) -> Piece:
        """The unbroken run of these words that holds word i."""
        known = {*ids, i}
        a = b = i
        while a - 1 in known:
            a -= 1
        while b + 1 in known:
            b += 1
        return self.tokens[a].start, self.tokens[b].stop


def _without_cycles(heads: list[int]) -> list[int | None]:
    """The heads, None for a root; a ring of words, which a parser may hand over, is cut at its first."""
    out = [h if h != i and 0 <= h < len(heads) else None for i, h in enumerate(heads)]
    for i in range(len(out)):
        seen = {i}
        at = out[i]
        while at is not None and at not in seen:
            seen.add(at)
            at = out[at]
        if at is not None:
            out[at] = None
    return out


def noun_phrase(tree: Tree, noun: int, verb: int) -> Piece | None:
    """The whole noun phrase around its head noun, without what hangs on the verb of telling."""
    ids = set(tree.under(noun))
    if verb in ids:
        ids -= tree.under(verb)
        left = tree.run(noun, ids)
        return trimmed(tree.text, *left)
    for k in tree.kids[noun]:
        if tree.tokens[k].dep in ("conj", "cc", "appos", "relcl", "acl") and k > verb > noun:
            ids -= tree.under(k)
    return trimmed(tree.text, *tree.run(noun, ids))

"""Who is named as a source in Russian without a verb: by phrases, nouns and references?"""

from collections.abc import Iterator, Sequence

from sayso.lexicon.load import lexicon
from sayso.reading.flat import order_words
from sayso.reading.grammar import Tree
from sayso.reading.phrases import phrases
from sayso.reading.telling import Piece, Telling, meets, tidy, trimmed, without

Verbs = Sequence[int]
SUBJECT = ("nsubj", "nsubj:pass")
CLAUSE = ("ccomp", "csubj", "csubj:pass", "parataxis")


def clause_body(tree: Tree, k: int, verb: int) -> tuple[Piece, ...]:
    """The clause of word k without its "that"; what stands before the verb of telling is left out."""
    ids = set(tree.under(k)) - {verb}
    for m in list(ids):
        if is_that(tree, m) and tree.tokens[m].dep == "mark" and tree.head(m) == k:
            ids.discard(m)
    if verb < k:
        ids = {m for m in ids if m > verb}
    return tidy(tree.text, tree.pieces(ids))


def is_that(tree: Tree, m: int) -> bool:
    """Whether the word joins a told clause to its verb."""
    return tree.word(m) in order_words("ru", "that")


def is_infinitive(tree: Tree, k: int) -> bool:
    """Whether the word is an infinitive."""
    return "VerbForm=Inf" in tree.tokens[k].morph


def references(tree: Tree, verbs: Verbs) -> Iterator[tuple[Piece, Piece]]:
    """ "со ссылкой на X": the words and X."""
    start, stop = tree.tokens[0].start, tree.tokens[-1].stop
    for a, b, kind in phrases(tree.text, "ru", "source_preps", start, stop):
        if kind == "cite" and (who := _noun_from(tree, verbs, b)) is not None:
            yield (a, b), who


def _noun_from(tree: Tree, verbs: Verbs, at: int) -> Piece | None:
    """The noun phrase that begins here."""
    first = next((k for k, t in enumerate(tree.tokens) if t.start >= at), None)
    if first is None:
        return None
    k = first
    while (head := tree.head(k)) is not None and head > k and head - first < 5:
        if tree.tokens[head].pos in ("VERB", "AUX") or tree.tokens[k].dep in SUBJECT:
            break
        k = head
    ids = {m for m in tree.under(k) if m >= first}
    verb = next((v for v in verbs if v in ids), None)
    ids -= tree.under(verb) if verb is not None else set()
    return trimmed(tree.text, *tree.run(k, ids)) if k in ids else None


def by_phrase(tree: Tree, verbs: Verbs) -> Iterator[Telling]:
    """ "по словам X": the clause that the phrase stands in."""
    start, stop = tree.tokens[0].start, tree.tokens[-1].stop
    for a, b, kind in phrases(tree.text, "ru", "source_preps", start, stop):
        if kind != "cite" and not any(meets((a, b), c) for c in _cues(tree, verbs)):
            if (telling := _phrase(tree, verbs, a, b, kind)) is not None:
                yield telling
    for a, b, kind in _their_words(tree):
        if (telling := _phrase(tree, verbs, a, b, kind, own=True)) is not None:
            yield telling


def _cues(tree: Tree, verbs: Verbs) -> list[Piece]:
    return [(tree.tokens[i].start, tree.tokens[i].stop) for i in verbs]


def _phrase(
    tree: Tree, verbs: Verbs, a: int, b: int, kind: str, own: bool = False
) -> Telling | None:
    inside = [k for k, t in enumerate(tree.tokens) if a <= t.start < b]
    if not inside:
        return None
    if own:
        middle = inside[1]
        holder: Piece | None = tree.tokens[middle].start, tree.tokens[middle].stop
    else:
        holder = _noun_from(tree, verbs, b)
    if holder is None:
        return None
    top = _clause_over(tree, verbs, inside[-1])
    last = max(b, holder[1])
    if top is None:
        ids = frozenset(range(len(tree.tokens)))
    else:
        ids = frozenset(m for m in tree.under(top) if not _mark_of(tree, m, top))
    whole = tree.hull(ids)
    content = tidy(tree.text, without(whole, [(a, last)]))
    cue = trimmed(tree.text, a, b)
    return Telling("source phrase", kind, content, holder, cue) if content else None


def _mark_of(tree: Tree, m: int, top: int) -> bool:
    return tree.word(m) in order_words("ru", "that") and tree.head(m) == top


def _clause_over(tree: Tree, verbs: Verbs, k: int) -> int | None:
    """The clause that a phrase stands in, when a verb of telling governs that clause."""
    head: int | None = k
    while head is not None:
        up = tree.head(head)
        if up in verbs and tree.tokens[head].dep in CLAUSE:
            return head if head != k else None
        head = up
    return None


def by_noun(tree: Tree) -> Iterator[Telling]:
    """ "заявление X о том, что …", "обещание X сделать …"."""
    nouns = lexicon("ru", "say_nouns").entries
    for i, token in enumerate(tree.tokens):
        entry = nouns.get(tree.lemma(i)) if token.pos == "NOUN" else None
        owner = tree.kid(i, "nmod") if entry else None
        if entry is None or owner is None or "Case=Gen" not in tree.tokens[owner].morph:
            continue
        told = _told_by_noun(tree, i, owner)
        holder = _owner_words(tree, i, owner)
        if told and holder:
            yield Telling("noun", entry[0], told, holder, (token.start, token.stop))


def _told_by_noun(tree: Tree, i: int, owner: int) -> tuple[Piece, ...]:
    for k in sorted(tree.under(i)):
        if k <= i:
            continue
        if tree.word(k) in order_words("ru", "that") and tree.tokens[k].dep == "mark":
            head = tree.head(k)
            return clause_body(tree, head, i) if head is not None else ()
        if is_infinitive(tree, k) and tree.head(k) in (i, owner):
            return tidy(tree.text, tree.pieces(tree.under(k)))
    return ()


def _owner_words(tree: Tree, i: int, owner: int) -> Piece | None:
    ids = {m for m in tree.under(owner) if tree.tokens[m].dep != "acl"}
    for m in list(ids):
        if tree.word(m) in ("том", "что") or is_infinitive(tree, m):
            ids -= tree.under(m)
    return trimmed(tree.text, *tree.run(owner, ids)) if owner in ids else None


def _their_words(tree: Tree) -> Iterator[tuple[int, int, str]]:
    """ "по её словам": where, and the class."""
    for i in range(len(tree.tokens) - 2):
        if tree.word(i) == "по" and tree.word(i + 1) in ("его", "её", "ее", "их"):
            if kind := _own_class(tree.word(i + 2)):
                yield tree.tokens[i].start, tree.tokens[i + 2].stop, kind


def _own_class(word: str) -> str | None:
    if word in order_words("ru", "own-believe"):
        return "believe"
    return "say" if word in order_words("ru", "own-say") else None

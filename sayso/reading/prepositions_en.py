"""Who is the source in "according to", "per" and "in the words of"?"""

from sayso.reading.grammar import Tree, noun_phrase
from sayso.reading.telling import Piece, Telling, tidy

VERBAL = ("VERB", "AUX")


def according_to(tree: Tree, i: int) -> Telling | None:
    """ "according to X": the clause around it, on X's say-so."""
    prep = _source_preposition(tree, i)
    if prep is None:
        return None
    cue, holder, ids = prep
    at = tree.head(i)
    while at is not None and tree.tokens[at].pos not in VERBAL and tree.head(at) is not None:
        at = tree.head(at)
    if at is None:
        return None
    kept = set(tree.under(at)) - ids
    for k in tree.all_kids(at, "conj", "advcl"):
        if k > i > at and tree.kid(k, "nsubj", "nsubjpass") is not None and i < min(tree.under(k)):
            kept -= tree.under(k)
    if tree.tokens[at].dep in ("relcl", "acl"):
        kept -= {at} if len(kept) == 1 else set()
    content = tidy(tree.text, tree.pieces(kept))
    if not content:
        return None
    return Telling("according to", "say", content, holder, cue)


def _source_preposition(tree: Tree, i: int) -> tuple[Piece, Piece, set[int]] | None:
    """The cue, the holder and all words of a source preposition that starts at word i."""
    if tree.word(i) == "according":
        to = next((k for k in tree.kids[i] if tree.word(k) == "to"), None)
        named = tree.kid(to, "pobj") if to is not None else None
        if to is None or named is None:
            return None
        holder = noun_phrase(tree, named, i)
        return (tree.hull((i, to)), holder, set(tree.under(i))) if holder else None
    if tree.word(i) == "citing" and tree.tokens[i].dep in ("advcl", "prep"):
        return None
    if tree.word(i) == "per" and tree.tokens[i].dep == "prep":
        named = tree.kid(i, "pobj")
        if named is not None and tree.tokens[named].pos == "PROPN":
            holder = noun_phrase(tree, named, i)
            return (tree.hull((i,)), holder, set(tree.under(i))) if holder else None
    return _in_the_words_of(tree, i)


def _in_the_words_of(tree: Tree, i: int) -> tuple[Piece, Piece, set[int]] | None:
    if tree.word(i) != "in" or tree.tokens[i].dep != "prep":
        return None
    noun = tree.kid(i, "pobj")
    if noun is None or tree.lemma(noun) not in ("word", "view", "opinion", "judgment", "telling"):
        return None
    owner = tree.kid(noun, "poss")
    of = next((k for k in tree.all_kids(noun, "prep") if tree.word(k) == "of"), None)
    if owner is None and of is not None:
        owner = tree.kid(of, "pobj")
        last = of
    else:
        last = noun
    if owner is None:
        return None
    holder = noun_phrase(tree, owner, i)
    cue = tree.hull((i, last)) if last != noun else tree.hull((noun,))
    return (cue, holder, set(tree.under(i))) if holder else None

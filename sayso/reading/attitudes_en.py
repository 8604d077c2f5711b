"""Who is for or against what: "was criticized by X", "is worried about Y", "made it clear that …"?"""

from sayso.lexicon.load import lexicon
from sayso.reading.grammar import Tree, noun_phrase
from sayso.reading.subjects_en import PASSIVE, VERBAL, antecedent, cue_of, negated, subject, undone
from sayso.reading.telling import Piece, Telling, tidy

COPULAS = frozenset({"be", "feel", "seem", "sound", "remain", "become", "grow", "stay", "appear"})
IMPERSONAL = frozenset({"it", "this", "that", "there", "these", "those", "what", "which"})


def passive_act(tree: Tree, i: int) -> Telling | None:
    """ "The plan was criticized by X", "a bill backed by X", "was described as B", "was accused of B"."""
    row = lexicon("en", "say_verbs").entries.get(tree.lemma(i))
    token = tree.tokens[i]
    if row is None or token.pos != "VERB" or undone(tree, i):
        return None
    participle = token.dep == "acl" and "VerbForm=Part" in token.morph and _by(tree, i) is not None
    if tree.kid(i, "auxpass") is None and not participle:
        return None
    kind, frames = row[0], frozenset(row[1].split(","))
    if participle and kind in ("write", "show"):
        return None  # "images published by X show …" tells by the images
    about = tree.kid(i, *PASSIVE) if not participle else tree.head(i)
    agent = _by(tree, i)
    found = _done_to(tree, i, about, frames, agent is not None)
    kept = tidy(tree.text, tree.pieces(found)) if found else ()
    if not kept:
        return None
    holder = noun_phrase(tree, agent, i) if agent is not None else None
    return Telling("passive", kind, kept, holder, cue_of(tree, i), negated=negated(tree, i))


def _by(tree: Tree, i: int) -> int | None:
    """Who it is done by, where that can be somebody."""
    for k in tree.all_kids(i, "agent"):
        named = tree.kid(k, "pobj")
        if named is not None:
            return named
    return None


def _done_to(
    tree: Tree, i: int, about: int | None, frames: frozenset[str], by: bool
) -> set[int] | None:
    """The words for what is criticized, backed, called something or accused of something."""
    as_ = next((k for k in tree.all_kids(i, "prep") if tree.word(k) == "as" and k > i), None)
    if about is not None and "as" in frames and as_ is not None:
        return (set(tree.under(about)) - set(tree.under(i))) | set(tree.under(as_))
    named = tree.kid(i, "oprd")
    if about is not None and "small" in frames and named is not None:
        return set(tree.under(about)) | set(tree.under(named))
    for k in tree.all_kids(i, "prep"):
        inner = tree.kid(k, "pobj", "pcomp")
        if f"p:{tree.word(k)}" in frames and inner is not None and k > i and "o" not in frames:
            return set(tree.under(inner))
    if about is not None and by and "o" in frames:
        return set(tree.under(about)) - set(tree.under(i))
    return None


def attitude(tree: Tree, i: int) -> Telling | None:
    """ "is confident that …", "was worried about …", "is opposed to …", "made it clear that …"."""
    row = lexicon("en", "say_adjectives").entries.get(tree.word(i))
    if row is None or tree.tokens[i].pos not in ("ADJ", "VERB"):
        return None
    verb = _copula(tree, i)
    if verb is None or undone(tree, verb):
        return None
    who = subject(tree, verb) if tree.kid(verb, *PASSIVE) is None else tree.kid(verb, *PASSIVE)
    if who is None or tree.word(who) in IMPERSONAL:
        return None
    found = _held(tree, i, verb, frozenset(row[1].split(",")))
    holder = noun_phrase(tree, who, verb)
    if found is None or holder is None:
        return None
    kept = tidy(tree.text, tree.pieces(found[0]))
    if not kept or any(a < holder[1] and holder[0] < b for a, b in kept):
        return None
    return Telling(
        "attitude",
        row[0],
        kept,
        holder,
        _cue(tree, verb, found[1] if found[1] is not None else i),
        antecedent=antecedent(tree, verb, who),
        negated=negated(tree, verb),
    )


def _copula(tree: Tree, i: int) -> int | None:
    """The verb that makes the adjective a statement about somebody."""
    head = tree.head(i)
    if tree.tokens[i].pos == "VERB" and tree.kid(i, "auxpass") is not None:
        return i
    if head is None or tree.tokens[head].pos not in VERBAL:
        return None
    made = tree.lemma(head) == "make" and tree.word(i) in ("clear", "plain", "known")
    if tree.tokens[i].dep == "acomp" and (tree.lemma(head) in COPULAS or made):
        return head
    return head if made and tree.tokens[i].dep in ("ccomp", "oprd", "amod", "advcl") else None


def _held(
    tree: Tree, i: int, verb: int, frames: frozenset[str]
) -> tuple[set[int], int | None] | None:
    """What the attitude is about, and the preposition that goes with the cue."""
    for at in dict.fromkeys((i, verb)):
        for k in tree.all_kids(at, "ccomp", "xcomp"):
            infinitive = any(tree.word(a) == "to" for a in tree.all_kids(k, "aux"))
            if k > i and ("to" if infinitive else "s") in frames:
                return set(tree.under(k)), None
    for k in tree.all_kids(i, "prep"):
        inner = tree.kid(k, "pobj", "pcomp")
        if k > i and inner is not None and f"p:{tree.word(k)}" in frames:
            return set(tree.under(inner)), k
    return None


def _cue(tree: Tree, verb: int, last: int) -> Piece:
    """From the first auxiliary to the adjective or its preposition."""
    low, _ = cue_of(tree, verb)
    return low, tree.tokens[last].stop

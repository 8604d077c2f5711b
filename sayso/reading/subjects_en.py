"""Who does what an English verb says, and which words go with the verb?"""

from sayso.reading.grammar import Tree
from sayso.reading.telling import Piece, trimmed

SUBJECTS = ("nsubj", "csubj")
PASSIVE = ("nsubjpass", "csubjpass")
VERBAL = ("VERB", "AUX")
BESIDE_CUE = ("aux", "auxpass", "neg", "prt", "advmod")
QUANTIFIERS = frozenset({"far", "away", "when", "where", "why", "how", "before", "ago", "instead"})


# --- who -----------------------------------------------------------------------------------


def subject(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """The word that does what the verb says: its own subject or that of the verb it hangs on."""
    own = tree.kid(verb, *SUBJECTS)
    if own is not None:
        return own
    head = tree.head(verb)
    if head is None or depth > 5 or tree.kid(verb, *PASSIVE) is not None:
        return None
    dep = tree.tokens[verb].dep
    if dep == "acl":
        return head if tree.tokens[head].pos in ("NOUN", "PROPN", "PRON") else None
    if dep == "relcl":
        return None
    if dep in ("conj", "xcomp", "advcl", "ccomp", "dep") and tree.tokens[head].pos in VERBAL:
        if dep == "xcomp" and (object_ := tree.kid(head, "dobj")) is not None:
            return object_
        if dep == "ccomp" and tree.kid(verb, "aux", "mark") is not None:
            return None
        above = subject(tree, head, depth + 1)
        return above if above is not None else _agentless(tree, head, dep)
    if dep == "pcomp":
        above = tree.head(head)
        if above is not None and tree.tokens[above].pos in VERBAL:
            who = subject(tree, above, depth + 1)
            return who if who is not None else tree.kid(above, *PASSIVE)
    return None


def _agentless(tree: Tree, head: int, dep: str) -> int | None:
    return tree.kid(head, *PASSIVE) if dep in ("conj", "xcomp", "advcl") else None


def antecedent(tree: Tree, verb: int, noun: int) -> Piece | None:
    """The noun phrase that who, which or that stands for."""
    if tree.word(noun) not in ("who", "which", "that", "whom"):
        return None
    at: int | None = verb
    while at is not None and tree.tokens[at].dep not in ("relcl", "acl"):
        at = tree.head(at)
    head = tree.head(at) if at is not None else None
    if at is None or head is None:
        return None
    ids = tree.under(head) - tree.under(at)
    return trimmed(tree.text, *tree.run(head, ids))


# --- by which words ------------------------------------------------------------------------


def cue_of(tree: Tree, verb: int, extra: int | None = None) -> Piece:
    """The verb with its auxiliaries, negation, particle and the adverbs that stand beside it."""
    ids = {verb}
    for k in tree.kids[verb]:
        if tree.tokens[k].dep in BESIDE_CUE and tree.word(k) not in QUANTIFIERS:
            if tree.tokens[k].dep != "advmod" or (k < verb and not tree.kids[k]):
                ids.add(k)
    if extra is not None:
        ids |= set(range(verb, extra + 1))
    head = tree.head(verb)
    if tree.tokens[verb].dep == "xcomp" and head is not None and head < verb and verb - head <= 3:
        ids |= set(range(head, verb + 1)) | {k for k in tree.kids[head] if k < head}
        ids = {k for k in ids if tree.tokens[k].dep not in (*SUBJECTS, *PASSIVE, "punct", "cc")}
    if tree.tokens[verb].dep == "conj":
        ids = {k for k in ids if tree.tokens[k].dep != "cc"}
    return tree.run(verb, ids)


def negated(tree: Tree, verb: int) -> bool:
    """Whether the verb itself is denied: "did not say", "never said"."""
    return any(
        tree.tokens[k].dep == "neg" or tree.word(k) in ("never", "not", "n't")
        for k in tree.kids[verb]
    )


# Verbs after which an infinitive is done all the same ("went on to criticise"): implicatives, as Karttunen calls
# them, and verbs of beginning and going on.
IMPLIED = frozenset(
    ["go", "continue", "begin", "start", "proceed", "manage", "dare", "bother", "come", "appear", "seem", "tend",
     "happen", "help", "get", "rush", "hasten", "move", "decline", "refuse", "use"]
)  # fmt: skip


def undone(tree: Tree, verb: int) -> bool:
    """ "to support the plan", "wants to condemn it": nobody has yet said so; "went on to condemn it" has."""
    if not any(tree.tokens[k].dep == "aux" and tree.word(k) == "to" for k in tree.kids[verb]):
        return False
    head = tree.head(verb)
    done = head is not None and tree.tokens[verb].dep in ("xcomp", "advcl") and head < verb
    return not (done and tree.lemma(head or 0) in IMPLIED)

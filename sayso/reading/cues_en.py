"""Who tells what in an English sentence, read from its parse?"""

from collections.abc import Callable, Iterator
from functools import cache

from sayso.language.token import Sentence
from sayso.lexicon.load import lexicon
from sayso.reading.attitudes_en import attitude, passive_act
from sayso.reading.chains_en import as_reported, quoted_as_saying, refusal, settled, with_cited
from sayso.reading.grammar import Tree, noun_phrase
from sayso.reading.prepositions_en import according_to
from sayso.reading.subjects_en import (
    PASSIVE,
    SUBJECTS,
    VERBAL,
    antecedent,
    cue_of,
    negated,
    subject,
    undone,
)
from sayso.reading.telling import Piece, Telling, tidy, trimmed

CLAUSES = ("ccomp", "parataxis")
MEDIUM_PREPS = ("on", "in", "to", "via", "during", "at", "through")
# Frames without a clause: the verb itself is the act, which an infinitive does not say was done.
DEEDS = ("infinitive", "preposition")
POINTING = frozenset({"this", "that", "these", "those", "it", "what"})


@cache
def _verbs() -> dict[str, tuple[str, frozenset[str]]]:
    rows = lexicon("en", "say_verbs").entries
    return {w: (kind, frozenset(frames.split(","))) for w, (kind, frames) in rows.items()}


def tellings_en(text: str, sentences: tuple[Sentence, ...]) -> Iterator[Telling]:
    """Every attribution that the parse shows, verb by verb and noun by noun."""
    for sentence in sentences:
        tree = Tree(text, sentence)
        found = (_first(tree, i) for i in range(len(tree.tokens)))
        yield from settled(text, tuple(t for t in found if t is not None))


def _first(tree: Tree, i: int) -> Telling | None:
    """What the first rule that has an opinion on this word says."""
    for rule in RULES:
        found = rule(tree, i)
        if found is not None:
            return with_cited(tree, i, found) if found.content else found
    return None


# --- what ----------------------------------------------------------------------------------


def _clause(tree: Tree, verb: int) -> tuple[Piece, ...]:
    """The clause that the verb reports, wherever it stands."""
    found = [
        k
        for k in tree.all_kids(verb, *CLAUSES)
        if not (tree.tokens[k].dep == "parataxis" and k > verb)
    ]
    if found:
        ids: set[int] = set()
        for k in found:
            ids |= tree.under(k)
        return tree.pieces(ids | _joined_before(tree, verb, ids))
    if (stated := _stated(tree, verb)) is not None:
        return tree.pieces(tree.under(stated))
    head = tree.head(verb)
    if tree.tokens[verb].dep == "parataxis" and head is not None:
        root = head
        return tree.pieces(tree.under(root) - tree.under(verb))
    return ()


def _joined_before(tree: Tree, verb: int, ids: set[int]) -> frozenset[int]:
    """ "A, but B, an official said": the parser joins the verb to A, yet A is told as well."""
    head, who = tree.head(verb), tree.kid(verb, *SUBJECTS)
    if tree.tokens[verb].dep != "conj" or head is None or who is None:
        return frozenset()
    if not head < min(ids) <= max(ids) < min(who, verb) or tree.lemma(head) in _verbs():
        return frozenset()
    return tree.under(head) - tree.under(verb)


def _stated(tree: Tree, verb: int) -> int | None:
    """ "said in a statement that …": the clause that the parser hangs on the statement."""
    for k in tree.all_kids(verb, "prep"):
        noun = tree.kid(k, "pobj")
        if k > verb and noun is not None and tree.word(k) in MEDIUM_PREPS:
            clause = tree.kid(noun, "acl")
            if clause is not None and any(
                tree.word(m) == "that" for m in tree.all_kids(clause, "mark")
            ):
                return clause
    return None


def _prepositional(tree: Tree, verb: int, frames: frozenset[str]) -> tuple[int, int] | None:
    """A preposition the verb asks for, and what it governs."""
    for k in tree.all_kids(verb, "prep", "prt", "agent"):
        if f"p:{tree.word(k)}" not in frames or k < verb:
            continue
        inner = tree.kid(k, "pobj", "pcomp")
        if inner is None and tree.tokens[k].dep == "prt":
            inner = tree.kid(verb, "dobj")
        if inner is not None:
            return k, inner
    return None


def _small(tree: Tree, verb: int, frames: frozenset[str]) -> tuple[Piece, ...]:
    """An object and what it is called or described as."""
    if "as" in frames:
        as_ = next((k for k in tree.all_kids(verb, "prep", "mark") if tree.word(k) == "as"), None)
        about = tree.kid(verb, "dobj")
        if as_ is not None and about is not None and tree.kids[as_] and as_ > verb:
            return tree.pieces(tree.under(about) | tree.under(as_))
    if "small" in frames:
        named = tree.kid(verb, "oprd")
        about = tree.kid(verb, "dobj")
        if named is not None and about is not None:
            return tree.pieces(tree.under(about) | tree.under(named))
        clause = tree.kid(verb, "ccomp")
        if clause is not None and clause > verb:
            return tree.pieces(tree.under(clause))
    return ()


def _infinitive(tree: Tree, verb: int, frames: frozenset[str]) -> tuple[Piece, ...]:
    own = tree.kid(verb, "xcomp")
    if own is None:
        own = next(
            (
                k
                for k in tree.all_kids(verb, "ccomp", "advcl")
                if any(tree.word(a) == "to" for a in tree.all_kids(k, "aux"))
            ),
            None,
        )
    if own is None or not any(tree.word(a) == "to" for a in tree.all_kids(own, "aux")):
        return ()
    other = tree.kid(verb, "dobj")
    if "xto" in frames and (other is not None or tree.kid(own, "nsubj") is not None):
        ids = set(tree.under(own)) | (set(tree.under(other)) if other is not None else set())
        return tree.pieces(ids)
    return tree.pieces(tree.under(own)) if "to" in frames and other is None else ()


def _object(tree: Tree, verb: int) -> tuple[Piece, ...]:
    thing = tree.kid(verb, "dobj")
    if thing is None or tree.tokens[thing].dep != "dobj":
        return ()
    ids = set(tree.under(thing))
    for k in tree.all_kids(verb, "prep"):
        if tree.word(k) in ("for", "of", "over") and k > thing:
            ids |= tree.under(k)
    return tree.pieces(ids)


# --- rules: one word in, one telling or none ----------------------------------------------


def passive_report(tree: Tree, i: int) -> Telling | None:
    """ "is believed to …", "was said to …": somebody holds it, nobody is named."""
    entry = _verbs().get(tree.lemma(i))
    if entry is None or tree.kid(i, "auxpass") is None:
        return None
    who = tree.kid(i, *PASSIVE)
    frames = entry[1]
    what = tree.kid(i, "xcomp", "ccomp")
    if who is None or what is None or not ({"s", "xto", "small"} & frames):
        return None
    infinitive = any(tree.word(a) == "to" for a in tree.all_kids(what, "aux"))
    agents = [tree.kid(k, "pobj") for k in tree.all_kids(i, "agent")]
    holder = noun_phrase(tree, agents[0], i) if agents and agents[0] is not None else None
    if tree.word(who) in ("it", "there"):
        ids = set(tree.under(what))
    elif infinitive:
        ids = set(tree.under(who)) | set(tree.under(what))
    else:
        return None
    kept = tidy(tree.text, tree.pieces(ids))
    if not kept:
        return None
    kind = "suppose" if entry[0] == "believe" else entry[0]
    return Telling("passive", kind, kept, holder, cue_of(tree, i), negated=negated(tree, i))


def verb_of_telling(tree: Tree, i: int) -> Telling | None:
    """A verb that reports, with its subject and what it reports."""
    token = tree.tokens[i]
    entry = _verbs().get(tree.lemma(i))
    if entry is None or token.pos not in VERBAL or token.dep in ("aux", "auxpass"):
        return None
    if token.dep in ("amod", "compound") or tree.kid(i, "auxpass") is not None:
        return None
    kind, frames = entry
    found = _content(tree, i, frames)
    if found is None:
        return None
    content, extra, rule = found
    if rule in DEEDS and undone(tree, i):
        return None
    who = subject(tree, i)
    holder = noun_phrase(tree, who, i) if who is not None else None
    if holder is None and (rule != "clause" or not _quoted(tree.text, content)):
        return None
    if who is not None and tree.word(who) in POINTING and kind in ("show", "believe", "want"):
        return None
    stands_for = antecedent(tree, i, who) if who is not None else None
    cue = cue_of(tree, i, extra)
    taken = [p for p in (holder, cue) if p]
    kept = tidy(tree.text, content)
    kept = tuple(p for p in kept if not any(p[0] >= a and p[1] <= b for a, b in taken))
    if not kept or (holder and any(a < holder[1] and holder[0] < b for a, b in kept)):
        return None
    medium = _medium(tree, i)
    return Telling(rule, kind, kept, holder, cue, medium, stands_for, negated(tree, i))


def _content(
    tree: Tree, i: int, frames: frozenset[str]
) -> tuple[tuple[Piece, ...], int | None, str] | None:
    """What the verb reports, the preposition that goes with the cue, and the kind of frame."""
    if found := _infinitive(tree, i, frames):
        return found, None, "infinitive"
    if found := _small(tree, i, frames):
        return found, None, "called"
    if ("s" in frames or "q" in frames) and (found := _clause(tree, i)):
        if "s" in frames or any(c in tree.text[a:b] for a, b in found for c in '“"'):
            return found, None, "clause"
    if prep := _prepositional(tree, i, frames):
        extra = prep[0] if prep[0] - i <= 2 else None
        ids = tree.under(prep[1]) if extra is not None else tree.under(prep[0])
        return tree.pieces(ids), extra, "preposition"
    if "o" in frames and (found := _object(tree, i) or _gerund(tree, i)):
        return found, None, "object"
    return None


def _quoted(text: str, pieces: tuple[Piece, ...]) -> bool:
    return any(c in text[a:b] for a, b in pieces for c in '“"')


def _gerund(tree: Tree, verb: int) -> tuple[Piece, ...]:
    """ "denied receiving any money"."""
    own = tree.kid(verb, "xcomp", "ccomp")
    if own is None or own < verb or tree.kid(own, "aux", *SUBJECTS) is not None:
        return ()
    return tree.pieces(tree.under(own)) if tree.word(own).endswith("ing") else ()


def _medium(tree: Tree, i: int) -> Piece | None:
    """ "told the agency", "wrote on Telegram", "said in a statement"."""
    if tree.lemma(i) in ("tell", "inform", "brief", "assure"):
        whom = tree.kid(i, "dobj", "dative")
        if whom is not None:
            return noun_phrase(tree, whom, i)
    known = lexicon("en", "media_words").entries
    for k in tree.all_kids(i, "prep", "dative"):
        inner = tree.kid(k, "pobj")
        if inner is None or tree.word(k) not in MEDIUM_PREPS:
            continue
        if tree.lemma(inner) in known or tree.word(inner) in known:
            return trimmed(tree.text, *tree.hull(tree.under(inner)))
    return None


def noun_of_telling(tree: Tree, i: int) -> Telling | None:
    """ "the auditor's warning that …", "a claim by the union that …", "his promise to …"."""
    row = lexicon("en", "say_nouns").entries.get(tree.lemma(i))
    if row is None or tree.tokens[i].pos != "NOUN":
        return None
    owner = tree.kid(i, "poss")
    by = next((k for k in tree.all_kids(i, "prep") if tree.word(k) in ("by", "from")), None)
    named = owner if owner is not None else (tree.kid(by, "pobj") if by is not None else None)
    clause = next(
        (
            k
            for k in tree.all_kids(i, "acl", "ccomp", "relcl")
            if any(
                tree.word(m) in ("that", "to", "whether") for m in tree.all_kids(k, "mark", "aux")
            )
        ),
        None,
    )
    if clause is None or (named is None and _of_a_verb(tree, i, clause)):
        return None
    holder = noun_phrase(tree, named, i) if named is not None else None
    kept = tidy(tree.text, tree.pieces(tree.under(clause)))
    if not kept or (holder is None and tree.word(min(tree.under(clause))) == "to"):
        return None
    return Telling("noun", row[0], kept, holder, tree.hull((i,)))


def _of_a_verb(tree: Tree, noun: int, clause: int) -> bool:
    """Whether the noun's clause is what a verb before it tells."""
    prep = tree.head(noun)
    verb = tree.head(prep) if prep is not None else None
    if verb is None or tree.lemma(verb) not in _verbs() or tree.tokens[verb].pos not in VERBAL:
        return False
    return _stated(tree, verb) == clause and tree.kid(verb, *CLAUSES) is None


RULES: tuple[Callable[[Tree, int], Telling | None], ...] = (
    according_to,
    quoted_as_saying,
    as_reported,
    refusal,
    passive_report,
    passive_act,
    verb_of_telling,
    attitude,
    noun_of_telling,
)

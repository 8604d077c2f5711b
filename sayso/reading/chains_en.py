"""Through whom did an English teller get it: "citing officials", "quoted her as saying", "as X reported"?"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.lexicon.load import lexicon
from sayso.reading.grammar import Tree, noun_phrase
from sayso.reading.telling import Piece, Telling, inside, meets, tidy, trimmed, without

CITING = frozenset({"citing", "quoting"})
QUOTED = frozenset({"quote", "cite", "record", "report"})
BESIDE = ("advcl", "acl", "prep", "conj", "dep")
PASSED_ON = ("citing", "told those cited", "quoted as saying", "refusal")
SAYING = ("say", "write", "show")
VERBAL = ("VERB", "AUX")


def with_cited(tree: Tree, i: int, outer: Telling) -> Telling:
    """The telling, or what it passes on: "…, citing two officials" makes the officials the last link."""
    at = _citing(tree, i, outer)
    named = tree.kid(at, "dobj", "pobj") if at is not None else None
    if at is None or named is None or outer.holder is None:
        return outer
    who = noun_phrase(tree, named, at)
    gone = tree.hull(tree.under(at))
    content = tidy(tree.text, (p for piece in outer.content for p in without(piece, [gone])))
    if who is None or not content:
        return outer
    above = replace(outer, content=content, holder=_cut(tree, outer.holder, gone), over=())
    relative = next(iter(tree.all_kids(named, "relcl")), None)
    if relative is not None:
        who = _cut(tree, who, tree.hull(tree.under(relative))) or who
    cited = Telling("citing", "say", content, who, tree.hull((at,)), over=(*outer.over, above))
    return _told_them(tree, relative, cited) if relative is not None else cited


def _cut(tree: Tree, piece: Piece, gone: Piece) -> Piece | None:
    left = without(piece, [gone])
    return trimmed(tree.text, *left[0]) if left else None


def _citing(tree: Tree, i: int, outer: Telling) -> int | None:
    """ "citing" that hangs on the verb of telling, its subject, its words or "according"."""
    low, high = outer.reach
    for k, token in enumerate(tree.tokens):
        beside = tree.word(k) in CITING and token.dep in BESIDE
        if not beside and (token.dep != "relcl" or tree.lemma(k) not in ("cite", "quote")):
            continue
        if k > i and any(tree.word(m) in CITING for m in range(i + 1, k)):
            continue
        head = tree.head(k)
        own = head == i or (low <= token.start <= high + 3 and _only_verb(tree, i, k))
        if own:
            return k
    return None


def _only_verb(tree: Tree, i: int, k: int) -> bool:
    """Whether no other verb of telling stands between the two."""
    known = lexicon("en", "say_verbs").entries
    a, b = sorted((i, k))
    return not any(
        tree.lemma(m) in known and tree.tokens[m].pos in VERBAL and tree.kid(m, "nsubj") is not None
        for m in range(a + 1, b)
    )


def _told_them(tree: Tree, relative: int, cited: Telling) -> Telling:
    """ "officials who said a minister told them": the minister is the last link."""
    inner = tree.kid(relative, "ccomp")
    if inner is None or tree.lemma(inner) not in lexicon("en", "say_verbs").entries:
        return cited
    subject = tree.kid(inner, "nsubj")
    who = noun_phrase(tree, subject, inner) if subject is not None else None
    if who is None or tree.kid(inner, "ccomp") is not None:
        return cited
    above = replace(cited, over=())
    return Telling(
        "told those cited",
        "say",
        cited.content,
        who,
        tree.hull((inner,)),
        over=(*cited.over, above),
    )


def quoted_as_saying(tree: Tree, i: int) -> Telling | None:
    """ "X was quoted by Y as saying that …", "Y quoted X as saying that …"."""
    if tree.lemma(i) not in QUOTED or tree.tokens[i].pos not in VERBAL:
        return None
    as_ = next((k for k in tree.all_kids(i, "prep", "mark") if tree.word(k) == "as"), None)
    saying = tree.kid(as_, "pcomp") if as_ is not None else None
    if as_ is None or saying is None:
        return None
    row = lexicon("en", "say_verbs").entries.get(tree.lemma(saying))
    if row is None:
        return None
    passive = tree.kid(i, "nsubjpass")
    speaker = passive if passive is not None else tree.kid(i, "dobj")
    agent = next((k for k in tree.all_kids(i, "agent") if k < as_ or k > saying), None)
    outlet = tree.kid(agent, "pobj") if agent is not None else None
    if passive is None:
        outlet = tree.kid(i, "nsubj")
    if speaker is None:
        return None
    ids = set(tree.under(saying)) - {saying}
    if agent is not None:
        ids -= tree.under(agent)
    content = tidy(tree.text, tree.pieces(ids))
    who = noun_phrase(tree, speaker, i)
    aux = {k for k in tree.kids[i] if tree.tokens[k].dep in ("auxpass", "aux", "neg")}
    cue = (
        tree.hull(aux | {i})
        if agent is not None or passive is None
        else tree.hull(aux | {i, saying})
    )
    told = Telling("quoted as saying", row[0], _plain(tree, content), who, cue)
    if outlet is None or not told.content:
        return told
    above = Telling(
        "quoting", "say", told.content, noun_phrase(tree, outlet, i), tree.run(i, aux | {i})
    )
    return replace(told, cue=tree.hull((as_, saying)), over=(above,))


def _plain(tree: Tree, content: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The content without the "that" that opens it."""
    if content and tree.text[content[0][0] : content[0][0] + 5].casefold() == "that ":
        return ((content[0][0] + 5, content[0][1]), *content[1:])
    return content


def as_reported(tree: Tree, i: int) -> Telling | None:
    """ "as X reported", "as X put it", "as reported by X": the clause around it, on X's say-so."""
    as_ = next(
        (k for k in tree.all_kids(i, "mark", "advmod", "prep") if tree.word(k) == "as"), None
    )
    row = lexicon("en", "say_verbs").entries.get(tree.lemma(i))
    put = tree.lemma(i) == "put" and _it(tree, i)
    if as_ is None or (row is None and not put) or tree.tokens[i].dep != "advcl":
        return None
    if tree.kid(i, "ccomp", "xcomp") is not None or (not put and tree.kid(i, "dobj") is not None):
        return None
    agent = tree.kid(i, "agent")
    who = tree.kid(agent, "pobj") if agent is not None else tree.kid(i, "nsubj")
    main = tree.head(i)
    if who is None or main is None or (not put and row is not None and row[0] not in SAYING):
        return None
    content = tidy(tree.text, tree.pieces(tree.under(main) - tree.under(i)))
    holder = noun_phrase(tree, who, i)
    if not content or holder is None:
        return None
    return Telling("as reported", row[0] if row else "say", content, holder, tree.hull((i,)))


def _it(tree: Tree, i: int) -> bool:
    thing = tree.kid(i, "dobj")
    return thing is not None and tree.word(thing) == "it"


def refusal(tree: Tree, i: int) -> Telling | None:
    """ "refused to say who …": what is refused is the answer, not the saying."""
    known = lexicon("en", "say_verbs").entries
    row = known.get(tree.lemma(i))
    saying = tree.kid(i, "xcomp")
    if row is None or row[0] != "refuse" or saying is None or tree.kid(i, "nsubj") is None:
        return None
    if tree.lemma(saying) not in known or tree.kid(saying, "ccomp", "dobj") is None:
        return None
    what = tree.kid(saying, "ccomp", "dobj")
    who = tree.kid(i, "nsubj")
    if what is None or who is None:
        return None
    content = tidy(tree.text, tree.pieces(tree.under(what)))
    holder = noun_phrase(tree, who, i)
    aux = {k for k in tree.kids[i] if tree.tokens[k].dep in ("aux", "neg") and k < i}
    cue = tree.hull(aux | set(range(i, saying + 1)))
    return Telling("refusal", "refuse", content, holder, cue) if content and holder else None


def settled(text: str, found: Sequence[Telling]) -> tuple[Telling, ...]:
    """The tellings of one sentence with those that a longer rule has used up taken out or hung on it."""
    chains = [t for t in found if t.rule in PASSED_ON]
    out = []
    for t in found:
        used = next((c for c in chains if c is not t and t.cue and _uses(c, t)), None)
        if used is None:
            out.append(_added(text, t, found))
    return tuple(_through(text, t, out) for t in out if not _only_passes(text, t, out))


def _uses(chain: Telling, t: Telling) -> bool:
    """Whether the other telling's cue is one of the chain's, or lies between its links."""
    cues = [c.cue for c in (*chain.over, chain) if c.cue]
    if t.cue is None:
        return False
    if any(meets(t.cue, c) for c in cues):
        return True
    if chain.rule != "told those cited" or len(cues) < 2:
        return False
    return cues[-2][1] <= t.cue[0] and t.cue[1] <= cues[-1][0]


def _only_passes(text: str, t: Telling, found: Sequence[Telling]) -> bool:
    """ "citing two officials who said …": the citing alone says nothing, what the officials said does."""
    return _cites(text, t) and any(o.antecedent and _holds(t, o) for o in found)


def _cites(text: str, t: Telling) -> bool:
    return (
        t.rule == "object" and t.cue is not None and text[t.cue[0] : t.cue[1]].casefold() in CITING
    )


def _holds(outer: Telling, t: Telling) -> bool:
    return bool(t.cue) and t is not outer and inside([t.cue or (0, 0)], outer.content)


def _through(text: str, t: Telling, found: Sequence[Telling]) -> Telling:
    """What the cited said, with the one who cites them before it."""
    citing = next((o for o in found if _cites(text, o) and _holds(o, t)), None)
    if citing is None or not t.antecedent:
        return t
    return replace(t, over=(*t.over, replace(citing, content=t.content, over=())))


def _added(text: str, t: Telling, found: Sequence[Telling]) -> Telling:
    """ "said that …, adding that …": what is added is the same speaker's and no part of the first."""
    for other in found:
        if other is t or other.cue is None or not _adds(text, t, other):
            continue
        low = min(other.cue[0], *(a for a, _ in other.content))
        high = max(b for _, b in other.content)
        content = tidy(text, (p for piece in t.content for p in without(piece, [(low, high)])))
        if content:
            t = replace(t, content=content)
    speaker = next((o for o in found if o is not t and _adds(text, o, t)), None)
    return replace(t, holder=speaker.holder) if speaker is not None else t


def _adds(text: str, first: Telling, second: Telling) -> bool:
    """Whether the second cue is ", adding" and the like within the first's words, outside quotation marks."""
    if second.cue is None or first.cue is None or second.kind != "say" or not second.content:
        return False
    word = text[second.cue[0] : second.cue[1]].casefold()
    low = second.cue[0]
    if word not in ADDING or not text[:low].rstrip().endswith(","):
        return False
    around = next((p for p in first.content if p[0] < low < p[1]), None)
    if around is None or first.cue[0] > low:
        return False
    return not any(c in text[around[0] : low] for c in '"“«')


ADDING = frozenset(
    [
        "adding",
        "saying",
        "noting",
        "stressing",
        "insisting",
        "claiming",
        "arguing",
        "warning",
        "explaining",
        "stating",
    ]
)

"""Who did what to whom? Actor and target of an event, by the parse or by the order of the words."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.lexicon.load import lexicon
from sayso.reading.event_candidate import Candidate, titled
from sayso.reading.event_triggers import Trigger, listed
from sayso.reading.grammar import Tree

Roles = dict[str, Candidate]
SUFFERED = ("die", "injure")  # the subject is the one it happened to
LOST = ("disaster", "explode")  # nobody need take part
# Of these the object is somebody or something hurt, and of those the subject acts or suffers, also
# when no list holds the word.
OPEN = frozenset({"assault", "arrest", "investigate", "accuse", "aid", "threaten"})
DONE = frozenset({"arrest", "investigate", "accuse", "die", "injure", "protest", "sanction"})
BESIDE = ("appos", "flat", "flat:name", "compound", "nmod", "nsubj", "dobj", "obj")
MUTUAL = ("consult", "agree")
DONE_TO = ("arrest", "assault", "die", "injure", "appoint", "sanction")
SUBJECTS = ("nsubj", "csubj")
PASSIVES = ("nsubjpass", "nsubj:pass")
OBJECTS = ("dobj", "obj")
INDIRECT = ("dative", "iobj")
RELATIVES = ("who", "which", "that", "котор")
CLAUSES = ("relcl", "acl:relcl", "acl")
AND = {"en": "and", "ru": "и", "uk": "і", "ar": "و", "fa": "و", "he": "ו"}
PERSIAN_PASSIVE = re.compile(r"\s*(?:شد|شدند|شده|می‌شود|می‌شوند)\b")
IMPERSONAL = re.compile(r"(?:ли|но|то)$")  # Ukrainian: they did it, it was done
WHOM = re.compile(r"(?:[ую]|[оь]го|[іїе]в|ох|ьох|[еє]й)$")  # of Ukrainian nouns and numerals
ACCUSATIVE = re.compile(r"(?:[ую]|ого|а|я)$")
NEAREST = 8  # words of a subtree between a part's head and the name that stands for it


def roles(trigger: Trigger, found: Sequence[Candidate], text: str, language: str) -> Roles:
    """Actor and target, each at most once."""
    if trigger.kind in LOST:
        return {}
    if trigger.tree is not None:
        out = _by_parse(trigger, trigger.tree, found, language)
    else:
        out = _by_order(trigger, found, text, language)
    if trigger.kind in SUFFERED and "target" not in out and "actor" in out:
        out = {"target": out["actor"]}
    if trigger.kind == "consult" and "target" in out and out["target"].kind == "LOC":
        word = text[trigger.start : trigger.stop]
        if listed(word, language, "event_visits") is not None:
            del out["target"]  # one visits a country, one does not meet it
    return {role: out[role] for role in ("actor", "target") if role in out}


def _by_parse(trigger: Trigger, tree: Tree, found: Sequence[Candidate], language: str) -> Roles:
    heads = [trigger.at]
    above = tree.head(trigger.at)
    if tree.tokens[trigger.at].pos == "NOUN" and above is not None:
        heads.append(above)
    out: Roles = {}
    for i in heads:
        passive = tree.kid(i, *PASSIVES) is not None or (
            language == "ru" and "Voice=Pass" in tree.tokens[i].morph
        )
        _subject(tree, i, out, (found, trigger, passive))
        for k in tree.all_kids(i, *OBJECTS):
            _put(out, "target", _candidate(tree, k, found, trigger.offset))
        for k in tree.all_kids(i, *INDIRECT):
            _put(out, "target", _candidate(tree, k, found, trigger.offset))
        for k in tree.all_kids(i, "prep", "agent", "obl", "nmod"):
            one = _candidate(tree, k, found, trigger.offset)
            role = _oblique(tree, k, one, passive, language)
            if role:
                _put(out, role, one)
        for k in tree.all_kids(i, *OBJECTS):
            _put(out, "target", _noun(tree, k, trigger, OPEN))
    return out


def _subject(
    tree: Tree, i: int, out: Roles, known: tuple[Sequence[Candidate], Trigger, bool]
) -> None:
    found, trigger, passive = known
    subject = tree.kid(i, *SUBJECTS, *PASSIVES)
    above = tree.head(i)
    if subject is None and above is not None and tree.tokens[i].dep == "conj":
        subject = tree.kid(above, *SUBJECTS, *PASSIVES)
    relative = subject is not None and tree.word(subject).startswith(RELATIVES)
    if (subject is None or relative) and above is not None and tree.tokens[i].dep in CLAUSES:
        subject = above
    if subject is None:
        return
    one = _candidate(tree, subject, found, trigger.offset)
    one = one or _noun(tree, subject, trigger, DONE)
    _put(out, "target" if passive or trigger.kind in SUFFERED else "actor", one)
    if trigger.kind in MUTUAL:
        for k in tree.all_kids(subject, "conj"):
            _put(out, "target", _candidate(tree, k, found, trigger.offset))


def _put(out: Roles, role: str, one: Candidate | None) -> None:
    if one is not None and role not in out and one not in out.values():
        out[role] = one


def _oblique(tree: Tree, k: int, one: Candidate | None, passive: bool, language: str) -> str | None:
    """What a phrase with a preposition, or a bare case, makes of its noun."""
    if one is None:
        return None
    prepositions = lexicon(language, "event_prepositions").entries
    token = tree.tokens[k]
    if language == "en":
        role = prepositions.get(tree.word(k), ("",))[0]
        place = one.kind == "LOC" and tree.word(k) in ("to", "at", "on", "with")
        return (
            "" if role == "actor" and not passive else "" if place and token.dep != "prep" else role
        )
    case = tree.kid(k, "case")
    if case is not None:
        return prepositions.get(tree.word(case), ("",))[0]
    if "Case=Ins" in token.morph:
        return "actor" if passive else ""
    return "target" if "Case=Dat" in token.morph else ""


def _candidate(tree: Tree, k: int, found: Sequence[Candidate], offset: int) -> Candidate | None:
    """The candidate that the phrase under word k stands for: at its head, else nearest in it."""
    head = tree.tokens[k]
    a, b = head.start + offset, head.stop + offset
    for one in found:
        if one.start < b and a < one.stop:
            return _bearer(tree, k, one, found, offset)
    under = {i for i in tree.under(k) if abs(i - k) <= NEAREST}
    for clause in CLAUSES:
        for i in tree.all_kids(k, clause, "conj"):
            under -= tree.under(i)
    inside = [
        (abs(i - k), one)
        for i in sorted(under)
        for one in found
        if one.start < tree.tokens[i].stop + offset and tree.tokens[i].start + offset < one.stop
    ]
    return min(inside, key=lambda p: p[0])[1] if inside else None


def _bearer(
    tree: Tree, k: int, one: Candidate, found: Sequence[Candidate], offset: int
) -> Candidate:
    """The person a noun stands beside as a title: "начальника станции Павла Рогова"."""
    if one.kind != "GROUP":
        return one
    head = tree.tokens[k]
    for other in found:
        if other.kind != "PER" or other is one:
            continue
        for i in tree.under(k):
            token = tree.tokens[i]
            same = "Case=" not in head.morph or _case(token.morph) == _case(head.morph)
            here = other.start <= token.start + offset < other.stop
            if here and same and token.dep in BESIDE:
                return other
    return one


def _case(morph: str) -> str:
    return next((f for f in morph.split("|") if f.startswith("Case=")), "")


def _noun(tree: Tree, k: int, trigger: Trigger, kinds: frozenset[str]) -> Candidate | None:
    """A noun that no list holds, as who did it or whom it befell."""
    token = tree.tokens[k]
    if token.pos not in ("NOUN", "PROPN") or trigger.kind not in kinds:
        return None
    return Candidate(token.start + trigger.offset, token.stop + trigger.offset, None, "NOUN")


def _by_order(trigger: Trigger, found: Sequence[Candidate], text: str, language: str) -> Roles:
    used = [c for c in found if c.stop <= trigger.start or c.start >= trigger.stop]
    used = [c for c in used if c.role != "place"]
    out: Roles = {}
    for role in ("actor", "target"):
        marked = [c for c in used if c.role == role]
        if marked and trigger.kind not in SUFFERED:
            out[role] = min(marked, key=lambda c: _gap(trigger, c))
    bare = [c for c in used if not c.role and not _in_apposition(c, used, text, language)]
    before = [c for c in bare if c.stop <= trigger.start]
    after = [c for c in bare if c.start >= trigger.stop]
    word = text[trigger.start : trigger.stop]
    if _passive(trigger, before, text, language):
        for one in sorted((*reversed(before), *after), key=lambda c: _parted(trigger, c, text)):
            _put(out, "target", one)
        return out
    if language == "uk":
        _by_case(trigger, before, after, out, text)
    else:
        readers = {"ar": _arabic, "fa": _persian}
        readers.get(language, _subject_first)(trigger, before, after, out)
    pair = _joined(bare, text, language) if trigger.kind in MUTUAL else None
    if pair:
        return {"actor": pair[0], "target": pair[1]}
    if language == "uk" and _done_by_nobody(word, out, text):
        return {"target": out["actor"]}
    return out


def _gap(trigger: Trigger, one: Candidate) -> int:
    return max(trigger.start - one.stop, one.start - trigger.stop)


def _parted(trigger: Trigger, one: Candidate, text: str) -> bool:
    """Whether a comma stands between: the people of the same clause come first."""
    a, b = min(one.stop, trigger.stop), max(one.start, trigger.start)
    return any(mark in text[a:b] for mark in ",،;")


def _in_apposition(one: Candidate, found: Sequence[Candidate], text: str, language: str) -> bool:
    """A role beside a name: "the minister of defence, Rustam Belov" leaves the name."""
    return (
        one.kind == "GROUP"
        and titled(text[one.start : one.stop], language)
        and any(
            other.kind == "PER"
            and 0 < other.start - one.stop <= 12
            and re.fullmatch(r"[\w\s]*,?\s*", text[one.stop : other.start])
            and len(text[one.stop : other.start].split()) <= 1
            for other in found
            if other is not one
        )
    )


def _passive(trigger: Trigger, before: Sequence[Candidate], text: str, language: str) -> bool:
    if trigger.kind in SUFFERED:
        return True
    if language == "fa":
        return PERSIAN_PASSIVE.match(text, trigger.stop) is not None
    word = text[trigger.start : trigger.stop]
    return language in ("he", "ar", "uk") and listed(word, language, "event_passives") is not None


def _subject_first(
    trigger: Trigger, before: list[Candidate], after: list[Candidate], out: Roles
) -> None:
    """The last one before the verb acts; without one, the first after it."""
    later = list(after)
    if before:
        _put(out, "actor", before[-1])
    elif later:
        _put(out, "actor", later.pop(0))
    for one in later:
        _put(out, "target", one)


def _by_case(
    trigger: Trigger,
    before: list[Candidate],
    after: list[Candidate],
    out: Roles,
    text: str,
) -> None:
    """Ukrainian: who stands in the nominative did it, whom in the accusative it befell."""
    word = text[trigger.start : trigger.stop]
    many, she = word.endswith("ли"), word.endswith("ла")
    near = [*reversed(before), *after]

    alone = len([one for one in near if one.kind != "LOC"]) == 1

    def whom(one: Candidate) -> bool:
        words_ = text[one.start : one.stop]
        if many and alone and one.kind != "GROUP" and trigger.kind not in MUTUAL:
            return words_[-1] not in "ії" or befallen(words_)
        return befallen(words_)

    who = [one for one in near if one.kind != "LOC" and not whom(one)]
    who = [one for one in who if _agrees(text[one.start : one.stop], word)] or who
    if she and not any(_agrees(text[one.start : one.stop], word) for one in who):
        who = [one for one in before if text[one.stop - 1] in "ая"] or who
    if not who and (she or trigger.kind == "protest"):
        who = [one for one in before if text[one.stop - 1] in "ая" or trigger.kind == "protest"]
    for one in who[:1]:
        _put(out, "actor", one)
    for one in [*after, *reversed(before)]:
        if whom(one):
            _put(out, "target", one)
    for one in after if "actor" in out else ():
        if one.kind != "LOC" or trigger.kind == "transfer":
            _put(out, "target", one)


def _agrees(words_: str, verb: str) -> bool:
    """Whether a Ukrainian noun can be the subject of a past verb, by its gender."""
    ends = [w[-1] for w in words_.replace("»", "").split() if w[-1].isalpha()]
    if verb.endswith("ла"):
        return any(e in "аяь" for e in ends)
    if verb.endswith("в"):
        return any(e not in "аяоеиії" for e in ends)
    return True


def befallen(words_: str, plural_verb: bool = False) -> bool:
    """Whether a Ukrainian noun phrase stands in the accusative, by its endings.

    >>> befallen("Тимура Галієва"), befallen("прокуратура"), befallen("двох моряків")
    (True, False, True)
    """
    parts = words_.replace("«", " ").replace("»", " ").split()
    whom = [p for p in parts if WHOM.search(p.lower())]
    if whom:
        return True
    if len(parts) > 1 and all(p[-1] in "ая" for p in parts):
        return True
    return plural_verb and len(parts) == 1 and parts[0][-1] not in "иії"


def _arabic(trigger: Trigger, before: list[Candidate], after: list[Candidate], out: Roles) -> None:
    """Verb, subject, object; one alone after a verb that needs an object is the object."""
    if before:
        _put(out, "actor", before[-1])
        if after:
            _put(out, "target", after[0])
    elif len(after) == 1 and "target" not in out and trigger.kind in DONE_TO:
        _put(out, "actor" if after[0].body else "target", after[0])
    else:
        for role, one in zip(("actor", "target"), after, strict=False):
            _put(out, role, one)


def _persian(trigger: Trigger, before: list[Candidate], after: list[Candidate], out: Roles) -> None:
    """The subject stands first, the verb last."""
    if before:
        _put(out, "actor", before[0])


def _joined(
    bare: Sequence[Candidate], text: str, language: str
) -> tuple[Candidate, Candidate] | None:
    """Two that "and" joins."""
    for a, b in pairwise(bare):
        if text[a.stop : b.start].strip() == AND[language]:
            return a, b
    return None


def _done_by_nobody(word: str, out: Roles, text: str) -> bool:
    """«Віктора Олсена затримали»: no subject, the accusative stands before the verb."""
    one = out.get("actor")
    if one is None or "target" in out or not IMPERSONAL.search(word):
        return False
    words_ = text[one.start : one.stop].split()
    return one.kind == "PER" and all(ACCUSATIVE.search(w) for w in words_[:1])

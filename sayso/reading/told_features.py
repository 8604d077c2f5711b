"""What does the attribution tagger see of each word: the word, its branch, the quotation, the rules' opinion?"""

from collections.abc import Sequence

from sayso.language.token import Sentence, Token
from sayso.lexicon.load import lexicon
from sayso.reading.quotes import Quotation, quotations
from sayso.reading.telling import Piece, Telling, meets

Features = list[str]
NEAR = (-2, -1, 1, 2)


class Line:
    """One stretch of text with its sentences, quotations and what the rules found in it."""

    __slots__ = ("found", "sentences", "text", "tokens", "within")

    def __init__(self, text: str, sentences: Sequence[Sentence], found: Sequence[Telling]) -> None:
        self.text = text
        self.sentences = tuple(sentences)
        self.found = tuple(found)
        self.tokens: tuple[Token, ...] = tuple(t for s in sentences for t in s.tokens)
        quoted = quotations(text, [(0, len(text))]) if text else ()
        self.within = [_depth(t, quoted) for t in self.tokens]

    def starts(self) -> list[int]:
        """The index of each sentence's first word among all words of the line, and the end."""
        out = [0]
        for s in self.sentences:
            out.append(out[-1] + len(s.tokens))
        return out


def _depth(token: Token, quoted: Sequence[Quotation]) -> int:
    return sum(1 for q in quoted if q.start <= token.start < q.stop)


def _lemma(token: Token) -> str:
    return (token.lemma or token.text).casefold()


def _class(token: Token) -> str:
    for name in ("say_verbs", "say_nouns"):
        row = lexicon("en", name).entries.get(_lemma(token))
        if row:
            return f"{name}:{row[0]}"
    return "-"


def opinions(line: Line) -> list[str]:
    """What the rules take each word for: a cue (C), a holder (H), told (T), with the rule's name."""
    out = ["-"] * len(line.tokens)
    for t in line.found:
        for mark, pieces in (
            ("T", t.content),
            ("H", (t.holder,) if t.holder else ()),
            ("C", (t.cue,) if t.cue else ()),
        ):
            for i, token in enumerate(line.tokens):
                at = (token.start, token.stop)
                if any(meets(at, p) for p in pieces) and (mark != "T" or out[i] == "-"):
                    out[i] = f"{mark}:{t.rule}" if mark == "C" else mark
    return out


def cue_features(line: Line) -> list[list[Features]]:
    """Per sentence and word: is it part of a cue?"""
    said = opinions(line)
    starts = line.starts()
    return [_sentence(line, s, said, a) for s, a in zip(line.sentences, starts, strict=False)]


def _sentence(line: Line, sentence: Sentence, said: list[str], at: int) -> list[Features]:
    tokens = sentence.tokens
    deps: list[list[str]] = [[] for _ in tokens]
    kids: list[list[int]] = [[] for _ in tokens]
    for i, t in enumerate(tokens):
        if 0 <= t.head < len(tokens) and t.head != i:
            deps[t.head].append(t.dep)
            kids[t.head].append(i)
    out = []
    for i, t in enumerate(tokens):
        head = tokens[t.head] if 0 <= t.head < len(tokens) else t
        lemma = _lemma(t)
        row = [
            "b",
            f"l={lemma}",
            f"p={t.pos}",
            f"d={t.dep}",
            f"ld={lemma}|{t.dep}",
            f"h={_lemma(head)}|{t.dep}",
            f"hp={head.pos}|{t.pos}",
            f"c={_class(t)}",
            f"cd={_class(t)}|{t.dep}",
            f"hc={_class(head)}|{t.dep}",
            f"r={said[at + i]}",
            f"rl={said[at + i]}|{lemma}",
            f"q={min(line.within[at + i], 2)}",
            f"s={lemma[-3:]}",
            f"up={t.text[:1].isupper()}",
        ]
        row += [f"k={dep}" for dep in sorted(set(deps[i]))]
        row += _kids_features(tokens, kids[i], lemma)
        above = tokens[head.head] if 0 <= head.head < len(tokens) else head
        row.append(f"hh={_lemma(above)}|{head.dep}|{t.dep}")
        row.append(f"e={_edge(line.text, t)}|{_class(t)}")
        row += [f"kl={dep}|{lemma}" for dep in sorted(set(deps[i]) & TELLING_KIDS)]
        for step in NEAR:
            if 0 <= i + step < len(tokens):
                n = tokens[i + step]
                row += [
                    f"{step}l={_lemma(n)}",
                    f"{step}p={n.pos}",
                    f"{step}r={said[at + i + step]}",
                ]
            else:
                row.append(f"{step}=end")
        out.append(row)
    return out


def _kids_features(tokens: Sequence[Token], kids: Sequence[int], lemma: str) -> Features:
    """Who does it, what is said, and the small words that hang on the word or on its clause."""
    out = []
    for k in kids:
        kid = tokens[k]
        if kid.dep in ("nsubj", "nsubjpass", "poss"):
            out.append(f"ks={kid.dep}:{kid.pos}")
            out.append(f"kw={kid.dep}:{_lemma(kid)}")
        elif kid.dep in ("prep", "prt", "mark", "agent", "aux", "dobj"):
            out.append(f"km={kid.dep}:{_lemma(kid)}")
            out.append(f"kml={lemma}|{kid.dep}:{_lemma(kid)}")
        elif kid.dep in ("ccomp", "xcomp", "acl"):
            marks = [
                _lemma(m) for m in tokens if m.dep in ("mark", "aux") and tokens[m.head] is kid
            ]
            out.append(f"kc={kid.dep}:{'+'.join(marks[:2])}")
            out.append(f"kcl={lemma}|{kid.dep}:{'+'.join(marks[:2])}")
    return out


def _edge(text: str, token: Token) -> str:
    """The marks that stand right before and right after the word."""
    before = text[max(token.start - 2, 0) : token.start].strip()[-1:]
    after = text[token.stop : token.stop + 2].strip()[:1]
    return f"{before if not before.isalnum() else 'a'}{after if not after.isalnum() else 'a'}"


TELLING_KIDS = frozenset({"ccomp", "xcomp", "nsubj", "dobj", "prep", "nsubjpass", "acl", "mark"})


def role_features(line: Line, cue: Sequence[int]) -> tuple[int, list[Features]]:
    """The words around a cue (its sentence and the ones beside it) and how each stands to the cue.

    The first value is the index of the first word of that window.
    """
    starts = line.starts()
    first, last = cue[0], cue[-1]
    home = next(n for n in range(len(line.sentences)) if starts[n] <= first < starts[n + 1])
    low, high = max(home - 1, 0), min(home + 1, len(line.sentences) - 1)
    rows: list[Features] = []
    sentence = line.sentences[home]
    inside = {i - starts[home] for i in cue}
    main = _main(sentence, inside)
    span = (line.tokens[first].start, line.tokens[last].stop)
    rule = next((t for t in line.found if t.cue and meets(t.cue, span)), None)
    voice = f"{_lemma(sentence.tokens[main])}"
    kind = _class(sentence.tokens[main])
    others = _others(line, rule)
    for n in range(low, high + 1):
        s = line.sentences[n]
        for i, t in enumerate(s.tokens):
            at = starts[n] + i
            place = "in" if at in cue else ("<" if at < first else ">")
            gap = first - at if at < first else at - last
            path = _path(s, i, main) if n == home else "away"
            base = [
                "b",
                f"p={t.pos}",
                f"d={t.dep}",
                f"l={_lemma(t)}|{place}",
                f"g={place}{_bucket(gap)}",
                f"w={n - home}{place}",
                f"path={path}",
                f"pathv={path}|{voice}",
                f"pathk={path}|{kind}",
                f"pp={path}|{t.pos}|{place}",
                f"q={min(line.within[at], 2)}{min(line.within[first], 2)}{n - home}{place}",
                f"o={_rule(rule, t)}",
                f"on={_rule(rule, t)}|{rule.rule if rule else '-'}|{place}",
                f"ok={_rule(rule, t)}|{voice}",
                f"x={others[at]}|{place}",
                f"xo={others[at]}|{_rule(rule, t)}",
            ]
            for step in (-1, 1):
                if 0 <= at + step < len(line.tokens):
                    m = line.tokens[at + step]
                    base += [
                        f"{step}l={_lemma(m)}",
                        f"{step}p={m.pos}",
                        f"{step}o={_rule(rule, m)}",
                    ]
            rows.append(base)
    return starts[low], rows


def _others(line: Line, rule: Telling | None) -> list[str]:
    out = ["-"] * len(line.tokens)
    for i, t in enumerate(line.tokens):
        for other in line.found:
            if other is rule:
                continue
            if _rule(other, t) in "CH":
                out[i] = "C"
    return out


def _rule(rule: Telling | None, token: Token) -> str:
    if rule is None:
        return "-"
    at = (token.start, token.stop)
    if rule.holder and meets(at, rule.holder):
        return "H"
    if rule.cue and meets(at, rule.cue):
        return "C"
    return "T" if any(meets(at, p) for p in rule.content) else "N"


def _main(sentence: Sentence, inside: set[int]) -> int:
    """The word of the cue that hangs on a word outside it."""
    for i in sorted(inside):
        if i < len(sentence.tokens) and sentence.tokens[i].head not in inside - {i}:
            if sentence.tokens[i].pos in ("VERB", "NOUN", "AUX", "ADP"):
                return i
    return min(*inside, len(sentence.tokens) - 1)


def _path(sentence: Sentence, i: int, main: int) -> str:
    """How the word hangs on the cue: "v" below, "^" beside its head, "^^" further up, and by which relation."""
    up = [main]
    while sentence.tokens[up[-1]].head != up[-1] and len(up) < 12:
        up.append(sentence.tokens[up[-1]].head)
    at, dep, steps = i, "", 0
    while at not in up and steps < 40:
        dep = sentence.tokens[at].dep
        head = sentence.tokens[at].head
        if head == at:
            return "apart"
        at, steps = head, steps + 1
    if at not in up:
        return "apart"
    n = up.index(at)
    climb = "/".join(sentence.tokens[k].dep for k in up[: min(n, 2)])
    return f"{'^' * min(n, 3)}{climb}>{dep or 'self'}"


def _bucket(gap: int) -> str:
    return str(gap) if gap < 4 else "few" if gap < 9 else "some" if gap < 20 else "far"


def pieces_of(line: Line, words: Sequence[int]) -> tuple[Piece, ...]:
    """The stretches that these words make up; marks between them are bridged."""
    out: list[list[int]] = []
    for i in words:
        if out and all(line.tokens[k].pos == "PUNCT" for k in range(out[-1][1] + 1, i)):
            out[-1][1] = i
        else:
            out.append([i, i])
    return tuple((line.tokens[a].start, line.tokens[b].stop) for a, b in out)

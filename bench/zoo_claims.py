"""Who says what: sayso beside its rivals, on one set of marked English texts.

    python bench/zoo.py claims GOLD.jsonl [--train DATA.jsonl] [--model MODEL] [--keep DIR] [--limit N]

Every rival has one signature: text in, attributions out. GOLD and DATA are JSON lines with "text" and
"attributions". A rival whose library is not installed says so; those that learn need --train.
"""

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from marked_scores import Agreement, Marked

from sayso.language.parse import open_page, parse
from sayso.model.article import Article
from sayso.model.ids import sha256
from sayso.model.page import Page
from sayso.model.text import Document, Span
from sayso.reading.claims import claims
from sayso.reading.learned_told import tellings_learned
from sayso.reading.marked import Row, marked_rows
from sayso.reading.names import names
from sayso.reading.train_told import lines_of, train

Rival = Callable[[str], list[Marked]]


def page_of(text: str) -> Page:
    """The text as one English article."""
    document = Document(sha256(text.encode()), "gold", text, "text/plain", "gold", "utf-8")
    return Page.of(document, Article(document.span(0, len(text)), (), "en"))


def sayso(model: str = "") -> Rival:
    """sayso with its rules alone, or with a model."""

    def read(text: str) -> list[Marked]:
        page = page_of(text)
        page = page.having(tuple(names(page)))
        out = {}
        for claim in claims(page, model):
            for n, link in enumerate(claim.told):
                scope = claim.content if n == len(claim.told) - 1 else link.scope
                one = {
                    "source": _at([link.holder.span]),
                    "cue": _at([link.cue]),
                    "content": _at(scope),
                }
                out[str(one)] = one
        return list(out.values())

    return read


def _at(spans: Iterable[Span | None]) -> list[list[int]]:
    return [[s.start, s.stop] for s in spans if s is not None]


SAY = frozenset(
    [
        "say",
        "tell",
        "add",
        "note",
        "report",
        "claim",
        "announce",
        "state",
        "warn",
        "deny",
        "confirm",
        "argue",
        "insist",
        "explain",
        "write",
        "suggest",
        "predict",
        "promise",
        "believe",
        "think",
        "hope",
        "admit",
        "acknowledge",
        "allege",
        "declare",
        "stress",
        "reveal",
        "recall",
        "reply",
        "vow",
        "testify",
        "conclude",
        "estimate",
        "expect",
        "complain",
        "assert",
        "caution",
        "concede",
    ]
)


def plain_rules(text: str) -> list[Marked]:
    """What anyone would write first: a verb of saying, its subject, its clause or the quotation beside it."""
    out: list[Marked] = []
    stretches = lines_of(text)
    open_page([text[a:b] for a, b in stretches], "en")
    for start, stop in stretches:
        for sentence in parse(text[start:stop], "en"):
            out += [
                {part: [[a + start, b + start] for a, b in one[part]] for part in one}
                for one in _said(text[start:stop], sentence.tokens)
            ]
    return out


def _said(line: str, tokens: tuple[Any, ...]) -> list[Marked]:
    out: list[Marked] = []
    for i, token in enumerate(tokens):
        mine = [(k, t) for k, t in enumerate(tokens) if t.head == i and k != i]
        if token.lemma == "accord" or token.text.casefold() == "according":
            deep = _under(tokens, i) - {i}
            holder = sorted(k for k in deep if tokens[k].text != "to")
            clause = sorted(_under(tokens, token.head) - _under(tokens, i)) if holder else []
            if holder and clause:
                out.append(_one(tokens, holder, [i], clause))
        if token.lemma not in SAY or token.pos != "VERB":
            continue
        who = next((k for k, t in mine if t.dep == "nsubj"), None)
        what = next((k for k, t in mine if t.dep == "ccomp"), None)
        if who is None:
            continue
        if what is not None:
            out.append(_one(tokens, sorted(_under(tokens, who)), [i], sorted(_under(tokens, what))))
        elif quoted := next(iter(re.finditer(r'[“"]([^“”"]+)[”"]', line)), None):
            one = dict(_one(tokens, sorted(_under(tokens, who)), [i], [i]))
            out.append({**one, "content": [list(quoted.span(1))]})
    return out


def _under(tokens: tuple[Any, ...], i: int) -> set[int]:
    out, grown = {i}, True
    while grown:
        more = {k for k, t in enumerate(tokens) if t.head in out} - out
        out, grown = out | more, bool(more)
    return out


def _one(tokens: tuple[Any, ...], who: list[int], cue: list[int], what: list[int]) -> Marked:
    def at(ids: list[int]) -> list[list[int]]:
        return [[tokens[ids[0]].start, tokens[ids[-1]].stop]]

    return {"source": at(who), "cue": at(cue), "content": at(what)}


def two_stage(folder: str) -> Rival:
    """The tagger without any rule of ours: cues, then each cue's holder and words."""

    def read(text: str) -> list[Marked]:
        out: list[Marked] = []
        stretches = lines_of(text)
        open_page([text[a:b] for a, b in stretches], "en")
        for start, stop in stretches:
            line = text[start:stop]
            for t in tellings_learned(line, parse(line, "en"), (), folder):
                t = t.moved(start)
                out.append(
                    {
                        "source": [list(t.holder)] if t.holder else [],
                        "cue": [list(t.cue)] if t.cue else [],
                        "content": [list(p) for p in t.content],
                    }
                )
        return out

    return read


def textacy() -> Rival | None:
    """textacy's direct quotations, paragraph by paragraph; None when it is not installed."""
    try:
        from textacy.extract.triples import direct_quotations
    except ImportError:
        return None
    import en_core_web_sm

    model = en_core_web_sm.load()

    def read(text: str) -> list[Marked]:
        out: list[Marked] = []
        for start, stop in lines_of(text):
            try:
                found = list(direct_quotations(model(text[start:stop])))
            except ValueError:  # it fails a text with an odd number of quotation marks
                continue
            for who, cue, what in found:
                out.append(
                    {
                        "source": [[start + who[0].idx, start + who[-1].idx + len(who[-1])]],
                        "cue": [[start + cue[0].idx, start + cue[-1].idx + len(cue[-1])]],
                        "content": [[start + what.start_char, start + what.end_char]],
                    }
                )
        return out

    return read


def rivals(data: list[Row], model: str, folder: Path) -> dict[str, Rival | str]:
    """Name -> the rival, or why it cannot take part."""
    out: dict[str, Rival | str] = {
        "sayso, rules": sayso(),
        "textacy": textacy() or "not installed",
        "plain rules": plain_rules,
    }
    unlearned = "learns: give --train"
    if data:
        train(data, folder / "bare", rules=lambda text, sentences: ())
        out["two-stage CRF"] = two_stage(str(folder / "bare"))
        train(data, folder / "sayso")
        model = model or str(folder / "sayso")
    else:
        out["two-stage CRF"] = unlearned
    out["sayso, trained"] = sayso(model) if model else unlearned
    return out


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="zoo.py claims", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--train", type=Path, help="marked texts for those that learn")
    parser.add_argument("--model", default="", help="a model that was trained already")
    parser.add_argument("--keep", type=Path, help="keep what was learned in this folder")
    parser.add_argument("--limit", type=int, help="only so many texts of GOLD")
    options = parser.parse_args(arguments)
    gold = list(marked_rows(options.gold.read_bytes(), str(options.gold)))[: options.limit]
    data = list(marked_rows(options.train.read_bytes(), "--train")) if options.train else []
    print(f"{'':16} {'pair P':>7} {'R':>6} {'F1':>6} {'content':>8} {'strict':>7} {'seconds':>8}")
    with tempfile.TemporaryDirectory() as scratch:
        for name, rival in rivals(data, options.model, options.keep or Path(scratch)).items():
            print(f"{name:16} {rival if isinstance(rival, str) else told(rival, gold)}", flush=True)
    return 0


def told(rival: Rival, gold: list[Row]) -> str:
    """A rival's figures as a line; the seconds hold the parse for whoever comes first."""
    agreement, began = Agreement(), time.monotonic()
    for row in gold:
        agreement.add(row["text"], row["attributions"], rival(row["text"]))
    took, s = time.monotonic() - began, agreement.scores()
    p, r, f = (100 * x for x in s["pair"])
    return f"{p:7.1f} {r:6.1f} {f:6.1f} {100 * s['content'][2]:8.1f} {100 * s['strict'][2]:7.1f} {took:8.1f}"

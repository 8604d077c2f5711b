"""Who tells what, by a tagger that was trained on marked texts: cues first, then each cue's holder and words?"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sayso.language.token import Sentence
from sayso.lexicon.load import lexicon
from sayso.reading.telling import Telling, meets, tidy, trimmed
from sayso.reading.told_features import Line, cue_features, pieces_of, role_features
from sayso.reading.told_model import taggers


def tellings_learned(
    text: str, sentences: Sequence[Sentence], found: Sequence[Telling], folder: str
) -> tuple[Telling, ...]:
    """The tagger's tellings; where a rule found the same cue, its kind, medium and negation are kept."""
    if not sentences:
        return tuple(found)
    cues, roles = taggers(folder)
    line = Line(text, sentences, found)
    out = []
    for cue, went_by in _cues(line, cues):
        telling = _roles(line, cue, roles)
        if telling is not None:
            out.append(replace(telling, notes=(went_by, *telling.notes)))
    held = [t.cue for t in out if t.cue]
    open_ = [t for t in found if not t.content and t.cue and not any(meets(t.cue, h) for h in held)]
    return (*out, *open_)


def _cues(line: Line, tagger: Any) -> list[tuple[list[int], str]]:
    """The runs of words that are a cue, and what the tagger saw of the first of them."""
    out: list[tuple[list[int], str]] = []
    at = 0
    for features in cue_features(line):
        labels = tagger.tag(features) if features else []
        for i, label in enumerate(labels):
            fresh = not out or out[-1][0][-1] != at + i - 1
            if label == "B" or (label == "I" and fresh):
                out.append(([at + i], f"cue: {_seen(features[i], CUE_SEEN)}"))
            elif label == "I":
                out[-1][0].append(at + i)
        at += len(features)
    return out


# Features that say something to a reader: how they begin, and what they are called.
CUE_SEEN = (("l=", "word"), ("d=", "relation"), ("c=", "word list"), ("r=", "the rules' opinion"))
ROLE_SEEN = (("path=", "path from the cue"), ("o=", "the rule's opinion"), ("p=", "word class"))


def _seen(features: Sequence[str], wanted: Sequence[tuple[str, str]]) -> str:
    """What the tagger went by at one word, in words."""
    told = []
    for start, name in wanted:
        value = next((f[len(start) :] for f in features if f.startswith(start)), "-")
        if value != "-":
            told.append(f"{name} {value}")
    return f"tagger, which saw {', '.join(told)}"


def _went_by(
    features: Sequence[Sequence[str]], low: int, part: str, ids: Sequence[int]
) -> list[str]:
    return [f"{part}: {_seen(features[ids[0] - low], ROLE_SEEN)}"] if ids else []


def _roles(line: Line, cue: list[int], tagger: Any) -> Telling | None:
    low, features = role_features(line, cue)
    labels = tagger.tag(features)
    held = [low + i for i, label in enumerate(labels) if label == "H" and low + i not in cue]
    told = [low + i for i, label in enumerate(labels) if label == "T" and low + i not in cue]
    span = (line.tokens[cue[0]].start, line.tokens[cue[-1]].stop)
    rule = next((t for t in line.found if t.cue and meets(t.cue, span)), None)
    content = tidy(line.text, pieces_of(line, told))
    if not content:
        return None
    near = sorted(
        pieces_of(line, held), key=lambda p: min(abs(p[0] - span[1]), abs(span[0] - p[1]))
    )
    holder = trimmed(line.text, *near[0]) if near else None
    notes = (
        *_went_by(features, low, "holder", held),
        *_went_by(features, low, "content", told),
    )
    if rule is not None:
        antecedent = rule.antecedent if rule.holder == holder else None
        return replace(
            rule,
            rule=f"tagger, with rule {rule.rule}",
            content=content,
            holder=holder,
            cue=span,
            antecedent=antecedent,
            notes=notes,
        )
    return Telling("tagger", _kind(line, cue), content, holder, span, notes=notes)


def _kind(line: Line, cue: Sequence[int]) -> str:
    for name in ("say_verbs", "say_nouns"):
        for i in cue:
            token = line.tokens[i]
            row = lexicon("en", name).entries.get((token.lemma or token.text).casefold())
            if row:
                return row[0]
    return "say"

"""How are the weights of the attribution tagger made from texts with marked attributions?"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.errors import BadUsage
from sayso.language.parse import open_page, parse
from sayso.language.token import Sentence
from sayso.reading.cues_en import tellings_en
from sayso.reading.telling import Piece, Telling, meets
from sayso.reading.told_features import Features, Line, cue_features, role_features
from sayso.reading.told_model import CUES, ROLES, Lesson, write_header

ROUNDS = 75  # rounds of L-BFGS
# Of 0.05/0.01 with 60 and 90 rounds and 0.5/0.08 with 75, the last was best on a held-out month of marked
# news (who said what, F1: 68.2, 68.1, 69.7): weaker penalties learn single texts by heart.
C1, C2 = 0.5, 0.08
Row = Mapping[str, Any]
Rules = Callable[[str, tuple[Sentence, ...]], Iterable[Telling]]
Example = tuple[list[Features], list[str]]


def train(
    rows: Iterable[Row],
    folder: Path,
    lessons: Sequence[Lesson] = (),
    rules: Rules = tellings_en,
) -> tuple[int, int]:
    """Write the model to the folder; how many sentences and attributions it was learned from.

    A row is {"text", "attributions": [{"source", "cue", "content"}]} with lists of [start, stop) in
    code points. The same rows give the same bytes. `lessons` say where the rows come from; `rules` are
    those whose opinion the tagger hears, here and when it reads. Raises
    BadUsage when no attribution stands whole within one line of its text.
    """
    import pycrfsuite

    trainers = {name: pycrfsuite.Trainer(verbose=False) for name in (CUES, ROLES)}
    for name, trainer in trainers.items():
        trainer.select("lbfgs")
        trainer.set_params({"c1": C1, "c2": C2, "max_iterations": ROUNDS, "feature.minfreq": 2})
        trainers[name] = trainer
    counts = {CUES: 0, ROLES: 0}
    for row in rows:
        for name, (features, labels) in examples(row, rules):
            trainers[name].append(features, labels)
            counts[name] += 1
    if not counts[ROLES]:
        raise BadUsage(
            "there is no attribution to learn from: none has a cue and stands within one line of an "
            "English text"
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name, trainer in trainers.items():
        trainer.train(str(folder / name))
    write_header(folder, lessons, (counts[CUES], counts[ROLES]))
    return counts[CUES], counts[ROLES]


def examples(row: Row, rules: Rules = tellings_en) -> Iterator[tuple[str, Example]]:
    """What both models learn from one text, line by line as the reader meets it."""
    text = row["text"]
    marked = [_pieces(a) for a in row["attributions"]]
    lines = lines_of(text)
    open_page([text[a:b] for a, b in lines], "en")
    for start, stop in lines:
        words = text[start:stop]
        sentences = parse(words, "en")
        line = Line(words, sentences, tuple(rules(words, sentences)))
        here = [
            tuple(tuple((a - start, b - start) for a, b in part) for part in m)
            for m in marked
            if m[1] and all(start <= a and b <= stop for a, b in m[1])
        ]
        yield from _of_line(line, here)


def _of_line(
    line: Line, marked: Sequence[tuple[tuple[Piece, ...], ...]]
) -> Iterator[tuple[str, Example]]:
    cues = [p for _, cue, _ in marked for p in cue]
    begun = ["O"] * len(line.tokens)
    for i, token in enumerate(line.tokens):
        hit = next((p for p in cues if meets((token.start, token.stop), p)), None)
        if hit is not None:
            first = i == 0 or not meets((line.tokens[i - 1].start, line.tokens[i - 1].stop), hit)
            begun[i] = "B" if first else "I"
    starts = line.starts()
    for n, features in enumerate(cue_features(line)):
        if features:
            yield CUES, (features, begun[starts[n] : starts[n + 1]])
    for source, cue, content in marked:
        at = _words(line, cue)
        if at:
            low, features = role_features(line, at)
            labels = ["O"] * len(features)
            for mark, part in (("T", content), ("H", source)):
                for i in _words(line, part):
                    if low <= i < low + len(features):
                        labels[i - low] = mark
            yield ROLES, (features, labels)


def _words(line: Line, pieces: Sequence[Piece]) -> list[int]:
    return [
        i for i, t in enumerate(line.tokens) if any(meets((t.start, t.stop), p) for p in pieces)
    ]


def _pieces(marked: Mapping[str, Any]) -> tuple[tuple[Piece, ...], ...]:
    return tuple(
        tuple((a, b) for a, b in marked.get(part, ())) for part in ("source", "cue", "content")
    )


def lines_of(text: str) -> list[Piece]:
    """The lines without outer white space, as page.prose() gives them where nothing is furniture."""
    out, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            lead = len(line) - len(line.lstrip())
            out.append((at + lead, at + len(line.rstrip())))
        at += len(line)
    return out

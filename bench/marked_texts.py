"""Our own marked texts, read: `python bench/marked_texts.py bench/marked/en/*.txt > marked.jsonl`

A file holds articles; each begins with a line `== slug | genre`, its paragraphs follow. `{s1:…}` marks a source,
`{c1:…}` a cue, `{q1:…}` content; marks with one number, within an article, are one attribution, and may nest.

>>> text, marks = unmarked("{q1:It rains}, {c1:said} {s1:Ada Lund}.")
>>> text
'It rains, said Ada Lund.'
>>> [(m.part, m.number, text[m.start : m.stop]) for m in marks]
[('q', 1, 'It rains'), ('c', 1, 'said'), ('s', 1, 'Ada Lund')]
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PARTS = {"s": "source", "c": "cue", "q": "content"}
SIGN = re.compile(r"\{([scq])([0-9]+):|[{}]")
HEAD = re.compile(r"== ([a-z0-9-]+) \| (\S.*)")

Spans = dict[str, list[list[int]]]


class Mark(NamedTuple):
    """Code points `[start, stop)` of the text without marks."""

    part: str
    number: int
    start: int
    stop: int


class MarkedText(NamedTuple):
    slug: str
    genre: str
    text: str
    attributions: dict[int, Spans]


class BadMark(ValueError):
    """A mark that cannot be read; says where."""


def unmarked(line: str) -> tuple[str, list[Mark]]:
    """The line without its marks, and the marks in the order in which they open."""
    text, at = "", 0
    opened: list[int] = []
    marks: list[Mark] = []
    for sign in SIGN.finditer(line):
        text += line[at : sign.start()]
        at = sign.end()
        if sign[1]:
            opened.append(len(marks))
            marks.append(Mark(sign[1], int(sign[2]), len(text), len(text)))
        elif sign[0] == "{" or not opened:
            raise BadMark(f"{sign[0]} at column {sign.start() + 1} belongs to no mark")
        else:
            last = opened.pop()
            marks[last] = marks[last]._replace(stop=len(text))
    if opened:
        raise BadMark(f"{PARTS[marks[opened[-1]].part]} {marks[opened[-1]].number} is not closed")
    for mark in marks:
        held = text[mark.start : mark.stop]
        if held != held.strip() or not held:
            raise BadMark(
                f"{PARTS[mark.part]} {mark.number} is empty or begins or ends with a space"
            )
    return text + line[at:], marks


def articles(path: Path) -> Iterator[MarkedText]:
    """The articles of a file. Raises BadMark, naming file and line."""
    found: MarkedText | None = None
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        where = f"{path}:{n}"
        if line.startswith("=="):
            if found:
                yield whole(found, where)
            head = HEAD.fullmatch(line)
            if not head:
                raise BadMark(f"{where}: an article begins with `== slug | genre`")
            found = MarkedText(head[1], head[2], "", {})
        elif line.strip():
            if not found:
                raise BadMark(f"{where}: a paragraph before the first `== slug | genre`")
            try:
                found = longer(found, *unmarked(line))
            except BadMark as fault:
                raise BadMark(f"{where}: {fault}") from fault
    if found:
        yield whole(found, str(path))


def longer(article: MarkedText, text: str, marks: list[Mark]) -> MarkedText:
    """The article with one more paragraph."""
    before = f"{article.text}\n\n" if article.text else ""
    for mark in marks:
        parts = article.attributions.setdefault(mark.number, {name: [] for name in PARTS.values()})
        parts[PARTS[mark.part]].append([len(before) + mark.start, len(before) + mark.stop])
    return article._replace(text=before + text)


def whole(article: MarkedText, where: str) -> MarkedText:
    """The article itself, if each content has its cue and each cue its content."""
    for number, parts in article.attributions.items():
        for name in ("cue", "content"):
            if not parts[name]:
                raise BadMark(f"{where}: {article.slug}, attribution {number} has no {name}")
    return article


def row(article: MarkedText, language: str) -> dict[str, object]:
    """The article in the form that training and scorers read."""
    told = [article.attributions[n] for n in sorted(article.attributions)]
    return {"id": article.slug, "lang": language, "text": article.text, "attributions": told}


if __name__ == "__main__":
    for name in sys.argv[1:]:
        for read in articles(Path(name)):
            print(json.dumps(row(read, Path(name).parent.name), ensure_ascii=False))

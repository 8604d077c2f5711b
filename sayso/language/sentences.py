"""Where does a sentence end?"""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache

from sayso.lexicon.load import lexicon, words
from sayso.settings import LANGUAGES

_CLOSERS = "\"'”’»›)]}"
_OPENERS = "\"'“‘„«‹([{"
_END = re.compile(
    rf"""
      (?P<mark>[.!?؟…׃۔]+) (?P<closers>[{re.escape(_CLOSERS)}]*) (?P<gap>[^\S\r\n]+)
    | (?P<mark2>[.!?…]+) (?P<closers2>[”’»]*) (?=[A-ZА-ЯЁІЇЄҐ“«][a-zа-яёіїєґ])   # glued sentences
    | (?P<mark3>\s*[\r\n]\s*)
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[\w.'’״\"׳-]*\w$")
_FIRST_WORD = re.compile(r"\w+")
_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "(": ")", "[": "]"}
# Longest quotation or bracket that keeps its sentences together, in code points.
SHORT_PAIR = 120


class Verdict(Enum):
    """What a rule thinks of a gap."""

    CUT = "cut"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where a sentence might end: what stands left (with `mark`) and right of it."""

    text: str
    left: str
    mark: str
    closers: str
    stop: int
    language: str
    enclosed: bool
    glued: bool

    @property
    def right(self) -> str:
        """The text after the gap, without opening marks."""
        return self.text[self.stop : self.stop + 40].lstrip(_OPENERS)

    @property
    def word(self) -> str:
        """The word before the mark."""
        found = _LAST_WORD.search(self.left[-40:])
        return found.group() if found else ""


Rule = Callable[[Gap], Verdict | None]


def line_break(gap: Gap) -> Verdict | None:
    """A line break ends a sentence."""
    return Verdict.CUT if "\n" in gap.mark or "\r" in gap.mark else None


def inside_a_pair(gap: Gap) -> Verdict | None:
    """A short quotation or bracket that closes later stays in one sentence."""
    return Verdict.JOIN if gap.enclosed else None


def goes_on(gap: Gap) -> Verdict | None:
    """A small letter, a comma or a dash with a small letter goes on with the sentence."""
    right = gap.right
    if re.match(r"[—–-]\s*[^\W\d_]", right):
        return Verdict.JOIN if right.lstrip("—–- ")[0].islower() else None
    return Verdict.JOIN if right[:1].islower() or right[:1] in (",", ";", ":", "،") else None


def one_letter(gap: Gap) -> Verdict | None:
    """An initial: «А. Петров», "J. Smith", also «А.Б. Петров»."""
    if gap.mark != "." or gap.closers:
        return None
    word = gap.word.rpartition(".")[2]
    alone = len(word) == 1 and word.isalpha() and not word.islower()
    return Verdict.JOIN if alone and not (gap.language == "en" and word == "I") else None


def numbered_item(gap: Gap) -> Verdict | None:
    """A number at the head of a line numbers it."""
    head = gap.left.rstrip().rpartition("\n")[2]
    return Verdict.JOIN if gap.mark == "." and head.strip().isdigit() and len(head) < 4 else None


def abbreviation(gap: Gap) -> Verdict | None:
    """A full stop after an abbreviation ends the sentence only where the next word starts one."""
    if gap.mark != "." or gap.closers or gap.glued:
        return None
    word = gap.word
    kind = _abbreviations(gap.language).get(word) or _abbreviations(gap.language).get(word.lower())
    if kind is None:
        return None
    if kind == "before":
        counted = re.search(r"\d\s*[^\W\d_]+$", gap.left) and word.lower() in ("г", "р", "с", "м")
        return None if counted else Verdict.JOIN
    return _starts_a_sentence(gap)


def _starts_a_sentence(gap: Gap) -> Verdict:
    if gap.language != "en":
        return Verdict.CUT
    first = _FIRST_WORD.match(gap.right)
    small = first is not None and first.group().lower() in words("en", "small_words")
    return Verdict.CUT if small else Verdict.JOIN


def nothing_right(gap: Gap) -> Verdict | None:
    """Only closing marks follow."""
    return Verdict.JOIN if not _FIRST_WORD.search(gap.text, gap.stop) else None


RULES: tuple[Rule, ...] = (
    line_break, inside_a_pair, nothing_right, goes_on, one_letter, numbered_item, abbreviation,
)  # fmt: skip


def sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences; every character that is not white space lies in one.

    >>> [("Dr. Roe left. She said no."[a:b]) for a, b in sentences("Dr. Roe left. She said no.", "en")]
    ['Dr. Roe left.', 'She said no.']
    """
    pairs = _short_pairs(text)
    out: list[tuple[int, int]] = []
    at = 0
    for found in _END.finditer(text):
        gap = _gap(text, language, found, pairs)
        if _decide(gap) is Verdict.JOIN:
            continue
        _add(text, at, found.end(), out)
        at = found.end()
    _add(text, at, len(text), out)
    return out


def explain(text: str, language: str) -> list[tuple[int, str, str]]:
    """For each place where a sentence might end: offset, verdict, and the rule that decided."""
    pairs = _short_pairs(text)
    out = []
    for found in _END.finditer(text):
        gap = _gap(text, language, found, pairs)
        rule = next((r for r in RULES if r(gap) is not None), None)
        said = (rule(gap) if rule else None) or Verdict.CUT
        out.append((found.end(), said.value, rule.__name__ if rule else "full stop"))
    return out


def _decide(gap: Gap) -> Verdict:
    for rule in RULES:
        if verdict := rule(gap):
            return verdict
    return Verdict.CUT


def _gap(text: str, language: str, found: re.Match[str], pairs: list[tuple[int, int]]) -> Gap:
    start, stop = found.start(), found.end()
    mark = found["mark"] or found["mark2"] or found["mark3"]
    return Gap(
        text=text,
        left=text[max(0, start - 80) : start],
        mark=mark,
        closers=found["closers"] or found["closers2"] or "",
        stop=stop,
        language=language,
        enclosed=_enclosed(pairs, start, stop),
        glued=found["mark2"] is not None,
    )


def _enclosed(pairs: list[tuple[int, int]], start: int, stop: int) -> bool:
    near = pairs[bisect_left(pairs, (start - SHORT_PAIR, 0)) : bisect_left(pairs, (start, 0))]
    return any(stop <= b for _, b in near)


def _add(text: str, start: int, stop: int, out: list[tuple[int, int]]) -> None:
    piece = text[start:stop]
    if piece.strip():
        out.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))


def _short_pairs(text: str) -> list[tuple[int, int]]:
    """[open, close] of quotations and brackets on one line that are short enough to stay whole."""
    out = []
    for found in re.finditer(r"[“„«‹(\[]|(?<![\w\"])\"(?=\S)", text):
        at = found.start()
        closing = _PAIRS.get(found.group(), '"')
        for stop in range(at + 1, min(len(text), at + SHORT_PAIR)):
            if text[stop] == "\n":
                break
            if text[stop] in closing and not (closing == '"' and _inner_gershayim(text, stop)):
                out.append((at, stop))
                break
    return out


def _inner_gershayim(text: str, at: int) -> bool:
    return text[at - 1].isalpha() and text[at + 1 : at + 2].isalpha()


@cache
def _abbreviations(language: str) -> dict[str, str]:
    if language not in LANGUAGES:
        return {}
    return {w: row[0] for w, row in lexicon(language, "abbreviations").entries.items()}

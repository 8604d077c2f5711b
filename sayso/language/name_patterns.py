"""Which words must be names by their grammar, where the taggers were not sure of them?"""

import re
from collections.abc import Iterator
from functools import cache

from sayso.language.name_signs import signs
from sayso.language.token import Token
from sayso.language.tokens import tokens
from sayso.lexicon.load import words

Found = tuple[int, int, str]
COMMON = frozenset("CFKSTUWXZOMc")  # letters of the lists whose words are hardly surnames
# "The Regional Organisation for the Safety of the Sea": a body, its adjectives, what it is for.
BODY = re.compile(
    r"(?<!\w)[وفبك]?(?P<body>ال(?:منظمة|هيئة|لجنة|وكالة|جمعية|مؤسسة|محكمة|شبكة|شركة|مجلس|مركز|اتحاد|معهد|مكتب|برنامج|صندوق)"
    r"(?: ال\w+){1,2} لل(?P<noun>\w+)(?: ال(?P<adjective>\w+))?)(?!\w)"
)
# The letters in brackets behind the name of a body.
LETTERS = re.compile(r"\s\((?P<letters>[A-ZА-ЯІЇЄҐ]{2,8}|[ء-ي](?: [ء-ي]){1,5}|[א-ת]+[\"״][א-ת])\)")

WORD = re.compile(r"[^\W\d_]+")
SHORT = 3  # letters of words that an acronym may leave out


def by_grammar(text: str, language: str) -> list[Found]:
    """Names that the patterns below see; they may overlap each other and the taggers' names."""
    if language not in ("ar", "fa"):
        return []
    found = tokens(text, language)
    out = [*_after_titles(found, language)]
    if language == "ar":
        out += [*_speakers(found), *_bodies(text)]
    else:
        out += [(m.start(), m.end(), "ORG") for m in _ministries().finditer(text)]
    return out


@cache
def _ministries() -> re.Pattern[str]:
    """ "The Ministry of Health", by what Persian ministries are for."""
    known = "|".join(sorted(map(re.escape, words("fa", "portfolios")), key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<!\w)وزارت (?:امور )?(?:{known})(?: و (?:{known}))*(?!\w)")


def letters_behind(text: str, named: list[Found]) -> list[Found]:
    """The acronym in brackets behind a body is that body."""
    out = []
    for _, stop, kind in named:
        hit = LETTERS.match(text, stop) if kind == "ORG" else None
        if hit:
            out.append((hit.start("letters"), hit.end("letters"), "ORG"))
    return out


def spelled_out(text: str) -> list[Found]:
    """A body whose words begin with the letters in brackets behind it, and the letters.

    >>> spelled_out("the Roske Mountain Safety Organisation (RMSO) said")
    [(4, 38, 'ORG'), (40, 44, 'ORG')]
    """
    out: list[Found] = []
    for hit in LETTERS.finditer(text):
        start = _beginning(text, hit.start(), hit["letters"])
        if start is not None:
            out += [(start, hit.start(), "ORG"), (hit.start("letters"), hit.end("letters"), "ORG")]
    return out


def _beginning(text: str, stop: int, letters: str) -> int | None:
    """Where the words that the letters stand for begin; short words may have no letter."""
    wanted = [c for c in letters if c.isalpha()]
    for word in reversed(list(WORD.finditer(text, max(0, stop - 120), stop))):
        if wanted and word[0][0].upper() == wanted[-1]:
            wanted.pop()
            if not wanted:
                return word.start() if len(letters) > 2 else None
        elif len(word[0]) > SHORT:
            return None
    return None


def _after_titles(found: list[Token], language: str) -> Iterator[Found]:
    """A title, a known given name and one more word."""
    for at in range(1, len(found) - 1):
        first, second = found[at], found[at + 1]
        titled = any("T" in signs(t.text, language).lists for t in found[max(0, at - 3) : at])
        if titled and "G" in signs(first.text, language).lists:
            if _may_be_surname(second, language):
                yield first.start, second.stop, "PER"


def _speakers(found: list[Token]) -> Iterator[Found]:
    """Arabic: said X Y, the head of something."""
    for at in range(len(found) - 4):
        verb, first, second, comma, title = found[at : at + 5]
        if comma.text != "،" or "T" not in signs(title.text, "ar").lists:
            continue
        if verb.text.lstrip("وف") in words("ar", "say_verbs"):
            if all(_may_be_surname(t, "ar") for t in (first, second)):
                yield first.start, second.stop, "PER"


def _bodies(text: str) -> Iterator[Found]:
    for hit in BODY.finditer(text):
        stop = hit.end("body")
        if hit["adjective"] and hit["adjective"].endswith("ة") != hit["noun"].endswith("ة"):
            stop = hit.start("adjective") - len(" ال")
        yield hit.start("body"), stop, "ORG"


def _may_be_surname(token: Token, language: str) -> bool:
    on = signs(token.text, language).lists
    return token.text[0].isalpha() and len(token.text) > 2 and not set(on) & COMMON

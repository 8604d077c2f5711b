"""Where are people, organisations and places named in a text?"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from sayso.language.learned_names import LEARNED, learned_names
from sayso.language.morph import lemma
from sayso.language.name_patterns import by_grammar, letters_behind, spelled_out
from sayso.language.parse import raw_names
from sayso.language.second_look import is_post, names_of_post
from sayso.language.word_tagger import listed_places, word_names
from sayso.lexicon.load import lexicon

Found = tuple[int, int, str]
KINDS = {
    "PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "PER": "PER",
    "EVENT": "EVENT", "WORK_OF_ART": "WORK", "PRODUCT": "PRODUCT", "LAW": "LAW",
}  # fmt: skip
LEADING = re.compile(r"^(?:(?:the|a|an)\s+|[\"'“”‘’«»„\[(]+)+", re.IGNORECASE)
TRAILING = re.compile(r"(?:['’]s|['’]|[\"“”«».,;:!?)\]\s])+$")
OFFICE = re.compile(
    r"\b(?!The )(?:(?:[A-Z][a-z]+ ){0,3}(?:Ministry|Agency|Authority|Service|Committee|Commission|Council|"
    r"Department|Bureau|Company|Union|Party|Court|University|Bank|Lines|Post|Times|Herald)"
    r"(?: of(?: the)? [A-Z][a-z]+(?: and [A-Z][a-z]+)?)?)\b"
)
# Two names that the model took for one: "Gregory Chamitoff (Грегори Чамитофф", "Суринам • Сирия".
BETWEEN = re.compile(r"\s*\((?=[^)]*\)?$)|\s+[•|]\s+")
NO_NAMES = frozenset({"сми", "интернет"})
INITIAL = re.compile(r"[A-ZА-ЯІЇЄҐ]\.")


def tag(text: str, language: str) -> list[Found]:
    """Names as (start, stop, kind), sorted, not overlapping. Kinds as in model/mention.py.

    English and Russian come from their models and are corrected by rules; Ukrainian, Arabic,
    Persian and Hebrew from taggers of our own, with the listed places that these pass over.
    """
    if language == "en" and is_post(text):
        return names_of_post(text)
    if language in ("en", "ru"):
        named = _apart(_from_model(text, language))
        return _with_letters(text, named)
    if language in LEARNED:
        named = learned_names(text, language)
        certain = [n for n in by_grammar(text, language) if _adds(n, named)]
        named = _first_of(_apart(certain), named) if certain else named
        named = _with_letters(text, named)
        return _first_of(named, listed_places(text, language))
    return _apart(word_names(text, language))


def _with_letters(text: str, named: list[Found]) -> list[Found]:
    """With the bodies that acronyms in brackets stand for, and the acronyms."""
    bodies = spelled_out(text)
    named = _first_of(bodies, named) if bodies else named
    behind = letters_behind(text, named)
    return _first_of(behind, named) if behind else named


def _from_model(text: str, language: str) -> list[Found]:
    """The model's names with the corrections below, first opinion first."""
    out: list[Found] = []
    for start, stop, label in _cut(text, raw_names(text, language)):
        kind = KINDS.get(label)
        if kind is None or text[start:stop].lower() in NO_NAMES:
            continue
        start, stop = trimmed(text, start, stop)
        if start < stop and any(c.isalpha() for c in text[start:stop]):
            out.append((start, stop, _corrected(text[start:stop], kind, language)))
    if language == "en":
        out.extend((m.start(), m.end(), "ORG") for m in OFFICE.finditer(text) if " " in m[0])
    return out


def _cut(text: str, named: Iterable[Found]) -> Iterator[Found]:
    """Names apart that a bracket or a bullet parts."""
    for start, stop, label in named:
        at = start
        for hit in BETWEEN.finditer(text, start, stop):
            if at < hit.start():
                yield at, hit.start(), label
            at = hit.end()
        if at < stop:
            yield at, stop, label


def trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    """Without leading articles and quotation marks, trailing marks and possessives."""
    lead = LEADING.match(text[start:stop])
    if lead:
        start += lead.end()
    tail = TRAILING.search(text[start:stop])
    if tail and not INITIAL.fullmatch(text[start:stop][-2:]):
        stop = start + tail.start()
    return start, stop


def _corrected(words: str, kind: str, language: str) -> str:
    for rule in CORRECTIONS:
        if (opinion := rule(words, kind, language)) is not None:
            return opinion
    return kind


def _is_territory(words: str, kind: str, language: str) -> str | None:
    """A country is a place whatever the model thought."""
    from sayso.language.word_tagger import territories

    return "LOC" if words in territories() and kind != "LOC" else None


@cache
def _listed_bodies() -> frozenset[str]:
    """The bodies of the list of aliases in Russian dictionary forms."""
    rows = lexicon("any", "aliases").entries.items()
    return frozenset(_dictionary_form(name) for name, (_, kind, _) in rows if kind == "ORG")


def _dictionary_form(words: str) -> str:
    return " ".join(lemma(word, "ru") for word in words.split())


def _is_listed_body(words: str, kind: str, language: str) -> str | None:
    """A listed union or office is an organisation where the model saw a place (ЕС, Белый дом)."""
    if language == "ru" and kind == "LOC" and _dictionary_form(words) in _listed_bodies():
        return "ORG"
    return None


def _is_office(words: str, kind: str, language: str) -> str | None:
    """Ministries and agencies are organisations."""
    return "ORG" if language == "en" and OFFICE.fullmatch(words) and " " in words else None


CORRECTIONS: tuple[Callable[[str, str, str], str | None], ...] = (
    _is_territory,
    _is_listed_body,
    _is_office,
)


def _adds(name: Found, named: list[Found]) -> bool:
    """Whether a pattern's name lies free, or only makes a name of its kind longer."""
    met = [n for n in named if n[0] < name[1] and name[0] < n[1]]
    return all(n[2] == name[2] and name[0] <= n[0] and n[1] <= name[1] for n in met)


def _first_of(named: list[Found], others: list[Found]) -> list[Found]:
    """The others only where no name lies yet."""
    kept = list(named)
    kept += [o for o in others if all(o[1] <= k[0] or k[1] <= o[0] for k in named)]
    return sorted(kept)


def _apart(named: list[Found]) -> list[Found]:
    """No two on one place: the longer wins, then the earlier."""
    kept: list[Found] = []
    for name in sorted(set(named), key=lambda n: (n[0] - n[1], n)):
        if all(name[1] <= k[0] or k[1] <= name[0] for k in kept):
            kept.append(name)
    return sorted(kept)

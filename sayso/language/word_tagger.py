"""Which words are names where no model can tell (uk, ar, fa, he)? Word lists, titles, capitals."""

import re
from functools import cache

from sayso.language.morph import fold, forms
from sayso.language.token import Token
from sayso.language.tokens import tokens
from sayso.lexicon.load import lexicon, words

Found = tuple[int, int, str]
KINDS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
SURNAME = re.compile(
    r"(?:енко|енка|енку|енком|ук|юк|чук|ський|ського|ському|ським|ська|ської|ську|ською|цький|цького|"
    r"ович|овича|івна|івни|єва|ова|ович|ич|ко|єв|ов|ін|ян|яна|дзе)$"
)
LONGEST = 5  # words that a listed name may have
OF_PERSON = 3  # words that a person's name may run over after a title or a given name


@cache
def territories() -> frozenset[str]:
    """The names of countries and territories in all six languages."""
    return words("any", "territories")


@cache
def listed(language: str) -> dict[str, str]:
    """Folded listed name -> kind: territories, curated organisations, people and places."""
    known = {fold(name): "LOC" for name in sorted(territories())}
    for name, (_, kind, _) in lexicon("any", "aliases").entries.items():
        if kind in KINDS:
            known.setdefault(fold(name), kind)
    return known


@cache
def given_names() -> frozenset[str]:
    """Given names of all six languages, folded."""
    return frozenset(fold(name) for name in words("any", "nicknames"))


@cache
def name_tokens(language: str) -> frozenset[str]:
    """Words that are often part of a person's name in this script, folded."""
    source = {"fa": "ar"}.get(language, language)
    return frozenset(fold(word) for word in words(source, "name_tokens")) | given_names()


@cache
def folded_words(language: str, name: str) -> frozenset[str]:
    """A word list of the language, folded."""
    return frozenset(fold(word) for word in words(language, name))


def word_names(text: str, language: str) -> list[Found]:
    """Names by list, by title and given name, by organisation head; possibly overlapping."""
    found = tokens(text, language)
    out = _by_list(text, found, language)
    taken = {i for start, stop, _ in out for i in range(start, stop)}
    out += _organisations(text, found, language)
    if language == "uk":
        return out + _by_capitals(text, found, taken)
    return out + _people(text, found, language, taken)


def _word(token: Token) -> bool:
    return any(c.isalpha() for c in token.text)


def _bare(token: Token, known: frozenset[str] | dict[str, str], language: str) -> int | None:
    """How many letters of prefixes stand before a known word, or None when it is not known."""
    for form in forms(token.text, language):
        if form in known:
            return max(0, len(token.text) - len(form)) if token.text.endswith(form[-2:]) else 0
    return None


def _by_list(text: str, found: list[Token], language: str) -> list[Found]:
    """The longest listed name at each word; the first word may carry a prefix."""
    known = listed(language)
    out: list[Found] = []
    at = 0
    while at < len(found):
        size = 0
        for length in range(min(LONGEST, len(found) - at), 0, -1):
            hit = _listed_at(text, found[at : at + length], known, language)
            if hit:
                out.append(hit)
                size = length
                break
        at += size or 1
    return out


def _listed_at(text: str, run: list[Token], known: dict[str, str], language: str) -> Found | None:
    if not _word(run[0]) or (language == "uk" and not run[0].text[0].isupper()):
        return None
    rest = text[run[0].stop : run[-1].stop]
    for form in forms(run[0].text, language):
        kind = known.get(fold(form + rest)) if len(form) > 2 or rest else None
        if kind:
            prefix = len(run[0].text) - len(form) if language in ("ar", "he") else 0
            return run[0].start + max(0, prefix), run[-1].stop, kind
    return None


def _organisations(text: str, found: list[Token], language: str) -> list[Found]:
    """A head word (ministry, company, party) and what it governs: the next word or two."""
    heads = folded_words(language, "org_heads")
    out: list[Found] = []
    for at, token in enumerate(found):
        if not any(form in heads for form in forms(token.text, language)):
            continue
        stop = _extent(found, at, language)
        if stop is not None:
            out.append((token.start + _clitic(token, heads, language), stop, "ORG"))
    return out


def _clitic(token: Token, known: frozenset[str], language: str) -> int:
    """The letters of a prefix before the head word."""
    form = next(f for f in forms(token.text, language) if f in known)
    return max(0, len(token.text) - len(form)) if language in ("ar", "he") else 0


def _extent(found: list[Token], at: int, language: str) -> int | None:
    """Where an organisation's name ends that begins with the head word at `at`."""
    nearest = found[at + 1 : at + 4]
    if not nearest or not _word(nearest[0]):
        quoted = len(nearest) > 1 and nearest[0].text in ("«", "“", '"') and _word(nearest[1])
        return nearest[1].stop if quoted else None
    if language == "uk":
        return nearest[0].stop
    if language in ("ar", "he"):
        article = "ال" if language == "ar" else "ה"
        stop = nearest[0].stop
        if len(nearest) > 1 and nearest[0].text.startswith(article):
            if nearest[1].text.startswith(article) and _word(nearest[1]):
                stop = nearest[1].stop
        return stop
    return nearest[0].stop


def _by_capitals(text: str, found: list[Token], taken: set[int]) -> list[Found]:
    """Ukrainian: runs of capitalised words; people by given name, title or ending of the surname."""
    out: list[Found] = []
    titles = folded_words("uk", "titles")
    at = 0
    while at < len(found):
        last = at
        while last < len(found) and _capital(found[last], taken) and _near(text, found, at, last):
            last += 1
        if last > at:
            kind = _kind_of_run(found, at, last, titles)
            if kind:
                out.append((found[at].start, found[last - 1].stop, kind))
        at = max(last, at + 1)
    return out


def _capital(token: Token, taken: set[int]) -> bool:
    return _word(token) and token.text[0].isupper() and token.start not in taken


def _near(text: str, found: list[Token], first: int, at: int) -> bool:
    return at == first or text[found[at - 1].stop : found[at].start] == " "


def _kind_of_run(found: list[Token], first: int, last: int, titles: frozenset[str]) -> str | None:
    run = found[first:last]
    given = any(set(forms(t.text, "uk")) & given_names() for t in run)
    titled = first > 0 and fold(found[first - 1].text) in titles
    begins = first == 0 or found[first - 1].text in (".", "!", "?", "…", "—", "–", "«", ":")
    if (given and len(run) > 1) or titled:
        return "PER"
    if len(run) == 1 and run[0].text.isupper() and len(run[0].text) > 1:
        return "ORG"
    if begins and len(run) == 1:
        return None
    if len(run) <= OF_PERSON and SURNAME.search(run[-1].text) and len(run[-1].text) > 4:
        return "PER"
    return "LOC" if len(run) == 1 and not begins else None


def _people(text: str, found: list[Token], language: str, taken: set[int]) -> list[Found]:
    """After a title, or from a given name on: words that names are made of."""
    titles, known = folded_words(language, "titles"), name_tokens(language)
    tense = folded_words(language, "tense_words")
    out: list[Found] = []
    free = 0
    for at, token in enumerate(found):
        if at < free or not _word(token) or token.start in taken:
            continue
        after_title = at > 0 and bool(set(forms(found[at - 1].text, language)) & titles)
        given = _bare(token, given_names(), language)
        if given is None and not (after_title and _bare(token, known, language) is not None):
            continue
        last = at + 1
        while last < len(found) and last - at < OF_PERSON and _goes_on(found, at, last, language):
            last += 1
        run = found[at:last]
        if (len(run) > 1 or after_title) and fold(token.text) not in tense:
            out.append((token.start + (given or 0), run[-1].stop, "PER"))
            free = last
    return out


def _goes_on(found: list[Token], first: int, at: int, language: str) -> bool:
    """Whether the word at `at` may still be part of the name that began at `first`."""
    token = found[at]
    if not _word(token) or fold(token.text) in folded_words(language, "small_words"):
        return False
    if fold(token.text) in folded_words(language, "titles"):
        return False
    return at == first + 1 or fold(token.text) in name_tokens(language)

"""Which words are names where no model can tell (uk, ar, fa, he)? Word lists, titles, capitals."""

import re
from functools import cache, lru_cache

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
SURE = ("енко", "енка", "енку", "чук", "чука")
OPENING = (".", "!", "?", "…", "—", "–", "-", "«", "“", '"', "„", ":", "...", "(", "*")
ENDING = re.compile(
    r"(?<=[^\W\d_]{3})(?:ого|ому|ими|ями|ами|ією|ої|ою|єю|ею|ія|ій|ію|ії|ям|ах|ях|их|им|ий|ом|ем|єм|[аяуюіїеоийь])$"
)
ALTERNATION = re.compile(r"[іїоеє](?=[^аеєиіїоуюяь]{1,2}$)")
INITIALS = re.compile(r"(?<!\w)(?:[А-ЯІЇЄҐ]\. ?){1,2}$")
ADJECTIVE = re.compile(r"(?:ий|ого|ому|им|ої|ій|ою|а|у|е)$")
GOVERNING = ("міністерств", "служб", "департамент", "комітет", "комісі", "управлінн", "прокуратур")
GENITIVE = ("и", "і", "ї", "у", "ю", "ої", "ого", "ів", "них", "их", "ня", "ва")
LONGEST = 5  # words that a listed name may have
OF_PERSON = 3  # words that a person's name may run over after a title or a given name


@cache
def territories() -> frozenset[str]:
    """The names of countries and territories in all six languages."""
    return words("any", "territories")


@cache
def listed(language: str) -> dict[str, str]:
    """Listed name in look-up form -> kind: territories, places, curated organisations, people."""
    known = {_looked_up(name, language): "LOC" for name in sorted(territories())}
    known |= {_looked_up(name, language): "LOC" for name in sorted(words(language, "places"))}
    for name, (_, kind, _) in lexicon("any", "aliases").entries.items():
        if kind in KINDS:
            known.setdefault(_looked_up(name, language), kind)
    for name in words(language, "not_names"):
        known.pop(_looked_up(name, language), None)
    return known


def _looked_up(name: str, language: str) -> str:
    """Folded; in Ukrainian word by word without case endings, і and о, е in the last syllable one."""
    if language != "uk":
        return fold(name)
    return " ".join(_stem(word) for word in name.split())


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    if len(word) < 4 or word.isupper():
        return word
    return ALTERNATION.sub("о", ENDING.sub("", word.lower()))


@cache
def given_names(language: str) -> frozenset[str]:
    """Given names of all six languages, folded, but those that are common words in this one."""
    return frozenset(fold(n) for n in words("any", "nicknames")) - folded_words(
        language, "not_names"
    )


@cache
def name_tokens(language: str) -> frozenset[str]:
    """Words that are often part of a person's name in this script, folded."""
    source = {"fa": "ar"}.get(language, language)
    return frozenset(fold(word) for word in words(source, "name_tokens")) | given_names(language)


@cache
def folded_words(language: str, name: str) -> frozenset[str]:
    """A word list of the language, folded."""
    return frozenset(fold(word) for word in words(language, name))


def listed_places(text: str, language: str) -> list[Found]:
    """The places that stand on a list."""
    return [
        found for found in _by_list(text, tokens(text, language), language) if found[2] == "LOC"
    ]


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


def _bare(token: Token, known: frozenset[str], language: str) -> int | None:
    """How many letters of prefixes stand before a known word, or None when it is not known."""
    for form in _forms(token.text, language):
        if form in known:
            return _prefix(token.text, form, language)
    return None


def _forms(word: str, language: str) -> tuple[str, ...]:
    """Where suffixes make adjectives (Persian), the word alone; else the word with clitics off."""
    return (fold(word),) if language == "fa" else forms(word, language)


def _prefix(word: str, form: str, language: str) -> int:
    """Letters that stand before the name in the word; the Arabic article belongs to the name."""
    if language not in ("ar", "he"):
        return 0
    size = max(0, len(word) - len(form))
    if language == "ar" and word[max(0, size - 2) : size] == "ال":
        return size - 2
    return 0 if language == "ar" and word[:size].endswith("لل") else size


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
    if language == "uk":
        kind = known.get(_looked_up(text[run[0].start : run[-1].stop], "uk"))
        return (run[0].start, run[-1].stop, kind) if kind else None
    rest = text[run[0].stop : run[-1].stop]
    for form in _forms(run[0].text, language):
        kind = known.get(fold(form + rest)) if len(form) > 2 or rest else None
        if kind:
            return run[0].start + _prefix(run[0].text, form, language), run[-1].stop, kind
    return None


def _organisations(text: str, found: list[Token], language: str) -> list[Found]:
    """A head word (ministry, company, party) and what it governs: the next word or two."""
    heads = folded_words(language, "org_heads")
    out: list[Found] = []
    for at, token in enumerate(found):
        if not _word(token):
            continue
        prefix = _bare(token, heads, language)
        stop = _extent(found, at, language) if prefix is not None else None
        if prefix is not None and stop is not None:
            out.append((token.start + prefix, stop, "ORG"))
    return out


def _extent(found: list[Token], at: int, language: str) -> int | None:
    """Where an organisation's name ends that begins with the head word at `at`."""
    nearest = found[at + 1 : at + 4]
    if not nearest or not _word(nearest[0]):
        quoted = len(nearest) > 1 and nearest[0].text in ("«", "“", '"') and _word(nearest[1])
        return nearest[1].stop if quoted else None
    if _small(nearest[0], language) or len(nearest[0].text) < 3:
        return None
    if _bare(nearest[0], given_names(language), language) is not None:
        return None
    if language == "uk":
        governed = found[at].text.lower().startswith(GOVERNING) and nearest[0].text.endswith(
            GENITIVE
        )
        return nearest[0].stop if governed or nearest[0].text[0].isupper() else None
    stop = nearest[0].stop
    if len(nearest) > 1 and _goes_with(nearest[0], nearest[1], language):
        stop = nearest[1].stop
    return stop


def _goes_with(first: Token, second: Token, language: str) -> bool:
    """Whether the second word after the head still belongs to the name."""
    if not _word(second) or _small(second, language):
        return False
    if language == "fa":
        return second.text.endswith("ی") or fold(second.text) in listed("fa")
    article = "ال" if language == "ar" else "ה"
    return (second.text.startswith(article) and len(second.text) > 4 and language != "he") or (
        first.text.startswith(article) and second.text.startswith(article)
    )


def _small(token: Token, language: str) -> bool:
    """Function words, and the words of the calendar."""
    lists = ("small_words", "weekdays", "months")
    return any(fold(token.text) in folded_words(language, name) for name in lists)


def _by_capitals(text: str, found: list[Token], taken: set[int]) -> list[Found]:
    """Ukrainian: runs of capitalised words; people by given name, title or ending of the surname."""
    out: list[Found] = []
    titles = folded_words("uk", "titles")
    at = 0
    while at < len(found):
        last = at
        while last < len(found) and _capital(found[last], taken) and _near(text, found, at, last):
            if last > at and found[last].text.isupper() != found[at].text.isupper():
                break
            last += 1
        initials = INITIALS.search(text, max(0, found[at].start - 8), found[at].start)
        if last == at + 1 and initials and len(found[at].text) > 2:
            out.append((initials.start(), found[at].stop, "PER"))
            at = last
            continue
        if last > at:
            kind = _kind_of_run(found, at, last, titles)
            stop = found[last - 1].stop
            if last < len(found) and ADJECTIVE.search(found[last - 1].text) and last - at < 3:
                if _bare(found[last], folded_words("uk", "org_heads"), "uk") is not None:
                    kind, stop = "ORG", found[last].stop
            if kind:
                out.append((found[at].start, stop, kind))
        at = max(last, at + 1)
    return out


def _capital(token: Token, taken: set[int]) -> bool:
    if not _word(token) or not token.text[0].isupper() or token.start in taken:
        return False
    if fold(token.text) in folded_words("uk", "titles"):
        return False
    return token.text not in words("uk", "not_names") and not token.text.isascii()


def _near(text: str, found: list[Token], first: int, at: int) -> bool:
    return at == first or text[found[at - 1].stop : found[at].start] == " "


def _kind_of_run(found: list[Token], first: int, last: int, titles: frozenset[str]) -> str | None:
    """What a run of capitalised words is; the first rule with an opinion decides."""
    run = found[first:last]
    before = found[first - 1].text if first else "."
    if len(run) == 1 and run[0].text.isupper() and 1 < len(run[0].text) < 7:
        return "ORG"
    given = any(set(forms(t.text, "uk")) & given_names("uk") for t in run)
    if given or set(forms(before, "uk")) & titles:
        return "PER"
    if len(run) == 1:
        return _kind_of_one(run[0].text, before)
    return "PER" if len(run) <= OF_PERSON and not run[-1].text.isupper() else None


def _kind_of_one(word: str, before: str) -> str | None:
    if before in OPENING or len(word) < 3:
        return "PER" if len(word) > 4 and SURNAME.search(word) and word.endswith(SURE) else None
    if before.lower() in words("uk", "place_prepositions"):
        return "LOC"
    return "PER"


def _people(text: str, found: list[Token], language: str, taken: set[int]) -> list[Found]:
    """After a title, or from a given name on: words that names are made of."""
    titles, known = folded_words(language, "titles"), name_tokens(language)
    given = given_names(language)
    out: list[Found] = []
    free = 0
    for at, token in enumerate(found):
        if at < free or token.start in taken or not _may_name(token, language):
            continue
        after_title = at > 0 and bool(set(_forms(found[at - 1].text, language)) & titles)
        prefix = _bare(token, given, language)
        if prefix is None and after_title:
            prefix = 0 if fold(token.text) in known else None
        if prefix is None:
            continue
        last = at + 1
        while last < len(found) and last - at < OF_PERSON and _goes_on(found, at, last, language):
            last += 1
        if last - at > 1 or after_title:
            out.append((token.start + prefix, found[last - 1].stop, "PER"))
            free = last
    return out


def _may_name(token: Token, language: str) -> bool:
    if not _word(token) or len(token.text) < 2 or _small(token, language):
        return False
    lists = ("titles", "tense_words", "not_names")
    return not any(fold(token.text) in folded_words(language, name) for name in lists)


def _goes_on(found: list[Token], first: int, at: int, language: str) -> bool:
    """Whether the word at `at` may still be part of the name that began at `first`."""
    token = found[at]
    if len(token.text) < 3 or not _may_name(token, language):
        return False
    return at == first + 1 or fold(token.text) in name_tokens(language)

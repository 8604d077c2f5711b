"""Who and what is named in an article, and which roles are told beside the names?"""

import re
from collections import Counter
from collections.abc import Iterator

from sayso.language.morph import fold, lemma
from sayso.language.parse import open_page
from sayso.language.skeleton import skeleton
from sayso.language.tag import tag
from sayso.lexicon.load import words
from sayso.model.mention import Mention, Role
from sayso.model.page import Page
from sayso.reading.roles import roles
from sayso.settings import LANGUAGES

# Where the tagger knows no context, a surname is looked for again; prefixes that may stand before it.
CLITICS = {"en": "", "uk": "", "ar": "[وف]?[بلك]?", "fa": "", "he": "ו?[שכ]?[בלמכ]?"}
CAPITALISED = re.compile(r"(?<![\w«\"-])[А-ЯЁ][а-яё]{2,}(?![\w-])")
# English words with a capital that may stand before a lone surname.
ADDRESS = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "minister", "president",
     "judge", "general", "colonel", "captain", "inspector", "senator", "but", "and", "when", "while", "if", "though",
     "according", "as", "both", "yet", "still", "for", "with", "to", "by"]
)  # fmt: skip
OPENING_WORD = re.compile(r"(?:^|[.!?,،؛:\n] ?)(\w+) $")


def names(page: Page) -> Iterator[Mention | Role]:
    """Mentions in the prose of the page, their kinds voted over the article, and roles beside them."""
    if page.article.language not in LANGUAGES:
        return
    open_page([page.text[a:b] for a, b in page.prose()], page.article.language)
    language = page.article.language
    found = [
        (a + start, a + stop, kind)
        for a, b in page.prose()
        for start, stop, kind in tag(page.text[a:b], language)
    ]
    again = _again_in_russian if language == "ru" else _surnames_again
    found = sorted([*found, *again(page, found)])
    found = _letters_again(page, found)
    mentions = _mentions(page, _voted(page.text, found, language))
    yield from mentions
    yield from roles(page, mentions)


def _surnames_again(page: Page, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The surnames of full names of this article where the tagger passed over them."""
    language = page.article.language
    surnames = {
        words_[-1]
        for a, b, kind in found
        if kind == "PER" and len(words_ := page.text[a:b].split()) > 1
    }
    known = sorted(s for s in surnames if _stands_alone(s, language))
    if language not in CLITICS or not known:
        return []
    either = "|".join(re.escape(s) for s in known)
    again = re.compile(rf"(?<![\w׳'\"״]){CLITICS[language]}({either})(?![\w׳'\"״])")
    taken = [(a, b) for a, b, _ in found]
    return [
        (hit.start(1), hit.end(1), "PER")
        for a, b in page.prose()
        for hit in again.finditer(page.text, a, b)
        if all(hit.end(1) <= c or d <= hit.start(1) for c, d in taken)
        and not _has_own_given_name(page.text, hit.start(1), language)
    ]


def _again_in_russian(page: Page, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Capitalised words in a case of a surname of this article that the model passed over."""
    text = page.text
    surnames = {
        _normal(text[a:b].split()[-1], "ru")
        for a, b, kind in found
        if kind == "PER" and text[b - 1].isalpha()
    }
    taken = [(a, b) for a, b, _ in found]
    return [
        (hit.start(), hit.end(), "PER")
        for a, b in page.prose()
        for hit in CAPITALISED.finditer(text, a, b)
        if _normal(hit[0], "ru") in surnames
        and all(hit.end() <= c or d <= hit.start() for c, d in taken)
    ]


def _letters_again(page: Page, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The acronyms that stood in brackets behind a body mean it wherever they stand in the article."""
    text = page.text
    stops = {stop for _, stop, kind in found if kind == "ORG"}
    known = {
        text[a:b]
        for a, b, kind in found
        if kind == "ORG" and text[a - 2 : a] == " (" and text[b : b + 1] == ")" and a - 2 in stops
    }
    if not known:
        return found
    either = "|".join(re.escape(letters) for letters in sorted(known))
    again = re.compile(rf"(?<![\w\"״-])(?:ה|ב|ל|מ|ו|ש|כ)?({either})(?![\w\"״])")
    spans = {hit.span(1) for a, b in page.prose() for hit in again.finditer(text, a, b)}
    kept = [
        n for n in found if all(n[1] <= a or b <= n[0] or n[0] < a or b < n[1] for a, b in spans)
    ]
    new = [(a, b, "ORG") for a, b in sorted(spans) if all(b <= c or d <= a for c, d, _ in kept)]
    return sorted([*kept, *new])


def _has_own_given_name(text: str, at: int, language: str) -> bool:
    """Whether a word right before a surname may be somebody else's given name: where there are capitals, one
    that has a capital inside a sentence; elsewhere one that opens the clause."""
    if language == "en":
        before = re.search(r"([A-Z][\w’'-]*) $", text[max(0, at - 30) : at])
        return before is not None and before[1].casefold() not in ADDRESS
    opening = OPENING_WORD.search(text, max(0, at - 40), at)
    if language == "uk" or not opening:
        return False
    lists = ("say_verbs", "small_words", "titles", "not_names")
    return not any(opening[1] in words(language, name) for name in lists)


def _stands_alone(surname: str, language: str) -> bool:
    """Whether the word alone is hardly anything but the surname."""
    if language == "en":
        listed = words("en", "small_words") | words("en", "titles") | words("en", "months")
        return surname[:1].isupper() and len(surname) > 2 and surname.casefold() not in listed
    lists = ("small_words", "titles", "not_names") if language in CLITICS else ()
    return len(surname) > 2 and not any(surname in words(language, name) for name in lists)


def _normal(words_: str, language: str) -> str:
    """The form under which the same name is found again."""
    if language in ("ru", "uk"):
        return " ".join(fold(lemma(w, language)) for w in words_.split())
    return fold(words_)


def _voted(
    text: str, found: list[tuple[int, int, str]], language: str
) -> list[tuple[int, int, str, str]]:
    """One kind for one form in one article: the surname of a person is that person, else the most.

    A form that is more often read as something else than as somebody, alone or behind a given name, is no surname.
    """
    people = Counter(
        _normal(text[a:b].split()[-1], language)
        for a, b, kind in found
        if kind == "PER" and len(text[a:b].split()) > 1
    )
    votes: dict[str, Counter[str]] = {}
    for a, b, kind in found:
        votes.setdefault(_normal(text[a:b], language), Counter())[kind] += 1
    out = []
    for a, b, kind in found:
        normal = _normal(text[a:b], language)
        told = votes[normal]
        if people[normal] and people[normal] + told["PER"] >= max(told.values()):
            voted, rule = "PER", "surname of a person of this article"
        else:
            voted = min(told, key=lambda k: (-told[k], k))
            rule = "tagger" if voted == kind else "vote over the article"
        out.append((a, b, voted, rule))
    return out


def _mentions(page: Page, voted: list[tuple[int, int, str, str]]) -> list[Mention]:
    language = page.article.language
    return [
        Mention(
            span=page.span(a, b),
            kind=kind,
            surface=page.text[a:b],
            normal=_normal(page.text[a:b], language),
            key=skeleton(page.text[a:b]),
            language=language,
            article=page.article.id,
            because=rule,
        )
        for a, b, kind, rule in voted
    ]

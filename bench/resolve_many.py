"""How long does it take to resolve many names? `python bench/resolve_many.py [--mentions N] [--names N]`.

Invented people and bodies in six languages, put together from the tokens of our own lexicon, always the same ones; one
core, everything `across` does, without reading. The issue's measure: 1,000,000 mentions of 100,000 names in five minutes.
"""

import argparse
import resource
import time
from collections.abc import Iterator
from itertools import islice

from sayso.language.script import script
from sayso.language.skeleton import skeleton
from sayso.lexicon.load import lexicon
from sayso.model.article import Article
from sayso.model.collection import Collection
from sayso.model.entity import Entity
from sayso.model.mention import Mention
from sayso.model.page import Page
from sayso.model.text import Document
from sayso.resolve.across import across
from sayso.resolve.within import within

LANGUAGE = {"Latn": "en", "Cyrl": "ru", "Arab": "ar", "Hebr": "he"}
ON_A_PAGE = 20
STEP = 7919  # a prime: walks over given and family names in an order that repeats late


def tokens(name: str) -> dict[str, list[str]]:
    """Script -> the words of a list of names in it, sorted."""
    found: dict[str, list[str]] = {}
    for word in sorted(lexicon("any", name).entries):
        if len(word) > 2 and " " not in word and word.isalpha():
            found.setdefault(script(word), []).append(word.title())
    return {s: found[s] for s in sorted(LANGUAGE) if s in found}


def names(count: int) -> Iterator[tuple[str, str]]:
    """(language, full name) of that many people, scripts in turn."""
    given, family = tokens("nicknames"), tokens("name_symbols")
    for i in range(count):
        written = sorted(LANGUAGE)[i % len(LANGUAGE)]
        at = i // len(LANGUAGE) * STEP
        first = given[written][at % len(given[written])]
        last = family[written][(at // 3 + i) % len(family[written])]
        yield LANGUAGE[written], f"{first} {last}"


def page(number: int, language: str, named: list[str], stranger: str) -> Page:
    """One article that names each of them, in full and then by the family name, and one by that alone."""
    words = [w for name in named for w in (name, name.rsplit(" ", 1)[-1])]
    words.append(stranger.rsplit(" ", 1)[-1])
    text = " . ".join(words)
    document = Document(f"{number:064x}", "text/1", text, "text/plain", "many", "utf-8")
    blank = Page.of(document, Article(document.span(0, len(text)), (), language))
    found, at = [], 0
    for word in words:
        span = blank.span(at, at + len(word))
        key = skeleton(word)
        made = Mention(span, "PER", word, word.lower(), key, language, blank.article.id)
        found.append(made)
        at += len(word) + 3
    whole = blank.having(tuple(found))
    return whole.having(tuple(within(whole)))


def pages(mentions: int, count: int) -> Iterator[Page]:
    """So many mentions of so many names; every name comes again and again in other company."""
    by_language: dict[str, list[str]] = {}
    for language, name in names(count):
        by_language.setdefault(language, []).append(name)
    languages = sorted(by_language)
    for number in range(mentions // ON_A_PAGE):
        language = languages[number % len(languages)]
        known = by_language[language]
        at = number // len(languages) * (ON_A_PAGE // 2)
        step = 1 + number // len(languages) * (ON_A_PAGE // 2) // len(known)
        named = [known[(at + i * step) % len(known)] for i in range(ON_A_PAGE // 2)]
        stranger = known[at * STEP % len(known)]
        yield page(number, language, list(dict.fromkeys(named)), stranger)


def scores(mentions: int = 20_000, count: int = 2_000) -> dict[str, float]:
    """Seconds, entities and megabytes for so many mentions of so many names."""
    made = sorted(islice(pages(mentions, count), mentions), key=lambda p: p.article.id)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    total = sum(len(p.mentions) for p in made)
    begun = time.process_time()
    found = sum(isinstance(r, Entity) for r in across(Collection(tuple(made))))
    return {
        "mentions": float(total),
        "names": float(count),
        "entities": float(found),
        "seconds": time.process_time() - begun,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "megabytes before": before,
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, default=1_000_000)
    parser.add_argument("--names", type=int, default=100_000)
    told = parser.parse_args()
    for key, value in scores(told.mentions, told.names).items():
        print(f"{key:18} {value:,.1f}")

"""Is a word spelled more like a name or more like a common word? For scripts without capitals."""

from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from math import log

from sayso.language.morph import fold
from sayso.lexicon.load import lexicon, words

RATED = ("ar", "fa", "he")
SIZE = 3  # letters looked at together
# Lists of words that are hardly names, as far as a language has them.
COMMON = ("small_words", "function_words", "pronouns", "say_verbs", "event_words", "concepts", "anonymous", "titles", "numerals", "org_heads", "order_words", "time_units", "hedges", "role_words")  # fmt: skip
OWN = ("common_words",)
SMOOTH = 0.5
STEP, MOST = 0.35, 5  # width of one mark, marks to each side; by eye


@cache
def _odds(language: str) -> dict[str, float]:
    """For runs of letters: how much likelier they are in names than in common words."""
    sources = ("ar", "fa") if language == "fa" else (language,)
    names = [
        _letters(word, language)
        for source in sources
        for word in lexicon(source, "name_tokens").entries
    ]
    plain = {_letters(part, language) for word in _plain(language) for part in word.split()}
    in_names, in_plain = _counted(names), _counted(plain)
    whole, half = in_names.total(), in_plain.total()
    kinds = len(in_names | in_plain) * SMOOTH
    return {
        run: log((in_names[run] + SMOOTH) / (whole + kinds))
        - log((in_plain[run] + SMOOTH) / (half + kinds))
        for run in in_names | in_plain
    }


def _plain(language: str) -> list[str]:
    lists = (*COMMON, *OWN) if language in ("fa", "he") else COMMON
    return sorted({word for name in lists for word in words(language, name)})


def _letters(word: str, language: str) -> str:
    folded = fold(word).replace("\u200c", "")
    return f"^{folded}$"


def _counted(spellings: Iterable[str]) -> Counter[str]:
    return Counter(run for word in spellings for run in _runs(word))


def _runs(word: str) -> list[str]:
    return [word[n : n + SIZE] for n in range(max(1, len(word) - SIZE + 1))]


@lru_cache(maxsize=100_000)
def spelling(word: str, language: str) -> str:
    """A mark from "-5" (a common word) to "5" (a name) for a word in look-up spelling; "" where not rated."""
    if language not in RATED or not word.isalpha():
        return ""
    odds = _odds(language)
    runs = _runs(f"^{word}$")
    mean = sum(odds.get(run, 0.0) for run in runs) / len(runs)
    return str(max(-MOST, min(MOST, round(mean / STEP))))

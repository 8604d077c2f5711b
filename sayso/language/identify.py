"""Which language is this in? Letters first, then small words, and a statistical model when still in doubt."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.language.script import SCRIPTS, letters
from sayso.lexicon.load import words
from sayso.settings import LANGUAGES

if TYPE_CHECKING:
    from lingua import LanguageDetector

UNKNOWN = "und"
SHORT = 25  # letters; below this a line is believed only on strong evidence
LONG = 30  # letters in words without capitals; from here on a line may be in no language of ours
CERTAIN = 0.95  # what the n-gram model must give another language of the script
ENGLISH_SHARE = 0.12  # small words among the words of English; counted on news, most lines have 0.3
FOREIGN_LETTERS = 0.03  # share of letters that only other languages of the script use

_WORD = re.compile(r"[^\W\d_]+")
_UK = re.compile(r"[іїєґІЇЄҐ]")
_RU = re.compile(r"[ыэъёЫЭЪЁ]")
_RU_ONLY = re.compile(r"[ыэёЫЭЁ]")
_OTHER_CYRILLIC = re.compile(r"[ўЎјЈљњђћќѓџѕәөүұқңһғӣӯҷ]")
_FA = re.compile(r"[پچژگ]")
_FA_FORMS = re.compile(r"[کیۀ\u200c]")
_AR = re.compile(r"[ةىإأؤ]")
_AR_FORMS = re.compile(r"[كيئ]|\bال")
_OTHER_ARABIC = re.compile(r"[ٹڈڑےںھێۆڕڵەټډړښۍې]")
# In running text і, ї, є, ґ are about three times as frequent as ы, э, ъ, ё (counted on news).
_UK_PER_RU = 3


def identify(text: str) -> str:
    """One of `settings.LANGUAGES`, or "und" when nothing alphabetic or another language speaks.

    >>> identify("Міністр не відповів"), identify("Министр не ответил"), identify("12.03.")
    ('uk', 'ru', 'und')
    """
    return _by_letters(text) or _in_doubt(text)


def runs(lines: Sequence[str]) -> list[str]:
    """The language of each line; a short line between two of one language belongs to them.

    Lines without letters stay "und".
    """
    sure = [_sure(line) for line in lines]
    before = _carry(sure)
    after = list(reversed(_carry(list(reversed(sure)))))
    out: list[str] = []
    for line, said, left, right in zip(lines, sure, before, after, strict=True):
        if said is not None:
            out.append(said)
        elif left and left == right:
            out.append(left)
        else:
            out.append(_of_neighbours(line, left, right))
    return out


def _carry(sure: list[str | None]) -> list[str | None]:
    """For each line, the nearest language named before it."""
    out: list[str | None] = []
    last: str | None = None
    for said in sure:
        out.append(last)
        last = said if said in LANGUAGES else last
    return out


def _sure(line: str) -> str | None:
    """The language where the line alone tells it; None where neighbours should be asked."""
    count = sum(letters(line).values())
    if not count:
        return None if any(map(str.isalpha, line)) else UNKNOWN
    if count < SHORT:
        return None
    return identify(line)


def _of_neighbours(line: str, left: str | None, right: str | None) -> str:
    """What the line's letters say; where they do not, a neighbour in the same script."""
    said = _by_letters(line)
    if said:
        return said
    main = _main_script(line)
    near = next((n for n in (right, left) if n and main == _SCRIPT_LANGUAGES.get(n)), None)
    return near or _in_doubt(line)


_SCRIPT_LANGUAGES = {
    "en": "Latn", "ru": "Cyrl", "uk": "Cyrl", "ar": "Arab", "fa": "Arab", "he": "Hebr",
}  # fmt: skip


def _main_script(text: str) -> str | None:
    counts = letters(text)
    best = max(SCRIPTS, key=counts.__getitem__)
    return best if counts[best] else None


def _by_letters(text: str) -> str | None:
    """The language that the letters alone decide, "und" for a foreign alphabet, None for doubt."""
    main = _main_script(text)
    if main is None:
        return UNKNOWN
    if main == "Hebr":
        return "he"
    if main == "Latn":
        return _latin(text)
    return _cyrillic(text) if main == "Cyrl" else _arabic(text)


def _cyrillic(text: str) -> str | None:
    uk, ru = len(_UK.findall(text)), len(_RU.findall(text))
    if len(_OTHER_CYRILLIC.findall(text)) > max(uk, ru):
        return UNKNOWN
    one_alphabet = bool(uk) != bool(_RU_ONLY.search(text))
    if not one_alphabet and _another("Cyrl", text):
        return UNKNOWN
    if uk == ru == 0:
        return _by_small_words(text, ("ru", "uk"))
    return "uk" if uk > ru * _UK_PER_RU else "ru" if ru * _UK_PER_RU > uk else None


def _arabic(text: str) -> str | None:
    fa = 3 * len(_FA.findall(text)) + len(_FA_FORMS.findall(text))
    ar = 2 * len(_AR.findall(text)) + len(_AR_FORMS.findall(text))
    others = len(_OTHER_ARABIC.findall(text))
    if 3 * others > max(fa, ar) or others > 1 + FOREIGN_LETTERS * len(text):
        return UNKNOWN
    if fa >= 2 * ar + 1:
        return "fa"
    if ar >= 2 * fa + 1:
        return "ar"
    return _by_small_words(text, ("ar", "fa"))


def _latin(text: str) -> str | None:
    """English unless small words, or their want and the n-gram model, say another language."""
    found = [w.lower() for w in _WORD.findall(text)]
    own, other = words("en", "small_words"), words("any", "foreign_small_words")
    english = sum(w in own for w in found)
    foreign = sum(w in other for w in found)
    if foreign >= 3 and foreign > english:
        return UNKNOWN
    plain = english > foreign and english >= ENGLISH_SHARE * len(found)
    return "en" if plain or not _another("Latn", text) else UNKNOWN


def _another(script: str, text: str) -> bool:
    """Whether the n-gram model is certain of a language of the script that is not read here."""
    plain = " ".join(w for w in _WORD.findall(text) if w.islower())
    if len(plain) < LONG:
        return False
    first = _wide_detector(script).compute_language_confidence_values(plain)[0]
    code = first.language.iso_code_639_1.name.lower()
    return code not in LANGUAGES and first.value >= CERTAIN


def _by_small_words(text: str, candidates: tuple[str, str]) -> str | None:
    found = [w.lower() for w in _WORD.findall(text)]
    lists = [words(c, "small_words") for c in candidates]
    a, b = (sum(w in known for w in found) for known in lists)
    return candidates[0] if a > b else candidates[1] if b > a else None


def _in_doubt(text: str) -> str:
    """What the n-gram model says between the candidates of the script."""
    main = _main_script(text)
    if main not in ("Cyrl", "Arab"):
        return UNKNOWN
    said = _detector(main).detect_language_of(text)
    return said.iso_code_639_1.name.lower() if said else UNKNOWN


@cache
def _detector(script: str) -> "LanguageDetector":
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = {"Cyrl": (IsoCode639_1.RU, IsoCode639_1.UK), "Arab": (IsoCode639_1.AR, IsoCode639_1.FA)}
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes[script]).build()


@cache
def _wide_detector(script: str) -> "LanguageDetector":
    """Common languages of the script, read or not: to know what is none of ours."""
    from lingua import Language, LanguageDetectorBuilder

    names = {
        "Cyrl": "RUSSIAN UKRAINIAN BULGARIAN SERBIAN MACEDONIAN BELARUSIAN KAZAKH",
        "Latn": "ENGLISH GERMAN FRENCH SPANISH ITALIAN PORTUGUESE POLISH DUTCH TURKISH CZECH "
        "ROMANIAN SWEDISH HUNGARIAN FINNISH",
    }
    chosen = (getattr(Language, name) for name in names[script].split())
    return LanguageDetectorBuilder.from_languages(*chosen).with_low_accuracy_mode().build()

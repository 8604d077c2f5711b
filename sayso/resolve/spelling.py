"""Which spellings of a word are one word? Folding, splitting into words, and endings off."""

import re
import unicodedata
from functools import lru_cache

from sayso.language.script import script

_ARABIC_FOLD = str.maketrans("أإآٱىةكيؤئ", "اااايهکیوی")
_HEBREW_FINALS = str.maketrans("ךםןףץ", "כמנפצ")
_QUOTES = str.maketrans({"׳": "'", "’": "'", "ʼ": "'", "`": "'", "״": '"', "“": '"', "”": '"'})
_BREAKS = re.compile(r"[\s\-‑–—_/,()«»:;]+")
_INITIAL = re.compile(r"(?<=\b\w)\.(?=\w)")

# Endings of nouns, adjectives and surnames in Russian and Ukrainian cases, longest first.
_CYRILLIC_ENDINGS = re.compile(
    r"(?<=...)(?:ового|евого|ської|ською|"
    r"ами|ями|ого|его|ому|ему|ыми|ими|ій|ої|ою|ею|єю|ой|ый|ий|ей|ая|яя|ое|ее|ые|ие|их|ых|ую|юю|"
    r"ом|ем|єм|ым|им|ім|ам|ям|ах|ях|ові|еві|еві|і|ї|й|а|я|о|е|є|у|ю|ы|и|ь)$"
)
_SKY = re.compile(r"(?:ск|цк|ськ|зьк|цьк)(?:ого|ому|им|ом|ій|ої|ою|ую|ая|ий|ой|у|а|і|ие|их)?$")
_ENKO = re.compile(r"(?<=[еєо]нк)(?:а|у|ом|ові)$")  # Кузьменка, Кузьменком: Кузьменко
_ALTERNATING = re.compile(
    r"(?<=[^\W\d_])[іїоеє](?=[^\Wаеиоуіїєыэюяь\d_]ь?$)"
)  # Київ, Києва; дім, дому
_LANDS = re.compile(
    r"(?<=..)(?:(и)(?:и|ю|ей|ею|ях)|(і)(?:ї|ю|єю|ях))$"
)  # Кадрии, Кадрію: Кадрия, Кадрія
_SOFT_STEM = re.compile(r"(?<=..[аеиоіє])(?:я|ю|ем|єм|єві)$")  # Сергея, Сергею: Сергей
_ARABIC_ENDINGS = re.compile(r"(?<=...)(?:یات|یون|یین|ییه|یه|یا|یی|ی|ه|ا)$")
_HEBREW_ENDINGS = re.compile(r"(?<=...)(?:יות|ית|ים|יה|י|ה|ת)$")
_ARABIC_PREFIX = re.compile(r"^(?:وال|فال|بال|کال|ولل|لل|ال)(?=..)")
_ARABIC_CLITIC = re.compile(r"^[وفبلک](?=...)")
_HEBREW_PREFIX = re.compile(r"^(?:[ושכ]?[הבלמ]|[ושכהבלמ])(?=...)")


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """For comparing only: small letters, marks and joiners off, quotation marks and letter forms one.

    >>> fold("Orbán") == fold("ORBAN"), fold("أَحْمَد") == fold("احمد")
    (True, True)
    """
    low = text.translate(_QUOTES).casefold()
    if low.isascii():
        return low
    low = low.replace("й", "\ue000").replace("ї", "\ue001").replace("ё", "е").replace("ґ", "г")
    low = low.replace("\u200c", " ")
    bare = "".join(
        c
        for c in unicodedata.normalize("NFD", low.translate(_ARABIC_FOLD))
        if unicodedata.category(c) not in ("Mn", "Cf") and c != "ـ"
    )
    return bare.replace("\ue000", "й").replace("\ue001", "ї")


@lru_cache(maxsize=200_000)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a name; initials lose their full stop and stand alone, 's is dropped.

    >>> words("J.K. Ben-Shalom's")
    ('j', 'k', 'ben', 'shalom')
    """
    spaced = _INITIAL.sub(" ", fold(text))
    out = []
    for word in _BREAKS.split(spaced):
        bare = word.removesuffix("'s").strip("\"'.!?*[]…") if not _geresh(word) else word
        if bare:
            out.append(bare)
    return tuple(out)


def _geresh(word: str) -> bool:
    return word.endswith("'") and "\u05d0" <= word[0] <= "\u05ea"


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A folded word without article, clitics and endings, for tolerant look-up.

    >>> stem("украины") == stem("украина"), stem(fold("الإيرانية")) == stem(fold("إيران"))
    (True, True)
    """
    written = script(word)
    if written == "Cyrl":
        return _ALTERNATING.sub("о", _CYRILLIC_ENDINGS.sub("", word))
    if written == "Arab":
        return _ARABIC_ENDINGS.sub("", _ARABIC_PREFIX.sub("", word))
    if written == "Hebr":
        return _HEBREW_ENDINGS.sub("", word).translate(_HEBREW_FINALS)
    return word


@lru_cache(maxsize=200_000)
def readings(word: str) -> tuple[str, ...]:
    """What a folded word may be when case endings or glued prefixes are taken off, itself first.

    >>> readings("зеленского")
    ('зеленского', 'зеленск', 'зеленский')
    >>> readings("والخطیب")
    ('والخطیب', 'خطیب')
    """
    written = script(word)
    found = [word]
    if written == "Cyrl":
        found.append(_CYRILLIC_ENDINGS.sub("", word))
        if _LANDS.search(word):
            found.append(_LANDS.sub(lambda hit: f"{hit[1] or hit[2]}я", word))
        if _SOFT_STEM.search(word):
            found.append(_SOFT_STEM.sub("й", word))
        if _ENKO.search(word):
            found.append(_ENKO.sub("о", word))
        if _SKY.search(word) and not word.endswith("ая"):
            found.append(_SKY.sub("", word) + ("ський" if "ськ" in word else "ский"))
    elif written == "Arab":
        bare = _ARABIC_PREFIX.sub("", word)
        found.extend((bare,) if bare != word else (_ARABIC_CLITIC.sub("", word),))
    elif written == "Hebr":
        found.append(_HEBREW_PREFIX.sub("", word))
    return tuple(dict.fromkeys(found))

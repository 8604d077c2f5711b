"""Which script is this written in? ISO 15924 codes: Latn, Cyrl, Arab, Hebr, or Zyyy for none of them."""

import re

SCRIPTS = ("Latn", "Cyrl", "Arab", "Hebr")

_LETTERS = {
    "Latn": re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff]"),
    "Cyrl": re.compile(r"[\u0400-\u0481\u048a-\u052f\u1c80-\u1c88\ua640-\ua69b]"),
    "Arab": re.compile(
        r"[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
        r"\u08a0-\u08c7\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc]"
    ),
    "Hebr": re.compile(r"[\u05d0-\u05f2\ufb1d-\ufb4f]"),
}


def letters(text: str) -> dict[str, int]:
    """How many letters of each of the four scripts the text has.

    >>> letters("Дія — action")
    {'Latn': 6, 'Cyrl': 3, 'Arab': 0, 'Hebr': 0}
    """
    if text.isascii():
        return {"Latn": sum(map(str.isalpha, text)), "Cyrl": 0, "Arab": 0, "Hebr": 0}
    return {name: len(pattern.findall(text)) for name, pattern in _LETTERS.items()}


def script(text: str) -> str:
    """The script most of the letters belong to; "Zyyy" when there is none of the four.

    >>> script("تهران"), script("צה״ל"), script("2024!")
    ('Arab', 'Hebr', 'Zyyy')
    """
    counts = letters(text)
    best = max(SCRIPTS, key=counts.__getitem__)
    return best if counts[best] else "Zyyy"

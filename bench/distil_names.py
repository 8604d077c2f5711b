"""Distil name lists: `python bench/distil_names.py territories` or `… tokens ar PAIRS.tsv.gz`.

Territories come from CLDR through Babel (Unicode licence). Tokens come from the Wikidata part of
NETransliteration-COLING2018 (CC0): Latin token, native letters, count; those seen often are kept.
"""

import gzip
import sys
from pathlib import Path

LEXICON = Path(__file__).parent.parent / "sayso" / "lexicon"
LANGUAGES = ("en", "ru", "uk", "ar", "fa", "he")
LEAST = {"ar": 3, "he": 2, "ru": 4}


def territories():
    """One list for all languages: a territory's name as CLDR has it, and its code."""
    from babel import Locale

    rows = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if (
                len(code) == 2
                and code.isalpha()
                and code not in ("EU", "EZ", "UN", "ZZ", "XA", "XB")
            ):
                rows.setdefault(name, code)
    write(
        LEXICON / "any" / "territories.tsv",
        "CLDR territory names through Babel, by bench/distil_names.py",
        "Unicode-3.0",
        "word\tcode",
        [f"{name}\t{code}" for name, code in rows.items()],
    )


def tokens(language, path):
    """The name tokens of one script that were seen often."""
    seen = {}
    with gzip.open(path, "rt", encoding="utf-8") as pairs:
        for row in pairs:
            _, native, count = row.rstrip("\n").split("\t")
            word = native.replace(" ", "")
            if word.isalpha() and len(word) > 2:
                seen[word] = seen.get(word, 0) + int(count)
    write(
        LEXICON / language / "name_tokens.tsv",
        "Wikidata person names (NETransliteration-COLING2018), by bench/distil_names.py",
        "CC0-1.0",
        "word\tcount",
        [f"{word}\t{count}" for word, count in seen.items() if count >= LEAST[language]],
    )


def write(path, origin, licence, columns, rows):
    """A word list, sorted by code point."""
    head = f"# origin: {origin}\n# licence: {licence}\n# columns: {columns}\n"
    path.write_text(head + "".join(f"{row}\n" for row in sorted(rows)), encoding="utf-8")
    print(f"{path.name}: {len(rows)} rows")


if __name__ == "__main__":
    if sys.argv[1] == "territories":
        territories()
    else:
        tokens(sys.argv[2], sys.argv[3])

"""Every word list: origin and licence named, sorted, unique, in the letters of its language."""

import re
import unicodedata
from pathlib import Path

import pytest

import sayso.lexicon
from sayso.lexicon.load import lexicon

ROOT = Path(sayso.lexicon.__file__).parent
LISTS = sorted(ROOT.glob("*/*.tsv"))
SCRIPTS = {
    "ru": "CYRILLIC",
    "uk": "CYRILLIC",
    "ar": "ARABIC",
    "fa": "ARABIC",
    "he": "HEBREW",
    "en": "LATIN",
}


@pytest.mark.parametrize("path", LISTS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_list_is_well_kept(path):
    text = path.read_text(encoding="utf-8")
    head = [row for row in text.splitlines() if row.startswith("#")]
    assert any(row.startswith("# origin: ") for row in head)
    assert any(row.startswith("# licence: ") for row in head)
    kept = lexicon(path.parent.name, path.stem)
    assert kept.columns
    words = list(kept.entries)
    assert words
    assert words == sorted(words), "rows are sorted by code point"
    assert all(w == w.strip() and unicodedata.is_normalized("NFC", w) for w in words)


@pytest.mark.parametrize("path", LISTS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_no_word_mixes_scripts(path):
    for word in lexicon(path.parent.name, path.stem).entries:
        for part in re.findall(r"[^\W\d_]+", word):
            scripts = {unicodedata.name(c, "?").split()[0] for c in part if c.isalpha()}
            scripts &= set(SCRIPTS.values())
            assert len(scripts) <= 1, f"{path.name}: {word!r} mixes {scripts}"

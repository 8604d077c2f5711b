"""Which form of a Ukrainian word stands for all its forms? Endings, as there is no free dictionary.

pymorphy3's Ukrainian dictionary is not used: its package metadata says GPL, its text share-alike, and
the dictionary it was made from is for non-commercial use.
"""

from functools import lru_cache

from sayso.lexicon.load import lexicon

KEPT = 3  # letters that must remain before an ending


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """The form that most likely stands in a dictionary; the word itself when no ending is known.

    Forms of one word mostly share it, which is what matching needs; it is not always a real word.

    >>> lemma("Коваленком"), lemma("Ковальською"), lemma("міністерства"), lemma("Коваленко")
    ('Коваленко', 'Ковальський', 'міністерство', 'Коваленко')
    """
    endings = lexicon("uk", "endings").entries
    for size in range(min(7, len(word) - KEPT), 0, -1):
        becomes = endings.get(word[-size:].lower())
        if becomes is not None:
            return word[:-size] + becomes[0]
    return word

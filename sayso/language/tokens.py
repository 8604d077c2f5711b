"""Where does each word, number and mark begin and end?"""

import re

from sayso.language.token import Token

# Combining accents, Arabic vowel signs, Hebrew points and accents; ZWNJ and ZWJ join Persian words.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
)
_LETTER = r"[^\W\d_]"
_RUN = (
    rf"{_LETTER}[{_MARKS}]*(?:\u200d?{_LETTER}[{_MARKS}]*|\u200c(?={_LETTER}){_LETTER}[{_MARKS}]*)*"
)
_HEBREW = r"[\u05d0-\u05ea]"
_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"

_TOKEN = re.compile(
    rf"""
      (?:https?://|www\.)[^\s«»“”"<>()]*[^\s«»“”"<>().,;:!?…'’]   # addresses on the web
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                                # mail addresses
    | [#@][\w]+                                                   # tags and handles
    | (?:[A-Z]\.){{2,}}                                           # U.S., U.N.
    | (?:{_HEBREW}[{_MARKS}]*)+(?:["״׳'’](?={_HEBREW})(?:{_HEBREW}[{_MARKS}]*)+)+׳?  # צה״ל
    | (?:{_HEBREW}[{_MARKS}]*)+׳(?!\w)                          # רח׳
    | \d+(?:[.,:٫٬]\d+)*(?:[-‑]{_RUN})?                           # 3,5  21:00  2-летний
    | ['’]s\b                                                     # the English genitive
    | {_RUN}(?:(?!['’]s\b)['’ʼ](?={_LETTER}){_RUN}|[-‑](?=[^\W_])(?:{_RUN}|\d+))*
    | \.\.+ | --+ | [^\s{_INVISIBLE}]
    """,
    re.VERBOSE,
)


def tokens(text: str, language: str) -> list[Token]:
    """The tokens of a text; white space and invisible direction marks belong to none.

    Words keep inner hyphens, apostrophes, ZWNJ, vowel signs, and the gershayim of a Hebrew acronym.

    >>> [t.text for t in tokens("דובר צה״ל אמר: 3.5", "he")]
    ['דובר', 'צה״ל', 'אמר', ':', '3.5']
    >>> [t.text for t in tokens("the mayor's ex-aide (U.S.)", "en")]
    ['the', 'mayor', "'s", 'ex-aide', '(', 'U.S.', ')']
    """
    return [Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text)]

"""Which characters do these bytes stand for, and how is that known?"""

import codecs
import re
from io import TextIOWrapper
from typing import BinaryIO, NamedTuple

from charset_normalizer import from_bytes

from sayso.errors import UnreadableInput

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Browsers read these names as the Windows page that contains them.
WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}

# The code pages that news text is kept in; a guess outside them is worse than a refusal.
GUESSES = [
    *("cp1251", "koi8_r", "koi8_u", "cp866", "mac_cyrillic", "iso8859_5", "cp1256", "iso8859_6"),
    *("cp1255", "iso8859_8", "cp1252", "cp1250", "cp1254", "cp1253", "mac_roman"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]

MAC_CAPITALS = range(0x80, 0xA0)
WIN_CAPITALS = range(0xC0, 0xE0)

# Letters that Hebrew writes at the end of a word; abbreviations have one in a hundred elsewhere.
FINAL = re.compile("[\u05da\u05dd\u05df\u05e3\u05e5](?![\u05d0-\u05ea])")
INNER_FINAL = re.compile("[\u05da\u05dd\u05df\u05e3\u05e5](?=[\u05d0-\u05ea])")
LEAST_FINALS = 2
FINALS_PER_INNER = 20

# Lam, and the letters that Persian adds to the alphabet.
LAM_OR_PERSIAN = "\u0644\u067e\u0686\u0698\u06a9\u06af"
LEAST_LETTERS = 20

# Bytes that the guess looks at: enough letters for any code page, little time.
SAMPLE = 60_000

# A file is broken UTF-8 rather than a code page when its good sequences outnumber the bad bytes
# by this factor; in a code page good sequences are accidents.
GOOD_PER_BAD = 4


# Bytes of a large file that tell its encoding.
HEAD = 1 << 20


class Decoded(NamedTuple):
    """The text, the encoding it was read with, and what a reader of it should know."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """By byte-order mark, declared charset, valid UTF-8, nearly valid UTF-8, statistics: in that order."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strict_or_marked(data[len(bom) :], encoding)
    return (
        _utf16(data)
        or _declared(data, declared)
        or _utf8(data)
        or _broken_utf8(data)
        or _by_letters(data)
        or _guessed(data, name)
    )


def unfolded(file: BinaryIO, name: str, newline: str) -> TextIOWrapper:
    """The characters of a file too large to be held; its first part tells the encoding."""
    file.seek(0)
    head = file.read(HEAD)
    found = decode(head[: head.rfind(b"\n") + 1] or head, name)
    file.seek(0)
    marked = found.encoding == "utf-8" and head.startswith(codecs.BOM_UTF8)
    encoding = "utf-8-sig" if marked else found.encoding
    return TextIOWrapper(file, encoding, errors="replace", newline=newline)


def _strict_or_marked(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        return Decoded(text, encoding, (_broken(encoding, error.start, text.count("\ufffd")),))


def _broken(encoding: str, offset: int, count: int) -> str:
    return (
        f"{count} places are not valid {encoding}, the first at byte {offset}; they show as \ufffd, "
        "the original bytes are kept"
    )


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: every NUL stands at places of one parity."""
    head = data[:4096]
    nuls = (head[::2].count(0), head[1::2].count(0))
    if not any(nuls) or all(nuls) or len(data) % 2:
        return None
    encoding = "utf-16-le" if nuls[1] else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return Decoded(text, encoding, (f"no byte-order mark; read as {encoding}",))


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    if not declared:
        return None
    try:
        encoding = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return None
    encoding = WIDER.get(encoding, encoding)
    if encoding.startswith("utf-16") or not _is_text_codec(encoding):
        return None
    plain = _utf8(data)
    if plain and encoding != "utf-8" and not data.isascii():
        return plain._replace(warnings=(f"declared as {declared} but valid UTF-8; read as UTF-8",))
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _is_text_codec(encoding: str) -> bool:
    try:
        return isinstance(codecs.decode(b"a", encoding), str)
    except (LookupError, ValueError, TypeError):
        return False


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _broken_utf8(data: bytes) -> Decoded | None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        first = error.start
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    good = sum(c > "\x7f" for c in text) - text.count("\ufffd")
    if good < GOOD_PER_BAD * bad:
        return None
    return Decoded(text, "utf-8", (_broken("utf-8", first, bad),))


def _by_letters(data: bytes) -> Decoded | None:
    """Hebrew, Arabic and Persian in a few words, of which statistics make Cyrillic or nothing."""
    for encoding, looks in (("cp1255", _hebrew), ("cp1256", _arabic)):
        try:
            if looks(data[:SAMPLE].decode(encoding)):
                whole = data.decode(encoding)
                said = (f"no charset is declared; read as {encoding} by guess",)
                return Decoded(whole, encoding, said)
        except UnicodeDecodeError:
            continue
    return None


def _hebrew(text: str) -> bool:
    """Nothing but Hebrew letters, and those that only end a word stand there and nowhere else."""
    letters = [c for c in text if c > "\x7f" and c.isalpha()]
    inner, final = len(INNER_FINAL.findall(text)), len(FINAL.findall(text))
    alone = all("\u05d0" <= c <= "\u05ea" for c in letters)
    return alone and final >= LEAST_FINALS and inner * FINALS_PER_INNER <= final


def _arabic(text: str) -> bool:
    """Nothing but Arabic letters, with the alef and lam of Arabic, or the letters of Persian."""
    letters = [c for c in text if c > "\x7f" and (c.isalpha() or c == "×")]
    alone = all("\u0600" <= c <= "\u06ff" for c in letters)
    often = letters.count("\u0627") * 20 >= len(letters)  # alef is a tenth of both languages
    own = sum(letters.count(c) for c in LAM_OR_PERSIAN) * 60 >= len(letters)
    return len(letters) >= LEAST_LETTERS and alone and often and own


def _guessed(data: bytes, name: str) -> Decoded:
    """What the letters' statistics say; the guess must decode every byte."""
    end = data.rfind(b"\n", 0, SAMPLE) + 1 or SAMPLE
    sample = _sample(data, end)
    for match in from_bytes(sample, cp_isolation=GUESSES, enable_fallback=False):
        encoding = _likelier(data, match.encoding)
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return Decoded(text, encoding, (f"no charset is declared; read as {encoding} by guess",))
    raise UnreadableInput(
        f"{name} is in no encoding that sayso can tell; save it as UTF-8 and try again"
    )


def _likelier(data: bytes, guess: str) -> str:
    """Mac and Windows Cyrillic share their small letters; the capitals say which of them it is."""
    if guess != "mac_cyrillic":
        return guess
    mac, windows = (sum(b in page for b in data[:SAMPLE]) for page in (MAC_CAPITALS, WIN_CAPITALS))
    return "cp1251" if windows > mac else guess


def _sample(data: bytes, end: int) -> bytes:
    """The head, or, when that holds only ASCII, the bytes around the first that is not."""
    if not data[:end].isascii():
        return data[:end]
    at = next(i for i, b in enumerate(data) if b > 127)
    return data[max(0, at - SAMPLE // 2) : at + SAMPLE // 2]

"""Is this something that sayso can read at all, and if not, why?"""

import re

from sayso.errors import UnreadableInput
from sayso.settings import Settings

# (first bytes, where they stand, what it is, what to try)
MAGIC = (
    (b"\xd0\xcf\x11\xe0", 0, "an old office document", "save it as text"),
    (b"{\\rtf", 0, "a rich-text document", "save it as plain text"),
    (b"\x89PNG", 0, "an image", "type out the text it shows"),
    (b"\xff\xd8\xff", 0, "an image", "type out the text it shows"),
    (b"GIF8", 0, "an image", "type out the text it shows"),
    (b"II*\x00", 0, "an image", "type out the text it shows"),
    (b"MM\x00*", 0, "an image", "type out the text it shows"),
    (b"WEBP", 8, "an image", "type out the text it shows"),
    (b"ftyp", 4, "a film or sound recording", "give its transcript"),
    (b"OggS", 0, "a film or sound recording", "give its transcript"),
    (b"ID3", 0, "a film or sound recording", "give its transcript"),
    (b"RIFF", 0, "a film or sound recording", "give its transcript"),
    (b"\x1aE\xdf\xa3", 0, "a film or sound recording", "give its transcript"),
    (b"(\xb5/\xfd", 0, "a compressed file", "unpack it"),
    (b"7z\xbc\xaf", 0, "a compressed archive", "unpack it"),
    (b"Rar!", 0, "a compressed archive", "unpack it"),
    (b"SQLite format 3", 0, "a database", "export the texts it holds"),
    (b"\x7fELF", 0, "a program", "check the path"),
    (b"MZ\x90", 0, "a program", "check the path"),
)

# A line of text longer than this is machine data: the longest line in 21,000 news paragraphs has
# under 20,000 characters; five million leave room for whole books without line breaks.
LONGEST_LINE = 5_000_000

# More than one control character in this many is not writing.
CONTROL_SHARE = 100

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def refuse_bytes(data: bytes, name: str) -> None:
    """Raises UnreadableInput, in one sentence, for bytes that hold no text."""
    most = Settings().max_bytes
    if not data.strip(b" \t\r\n\f\v\x00\xef\xbb\xbf\xff\xfe"):
        raise UnreadableInput(f"{name} is empty; check that the download or the copy is whole")
    if len(data) > most:
        raise UnreadableInput(
            f"{name} has {len(data):,} bytes, more than the {most:,} that one input may have; "
            "split it into smaller files"
        )
    for magic, at, what, remedy in MAGIC:
        if data[at : at + len(magic)] == magic:
            raise UnreadableInput(f"{name} is {what}, not text; {remedy}")


def refuse_text(text: str, name: str) -> None:
    """Raises UnreadableInput for text that nobody wrote: blank, control characters, one endless line."""
    if not text.strip():
        raise UnreadableInput(f"{name} holds nothing but white space; check that it is whole")
    controls = sum(1 for _ in CONTROL.finditer(text))
    if "\x00" in text or controls * CONTROL_SHARE > len(text):
        raise UnreadableInput(
            f"{name} holds binary data ({controls} control characters), not text; "
            "export it as plain text"
        )
    longest = max(len(line) for line in text.splitlines())
    if longest > LONGEST_LINE:
        raise UnreadableInput(
            f"{name} holds one line of {longest:,} characters, more than the {LONGEST_LINE:,} that a "
            "line of writing may have; break it into paragraphs"
        )

"""Which words does a language have for this? Word lists as data files, loaded by one function."""

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from sayso.errors import SaysoError


class Lexicon(NamedTuple):
    """A word list: `entries` maps a word to the rest of its row; `columns` names the columns."""

    columns: tuple[str, ...]
    entries: MappingProxyType[str, tuple[str, ...]]


@cache
def lexicon(language: str, name: str) -> Lexicon:
    """The list `lexicon/<language>/<name>.tsv` ("any" for lists that serve all languages).

    The file: comment lines starting with `# ` say `origin:` and `licence:`; one of them,
    `# columns: word<TAB>…`, names the columns; the other lines are rows, sorted by code point, the
    word unique. Raises SaysoError naming the file and line when that does not hold. A language
    that was not recognised ("und") has no words.
    """
    if language == "und":
        return Lexicon((), MappingProxyType({}))
    path = files("sayso.lexicon").joinpath(language, f"{name}.tsv")
    columns: tuple[str, ...] = ()
    entries: dict[str, tuple[str, ...]] = {}
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if row.startswith("#"):
            if row.startswith("# columns:"):
                columns = tuple(c.strip() for c in row.removeprefix("# columns:").split("\t"))
            continue
        cells = tuple(row.split("\t"))
        if len(cells) != len(columns) or cells[0] in entries:
            raise SaysoError(
                f"lexicon {language}/{name}.tsv line {number}: the row has {len(cells)} cells for "
                f"{len(columns)} columns, or repeats a word; mend the row"
            )
        entries[cells[0]] = cells[1:]
    return Lexicon(columns, MappingProxyType(entries))


@cache
def words(language: str, name: str) -> frozenset[str]:
    """The words of a list, without the rest of their rows."""
    return frozenset(lexicon(language, name).entries)

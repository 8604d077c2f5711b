"""Who tells what in a language without a parser, read from word lists and word order?"""

from collections.abc import Iterator

from sayso.reading.telling import Telling


def tellings_flat(text: str, language: str) -> Iterator[Telling]:
    yield from ()

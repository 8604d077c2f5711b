"""Which articles were read, and which of them are copies of one text?"""

from typing import NamedTuple

from sayso.model.article import Copy
from sayso.model.page import Page
from sayso.views.catalogue import Catalogue
from sayso.views.dates import day_words


class ArticleRow(NamedTuple):
    """An article in a list of articles."""

    page: Page
    href: str
    headline: str
    outlet: str
    published: str


class CopyRow(NamedTuple):
    """Two articles that share text; `share` says how much of the shorter one stands in the other."""

    original: ArticleRow
    copy: ArticleRow
    share: str
    because: tuple[str, ...]


def article_rows(catalogue: Catalogue) -> list[ArticleRow]:
    """Every article, in the order of the files and of its place in them."""
    ordered = sorted(catalogue.pages.values(), key=lambda p: (p.source, p.article.span.start))
    return [_row(catalogue, page) for page in ordered]


def copy_rows(catalogue: Catalogue) -> list[CopyRow]:
    """Every pair of copies, those that share most first."""
    copies = sorted(catalogue.holdings.collection.copies, key=_widest)
    return [
        CopyRow(
            _row(catalogue, catalogue.pages[c.of]),
            _row(catalogue, catalogue.pages[c.article]),
            f"{100 * c.containment:.0f} %",
            c.because,
        )
        for c in copies
        if {c.article, c.of} <= catalogue.pages.keys()
    ]


def _widest(copy: Copy) -> tuple[float, str, str]:
    return (-copy.containment, copy.of, copy.article)


def _row(catalogue: Catalogue, page: Page) -> ArticleRow:
    return ArticleRow(
        page,
        f"articles/{page.article.id}.html",
        catalogue.words(page.article.headline) if page.article.headline else "",
        page.article.publisher.text if page.article.publisher else "",
        day_words(catalogue.published(page)),
    )

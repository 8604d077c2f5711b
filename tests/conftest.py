"""What all tests share: small texts, and pages made of them."""

from collections.abc import Callable

import pytest

from sayso.model.article import Article, Zone
from sayso.model.ids import sha256
from sayso.model.page import Page
from sayso.model.text import Document, Told


def document_of(text: str, name: str = "heap.txt") -> Document:
    return Document(sha256(text.encode()), "text/1", text, "text/plain", name, "utf-8")


@pytest.fixture
def page_of() -> Callable[..., Page]:
    """A function that makes the page of a text that is one article."""

    def make(
        text: str,
        language: str = "en",
        published: str | None = None,
        zones: tuple[tuple[str, int, int], ...] = (),
    ) -> Page:
        document = document_of(text)
        article = Article(
            document.span(0, len(text)),
            tuple(Zone(kind, document.span(a, b)) for kind, a, b in zones),
            language,
            published=Told(published, "sidecar") if published else None,
        )
        return Page.of(document, article)

    return make

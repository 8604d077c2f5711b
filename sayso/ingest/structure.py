"""What does an element's tag, role or class say about the stretch of text it holds?"""

import re
from collections.abc import Callable
from itertools import pairwise

from lxml.html import HtmlElement

from sayso.lexicon.load import lexicon

WORDS = re.compile(r"[a-z]+|[A-Z][a-z]*")
TAGS = {
    "nav": "boilerplate",
    "footer": "boilerplate",
    "aside": "boilerplate",
    "form": "boilerplate",
    "button": "boilerplate",
    "select": "boilerplate",
    "amp-sidebar": "boilerplate",
    "amp-ad": "boilerplate",
    "amp-consent": "boilerplate",
    "amp-social-share": "boilerplate",
    "amp-user-notification": "boilerplate",
    "figcaption": "caption",
    "time": "dateline",
    "h1": "headline",
    "h2": "subheading",
    "h3": "subheading",
    "h4": "subheading",
    "h5": "subheading",
    "h6": "subheading",
}
ROLES = {
    "navigation": "boilerplate",
    "banner": "boilerplate",
    "contentinfo": "boilerplate",
    "complementary": "boilerplate",
    "search": "boilerplate",
    "dialog": "boilerplate",
    "alertdialog": "boilerplate",
}
LONGEST = 1_000  # characters of a class that are looked at
HOLDERS = frozenset({"html", "body", "main", "article"})

# A byline, a dateline or a credit is short; a longer stretch with such a class is a card about an
# author, a list of dates. Chosen by looking at pages, not tuned.
SHORT = 160
SHORT_KINDS = frozenset({"byline", "dateline", "credit"})


def by_tag(element: HtmlElement) -> str | None:
    """The tag itself; a page header is furniture, an article's header is not."""
    if element.tag == "header":
        inside = any(a.tag in ("article", "main") for a in element.iterancestors())
        return None if inside else "boilerplate"
    return TAGS.get(element.tag)


def by_role(element: HtmlElement) -> str | None:
    """ARIA landmarks, and the author and date properties of page data."""
    if "author" in element.get("rel", "").split() or element.get("itemprop") == "author":
        return "byline"
    if element.get("itemprop") in ("datePublished", "dateModified"):
        return "dateline"
    return ROLES.get(element.get("role", ""))


def by_class(element: HtmlElement) -> str | None:
    """Words of class and id that page builders share."""
    if element.tag in HOLDERS:
        return None
    known = lexicon("any", "page_classes").entries
    named = f"{element.get('class', '')[:LONGEST]} {element.get('id', '')[:LONGEST]}"
    if not named.strip():
        return None
    words = [w.lower() for w in WORDS.findall(named)]
    joined = [*words, *(f"{a}-{b}" for a, b in pairwise(words))]
    kinds = [known[w][0] for w in reversed(joined) if w in known]
    return kinds[0] if kinds else None


RULES: tuple[Callable[[HtmlElement], str | None], ...] = (by_role, by_tag, by_class)


def kind_of(element: HtmlElement, length: int) -> str | None:
    """The first opinion, or None; `length` is how many characters the element shows."""
    for rule in RULES:
        kind = rule(element)
        if kind and not (kind in SHORT_KINDS and length > SHORT):
            return kind
    return None

"""How are verbatim words put on a page, so that the page holds them and nothing else?"""

import re

from markupsafe import Markup, escape

from sayso.model.text import Span

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "yi"})

CONTROL_NAMES = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNSHOWABLE = re.compile("[\x00\ud800-\udfff]")


def shown(text: str) -> str:
    """The text as HTML can hold it: NUL and lone surrogates, which it cannot, become U+FFFD.

    >>> shown("a\\x00b")
    'a\ufffdb'
    """
    return _UNSHOWABLE.sub("\ufffd", text)


def verbatim(text: str) -> Markup:
    """The words, escaped, so that the element's textContent equals `shown(text)`.

    A carriage return is written as a reference, or the browser would drop it. A control that turns
    the reading direction is isolated in a labelled element of its own: seen, and without effect.

    >>> print(verbatim("a<b\\r\\n"))
    a&lt;b&#13;
    <BLANKLINE>
    >>> print(verbatim("\\u202e"))
    <span class="ctl" data-c="RLO">&#x202E;</span>
    """
    safe = str(escape(shown(text)))
    if "\r" in safe:
        safe = safe.replace("\r", "&#13;")
    if CONTROL.search(safe):
        safe = CONTROL.sub(_label, safe)
    return Markup(safe)  # noqa: S704 - escaped above


def _label(found: re.Match[str]) -> str:
    char = found.group()
    return f'<span class="ctl" data-c="{CONTROL_NAMES[char]}">&#x{ord(char):X};</span>'


def direction(language: str) -> str:
    """The `dir` of a passage: a known language decides, else its first strong letter."""
    if language in RIGHT_TO_LEFT:
        return "rtl"
    return "auto" if language in ("und", "") else "ltr"


def tongue(language: str) -> Markup:
    """The `lang` and `dir` attributes of a passage."""
    code = language if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language) else "und"
    known = "" if code == "und" else code
    return Markup('lang="{}" dir="{}"').format(known, direction(code))


def data_span(span: Span) -> str:
    """How a page names the words it shows: document, start, stop."""
    return f"{span.document}:{span.start}:{span.stop}"


def inserted(text: str, language: str = "") -> Markup:
    """A name or another short text from a source, inserted into a sentence of the dossier."""
    plain = CONTROL.sub("", text)
    if language:
        return Markup("<bdi {}>{}</bdi>").format(tongue(language), verbatim(plain))
    return Markup("<bdi>{}</bdi>").format(verbatim(plain))

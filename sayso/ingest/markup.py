"""What does a piece of HTML inside another format show?"""

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from sayso.errors import UnreadableInput
from sayso.ingest.decode import decode
from sayso.ingest.visible import Visible, visible


def shown(data: bytes, name: str, declared: str | None) -> tuple[Visible, tuple[str, ...]]:
    """The visible text with its marks, and what was noticed in decoding; no network, no entities."""
    found = decode(data, name, declared)
    parser = HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = document_fromstring(
            found.text.encode("utf-8", "replace"), parser=parser, ensure_head_body=False
        )
    except etree.ParserError:
        return Visible("", (), ()), found.warnings
    if any(e.type_name == "ERR_RESOURCE_LIMIT" for e in parser.error_log):
        raise UnreadableInput(f"{name} nests its page too deep to be read; save its text")
    return visible(root), found.warnings

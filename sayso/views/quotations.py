"""Which words, spans, links and ids does a finished page hold? Read back from its HTML."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"meta", "link", "br", "hr", "img", "input", "wbr", "col"})


@dataclass(slots=True)
class Quoted:
    """An element that shows verbatim words: where it says they stand, and what it holds."""

    data_span: str
    pieces: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Its textContent."""
        return "".join(self.pieces)


class PageReader(HTMLParser):
    """Gathers from one page: `quoted` passages, `links`, `ids`, `policy`, and what is `forbidden`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.quoted: list[Quoted] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.forbidden: list[str] = []
        self.policy = ""
        self._open: list[tuple[str, Quoted | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins: note what it links to, is called and quotes."""
        given = {name: value or "" for name, value in attrs}
        self._note(tag, given)
        if tag in _VOID:
            return
        quotes = "q" in given.get("class", "").split()
        found = Quoted(given.get("data-span", "")) if quotes else None
        if found:
            self.quoted.append(found)
        self._open.append((tag, found))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of SVG that closes itself."""
        self._note(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        while self._open:
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        """Text belongs to every quoting element around it."""
        for _, quoted in self._open:
            if quoted:
                quoted.pieces.append(data)

    def _note(self, tag: str, given: dict[str, str]) -> None:
        if tag == "script" or "style" in given or tag == "style":
            self.forbidden.append(tag)
        self.forbidden.extend(name for name in given if name.startswith("on"))
        if "id" in given:
            self.ids.append(given["id"])
        if tag in ("a", "link"):
            self.links.append(given.get("href", ""))
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given.get("content", "")

"""Is a dossier still what was written, and is every quotation in it the source's own words?"""

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from sayso.model.ids import content_id, sha256
from sayso.views.dossier import MANIFEST
from sayso.views.passage import shown
from sayso.views.quotations import PageReader, Quoted

Texts = dict[str, str]


def verify(directory: Path) -> tuple[str, ...]:
    """Sentences about whatever does not hold; empty when the dossier verifies.

    Checked: the hash of every file, every original against its name, every text against its hash and
    its id, every span and its words in dossier.json, and on every page each quotation and each link.
    """
    manifest = directory / MANIFEST
    if not manifest.is_file():
        return (f"{directory} has no {MANIFEST}: it is no dossier, or one not fully written.",)
    return tuple(_findings(directory, manifest))


def _findings(directory: Path, manifest: Path) -> Iterator[str]:
    listed: dict[str, str] = {}
    for number, row in enumerate(_read_text(manifest).splitlines(), 1):
        digest, _, name = row.partition("  ")
        if not _safe(name) or len(digest) != 64:
            yield f"{MANIFEST} line {number} names no file of the dossier."
        else:
            listed[name] = digest
    yield from _hashes(directory, listed)
    try:
        case = json.loads((directory / "dossier.json").read_bytes())
        texts = {d["id"]: d["text"] for d in case["documents"]}
    except (OSError, ValueError, KeyError, TypeError):
        yield "dossier.json cannot be read, so no quotation can be checked."
        return
    yield from _documents(directory, case, listed)
    yield from _records(case, texts, "dossier.json")
    yield from _pages(directory, listed, texts)


def _read_text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def _safe(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(parts) and not name.startswith("/") and ".." not in parts


def _hashes(directory: Path, listed: dict[str, str]) -> Iterator[str]:
    for name, digest in sorted(listed.items()):
        file = directory / name
        if file.is_symlink() or not file.is_file():
            yield f"{name} is missing."
        elif sha256(file.read_bytes()) != digest:
            yield f"{name} was changed: its hash is not the one in {MANIFEST}."
        elif name.startswith("originals/") and name != f"originals/{digest}":
            yield f"{name} does not hold the bytes its name promises."
    for file in sorted(directory.rglob("*")):
        name = file.relative_to(directory).as_posix()
        if not file.is_dir() and name not in listed and name != MANIFEST:
            yield f"{name} is not listed in {MANIFEST}."


def _documents(directory: Path, case: dict[str, Any], listed: dict[str, str]) -> Iterator[str]:
    for document in case["documents"]:
        name = document["origin"]
        if sha256(document["text"].encode("utf-8", "surrogatepass")) != document["text_sha256"]:
            yield f"the text of {name} in dossier.json was changed."
        if content_id("doc", document["sha256"], document["reader"]) != document["id"]:
            yield f"the id of {name} in dossier.json does not follow from its bytes and reader."
        if f"originals/{document['sha256']}" not in listed:
            yield f"the original of {name} is not in the dossier."


def _records(value: Any, texts: Texts, where: str) -> Iterator[str]:
    """Every span lies inside its text; words beside a span are the words it points at."""
    if isinstance(value, list):
        for item in value:
            yield from _records(item, texts, where)
    elif isinstance(value, dict):
        if value.keys() == {"document", "start", "stop"}:
            if _words(texts, value) is None:
                yield f"{where} holds a span outside its text: {_at(value)}."
            return
        here = str(value.get("id", where))
        yield from _beside(value, texts, here)
        for name, item in value.items():
            if isinstance(item, list | dict):
                yield from _records(item, texts, here if name != "documents" else where)


VERBATIM = (("span", "surface"), ("title", "words"), ("span", "words"), ("anchor", "words"))


def _beside(value: dict[str, Any], texts: Texts, where: str) -> Iterator[str]:
    """Fields that must repeat the words of the span beside them."""
    pairs: tuple[tuple[str, str], ...] = VERBATIM
    if "derivation" in value or "mention" in value:
        pairs = (*VERBATIM, ("span", "text"))
    for span, words in pairs:
        at, said = value.get(span), value.get(words)
        if isinstance(at, dict) and isinstance(said, str) and said:
            found = _words(texts, at)
            if found is not None and found != said:
                yield f"{where} says other words than stand at {_at(at)}."


def _words(texts: Texts, span: dict[str, Any]) -> str | None:
    text, start, stop = texts.get(span["document"]), span["start"], span["stop"]
    if text is None or not 0 <= start < stop <= len(text):
        return None
    return text[start:stop]


def _at(span: dict[str, Any]) -> str:
    return f"[{span['start']}, {span['stop']}) of {span['document']}"


def _pages(directory: Path, listed: dict[str, str], texts: Texts) -> Iterator[str]:
    targets: dict[str, set[str]] = {name: set() for name in listed}
    links: list[tuple[str, str]] = []
    for name in sorted(n for n in listed if n.endswith(".html")):
        file = directory / name
        if not file.is_file():
            continue
        reader = PageReader()
        reader.feed(_read_text(file))
        reader.close()
        targets[name] = set(reader.ids)
        links.extend((name, link) for link in reader.links)
        yield from _page(name, reader, texts)
    yield from sorted({_link(name, link, targets) for name, link in links} - {""})


def _page(name: str, reader: PageReader, texts: Texts) -> Iterator[str]:
    if "default-src 'none'" not in reader.policy:
        yield f"{name} has no content security policy."
    if reader.forbidden:
        yield f"{name} holds what no page of a dossier may hold: {reader.forbidden[0]}."
    if len(reader.ids) != len(set(reader.ids)):
        yield f"{name} uses an id twice."
    for quoted in reader.quoted:
        if (fault := _quotation(quoted, texts)) is not None:
            yield f"{name} {fault}"


def _quotation(quoted: Quoted, texts: Texts) -> str | None:
    document, _, offsets = quoted.data_span.partition(":")
    start, _, stop = offsets.partition(":")
    if not (start.isdecimal() and stop.isdecimal()):
        return f"quotes words without saying where they stand: {quoted.words[:40]!r}."
    span = {"document": document, "start": int(start), "stop": int(stop)}
    found = _words(texts, span)
    if found is None:
        return f"quotes words from outside a text: {_at(span)}."
    if shown(found) != quoted.words:
        return f"quotes other words than stand at {_at(span)}."
    return None


def _link(name: str, link: str, targets: dict[str, set[str]]) -> str:
    """A sentence about a link that leads nowhere, or nothing."""
    path, _, fragment = link.partition("#")
    if "://" in path:
        return f"{name} links outside the dossier: {link}."
    parts = list(PurePosixPath(name).parent.parts) if path else [name]
    for part in PurePosixPath(unquote(path)).parts:
        if part == "..":
            if not parts:
                return f"{name} links outside the dossier: {link}."
            parts.pop()
        else:
            parts.append(part)
    target = "/".join(parts)
    if target not in targets or (fragment and fragment not in targets[target]):
        return f"{name} links to {link}, which is not there."
    return ""

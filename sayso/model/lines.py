"""How is a record written down? One JSON object a line, keys in field order, read back unchanged."""

import json
import types
import typing
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from sayso.model.ids import sha256

T = TypeVar("T")


def of_kind(kind: type[T], records: Iterable[object]) -> tuple[T, ...]:
    """Those of the records that are of this kind, in their order."""
    return tuple(r for r in records if isinstance(r, kind))


def line(value: Any) -> str:
    """A record as one line of JSON, without the line break; keys in field order, ids included.

    >>> from sayso.model.text import Span
    >>> line(Span("doc-1", 3, 9))
    '{"document":"doc-1","start":3,"stop":9}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_as_dict)


def _as_dict(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in _names(record.__class__)}


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The field names of a record; a TypeError for anything that is none."""
    return tuple(f.name for f in fields(kind))


def lines(values: Iterable[Any]) -> str:
    """Records as JSON lines, each ended by a line break."""
    return "".join(f"{line(value)}\n" for value in values)


def digest(value: Any) -> str:
    """The SHA-256 of a record's line: what a cache key is made of."""
    return sha256(line(value).encode("utf-8", "surrogatepass"))


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind) if f.init}


def restore(kind: type[T], value: Any) -> T:
    """The record of this kind whose `line` this was, parsed; ids are computed anew.

    >>> from sayso.model.text import Span
    >>> restore(Span, {"document": "doc-1", "start": 3, "stop": 9})
    Span(document='doc-1', start=3, stop=9)
    """
    return typing.cast(T, _restore(kind, value))


def _restore(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        return _restore(next(k for k in typing.get_args(kind) if k is not type(None)), value)
    if origin is tuple:
        args = typing.get_args(kind)
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(_restore(args[0], item) for item in value)
        return tuple(_restore(k, item) for k, item in zip(args, value, strict=True))
    if is_dataclass(kind) and isinstance(kind, type):
        known = {
            n: h for n, h in _hints(kind).items() if n in value
        }  # older records lack newer fields
        return kind(**{name: _restore(h, value[name]) for name, h in known.items()})
    return value

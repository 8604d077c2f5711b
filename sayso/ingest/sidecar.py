"""What does the collector know about a file? `NAME.meta.json` beside it, checked key by key."""

import json
from dataclasses import replace
from datetime import date, datetime

from sayso.errors import BadUsage
from sayso.model.text import Metadata, Told
from sayso.settings import LANGUAGES

KEYS = ("published", "updated", "publisher", "byline", "section", "url", "retrieved", "language")
DATES = ("published", "updated", "retrieved")


def metadata(data: bytes, name: str) -> Metadata:
    """The sidecar's metadata, basis "sidecar"; BadUsage names the key and the file.

    >>> metadata(b'{"published": "2026-05-04"}', "a.txt.meta.json").published.text
    '2026-05-04'
    """
    try:
        said = json.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        raise BadUsage(f"{name} is not JSON in UTF-8 ({error}); mend it or remove it") from error
    if not isinstance(said, dict):
        raise BadUsage(f'{name} must hold one JSON object such as {{"published": "2026-05-04"}}')
    told = {key: Told(_value(key, value, name), "sidecar") for key, value in _known(said, name)}
    return replace(Metadata(), **told)  # type: ignore[arg-type]  # every key names a Told field


def _known(said: dict[str, object], name: str) -> list[tuple[str, object]]:
    for key in said:
        if key not in KEYS:
            raise BadUsage(f"{name} has an unknown key {key!r}; use {', '.join(KEYS)}")
    return [(key, value) for key, value in said.items() if value is not None]


def _value(key: str, value: object, name: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadUsage(f"{name}: {key!r} must be a text in quotation marks, not {value!r}")
    value = value.strip()
    if key in DATES:
        return _day(key, value, name)
    if key == "language" and value not in LANGUAGES:
        raise BadUsage(f"{name}: language {value!r} is unknown; use {', '.join(LANGUAGES)}")
    return value


def _day(key: str, value: str, name: str) -> str:
    """The day of an ISO date or date and time, as the writer's own clock had it."""
    try:
        if len(value) == len("2026-05-04"):
            return date.fromisoformat(value).isoformat()
        return datetime.fromisoformat(value).date().isoformat()
    except ValueError:
        raise BadUsage(
            f"{name}: {key} {value!r} is no date; write it as 2026-05-04 or 2026-05-04T18:30:00Z"
        ) from None

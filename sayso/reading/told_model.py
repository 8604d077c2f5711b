"""What is in a folder that holds an attribution model: two sets of weights, and what they were learned from?"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.errors import BadUsage
from sayso.model.ids import sha256

CUES, ROLES, HEADER = "cues.crfsuite", "roles.crfsuite", "model.json"
# Raised whenever told_features gives other features: weights learned from others do not fit.
FEATURES = 4


@dataclass(frozen=True, slots=True, order=True)
class Lesson:
    """What was learned from: a file or a case, the hash of what it held, and how much that was."""

    name: str
    sha256: str
    texts: int
    attributions: int


def write_header(folder: Path, lessons: Sequence[Lesson], counts: tuple[int, int]) -> None:
    """Write down what the weights in the folder were learned from; no date, so the same data give
    the same bytes."""
    told = {
        "what": "attribution",
        "language": "en",
        "features": FEATURES,
        "learned from": [
            {"name": x.name, "sha256": x.sha256, "texts": x.texts, "attributions": x.attributions}
            for x in sorted(lessons)
        ],
        "sentences": counts[0],
        "attributions": counts[1],
        "files": {name: sha256((folder / name).read_bytes()) for name in (CUES, ROLES)},
    }
    text = json.dumps(told, ensure_ascii=False, indent=2)
    (folder / HEADER).write_text(f"{text}\n", encoding="utf-8")


@cache
def header(folder: str) -> dict[str, Any]:
    """What the folder's header says, after its weights were held against it.

    Raises BadUsage when there is no model, when a file was changed, or when the model was made for
    features that this version does not give.
    """
    path = Path(folder)
    try:
        told = json.loads((path / HEADER).read_text(encoding="utf-8"))
        kept = {name: sha256((path / name).read_bytes()) for name in (CUES, ROLES)}
    except (OSError, ValueError) as error:
        raise BadUsage(
            f"{folder} holds no attribution model; make one with 'sayso train attribution'"
        ) from error
    if not isinstance(told, dict) or told.get("features") != FEATURES:
        raise BadUsage(
            f"the attribution model {folder} was made for another version of sayso; train it again"
        )
    if told.get("files") != kept:
        raise BadUsage(
            f"the weights in {folder} are not those its {HEADER} tells of; train it again"
        )
    return told


def model_digest(folder: str) -> str:
    """A short hash of the weights: what a cache key is made of."""
    told = json.dumps([header(folder)["files"], FEATURES], sort_keys=True)
    return sha256(told.encode())[:12]


@cache
def taggers(folder: str) -> tuple[Any, Any]:
    """The two taggers of a folder: cues, and each cue's holder and words."""
    import pycrfsuite

    header(folder)
    out = []
    for name in (CUES, ROLES):
        tagger = pycrfsuite.Tagger()
        tagger.open(str(Path(folder) / name))
        out.append(tagger)
    return out[0], out[1]

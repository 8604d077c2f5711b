"""The house rules that no linter knows."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import sayso

ROOT = Path(sayso.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
FUNCTIONS = [
    (path, node)
    for path, tree in TREES.items()
    for node in ast.walk(tree)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
]


def name(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_says_first_what_it_answers_and_stays_under_400_lines(path):
    assert ast.get_docstring(TREES[path]), f"{name(path)} has no first line"
    assert len(path.read_text(encoding="utf-8").splitlines()) < 400


def test_functions_stay_under_60_lines():
    long = [
        f"{name(path)}:{node.name}"
        for path, node in FUNCTIONS
        if (node.end_lineno or 0) - node.lineno >= 60
    ]
    assert long == []


def test_public_functions_of_the_rooms_say_what_the_signature_cannot():
    silent = [
        f"{name(path)}:{node.name}"
        for path, node in FUNCTIONS
        if node in TREES[path].body
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_no_file_is_a_drawer_for_odds_and_ends():
    drawers = {"utils", "util", "common", "misc", "helpers", "helper"}
    assert [name(p) for p in FILES if p.stem in drawers] == []


def test_no_pickles_and_no_clock_in_a_stage_room():
    stage_rooms = {"ingest", "articles", "reading", "resolve", "weigh", "language", "lexicon"}
    banned = {"pickle", "shelve", "marshal", "random", "time", "secrets", "socket"}
    found = []
    for path, tree in TREES.items():
        room = path.relative_to(ROOT).parts[0]
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names = {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names = {(node.module or "").split(".")[0]}
            else:
                continue
            bad = names & banned if room in stage_rooms else names & {"pickle", "shelve"}
            found.extend(f"{name(path)} imports {b}" for b in bad)
    assert found == []


def test_one_broad_except_in_the_house():
    broad = [
        name(path)
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (
            node.type is None
            or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException"))
        )
    ]
    # store.py rolls a transaction back on anything and raises it again
    assert sorted(broad) == ["case/store.py", "run/boundary.py"]


def test_importing_sayso_and_its_commands_is_quick_and_loads_no_model():
    probe = (
        "import sys, sayso.cli.main; "
        "print([m for m in ('spacy', 'natasha', 'slovnet', 'pymorphy3', 'trafilatura') "
        "if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"

"""A case survives being killed at any moment (a few kills here; a hundred in bench/kill.py)."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.slow
@pytest.mark.model
def test_a_killed_case_opens_verifies_and_finishes_with_the_same_bytes(tmp_path, capsys):
    spec = importlib.util.spec_from_file_location("kill", ROOT / "bench" / "kill.py")
    kill = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(kill)
    heap = tmp_path / "heap"
    heap.mkdir()
    for number in range(3):
        text = f"Ferry {number} sank on Monday, harbour master Karel Dusan said.\n"
        (heap / f"{number}.txt").write_text(text, encoding="utf-8")
    assert kill.main(4, heap, seed=number) == 0, capsys.readouterr().out

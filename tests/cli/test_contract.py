"""The command-line contract that other tools read: keys, offsets, exit codes."""

import json
import subprocess
import sys

import pytest

HEAP = """\
Ferry sinks off Halvan
HALVAN, March 13 (Northwire) - Four people died when a ferry sank on Thursday, the port authority said.
"The crew had no radio," harbour master Karel Dusan told Northwire. He did not say why.
Three officials said the owner knew of the fault five weeks before the accident.
"""
RUSSIAN = """\
ХАЛВАН, 13 марта. Паром затонул в четверг, сообщило министерство транспорта.
«Радио не работало», — сказал капитан порта Карел Дусан.
"""
COMMANDS = {
    "split": {"source", "article", "start", "stop", "language", "zones"},
    "names": {"source", "article", "start", "stop", "text", "kind", "entity"},
    "entities": {"entity", "kind", "names", "mentions", "roles"},
    "times": {"source", "article", "start", "stop", "text", "type", "value", "basis"},
    "claims": {"source", "article", "claim", "content", "chain", "act", "negated"},
    "events": {"source", "article", "event", "kind", "anchor", "parts"},
    "standing": {
        *("standing", "claims", "articles", "outlets", "origins", "status", "flags", "relations"),
        *("groups", "because"),
    },
}
pytestmark = pytest.mark.model


def sayso(*words, **more):
    return subprocess.run(
        [sys.executable, "-m", "sayso", *map(str, words)],
        capture_output=True,
        check=False,
        timeout=300,
        **more,
    )


@pytest.fixture(scope="module")
def heap(tmp_path_factory):
    folder = tmp_path_factory.mktemp("heap")
    (folder / "a.txt").write_text(HEAP, encoding="utf-8")
    (folder / "a.txt.meta.json").write_text(
        '{"published": "2026-03-13", "publisher": "Northwire"}', encoding="utf-8"
    )
    (folder / "b.txt").write_text(RUSSIAN, encoding="utf-8", newline="")
    return folder


@pytest.fixture(scope="module")
def printed(heap):
    out = {}
    for command in COMMANDS:
        done = sayso(command, heap)
        assert done.returncode == 0, done.stderr.decode()
        out[command] = [json.loads(row) for row in done.stdout.decode().splitlines()]
    return out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_line_has_the_keys_of_the_contract(printed, command):
    assert printed[command]
    for row in printed[command]:
        assert COMMANDS[command] <= set(row)


def spans(value):
    if isinstance(value, dict):
        if {"start", "stop", "text"} <= set(value):
            yield value["start"], value["stop"], value["text"]
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


@pytest.mark.parametrize("command", ["split", "names", "times", "claims", "events"])
def test_every_text_stands_at_its_offsets(printed, command):
    from pathlib import Path

    seen = 0
    for row in printed[command]:
        text = Path(row["source"]).read_bytes().decode("utf-8")
        for start, stop, words in spans(row):
            assert text[start:stop] == words
            seen += 1
    assert seen


def test_the_chain_names_who_said_it(printed):
    said = {
        link["holder"]["text"]
        for row in printed["claims"]
        for link in row["chain"]
        if "holder" in link
    }
    assert any("Dusan" in words for words in said)
    assert any("officials" in words for words in said)
    assert any("министерство транспорта" in words for words in said)


def test_one_man_in_two_scripts_is_one_entity(printed):
    both = [
        row
        for row in printed["entities"]
        if {"Karel Dusan", "Карел Дусан"} <= {n["text"] for n in row["names"]}
    ]
    assert len(both) == 1
    assert both[0]["kind"] == "PER"


def test_the_sidecars_date_reaches_the_weekday(printed):
    thursday = next(r for r in printed["times"] if r["text"].endswith("Thursday"))
    assert thursday["value"] == "2026-03-12"
    assert thursday["basis"] == "publication-relative"


def test_standard_input_is_an_input(heap):
    done = sayso("split", "-", "--as", "article", input=HEAP.encode())
    rows = [json.loads(row) for row in done.stdout.decode().splitlines()]
    assert [(r["source"], r["start"], r["stop"]) for r in rows] == [("-", 0, len(HEAP))] or (
        len(rows) == 1 and HEAP[rows[0]["start"] : rows[0]["stop"]].strip() == HEAP.strip()
    )


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 9, "photo.jpg"),
        ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n" + bytes(99), "PDF"),
    ],
)
def test_a_bad_file_is_named_in_one_sentence_and_the_rest_is_read(tmp_path, name, data, words):
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(HEAP, encoding="utf-8")
    done = sayso("split", tmp_path)
    told = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert len(told) == 1
    assert words in told[0]
    assert name in told[0]
    assert {json.loads(r)["source"] for r in done.stdout.decode().splitlines()} == {
        str(tmp_path / "good.txt")
    }


def test_a_language_that_is_not_read_is_said_and_stops_nothing(tmp_path):
    german = (
        "Der Minister sagte am Montag: „Wir haben nichts gewusst.“ Drei Menschen wurden verletzt.\n"
    )
    (tmp_path / "german.txt").write_text(german, encoding="utf-8")
    done = sayso("dossier", tmp_path, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    assert b"1 article in a language that sayso does not read" in done.stdout + done.stderr


def test_a_line_of_many_megabytes_ends_nothing(tmp_path):
    (tmp_path / "line.txt").write_text("word " * 4_000_000, encoding="utf-8")
    (tmp_path / "good.txt").write_text(HEAP, encoding="utf-8")
    done = sayso("split", tmp_path)
    assert done.returncode == 1
    assert "line.txt" in done.stderr.decode()
    assert b"good.txt" in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("split", "no-such-file.txt"),
        ("split",),
        ("times", "x", "--published", "yesterday"),
        ("times", "x", "--language", "xx"),
        ("nonsense",),
    ],
)
def test_wrong_usage_is_exit_code_2_and_one_sentence(words):
    done = sayso(*words)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_a_folder_that_is_no_case_is_exit_code_3(tmp_path):
    done = sayso("status", tmp_path)
    assert done.returncode == 3
    assert b"holds no case" in done.stderr


def test_explain_says_which_rules_decided(heap):
    at = HEAP.index("Dusan")
    done = sayso("explain", heap / "a.txt", "--at", at)
    told = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    for words in ("article ", "zone body", "name «Karel Dusan»", "because"):
        assert words in told

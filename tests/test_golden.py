"""Is the gold sound, and do measure and gate say what it says?"""

import json
import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))

import gate
import measure
from anchors import HEAP, Gold, WrongAnchor, gold, place, rows
from oracle import oracle
from scores import Found, all_tallies
from tally import LANGUAGES
from truths import KINDS, truths

from sayso.model.article import ZONE_KINDS
from sayso.model.claim import ACTS, HOLDER_KINDS, MANNERS
from sayso.model.mention import MENTION_KINDS
from sayso.model.page import FURNITURE
from sayso.model.when import BASES


@pytest.fixture(scope="module")
def known() -> Gold:
    return gold()


@pytest.fixture(scope="module")
def perfect(known: Gold) -> Found:
    return oracle(known)


def test_every_anchor_stands_where_it_says(known: Gold) -> None:
    for name in ("names", "times"):
        for row in rows(name):
            known.find(row["article"], row)
            if row.get("pivot"):
                known.find(row["article"], row["pivot"])
    for claim in rows("claims"):
        links = [link[k] for link in claim["chain"] for k in ("holder", "cue") if link[k]]
        for anchor in (*claim["content"], *links):
            known.find(claim["article"], anchor)
    for event in rows("events"):
        for anchor in (event["anchor"], *event["parts"]):
            known.find(event["article"], anchor)


def test_a_wrong_or_ambiguous_anchor_fails_loudly() -> None:
    text = "He said no. She said yes."
    with pytest.raises(WrongAnchor, match="2 times; say which"):
        place(text, {"words": "said"}, (0, len(text)))
    with pytest.raises(WrongAnchor, match="does not stand there"):
        place(text, {"words": "perhaps"}, (0, len(text)))
    with pytest.raises(WrongAnchor, match="2 times, not 3"):
        place(text, {"words": "said", "nth": 3}, (0, len(text)))
    assert place(text, {"words": "said", "nth": 2}, (0, len(text))) == (16, 20)
    assert place(text, {"words": "She", "to": "yes"}, (0, len(text))) == (12, 24)


def test_nothing_is_anchored_in_furniture(known: Gold) -> None:
    for name in ("names", "times"):
        for row in rows(name):
            start, stop = known.find(row["article"], row)
            assert not any(a < stop and start < b for a, b in known.masked(row["article"])), row


def test_names_and_times_are_anchored_once(known: Gold) -> None:
    for name in ("names", "times"):
        places = Counter((row["article"], known.find(row["article"], row)) for row in rows(name))
        assert [at for at, n in places.items() if n > 1] == []


def test_the_words_of_the_model_are_used() -> None:
    assert {z["kind"] for z in rows("zones")} <= set(ZONE_KINDS)
    assert {n["kind"] for n in rows("names")} <= set(MENTION_KINDS)
    assert {t["basis"] for t in rows("times")} <= set(BASES)
    links = [link for c in rows("claims") for link in c["chain"]]
    assert {link["kind"] for link in links} <= set(HOLDER_KINDS)
    assert {link["manner"] for link in links} == set(MANNERS)
    assert {c["act"] for c in rows("claims")} <= set(ACTS)
    assert {t["kind"] for t in rows("truths")} == set(KINDS)


def test_records_name_each_other_rightly() -> None:
    entities = {e["entity"]: e["kind"] for e in rows("entities")}
    assert all(entities[n["entity"]] == n["kind"] for n in rows("names"))
    links = [link for c in rows("claims") for link in c["chain"]]
    assert {link["entity"] for link in links} - {None} <= set(entities)
    claims = {c["claim"] for c in rows("claims")}
    for truth in rows("truths"):
        if truth["kind"] in ("same", "flag", "chain", "contradicts", "supersedes", "denied"):
            expect = truth.get("expect", {})
            more = {c for k in ("by", "with", "against") for c in expect.get(k, [])}
            assert more | set(truth["of"]) <= claims


def test_all_six_languages_are_covered(known: Gold) -> None:
    for name in ("articles", "names", "times", "claims", "events"):
        seen = {known.language(row["article"]) for row in rows(name)}
        assert seen == set(LANGUAGES), name
    assert Counter(a["file"] for a in rows("articles"))["digest.txt"] >= 10
    assert len(rows("articles")) >= 18


@pytest.mark.parametrize(
    ("kind", "least"),
    [("same", 4), ("flag", 4), ("chain", 2), ("contradicts", 2), ("supersedes", 1), ("time", 6)],
)
def test_the_truths_are_planted(kind: str, least: int) -> None:
    assert sum(t["kind"] == kind for t in rows("truths")) >= least


def test_a_faultless_sayso_gets_full_marks(known: Gold, perfect: Found) -> None:
    for task, tally in all_tallies(known, perfect).items():
        assert {k: s["f1"] for k, s in tally.scores().items() if s["f1"] < 1} == {}, task
    assert [t for t in truths(known, perfect) if not t["found"]] == []


def test_a_silent_sayso_gets_none(known: Gold) -> None:
    silent: Found = {command: [] for command in measure.COMMANDS}
    for tally in all_tallies(known, silent).values():
        assert tally.scores()["all"]["right"] == 0
    assert not any(t["found"] for t in truths(known, silent))


def test_a_mistake_costs(known: Gold, perfect: Found) -> None:
    worse = {**perfect, "names": [r for r in perfect["names"] if r["entity"] != "belkazi"]}
    scores = {k: t.scores() for k, t in all_tallies(known, worse).items()}
    assert scores["names exact"]["fa"]["recall"] < 1
    assert scores["names exact"]["fa"]["precision"] == 1
    assert scores["claims pair"]["fa"]["f1"] == 1
    missed = {t["truth"] for t in truths(known, worse) if not t["found"]}
    assert missed == {"one-person-six-languages"}


def test_one_article_taken_for_two_is_a_false_start(known: Gold, perfect: Found) -> None:
    extra = dict(perfect["split"][0])
    extra["start"] = known.lead["d01"] + 400
    worse = {**perfect, "split": [*perfect["split"], extra]}
    assert all_tallies(known, worse)["split boundary"].scores()["en"]["precision"] == 0.8


def test_furniture_is_told_from_prose(known: Gold) -> None:
    assert {k for _, _, k, _ in known.zones} >= FURNITURE


@pytest.fixture
def kept(tmp_path: Path, perfect: Found) -> Path:
    for command, lines in perfect.items():
        said = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        (tmp_path / f"{command}.jsonl").write_text(said, encoding="utf-8")
    return tmp_path


def test_measure_prints_table_and_json(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert measure.main(["--from", str(kept)]) == 0
    total = len(rows("truths"))
    assert f"planted truths found: {total} of {total}" in capsys.readouterr().out
    assert measure.main(["--from", str(kept), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["scores"]["times value"]["he"]["f1"] == 1


def test_gate_records_upward_and_lowers_only_for_a_reason(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = kept / "floors.json"
    use = ["--from", str(kept), "--floors", str(floors)]
    assert gate.main(use) == 1
    assert "no floors are set yet" in capsys.readouterr().err
    assert gate.main([*use, "--record"]) == 0
    assert gate.main(use) == 0
    (kept / "times.jsonl").write_text("", encoding="utf-8")
    assert gate.main(use) == 1
    assert "times value, fa: 0.000 is below the floor 1.000" in capsys.readouterr().err
    assert gate.main([*use, "--record"]) == 1
    assert json.loads(floors.read_text())["floors"]["times value"]["fa"] == 1
    assert gate.main([*use, "--record", "--lower", "times are being rebuilt"]) == 0
    said = json.loads(floors.read_text(encoding="utf-8"))
    assert said["lowered"][0]["reason"] == "times are being rebuilt"
    assert said["floors"]["times value"]["fa"] == 0


def test_gate_notices_a_changed_gold(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors = kept / "floors.json"
    use = ["--from", str(kept), "--floors", str(floors)]
    assert gate.main([*use, "--record"]) == 0
    said = json.loads(floors.read_text(encoding="utf-8"))
    said["digests"]["golden"] = "0" * 64
    floors.write_text(json.dumps(said), encoding="utf-8")
    assert gate.main(use) == 1
    assert "golden/ changed since the floors were set" in capsys.readouterr().err


def test_the_folder_digest_sees_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    first = gate.folder_digest(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    second = gate.folder_digest(tmp_path)
    (tmp_path / "b").write_bytes(b"2")
    assert len({first, second, gate.folder_digest(tmp_path)}) == 3


def test_the_heap_declares_a_cyrillic_charset() -> None:
    data = (HEAP / "vestnik-vorota.html").read_bytes()
    assert b"charset=windows-1251" in data
    assert "пожарной охраны" in data.decode("windows-1251")

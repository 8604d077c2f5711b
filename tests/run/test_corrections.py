"""From a case with judged claims to marked lines and a model."""

import json

import pytest
from click.testing import CliRunner

from sayso.case import judgements
from sayso.case.store import Case
from sayso.cli.main import commands
from sayso.model.judgement import standing_judgements
from sayso.run.corrections import corrections
from sayso.run.here import Here
from sayso.run.work import work

TEXT = """The mayor said the port was safe.
The union said the quay had sunk.
The harbour master said nobody was hurt.
"""
pytestmark = pytest.mark.model


def call(*words):
    done = CliRunner().invoke(commands, [str(w) for w in words])
    assert done.exit_code == 0 or done.exception is None, (done.output, done.exception)
    return done.output


@pytest.fixture
def case(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    call("new", tmp_path / "case")
    call("add", tmp_path / "case", tmp_path / "a.txt", "--as", "article", "--engine", "here")
    return tmp_path / "case"


def read(case):
    with Case.open(case) as opened:
        heap = work(opened, Here(), ("claims",))
        return list(heap.pages.values()), standing_judgements(judgements.log(opened))


def claim_of(pages, words):
    return next(c for p in pages for c in p.claims if words in p.words(c.content[0]))


def learned(case):
    found = corrections(*read(case))
    return [
        (row["text"], [[row["text"][a:b] for a, b in m["content"]] for m in row["attributions"]])
        for row in found.rows
    ], found.orphaned


def test_only_lines_that_somebody_looked_at_are_learned(case):
    pages, _ = read(case)
    call("judge", case, "confirm", claim_of(pages, "the port was safe").id)
    call("judge", case, "reject", claim_of(pages, "the quay had sunk").id)
    assert learned(case) == (
        [
            ("The mayor said the port was safe.", [["the port was safe"]]),
            ("The union said the quay had sunk.", []),
        ],
        (),
    )


def test_a_correction_says_which_words_are_right(case):
    pages, _ = read(case)
    claim = claim_of(pages, "the port was safe")
    call("correct", case, claim.id, "--content", "19-32", "--holder", "0-9", "--cue", "10-14")
    assert learned(case)[0] == [("The mayor said the port was safe.", [["port was safe"]])]


def test_a_judged_claim_that_is_gone_is_told(case):
    call("judge", case, "confirm", "clm-gone")
    assert learned(case) == ([], ("clm-gone",))


def test_a_case_teaches_a_model_and_the_model_reads_under_a_key_of_its_own(case, tmp_path):
    pages, _ = read(case)
    for words in ("the port was safe", "the quay had sunk", "nobody was hurt"):
        call("judge", case, "confirm", claim_of(pages, words).id)
    out = call("train", "attribution", "--case", case, "-o", tmp_path / "model")
    assert "3 attributions" in out
    head = json.loads((tmp_path / "model" / "model.json").read_text(encoding="utf-8"))
    assert head["learned from"][0]["attributions"] == 3
    with Case.open(case) as opened:
        plain = work(opened, Here(), ("claims",))
        learned_ = work(opened, Here(), ("claims",), model=str(tmp_path / "model"))
    key = next(iter(plain.pages))
    assert plain.keys[key]["claims"] != learned_.keys[key]["claims"]
    assert plain.keys[key]["times"] == learned_.keys[key]["times"]
    reasons = {c.because[0] for p in learned_.pages.values() for c in p.claims if c.told}
    assert any("tagger" in r for r in reasons)


def test_nothing_to_learn_from_is_one_sentence(case, tmp_path):
    done = CliRunner().invoke(
        commands, ["train", "attribution", "--case", str(case), "-o", str(tmp_path / "m")]
    )
    assert "no attribution to learn from" in str(done.exception)

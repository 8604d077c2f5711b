"""What is learned from marked texts, and which texts are refused?"""

import json

import pytest

from sayso.errors import BadUsage
from sayso.reading.claims import claims
from sayso.reading.marked import marked_rows
from sayso.reading.told_model import Lesson, header, model_digest
from sayso.reading.train_told import train
from tests.reading.test_claims_en import page

SAID = "The mayor said the port was safe."
MARKED = {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 32]]}
ROW = {"text": SAID, "attributions": [MARKED]}


def held(at, model):
    return [(c.told[-1].holder.words, at.words(c.content[0])) for c in claims(at, model) if c.told]


@pytest.mark.model
def test_a_tagger_learns_from_marked_texts(tmp_path):
    assert train([ROW] * 4, tmp_path) == (4, 4)
    at = page(SAID)
    assert ("The mayor", "the port was safe") in held(at, str(tmp_path))
    assert all("tagger" in c.because[0] for c in claims(at, str(tmp_path)) if c.told)


@pytest.mark.model
def test_the_same_texts_give_the_same_bytes_and_the_header_says_which(tmp_path):
    lesson = Lesson("own.jsonl", "0" * 64, 4, 4)
    for name in ("one", "two"):
        train([ROW] * 4, tmp_path / name, [lesson])
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
    assert header(str(tmp_path / "one"))["learned from"][0]["name"] == "own.jsonl"
    assert model_digest(str(tmp_path / "one")) == model_digest(str(tmp_path / "two"))


@pytest.mark.model
def test_weights_that_were_changed_are_refused(tmp_path):
    train([ROW] * 4, tmp_path)
    (tmp_path / "cues.crfsuite").write_bytes(b"lCRF")
    with pytest.raises(BadUsage, match="train it again"):
        header(str(tmp_path))


def test_a_folder_without_a_model_is_refused(tmp_path):
    with pytest.raises(BadUsage, match="holds no attribution model"):
        header(str(tmp_path))


@pytest.mark.model
def test_texts_without_attributions_teach_nothing(tmp_path):
    with pytest.raises(BadUsage, match="no attribution to learn from"):
        train([{"text": SAID, "attributions": []}], tmp_path / "none")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "line 1 is not JSON"),
        ("[]", 'has no "text"'),
        (json.dumps({"text": "x"}), 'no list of "attributions"'),
        (json.dumps({"text": "x", "attributions": [[]]}), "attribution 1 is no object"),
        (json.dumps({"text": "x", "attributions": [{"cue": [[0, 2]]}]}), "1 code points"),
        (json.dumps({"text": "x", "attributions": [{"cue": [[0.0, 1]]}]}), "is no stretch"),
        (json.dumps({"text": "x", "attributions": [{"cue": 3}]}), "cue is no list"),
    ],
)
def test_bad_lines_are_named(line, reason):
    with pytest.raises(BadUsage, match=reason.replace("[", r"\[")):
        list(marked_rows(line.encode(), "own.jsonl"))


def test_other_bytes_and_other_languages():
    with pytest.raises(BadUsage, match="not UTF-8"):
        list(marked_rows(b"\xff\xfe", "own.jsonl"))
    assert list(marked_rows(json.dumps({**ROW, "lang": "ru"}).encode(), "own.jsonl")) == []

"""Do words hang together, is every word at its place, and are foreign weights refused?"""

from pathlib import Path

import pytest

from sayso.errors import SaysoError
from sayso.language import parse as room
from sayso.language import weights
from sayso.language.parse import parse, raw_names

ENGLISH = " Dr. Roe said  the mayor's aide left.   She did not say why."
RUSSIAN = "Анна Петрова сказала, что мэр уехал. Она не знает почему."


@pytest.mark.model
@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (RUSSIAN, "ru")])
def test_words_stand_where_the_parse_says(text: str, language: str) -> None:
    found = parse(text, language)
    assert len(found) == 2
    for sentence in found:
        assert text[sentence.start : sentence.stop].strip()
        for at, token in enumerate(sentence.tokens):
            assert text[token.start : token.stop] == token.text
            assert 0 <= token.head < len(sentence.tokens)
            assert (token.dep.lower() == "root") == (token.head == at)


@pytest.mark.model
def test_the_speaker_is_the_subject() -> None:
    tokens = parse(ENGLISH, "en")[0].tokens
    said = next(t for t in tokens if t.lemma == "say")
    assert [t.text for t in tokens if t.dep == "nsubj" and tokens[t.head] == said] == ["Roe"]


@pytest.mark.model
@pytest.mark.parametrize("language", ["en", "ru", "uk", "ar", "fa", "he"])
@pytest.mark.parametrize("text", ["", "  \t", "\u00a0"])
def test_blank_text_has_no_parse(text: str, language: str) -> None:
    assert parse(text, language) == ()
    assert raw_names(text, language) == ()


@pytest.mark.model
def test_together_or_alone_the_parse_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [ENGLISH, "The port stayed shut.", "Nobody spoke to Marta Lind, the owner."]
    alone = [(parse(t, "en"), raw_names(t, "en")) for t in texts]
    monkeypatch.setattr(room, "_english", room._Memo())
    room.open_page(texts, "en")
    assert [(parse(t, "en"), raw_names(t, "en")) for t in texts] == alone


@pytest.mark.model
def test_a_giant_line_is_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "PIECE", 40)
    text = "Anna Roe left the port today. " * 4
    found = parse(text, "en")
    assert len(found) == 4
    assert all(text[t.start : t.stop] == t.text for s in found for t in s.tokens)


def test_a_changed_weight_is_refused(tmp_path: Path) -> None:
    for name in weights.known_files():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"not the model")
    with pytest.raises(SaysoError, match="is not the file of version 3"):
        weights.verify(tmp_path)
    with pytest.raises(SaysoError, match="missing"):
        weights.verify(tmp_path / "nowhere")


def test_the_table_of_weights_is_whole() -> None:
    assert len(weights.known_files()) == 24

import sqlite3

import pytest

from sayso.case import judgements
from sayso.case.check import check
from sayso.case.migrations import MIGRATIONS
from sayso.case.outputs import load, output_key, save
from sayso.case.store import Case
from sayso.errors import BadUsage, CaseUnusable
from sayso.model.judgement import Judgement
from sayso.model.text import Span
from sayso.model.when import When


@pytest.fixture
def case(tmp_path):
    with Case.new(tmp_path / "case", "The ferry") as opened:
        yield opened


def judged(*subjects, verdict="same", undoes=None):
    return Judgement(subjects, verdict, "lena", "2031-01-01T00:00:00+00:00", "why", undoes=undoes)


def test_the_original_bytes_are_kept_untouched_under_their_hash(case):
    data = b"\xff\xfe\x00 not text at all"
    source = case.add("odd.bin", data, "{}", False)
    assert case.original(source.sha256) == data
    assert check(case) == []


def test_the_same_file_added_twice_is_one_source(case):
    case.add("a.txt", b"x", "{}", False)
    case.add("a.txt", b"x", "{}", False)
    assert [s.name for s in case.sources()] == ["a.txt"]


def test_a_changed_original_does_not_verify(case):
    source = case.add("a.txt", b"the truth", "{}", False)
    (case.originals / source.sha256).write_bytes(b"the lie")
    assert "was changed" in check(case)[0]
    with pytest.raises(CaseUnusable, match="restore"):
        case.original(source.sha256)


def test_a_missing_original_does_not_verify(case):
    source = case.add("a.txt", b"the truth", "{}", False)
    (case.originals / source.sha256).unlink()
    assert "missing" in check(case)[0]


def test_a_judgement_can_be_added_but_never_changed_or_dropped(case):
    judgements.append(case, judged("ent-1", "ent-2"))
    for sql in ("DELETE FROM judgements", "UPDATE judgements SET record = ''"):
        with pytest.raises(CaseUnusable, match="never edited"), case.change() as db:
            db.execute(sql)
    assert len(judgements.log(case)) == 1


@pytest.mark.parametrize(
    "meddle",
    [
        "UPDATE judgements SET record = replace(record, 'lena', 'ivan') WHERE number = 2",
        "DELETE FROM judgements WHERE number = 1",
        "UPDATE judgements SET number = 9 WHERE number = 1",
    ],
)
def test_a_meddled_log_does_not_verify(case, meddle):
    for subject in ("ent-1", "ent-2", "ent-3"):
        judgements.append(case, judged(subject, "ent-9"))
    assert judgements.broken(case) == []
    outside = sqlite3.connect(case.folder / "case.db")
    outside.execute("DROP TRIGGER judgements_no_update")
    outside.execute("DROP TRIGGER judgements_no_delete")
    outside.execute(meddle)
    outside.commit()
    outside.close()
    assert judgements.broken(case) != []


def test_only_what_was_judged_can_be_undone(case):
    with pytest.raises(BadUsage, match="not in the log"):
        judgements.append(case, judged("jdg-nothing", verdict="undo", undoes="jdg-nothing"))


def test_outputs_are_read_back_as_they_were(case):
    when = When(Span("doc-1", 3, 9), "Monday", "DATE", "2031-01-06", "art-1", "2031-01-06")
    key = output_key("times", "1", ["page"])
    assert load(case, key) is None
    save(case, [(key, "times", "1", (when,))])
    assert load(case, key) == (when,)


def test_a_key_tells_stage_version_and_inputs_apart():
    keys = {
        output_key("times", "1", ["a", "b"]),
        output_key("times", "2", ["a", "b"]),
        output_key("names", "1", ["a", "b"]),
        output_key("times", "1", ["ab"]),
    }
    assert len(keys) == 4


def test_a_folder_with_things_in_it_is_no_place_for_a_new_case(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(CaseUnusable, match="not an empty folder"):
        Case.new(tmp_path, "x")


def test_a_file_that_is_no_case_is_refused_in_one_sentence(tmp_path):
    (tmp_path / "case.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(CaseUnusable, match="cannot be used"):
        Case.open(tmp_path)


def test_a_case_of_a_newer_sayso_is_refused(case):
    with case.change() as db:
        db.execute("INSERT INTO migrations VALUES (?)", (len(MIGRATIONS) + 1,))
    with pytest.raises(CaseUnusable, match="newer"):
        Case.open(case.folder)


def test_every_migration_is_applied_once(case):
    with Case.open(case.folder) as again:
        assert len(again.rows("SELECT number FROM migrations")) == len(MIGRATIONS)
        assert again.title == "The ferry"

"""A dossier verifies as written; whatever is changed in it is named."""

from pathlib import Path

import gates_case
import pytest

from sayso.errors import BadUsage, CaseUnusable
from sayso.model.ids import sha256
from sayso.model.lines import line
from sayso.views.dossier import MANIFEST
from sayso.views.verify import verify
from sayso.views.write import write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(gates_case.holdings(), tmp_path / "dossier")
    return tmp_path / "dossier"


def forge(folder: Path, name: str, old: str, new: str) -> None:
    """Changes a file and its line in the manifest, as a careful forger would."""
    file, manifest = folder / name, folder / MANIFEST
    before = file.read_bytes()
    after = before.replace(old.encode(), new.encode())
    assert before != after
    file.write_bytes(after)
    rows = manifest.read_text().replace(sha256(before), sha256(after))
    manifest.write_text(rows)


def test_a_fresh_dossier_verifies(folder):
    assert verify(folder) == ()


def test_a_changed_file_is_named(folder):
    (folder / "index.html").write_bytes(b"<p>nothing happened")
    assert any(s.startswith("index.html was changed") for s in verify(folder))


def test_a_changed_original_is_named(folder):
    one = min((folder / "originals").iterdir())
    one.write_bytes(b"other")
    assert any(one.name in s for s in verify(folder))


def test_a_missing_and_an_added_file_are_named(folder):
    (folder / "method.html").unlink()
    (folder / "note.txt").write_text("mine")
    found = verify(folder)
    assert "method.html is missing." in found
    assert f"note.txt is not listed in {MANIFEST}." in found


def test_a_misquotation_is_found_even_when_the_hashes_fit(folder):
    article = gates_case.page("wire").article.id
    forge(folder, f"articles/{article}.html", "denied it", "confirmed it")
    found = verify(folder)
    assert any("quotes other words than stand at" in s for s in found)


def test_a_changed_text_is_found_even_when_the_hashes_fit(folder):
    forge(folder, "dossier.json", "ворота целы.", "ворота пали.")
    found = verify(folder)
    assert "the text of ru.txt in dossier.json was changed." in found


def test_a_span_outside_its_text_is_found(folder):
    span = next(x for s in gates_case.collection().standings for x in s.not_confirmed)
    old = f'"not_confirmed":[{line(span)}]'
    forge(folder, "dossier.json", old, old.replace(str(span.stop), "99999"))
    assert any("outside its text" in s for s in verify(folder))


def test_a_script_and_a_dangling_link_are_found(folder):
    forge(folder, "method.html", "</main>", '<script>1</script><a href="gone.html">x</a></main>')
    found = verify(folder)
    assert any("holds what no page of a dossier may hold: script" in s for s in found)
    assert "method.html links to gone.html, which is not there." in found


def test_a_manifest_cannot_point_outside(folder):
    manifest = folder / MANIFEST
    manifest.write_text(manifest.read_text() + "0" * 64 + "  ../secret\n")
    assert any("names no file of the dossier" in s for s in verify(folder))


def test_a_folder_without_a_manifest_is_no_dossier(tmp_path):
    assert "is no dossier" in verify(tmp_path)[0]


def test_writing_twice_replaces_and_leaves_nothing_beside(folder):
    write(gates_case.holdings(), folder)
    assert verify(folder) == ()
    assert [f.name for f in folder.parent.iterdir()] == ["dossier"]


def test_a_folder_with_a_persons_file_is_refused_and_kept(folder):
    (folder / "note.txt").write_text("mine")
    with pytest.raises(BadUsage, match=r"note\.txt"):
        write(gates_case.holdings(), folder)
    assert (folder / "note.txt").read_text() == "mine"


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(BadUsage, match="is a file"):
        write(gates_case.holdings(), tmp_path / "taken")


def test_a_disk_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(CaseUnusable, match="cannot be written"):
        write(gates_case.holdings(), tmp_path / "taken" / "dossier")

"""Are a Word document's headings, paragraphs and tables read in their order, and nothing struck out?"""

import io
import zipfile

import docx
import pytest
from archives import zipped
from docx.oxml import OxmlElement

from sayso.errors import UnreadableInput
from sayso.ingest.read import read
from sayso.model.text import Raw


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def report():
    made = docx.Document()
    made.add_heading("Порт закрыт", 0)
    made.add_paragraph("The port is closed, the ministry said on Monday.")
    table = made.add_table(2, 2)
    for cell, words in zip(
        [c for row in table.rows for c in row.cells], ("Port", "Dead", "Halvan", "4"), strict=True
    ):
        cell.text = words
    made.add_heading("More", 2)
    made.add_paragraph("It did not say why.")
    return made


def test_everything_comes_in_its_order(report):
    found = read(Raw("a.docx", saved(report)))
    assert found.text == (
        "Порт закрыт\nThe port is closed, the ministry said on Monday.\n"
        "Port\tDead\nHalvan\t4\nMore\nIt did not say why."
    )
    assert [(m.kind, found.text[m.start : m.stop]) for m in found.marks] == [
        ("headline", "Порт закрыт"),
        ("subheading", "More"),
    ]


def test_inserted_words_show_and_struck_out_words_do_not(report):
    paragraph = report.paragraphs[1]._p
    for tag, words in (("w:ins", " It reopens."), ("w:del", " Secret.")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement("w:t")
        text.text = words
        run.append(text)
        change.append(run)
        paragraph.append(change)
    text = read(Raw("a.docx", saved(report))).text
    assert "on Monday. It reopens." in text
    assert "Secret" not in text


def test_a_damaged_document_is_refused_in_a_sentence():
    data = zipped({"[Content_Types].xml": "<x", "word/document.xml": "<x"})
    with pytest.raises(UnreadableInput, match="damaged Word document"):
        read(Raw("a.docx", data))


def test_a_document_that_unpacks_to_a_bomb_is_refused_unopened(report):
    data = io.BytesIO(saved(report))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/zeros.bin", b"\x00" * 30_000_000)
    with pytest.raises(UnreadableInput, match="as bombs do"):
        read(Raw("a.docx", data.getvalue()))

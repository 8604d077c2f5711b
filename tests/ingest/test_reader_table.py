"""Does the table of readers in docs/ingest.md say what the readers are?"""

import re
from pathlib import Path

import pytest

from sayso.ingest.read import READERS

PAGE = (Path(__file__).parent.parent.parent / "docs" / "ingest.md").read_text("utf-8")


@pytest.mark.parametrize("reader", READERS, ids=lambda r: r.name)
def test_each_reader_has_its_row_and_its_time_under_fuzzing(reader):
    table, fuzzed = (
        PAGE.split(head, 1)[1] for head in ("| reader | formats", "| reader | minutes")
    )
    assert f"| `{reader.name}` |" in table.split("\n\n")[0]
    assert f"| `{reader.name}` |" in fuzzed.split("\n\n")[0]


def test_the_table_says_which_readers_make_texts_and_which_hold_others():
    first = PAGE.split("| reader | formats", 1)[1].split("\n\n")[0]
    rows = re.findall(r"^\| `(\w+)` \| [^|]* \| ([^|]*)\|([^|]*)\|", first, re.MULTILINE)
    told = {name: (bool(text.strip()), bool(held.strip())) for name, text, held in rows}
    assert told == {r.name: (r.read is not None, r.members is not None) for r in READERS}

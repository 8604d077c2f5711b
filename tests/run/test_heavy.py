"""Is a container too large to be held taken apart member by member, in bounded memory, bombs refused?"""

import gzip
import io
import json
import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "ingest"))
from archives import PAGE, STORY, message, tarred, warc, zipped

from sayso.case.store import Case
from sayso.ingest.read import members, streamed
from sayso.model.failure import Failure
from sayso.model.text import Raw
from sayso.run.heavy import members_of
from sayso.run.here import Here
from sayso.run.inputs import gather
from sayso.run.opening import unpacked
from sayso.run.scratch import fill
from sayso.run.work import work
from sayso.settings import Settings

MAIL = b"From a Mon May  4 23:30:00 2026\n" + message("Порт закрыт", STORY) + b"\n"
HEAPS = {
    "h.zip": zipped({"a.txt": STORY, "a.txt.meta.json": '{"byline": "Ada"}', "../x": "x"}),
    "h.tar": tarred({"a.txt": STORY.encode(), "b.html": PAGE.encode()}),
    "h.tar.gz": tarred({"a.txt": STORY.encode(), "b.html": PAGE.encode()}, "w:gz"),
    "h.warc": warc({"http://b.example/1": PAGE, "http://b.example/2": PAGE}, packed=False),
    "h.wacz": zipped({"archive/d.warc.gz": warc({"http://b.example/1": PAGE})}),
    "h.mbox": MAIL * 3,
    "h.txt.gz": gzip.compress(STORY.encode()),
    "h.jsonl": '{"text": "It sank."}\n{"text": "Порт закрыт."}\nno\n'.encode(),
    "h.csv": 'text,date\n"It\nsank.",2026-03-13\nПорт закрыт.,\n'.encode("utf-8-sig"),
}


def many_words(size: int) -> str:
    """News of numbers, so that it packs as writing does."""
    dice = random.Random(1)
    line = "The port closed berth {} on day {} and {} ships turned back to {}.\n"
    return "".join(
        line.format(*(dice.randrange(10**6) for _ in range(4))) for _ in range(size // 60)
    )


@pytest.mark.parametrize("name", HEAPS)
def test_a_container_gives_the_same_from_its_file_as_from_memory(name):
    data = HEAPS[name]
    from_file = list(streamed(Raw(name, data[:4096]), io.BytesIO(data)))
    assert from_file == list(members(Raw(name, data)))


@pytest.mark.parametrize("name", ["h.zip", "h.tar.gz", "h.wacz"])
def test_a_worker_hands_out_the_same(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(HEAPS[name])
    held = list(members(Raw(str(path), HEAPS[name])))
    assert list(members_of(str(path), Raw(str(path), HEAPS[name][:4096]))) == held


def test_a_large_mailbox_becomes_a_case_and_its_bytes_are_kept(tmp_path):
    path = tmp_path / "h.mbox"
    path.write_bytes(MAIL * 3)
    with Case.new(tmp_path / "case", "x") as case:
        fill(case, [str(path)], Settings(max_bytes=1000))
        assert [s.name.rsplit("/", 1)[-1] for s in case.sources()] == [
            *("h.mbox", "h.mbox!1.eml", "h.mbox!2.eml", "h.mbox!3.eml")
        ]
        assert case.original(case.sources()[0].sha256) == path.read_bytes()
        heap = work(case, Here(), ("split",))
        assert (len(heap.documents), heap.failures) == (3, [])


def test_a_large_text_and_a_container_beyond_the_largest_are_refused_in_a_sentence(tmp_path):
    (tmp_path / "a.txt").write_text(STORY * 9)
    (tmp_path / "h.mbox").write_bytes(MAIL * 9)
    found = list(gather([str(tmp_path)], Settings(max_bytes=100, max_container=200)))
    assert "one text of more than" in found[0].reason
    assert "unpack it and give the files" in found[1].reason


def test_a_mailbox_of_68_mb_in_a_small_zip_is_opened(tmp_path):
    head = b"From a Mon May  4 23:30:00 2026\nFrom: a@b.example\nSubject: Port\n\n"
    letter = head + many_words(200_000).encode() * 85 + b"\n"
    path = tmp_path / "h.zip"
    path.write_bytes(zipped({"old.mbox": letter * 4, "a.txt": STORY}))
    found = list(unpacked(gather([str(path)], Settings())))
    names = [g.name.rsplit("!", 1)[-1] for g in found]
    assert names[1:] == [*(f"{n}.eml" for n in range(1, 5)), "a.txt"]
    assert not any(g.reason for g in found)


def test_a_bomb_in_a_file_is_stopped_and_what_came_before_is_kept(tmp_path):
    path = tmp_path / "h.tar.gz"
    path.write_bytes(tarred({"a.txt": STORY.encode(), "b.txt": b"\x00" * 68_000_000}, "w:gz"))
    found = list(members_of(str(path), Raw(str(path), path.read_bytes()[:4096])))
    assert [type(m) for m in found] == [Raw, Failure]


def test_a_wacz_listing_other_hashes_gives_failures_from_its_file_too(tmp_path):
    listing = {"resources": [{"path": "archive/d.warc.gz", "hash": "sha256:" + "0" * 64}]}
    data = zipped(
        {
            "archive/d.warc.gz": warc({"http://b.example/1": PAGE}),
            "datapackage.json": json.dumps(listing),
        }
    )
    (found,) = streamed(Raw("h.wacz", data[:4096]), io.BytesIO(data))
    assert "its hash differs" in found.reason

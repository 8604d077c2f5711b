"""Does a parser that hangs, eats memory or calls home fall alone, and does the rest go on?"""

import socket
import sys
import time
from functools import partial
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "ingest"))
from archives import PAGE, STORY, message, tarred, zipped

from sayso.case.store import Case
from sayso.ingest import read as reading
from sayso.model.text import Raw
from sayso.run.cage import Caged, confine
from sayso.run.engine import Task
from sayso.run.here import Here
from sayso.run.inputs import Given
from sayso.run.opening import DEEPEST, unpacked
from sayso.run.pool import Pool
from sayso.run.scratch import fill
from sayso.run.stage import Stage
from sayso.run.work import work
from sayso.settings import Settings


def hang(raw):
    while True:
        raw = raw and raw


def gorge(raw):
    yield "x" * (8 * 1024**3)


def call_home(raw):
    with socket.create_connection(("127.0.0.1", 9), timeout=1):
        yield "out"


def ask_a_name(raw):
    yield socket.getaddrinfo("example.org", 80)


def send_a_packet(raw):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:
        yield out.sendto(b"x", ("127.0.0.1", 9))


def listen(raw):
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        yield "open"


def fine(raw):
    yield raw.name


def caged(work, name="a.html"):
    task = Task(name, name, Raw(name, PAGE.encode()), (Stage("read", "1", work),))
    (done,) = Pool(1, 30, partial(confine, seconds=1)).spread([task])
    return done


@pytest.mark.parametrize(
    ("work", "says"),
    [
        *((hang, "more computing time"), (gorge, "more memory"), (call_home, "the network")),
        *((ask_a_name, "the network"), (send_a_packet, "the network"), (listen, "the network")),
    ],
)
def test_time_memory_and_network_are_bounded(work, says):
    began = time.monotonic()
    assert says in caged(work).failures[0].reason
    assert time.monotonic() - began < 30


def test_a_caged_parser_gives_what_a_free_one_gives():
    raws = [Raw("a.html", PAGE.encode()), Raw("b.txt", STORY.encode()), Raw("c.html", b"<html>")]
    stages = (Stage("read", "1", reading_stage),)
    tasks = [Task(r.name, r.name, r, stages) for r in raws]
    told = {t.key: (t.found, t.failures) for t in Caged(Here()).spread(tasks)}
    again = [Task(r.name, r.name, r, stages) for r in raws]
    assert told == {t.key: (t.found, t.failures) for t in Here().spread(again)}


def reading_stage(raw):
    yield reading.read(raw)


def test_containers_are_opened_level_by_level_down_to_a_limit():
    data = zipped({"a.txt": STORY})
    for _ in range(DEEPEST + 2):
        data = zipped({"inner.zip": data, "a.txt": STORY})
    found = list(unpacked([Given("h.zip", data)]))
    assert sum(g.name.endswith("a.txt") for g in found) == DEEPEST + 1
    assert sum("archives deep" in g.reason for g in found) == 1


def test_a_heap_in_an_archive_is_read_like_a_heap_in_a_folder(tmp_path):
    inner = zipped({"page.html": PAGE, "note.txt": STORY})
    heap = tarred(
        {"x/inner.zip": inner, "m.eml": message("Ferry", STORY, {"p.html": PAGE.encode()})}
    )
    (tmp_path / "h.tar.gz").write_bytes(heap)
    with Case.new(tmp_path / "case", "x") as case:
        fill(case, [str(tmp_path / "h.tar.gz")], Settings())
        heap = work(case, Here(), ("split",))
        assert {n.rsplit("!", 1)[-1] for n in heap.documents} == {
            *("page.html", "note.txt", "m.eml", "p.html")
        }
        assert heap.failures == []
        for source in case.sources():
            assert case.original(source.sha256)
        (tmp_path / "h.tar.gz").write_bytes(tarred({"only.txt": STORY.encode()}))
        fill(case, [str(tmp_path / "h.tar.gz")], Settings())
        assert [s.name.rsplit("/", 1)[-1] for s in case.sources()] == [
            *("h.tar.gz", "h.tar.gz!only.txt")
        ]


def test_what_cannot_be_had_from_an_archive_is_a_failure_of_the_run(tmp_path):
    (tmp_path / "h.zip").write_bytes(zipped({"a.txt": STORY, "../b.txt": "x", "empty.txt": ""}))
    with Case.new(tmp_path / "case", "x") as case:
        fill(case, [str(tmp_path / "h.zip")], Settings())
        heap = work(case, Here(), ("split",))
    assert [f.source.rsplit("!", 1)[-1] for f in heap.failures] == ["../b.txt", "empty.txt"]
    assert len(heap.documents) == 1

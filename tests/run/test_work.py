"""Same input, same bytes: whatever the engine, the order, the hash seed, the clock or the locale."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.case.store import Case
from sayso.model.lines import line
from sayso.run.here import Here
from sayso.run.plan import PLAN
from sayso.run.pool import Pool
from sayso.run.scratch import fill
from sayso.run.work import work
from sayso.settings import Settings

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "heap"
pytestmark = pytest.mark.model
WANTED = ("weigh", "events")


def told(heap):
    return [line([heap.collection, heap.failures, heap.boundaries, sorted(heap.documents.items())])]


def run(folder, paths, engine):
    with Case.new(folder, "x") as case:
        fill(case, paths, Settings())
        return told(work(case, engine, WANTED))


@pytest.fixture(scope="module")
def paths():
    return [str(p) for p in sorted(EXAMPLES.iterdir()) if not p.name.endswith(".meta.json")]


@pytest.fixture(scope="module")
def reference(paths, tmp_path_factory):
    return run(tmp_path_factory.mktemp("here") / "case", paths, Here())


def test_the_pool_gives_the_same_records_from_any_order_of_inputs(reference, paths, tmp_path):
    assert run(tmp_path / "case", paths[::-1], Pool(2)) == reference


def test_a_second_run_does_nothing_and_says_the_same(reference, paths, tmp_path):
    class Idle:
        def spread(self, tasks):
            assert list(tasks) == []
            return iter(())

    with Case.new(tmp_path / "case", "x") as case:
        fill(case, paths, Settings())
        assert told(work(case, Here(), WANTED)) == reference
        assert told(work(case, Idle(), WANTED)) == reference


def test_adding_a_file_reads_that_file_alone_and_ends_where_all_at_once_ends(
    reference, paths, tmp_path
):
    worked = []

    class Counting(Here):
        def spread(self, tasks):
            for task in super().spread(tasks):
                worked.append(task.source)
                yield task

    with Case.new(tmp_path / "case", "x") as case:
        fill(case, paths[1:], Settings())
        work(case, Here(), WANTED)
        fill(case, paths[:1], Settings())
        assert told(work(case, Counting(), WANTED)) == reference
    assert set(worked) == {paths[0]}


def test_every_stage_can_be_sent_to_a_worker():
    import pickle

    for stage in PLAN:
        assert pickle.loads(pickle.dumps(stage)) == stage


def tree(folder):
    return {
        str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def dossier(out, *words, **environment):
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "dossier", *words, "-o", str(out)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={**os.environ, **environment},
        cwd=EXAMPLES.parent,
    )
    assert done.returncode == 0, done.stderr
    return tree(out)


def test_two_dossiers_are_equal_to_the_byte_and_verify(tmp_path):
    one = dossier(tmp_path / "one", "heap", PYTHONHASHSEED="1", TZ="Asia/Tehran", LC_ALL="C.UTF-8")
    files = sorted(str(p.relative_to(EXAMPLES.parent)) for p in EXAMPLES.iterdir())[::-1]
    files = [f for f in files if not f.endswith(".meta.json")]
    two = dossier(
        *(tmp_path / "two", *files, "--engine", "here"),
        PYTHONHASHSEED="77",
        TZ="Pacific/Auckland",
        LC_ALL="POSIX",
    )
    assert sorted(one) == sorted(two)
    assert [name for name in one if one[name] != two[name]] == []
    verified = subprocess.run(
        [sys.executable, "-m", "sayso", "verify", str(tmp_path / "one")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert verified.returncode == 0, verified.stderr


def test_a_meddled_dossier_does_not_verify(tmp_path):
    dossier(tmp_path / "one", "heap/pm-statement.txt")
    page = next(iter(sorted((tmp_path / "one" / "articles").glob("*.html"))))
    page.write_text(page.read_text(encoding="utf-8").replace("e", "o", 900), encoding="utf-8")
    original = next(iter((tmp_path / "one" / "originals").iterdir()))
    shutil.copy(EXAMPLES / "digest.txt", original)
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "verify", str(tmp_path / "one")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert original.name in done.stderr
    assert page.name in done.stderr

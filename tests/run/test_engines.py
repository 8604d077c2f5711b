"""Both engines give the same; a text that crashes or hangs has exactly itself to blame."""

import os
import time
from dataclasses import dataclass

import pytest

from sayso.errors import UnreadableInput
from sayso.run.engine import Task
from sayso.run.here import Here
from sayso.run.pool import Pool
from sayso.run.stage import Stage


@dataclass(frozen=True)
class Word:
    text: str


def shout(text):
    if text == "broken":
        raise UnreadableInput("broken cannot be read; try another")
    if text == "odd":
        raise ZeroDivisionError("odd")
    yield Word(text.upper())


def twice(text):
    if text == "crash":
        os._exit(11)
    if text == "hang":
        time.sleep(600)
    yield Word(text)
    yield Word(text)


STAGES = (Stage("shout", "1", shout), Stage("twice", "1", twice))


def tasks(*texts):
    return [Task(t, f"{t}.txt", t, STAGES) for t in texts]


def result(engine, *texts):
    done = engine.spread(iter(tasks(*texts)))
    return {t.key: (t.found, sorted(t.failures)) for t in done}


@pytest.fixture(scope="module")
def pool():
    return Pool(2, timeout=2.0)


def test_the_pool_finds_what_this_process_finds_in_any_order(pool):
    texts = ["a", "b", "broken", "c", "odd", "d"]
    assert result(Here(), *texts) == result(pool, *reversed(texts))


def test_an_error_is_a_record_and_the_rest_goes_on():
    found, failures = result(Here(), "broken")["broken"]
    assert found["twice"] == (Word("broken"), Word("broken"))
    assert [(f.stage, f.source) for f in failures] == [("shout", "broken.txt")]


def test_an_unexpected_error_names_stage_and_kind():
    _, failures = result(Here(), "odd")["odd"]
    assert "stage shout 1 stopped with ZeroDivisionError" in failures[0].reason


def test_a_crash_and_a_hang_are_blamed_on_exactly_one_text_each(pool):
    done = result(pool, "a", "crash", "b", "hang", "c")
    assert sorted(done) == ["a", "b", "c", "crash", "hang"]
    for good in ("a", "b", "c"):
        assert done[good] == ({"shout": (Word(good.upper()),), "twice": (Word(good),) * 2}, [])
    for bad, words in (("crash", "crashed its worker"), ("hang", "did not finish within 2")):
        found, failures = done[bad]
        assert found["shout"] == (Word(bad.upper()),)
        assert [f.stage for f in failures] == ["twice"]
        assert words in failures[0].reason


def test_a_pool_takes_tasks_only_as_fast_as_it_works_them(pool):
    taken = []

    def endless():
        for number in range(1000):
            taken.append(number)
            yield Task(str(number), "x", str(number), STAGES)

    first = next(iter(pool.spread(endless())))
    assert first.found["shout"]
    assert len(taken) <= 4


def test_no_task_no_worker(pool):
    assert list(pool.spread(iter(()))) == []

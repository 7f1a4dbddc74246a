"""Engines: whatever runs the work, the same comes out; and what is wrong with one is said."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import contract, flow
from dateline.cli import streams
from dateline.engines import Engine
from dateline.engines import ray as engine
from dateline.errors import EngineError

STRAIT = Path(__file__).parents[1] / "examples/strait"


def dies_once(path: str) -> str:
    """A piece of work whose worker dies the first time, before it can answer."""
    if not Path(path).exists():
        Path(path).touch()
        os._exit(1)
    return path


def dies(_: int) -> int:
    """A piece of work that no worker survives."""
    os._exit(1)


def refuses(_: int) -> int:
    """A piece of work that raises."""
    raise ValueError("no such number")


def test_ray_that_is_absent_is_said_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(EngineError, match=r"pip install 'dateline\[ray\]'"), streams.engine(0, True, "ray"):
        pass


@pytest.mark.parametrize("address", ["127.0.0.1:1", "ray://127.0.0.1:1", "nowhere"])
def test_a_cluster_that_does_not_answer_is_named(address: str) -> None:
    with pytest.raises(EngineError, match=f"no Ray answers at {address} "):
        engine._reach(address)


@pytest.fixture(scope="module")
def workers() -> Iterator[engine.Ray]:
    """Two of Ray's actors in this machine."""
    pytest.importorskip("ray", reason="Ray is an extra: pip install 'dateline[ray]'")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(__file__).parent), prepend=":")
        with engine.Ray(jobs=2) as some:
            yield some


def test_answers_come_in_order(workers: engine.Ray) -> None:
    assert list(workers.over(abs, iter(range(-50, 0)))) == list(range(50, 0, -1))
    assert list(workers.over(abs, [])) == []


def test_an_account_is_the_same(workers: engine.Ray) -> None:
    found, failed = flow.gather([STRAIT])
    run = Engine(workers.over)
    here = flow.account(tuple(flow.marked(found)), failed)
    assert contract.dump(flow.account(tuple(flow.marked(found, engine=run)), failed, engine=run)) == contract.dump(here)


def test_what_the_threads_of_ray_print_does_not_reach_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    own = engine._Own(sys.stdout)
    thread = threading.Thread(target=print, args=("for people",), kwargs={"file": own})
    thread.start()
    thread.join()
    print("data", file=own)
    assert capsys.readouterr() == ("data\n", "for people\n")


def test_a_killed_worker_changes_nothing(workers: engine.Ray, tmp_path: Path) -> None:
    paths = [str(tmp_path / str(number)) for number in range(3)]
    assert list(workers.over(dies_once, paths)) == paths


def test_what_no_worker_survives_is_said_and_the_next_work_is_done(workers: engine.Ray) -> None:
    with pytest.raises(EngineError, match="died again and again"):
        list(workers.over(dies, range(1)))
    assert list(workers.over(abs, [-3])) == [3]


def test_what_a_call_raises_is_raised_here(workers: engine.Ray) -> None:
    with pytest.raises(ValueError, match="no such number"):
        list(workers.over(refuses, range(1)))

"""Engines: whatever runs the work, the same comes out; and what is wrong with one is said."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from dateline import contract, flow
from dateline.cli import streams
from dateline.engines import Engine, Over
from dateline.engines import ray as engine
from dateline.engines.processes import Processes
from dateline.errors import EngineError

EXAMPLES = Path(__file__).parents[1] / "examples"
STRAIT, CUP = EXAMPLES / "strait", EXAMPLES / "cup"


def dies_once(path: str) -> str:
    """A piece of work whose worker dies the first time, before it can answer."""
    if not Path(path).exists():
        Path(path).touch()
        os._exit(1)
    return path


def dies(_: int) -> int:
    """A piece of work that no worker survives."""
    os._exit(1)


class Killed:
    """A call whose worker dies the first time that it is asked, in the middle of the work."""

    def __init__(self, call: Callable[[Any], Any], path: str) -> None:
        self.call, self.path = call, path

    def __call__(self, piece: Any) -> Any:
        made = self.call(piece)
        dies_once(self.path)
        return made


def told(inputs: Sequence[Path], over: Over = map) -> str:
    """The JSON of an account made by an ordered map."""
    run = Engine(over)
    found, failed = flow.gather(inputs, engine=run)
    return contract.text(contract.dump(flow.account(tuple(flow.marked(found, engine=run)), failed, engine=run)))


@pytest.fixture(scope="module")
def account() -> str:
    """The account of both examples, made by this process alone."""
    return told([STRAIT, CUP])


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


def test_an_account_is_the_same_by_ray_also_where_a_worker_is_killed(
    workers: engine.Ray, account: str, tmp_path: Path
) -> None:
    assert told([STRAIT, CUP], workers.over) == account
    killed = tmp_path / "killed"
    assert told([STRAIT, CUP], lambda call, some: workers.over(Killed(call, str(killed)), some)) == account
    assert killed.exists()


def test_an_account_is_the_same_by_two_processes(account: str) -> None:
    with Processes(2) as processes:
        assert told([STRAIT, CUP], processes.over) == account
        assert processes.started == 2


def test_an_account_of_the_same_reports_in_another_order_tells_the_same(account: str) -> None:
    here = json.loads(account)
    other = json.loads(told(sorted([*STRAIT.iterdir(), *CUP.iterdir()], reverse=True)))
    assert other["stories"] == here["stories"] != []
    for listed in ("inputs", "reports"):  # these are listed as they were given
        assert other[listed] != here[listed]
        assert sorted(map(str, other[listed])) == sorted(map(str, here[listed]))
    assert {key for key in here if other[key] != here[key]} == {"inputs", "reports"}


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

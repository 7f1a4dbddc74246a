"""What tests share: the samples, the shared data where it is there, and how golden accounts are accepted."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

import hypothesis
import pytest

import dateline
from dateline.records import Account

ROOT = Path(__file__).parent.parent
hypothesis.settings.register_profile("dateline", deadline=None)  # how long an example takes is the machine's affair
hypothesis.settings.load_profile("dateline")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="accept changed accounts in tests/golden/")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def accounts() -> Mapping[str, Account]:
    """The accounts of the samples, each told once: `cup` and `strait`. Their paths are as one types them in the root."""
    with contextlib.chdir(ROOT):
        return {story: dateline.tell(f"examples/{story}") for story in ("cup", "strait")}


@pytest.fixture(scope="session")
def cup(accounts: Mapping[str, Account]) -> Account:
    """The sample that has plans."""
    return accounts["cup"]


@pytest.fixture(scope="session")
def cup_before() -> Account:
    """The same sample, as it was known before its tour was called off."""
    return dateline.tell(ROOT / "examples" / "cup", as_of="2032-06-20")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with evaluation data, where the environment names it."""
    named = os.environ.get("DATELINE_SHARED")
    if not named or not Path(named, "seeds").is_dir():
        pytest.skip("DATELINE_SHARED names no folder with the evaluation data")
    return Path(named)

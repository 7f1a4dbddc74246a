"""What tests share: the samples, the shared data where it is there, and how golden accounts are accepted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="accept changed accounts in tests/golden/")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def examples() -> Path:
    return ROOT / "examples" / "strait"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with evaluation data, where the environment names it."""
    named = os.environ.get("DATELINE_SHARED")
    if not named or not Path(named, "seeds").is_dir():
        pytest.skip("DATELINE_SHARED names no folder with the evaluation data")
    return Path(named)

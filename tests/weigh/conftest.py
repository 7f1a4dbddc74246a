"""A story made of a few lines of text: each report its day and its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

import made
from dateline.records import Findings

Tell = Callable[[Mapping[str, tuple[str, str]]], Findings]


@pytest.fixture
def tell(tmp_path_factory: pytest.TempPathFactory) -> Tell:
    """Tell reports (name: day and text) as one story, whatever they have in common: its findings."""
    return lambda reports: made.told(tmp_path_factory.mktemp("reports"), reports).findings

"""A little of `garble.py`: a report that nobody could have written is told, or told to be empty, but stops nothing."""

from __future__ import annotations

import random
from itertools import islice

import pytest
from garble import EXAMPLES, reports, sentences

from dateline import flow


@pytest.mark.parametrize("seed", range(6))
def test_garbled_reports_are_told(seed: int) -> None:
    some = sentences(report.text for report in flow.read(EXAMPLES))
    pile = list(islice(reports(random.Random(seed), some), 16))
    assert len(flow.account(tuple(flow.marked(pile))).reports) == len(pile)

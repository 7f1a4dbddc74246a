"""A story made of a few lines of text: each report its day and its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from dateline.flow import account, gather, marked
from dateline.records import Findings, judgement

Tell = Callable[[Mapping[str, tuple[str, str]]], Findings]


@pytest.fixture
def tell(tmp_path_factory: pytest.TempPathFactory) -> Tell:
    """Tell reports (name: day and text) as one story, whatever they have in common: its findings."""

    def told(reports: Mapping[str, tuple[str, str]]) -> Findings:
        folder = tmp_path_factory.mktemp("reports")
        for name, (day, text) in reports.items():
            (folder / f"{name}.txt").write_text(
                f"{text.partition(chr(10))[0]}\n\n{day}\n\n{text.partition(chr(10))[2]}\n"
            )
        found, failed = gather([folder])
        assert not failed
        first, *rest = (one.id for one in found)
        same = [judgement("same-story", first, one) for one in rest]
        (story,) = account(tuple(marked(found)), judgements=same).stories
        return story.findings

    return told

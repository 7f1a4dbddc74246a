"""A name that the guard refuses gives way to the next best that it passes, and to none where there is no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.group import group, with_events
from dateline.tell import tell
from dateline.weigh import weigh
from made import marked, report

TEXT = "Ivo Moe, the mayor, opened the new bridge in Tessen on Monday."


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("Greta Holm opened the new bridge", "Ivo Moe opened the new bridge"), "Ivo Moe opened the new bridge"),
        (("Ivo Moe opened the old bridge", "The old bridge opened"), ""),
    ],
)
def test_the_next_best_name_stands_for_one_that_is_refused(names: tuple[str, ...], told: str) -> None:
    story = with_events(group([marked(report(TEXT, day="2031-03-12"))])[0])
    found = weigh(story)
    first = found.events[0]
    false = replace(first, label="The mayor closed the new bridge", names=names)
    entries = tuple(replace(entry, label=false.label) if entry.event == first.id else entry for entry in found.timeline)
    account = tell(story, replace(found, events=(false, *found.events[1:]), timeline=entries))
    (event,) = [event for event in account.findings.events if event.id == first.id]
    assert (event.label, event.names) == (told, ())
    assert {entry.label for entry in account.findings.timeline if entry.event == first.id} == {told}

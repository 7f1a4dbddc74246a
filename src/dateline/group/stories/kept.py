"""Stories that go on keep their id; what was merged or split since the last run is said."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

from dateline.records.reasons import Reason
from dateline.records.story import Outline


def kept(stories: Sequence[Outline], before: Sequence[tuple[str, Sequence[str]]]) -> tuple[Outline, ...]:
    """The stories with the ids that they had, and their `changes`.

    An id goes to the story that holds most of its reports (the earlier one of equals), and a story takes the id that most
    of its reports had.
    """
    was = {report: id_ for id_, reports in before for report in reports}
    shares = [
        (-times, number, id_)
        for number, story in enumerate(stories)
        for id_, times in Counter(was[report.id] for report in story.reports if report.id in was).items()
    ]
    given: dict[int, str] = {}
    taken: set[str] = set()
    for _, number, id_ in sorted(shares):
        if number not in given and id_ not in taken:
            given[number] = id_
            taken.add(id_)
    known = set(was.values())
    out = []
    for number, story in enumerate(stories):
        own = given.get(number, story.id)
        came = Counter(was[report.id] for report in story.reports if report.id in was)
        changes = []
        for id_ in sorted(came.keys() - {given.get(number)}):
            if id_ in taken:
                changes.append(Reason("left", (came[id_], id_)))
            else:
                changes.append(Reason("merged", (id_,)))
        if number not in given and own in known:
            own = f"{own}-{len(story.reports)}"  # its earliest report has given its id to another story
        out.append(dataclasses.replace(story, id=own, changes=(*changes, *story.changes)))
    return tuple(out)

"""Marked reports in, stories out: same story? same words, and who from whom? same person?"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.cite import content_id
from dateline.group.copies import edges
from dateline.group.judged import replayed
from dateline.group.origins import origins, spun
from dateline.group.people import people
from dateline.group.stories import Stories, title, when
from dateline.records import Edge, Judgement, Marked, Story


def group(marked: Sequence[Marked], judgements: Sequence[Judgement] = ()) -> tuple[Story, ...]:
    """Group reports into stories with their edges, origins, spun copies and people, the earliest story first.

    People need marks: a story none of whose reports has any has no people. A story's id is hashed from its
    earliest report, so that it stays when later reports arrive.
    """
    pile = sorted(marked, key=lambda one: when(one.report))
    reports = [one.report for one in pile]
    tied = edges(reports, judgements)
    grown = Stories()
    grown.add(reports, tied)
    parts = sorted(replayed(grown.parts(), reports, judgements))
    return tuple(_story([pile[at] for at in part], tied, judgements) for part in parts)


def _story(some: Sequence[Marked], tied: Sequence[Edge], judgements: Sequence[Judgement]) -> Story:
    reports = [one.report for one in some]
    here = {report.id for report in reports}
    own = tuple(edge for edge in tied if edge.to in here)  # one that comes from another story hangs on its source's
    found, who = people(some, judgements) if any(one.names for one in some) else ((), {})
    return Story(
        id=content_id("s", reports[0].id, reports[0].text),
        title=title(reports),
        reports=tuple(some),
        edges=own,
        origins=origins(reports, [edge for edge in own if edge.from_ in here]),
        people=found,
        spun=spun(reports, tied),
        who=who,
    )

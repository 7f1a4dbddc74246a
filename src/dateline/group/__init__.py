"""Marked reports in, stories out: same story? same words, and who from whom? same person?"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.cite import content_id
from dateline.group.copies import edges
from dateline.group.origins import origins, spun
from dateline.group.people import people
from dateline.group.stories import stories, title
from dateline.records import Edge, Judgement, Marked, Story


def group(marked: Sequence[Marked], judgements: Sequence[Judgement] = ()) -> tuple[Story, ...]:
    """Group reports into stories with their edges, origins, spun copies and people, the earliest story first.

    People need marks: a story none of whose reports has any has no people. A story's id is hashed from its
    earliest report, so that it stays when later reports arrive.
    """
    tied = edges([one.report for one in marked], judgements)
    return tuple(_story(some, tied, judgements) for some in stories(marked, tied, judgements))


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

"""Marked reports in, stories out: same story? same words, and who from whom? same person?"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from dateline.cite import content_id
from dateline.group.aligned import rewritten
from dateline.group.copies import Copies
from dateline.group.judged import differences, replayed, tied_by_hand
from dateline.group.kept import kept
from dateline.group.origins import directed, origins, spun
from dateline.group.people import people
from dateline.group.stories import Stories, title, when
from dateline.records import Edge, Judgement, Marked, Story


def group(
    marked: Sequence[Marked], judgements: Sequence[Judgement] = (), before: Sequence[tuple[str, Sequence[str]]] = ()
) -> tuple[Story, ...]:
    """Group reports into stories with their edges, origins, spun copies and people, the earliest story first.

    People need marks: a story none of whose reports has any has no people. A story's id is hashed from its
    earliest report. With `before` (ids of stories of the last run, and of their reports) a story keeps the id of the one
    that most of its known reports were in, and says what was merged or split (`changes`, beside where a person's decision
    made other stories than the words do).
    """
    pile = sorted(marked, key=lambda one: when(one.report))
    reports = [one.report for one in pile]
    copies, grown = Copies(), Stories()
    tied = tied_by_hand(copies.add(reports), reports, judgements)
    grown.add(reports, tied)
    worded = grown.parts()
    parts = sorted(replayed(worded, reports, judgements))
    judged = differences(worded, reports, judgements)
    tied = tied_by_hand(_reworded(tied, parts, copies, grown), reports, judgements)
    found = [
        dataclasses.replace(
            _story([pile[at] for at in part], tied, judgements),
            changes=tuple(words for at in part for words in judged.get(at, ())),
        )
        for part in parts
    ]
    return kept(found, before) if before else tuple(found)


def _reworded(tied: Sequence[Edge], parts: Sequence[Sequence[int]], copies: Copies, grown: Stories) -> tuple[Edge, ...]:
    """The edges, with rewrites in other words between neighbours of one story that are tied by no common wording."""
    found = {frozenset((edge.from_, edge.to)): edge for edge in tied}
    derived = {pair for pair, edge in found.items() if edge.kind in ("copy", "rewrite")}
    story = {at: label for label, part in enumerate(parts) for at in part}
    near = {tuple(sorted((at, other))) for at, some in enumerate(grown.likeness.near) for _, other in some}
    for a, b in sorted(near):
        pair = frozenset((grown.reports[a].id, grown.reports[b].id))
        if story[a] == story[b] and pair not in derived:
            edge = rewritten(copies.narratives[a], copies.narratives[b])
            if edge:
                found[pair] = edge
    return tuple(sorted(found.values(), key=lambda one: (one.from_, one.to)))


def _story(some: Sequence[Marked], tied: Sequence[Edge], judgements: Sequence[Judgement]) -> Story:
    reports = [one.report for one in some]
    here = {report.id for report in reports}
    own = directed(reports, [edge for edge in tied if edge.to in here])  # from another story: it hangs on its source's
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

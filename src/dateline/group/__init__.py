"""Marked reports in, stories out: same story? same words, and who from whom? same person?"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Sequence

from dateline.cite import content_id
from dateline.engines import HERE, Engine
from dateline.group.judged import differences, replayed, tied_by_hand
from dateline.group.origins.aligned import Aligned, rewritten
from dateline.group.origins.copies import Copies
from dateline.group.origins.parting import directed, machine_rewritten, origins
from dateline.group.people.joining import people
from dateline.group.stories.joining import Stories, title, when
from dateline.group.stories.kept import kept
from dateline.group.stories.links import linked
from dateline.records.judgements import Judgement
from dateline.records.marks import Marked
from dateline.records.report import Report
from dateline.records.story import Edge, Story


def group(
    marked: Sequence[Marked],
    judgements: Sequence[Judgement] = (),
    before: Sequence[tuple[str, Sequence[str]]] = (),
    engine: Engine = HERE,
    *,
    one_story: bool = False,
) -> tuple[Story, ...]:
    """Group reports into stories with their edges, origins, machine-rewritten reports and people, the earliest story first.

    People need marks: a story none of whose reports has any has no people. A story's id is hashed from its
    earliest report. With `before` (ids of stories of the last run, and of their reports) a story keeps the id of the one
    that most of its known reports were in, and says what was merged or split (`changes`, beside where a person's decision
    made other stories or persons than the words do). What a story continues, branches from or resembles stands in its
    `links`. With `one_story` all are one by the user's word. Events are parted by `with_events`, for who asks what happened.
    """
    pile = sorted(marked, key=lambda member: when(member.report))
    reports = [member.report for member in pile]
    copies, grown = Copies(), Stories()
    tied = tied_by_hand(copies.add(reports, engine), reports, judgements)
    grown.add(reports, tied, engine, copies.templates)
    worded = grown.parts()
    parts = [list(range(len(reports)))] if one_story and reports else sorted(replayed(worded, reports, judgements))
    judged = differences(worded, reports, judgements)
    tied = tied_by_hand(_reworded(tied, parts, copies, grown), reports, judgements)
    from_, to = _by_story(tied, parts, reports)
    stories = []
    for label, part in enumerate(parts):
        story = _story([pile[number] for number in part], from_[label], to[label], judgements)
        changes = (*(reason for number in part for reason in judged.get(number, ())), *story.changes)
        stories.append(dataclasses.replace(story, changes=changes))
    return linked(kept(stories, before) if before else stories, parts, grown.likeness)


def _reworded(tied: Sequence[Edge], parts: Sequence[Sequence[int]], copies: Copies, grown: Stories) -> tuple[Edge, ...]:
    """The edges, with rewrites in other words between neighbours of one story that are tied by no common wording."""
    edges = {frozenset((edge.from_, edge.to)): edge for edge in tied}
    derived = {pair for pair, edge in edges.items() if edge.kind in ("copy", "rewrite")}
    near, ids = grown.likeness.near, [report.id for report in copies.narratives.reports]
    for part in parts:
        here, read = set(part), dict[int, Aligned]()  # what a story's pairs are read by is kept for that story alone
        pairs = {(min(a, b), max(a, b)) for a in part for b in near.of(a) if b in here}
        for a, b in sorted(pairs):
            pair = frozenset((ids[a], ids[b]))
            if pair not in derived:
                for number in (a, b):
                    if number not in read:
                        read[number] = Aligned(copies.narratives[number])
                if edge := rewritten(read[a], read[b]):
                    edges[pair] = edge
    return tuple(sorted(edges.values(), key=lambda edge: (edge.from_, edge.to)))


def _by_story(
    tied: Sequence[Edge], parts: Sequence[Sequence[int]], reports: Sequence[Report]
) -> tuple[dict[int, list[Edge]], dict[int, list[Edge]]]:
    """The edges from each story's reports, and those to them."""
    story = {reports[number].id: label for label, part in enumerate(parts) for number in part}
    from_, to = defaultdict[int, list[Edge]](list), defaultdict[int, list[Edge]](list)
    for edge in tied:
        from_[story[edge.from_]].append(edge)
        to[story[edge.to]].append(edge)
    return from_, to


def _story(
    marked: Sequence[Marked], from_: Sequence[Edge], to: Sequence[Edge], judgements: Sequence[Judgement]
) -> Story:
    """A story. An edge from another story's report hangs on its source's."""
    reports = [member.report for member in marked]
    here = {report.id for report in reports}
    own = directed(reports, to)
    persons, who, changes = people(marked, judgements) if any(member.names for member in marked) else ((), {}, ())
    return Story(
        id=content_id("s", reports[0].id, reports[0].text),
        title=title(reports),
        reports=tuple(marked),
        edges=own,
        origins=origins(reports, [edge for edge in own if edge.from_ in here]),
        people=persons,
        machine_rewritten=machine_rewritten(reports, from_),
        who=who,
        changes=changes,
    )


def with_events(story: Story) -> Story:
    """The story, with the mentions of events that are one, each by its report's id and its number there."""
    if not any(member.events for member in story.reports):
        return story
    from dateline.group.events import events  # loaded with what it needs when it is needed

    ids = [member.report.id for member in story.reports]
    parted = (tuple((ids[report], number) for report, number in same.members) for same in events(story))
    return dataclasses.replace(story, events=tuple(parted))

"""Marked reports in, stories out: same story? same words, and who from whom? same person?"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from dateline.cite import content_id
from dateline.engines import HERE, Engine
from dateline.group.judged import differences, replayed, tied_by_hand
from dateline.group.learnt import NOTHING, Learnt, Tie
from dateline.group.origins.aligned import Aligned, rewritten
from dateline.group.origins.copies import Copies
from dateline.group.origins.parting import directed, machine_rewritten, origins
from dateline.group.people.genders import of_one_gender
from dateline.group.people.joining import people
from dateline.group.stories.joining import Stories, title, when
from dateline.group.stories.kept import kept
from dateline.group.stories.links import linked
from dateline.records.judgements import Judgement
from dateline.records.marks import Marked
from dateline.records.report import Report
from dateline.records.story import Edge, Outline, Story


def group(
    marked: Sequence[Marked],
    judgements: Sequence[Judgement] = (),
    before: Sequence[tuple[str, Sequence[str]]] = (),
    engine: Engine = HERE,
    *,
    one_story: bool = False,
) -> tuple[Story, ...]:
    """Group reports into stories with their edges, origins, machine-rewritten reports and people, the earliest story first.

    People need marks: a story none of whose reports has any has no people. The rest is as in `outlined`.
    """
    own = {member.report.id: member for member in marked}
    found = outlined([member.report for member in marked], judgements, before, engine, one_story=one_story)
    return tuple(whole(story, [own[report.id] for report in story.reports], judgements) for story in found)


def outlined(
    reports: Iterable[Report],
    judgements: Sequence[Judgement] = (),
    before: Sequence[tuple[str, Sequence[str]]] = (),
    engine: Engine = HERE,
    learnt: Learnt = NOTHING,
    *,
    one_story: bool = False,
) -> tuple[Outline, ...]:
    """Group reports into stories, the earliest story first, by their words alone.

    A story's id is hashed from its earliest report. With `before` (ids of stories of the last run, and of their reports) a
    story keeps the id of the one that most of its known reports were in, and says what was merged or split (`changes`, beside
    where a person's decision made other stories or persons than the words do). What a story continues, branches from or
    resembles stands in its `links`. With `one_story` all are one by the user's word. What is `learnt` is not reckoned again.
    """
    pile = sorted(reports, key=when)
    copies, grown = Copies(learnt=learnt), Stories(learnt)
    tied = tied_by_hand(copies.add(pile, engine), pile, judgements)
    grown.add(pile, tied, engine, copies.templates)
    worded = grown.parts()
    parts = [list(range(len(pile)))] if one_story and pile else sorted(replayed(worded, pile, judgements))
    judged = differences(worded, pile, judgements)
    tied = tied_by_hand(_reworded(tied, parts, copies, grown, learnt), pile, judgements)
    from_, to = _by_story(tied, parts, pile)
    stories = []
    for label, part in enumerate(parts):
        own = tuple(pile[number] for number in part)
        name = content_id("s", own[0].id, own[0].text)
        changes = tuple(reason for number in part for reason in judged.get(number, ()))
        stories.append(Outline(name, _title(own, learnt), own, tuple(from_[label]), tuple(to[label]), changes))
    return linked(kept(stories, before) if before else stories, parts, grown.likeness, learnt)


def _title(reports: Sequence[Report], learnt: Learnt) -> str:
    known = learnt.json("title", reports)
    if known is None:
        known = title(reports)
        learnt.keep_json("title", reports, known)
    return str(known)


def _reworded(
    tied: Sequence[Edge], parts: Sequence[Sequence[int]], copies: Copies, grown: Stories, learnt: Learnt
) -> tuple[Edge, ...]:
    """The edges, with rewrites in other words between neighbours of one story that are tied by no common wording."""
    edges = {frozenset((edge.from_, edge.to)): edge for edge in tied}
    derived = {pair for pair, edge in edges.items() if edge.kind in ("copy", "rewrite")}
    near, reports = grown.likeness.near, copies.narratives.reports
    for part in parts:
        here, read = set(part), dict[int, Aligned]()  # what a story's pairs are read by is kept for that story alone
        pairs = sorted({(min(a, b), max(a, b)) for a in part for b in near.of(a) if b in here})
        for a, some in groupby(pairs, itemgetter(0)):
            others = [b for _, b in some if frozenset((reports[a].id, reports[b].id)) not in derived]
            known = learnt.ties("rewrites", reports[a], (reports[b] for b in others))
            fresh: dict[str, Tie] = {}
            for b in others:
                other = reports[b].id
                if other not in known:
                    read |= {number: Aligned(copies.narratives[number]) for number in (a, b) if number not in read}
                    known[other] = fresh[other] = rewritten(read[a], read[b])
                if isinstance(edge := known[other], Edge):
                    edges[frozenset((reports[a].id, other))] = edge
            if fresh:
                learnt.keep_ties("rewrites", reports[a], fresh)
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


def whole(story: Outline, marked: Sequence[Marked], judgements: Sequence[Judgement] = ()) -> Story:
    """An outlined story with the marks of its reports, in their order, and what these tell of its people.

    An edge from another story's report hangs on its source's. Events are parted by `with_events`, for who asks what happened.
    """
    here = {report.id for report in story.reports}
    own = directed(story.reports, story.to)
    persons, who, changes = people(marked, judgements) if any(member.names for member in marked) else ((), {}, ())
    return Story(
        id=story.id,
        title=story.title,
        reports=tuple(marked),
        edges=own,
        origins=origins(story.reports, [edge for edge in own if edge.from_ in here]),
        people=persons,
        machine_rewritten=machine_rewritten(story.reports, story.from_),
        who=who,
        changes=(*story.changes, *changes),
        links=story.links,
    )


def with_events(story: Story) -> Story:
    """The story, with the mentions of events that are one, each by its report's id and its number there; its pronouns mean
    whom the story's others of their gender do.
    """
    if not any(member.events for member in story.reports):
        return story
    from dateline.group.events import events  # loaded with what it needs when it is needed

    story = of_one_gender(story)
    ids = [member.report.id for member in story.reports]
    parted = (tuple((ids[report], number) for report, number in same.members) for same in events(story))
    return dataclasses.replace(story, events=tuple(parted))

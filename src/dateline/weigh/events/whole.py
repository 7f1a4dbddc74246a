"""A story's events, each one record: its mentions across all reports, and what they say of it by vote."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline import cite, edtf
from dateline.records.findings import Event, Party, Slot, Telling
from dateline.records.marks import MAINLY, Role, Status
from dateline.records.story import Story
from dateline.weigh.events import slots, votes
from dateline.weigh.events.dates import Dating, datings
from dateline.weigh.events.days import Days
from dateline.weigh.events.labels import Label, label
from dateline.weigh.events.naming import Naming
from dateline.weigh.events.news import News
from dateline.weigh.mentions import Mention

LONG_AGO = 60  # days before the story's first report from which an event is background
OWN_WORDS = 0.5  # what is left of the weight of an event of which only somebody's own words tell
SHORTEST = 5  # words of a sentence that is written without its stop
TELLS_DAY = 3.0  # how much clearer a mention is that tells the day: the day rests on its words
OFTEN = 6  # mentions from which an event is told of often

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_ROLES: tuple[Role, ...] = ("agent", "patient", "other", "place")


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is asked of the story for each event: people's names, its first day, what was rewritten, whose words each is, and
    what its leads tell.
    """

    story: Story
    names: Mapping[str, str]
    first: str | None
    rewritten: frozenset[str]
    of: Mapping[int, str]
    news: News


def dated(story: Story, seen: Sequence[Mention], groups: Sequence[Sequence[Mention]]) -> dict[int, Dating | None]:
    """The date of each mention, by the mention's identity: what its report gives it, else the day of which it surely is.

    `groups` are the mentions that are one event, as grouping told them.
    """
    told = by_report(seen)
    days = Days(seen, groups, story.origin_by_report())
    return {id(mention): one if (one := told[id(mention)]) and one.own else days.of(mention, one) for mention in seen}


def by_report(seen: Sequence[Mention]) -> dict[int, Dating | None]:
    """The date of each mention, by the mention's identity, where its report gives one."""
    reports: dict[str, list[Mention]] = defaultdict(list)
    for mention in seen:
        reports[mention.marked.report.id].append(mention)
    return {id(mention): dating for some in reports.values() for mention, dating in datings(some[0].marked, some)}


def events(
    story: Story,
    groups: Iterable[Sequence[Mention]],
    dates: Mapping[int, Dating | None],
    given: Iterable[slots.Given],
) -> tuple[Event, ...]:
    """The events of a story, the weightiest first.

    `groups` are the mentions that are one event, `dates` those of mentions, `given` what mentions say of their slots.
    """
    origin = story.origin_by_report()
    values: dict[int, list[slots.Given]] = defaultdict(list)
    for value in given:
        values[id(value.mention)].append(value)
    told = [group for group in groups if not all(map(_is_aside, group))]
    of = {
        id(mention): origin.get(mention.marked.report.id, mention.marked.report.id)
        for group in told
        for mention in group
    }
    standings = [votes.standing([(of[id(mention)], mention) for mention in group]) for group in told]
    whens = [
        votes.when([(of[id(mention)], mention, dates.get(id(mention))) for mention in group], standing)
        for group, standing in zip(told, standings, strict=True)
    ]
    frame = _Frame(
        story,
        {person.id: person.name for person in story.people},
        min((one.report.published.day for one in story.reports if one.report.published.day), default=None),
        frozenset(copy.report for copy in story.machine_rewritten),
        of,
        News(story),
    )
    made = []
    for group, standing, when in zip(told, standings, whens, strict=True):
        own = [value for mention in group for value in values[id(mention)]]
        made.append(_event(frame, group, (standing, when), slots.filled(origin, own)))
    return tuple(sorted(made, key=lambda event: (-event.weight, event.id)))


def _event(
    frame: _Frame, group: Sequence[Mention], stands: tuple[Status, votes.When], given: tuple[Slot, ...]
) -> Event:
    status, when = stands
    of, rewritten = frame.of, frame.rewritten
    naming = Naming(group, status, rewritten)
    negated = status == "denied" and _is_negated(group)
    alike = [mention for mention in group if (mention.event.status == "denied") == (status == "denied")]
    named = label(group if negated else alike or group, status, naming)
    if negated and named.mention.event.status != "denied":
        status, negated = named.mention.event.status, False  # a `not` alone denies nothing that another sentence tells
    tellings = tuple(_telling(mention) for mention in _in_order(group, named, when, naming))
    first, *rest = tellings
    background = _background(frame.first, when)
    origins = tuple(sorted({of[id(mention)] for mention in group}))
    return Event(
        id=cite.content_id(
            "e", *(f"{one.report}:{one.start}" for one in sorted(tellings, key=lambda t: (t.report, t.start)))
        ),
        label=named.text,
        kind=Counter(mention.kind for mention in group).most_common(1)[0][0],
        status=status,
        participants=_parties(frame, group, named),
        date=when.date,
        earliest=when.earliest,
        latest=when.latest,
        basis=when.basis,
        weight=_weight(frame.story, group, of, background),
        background=background,
        origins=origins,
        mentions=(first, *rest),
        slots=given,
        said=2 * sum(mention.event.speaks for mention in group) > len(group),
        named=2 * sum(mention.event.rank in ("noun", "infinitive") for mention in group) > len(group),
        negated=negated,
        news=frame.news.of(group, named),
        names=named.others,
    )


def _is_aside(mention: Mention) -> bool:
    """Whether it stands where no report tells anything: under a picture, in a line of figures, in a line of furniture."""
    return mention.label == "caption" or _is_figures(mention) or _is_scrap(mention)


def _is_negated(group: Sequence[Mention]) -> bool:
    """Whether it is denied by nobody's word, but by a `not` alone."""
    return all(votes.by_not_alone(mention) for mention in group if mention.event.status == "denied")


def _is_scrap(mention: Mention) -> bool:
    """Whether a line of the body is too short for a sentence and does not end as one (`Share on Paper Boats`)."""
    line = mention.event.sentence.of(mention.marked.report.text).rstrip()
    return mention.label == "body" and line[-1:].isalnum() and len(line.split()) < SHORTEST


def _is_figures(mention: Mention) -> bool:
    """Whether a mention stands in a line with no fewer figures than words: a stamp of time, a count, a table's row.

    Where nobody does or suffers it, half as many are enough (`Updated on Dec 19, 3:49 PM`).
    """
    tokens: list[str] = _TOKEN.findall(mention.event.sentence.of(mention.marked.report.text))
    told = any(part.role in ("agent", "patient") for part in mention.event.participants)
    return sum(token.isdigit() for token in tokens) * (2 if told else 3) >= len(tokens)


def _in_order(group: Sequence[Mention], named: Label, when: votes.When, naming: Naming) -> list[Mention]:
    """The mention that names it first, then the clearest of each other report, then the rest; what tells its day is clearer."""
    others = [mention for mention in group if mention is not named.mention]
    clear = {id(mention): naming.clearness(mention) + TELLS_DAY * _tells_day(mention, when) for mention in others}
    rest = sorted(
        others,
        key=lambda mention: (-clear[id(mention)], mention.marked.report.id, mention.event.span),
    )
    leading: dict[str, Mention] = {named.mention.marked.report.id: named.mention}
    for mention in rest:
        leading.setdefault(mention.marked.report.id, mention)
    first = list(leading.values())
    taken = set(map(id, first))
    return [*first, *(mention for mention in rest if id(mention) not in taken)]


def _tells_day(mention: Mention, when: votes.When) -> bool:
    """Whether its own words give the event the day that it has."""
    event = mention.event
    return (
        event.time is not None
        and when.date is not None
        and (event.earliest, event.latest) == (when.earliest, when.latest)
    )


def _telling(mention: Mention) -> Telling:
    report, event = mention.marked.report, mention.event
    return Telling(
        report.id,
        event.span.start,
        event.span.end,
        event.span.of(report.text),
        cite.cite(report.id, report.text, event.sentence),
    )


def _parties(frame: _Frame, group: Sequence[Mention], named: Label) -> tuple[Party, ...]:
    """Who takes part, in each role what most mentions say; the unnamed by the words of the mention that names the event."""
    votes_of: dict[Role, Counter[str]] = {role: Counter() for role in _ROLES}
    for mention in group:
        for part in mention.event.participants:
            person = frame.story.who.get((mention.marked.report.id, part.name)) if part.name else None
            if person is not None:
                votes_of[part.role][person] += 1
    found: list[Party] = []
    for role in _ROLES:
        found += [
            Party(role, person, frame.names.get(person, person))
            for person, count in sorted(votes_of[role].items(), key=lambda pair: (-pair[1], pair[0]))
            if 2 * count >= max(votes_of[role].values())
        ]
    have = {party.role for party in found}
    text = named.mention.marked.report.text
    return (
        *found,
        *(
            Party(part.role, None, " ".join(part.span.of(text).split()))
            for part in named.mention.event.participants
            if part.role not in have and not part.name
        ),
    )


def _background(first: str | None, when: votes.When) -> bool:
    if first is None or when.latest is None or when.basis == "bound":
        return False
    return edtf.apart(when.latest, first) > LONG_AGO


def _weight(story: Story, group: Sequence[Mention], origin: Mapping[int, str], background: bool) -> float:
    """How much of the story rests on it: by how many of its origins it is told, how mainly, in how many leads, how often."""
    mainly: dict[str, float] = {}
    leads: dict[str, float] = {}
    told_in: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for mention in group:
        share, whose = MAINLY[mention.event.rank], origin[id(mention)]
        mainly[whose] = max(mainly.get(whose, 0.0), share)
        told_in[whose][mention.marked.report.id] += share
        if mention.lead:
            leads[mention.marked.report.id] = max(leads.get(mention.marked.report.id, 0.0), share)
    told = sum(mainly.values()) / max(1, len(story.origins))
    led = sum(leads.values()) / max(1, len(story.reports))
    often = min(1.0, sum(max(times.values()) for times in told_in.values()) / OFTEN)  # a copy tells it no second time
    weight = 0.45 * told + 0.3 * led + 0.15 * often + 0.1 * (not background)
    return round(weight * (OWN_WORDS if all(mention.quoted for mention in group) else 1.0), 3)

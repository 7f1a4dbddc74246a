"""The timeline: a story's events in order of time, each once, with what its plans still aim at. Background stands apart.

An entry is a view of an event: its date, standing and label are the event's own, its text is the sentence that tells it best.
What is only said, wished or named in passing is no entry of its own, unless the news itself rests on it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline import cite, edtf, language
from dateline.cite import Cite, Cites
from dateline.language import Language
from dateline.records.findings import Entry, Event, Plan, Step
from dateline.records.marks import EventMention, Quote, Rank, Status
from dateline.records.story import Story
from dateline.weigh import words
from dateline.weigh.events.dates import PAST
from dateline.weigh.mentions import only_says
from dateline.weigh.plans.acts import OFF

HEAVY = 3  # events of a day that are weighed together
MOST, UNDATED = 60, 9  # entries, and those of them that have no day; the story rests on the first few dozen
A_REPORT = 3  # entries without a day for each report that has none itself
MANY = 20  # reports from which what one origin tells is news only where a report leads with it
DIM = 0.17  # the weight that an event needs which reports do not date
ALIKE = 0.6  # share of the content words of the shorter of two labels that both have when they name one thing
NAMED, NAMELESS = 0.75, 0.5  # share of the sentences of an entry, with a label and without, that another tells as well
# reports that tell an entry, and the share of their sentences that tells or names another from which a reader has it there
SEVERAL, BESIDE = 3, 0.6
ASIDE = 0.6  # the worth of what only reports words beside that of what is done
NEWS = 0.15  # how surely an event must be news
# how surely one of little weight must be that no report dates: its day inferred, or not known
CLEARLY, SURELY = 0.5, 0.6
_SURE: tuple[Status, ...] = ("happened", "ongoing", "planned", "postponed", "cancelled", "denied", "alleged")
_NAMES_ONLY: tuple[Rank, ...] = ("noun", "infinitive", "attributive")  # where a mention without a day tells nothing
_AIMED: dict[str, Status] = {
    "cancelled": "cancelled",
    "withdrawn": "cancelled",
    "rejected": "cancelled",
    "held": "happened",
}


@dataclass(frozen=True, slots=True)
class Length:
    """How long a timeline may be: so many days (those that matter most), and so many events a day; None: as usual."""

    days: int | None = None
    a_day: int | None = None


USUAL = Length()


def timeline(
    story: Story, plans: tuple[Plan, ...], events: Sequence[Event], length: Length = USUAL
) -> tuple[Entry, ...]:
    """The entries, oldest first; at most `MOST`, or one a report: those on which the story rests.

    What has no day stands last, the weightiest first. Where nothing bounds any event of a report that stands alone there is no
    order of time to show, and no entry: an undated report of `yesterday` has its events, and no timeline.
    """
    plan_of = {
        (step_cite.report, step_cite.start): plan.id
        for plan in plans
        for step in plan.history
        for step_cite in step.cites
    }
    aimed_at, planned_by, said_by = _purposes(story), _where(story, _plans), _where(story, only_says)
    leads = _leads(story)
    counted = (event for event in events if _counts(event) and not _is_purpose(event, aimed_at))
    counted = (event for event in counted if not all(place in planned_by for place in _places(event)))
    large = len(story.reports) >= MANY
    counted = (event for event in counted if len(event.origins) > 1 or not large or _is_led(event, leads))
    told_in = _where(story, lambda _, event: event.rank not in _NAMES_ONLY or event.time is not None)
    entries = [_entry(story, event, plan_of, told_in) for event in counted if _reads(story, event, leads)]
    timed = (plan for plan in plans if any(step.for_ for step in plan.history))
    planned = {plan.id: words.content(plan.title) for plan in timed}
    named = {event.id: event for event in events if event.named}
    entries = [
        entry
        for entry in entries
        if not (
            entry.plan
            and entry.event in named
            and _is_of_plan(named[entry.event], planned.get(entry.plan, frozenset()))
        )
    ]
    told = {(entry.date, entry.plan, entry.status) for entry in entries if entry.plan}
    aims = (aim for plan in plans for aim in _aims(story, plan))
    entries += [aim for aim in aims if aim.status == "happened" or (aim.date, aim.plan, aim.status) not in told]
    worth = {event.id: event.worth * (ASIDE if set(_places(event)) <= said_by else 1.0) for event in events}
    ranked = sorted(entries, key=lambda entry: (-worth.get(entry.event or "", entry.weight), entry.id))
    bare = sum(marked.report.published.day is None for marked in story.reports)
    kept = tuple(
        _few_undated(
            _distinct(ranked, events, _where(story, lambda _, event: event.rank not in _NAMES_ONLY)),
            max(UNDATED, A_REPORT * bare),
        )
    )
    kept = kept[: max(MOST, len(story.reports))] if length == USUAL else tuple(_cut(kept, length))
    alone = len(story.reports) == 1 and not any(entry.earliest or entry.latest for entry in kept)
    return () if alone else in_order(kept)


def _leads(story: Story) -> set[tuple[str, int]]:
    """Where the headlines and first sentences of a story's reports begin."""
    found = set[tuple[str, int]]()
    for marked in story.reports:
        body = [sentence.span.start for sentence in marked.sentences if sentence.label == "body"]
        heads = [sentence.span.start for sentence in marked.sentences if sentence.label == "headline"]
        found |= {(marked.report.id, start) for start in (*heads, *body[:1])}
    return found


def _is_led(event: Event, leads: Container[tuple[str, int]]) -> bool:
    """Whether some report leads with it."""
    return any(_place(telling.sentence) in leads for telling in event.mentions)


def _purposes(story: Story) -> set[tuple[str, int]]:
    """Where reports only tell what something is done for (`met to calm a quarrel`)."""
    return {
        (marked.report.id, event.span.start)
        for marked in story.reports
        for event in marked.events
        if event.rank == "adverbial" and event.tense == "none" and event.status == "planned"
    }


def _is_purpose(event: Event, aimed_at: Container[tuple[str, int]]) -> bool:
    """Whether an event has no day, and is nowhere told as more than what something else is done for."""
    return event.date is None and all(place in aimed_at for place in _places(event))


def _where(story: Story, test: Callable[[Language, EventMention], bool]) -> set[tuple[str, int]]:
    """The places of the mentions of events of which something is true in their language."""
    return {
        (marked.report.id, event.span.start)
        for marked in story.reports
        for event in marked.events
        if test(language.of(marked.report.language), event)
    }


def _plans(tongue: Language, event: EventMention) -> bool:
    """Whether it only tells that something is planned (`was first planned for 13 June`): that its plan tells."""
    return tongue.planning is not None and tongue.planning.act(event) == "planned"


def _places(event: Event) -> Iterator[tuple[str, int]]:
    return ((telling.report, telling.start) for telling in event.mentions)


def _is_of_plan(event: Event, planned: frozenset[str]) -> bool:
    """Whether what is only named is a plan itself, of which its aims say more: not what was done beside it."""
    heads = (words.content(telling.text) for telling in event.mentions)
    return event.status not in ("happened", "ongoing") or any(head & planned for head in heads)


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries in order of time; what has no day stands last."""
    return tuple(
        sorted(entries, key=lambda entry: (*map(_order, (entry.earliest, entry.latest)), -entry.weight, entry.id))
    )


def without_day(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries that lie on no one day, or are still to come."""
    return (entry for entry in entries if entry.earliest != entry.latest or entry.status not in PAST)


def _cut(entries: Sequence[Entry], length: Length) -> Iterator[Entry]:
    """The weightiest events of the days that matter most: those on which most weight falls."""
    by_day: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.date and entry.earliest == entry.latest and entry.earliest and entry.status in PAST:
            by_day[entry.earliest].append(entry)
    a_day = length.a_day or len(entries)
    days = sorted(by_day, key=lambda day: (-sum(entry.weight for entry in by_day[day][:HEAVY]), day))
    for day in days[: length.days]:
        yield from by_day[day][:a_day]


def _few_undated(entries: Iterable[Entry], most: int) -> Iterator[Entry]:
    """The entries, the weightiest first; of what no report dates, only what the story rests on."""
    undated = 0
    for entry in entries:
        undated += entry.date is None
        if entry.date is not None or undated <= most:
            yield entry


def _counts(event: Event) -> bool:
    """Whether a timeline can hold an event: it stands somehow, and reports rest on it or date it, or it is news for sure."""
    if event.status not in _SURE or event.news < NEWS:
        return False
    if event.basis in ("told", "lead") or event.weight >= DIM:
        return True
    return bool(event.label) and event.news >= (CLEARLY if event.date else SURELY)


def _reads(story: Story, event: Event, leads: Container[tuple[str, int]]) -> bool:
    """Whether it can be read by itself: by its label, or else, where a report leads with it, by the sentence that tells it and
    does not only name it.

    What did not happen is told by a label that says so, or not at all.
    """
    sentence = event.mentions[0].sentence
    marked = next(marked for marked in story.reports if marked.report.id == sentence.report)
    tongue = language.of(marked.report.language)
    if event.negated:
        return tongue.scope is not None and any(map(tongue.scope.denies, event.label.lower().split()))
    if event.label or event.named or not _is_led(event, leads):
        return bool(event.label)
    if any(quote.type == "direct" and _is_whole(sentence, quote) for quote in marked.quotes):
        return False  # somebody's own words need him beside them
    return tongue.context is None or not tongue.context.needs_context(sentence.text)


def _is_whole(sentence: Cite, quote: Quote) -> bool:
    """Whether a sentence holds nothing but words that are quoted, and not who says them."""
    inside = any(map(sentence.span.overlaps, quote.content))
    return inside and not any(map(sentence.span.overlaps, (*quote.source, *quote.cue)))


def _entry(
    story: Story, event: Event, plan_of: dict[tuple[str, int], str], told_in: Container[tuple[str, int]]
) -> Entry:
    clearest = list(_clearest(event, told_in))
    cites: Cites = cite.cites(clearest)
    people = {party.person for party in event.participants if party.person}
    return Entry(
        id=cite.content_id("t", event.id),
        date=event.date,
        earliest=event.earliest,
        latest=event.latest,
        text=" ".join(clearest[0].text.split()),
        status="happened" if event.negated else event.status,
        people=tuple(person.id for person in story.people if person.id in people),
        plan=next((plan_of[place] for place in map(_place, cites) if place in plan_of), None),
        cites=cites,
        origins=story.origins_of(cites),
        background=event.background,
        weight=event.weight,
        event=event.id,
        label=event.label,
        news=event.news,
    )


def _clearest(event: Event, told_in: Container[tuple[str, int]]) -> Iterator[Cite]:
    """The sentence of each report that tells it best, mentions stand in that order; of reports that only name what others
    tell, none.
    """
    some = event.mentions if event.named else [one for one in event.mentions if (one.report, one.start) in told_in]
    told: set[str] = set()
    for telling in some or event.mentions:
        if telling.report not in told:
            told.add(telling.report)
            yield telling.sentence


def _place(cited: Cite) -> tuple[str, int]:
    return cited.report, cited.start


def _aims(story: Story, plan: Plan) -> Iterator[Entry]:
    """An entry for each time that a plan aimed at; of a plan that was held, that of its day by the words that tell so."""
    held = next((step for step in reversed(plan.history) if step.status == "held" and step.for_), None)
    if held is not None and plan.status == "held":
        yield _aim(story, plan, held, "happened")
    aims = [step for step in plan.history if step.for_ and step.status != "held"]
    for number, step in enumerate(aims):
        later = next(
            (other.status for other in plan.history[plan.history.index(step) + 1 :] if other.status in OFF), None
        )
        if plan.status == "held" and step.for_ == plan.for_:
            continue  # told by the step above
        last = number == len(aims) - 1
        status = _AIMED.get(plan.status, "planned") if last else "postponed" if later else "planned"
        if not any(other.for_ == step.for_ for other in aims[number + 1 :]):
            yield _aim(story, plan, step, status)


def _aim(story: Story, plan: Plan, step: Step, status: Status) -> Entry:
    day = step.for_ or ""
    earliest, latest = edtf.interval(day)
    reports = {cited.report for cited in step.cites}
    return Entry(
        id=cite.content_id("t", plan.id, step.status, day, status),
        date=day,
        earliest=earliest,
        latest=latest,
        text=step.text,
        status=status,
        people=tuple(person.id for person in story.people if person.name in step.text),
        plan=plan.id,
        cites=step.cites,
        origins=story.origins_of(step.cites),
        weight=round(min(1.0, 0.5 + 0.5 * len(reports) / len(story.reports)), 3),
        label=plan.title,
    )


def _order(day: str | None) -> float:
    """Where a day stands in the order of time; last, where there is none."""
    return edtf.ordinal(day) if day else math.inf


def _distinct(
    entries: Sequence[Entry], events: Iterable[Event], told_in: Container[tuple[str, int]]
) -> Iterator[Entry]:
    """The entries, the weightiest first, without those that one before tells, in the same sentences or by the same name, at one
    time. `told_in` are the mentions that tell an event and do not only name it.

    A sentence that tells how somebody slipped, fell and died tells one thing to a reader of a timeline; so do sentences of
    several reports most of which tell of a weightier event too.
    """
    by_id = {event.id: event for event in events}
    heads = {key: words.content(" ".join(one.text for one in event.mentions)) for key, event in by_id.items()}
    where = {key: frozenset(_place(one.sentence) for one in event.mentions) for key, event in by_id.items()}
    kept: list[tuple[Entry, frozenset[tuple[str, int]]]] = []
    for entry in entries:
        key = entry.event or ""
        places, own = frozenset(map(_place, entry.cites)), heads.get(key, frozenset())
        saying = key in by_id and by_id[key].said  # of whatever day: it tells what is said again
        if not any(
            ((saying or _together(entry, other)) and _named_alike(entry, other))
            or (_together(entry, other) and _tells(entry, other, len(places & others) / len(places), own))
            or (_together(entry, other) and _is_beside(places, where.get(other.event or "", frozenset())))
            for other, others in kept
        ):
            kept.append((entry, places if key not in by_id else places - _only_named(by_id[key], told_in)))
            yield entry


def _only_named(event: Event, told_in: Container[tuple[str, int]]) -> frozenset[tuple[str, int]]:
    """The sentences that only name an event, and tell another (`at the meetings, the club made an offer`)."""
    tells = frozenset(_place(one.sentence) for one in event.mentions if (one.report, one.start) in told_in)
    return frozenset(_place(one.sentence) for one in event.mentions) - tells


def _is_beside(places: frozenset[tuple[str, int]], others: frozenset[tuple[str, int]]) -> bool:
    """Whether several reports tell it, for the most part in sentences in which another event is told or named."""
    return len(places) >= SEVERAL and len(places & others) >= BESIDE * len(places)


def _tells(entry: Entry, other: Entry, shared: float, own: frozenset[str]) -> bool:
    """Whether another entry tells one in its sentences, of which it shares so many; what became of a plan (it has no event)
    tells only what its name names by one of the words of the event, and that by any sentence on its day.
    """
    if not other.event and entry.event:
        named = bool(own & words.content(other.label))
        return named and (shared >= NAMED or (shared > 0 and entry.date == other.date))
    return shared >= (NAMED if entry.label else NAMELESS)


def _named_alike(entry: Entry, other: Entry) -> bool:
    """Whether the label of one says nothing that the other's does not, and in the same order (who did it to whom)."""
    mine, theirs = words.content(entry.label), words.content(other.label)
    both = mine & theirs
    alike = bool(both) and len(both) >= ALIKE * min(len(mine), len(theirs))
    return alike and _order_of(both, entry.label) == _order_of(both, other.label)


def _order_of(roots: frozenset[str], label: str) -> tuple[str, ...]:
    """The words of a label that have these roots, by root, each where it stands first."""
    found = (root for word in words.WORD.findall(label) for root in words.content(word))
    return tuple(dict.fromkeys(root for root in found if root in roots))


def _together(entry: Entry, other: Entry) -> bool:
    """Whether two entries can be of one time and stand alike."""
    if (entry.status in PAST) != (other.status in PAST):
        return False
    first, last = entry.earliest or "", entry.latest or "~"
    return first <= (other.latest or "~") and (other.earliest or "") <= last

"""The timeline: mentions of one event, within and across reports, become one entry with all its cites.

Two mentions are one event when their predicates are of one kind, the same people take part, their days can be one and
their places are not two. The entry has the tightest days that its mentions license; its text is the words of one. What
a plan's steps tell stands as the plan tells it: the day of each step, and each time that the plan aimed at. What no
report dates is no entry.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dateline import cite, edtf
from dateline.cite import Cites
from dateline.records.findings import Entry, Plan, Step
from dateline.records.marks import Status
from dateline.records.story import Story
from dateline.weigh.mentions import FEWEST_WORDS, Mention, where
from dateline.weigh.plans.acts import OFF, act, is_planned_ahead
from dateline.weigh.roles import opposed

MOST = 60  # entries; the story rests on the first few dozen
OFTEN = 6  # mentions from which an event is told of often
USUAL = 18  # words of a clause of middling length
LONG_AGO = 60  # days before the story's first report from which an event is background
_SURE: tuple[Status, ...] = ("happened", "ongoing", "planned", "postponed", "cancelled", "denied", "alleged")
_AIMED: dict[str, Status] = {
    "cancelled": "cancelled",
    "withdrawn": "cancelled",
    "rejected": "cancelled",
    "held": "happened",
}


@dataclass(slots=True)
class Cluster:
    """Mentions of one event."""

    mentions: list[Mention] = field(default_factory=list)
    days: tuple[str, str] | None = None
    who: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    def add(self, one: Mention) -> None:
        """Take a mention in: days become the tightest, people and places all."""
        self.mentions.append(one)
        if one.days:
            a, b = self.days or one.days, one.days
            self.days = (max(a[0], b[0]), min(a[1], b[1]))
        self.who |= _parties(one)
        self.places |= where(one.places)


def timeline(story: Story, plans: tuple[Plan, ...], seen: Sequence[Mention]) -> tuple[Entry, ...]:
    """The entries, oldest first; at most `MOST`, those on which the story rests."""
    told: dict[tuple[str, int], set[str | None]] = defaultdict(set)
    plan_of: dict[tuple[str, int], str] = {}
    for plan in plans:
        for step in plan.history:
            for each in step.cites:
                told[each.report, each.start].add(step.date if step.status == "held" else None)
                plan_of.setdefault((each.report, each.start), plan.id)
    by_kind: dict[str, list[Mention]] = defaultdict(list)
    for one in seen:
        days = told.get((one.marked.report.id, one.event.sentence.start))
        held = days is not None and one.days is not None and one.days[0] in days
        if _counts(one) and not (days is not None and (_of_plan(one) or held)):
            by_kind[one.kind].append(one)
    entries = [entry for plan in plans for entry in _plan_entries(story, plan)]
    for kind in sorted(by_kind):
        entries += [entry for some in _clusters(by_kind[kind]) if (entry := _entry(story, some, plan_of)) is not None]
    unique = {entry.id: entry for entry in entries}
    kept = sorted(unique.values(), key=lambda one: (-one.weight, one.id))[:MOST]
    return tuple(sorted(_distinct(kept), key=lambda one: (*map(_at, (one.earliest, one.latest)), one.id)))


def _counts(one: Mention) -> bool:
    """Whether a mention tells of an event that a timeline can hold."""
    event, predicates = one.event, one.language.predicates
    if event.status not in _SURE or predicates is None or not predicates.happens(event):
        return False
    return bool(_parties(one) or one.places or (one.is_noun and event.date))


def _of_plan(one: Mention) -> bool:
    """Whether a mention is a planning act, of something still to come, or only names what is planned."""
    if act(one) is not None or one.event.status in ("planned", "postponed", "cancelled"):
        return True
    told_now = one.days is None or one.event.latest == one.marked.report.published.day
    return told_now and is_planned_ahead(one, one.kind) and one.is_noun


def _parties(one: Mention) -> frozenset[str]:
    """Who takes part; where nobody has a name, the states behind them."""
    return one.who or one.sides


# ------------------------------------------------------------------------------------------ what plans tell


def _plan_entries(story: Story, plan: Plan) -> Iterator[Entry]:
    """An entry for each dated step, and one for each time that the plan aimed at and that has not taken place.

    That somebody still plans something is no event: it stands where the plan aims.
    """
    for step in plan.history:
        if step.date and step.status != "planned":
            yield _made(story, plan, step, step.date, "happened")
    aims = [step for step in plan.history if step.for_ and step.status != "held"]
    for at, step in enumerate(aims):
        later = next(
            (other.status for other in plan.history[plan.history.index(step) + 1 :] if other.status in OFF), None
        )
        if plan.status == "held" and step.for_ == plan.for_:
            continue
        last = at == len(aims) - 1
        status = _AIMED.get(plan.status, "planned") if last else "postponed" if later else "planned"
        if not any(other.for_ == step.for_ for other in aims[at + 1 :]):
            yield _made(story, plan, step, step.for_ or "", status)


def _made(story: Story, plan: Plan, step: Step, day: str, status: Status) -> Entry:
    earliest, latest = edtf.interval(day)
    reports = {one.report for one in step.cites}
    return Entry(
        id=cite.content_id("t", plan.id, step.status, day, status),
        date=day,
        earliest=earliest,
        latest=latest,
        text=step.text,
        status=status,
        people=tuple(one.id for one in story.people if one.name in step.text),
        plan=plan.id,
        cites=step.cites,
        origins=story.origins_of(step.cites),
        background=False,
        weight=round(min(1.0, 0.5 + 0.5 * len(reports) / len(story.reports)), 3),
    )


# --------------------------------------------------------------------------------------- what mentions tell


def _at(day: str | None) -> float:
    """Where a day stands in the order of time; last, where there is none."""
    return edtf.ordinal(day) if day else math.inf


def _clusters(some: list[Mention]) -> Iterator[Cluster]:
    """Mentions of one kind as events: the dated ones, the finest first; then the undated where only one fits."""
    dated = [one for one in some if one.days]
    found: list[Cluster] = []
    for one in sorted(dated, key=lambda m: (_width(m.days), m.days or ("", ""), m.marked.report.id, m.event.span)):
        home = next((cluster for cluster in found if _fits(one, cluster)), None)
        if home is None:
            home = Cluster()
            found.append(home)
        home.add(one)
    for one in (one for one in some if not one.days):
        homes = [cluster for cluster in found if _beside(one, cluster)]
        homes = homes or [cluster for cluster in found if _fits(one, cluster)]
        placed = [cluster for cluster in homes if where(one.places) & cluster.places]
        if len(placed or homes) == 1:
            (placed or homes)[0].add(one)
    yield from found


def _width(days: tuple[str, str] | None) -> int:
    return edtf.apart(*days) if days else 10**6


def _fits(one: Mention, cluster: Cluster) -> bool:
    first = cluster.mentions[0]
    if not _side(one.event.status) & _side(first.event.status):
        return False
    if one.days and cluster.days and (one.days[1] < cluster.days[0] or cluster.days[1] < one.days[0]):
        return False
    if one.opposes(first) or any(opposed(one.deeds, each.deeds) for each in cluster.mentions):
        return False
    placed = bool(where(one.places) & cluster.places)
    if one.places and cluster.places and not placed:
        return False
    mine = _parties(one)
    shared = mine & cluster.who
    if mine and cluster.who:
        return 2 * len(shared) >= min(len(mine), len(cluster.who)) and (
            len(shared) >= 2 or len(mine) == 1 or bool(one.days)
        )
    exact = one.days is not None and one.days == cluster.days and one.days[0] == one.days[1]
    return placed or exact


def _beside(one: Mention, cluster: Cluster) -> bool:
    """Whether the event is told in the sentence that dates it: `the last visit was in June, when she came to …`."""
    return any(
        one.event.sentence == each.event.sentence and one.marked is each.marked and each.days
        for each in cluster.mentions
    )


def _side(status: Status) -> set[str]:
    """What can be one event: what took place, or what is still to come; what is alleged or denied can be either."""
    if status in ("happened", "ongoing"):
        return {"past"}
    if status in ("planned", "postponed", "cancelled"):
        return {"future"}
    return {"past", "doubt"} if status == "alleged" else {"doubt"}


def _entry(story: Story, cluster: Cluster, plan_of: dict[tuple[str, int], str]) -> Entry | None:
    told = [one for one in cluster.mentions if not _pictured(one)]
    if not told:
        return None  # a picture shows it, no report tells it
    reports = {one.marked.report.id for one in cluster.mentions}
    if cluster.days is None or (not cluster.who and len(reports) < 2):
        return None
    best = min(told, key=lambda one: _rank(story, one, cluster))
    sentence = best.event.sentence if _hangs(best) else None
    report = best.marked.report
    own = cite.cite(report.id, report.text, sentence) if sentence else best.cite()
    cites: Cites = cite.cites([own, *(one.cite() for one in cluster.mentions)])
    dated = next((one.event.date for one in cluster.mentions if one.event.date and one.days == cluster.days), None)
    lead = any(one.lead for one in cluster.mentions)
    people = tuple(sorted(one.id for one in story.people if one.id in cluster.who))
    background = _background(story, cluster.days)
    often = min(1.0, len(cluster.mentions) / OFTEN)
    rests = 0.4 * len(reports) / len(story.reports) + 0.2 * often + 0.2 * lead
    weight = rests + 0.1 * bool(people) + 0.1 * (not background)
    return Entry(
        id=cite.content_id("t", *(f"{c.report}:{c.start}" for c in cites), own.text),
        date=dated or _edtf(cluster.days),
        earliest=cluster.days[0],
        latest=cluster.days[1],
        text=" ".join(own.text.split()),
        status=_status(cluster.mentions),
        people=people,
        plan=next((plan_of[at] for at in ((c.report, c.start) for c in cites) if at in plan_of), None),
        cites=cites,
        origins=story.origins_of(cites),
        background=background,
        weight=round(weight, 3),
    )


def _pictured(one: Mention) -> bool:
    """Whether the words are those under a picture: by their label, or as agencies write them into the text."""
    phrases = one.language.phrases
    if one.label == "caption" or phrases is None:
        return one.label == "caption"
    return phrases.pictured(one.event.sentence.of(one.marked.report.text))


def _edtf(days: tuple[str, str]) -> str:
    return days[0] if days[0] == days[1] else f"{days[0]}/{days[1]}"


def _rank(story: Story, one: Mention, cluster: Cluster) -> tuple[object, ...]:
    """The mention that tells an event best: from a sound report, dated, whole, in the body, of middling length."""
    spun = one.marked.report.id in {each.report for each in story.machine_rewritten}
    length = len(one.event.clause.of(one.marked.report.text).split())
    return (
        one.days is None and not one.places, spun, -len(one.who & cluster.who), -len(one.places), one.days is None,
        _hangs(one),
        _quoted(one), one.label != "body", abs(length - USUAL),
        one.marked.report.published.value or "~", one.marked.report.id, one.event.span,
    )  # fmt: skip


def _quoted(one: Mention) -> bool:
    """Whether somebody's own words tell it."""
    return any(span.holds(one.event.span) for quote in one.marked.quotes for span in quote.content)


def _hangs(one: Mention) -> bool:
    """Whether the clause alone does not say who does what: it starts low, with a pronoun, or is too short or a noun's."""
    clause = one.event.clause.of(one.marked.report.text).split()
    noun = one.is_noun and one.event.head.casefold() in clause[-1].casefold()
    low = clause[0].islower() or clause[0].casefold() in one.language.words.function_words()
    return noun or len(clause) < FEWEST_WORDS or low


def _status(some: Iterable[Mention]) -> Status:
    """The status that most mentions give; where they are even, the one that says least."""
    count: dict[Status, int] = defaultdict(int)
    for one in some:
        count[one.event.status] += 1
    order = ("cancelled", "postponed", "denied", "alleged", "planned", "ongoing", "happened", "hypothetical")
    return max(count, key=lambda status: (count[status], -order.index(status)))


def _background(story: Story, days: tuple[str, str]) -> bool:
    first = min((one.report.published.day for one in story.reports if one.report.published.day), default=None)
    if first is None or len(first) < 10:
        return False
    return edtf.apart(days[1], first) > LONG_AGO


def _distinct(entries: list[Entry]) -> Iterator[Entry]:
    """Of entries with the same day and the same sentence only the weightiest: one clause may hold several predicates."""
    seen: set[tuple[str | None, str]] = set()
    for entry in sorted(entries, key=lambda one: (-one.weight, one.id)):
        keys = {(entry.date, _line(entry.text)), *((entry.date, f"{c.report}:{c.start}") for c in entry.cites[:1])}
        if not keys & seen:
            seen |= keys
            yield entry


def _line(text: str) -> str:
    """The beginning of a line, by which a clause and its sentence are one."""
    return " ".join(text.split()[:6]).casefold()

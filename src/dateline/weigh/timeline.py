"""The timeline: mentions of one event, within and across reports, become one entry with all its cites.

Two mentions are one event when their predicates are of one kind, the same people take part, their days can be one and
their places are not two. The entry has the tightest days that its mentions license; its text is the words of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache

from dateline import cite, lexicon
from dateline.records import Entry, Plan, Status, Story
from dateline.weigh.mentions import FEWEST_WORDS, Mention, mentions

MOST = 60  # entries; the story rests on the first few dozen
LONG_AGO = 60  # days before the story's first report from which an event is background
_SURE: tuple[Status, ...] = ("happened", "ongoing", "planned", "postponed", "cancelled", "denied", "alleged")


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
        self.who |= one.who
        self.places |= one.places


@cache
def _spoken() -> frozenset[str]:
    """Verbs that report words or thoughts: what they report may be an event, they are none."""
    deeds = {"accuse", "charge", "invite", "offer", "promise", "order", "urge", "agree", "announce"}
    return frozenset(row["word"] for row in lexicon.table("reporting") if row["pos"] == "verb") - deeds


def timeline(story: Story) -> tuple[Entry, ...]:
    """The entries, oldest first; the undated last. At most `MOST`, those on which the story rests."""
    by_kind: dict[str, list[Mention]] = defaultdict(list)
    for one in mentions(story):
        if one.event.status in _SURE and one.event.lemma not in _spoken() and (one.who or one.places):
            by_kind[one.kind].append(one)
    clusters = [cluster for kind in sorted(by_kind) for cluster in _clusters(by_kind[kind])]
    entries = [entry for cluster in clusters if (entry := _entry(story, cluster)) is not None]
    unique = {entry.id: entry for entry in entries}
    kept = sorted(unique.values(), key=lambda one: (-one.weight, one.id))[:MOST]
    return tuple(sorted(_distinct(kept), key=lambda one: (one.earliest or "~", one.latest or "~", one.id)))


def _clusters(some: list[Mention]) -> Iterator[Cluster]:
    """Mentions of one kind as events: the dated ones first, the finest first; then the undated where only one fits."""
    dated = [one for one in some if one.days]
    found: list[Cluster] = []
    for one in sorted(dated, key=lambda m: (_width(m.days), m.days or ("", ""), m.marked.report.id, m.event.span)):
        home = next((cluster for cluster in found if _fits(one, cluster)), None)
        if home is None:
            home = Cluster()
            found.append(home)
        home.add(one)
    loose: list[Cluster] = []
    for one in (one for one in some if not one.days):
        homes = [cluster for cluster in found if _fits(one, cluster)]
        placed = [cluster for cluster in homes if one.places & cluster.places]
        if len(placed or homes) == 1:
            (placed or homes)[0].add(one)
            continue
        home = next((cluster for cluster in loose if _fits(one, cluster)), None)
        if home is None:
            home = Cluster()
            loose.append(home)
        home.add(one)
    yield from found
    yield from loose


def _width(days: tuple[str, str] | None) -> int:
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days if days else 10**6


def _fits(one: Mention, cluster: Cluster) -> bool:
    first = cluster.mentions[0]
    if not _side(one.event.status) & _side(first.event.status):
        return False
    if one.days and cluster.days and (one.days[1] < cluster.days[0] or cluster.days[1] < one.days[0]):
        return False
    if one.places and cluster.places and not one.places & cluster.places:
        return False
    shared = one.who & cluster.who
    if one.who and cluster.who:
        return 2 * len(shared) >= min(len(one.who), len(cluster.who)) and (
            len(shared) >= 2 or len(one.who) == 1 or bool(one.days)
        )
    return bool(one.places & cluster.places)


def _side(status: Status) -> set[str]:
    """What can be one event: what took place, or what is still to come; what is alleged or denied can be either."""
    if status in ("happened", "ongoing"):
        return {"past"}
    if status in ("planned", "postponed", "cancelled"):
        return {"future"}
    return {"past", "doubt"} if status == "alleged" else {"doubt"}


def _entry(story: Story, cluster: Cluster) -> Entry | None:
    told = [one for one in cluster.mentions if one.label != "caption"] or cluster.mentions
    reports = {one.marked.report.id for one in cluster.mentions}
    if not cluster.who or (cluster.days is None and len(reports) < 2):
        return None
    best = min(told, key=lambda one: _rank(story, one))
    sentence = best.event.sentence if _hangs(best) else None
    report = best.marked.report
    own = cite.cite(report.id, report.text, sentence) if sentence else best.cite()
    cites = cite.cites([own, *(one.cite() for one in cluster.mentions)])
    dated = next((one.event.date for one in cluster.mentions if one.event.date and one.days == cluster.days), None)
    lead = any(one.lead for one in cluster.mentions)
    people = tuple(sorted(one.id for one in story.people if one.id in cluster.who))
    background = _background(story, cluster.days)
    weight = 0.5 * len(reports) / len(story.reports) + 0.3 * lead + 0.1 * bool(people) + 0.1 * (not background)
    return Entry(
        id=cite.content_id("t", *(f"{c.report}:{c.start}" for c in cites), own.text),
        date=dated or (_edtf(cluster.days) if cluster.days else None),
        earliest=cluster.days[0] if cluster.days else None,
        latest=cluster.days[1] if cluster.days else None,
        text=" ".join(own.text.split()),
        status=_status(cluster.mentions),
        people=people,
        plan=None,
        cites=cites,
        origins=story.origins_of(cites),
        background=background,
        weight=round(weight, 3),
    )


def _edtf(days: tuple[str, str]) -> str:
    return days[0] if days[0] == days[1] else f"{days[0]}/{days[1]}"


def _rank(story: Story, one: Mention) -> tuple[object, ...]:
    """The mention that tells an event best: from a sound report, dated, whole, in the body, of middling length."""
    spun = one.marked.report.id in {each.report for each in story.spun}
    words = len(one.event.clause.of(one.marked.report.text).split())
    return (
        spun, one.days is None, _hangs(one), one.label != "body", abs(words - 18),
        one.marked.report.published.value or "~", one.marked.report.id, one.event.span,
    )  # fmt: skip


def _hangs(one: Mention) -> bool:
    """Whether the clause alone does not say who does what: it starts low, with a pronoun, or is too short."""
    words = one.event.clause.of(one.marked.report.text).split()
    return len(words) < FEWEST_WORDS or words[0].islower() or words[0].casefold() in lexicon.words("stopwords")


def _status(some: Iterable[Mention]) -> Status:
    """The status that most mentions give; where they are even, the one that says least."""
    count: dict[Status, int] = defaultdict(int)
    for one in some:
        count[one.event.status] += 1
    order = ("cancelled", "postponed", "denied", "alleged", "planned", "ongoing", "happened", "hypothetical")
    return max(count, key=lambda status: (count[status], -order.index(status)))


def _background(story: Story, days: tuple[str, str] | None) -> bool:
    first = min((one.report.published.day for one in story.reports if one.report.published.day), default=None)
    if first is None or days is None or len(first) < 10:
        return False
    return days[1] < (date.fromisoformat(first) - timedelta(LONG_AGO)).isoformat()


def _distinct(entries: list[Entry]) -> Iterator[Entry]:
    """Of entries with the same day and the same words only the weightiest: one clause may hold several predicates."""
    seen: set[tuple[str | None, str, int]] = set()
    for entry in entries:
        first = entry.cites[0]
        key = (entry.date, first.report, first.start)
        if key not in seen:
            seen.add(key)
            yield entry


def link(entries: tuple[Entry, ...], plans: tuple[Plan, ...]) -> tuple[Entry, ...]:
    """The entries, each with the plan whose steps rest on the words that it rests on."""
    places = {(c.report, c.start, c.end): plan.id for plan in plans for step in plan.history for c in step.cites}
    out = []
    for entry in entries:
        found = (places.get((c.report, c.start, c.end)) for c in entry.cites)
        out.append(replace(entry, plan=next((one for one in found if one), None)))
    return tuple(out)

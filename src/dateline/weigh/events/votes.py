"""What an event is by vote of its independent origins: when it lies and how it stands. A copy has no vote of its own.

Each origin speaks once for each answer, as surely as its surest mention; the answers' worth is added up over origins. One odd
mention among many changes nothing, and where nothing is told the answer is a bound or none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline import edtf
from dateline.records.findings import EventBasis
from dateline.records.marks import Status
from dateline.weigh.events.dates import PAST, Dating
from dateline.weigh.mentions import Mention

ASIDE = 0.4  # the worth of what is told in a quotation or a caption, beside that of what a report tells itself
WEEKS = 16  # days: a coarser date is hardly one
NAMED = 0.5  # of what a noun only names
BARE = 0.75  # of what a `not` alone denies: often it is of another thing that is told in the same words
AGAINST = 1.0  # what an origin that told it as done before a day says against that day
LED = 1.5  # of what a headline or lead tells
# Where two answers are worth the same, the one that says least.
_CAREFUL: tuple[Status, ...] = (
    "cancelled", "postponed", "denied", "alleged", "planned", "ongoing", "happened", "hypothetical",
)  # fmt: skip
_OFF: tuple[Status, ...] = ("cancelled", "postponed")


@dataclass(frozen=True, slots=True)
class When:
    """The days of an event: its EDTF date where it has one, its first and last day, and what they rest on."""

    date: str | None
    earliest: str | None
    latest: str | None
    basis: EventBasis

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.date is not None and self.earliest is not None and self.earliest == self.latest


def when(told: Sequence[tuple[str, Mention, Dating | None]], status: Status) -> When:
    """The vote on the days of an event; `told` are its mentions, each with its origin and its date.

    What is told around it has no vote against its own words; and where more origins give it a day that nobody can tell (`on
    Thursday`, in a report without a date) than give the day that most say, it has none. Who told it as done before a day
    speaks against that day.
    """
    ballots: dict[str, dict[str, Dating]] = defaultdict(dict)
    votes = [
        (origin, dating)
        for origin, mention, dating in told
        if dating is not None and (mention.event.status in PAST) == (status in PAST)
    ]
    own_words = [dating for _, dating in votes if dating.own]
    for origin, dating in votes:
        if not own_words or any(dating.meets(own) for own in own_words):
            known = ballots[origin].get(dating.value)
            if known is None or dating.worth > known.worth:
                ballots[origin][dating.value] = dating
    ranked = sorted((dating for own in ballots.values() for dating in own.values()), key=lambda one: one.worth)
    candidates = {dating.value: dating for dating in ranked}  # of those of one day the surest
    if not candidates:
        return _bound([mention for _, mention, _ in told], status)
    first = _told_by(told) if status in PAST else {}
    worth = {
        value: _support(dating, ballots) - AGAINST * sum(day < dating.earliest for day in first.values())
        for value, dating in candidates.items()
    }
    best = max(candidates.values(), key=lambda dating: (worth[dating.value], dating.value))
    if worth[best.value] <= 0 or len(_unread(told, status) - ballots.keys()) > _support(best, ballots):
        return _bound([mention for _, mention, _ in told], status)
    return When(best.value[:10] if best.exact else best.value, best.earliest, best.latest, best.basis)


def _told_by(told: Sequence[tuple[str, Mention, Dating | None]]) -> dict[str, str]:
    """The day by which each origin first told it as done."""
    found: dict[str, str] = {}
    for origin, mention, _ in told:
        day = mention.marked.report.published.day
        if day is not None and mention.event.status in PAST:
            found[origin] = min(day, found.get(origin, day))
    return found


def _unread(told: Sequence[tuple[str, Mention, Dating | None]], status: Status) -> set[str]:
    """The origins whose own words give the event a day that could not be read."""
    return {
        origin
        for origin, mention, _ in told
        if mention.event.time and not mention.event.date and (mention.event.status in PAST) == (status in PAST)
    }


def _support(dating: Dating, ballots: Mapping[str, Mapping[str, Dating]]) -> float:
    """What a date is worth over all origins: each gives it the worth of its surest date that can be the same time."""
    total = 0.0
    for own in ballots.values():
        total += max((other.worth for other in own.values() if other.meets(dating)), default=0.0)
    surest = max(own[dating.value].worth for own in ballots.values() if dating.value in own)
    days = edtf.apart(dating.earliest, dating.latest) + 1
    return (total + surest) * (1.0 if days == 1 else 0.7 if days <= WEEKS else 0.4)


def _bound(mentions: Iterable[Mention], status: Status) -> When:
    """What no report dates lies before the first report that has it done, or after the last that has it still to come."""
    dated = [(mention, day) for mention in mentions if (day := mention.marked.report.published.day) is not None]
    alike = [day for mention, day in dated if (mention.event.status in PAST) == (status in PAST)]
    days = sorted(alike or [day for _, day in dated])
    if not days:
        return When(None, None, None, "bound")
    if status in PAST:
        return When(None, None, days[0], "bound")
    return When(None, days[-1], None, "bound") if status == "planned" else When(None, None, None, "bound")


def standing(told: Sequence[tuple[str, Mention]]) -> Status:
    """How an event stands. What later reports tell as done is no longer planned; what is off is off until it has happened."""
    votes: dict[Status, float] = defaultdict(float)
    by_origin: dict[str, dict[Status, float]] = defaultdict(lambda: defaultdict(float))
    last: dict[Status, str] = {}
    for origin, mention in told:
        status = mention.event.status
        by_origin[origin][status] = max(by_origin[origin][status], _worth(mention))
        last[status] = max(last.get(status, ""), mention.marked.report.published.day or "")
    for own in by_origin.values():
        for status, worth in own.items():
            votes[status] += worth
    ahead = sum(votes.get(status, 0.0) for status in ("planned", *_OFF))
    done = votes.get("happened", 0.0)
    if done >= max(1.0, ahead / 2) and last["happened"] >= max(last.get(status, "") for status in ("planned", *_OFF)):
        for status in ("planned", *_OFF, "hypothetical"):
            votes.pop(status, None)
    return max(votes, key=lambda status: (votes[status], -_CAREFUL.index(status)))


def by_not_alone(mention: Mention) -> bool:
    """Whether what is denied is denied by nobody's word, but by a `not`."""
    scope, text = mention.language.scope, mention.marked.report.text
    return scope is not None and all(scope.denies(span.of(text).lower()) for span in mention.event.evidence)


def _worth(mention: Mention) -> float:
    worth = LED if mention.lead else 1.0
    if mention.quoted or mention.label == "caption":
        worth *= ASIDE
    if mention.is_noun:
        worth *= NAMED
    if mention.event.status == "denied" and by_not_alone(mention):
        worth *= BARE
    return worth * (0.3 if mention.event.status == "hypothetical" else 1.0)

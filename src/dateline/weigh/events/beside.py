"""The day of what no report dates: that of the events told in the same sentences, by vote of the reports.

Most past events of one sentence are of one day; which is only inferred, and said so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dateline import edtf
from dateline.records.marks import Status, inside
from dateline.weigh.events.dates import PAST, Told, lasts, only_plans, told_with
from dateline.weigh.events.votes import When
from dateline.weigh.mentions import Mention

FRESH = 1  # days for which what a noun names is still the news
Place = tuple[str, Told]  # a report's id, and what is told there as of one time


def beside(groups: Sequence[Sequence[Mention]], standings: Sequence[Status], whens: Sequence[When]) -> Iterator[When]:
    """The days of each group of mentions, those without one taking that of what is told with them."""
    days: dict[Place, set[str]] = defaultdict(set)
    for group, standing, when in zip(groups, standings, whens, strict=True):
        if _dates(group, standing, when):
            for mention in _past(group):
                if _is_news(mention, when.earliest or ""):
                    days[_place(mention)].add(when.date or "")
    for group, standing, when in zip(groups, standings, whens, strict=True):
        bare = when.date is None and standing in PAST and not _is_said(group)
        day = _most(days, group) if bare else None
        yield when if day is None else When(day, day, day, "inferred")


def _dates(group: Sequence[Mention], standing: Status, when: When) -> bool:
    """Whether an event can date another: it is past, of one day, and its own words or a lead say which."""
    return standing in PAST and when.exact and when.basis in ("told", "lead") and not _is_said(group)


def _is_news(mention: Mention, day: str) -> bool:
    """Whether a mention can date what is told with it: what is past for its report is of no later day, and what it only names
    (`since the talks`) is news for a day.
    """
    told = mention.marked.report.published.day
    if told is None:
        return not mention.is_noun
    return day <= told and (not mention.is_noun or edtf.apart(day, told) <= FRESH)


def _is_said(group: Sequence[Mention]) -> bool:
    return 2 * sum(mention.event.speaks for mention in group) > len(group)


def _past(group: Iterable[Mention]) -> Iterator[Mention]:
    past = (mention for mention in group if mention.event.status in PAST and not mention.event.speaks)
    return (mention for mention in past if not only_plans(mention))


def _place(mention: Mention) -> Place:
    return mention.marked.report.id, told_with(mention)


def _can_be(mention: Mention, day: str) -> bool:
    """Whether the times that its sentence names, where it names some, leave room for a day."""
    named = [
        (time.earliest, time.latest)
        for time in inside(mention.marked.times, mention.event.sentence)
        if time.type == "DATE" and time.earliest and time.latest
    ]
    return not named or any(first <= day <= last for first, last in named)


def _most(days: dict[Place, set[str]], group: Iterable[Mention]) -> str | None:
    """The day that most of its sentences give, each one alone; none where a sentence gives two.

    What has a time of its own, of which nobody can say the day (`on Tuesday`, in a report without one), takes no other.
    """
    told = [mention for mention in group if not (mention.event.speaks or mention.is_noun or lasts(mention))]
    if any(mention.event.time for mention in told):
        return None
    given = [{day for day in days.get(_place(mention), ()) if _can_be(mention, day)} for mention in told]
    votes = Counter(day for some in given if len(some) == 1 for day in some)
    return max(votes, key=lambda day: (votes[day], day), default=None)

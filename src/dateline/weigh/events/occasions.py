"""Events of two occasions that were taken for one: what its own words date elsewhere is another event.

Grouping sees words and who takes part; the quake of two years ago is told in the same words as today's. Where most of a
group's mentions are of one day, a mention whose own words give another is apart from them; so is what only a year dates from
what undated reports tell as news.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline import edtf
from dateline.weigh.events import votes
from dateline.weigh.events.dates import Dating
from dateline.weigh.mentions import Mention

SLACK = 1  # days by which two readings of one date may differ (time zones, `late on Monday`)
SEVERAL = 2  # origins whose leads give a day
LONG = 45  # days of a date by which nobody dates the news of the week
LOOSE = 7  # days by which a date that is no single day must be off


def occasions(
    groups: Sequence[Sequence[Mention]], dates: Mapping[int, Dating | None], origin: Mapping[str, str]
) -> Iterator[list[Mention]]:
    """The groups of mentions, each parted by the days that its mentions' own words give.

    `dates` are those of mentions by identity, `origin` the origin of each report.
    """
    for group in groups:
        told = [(origin.get(mention.marked.report.id, mention.marked.report.id), mention) for mention in group]
        when = votes.when([(whose, mention, dates.get(id(mention))) for whose, mention in told], votes.standing(told))
        day = when.earliest if when.exact else _of_leads(told, dates)
        news = day is None and _is_news(told, dates)
        kept: list[Mention] = []
        apart: dict[str, list[Mention]] = defaultdict(list)
        for mention in group:
            own = dates.get(id(mention))
            if own is not None and own.basis == "told" and (_is_long_ago(own) if news else day and _is_off(own, day)):
                apart[own.value].append(mention)
            else:
                kept.append(mention)
        yield from (some for some in (kept, *(apart[value] for value in sorted(apart))) if some)


def _of_leads(told: Sequence[tuple[str, Mention]], dates: Mapping[int, Dating | None]) -> str | None:
    """The day on which the leads of several origins have it, whatever else their own words say of it (`In 2029 he had`)."""
    origins: dict[str, set[str]] = defaultdict(set)
    for whose, mention in told:
        dating = dates.get(id(mention))
        if mention.lead and dating is not None and dating.exact:
            origins[dating.earliest].add(whose)
    day = max(origins, key=lambda day: (len(origins[day]), day), default=None)
    return day if day is not None and len(origins[day]) >= SEVERAL else None


def _is_news(told: Sequence[tuple[str, Mention]], dates: Mapping[int, Dating | None]) -> bool:
    """Whether several origins' leads have it, and none of them, nor most mentions, gives a day that can be read."""
    bare = [(whose, mention) for whose, mention in told if dates.get(id(mention)) is None]
    leads = {whose for whose, mention in bare if mention.lead}
    return 2 * len(bare) > len(told) and len(leads) >= SEVERAL


def _is_long_ago(own: Dating) -> bool:
    """Whether a date is no nearer than a season: what a paper brings as news it does not date so."""
    return edtf.apart(own.earliest, own.latest) > LONG


def _is_off(own: Dating, day: str) -> bool:
    """Whether a date cannot be that day."""
    gap = edtf.apart(day, own.earliest) if own.earliest > day else edtf.apart(own.latest, day)
    return gap > (SLACK if own.exact else LOOSE)

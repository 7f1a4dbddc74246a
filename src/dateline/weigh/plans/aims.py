"""When a plan is to be, and on which day an act on it was done."""

from __future__ import annotations

from collections.abc import Iterator

from dateline import edtf
from dateline.records.marks import EventMention, Time
from dateline.weigh.mentions import Mention
from dateline.weigh.plans.acts import Scene, act

FAR = 240  # days
LEADS = 24  # code points before a time within which the words stand that lead to it


def times(scene: Scene, mention: Mention, target: Mention | None) -> tuple[str | None, str | None, tuple[str, ...]]:
    """What a plan then aims at, the day of the act, and the aim as TIMEX3: `until` and `for` lead to an aim."""
    text, event = scene.text, mention.event
    other = target.event if target is not None and target is not mention else None  # what the act is about
    published = mention.marked.report.published.day or "~"
    dated = bool(event.time and event.earliest) and event.earliest == event.latest and (event.latest or "") <= published
    when = event.earliest if dated else None
    led = [(2, other.date)] if other is not None and other.date else []
    ahead: list[str] = []
    aimed: list[str] = []
    for time in _own_times(scene, mention, other):
        lead = scene.planning.aims(text[max(0, time.span.start - LEADS) : time.span.start])
        if time.value is None:
            aimed.append(time.timex)
        elif lead is not None:
            own = len(text[event.span.end : time.span.start].split()) == 1  # `rescheduled for 17 May`
            led.append((0 if lead == "until" else 1 if own else 2, time.value))
        elif time.earliest == time.latest and (time.latest or "") <= published:
            when = when or time.value[:10]
        elif (time.latest or "~") > published:
            ahead.append(time.value)
    led.sort(key=lambda pair: pair[0] if act(mention) == "postponed" else 0)  # what it is put off to
    aim = next((value.removeprefix("../") for value in [*(value for _, value in led), *ahead]), None)
    if aim is None and other is None and event.date and (event.latest or "") > published:
        aim = event.date
    return aim, when, tuple(aimed)


def _own_times(scene: Scene, mention: Mention, other: EventMention | None) -> Iterator[Time]:
    """The times of a mention's sentence that are not those of another event, nor of `other`, which it is about."""
    own = [mention.event] if other is None else [mention.event, other]
    theirs = {each.event.time for each in scene.mentions if each.event not in own and each.event.time}
    if other is not None and other.time and other.date:
        theirs.add(other.time)  # when it was to be, which is the aim and not the day of the act
    for time in mention.marked.times:
        if mention.event.sentence.holds(time.span) and time.type in ("DATE", "TIME") and time.span not in theirs:
            yield time


def is_far(aim: str, published: str | None) -> bool:
    """Whether a time lies so far ahead that words without a year mean the one before."""
    earliest = edtf.interval(aim)[0]
    if published is None or earliest is None or len(aim) != len("2031-02"):
        return False
    return edtf.apart(published, earliest) > FAR


def overlap(one: str, other: str) -> bool:
    """Whether two EDTF dates can be one time."""
    (a, b), (c, d) = edtf.interval(one), edtf.interval(other)
    return (a or "") <= (d or "~") and (c or "") <= (b or "~")

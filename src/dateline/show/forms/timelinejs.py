"""The timeline, or the plans, of an account as TimelineJS JSON (the format of TimelineJS3's own documentation).

A date that is no single day keeps its words in `display_date`; `start_date` and `end_date` are the days that it allows.
"""

from __future__ import annotations

from html import escape
from typing import Any

from dateline import edtf
from dateline.cite import Cites
from dateline.records.account import Account
from dateline.show import words

Json = Any  # what json.dumps takes


def timeline(account: Account) -> Json:
    """A slide for each dated event; what lies before the story is its own group."""
    events = []
    for told in account.stories:
        for entry in told.findings.timeline:
            group = "Before" if entry.background else words.first_up(words.status(entry.status)) or "Happened"
            line = words.clip(entry.name, 90)
            events.append(_event(account, entry.id, entry.date, (line, entry.text, group), entry.cites))
    return _whole(account, events)


def plans(account: Account) -> Json:
    """A slide for each dated step of a plan, a group for each plan."""
    events = []
    for told in account.stories:
        for plan in told.findings.plans:
            for at, step in enumerate(plan.history, 1):
                line = f"{words.first_up(plan.title)}: {words.moved(step)}"
                events.append(_event(account, f"{plan.id}-{at}", step.date, (line, step.text, plan.title), step.cites))
    return _whole(account, events)


def _whole(account: Account, events: list[Json | None]) -> Json:
    title = account.stories[0].title if account.stories else "No story"
    more = len(account.stories) - 1
    text = f"and {words.count(more, 'story', 'stories')} more" if more > 0 else ""
    return {
        "title": {"text": {"headline": escape(title), "text": text}},
        "events": [one for one in events if one is not None],
        "scale": "human",
    }


def _event(account: Account, name: str, when: str | None, said: tuple[str, str, str], cites: Cites) -> Json | None:
    """One slide; None for what has no date, or one before the year 1."""
    if not when:
        return None
    earliest, latest = edtf.interval(when)
    first = earliest or latest
    if first is None or first.startswith("-"):
        return None
    ids = {one.report for one in cites}
    sources = ", ".join(escape(words.source(one)) for one in account.reports if one.id in ids)
    out: Json = {
        "unique_id": name,
        "start_date": _date(first),
        "text": {"headline": escape(said[0]), "text": f"<p>{escape(said[1])}</p><p><small>{sources}</small></p>"},
        "group": said[2],
    }
    if latest and latest != first:
        out["end_date"] = _date(latest)
    if earliest != latest:
        out["display_date"] = words.day(when)
    return out


def _date(day: str) -> Json:
    year, month, one = day.split("-")
    return {"year": int(year), "month": int(month), "day": int(one)}

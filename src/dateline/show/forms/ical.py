"""The plans, or the timeline, of an account as an iCalendar file (RFC 5545), for a calendar that can be subscribed to.

A plan keeps its UID for as long as its first report is in the pile; SEQUENCE counts its steps, so that a calendar takes
over a plan that moved. STATUS is CONFIRMED for what was held or agreed, CANCELLED for what was called off, withdrawn or
turned down, TENTATIVE else. A fuzzy date fills all the days that it allows and stands as EDTF in X-DATELINE-EDTF.
What aims at no time has no place in a calendar and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from dateline import edtf
from dateline.cite import Cite
from dateline.records.account import Account
from dateline.records.findings import Entry, Plan
from dateline.records.report import Report
from dateline.show import inert, words

_CALLED_OFF = ("cancelled", "withdrawn", "rejected")
_SURE = ("held", "agreed", "accepted")


def plans(account: Account) -> str:
    """A calendar with an event for each plan that aims at a time."""
    made = _calendar("Dateline: plans")
    for told in account.stories:
        for plan in told.findings.plans:
            if plan.for_ and (event := _dated(plan.id, plan.for_)) is not None:
                _of_plan(account, plan, event)
                made.add_component(event)
    return _text(made)


def timeline(account: Account) -> str:
    """A calendar with an event for each entry of the timeline that has an end."""
    made = _calendar("Dateline: timeline")
    for told in account.stories:
        for entry in told.findings.timeline:
            if entry.date and (event := _dated(entry.id, entry.date)) is not None:
                _of_entry(account, entry, event)
                made.add_component(event)
    return _text(made)


def _calendar(name: str) -> Calendar:
    made = Calendar()
    made.add("prodid", "-//Dateline//Dateline//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    return made


def _text(made: Calendar) -> str:
    return str(made.to_ical(), "utf-8")


def _dated(name: str, value: str) -> Event | None:
    """An event on the days that an EDTF date allows; open at its end: its first day.

    None when it is open at both, or when no calendar has the days (before Christ, and the last of the year 9999).
    """
    earliest, latest = edtf.interval(value)
    first = earliest or latest
    if first is None or first.startswith(("-", "0000")):
        return None
    start, end = date.fromisoformat(first), date.fromisoformat(latest if latest and earliest else first)
    if end == date.max:
        return None
    event = Event()
    event.add("uid", f"{name}@dateline")
    event.add("dtstart", start)
    event.add("dtend", end + timedelta(1))  # the day after, as DTEND is not part of the event
    event.add("x-dateline-edtf", value)
    event.add("transp", "OPAQUE" if start == end else "TRANSPARENT")
    return event


def _of_plan(account: Account, plan: Plan, event: Event) -> None:
    status = "CANCELLED" if plan.status in _CALLED_OFF else "CONFIRMED" if plan.status in _SURE else "TENTATIVE"
    lines = []
    for step in plan.history:
        lines.append(f"{words.day(step.date)}: {words.moved(step)}. {step.text} ({_names(account, step.cites)})")
    event.add("summary", inert.plain(words.first_up(plan.title)))
    event.add("status", status)
    event.add("sequence", len(plan.history) - 1)
    event.add("description", inert.plain("\n".join(lines)))
    _stamp(account, event, [step.date for step in plan.history], [one for step in plan.history for one in step.cites])


def _of_entry(account: Account, entry: Entry, event: Event) -> None:
    sure = {"happened": "CONFIRMED", "ongoing": "CONFIRMED", "cancelled": "CANCELLED", "denied": "CANCELLED"}
    event.add("summary", inert.plain(words.clip(entry.name, 120)))
    event.add("status", sure.get(entry.status, "TENTATIVE"))
    event.add("sequence", 0)
    event.add("description", inert.plain(f"{entry.text} ({_names(account, entry.cites)})"))
    _stamp(account, event, [entry.latest], entry.cites)


def _stamp(account: Account, event: Event, days: Iterable[str | None], cites: Iterable[Cite]) -> None:
    """DTSTAMP: midnight of the last day the reports tell of it, so that the same account gives the same bytes."""
    reports = _cited(account, cites)
    known = [one.published.day for one in reports if one.published.day] or [day[:10] for day in days if day]
    last = max((day for day in known if len(day) == 10), default=account.as_of or "1970-01-01")
    event.add("dtstamp", datetime.combine(date.fromisoformat(last), datetime.min.time(), UTC))
    link = next((link for one in reports if (link := words.link(one.url))), None)
    if link:
        event.add("url", inert.plain(link))


def _cited(account: Account, cites: Iterable[Cite]) -> list[Report]:
    ids = {one.report for one in cites}
    return [one for one in account.reports if one.id in ids]


def _names(account: Account, cites: Iterable[Cite]) -> str:
    return "; ".join(words.source(one) for one in _cited(account, cites))

"""The plans of an account as schema.org events (JSON-LD), for search engines and aggregators.

`eventStatus` is EventScheduled, EventRescheduled (put off to a time that is known), EventPostponed (put off without one)
or EventCancelled; `previousStartDate` is what the plan aimed at before. Dates that ISO 8601 cannot write (seasons, open
intervals) stand as their first day, and as EDTF in `temporalCoverage`.
"""

from __future__ import annotations

import re
from typing import Any

from dateline import edtf
from dateline.cite import Cites
from dateline.records.account import Account
from dateline.records.findings import Entry, Plan
from dateline.show import words

Json = Any  # what json.dumps takes
_ISO = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?")
_OFF = ("cancelled", "withdrawn", "rejected")


def plans(account: Account) -> Json:
    """A graph with an Event for each plan."""
    return _graph([_plan(account, plan) for told in account.stories for plan in told.findings.plans])


def timeline(account: Account) -> Json:
    """A graph with an Event for each dated entry of the timeline."""
    return _graph(
        [_entry(account, entry) for told in account.stories for entry in told.findings.timeline if entry.date]
    )


def account(made: Account) -> Json:
    """A graph with an Event for each plan and each dated entry of the timeline."""
    return _graph([*plans(made)["@graph"], *timeline(made)["@graph"]])


def _graph(some: list[Json]) -> Json:
    return {"@context": "https://schema.org", "@graph": some}


def _plan(account: Account, plan: Plan) -> Json:
    aims = list(dict.fromkeys(step.for_ for step in plan.history if step.for_ and step.status != "held"))
    before = [aim for aim in aims if aim != plan.for_]
    if plan.status in _OFF:
        status = "EventCancelled"
    elif plan.status == "postponed" and not any(step.status == "postponed" and step.for_ for step in plan.history):
        status = "EventPostponed"
    else:
        status = "EventRescheduled" if before else "EventScheduled"
    out: Json = {"@type": "Event", "@id": f"#{plan.id}", "name": words.first_up(plan.title)}
    out |= _start(plan.for_)
    out["eventStatus"] = f"https://schema.org/{status}"
    if before:
        out["previousStartDate"] = _iso(before[-1])
    out["description"] = plan.history[-1].text
    cites = {one for step in plan.history for one in step.cites}
    return out | {"subjectOf": _articles(account, {one.report for one in cites})}


def _entry(account: Account, entry: Entry) -> Json:
    status = (
        "EventCancelled" if entry.status == "cancelled" else "EventPostponed" if entry.status == "postponed" else ""
    )
    out: Json = {"@type": "Event", "@id": f"#{entry.id}", "name": words.clip(entry.name, 110)}
    out |= _start(entry.date)
    out["eventStatus"] = f"https://schema.org/{status or 'EventScheduled'}"
    out["description"] = entry.text
    return out | {"subjectOf": _articles(account, _ids(entry.cites))}


def _ids(cites: Cites) -> set[str]:
    return {one.report for one in cites}


def _start(value: str | None) -> Json:
    """`startDate` (and `endDate` of a stretch); the EDTF where ISO 8601 has no form for it."""
    if not value:
        return {}
    earliest, latest = edtf.interval(value)
    out = {"startDate": _iso(value)} if earliest else {}
    if latest and latest != earliest:
        out["endDate"] = latest
    return out if _ISO.fullmatch(value) else out | {"temporalCoverage": value}


def _iso(value: str) -> str | None:
    return (
        value
        if _ISO.fullmatch(value) and not re.search(r"-(?:[2-9]\d|1[3-9])$", value[:7])
        else edtf.interval(value)[0]
    )


def _articles(account: Account, ids: set[str]) -> Json:
    out = []
    for one in account.reports:
        if one.id in ids:
            article: Json = {"@type": "NewsArticle", "identifier": one.id, "headline": one.title or one.id}
            article |= {"publisher": {"@type": "Organization", "name": words.outlet(one)}} if one.outlet else {}
            article |= {"datePublished": one.published.value} if one.published.value else {}
            article |= {"url": link} if (link := words.link(one.url)) else {}
            out.append(article)
    return out

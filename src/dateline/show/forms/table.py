"""The timeline and the plans of an account as CSV: one row an event or a step, or one row a cite.

Rows follow RFC 4180, with a header. Dates are EDTF, with the first and last day that they allow beside them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain

from dateline import edtf
from dateline.cite import Cite
from dateline.records.account import Account, Told
from dateline.show import inert, words

Row = dict[str, object]
CITED = ("report", "outlet", "published", "url", "start", "end", "words")


def timeline(account: Account, by_cite: bool = False) -> str:
    """One row an event of the timeline; `by_cite`: one row for each of its cites."""
    return _csv(_rows(account, _events(account), by_cite))


def plans(account: Account, by_cite: bool = False) -> str:
    """One row a step of a plan; `by_cite`: one row for each of its cites."""
    return _csv(_rows(account, _steps(account), by_cite))


def cites(account: Account, part: str) -> str:
    """A part of an account, one row for each cite of an event or a step."""
    return {"timeline": timeline, "plans": plans}[part](account, by_cite=True)


def _events(account: Account) -> Iterator[tuple[Row, tuple[Cite, ...]]]:
    for told in account.stories:
        people = {one.id: one.name for one in told.people}
        plan = {one.id: one.title for one in told.findings.plans}
        for entry in told.findings.timeline:
            yield (
                {
                    "story": told.title,
                    "id": entry.id,
                    "date": entry.date,
                    "earliest": entry.earliest,
                    "latest": entry.latest,
                    "status": entry.status,
                    "label": entry.label,
                    "text": entry.text,
                    "people": "; ".join(people[one] for one in entry.people if one in people),
                    "plan": plan.get(entry.plan or "", ""),
                    "background": "yes" if entry.background else "no",
                    "weight": entry.weight,
                    "origins": len(entry.origins),
                    "event": entry.event,
                },
                entry.cites,
            )


def _steps(account: Account) -> Iterator[tuple[Row, tuple[Cite, ...]]]:
    for told in account.stories:
        people = {one.id: one.name for one in told.people}
        for plan in told.findings.plans:
            for at, step in enumerate(plan.history, 1):
                earliest, latest = edtf.interval(step.for_) if step.for_ else (None, None)
                yield (
                    {
                        "story": told.title,
                        "id": plan.id,
                        "plan": plan.title,
                        "step": at,
                        "date": step.date,
                        "status": step.status,
                        "for": step.for_,
                        "for_earliest": earliest,
                        "for_latest": latest,
                        "by": people.get(step.by or "", ""),
                        "why": step.why,
                        "text": step.text,
                        "origins": len(_origins(told, step.cites)),
                    },
                    step.cites,
                )


def _origins(told: Told, cites: Iterable[Cite]) -> set[str]:
    reports = {one.report for one in cites}
    return {one.id for one in told.origins if reports & set(one.reports)}


def _rows(account: Account, some: Iterable[tuple[Row, tuple[Cite, ...]]], by_cite: bool) -> Iterator[Row]:
    reports = {one.id: one for one in account.reports}
    for row, cites in some:
        if not by_cite:
            yield {**row, "reports": " ".join(sorted({one.report for one in cites}))}
            continue
        for one in cites:
            report = reports[one.report]
            values = (one.report, words.outlet(report), report.published.value, report.url, one.start, one.end)
            yield {**row, **dict(zip(CITED, (*values, words.one_line(one.text)), strict=True))}


def _csv(rows: Iterator[Row]) -> str:
    out = io.StringIO()
    first = next(rows, None)
    if first is None:
        return ""
    writer = csv.DictWriter(out, list(first), lineterminator="\r\n")
    writer.writeheader()
    for row in chain([first], rows):
        writer.writerow({key: inert.cell(value) for key, value in row.items()})
    return out.getvalue()

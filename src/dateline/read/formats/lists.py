"""Lists of addresses without text (Media Cloud, GDELT): each row lends what it knows to the report of its address.

A list is read before the other files, so that reports can still be given as they come. A row whose page is not among the
inputs stands for itself: as a report of its headline where it has one, else as a failure that says to fetch the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from dateline.language import furniture
from dateline.read import versions
from dateline.read.masthead import fields as masthead
from dateline.records.report import Failure, Report, Stamp


@dataclass(frozen=True, slots=True)
class Listed(Failure):
    """A row of a list: a failure unless the report of its address is read. `alone` makes the report of its headline."""

    given: masthead.Given
    alone: Callable[[], Report] | None = None


def listed(where: str, given: masthead.Given, alone: Callable[[], Report] | None) -> Listed:
    """A row of a list, with what to say of it where its page is not read."""
    return Listed(where, f"is a bare address whose page is not among the inputs: fetch {given.url} too", given, alone)


def joined(stream: Iterable[Report | Failure]) -> Iterator[Report | Failure]:
    """The stream with the rows of lists joined to the reports that come after them; at its end, the rows left over."""
    rows: dict[str, Listed] = {}
    met: set[str] = set()
    for report in stream:
        if isinstance(report, Listed):
            at = versions.address(report.given.url) or report.given.url or report.where
            rows[at] = replace(rows[at], given=_both(rows[at].given, report.given)) if at in rows else report
        elif isinstance(report, Report):
            at = versions.address(report.url) or ""
            met.add(at)
            yield _filled(report, rows[at].given) if at in rows else report
        else:
            yield report
    for at, row in rows.items():
        if at not in met:
            yield row.alone() if row.alone else Failure(row.where, row.why)


def _both(first: masthead.Given, then: masthead.Given) -> masthead.Given:
    """What two rows of one address know: the first that knows a field."""
    return replace(
        first,
        outlet=first.outlet or then.outlet,
        title=first.title or then.title,
        authors=first.authors or then.authors,
        published=first.published or then.published,
        language=first.language or then.language,
    )


def _filled(report: Report, given: masthead.Given) -> Report:
    """A report with what it lacks from its row of a list; the name of its host alone is no outlet."""
    host = masthead.site(report.url or "")
    day = furniture.dates.iso(given.published)
    return replace(
        report,
        outlet=given.outlet if given.outlet and report.outlet in (None, host) else report.outlet,
        title=report.title or given.title,
        authors=report.authors or given.authors,
        language=report.language or given.language,
        published=Stamp(day, "metadata") if day and report.published.value is None else report.published,
    )

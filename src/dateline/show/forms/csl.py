"""The reports of an account as CSL-JSON, for citation managers (Zotero, pandoc): each an `article-newspaper` or a `webpage`."""

from __future__ import annotations

from typing import Any

from dateline.records.account import Account
from dateline.records.report import Report
from dateline.show import inert, words

Json = Any  # what json.dumps takes


def account(made: Account) -> Json:
    """One item a report."""
    return [_item(report) for report in made.reports]


def _item(report: Report) -> Json:
    out: Json = {"id": report.id, "type": "article-newspaper" if report.outlet else "webpage"}
    out["title"] = inert.plain(words.one_line(report.title or report.id))
    if report.authors:
        out["author"] = [{"literal": inert.plain(words.one_line(author))} for author in report.authors]
    if report.outlet:
        out["container-title"] = inert.plain(words.one_line(report.outlet))
    if report.place:
        out["event-place"] = inert.plain(words.one_line(report.place))
    if report.published.day:
        out["issued"] = {"date-parts": [[int(part) for part in report.published.day.split("-")]]}
    link = words.link(report.url)
    out |= {"URL": link} if link else {}
    out |= {"language": report.language} if report.language else {}
    return out

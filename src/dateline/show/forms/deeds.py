"""The deeds of an account as a table: one row a deed, or one row a deed and report.

Rows follow RFC 4180, or have tabs between cells; the first names the columns. Dates are EDTF, with the first and last day that
they allow beside them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from dateline import edtf
from dateline.records.account import Account, Told
from dateline.records.findings import Deed
from dateline.show import inert, words

Row = dict[str, object]
# PLOVER's four classes: what is said or done, for somebody or against him.
QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"), 4),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which deeds are asked for: `codes` are roots of PLOVER or beginnings of CAMEO's numbers, `actor` the beginning of
    a code or a part of a name, on either side; `day` an EDTF date that a deed's own date touches. What is not given is any.
    """

    codes: tuple[str, ...] = ()
    actor: str | None = None
    day: str | None = None

    def takes(self, deed: Deed) -> bool:
        """Whether a deed is asked for."""
        if self.codes and not any(deed.plover == code or (deed.cameo or "").startswith(code) for code in self.codes):
            return False
        if self.actor is not None and not any(self._is_actor(*one) for one in _sides(deed)):
            return False
        return self.day is None or _touches(deed.date, self.day)

    def _is_actor(self, name: str, code: str | None) -> bool:
        asked = self.actor or ""
        return (code or "").startswith(asked) or asked.casefold() in name.casefold()


ANY = Wanted()


def _sides(deed: Deed) -> tuple[tuple[str, str | None], tuple[str, str | None]]:
    return (deed.source_text, deed.source_code), (deed.target_text, deed.target_code)


def _touches(date: str | None, day: str) -> bool:
    if date is None:
        return False
    first, last = edtf.interval(date)
    start, end = edtf.interval(day)
    return (first or "") <= (end or "~") and (start or "") <= (last or "~")


def chosen(account: Account, wanted: Wanted = ANY) -> Iterator[tuple[Told, Deed]]:
    """The deeds that are asked for, each with its story."""
    return ((told, deed) for told in account.stories for deed in told.findings.deeds if wanted.takes(deed))


def rows(account: Account, wanted: Wanted = ANY, by_report: bool = False) -> Iterator[Row]:
    """One row a deed; `by_report`: one row for each report that tells it, with its sentence."""
    reports = {one.id: one for one in account.reports}
    for told, deed in chosen(account, wanted):
        row = _row(told, deed)
        if not by_report:
            tellers = sorted({cite.report for cite in deed.cites})
            yield {**row, "reports": " ".join(tellers), "text": words.one_line(deed.cites[0].text)}
            continue
        seen: set[str] = set()
        for cite in deed.cites:
            if cite.report not in seen:
                seen.add(cite.report)
                report = reports[cite.report]
                yield {
                    **row,
                    "report": cite.report,
                    "outlet": words.outlet(report),
                    "published": report.published.value,
                    "url": report.url,
                    "start": cite.start,
                    "end": cite.end,
                    "text": words.one_line(cite.text),
                }


def _row(told: Told, deed: Deed) -> Row:
    earliest, latest = edtf.interval(deed.date) if deed.date else (None, None)
    return {
        "story": told.id,
        "id": deed.id,
        "event": deed.event,
        "date": deed.date,
        "earliest": earliest,
        "latest": latest,
        "source": deed.source_text,
        "source_code": deed.source_code,
        "plover": deed.plover,
        "quad": QUAD.get(deed.plover),
        "mode": deed.mode,
        "context": " ".join(deed.context),
        "cameo": deed.cameo,
        "target": deed.target_text,
        "target_code": deed.target_code,
        "status": deed.status,
        "origins": len(deed.origins),
        "why": deed.why,
    }


def table(account: Account, wanted: Wanted = ANY, by_report: bool = False, tabs: bool = False) -> str:
    """The rows as CSV, or with tabs between the cells."""
    out = io.StringIO()
    some = list(rows(account, wanted, by_report))
    if not some:
        return ""
    writer = csv.DictWriter(
        out, list(some[0]), lineterminator="\n" if tabs else "\r\n", delimiter="\t" if tabs else ","
    )
    writer.writeheader()
    for row in some:
        writer.writerow({key: inert.cell(value) for key, value in row.items()})
    return out.getvalue()

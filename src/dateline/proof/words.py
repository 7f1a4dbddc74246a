"""The words of an account against its inputs: each cite read back, and every line held against what it cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline import cite, flow
from dateline.errors import BadCite
from dateline.proof.breach import Breach
from dateline.records.account import Account
from dateline.records.report import Report
from dateline.tell import guard


def cites(made: Account, reports: Sequence[Report]) -> Iterator[Breach]:
    """Cites that do not read back from the reports that were given."""
    have = {report.id: report for report in reports}
    for where, quoted in flow.cited(made):
        if quoted.report not in have:
            yield Breach(where, f"cites {quoted.report!r}, which is none of the inputs")
            continue
        try:
            cite.check(quoted, have[quoted.report].text)
        except BadCite as error:
            yield Breach(where, str(error))


def breaches(made: Account, reports: Sequence[Report]) -> Iterator[Breach]:
    """Words of lines that their cites do not hold."""
    have = {report.id: report for report in reports}
    used = sorted({one.report for _, one in flow.cited(made)})
    seen = {member.report.id: member for member in flow.marked([have[key] for key in used])}
    for story in made.stories:
        for where, why in guard.check(story, seen):
            yield Breach(where, why)

"""One report in, its marks out: sentences, names, times, quotes, events. No marker sees two reports.

A marker is a function from a parse (and the marks it builds on) to a tuple of marks in text order; `NEEDS` says
which marks each builds on, and a marker that is neither asked for nor needed does not run. The markers read English;
of a report in another language the sentences are marked and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from dateline.records.marks import Marked
from dateline.records.report import Report

if TYPE_CHECKING:
    from dateline.mark.parse import Parse

KINDS = ("sentence", "name", "time", "quote", "event")
NEEDS = {"sentence": (), "name": (), "time": (), "quote": ("name", "time"), "event": ("name", "time", "quote")}
TOGETHER = 16  # reports parsed in one go


# The markers, and the parser with them, are loaded when something is marked: who only reads does not wait for them.


def versions() -> dict[str, str]:
    """The version of each marker: marks made by another are made anew."""
    from dateline.mark import events, names, quotes, times

    return {
        "sentence": "2",
        "name": names.VERSION,
        "time": times.VERSION,
        "quote": quotes.VERSION,
        "event": events.VERSION,
    }


def mark(reports: Iterable[Report], only: Iterable[str] = KINDS) -> Iterator[Marked]:
    """Mark reports, in their order, with the kinds asked for. Raises ValueError for a kind that does not exist."""
    wanted = set(only)
    if unknown := wanted - set(KINDS):
        raise ValueError(f"no such mark: {', '.join(sorted(unknown))} (there are {', '.join(KINDS)})")
    run = wanted | {need for kind in wanted for need in NEEDS[kind]}
    if not run:
        yield from (Marked(report) for report in reports)
        return
    from dateline.mark import parse

    made_by = {kind: f"{kind}-{version}" for kind, version in versions().items() if kind in wanted}
    left = iter(reports)
    while some := list(islice(left, TOGETHER)):
        parsed = parse.parses([report for report in some if report.in_english])
        for report in some:
            if report.in_english:
                yield replace(_marked(next(parsed), run, wanted), by=made_by)
            else:
                # An English parse of another language would find what is not there.
                by = {kind: name for kind, name in made_by.items() if kind == "sentence"}
                yield Marked(report, tuple(parse.sentences(report)) if by else (), by=by)


def _marked(one: Parse, run: set[str], wanted: set[str]) -> Marked:
    from dateline.mark import events, names, quotes, times

    found_names = names.names(one) if "name" in run else ()
    found_times = times.times(one) if "time" in run else ()
    found_quotes = quotes.quotes(one, found_names, found_times) if "quote" in run else ()
    found_events = events.events(one, found_names, found_times, found_quotes) if "event" in run else ()
    return Marked(
        report=one.report,
        sentences=tuple(p.sentence for p in one.sentences) if "sentence" in wanted else (),
        names=found_names if "name" in wanted else (),
        times=found_times if "time" in wanted else (),
        quotes=found_quotes if "quote" in wanted else (),
        events=found_events if "event" in wanted else (),
    )

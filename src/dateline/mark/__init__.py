"""One report in, its marks out: sentences, names, times, quotes, events. No marker sees two reports.

A marker is a function from a parse (and the marks it builds on) to a tuple of marks in text order; `NEEDS` says
which marks each builds on, and a marker that is neither asked for nor needed does not run. The markers read English;
of a report in another language the sentences are marked and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from dateline.mark import events, names, parse, quotes, times
from dateline.records import Marked, Report

KINDS = ("sentence", "name", "time", "quote", "event")
NEEDS = {"sentence": (), "name": (), "time": (), "quote": ("name", "time"), "event": ("name", "time", "quote")}
VERSIONS = {
    "sentence": "1",
    "name": names.VERSION,
    "time": times.VERSION,
    "quote": quotes.VERSION,
    "event": events.VERSION,
}
TOGETHER = 16  # reports parsed in one go


def mark(reports: Iterable[Report], only: Iterable[str] = KINDS) -> Iterator[Marked]:
    """Mark reports, in their order, with the kinds asked for. Raises ValueError for a kind that does not exist."""
    wanted = set(only)
    if unknown := wanted - set(KINDS):
        raise ValueError(f"no such mark: {', '.join(sorted(unknown))} (there are {', '.join(KINDS)})")
    run = wanted | {need for kind in wanted for need in NEEDS[kind]}
    if not run:
        yield from (Marked(report) for report in reports)
        return
    left = iter(reports)
    while some := list(islice(left, TOGETHER)):
        parsed = parse.parses([report for report in some if report.in_english])
        for report in some:
            yield _marked(next(parsed), run, wanted) if report.in_english else _sentences_only(report, wanted)


def _sentences_only(report: Report, wanted: set[str]) -> Marked:
    """A report in a language that no marker reads: an English parse of it would find what is not there."""
    if "sentence" not in wanted:
        return Marked(report)
    return Marked(report, tuple(parse.sentences(report)), by={"sentence": f"sentence-{VERSIONS['sentence']}"})


def _marked(one: parse.Parse, run: set[str], wanted: set[str]) -> Marked:
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
        by={kind: f"{kind}-{VERSIONS[kind]}" for kind in KINDS if kind in wanted},
    )

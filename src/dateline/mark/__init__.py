"""One report in, its marks out: sentences, names, times, quotes, events. No marker sees two reports.

A marker is a function from a parse (and the marks it builds on) to a tuple of marks in text order; `NEEDS` says
which marks each builds on, and a marker that is neither asked for nor needed does not run. `PARTS` says what a marker
must know of a report's language: of a language without a parser the sentences are marked and nothing else.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from dateline import language
from dateline.engines import budget
from dateline.errors import Overrun
from dateline.language import Language
from dateline.records.marks import Marked
from dateline.records.report import Report

if TYPE_CHECKING:
    from dateline.mark.parse import Parse

_PLAIN = ("name", "time")  # made from the words alone
# The marks that each kind builds on.
NEEDS: Mapping[str, tuple[str, ...]] = {
    "sentence": (),
    "name": (),
    "time": ("name",),
    "quote": _PLAIN,
    "event": (*_PLAIN, "quote"),
}
KINDS = tuple(NEEDS)
# The parts of a language that each kind is made with; it is not made in a language that lacks one.
PARTS: Mapping[str, Callable[[Language], tuple[object, ...]]] = {
    "sentence": lambda known: (),
    "name": lambda known: (known.pipeline, known.names),
    "time": lambda known: (known.pipeline, known.times),
    "quote": lambda known: (known.pipeline, known.quotation, known.reporting),
    "event": lambda known: (known.pipeline, known.grammar, known.events, known.factuality),
}
TOGETHER = 16  # reports parsed in one go
SHORT, LONG = 8_000, 400_000  # bytes of a text that is judged by how small it packs, and code points that are looked at
PACKED = 20  # times: running text packs to a third, tables and lists to a tenth
SECONDS = 5.0  # of CPU time for the marks of one report, its parse aside


# The markers, and the parser with them, are loaded when something is marked: who only reads does not wait for them.


def versions() -> dict[str, str]:
    """The version of each marker: marks made by another are made anew."""
    from dateline.mark import events, names, quotes, times

    return {
        "sentence": "7",
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
    while batch := list(islice(left, TOGETHER)):
        over = {number for number, report in enumerate(batch) if _only_repeats(report)}
        parsed = _parses([report for number, report in enumerate(batch) if _is_parsed(report) and number not in over])
        for number, report in enumerate(batch):
            if number in over:
                yield Marked(report, why="says the same over and over: its words are kept and compared, not marked")
                continue
            able = {kind for kind in KINDS if None not in PARTS[kind](language.of(report.language))}
            by = {kind: name for kind, name in made_by.items() if kind in able}
            if _is_parsed(report):
                made = replace(_within_budget(report, next(parsed), run & able, wanted & able), by=by)
            else:
                # The parse of another language would find what is not there.
                made = Marked(report, tuple(parse.sentences(report)) if by else (), by=by)
            yield (
                replace(made, why=made.why or f"is marked up to its {parse.MOST:,}th character: split it")
                if (parse.is_too_long(report))
                else made
            )


def _parses(reports: Sequence[Report]) -> Iterator[Parse | str]:
    """Each report's parse, or why there is none."""
    from dateline.mark import parse

    try:
        yield from list(parse.parses(reports))
    except Exception:  # whatever it is, it is one report's
        for report in reports:
            try:
                yield next(parse.parses([report]))
            except Exception as error:
                yield _reason(error)


def _within_budget(report: Report, parsed: Parse | str, run: set[str], wanted: set[str]) -> Marked:
    """A report's marks; its sentences alone, and why, where marking breaks or takes too long."""
    if isinstance(parsed, str):
        return Marked(report, why=parsed)
    try:
        with budget.within(SECONDS):
            return _marked(parsed, run, wanted)
    except Exception as error:  # whatever it is, it is one report's
        kept = tuple(inner.sentence for inner in parsed.sentences) if "sentence" in wanted else ()
        return Marked(report, kept, why=_reason(error))
    finally:
        parsed.forget()


def _reason(error: Exception) -> str:
    told = str(error) if isinstance(error, Overrun) else f"breaks a marker ({type(error).__name__})"
    return f"{told}: its words are kept and compared, not marked"


def _only_repeats(report: Report) -> bool:
    """Whether a long text is a run of one thing (marks, names, dates, words): no language packs so small."""
    text = report.text[:LONG].encode("utf-8", "surrogatepass")
    return len(text) > SHORT and len(zlib.compress(text, 1)) * PACKED < len(text)


def _is_parsed(report: Report) -> bool:
    return language.of(report.language).pipeline is not None


def _marked(parsed: Parse, run: set[str], wanted: set[str]) -> Marked:
    from dateline.mark import events, names, quotes, times

    marked_names = names.names(parsed) if "name" in run else ()
    marked_times = times.times(parsed, marked_names) if "time" in run else ()
    marked_quotes = quotes.quotes(parsed, marked_names, marked_times) if "quote" in run else ()
    marked_events = events.events(parsed, marked_names, marked_times, marked_quotes) if "event" in run else ()
    return Marked(
        report=parsed.report,
        sentences=tuple(inner.sentence for inner in parsed.sentences) if "sentence" in wanted else (),
        names=marked_names if "name" in wanted else (),
        times=marked_times if "time" in wanted else (),
        quotes=marked_quotes if "quote" in wanted else (),
        events=marked_events if "event" in wanted else (),
    )

"""The account is made anew and compared whole: each difference by its path, what the account says and what the reports give."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from dateline import contract, flow
from dateline.engines import Engine
from dateline.errors import DatelineError
from dateline.proof.breach import Breach
from dateline.records.account import Account, Options
from dateline.records.marks import Marked
from dateline.records.report import Failure, Report, renamed

Json = contract.Json
SHOWN = 120  # code points of a value that a breach shows
BEFORE = 20  # and of those before its first difference


def under_their_ids(made: Account, found: Sequence[Report]) -> tuple[Report, ...]:
    """The reports that were read, in the account's order and under the ids that it gives to the same bytes.

    A desk that took reports in another order, or twice, calls them otherwise than a folder does.
    """
    by_bytes = defaultdict[str, list[Report]](list)
    for report in reversed(found):
        by_bytes[report.sha256].append(report)
    out: list[Report] = []
    for source in made.inputs:
        alike = by_bytes[source.sha256]
        if alike:
            own = next((report for report in reversed(alike) if report.id == source.id), alike[-1])
            alike.remove(own)
            out.append(renamed(own, source.id))
    taken, left = {report.id for report in out}, [report for alike in by_bytes.values() for report in alike]
    order = {id(report): number for number, report in enumerate(found)}
    for report in sorted(left, key=lambda report: order[id(report)]):
        if report.id not in taken:
            out.append(report)
            taken.add(report.id)
    return tuple(out)


def as_of(made: Account, reports: Sequence[Report]) -> str | None:
    """The day that the account was asked for; None where it tells of all reports, those without a date too."""
    latest = max((report.published.day or "" for report in reports), default="") or None
    undated = {report.id for report in reports if report.published.day is None}
    whole = not undated or any(source.id in undated for source in made.inputs)
    return None if made.as_of in (latest, None) and whole else made.as_of


def known(made: Account, reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports that an account as of its day tells of."""
    day = as_of(made, reports)
    return tuple(report for report in reports if day is None or (report.published.day or "~") <= day)


def differences(
    value: Json, made: Account, reports: Sequence[Report], failed: Sequence[Failure], engine: Engine
) -> Iterator[Breach]:
    """Where the account differs from the one that is made anew. `value` is its JSON, as it was given."""
    try:
        given = anew(made, tuple(flow.marked(reports, engine=engine)), failed, engine)
    except DatelineError as error:
        yield Breach("account", f"cannot be made again: {error}")
        return
    yield from _compared("", _placeless(value), _placeless(given))


def anew(made: Account, marked: Sequence[Marked], failed: Sequence[Failure], engine: Engine) -> Json:
    """The JSON of the account that the reports give, asked for as this one was. Raises DatelineError where they give none."""
    options = Options(
        as_of(made, [member.report for member in marked]),
        made.options.one_story,
        made.options.most,
        made.options.per_day,
    )
    fresh = flow.account(marked, failed, made.judgements, options, before=flow.Before(made.before), engine=engine)
    return json.loads(contract.text(contract.account(fresh)))


def _placeless(value: Json) -> Json:
    """An account without what depends on where its inputs lie: the paths of reports, the folders of what failed."""
    reports = [{key: inner for key, inner in report.items() if key != "path"} for report in value["reports"]]
    failed = [{**one, "where": PurePath(one["where"]).name} for one in value["failed"]]
    return {**value, "reports": reports, "failed": failed}


def _compared(where: str, said: Json, given: Json) -> Iterator[Breach]:
    if isinstance(said, dict) and isinstance(given, dict):
        for key in (*given, *(key for key in said if key not in given)):
            at = f"{where}.{key}" if where else key
            if key not in said:
                yield Breach(at, f"is left out; the reports give {shown(given[key])}")
            elif key not in given:
                yield Breach(at, f"the account says {shown(said[key])}; the reports give none")
            else:
                yield from _compared(at, said[key], given[key])
    elif isinstance(said, list) and isinstance(given, list):
        yield from _lists(where, said, given)
    elif said != given or type(said) is not type(given):
        yield Breach(where, f"the account says {shown(said, given)}; the reports give {shown(given, said)}")


def _lists(where: str, said: list[Json], given: list[Json]) -> Iterator[Breach]:
    names, ours = _ids(said), _ids(given)
    if names is None or ours is None:
        for number, (one, other) in enumerate(zip(said, given, strict=False)):
            yield from _compared(f"{where}[{number}]", one, other)
        for number in range(len(given), len(said)):
            yield Breach(f"{where}[{number}]", f"the account says {shown(said[number])}; the reports give none")
        for number in range(len(said), len(given)):
            yield Breach(f"{where}[{number}]", f"is left out; the reports give {shown(given[number])}")
        return
    for name, times in Counter(names).items():
        if times > 1:
            yield Breach(f"{where}[{name}]", f"one id is given to {times}")
    theirs = dict(zip(names, said, strict=True))
    fresh = dict(zip(ours, given, strict=True))
    for name in theirs:
        if name in fresh:
            yield from _compared(f"{where}[{name}]", theirs[name], fresh[name])
        else:
            yield Breach(f"{where}[{name}]", f"the account says {shown(theirs[name])}; the reports give none")
    for name in fresh:
        if name not in theirs:
            yield Breach(f"{where}[{name}]", f"is left out; the reports give {shown(fresh[name])}")
    if [name for name in theirs if name in fresh] != [name for name in fresh if name in theirs]:
        yield Breach(where, "stands in another order than the reports give")


def _ids(several: list[Json]) -> list[str] | None:
    """The ids of records in a list; None where they have none."""
    if not several:
        return []
    ids = [one.get("id") if isinstance(one, dict) else None for one in several]
    return [name for name in ids if isinstance(name, str)] if all(isinstance(name, str) for name in ids) else None


def shown(value: Json, other: Json = None) -> str:
    """A value as a breach shows it: a long one from a little before it parts from the other."""
    words, start = contract.text(value), 0
    if isinstance(value, str) and isinstance(other, str):
        alike = next((at for at, (a, b) in enumerate(zip(value, other, strict=False)) if a != b), 0)
        start = alike - BEFORE if len(words) > SHOWN and alike > 2 * BEFORE else 0
    cut = words[start : start + SHOWN]
    return f"{'…' if start else ''}{cut}{'…' if start + SHOWN < len(words) else ''}"

"""The words of an account against its inputs: each cite read back, and every line held against what it cites."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from dateline import cite, contract, flow
from dateline.engines import Engine
from dateline.errors import BadCite, DatelineError
from dateline.proof import again, beside, frame
from dateline.proof.breach import Breach
from dateline.records.account import Account
from dateline.records.judgements import OnFinding
from dateline.records.report import Failure, Report
from dateline.tell import cited, guard
from dateline.tell.faith import Checker

Json = contract.Json


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


def breaches(
    value: Json, made: Account, reports: Sequence[Report], failed: Sequence[Failure], engine: Engine
) -> Iterator[Breach]:
    """Where the parts of an account do not fit together, its reports are not those given, its lines say what their cites do not
    hold, or its records what the words that they cite do not say. `value` is its JSON, as it was given.
    """
    broken = False
    for breach in (*frame.breaches(value), *_reports(value, reports)):
        broken = True
        yield breach
    if broken:
        return  # what hangs on these would only be named again
    try:
        marked = tuple(flow.marked(again.known(made, reports), engine=engine))
        fresh = again.anew(made, marked, failed, engine)
    except DatelineError as error:
        yield Breach("account", f"its reports cannot be read anew: {error}")
        return
    seen = {member.report.id: member for member in marked}
    names = {one.words for one in made.judgements if isinstance(one, OnFinding)}
    for story in made.stories:
        some = (one for one in (*cited.lines(story), *cited.of_labels(story)) if not _is_name(one, names))
        for where, why in guard.check(story, seen, some=tuple(some)):
            yield Breach(f"stories[{story.id}].{where}", why)
    yield from beside.breaches(value, fresh)


def _is_name(one: cited.Cited, names: Container[str | None]) -> bool:
    """Whether it is what a person called something, as the account's judgements say."""
    return one.where.endswith(".label") and one.text in names


def _reports(value: Json, reports: Sequence[Report]) -> Iterator[Breach]:
    """What the account says of a report and its input does not give. Where it lay may differ."""
    given = {report.id: contract.dump(report) for report in reports}
    for report in value["reports"]:
        for key, said in report.items():
            read = given[report["id"]].get(key)
            if key != "path" and said != read:
                yield Breach(
                    f"reports[{report['id']}].{key}",
                    f"is {again.shown(said, read)}; its input gives {again.shown(read, said)}",
                )


def unconvinced(made: Account, checker: Checker) -> Iterator[Breach]:
    """The lines of which a checker says that they do not follow from their cites."""
    for story in made.stories:
        for line in cited.lines(story):
            if why := checker(line.text, line.cites):
                yield Breach(f"stories[{story.id}].{line.where}", why)

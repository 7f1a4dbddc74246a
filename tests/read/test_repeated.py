"""What an outlet repeats is chrome; what its reports share because of the story is not."""

from __future__ import annotations

import random

import made
from dateline.read.labels.repeated import relabelled
from dateline.records import Report

MATTERS = (
    "The harbour of Tollen was closed after a ferry ran aground in thick fog near the northern breakwater.",
    "Farmers in the valley fear for their barley, since no rain has fallen there for seven dry weeks.",
    "The orchestra opens its season with a symphony that nobody had performed for eighty years.",
    "Prices of bread climbed again in autumn, the bureau of statistics wrote in its quarterly bulletin.",
)
MOTTO = "Independent journalism costs money. Please support our newsroom."


def report(n: int, *paragraphs: str, outlet: str | None = "Tollen Herald") -> Report:
    return made.report(*paragraphs, key=f"r{n}", day=f"2031-03-{n + 1:02}", outlet=outlet)


def chrome(reports: list[Report]) -> set[str]:
    return {b.span.of(r.text) for r in relabelled(reports) for b in r.blocks if b.label == "boilerplate"}


def test_a_line_at_the_foot_of_reports_on_different_matters() -> None:
    assert chrome([report(n, told, MOTTO) for n, told in enumerate(MATTERS)]) == {MOTTO}


def test_the_order_changes_nothing() -> None:
    reports = [report(n, told, MOTTO) for n, told in enumerate(MATTERS)]
    mixed = random.Random(5).sample(reports, len(reports))
    assert {one.id: one for one in relabelled(mixed)} == {one.id: one for one in relabelled(reports)}


def test_two_reports_do_not_make_chrome_nor_do_several_outlets() -> None:
    assert chrome([report(n, told, MOTTO) for n, told in enumerate(MATTERS[:2])]) == set()
    assert chrome([report(n, told, MOTTO, outlet=f"Paper {n}") for n, told in enumerate(MATTERS)]) == set()
    assert chrome([report(n, told, MOTTO, outlet=None) for n, told in enumerate(MATTERS)]) == set()


def test_copies_of_one_report_do_not_make_chrome() -> None:
    assert chrome([report(n, MATTERS[0], f"Update {n}.", MOTTO) for n in range(4)]) == set()


def test_a_background_that_is_carried_on_from_day_to_day_is_kept() -> None:
    ground = "The ferry ran aground near the breakwater of Tollen in fog on Monday."
    days = ("Tugs pulled the ferry off", "A judge heard the master of the ferry", "Divers saw the hull of the ferry")
    pile = [
        report(n, f"{day} near the breakwater of Tollen, and {told}", ground)
        for n, (day, told) in enumerate(zip(days, MATTERS[1:], strict=True))
    ]
    assert chrome(pile) == set()


def test_quotations_and_the_middle_of_a_report_are_kept() -> None:
    said = "“We had no warning at all,” she told listeners."
    assert chrome([report(n, told, said) for n, told in enumerate(MATTERS)]) == set()
    long = [f"Paragraph {word} of this." for word in ("one", "two", "three", "four", "five")]
    assert (
        chrome([report(n, told, told, MOTTO, *(f"{told} {one}" for one in long)) for n, told in enumerate(MATTERS)])
        == set()
    )


def test_a_report_that_is_nothing_else_is_left_as_it_is() -> None:
    pile = [*(report(n, told, MOTTO) for n, told in enumerate(MATTERS)), report(9, MOTTO)]
    assert relabelled(pile)[-1].blocks[0].label == "body"

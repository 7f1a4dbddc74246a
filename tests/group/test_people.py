"""The same person across reports: merged where the text licenses it, kept apart where it does not."""

from __future__ import annotations

from dateline.group.people import people
from dateline.mark.names import names
from dateline.mark.parse import parses
from dateline.records import Block, Judgement, Marked, Person, Report, Stamp


def marked(*texts: str) -> list[Marked]:
    """One report a text, all of it body."""
    reports = [
        Report(
            f"r{n}",
            None,
            None,
            None,
            None,
            (),
            None,
            (),
            "en",
            Stamp(),
            None,
            text,
            (Block(0, len(text), "body"),),
        )
        for n, text in enumerate(texts)
    ]
    return [Marked(one.report, names=names(one)) for one in parses(reports)]


def found(*texts: str) -> dict[str, Person]:
    return {one.name: one for one in people(marked(*texts))[0]}


def test_two_surnames_in_one_report_and_one_in_the_other_are_one_person() -> None:
    seen = found(
        "The press secretary, Clara Mendel Reyes, spoke on Monday.",
        "Clara Reyes declined to answer. Ms Reyes left early.",
    )
    assert list(seen) == ["Clara Mendel Reyes"]
    assert {"Clara Reyes", "Ms Reyes"} <= set(seen["Clara Mendel Reyes"].aliases)


def test_a_bare_surname_elsewhere_is_the_one_person_of_that_surname() -> None:
    assert list(found("Mayor Bram Oduya resigned.", "Mr Oduya said he was tired.")) == ["Bram Oduya"]


def test_short_forms_of_given_names_are_one() -> None:
    assert len(found("Coach James Ferrow stayed away.", "Jim Ferrow spoke to reporters.")) == 1


def test_father_and_son_stay_two() -> None:
    assert len(found("Henry Ferrow Jr. met the lawyers.", "Henry Ferrow met the press.")) == 2


def test_a_national_office_gives_a_code() -> None:
    seen = found("French Foreign Minister Louise Garnaud arrived in the capital.")
    assert seen["Louise Garnaud"].code == "FRAGOV"


def test_a_club_office_gives_no_code() -> None:
    assert found("Harrow United president Louise Garnaud arrived.")["Louise Garnaud"].code is None


def test_a_judgement_joins_two_names() -> None:
    some = marked("Ada Fenwick sang.", "Ada Lorne sang.")
    joined, who = people(some, [Judgement("same-person", "Ada Fenwick", "Ada Lorne")])
    assert len(joined) == 1
    assert who["r0", "Ada Fenwick"] == who["r1", "Ada Lorne"] == joined[0].id

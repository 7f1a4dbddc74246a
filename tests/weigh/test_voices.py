"""The same statement across reports, what a denial answers, and how words drift, on reports made up for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from dateline.cite import Cite, cites
from dateline.records import Findings, Saying, Statement
from dateline.weigh.statements.sayings import sayings
from made import report

Tell = Callable[[Mapping[str, tuple[str, str]]], Findings]

ONE = """Ferry to stop
The ferry to Karst will stop in May, the harbour master, Ida Falk, said on Monday. She has run the port for ten years.
“We shall not sail a ship that leaks, and we shall not wait for a wreck,” Falk said. The ship is old.
The owner of the ferry, Bruno Tarr, accused Falk of hiding a report on the ship. He wants it to sail in the summer.
"""
TWO = """Karst loses its ferry
Harbour master Ida Falk says the ferry to Karst will stop in May. She told the town so.
“We shall not sail a ship that leaks,” Falk told reporters. The ship was built in Lisse.
On Tuesday Falk denied hiding a report on the ship. She runs the port.
"""


def said(told: Findings, words: str, report: str) -> Statement:
    """The statement of a report that holds the words."""
    (one,) = [
        one
        for one in told.statements
        if one.report.startswith(report) and any(words in cite.text for cite in one.content)
    ]
    return one


@pytest.fixture
def ferry(tell: Tell) -> Findings:
    return tell({"one": ("3 May 2021", ONE), "two": ("4 May 2021", TWO)})


def test_the_same_words_by_one_speaker_are_one_statement(ferry: Findings) -> None:
    one, two = said(ferry, "ship that leaks", "one"), said(ferry, "ship that leaks", "two")
    assert one.same_as == (two.id,) and two.same_as == (one.id,)
    assert one.speaker == two.speaker is not None


def test_the_same_content_in_indirect_speech_is_one_statement(ferry: Findings) -> None:
    assert said(ferry, "will stop in May", "two").id in said(ferry, "will stop in May", "one").same_as


def test_a_denial_answers_the_accusation_in_another_report(ferry: Findings) -> None:
    denial = said(ferry, "hiding a report", "two")
    assert denial.polarity == "deny"
    assert said(ferry, "hiding a report", "one").id in denial.denies


def test_a_denial_is_not_the_same_as_what_it_denies(ferry: Findings) -> None:
    denial = said(ferry, "hiding a report", "two")
    assert said(ferry, "hiding a report", "one").id not in denial.same_as


def test_who_carried_it_first_and_who_cut_it(ferry: Findings) -> None:
    (found,) = [one for one in ferry.sayings if len(one.versions) == 2 and one.versions[1].dropped]
    assert found.first == "one"
    assert [one.how for one in found.versions] == ["first", "cut"]
    assert found.versions[1].dropped == ("and we shall not wait for a wreck",)


def drift(first: str, other: str, days: tuple[str | None, str | None] = ("2021-05-03", "2021-05-04")) -> Saying:
    """The saying that two statements, told to be the same, make."""

    def statement(key: str, name: str, words: str) -> Statement:
        content = cites([Cite(name, 0, len(words), words)])
        return Statement(key, name, None, None, None, content, "indirect", "statement", "assert", None, None)

    cluster = [statement("q-1", "one", first), statement("q-2", "two", other)]
    (saying,) = sayings([cluster], [report(key="one", day=days[0]), report(key="two", day=days[1])])
    return saying


@pytest.mark.parametrize(
    ("first", "other", "how", "change"),
    [
        ("the quay is safe for ships", "The quay is safe for ships.", "same", ()),
        ("the quay is safe for ships", "the quay is safe", "cut", ()),
        ("the quay is safe", "the quay is safe for ships", "longer", ()),
        ("the quay is safe for ships", "the quay is not safe for ships", "longer", ("negation",)),
        ("the quay will be safe for ships", "the quay would be safe for ships", "changed", ("tense",)),
        ("the quay holds 12 ships at most", "the quay holds 20 ships at most", "changed", ("number",)),
        ("the quay is safe", "there is no danger in mooring at that place now", "paraphrase", ("negation",)),
    ],
)
def test_drift(first: str, other: str, how: str, change: tuple[str, ...]) -> None:
    version = drift(first, other).versions[1]
    assert (version.how, version.drift) == (how, change)


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("2021-05-03", "2021-05-04"), "one"),
        (("2021-05-04", "2021-05-03"), "two"),
        (("2021-05-03", "2021-05-03"), None),
        (("2021-05-03", "2021-05-03T08:00"), None),
        (("2021-05-03T09:00", "2021-05-03T08:00"), "two"),
        (("2021-05-03", None), None),
    ],
)
def test_who_was_first_is_not_guessed(days: tuple[str | None, str | None], first: str | None) -> None:
    assert drift("the quay is safe", "the quay is safe", days).first == first


def test_a_copy_to_the_letter_carries_the_statement_too(tell: Tell) -> None:
    told = tell({"one": ("3 May 2021", ONE), "two": ("3 May 2021", ONE)})
    (text,) = {one.statement for one in sayings_of(told, "ship that leaks").versions}
    assert text == said(told, "ship that leaks", "one").id
    assert [(one.report, one.how) for one in sayings_of(told, "ship that leaks").versions] == [
        ("one", "first"),
        ("two", "same"),
    ]


def sayings_of(told: Findings, words: str) -> Saying:
    """The saying that holds the words."""
    key = said(told, words, "one").id
    (saying,) = [saying for saying in told.sayings if key in [version.statement for version in saying.versions]]
    return saying


def test_each_statement_is_in_one_saying_and_what_it_is_the_same_as_follows(ferry: Findings) -> None:
    held = [version.statement for saying in ferry.sayings for version in saying.versions]
    assert held and sorted(held) == sorted(statement.id for statement in ferry.statements)
    for saying in ferry.sayings:
        keys = {version.statement for version in saying.versions}
        for statement in (statement for statement in ferry.statements if statement.id in keys):
            assert set(statement.same_as) == keys - {statement.id}


def test_a_quote_without_a_speaker_does_not_make_two_speakers_one(tell: Tell) -> None:
    words = "“We shall not sail a ship that leaks, and we shall not wait for a wreck,”"
    told = tell({
        "one": ("3 May 2021", f"Ferry to stop\n{words} Ida Falk said on Monday."),
        "two": ("4 May 2021", f"Ferry halted\n{words} it was said on Monday at the quay of Karst."),
        "three": ("5 May 2021", f"Ship waits\n{words} Bruno Tarr said on Tuesday."),
    })  # fmt: skip
    speakers = {statement.id: statement.speaker for statement in told.statements}
    assert told.sayings
    for saying in told.sayings:
        assert len({speakers[version.statement] for version in saying.versions} - {None}) < 2


def test_a_long_quotation_does_not_make_one_of_two_things_said_in_it(tell: Tell) -> None:
    ship = "“We shall not sail a ship that leaks through every plank,”"
    port = "“The port of Karst needs a new pier before the next winter,”"
    told = tell({
        "one": ("3 May 2021", f"Ferry to stop\n{ship} Ida Falk said on Monday."),
        "two": ("4 May 2021", f"Pier wanted\n{port} Ida Falk said on Monday."),
        "three": ("5 May 2021", f"Falk speaks\n{ship[:-2]}. {port[1:]} Ida Falk said on Monday."),
    })  # fmt: skip
    assert len(told.statements) == 3
    assert max(len(saying.versions) for saying in told.sayings) == 2

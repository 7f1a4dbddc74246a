"""The fourth lock: a line is a cut of one of its cites, and what is left out turns nothing."""

from __future__ import annotations

import pytest

from dateline import language
from dateline.cite import Cite, Cites, Span
from dateline.tell import faith
from made import marked, report

TEXT = (
    "Mayor Petra Vell, who did not attend the talks, closed the harbour of Rask on Tuesday. Olav Sund said he would reopen it "
    "if the council agreed. At least 14 boats were not moved. The pier, if the storm holds, will stay shut. The ferry was "
    "about 20 minutes late."
)
MARKED = marked(report(TEXT, day="2031-03-14"))
ENGLISH = language.of("en")


def cites() -> Cites:
    first, *rest = (Cite("r", s.span.start, s.span.end, s.span.of(TEXT)) for s in MARKED.sentences)
    return (first, *rest)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Mayor Petra Vell closed the harbour of Rask", True),
        ("Petra Vell closed the harbour", True),
        ("Petra Vell closed the harbour of Rask on Tuesday", True),
        ("Petra Vell did not close the harbour", False),
        ("Olav Sund closed the harbour of Rask", False),
        ("Rask closed the harbour of Petra Vell", False),
        ("Olav Sund would reopen it", False),
        ("14 boats were moved", False),
        ("Olav Sund did not attend the talks", False),  # another's deed
        ("he would reopen it if the council agreed", True),
        ("he would reopen it if the council agreed.", False),  # a whole sentence, without who says so
        ("Olav Sund said he would reopen it if the council agreed.", True),
        ("The pier will stay shut", False),  # an aside on which it depends
        ("The ferry was late", True),
        ("The ferry was 20 minutes late", False),  # `about` is of the time that is kept
    ],
)
def test_a_clause_is_cut_from_one_cite(line: str, is_one: bool) -> None:
    assert faith.Sources({"r": MARKED}, {}).derives(line, cites(), ENGLISH) is is_one


def test_a_run_of_words_is_a_cut_and_another_order_is_none() -> None:
    assert faith.is_cut("closed the harbour of Rask on Tuesday [11 March 2031]", cites())
    assert not faith.is_cut("closed the harbour on Tuesday of Rask", cites())


def test_a_bound_may_not_be_cut_off() -> None:
    assert faith.unbounded("14 boats", cites(), ENGLISH)
    assert not faith.unbounded("at least 14 boats", cites(), ENGLISH)


def test_what_a_line_is_given_in_brackets_is_a_recorded_reading() -> None:
    (gloss,) = faith.glosses("closed the harbour of Rask on Tuesday [11 March 2031]", cites())
    assert faith.is_read(gloss, ["11 March 2031"])
    assert not faith.is_read(gloss, ["12 March 2031"])


def test_a_conflict_gives_the_words_of_its_sides() -> None:
    sides = ("at least 14 boats", "seventeen boats")
    assert faith.is_asked("How many (boats): at least 14 boats, or seventeen boats?", sides, cites(), ENGLISH)
    assert not faith.is_asked("How many (boats): at least 14 boats, or eighteen boats?", sides, cites(), ENGLISH)


def test_a_place_in_a_report_is_no_place_in_a_cite() -> None:
    second = MARKED.sentences[1].span
    inner = Span(second.start, second.end - 2)
    cite = Cite("r", inner.start, inner.end, inner.of(TEXT))
    assert faith.Sources({"r": MARKED}, {}).derives("Olav Sund said he would reopen it", [cite], ENGLISH) is False


def test_a_cite_is_made_ready_once_for_several_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Cite] = []
    real = faith._Source
    monkeypatch.setattr(faith, "_Source", lambda cite, *rest: made.append(cite) or real(cite, *rest))
    sources = faith.Sources({"r": MARKED}, {})
    assert len({sources.derives(line, cites(), ENGLISH) for line in ("closed the harbour", "sold the moon")}) == 2
    assert made == [*cites()]

"""The brief: whole sentences that can stand alone, said once, dated; no gloss in anybody's mouth."""

from __future__ import annotations

from pathlib import Path

import dateline
from dateline.group import group, with_events
from dateline.records import Told
from dateline.tell import lines
from dateline.tell.brief import Choice, Topic, _day, _plans
from dateline.weigh import weigh
from made import files, marked, report


def story(folder: Path, **reports: str) -> Told:
    (told,) = dateline.tell(files(folder, **reports)).stories
    return told


HEAD = "Rask fair put off\n\n14 March 2031\n\nHOLM — "


def test_a_relative_date_is_spelt_out(tmp_path: Path) -> None:
    told = story(
        tmp_path, a=HEAD + "Mayor Petra Vell on Wednesday postponed the harbour fair of Rask until next year.\n"
    )
    assert "on Wednesday [12 March 2031] postponed" in told.brief[0].text


def test_a_weekday_that_was_read_as_that_of_another_week_is_not_spelt_out() -> None:
    one = marked(report("Mayor Petra Vell on Wednesday postponed the harbour fair of Rask.", day="2031-03-20"))
    (sentence,) = one.sentences
    assert "[19 March 2031]" in lines.text(one, sentence, "2031-03-19")
    assert "[" not in lines.text(one, sentence, "2031-03-12")
    assert "[19 March 2031]" in lines.text(one, sentence, "2031-03-14")  # the day of something else in it


def test_a_day_that_is_written_with_its_ending_is_not_said_again() -> None:
    one = marked(report("Mayor Petra Vell will open the harbour fair of Rask on July 27th.", day="2031-07-20"))
    (sentence,) = one.sentences
    assert "on July 27th [2031]" in lines.text(one, sentence)


def test_no_gloss_in_a_quotation(tmp_path: Path) -> None:
    told = story(tmp_path, a=HEAD + "“We [in Rask] postponed the harbour fair on Wednesday,” Mayor Petra Vell said.\n")
    (line,) = told.brief
    assert line.text == "“We [in Rask] postponed the harbour fair on Wednesday,” Mayor Petra Vell said."


def test_what_leans_on_another_sentence_is_no_line(tmp_path: Path) -> None:
    body = "Mayor Petra Vell cancelled the harbour fair in Rask on Wednesday. She also closed the harbour to all ships there.\n"
    told = story(tmp_path, a=HEAD + body)
    assert [line.text.split()[0] for line in told.brief] == ["Mayor"]


def test_what_a_writer_says_of_himself_is_no_line(tmp_path: Path) -> None:
    body = (
        "Mayor Petra Vell cancelled the harbour fair in Rask on Wednesday. I met Petra Vell at the old town hall of Rask, "
        "where my brother sold fish.\n"
    )
    assert [line.text.split()[0] for line in story(tmp_path, a=HEAD + body).brief] == ["Mayor"]
    plain = body.replace("I met", "Jon Orr met").replace("my brother", "Ada Marsh")
    assert [line.text.split()[0] for line in story(tmp_path, a=HEAD + plain).brief] == ["Mayor", "Jon"]


def test_words_of_a_pronoun_stand_alone_only_where_it_is_named() -> None:
    text = (
        "Mayor Petra Vell opened the harbour fair of Rask on Wednesday. “The fair of Rask will go on until Sunday,” she added. "
        "“The harbour of Rask has never been so full,” Vell said as she left."
    )
    one = marked(report(text, day="2031-03-14"))
    assert [lines.stands_alone(one, sentence) for sentence in one.sentences] == [True, False, True]


def test_one_thing_is_said_once(tmp_path: Path) -> None:
    one = "Mayor Petra Vell on Wednesday postponed the harbour fair of Rask until next year, the town council said.\n"
    other = "The harbour fair of Rask was postponed until next year by Mayor Petra Vell on Wednesday, officials said.\n"
    told = story(tmp_path, a=HEAD + one, b="Vell puts off fair\n\n15 March 2031\n\nRASK — " + other)
    assert len([line for line in told.brief if "postponed" in line.text]) == 1


def test_only_what_is_still_to_come_is_marked_as_planned(tmp_path: Path) -> None:
    put_off = (
        "Mayor Petra Vell on Wednesday postponed the harbour fair of Rask until next year, the town council said.\n"
    )
    planned = "Mayor Petra Vell plans to visit the harbour of Rask in June, the town council said on Wednesday.\n"
    marks = [story(tmp_path, a=HEAD + one).brief[0].mark for one in (put_off, planned)]
    assert marks == ["single", "planned"]


def test_what_came_to_nothing_is_not_marked_as_planned(tmp_path: Path) -> None:
    body = (
        "Mayor Petra Vell on Monday invited the shipowner Ivo Brandt to visit Rask in June. "
        "Ivo Brandt on Wednesday rejected the invitation to visit Rask, his office said.\n"
    )
    told = story(tmp_path, a=HEAD + body)
    assert [plan.status for plan in told.findings.plans] == ["rejected"]
    assert [line.mark for line in told.brief] == ["single", "single"]


def test_each_line_tells_another_event(tmp_path: Path) -> None:
    lead = "A strong earthquake struck the province of Velm on Tuesday, killing eleven people in the town of Aspe."
    again = "The earthquake struck Velm before dawn on Tuesday and killed eleven people in Aspe, the governor said."
    other = "Rescuers from Korland pulled a boy of six alive out of the ruins of a school in Aspe on Wednesday."
    told = story(tmp_path, a=f"{lead}\n\n{other}", b=f"{again}\n\nThe governor thanked the rescuers from Korland.")
    lines = [line.text for line in told.brief]
    assert sum("struck" in line for line in lines) == 1
    assert any("pulled a boy" in line for line in lines)


def test_what_is_disputed_says_so_with_both_values(tmp_path: Path) -> None:
    first = "A fire in the Tessen yard killed eleven people on Tuesday, the mayor of Tessen said."
    second = "A fire in the Tessen yard killed fourteen people on Tuesday, the harbour police of Tessen said."
    told = story(
        tmp_path,
        a=f"Fire in Tessen\n\n12 March 2031\n\nTESSEN — {first}\n\nThe yard was built by Ivo Brandt in 1990.",
        b=f"Yard burns\n\n12 March 2031\n\n{second}\n\nPetra Vell, who runs a shop beside it, saw the smoke at noon.",
    )
    (line,) = (line for line in told.brief if line.mark == "disputed")
    assert "eleven" in line.text
    assert "fourteen" in line.text
    assert {cite.report for cite in line.cites} == {"a", "b"}


def test_a_line_cites_of_others_what_says_the_same(tmp_path: Path) -> None:
    """All three tell of the fair; only two that it was put off until spring."""
    told = story(
        tmp_path,
        a=HEAD
        + "Mayor Petra Vell on Wednesday postponed the harbour fair of Rask until next spring, her office said.\n",
        b=HEAD + "The harbour fair of Rask was postponed until next spring by Mayor Petra Vell on Wednesday.\n",
        c=HEAD.replace("put off", "loved") + "The fair of Rask draws crowds, and Mayor Petra Vell sells honey there.\n",
    )
    lines = [line for line in told.brief if "postponed" in line.text]
    assert lines
    assert all({cite.report for cite in line.cites} <= {"a", "b"} for line in lines)


def test_a_report_tells_of_nothing_that_came_after_it() -> None:
    told = marked(report("Rask backed away from the plan for a fair.", day="2031-03-14"))
    choice = Choice(told, told.sentences[0], (), frozenset(), 0.0)
    days = ("2031-03-01", "2031-05-01", "")
    assert [_day(choice, Topic("t", 1.0, day, "agreed", ())) for day in days] == [
        "2031-03-01",
        "2031-03-14",
        "2031-03-14",
    ]


def test_an_invitation_foretells_and_an_offer_is_told_by_its_event() -> None:
    invited = "Prime Minister Pavel Varga invited President Ilse Thorne to visit Tessen."
    offered = "Halvern Rovers have offered the goalkeeper Oona Weir a four-year contract, the club said on Thursday."
    for text, foretold in ((invited, True), (offered, False)):
        (story,) = group((marked(report(text, day="2031-07-26")),))
        told = with_events(story)
        (topic,) = _plans(told, weigh(told), "2031-07-26")
        assert (topic.need > 1.0) == foretold  # the one report tells all of it

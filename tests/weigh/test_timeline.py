"""The timeline: one entry an event with all its cites, the tightest date, background apart, and no undated entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

import dateline
import made
from dateline import flow
from dateline.group import group, with_events
from dateline.records import Account, Entry
from dateline.weigh import weigh
from dateline.weigh.mentions import mentions
from dateline.weigh.timeline import _only_named, timeline
from made import rows


def entries(tmp_path: Path, *reports: tuple[str, str]) -> tuple[Entry, ...]:
    lines = ({"title": text.split("\n")[0], "text": text, "published": day} for day, text in reports)
    (story,) = dateline.tell(rows(tmp_path, *lines, language="en")).stories
    return story.findings.timeline


DAY = (
    "2031-03-12",
    "Holm and Brandt meet in Tessen\n\n"
    "Mayor Greta Holm met the shipowner Ivo Brandt in Tessen on Tuesday. The two spoke about the harbour of Tessen.",
)
MONTH = (
    "2031-04-20",
    "Harbour talks go on\n\n"
    "Mayor Greta Holm held talks with the shipowner Ivo Brandt in Tessen in March. Work on the harbour begins soon.",
)


def test_two_tellings_are_one_entry_with_the_tighter_date(tmp_path: Path) -> None:
    (meeting,) = [entry for entry in entries(tmp_path, DAY, MONTH) if {"meet", "met"} & set(entry.label.split())]
    assert meeting.date == "2031-03-11"
    assert {cite.report for cite in meeting.cites} == {"r0", "r1"}


def test_reports_that_only_name_what_others_tell_are_not_cited_for_it(tmp_path: Path) -> None:
    named = (
        "2031-03-13",
        "Boats stay away\n\nThe boats of Ulm have stayed away since the meeting of Greta Holm and Ivo Brandt in Tessen. "
        "Nobody in Ulm knows why.",
    )
    (meeting,) = [entry for entry in entries(tmp_path, DAY, MONTH, named) if {"meet", "met"} & set(entry.label.split())]
    assert {cite.report for cite in meeting.cites} == {"r0", "r1"}


def test_the_sentence_that_tells_the_day_is_cited(tmp_path: Path) -> None:
    late = (
        "2031-03-15",
        "Holm met Brandt\n\nMayor Greta Holm met the shipowner Ivo Brandt in Tessen. "
        "According to people in the harbour, on 11 March 2031 the mayor met Ivo Brandt for the first time in years.",
    )
    (meeting,) = [entry for entry in entries(tmp_path, DAY, late) if {"meet", "met"} & set(entry.label.split())]
    assert any("2031" in cite.text for cite in meeting.cites if cite.report == "r1")


def test_what_lies_long_before_is_background(tmp_path: Path) -> None:
    old = (
        "2031-03-13",
        "Holm and Brandt meet again\n\n"
        "Mayor Greta Holm met the shipowner Ivo Brandt in Tessen on Tuesday. "
        "Greta Holm visited the harbour of Ulm in May 2024.",
    )
    found = {one.date: one.background for one in entries(tmp_path, DAY, old)}
    assert found["2024-05"]
    assert not found["2031-03-11"]


def test_what_no_report_dates_lies_before_the_report_that_tells_it(tmp_path: Path) -> None:
    text = (
        "Holm praises the harbour\n\nGreta Holm praised the harbour on 4 March 2031. "
        "“It is a fine place,” she said. Years before, Ivo Brandt had sold the old yard in Ulm."
    )
    undated = [entry for entry in entries(tmp_path, ("2031-03-13", text)) if entry.date is None]
    assert undated
    assert all(entry.earliest is None and entry.latest == "2031-03-13" for entry in undated)


@pytest.mark.parametrize(
    "text",
    [
        "Lorry overturns in Ulm\n\nA lorry overturned on the quay of Ulm on Friday, police said. Its driver was hurt.",
        "Holm opens the yard\n\nMayor Greta Holm opened the new yard yesterday. Ivo Brandt will run it from next month.",
        "Mill burns down\n\nThe old mill of Tessen burned down last night. Two families lost their homes.",
        "Strike ends in Holm\n\nDockers in Holm ended their strike this morning. The first ship is to be unloaded tomorrow.",
        "Brandt resigns\n\nIvo Brandt resigned on Monday as head of the yard. He had led it for three weeks.",
    ],
)
def test_an_undated_report_has_its_events_and_no_timeline(tmp_path: Path, text: str) -> None:
    (told,) = dateline.tell(rows(tmp_path, {"title": text.split("\n")[0], "text": text}, language="en")).stories
    assert told.findings.events
    assert not told.findings.timeline


def test_undated_reports_of_one_story_tell_what_happened(tmp_path: Path) -> None:
    one = "Lorry overturns in Ulm\n\nA lorry overturned on the quay of Ulm on Friday, police in Ulm said. The driver died."
    other = "Driver dies in Ulm\n\nA driver died when his lorry overturned on the quay of Ulm, police said on Friday."
    (told,) = dateline.tell(
        rows(tmp_path, *({"title": text.split("\n")[0], "text": text} for text in (one, other)), language="en")
    ).stories
    assert any("overturn" in entry.label for entry in told.findings.timeline)
    assert all(entry.date is None for entry in told.findings.timeline)


def test_what_did_not_happen_is_told_by_words_that_say_so(tmp_path: Path) -> None:
    text = (
        "Holm opens the yard\n\nMayor Greta Holm opened the new yard of Tessen on Tuesday. "
        "On Tuesday Ivo Brandt did not visit the yard of Tessen."
    )
    (visit,) = [one for one in entries(tmp_path, ("2031-03-12", text)) if "visit" in one.label]
    assert (visit.label, visit.status) == ("Ivo Brandt did not visit the yard of Tessen", "happened")


def test_what_something_is_done_for_is_no_entry(tmp_path: Path) -> None:
    words = "Mayor Greta Holm met Ivo Brandt in Tessen on Tuesday to calm a quarrel about the harbour."
    found = entries(tmp_path, ("2031-03-12", f"Holm meets Brandt\n\n{words}"))
    assert found
    assert "calm" not in " ".join(one.label for one in found if one.status == "planned")


def test_of_a_large_story_what_one_origin_tells_is_told_where_it_leads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    also = (
        "2031-03-12",
        "Holm meets Brandt\n\nMayor Greta Holm met the shipowner Ivo Brandt in Tessen on Tuesday. The two spoke for an hour. "
        "On Monday Ivo Brandt sold a barge in Ulm.",
    )
    small = " ".join(one.label for one in entries(tmp_path, DAY, also))
    monkeypatch.setattr("dateline.weigh.timeline.MANY", 2)
    large = " ".join(one.label for one in entries(tmp_path, DAY, also))
    assert "barge" in small
    assert "barge" not in large
    assert "met" in large or "meet" in large


def test_a_day_in_an_undated_report_makes_a_timeline(tmp_path: Path) -> None:
    text = "Lorry overturns in Ulm\n\nA lorry overturned in Ulm on 7 March 2031, the fire brigade said."
    (told,) = dateline.tell(rows(tmp_path, {"title": "Lorry overturns in Ulm", "text": text}, language="en")).stories
    assert told.findings.timeline[0].date == "2031-03-07"


def test_an_event_of_the_same_hours_has_the_day(tmp_path: Path) -> None:
    text = "Brandt buys yard\n\nIvo Brandt bought the yard on Tuesday, hours after Brandt met Greta Holm."
    pile = rows(tmp_path, text, title="Brandt buys yard", published="2031-03-12", language="en")
    (story,) = dateline.stories(pile)
    days = {one.event.head: one.days for one in mentions(story) if one.event.head in ("bought", "met")}
    assert days == {"bought": ("2031-03-11", "2031-03-11"), "met": ("2031-03-11", "2031-03-11")}


@pytest.mark.parametrize("story", ["cup", "strait"])
def test_entries_stand_in_order_and_once(story: str, accounts: Mapping[str, Account]) -> None:
    (told,) = accounts[story].stories
    days = [one.earliest or "~" for one in told.findings.timeline]
    assert days == sorted(days)
    assert len({(entry.date, entry.name) for entry in told.findings.timeline}) == len(told.findings.timeline)
    assert any(entry.date for entry in told.findings.timeline)


def test_a_plan_stands_on_the_timeline_with_each_time_it_aimed_at(cup: Account) -> None:
    (told,) = cup.stories
    (tour,) = [plan.id for plan in told.findings.plans if "tour" in plan.title]
    aims = {(one.date, one.status) for one in told.findings.timeline if one.plan == tour and not one.event}
    assert aims == {("2032-07", "postponed"), ("2032-08", "cancelled")}


def test_what_is_dated_before_christ_stands_first(tmp_path: Path) -> None:
    words = "Mayor Greta Holm met the shipowner Ivo Brandt in Tessen on Tuesday. Marsh burned the mint in 44 BC."
    text = f"Talks in Tessen\n\n{words} The town was founded in 490 BC."
    days = [entry.earliest for entry in entries(tmp_path, ("2031-03-12", text))]
    assert days == ["-0489-01-01", "-0043-01-01", "2031-03-11"]


def test_what_was_said_by_a_month_gives_its_event_no_day(tmp_path: Path) -> None:
    found = entries(tmp_path, ("2031-03-12", "By August Kaja Brandt said that the army had attacked Tessen."))
    assert [entry.date for entry in found] == [None]


def test_what_had_been_before_has_not_the_day_of_what_is_told_with_it(tmp_path: Path) -> None:
    text = "Yard sold\n\nIvo Brandt sold the yard in Tessen on Tuesday. Greta Holm, who had bought it, left Tessen on Tuesday."
    days = {entry.label: entry.date for entry in entries(tmp_path, ("2031-03-12", text))}
    assert days["Ivo Brandt sold the yard in Tessen"] == "2031-03-11"
    assert all(day is None for label, day in days.items() if "bought" in label)


def test_what_no_report_dates_has_the_day_of_what_is_told_with_it(tmp_path: Path) -> None:
    first = (
        "Fire in Tessen\n\nA fire destroyed the mint in Tessen on Tuesday and firemen carried Greta Holm from the roof."
    )
    second = "Mint burns\n\nFiremen carried Greta Holm from the roof of the mint in Tessen."
    found = entries(tmp_path, ("2031-03-12", first), ("2031-03-20", second))
    assert {entry.date for entry in found if "carried" in entry.label} == {"2031-03-11"}


def test_two_names_of_one_thing_are_one_entry(tmp_path: Path) -> None:
    first = "Quake hits Tessen\n\nA strong earthquake hit southern Tessen on Tuesday, the mayor said."
    second = "Tessen shaken\n\nA strong earthquake has hit southern Tessen on Tuesday."
    found = entries(tmp_path, ("2031-03-12", first), ("2031-03-12", second))
    assert len([entry for entry in found if "earthquake" in entry.label]) == 1


def test_what_was_planned_and_held_stands_on_its_day(cup: Account) -> None:
    (told,) = cup.stories
    held = [plan for plan in told.findings.plans if plan.status == "held"]
    assert held
    for plan in held:
        day = plan.history[-1].for_
        assert any(
            one.date == day and one.status == "happened" and one.plan == plan.id for one in told.findings.timeline
        )


def test_the_news_of_a_headline_is_of_the_day_that_the_first_sentence_names(tmp_path: Path) -> None:
    text = "Brandt invites Holm to Tessen\n\nThe shipowner Ivo Brandt on Friday invited Mayor Greta Holm to Tessen, he said."
    days = {entry.date for entry in entries(tmp_path, ("2031-03-16", text)) if "invite" in entry.label.casefold()}
    assert days == {"2031-03-14"}


def test_what_is_to_come_is_not_what_was_told_before_as_done(tmp_path: Path) -> None:
    done = "Dahl keeps his title\n\nThe boxer Otto Dahl defended his title against Ivo Brandt in Tessen on Saturday."
    next_ = "Dahl to fight again\n\nThe boxer Otto Dahl will defend his title in Tessen on 8 September 2031."
    found = {(entry.date, entry.status) for entry in entries(tmp_path, ("2031-03-16", done), ("2031-03-17", next_))}
    assert {("2031-03-15", "happened"), ("2031-09-08", "planned")} <= found


def test_no_entry_is_without_a_name_unless_a_report_leads_with_it() -> None:
    """Of ten sample reports: what has no name is told in a headline or a first sentence."""
    folder = Path(__file__).parents[2] / "examples" / "strait"
    leads = set[tuple[str, int]]()
    reports = tuple(flow.marked(flow.read(folder)))
    for marked in reports:
        body = [sentence.span.start for sentence in marked.sentences if sentence.label == "body"]
        heads = [sentence.span.start for sentence in marked.sentences if sentence.label == "headline"]
        leads |= {(marked.report.id, start) for start in (*heads, *body[:1])}
    found = weigh(with_events(group(reports, one_story=True)[0]))
    events = {event.id: event for event in found.events}
    assert len(found.timeline) > len(reports)
    for entry in found.timeline:
        told = (
            [(one.sentence.report, one.sentence.start) for one in events[entry.event].mentions] if entry.event else []
        )
        assert entry.label or leads.intersection(told), entry.text


def test_what_a_report_dates_needs_no_weight() -> None:
    body = "The mayor Greta Holm opened the bridge of Tessen on Monday. A court convicted Ivo Moe of fraud in 2019."
    story = with_events(group([made.marked(made.report("Bridge opened", body, day="2031-03-13"))])[0])
    light = [replace(event, weight=0.01) for event in weigh(story).events]
    told = timeline(story, (), light)
    assert any("Moe" in entry.label and entry.date == "2019" for entry in told)
    undated = [replace(event, basis="bound", date=None, earliest=None, news=0.5) for event in light]
    assert not any("Moe" in entry.label for entry in timeline(story, (), undated))


def test_what_is_told_beside_a_weightier_event_by_several_reports_is_no_entry_more(tmp_path: Path) -> None:
    told = entries(
        tmp_path,
        (
            "2031-03-12",
            "Ferry sinks off Tessen\n\nThe ferry Marit sank off Tessen on Tuesday after it struck a rock in fog, the "
            "coastguard said. Mayor Greta Holm spoke of a black day.",
        ),
        (
            "2031-03-12",
            "Marit strikes rock and sinks\n\nThe ferry Marit struck a rock in fog and sank off Tessen on Tuesday. The "
            "captain, Ivo Brandt, was the last to leave her.",
        ),
        (
            "2031-03-13",
            "Tessen mourns the Marit\n\nOn Tuesday the ferry Marit struck a rock off Tessen and sank within an hour. Ivo "
            "Brandt, her captain, has been questioned.",
        ),
    )
    (wreck,) = (entry for entry in told if "sinks" in entry.label)
    assert wreck.date == "2031-03-11" and len(wreck.origins) == 3


def test_a_sentence_that_only_names_an_event_does_not_tell_it_in_place_of_what_it_tells(tmp_path: Path) -> None:
    text = "Marsh and Varga met in Tessen on Tuesday. At the meeting, Brandt sold the yard to Ada Marsh for 9 million crowns."
    (story,) = group(tuple(made.mark([made.report(text)])))
    story = with_events(story)
    told = {(m.marked.report.id, m.event.span.start) for m in mentions(story) if m.event.rank != "noun"}
    both = [event for event in weigh(story).events if "meet" in event.kind]
    named = frozenset().union(*(_only_named(event, told) for event in both))
    assert named == {(story.reports[0].report.id, text.index("At the meeting"))}

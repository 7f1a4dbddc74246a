"""The forms of other programs: calendars parse back, slides have their fields, tables their rows, events their status."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from dateline import cli, edtf
from dateline import contract as shapes
from dateline.cli import streams
from dateline.records import Account
from dateline.show import words
from dateline.show.forms import ical, markdown, schemaorg, table, timelinejs

ROOT = Path(__file__).parent.parent.parent
CUP = ROOT / "examples" / "cup"


def events(account: Account) -> dict[str, dict[str, object]]:
    made = Calendar.from_ical(ical.plans(account))
    assert made["VERSION"] == "2.0"
    found = {}
    for one in made.walk("VEVENT"):
        assert not one.errors
        found[str(one["SUMMARY"])] = {key: one.decoded(key) for key in one} | {"status": str(one["STATUS"])}
    return found


def test_a_calendar_parses_back(cup: Account) -> None:
    found = events(cup)
    final = found["Lake Cup final between Ellin City and Vale United"]
    assert final["status"] == "CONFIRMED"
    assert (final["DTSTART"], final["DTEND"]) == (date(2032, 6, 27), date(2032, 6, 28))
    tour = found["Ellin City’s tour of Marrovia"]
    assert tour["status"] == "CANCELLED"
    assert (tour["DTSTART"], tour["DTEND"]) == (date(2032, 8, 1), date(2032, 9, 1))
    assert set(found) == {plan.title for plan in cup.stories[0].findings.plans if plan.for_}


def test_a_plan_that_moves_keeps_its_uid_and_counts_up(cup: Account, cup_before: Account) -> None:
    """SEQUENCE counts the plan's steps: what was known on a day has the same UID and a lower number."""
    title = "Ellin City’s tour of Marrovia"
    then, now = events(cup_before)[title], events(cup)[title]
    assert then["UID"] == now["UID"]
    assert (then["SEQUENCE"], now["SEQUENCE"]) == (1, 3)
    assert (then["status"], now["status"]) == ("TENTATIVE", "CANCELLED")


def test_the_same_account_gives_the_same_calendar(cup: Account) -> None:
    assert ical.plans(cup) == ical.plans(shapes.load(Account, shapes.account(cup)))
    assert Calendar.from_ical(ical.timeline(cup)).walk("VEVENT")


def test_slides_have_what_timelinejs_requires(cup: Account) -> None:
    for made in (timelinejs.timeline(cup), timelinejs.plans(cup)):
        assert made["title"]["text"]["headline"]
        assert made["events"]
        assert len({one["unique_id"] for one in made["events"]}) == len(made["events"])
        for one in made["events"]:
            assert isinstance(one["start_date"]["year"], int)
            date(**one["start_date"])
            assert one["text"]["headline"]
            if "end_date" in one:
                assert date(**one["end_date"]) > date(**one["start_date"])
                assert one["display_date"]


def test_a_fuzzy_date_keeps_its_words(cup: Account) -> None:
    made = timelinejs.timeline(cup)
    assert "August 2032" in {one.get("display_date") for one in made["events"]}


def test_a_table_has_a_row_an_event_or_a_row_a_cite(cup: Account) -> None:
    told = cup.stories[0]
    rows = list(csv.DictReader(io.StringIO(table.timeline(cup), newline="")))
    assert len(rows) == len(told.findings.timeline)
    dated = [row for row in rows if row["date"]]
    assert dated
    assert all(edtf.interval(row["date"]) == (row["earliest"] or None, row["latest"] or None) for row in dated)
    cites = list(csv.DictReader(io.StringIO(table.timeline(cup, by_cite=True), newline="")))
    assert len(cites) == sum(len(one.cites) for one in told.findings.timeline)
    texts = {report.id: report.text for report in cup.reports}
    for row in cites:
        there = texts[row["report"]][int(row["start"]) : int(row["end"])]
        assert " ".join(there.split()) == row["words"]
    steps = list(csv.DictReader(io.StringIO(table.plans(cup), newline="")))
    assert [row["status"] for row in steps if "tour" in row["plan"]] == [
        "offered",
        "postponed",
        "withdrawn",
        "cancelled",
    ]


def test_schemaorg_says_what_became_of_an_event(cup: Account) -> None:
    graph = {one["name"]: one for one in schemaorg.plans(cup)["@graph"]}
    tour = graph["Ellin City’s tour of Marrovia"]
    assert tour["eventStatus"] == "https://schema.org/EventCancelled"
    assert (tour["startDate"], tour["previousStartDate"]) == ("2032-08", "2032-07")
    takeover = graph["Takeover of Ellin City by Brandt Holdings"]
    assert takeover["eventStatus"] == "https://schema.org/EventScheduled"
    assert "startDate" not in takeover
    assert all(one["subjectOf"] for one in graph.values())


def test_a_plan_put_off_to_a_known_time_is_rescheduled(cup_before: Account) -> None:
    made = schemaorg.plans(cup_before)["@graph"]
    (tour,) = [one for one in made if "tour" in one["name"]]
    assert tour["eventStatus"] == "https://schema.org/EventRescheduled"
    assert tour["previousStartDate"] == "2032-07"


@pytest.mark.parametrize("verb", ["timeline", "plans"])
def test_the_verbs_write_every_form(
    verb: str, cup: Account, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "account", lambda *_: cup)
    for form in ("text", "json", "csv", "cites", "ical", "timelinejs", "schemaorg"):
        with pytest.raises(SystemExit) as left:
            cli.main([verb, str(CUP), "--format", form])
        out = capsys.readouterr().out
        assert left.value.code in (0, None)
        assert out
        if form in ("json", "timelinejs", "schemaorg"):
            json.loads(out)
    monkeypatch.undo()
    with pytest.raises(SystemExit):
        cli.main([verb, str(CUP), "--json", "--as-of", "2032-06-12"])
    (story,) = json.loads(capsys.readouterr().out)["stories"]
    assert story[verb]


def test_an_unknown_form_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["plans", str(CUP), "--format", "xml"])
    assert left.value.code == 2
    assert "xml" in capsys.readouterr().err


@pytest.mark.parametrize("when", ["9999-12-31", "9999", "../9999-12-31", "-0043", "0000"])
def test_what_no_calendar_can_hold_stays_out_of_it(cup: Account, when: str) -> None:
    story = cup.stories[0]
    plan = replace(
        story.findings.plans[0],
        for_=when,
        history=tuple(replace(one, for_=when) for one in story.findings.plans[0].history),
    )
    assert ical.plans(replace(cup, stories=(replace(story, findings=replace(story.findings, plans=(plan,))),)))


def test_a_statement_without_a_verb_of_its_own_is_shown_by_its_words(cup: Account) -> None:
    said = next(
        one for story in cup.stories for one in story.findings.statements if one.polarity == "assert" and one.cue
    )
    assert words.verb(said)
    assert words.verb(replace(said, cue=None)) == ""
    bare = tuple(
        replace(
            story,
            findings=replace(
                story.findings, statements=tuple(replace(said, cue=None) for said in story.findings.statements)
            ),
        )
        for story in cup.stories
    )
    assert "- ** " not in markdown.markdown(replace(cup, stories=bare))


def test_what_is_called_false_is_not_shown_as_if_that_were_denied(cup: Account) -> None:
    said = next(one for story in cup.stories for one in story.findings.statements if one.cue and one.cue.text == "said")
    assert words.verb(replace(said, polarity="deny")) == "said"
    assert words.bare("the talk as `` mad.''") == "the talk as “mad.”"
    assert words.bare("the talk as ‘‘mad,’’") == "the talk as “mad,”"
    assert words.bare("the talk was 'very, very odd'") == "the talk was 'very, very odd'"

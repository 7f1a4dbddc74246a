"""Claims: a fact stands once; a conflict is typed and rests on the same event and slot; different detail is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import dateline
from dateline.records import Told
from made import rows

Tell = Callable[[dict[str, tuple[str, str]]], Told]


def two(one: str, other: str) -> dict[str, tuple[str, str]]:
    """Two reports of one day, each a headline and a line of body."""
    return {
        "a": ("14 March 2031", f"Quake shakes the Torvane valley\nTORVANE — {one}"),
        "b": ("14 March 2031", f"Valley towns count their losses\nTORVANE — {other}"),
    }


def of(story: Told, verdict: str) -> list[tuple[str, set[str]]]:
    return [(c.kind, {side.text for side in c.sides}) for c in story.claims if c.verdict == verdict]


@pytest.mark.parametrize(
    ("one", "other", "kind", "sides"),
    [
        (
            "Twelve people were killed when a strong earthquake struck the Torvane valley on Thursday, police said.",
            "Rescuers said that seventeen people were killed when the earthquake struck the Torvane valley on Thursday.",
            "number",
            {"Twelve people", "seventeen people"},
        ),
        (
            "Harwick Steel agreed to pay $40 million for the Orsa rolling mill, the two companies said on Thursday.",
            "Harwick Steel agreed to pay $55 million for the Orsa rolling mill, according to a court filing.",
            "number",
            {"$40 million", "$55 million"},
        ),
        (
            "Striker Dan Orrell met Coach Pia Lund in Torvane on Tuesday to discuss the transfer to the club.",
            "Striker Dan Orrell met Coach Pia Lund in Torvane on Wednesday to discuss his future, the agent said.",
            "date",
            {"11 March 2031", "12 March 2031"},
        ),
        (
            "The mill was founded in 1911 and employs 300 people in the Torvane valley, the company said.",
            "The mill, founded in 1922, stands in the Torvane valley, where the company makes rails for trains.",
            "date",
            {"1911", "1922"},
        ),
        (  # of two ships; and the report of the denial has the finding too
            "Norland denied that its tug Petrel rammed the barge Nadja off Holm. An inquiry found that the tug Petrel had "
            "struck the barge Nadja in fog.",
            "Pia Lund lifted the ban three weeks after an inquiry found that the Norland tug Petrel had struck the barge "
            "Nadja.",
            "status",
            {"its tug Petrel rammed the barge Nadja off Holm", "the tug Petrel had struck the barge Nadja in fog"},
        ),
    ],
)
def test_a_conflict_is_typed(tell: Tell, one: str, other: str, kind: str, sides: set[str]) -> None:
    assert (kind, sides) in of(tell(two(one, other)), "conflict")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Twelve people were killed when a strong earthquake struck the Torvane valley on Thursday, police said.",
            "Forty people were injured when a strong earthquake struck the Torvane valley on Thursday, police said.",
        ),
        (
            "Twelve people were killed when a strong earthquake struck the Torvane valley on Thursday, police said.",
            "A dozen people were killed when the earthquake struck the Torvane valley; 12 people died, police said.",
        ),
        (
            "Striker Dan Orrell met Coach Pia Lund in Torvane on Tuesday to discuss the transfer to the club.",
            "Striker Dan Orrell met Coach Pia Lund on Tuesday and then met the same Coach Pia Lund on Wednesday.",
        ),
        (  # one sentence has both numbers
            "Twelve people were killed when a strong earthquake struck the Torvane valley on Thursday, police said.",
            "Seventeen people, twelve of them miners, were killed when the earthquake struck the Torvane valley.",
        ),
        (  # a number so many times another is of something else
            "Twelve people were killed when a strong earthquake struck the Torvane valley on Thursday, police said.",
            "An earthquake that struck the Torvane valley killed 31,000 people.",
        ),
    ],
)
def test_different_detail_is_no_conflict(tell: Tell, one: str, other: str) -> None:
    assert of(tell(two(one, other)), "conflict") == []


@pytest.mark.parametrize(("day", "told"), [("15 March 2031", 1), ("20 March 2032", 0)])
def test_two_ages_conflict_where_no_birthday_lies_between(tell: Tell, day: str, told: int) -> None:
    first = "Rower saved off Orsa\nORSA — Rower Dan Orrell, 31, was saved by a ferry off Orsa on Thursday."
    later = "Rower saved off Orsa\nHOLM — Rower Dan Orrell, 32, who was saved by a ferry off Orsa, has left hospital in Holm."
    assert len(of(tell({"a": ("14 March 2031", first), "b": (day, later)}), "conflict")) == told


def test_a_fact_stands_once(tell: Tell) -> None:
    one = "Twelve people were killed when a strong earthquake struck the Torvane valley on Thursday, police said."
    other = "Police said the strong earthquake that struck the Torvane valley on Thursday killed twelve people."
    last = "The earthquake which killed twelve people in the Torvane valley on Thursday was the strongest for years."
    story = tell(
        {
            "a": ("14 March 2031", f"Quake shakes the Torvane valley\nTORVANE — {one}"),
            "b": ("15 March 2031", f"Valley counts its losses\nORSA — {other} Schools stay shut until Monday."),
            "c": ("16 March 2031", f"After the quake\nHOLM — {last} The mayor of Orsa asked for tents."),
        }
    )
    agreed = {c.text: {one.report for one in c.sides[0].cites} for c in story.claims if c.verdict == "agreed"}
    assert agreed.pop("The earthquake killed twelve people in the Torvane valley") == {"a", "b", "c"}
    (struck,) = agreed
    assert "Torvane valley" in struck


def test_what_tells_of_nothing_done_or_counts_otherwise_says_no_clause(tell: Tell) -> None:
    shut = "Orsa closed its northern harbour to foreign boats on Monday."
    opened = "The mayor lifted the ban on foreign boats in the northern harbour of Orsa last week."
    saved = "Fourteen crew members of the Marit were saved by a coastguard ship of Orsa."
    others = "Seventeen crew members of the Marit were saved by a coastguard ship of Orsa, a guard said."
    story = tell(
        {
            "a": ("14 March 2031", f"Orsa shuts its harbour\nORSA — {shut} {saved}"),
            "b": ("15 March 2031", f"Boats of Orsa\nHOLM — {shut} The herring is dear."),
            "c": ("24 March 2031", f"Ban of Orsa ends\nHOLM — {opened} {others}"),
        }
    )
    agreed = [claim for claim in story.claims if claim.verdict == "agreed"]
    assert agreed
    for claim in agreed:
        words = " ".join(one.text for one in claim.sides[0].cites)
        assert "lifted" not in claim.text
        assert not ("Fourteen" in words and "Seventeen" in words)


def test_what_one_report_alone_says_is_single(tell: Tell) -> None:
    story = tell(
        two(
            "Mayor Petra Vell visited the broken bridge in Orsa on Thursday and promised help.",
            "Twelve people were killed when a strong earthquake struck the Torvane valley on Thursday, police said.",
        )
    )
    singles = [claim for claim in story.claims if claim.verdict == "single"]
    assert any("Petra Vell" in claim.text for claim in singles)
    assert all(len({one.report for one in claim.sides[0].cites}) == 1 for claim in singles)


def test_agreed_is_what_each_cited_report_says(tell: Tell) -> None:
    """Both tell of one quake; only what both say of it is agreed, and no report is cited for what it does not say."""
    told = tell(
        {
            "a": (
                "14 March 2031",
                "Quake in Torvane\nA quake struck the Torvane valley on Thursday and injured fifty people.",
            ),
            "b": (
                "14 March 2031",
                "Valley hit\nA strong quake struck the Torvane valley early on Thursday, cutting its power.",
            ),
            "c": (
                "14 March 2031",
                "Valley shaken\nA quake struck the Torvane valley. It injured fifty people in Orsa, a nurse said.",
            ),
        }
    )
    agreed = {
        claim.text: {cite.report for cite in claim.sides[0].cites} for claim in told.claims if claim.verdict == "agreed"
    }
    assert any("struck" in text and reports == {"a", "b", "c"} for text, reports in agreed.items())
    assert all("b" not in reports for text, reports in agreed.items() if "injured" in text)


def test_what_one_report_counts_twice_is_two_things(tell: Tell) -> None:
    told = tell(
        {
            "a": (
                "14 March 2031",
                "Blast in Orsa\nA blast in Orsa injured nine people on Thursday. Four people were hurt in Lund.",
            ),
            "b": ("14 March 2031", "Blast hits Orsa\nA blast in Orsa injured four people on Thursday, the mayor said."),
        }
    )
    assert not of(told, "conflict")


def test_an_earlier_occasion_is_another_event(tell: Tell) -> None:
    told = tell(
        {
            "a": (
                "14 March 2031",
                "Quake in Orsa\nA quake in Orsa killed ten people on Thursday, 13 March 2031, police said.",
            ),
            "b": (
                "14 March 2031",
                "Orsa shaken\nA quake in Orsa killed ten people on Thursday, 13 March 2031, the mayor said.",
            ),
            "c": (
                "15 March 2031",
                "Orsa again\nA quake in Orsa killed 400 people on 2 December 2028, the mayor recalled.",
            ),
        }
    )
    assert not of(told, "conflict")
    assert all(len({cite.report for cite in entry.cites} & {"a", "c"}) < 2 for entry in told.timeline)


def test_a_conflict_names_somebody_as_one_of_its_reports_does(tell: Tell) -> None:
    told = tell(
        {
            "a": (
                "14 March 2031",
                "Ferry owner honoured\nMargit R. Oll was honoured in Orsa. She bought the Orsa ferry from the crown in 1988.",
            ),
            "b": (
                "14 March 2031",
                "Orsa thanks Oll\nMargit Oll was thanked by Orsa. Oll bought the Orsa ferry from the crown in 1994.",
            ),
        }
    )
    assert ("date", {"1988", "1994"}) in of(told, "conflict")


def test_two_outlets_versions_of_one_text_can_differ(tmp_path: Path) -> None:
    """One origin, two outlets: whoever carried it changed a figure, or mended it."""
    text = (
        "Hiker falls in Orsa\n\nPiet Vose, a baker who lived in Lund, fell from the ridge above Orsa on Thursday, police said. "
        "Inspector Ida Holm said that nobody should climb it alone. Piet Vose, {}, had climbed it before with a borrowed rope."
    )
    pile = rows(
        tmp_path,
        {
            "id": "a",
            "title": "Hiker falls in Orsa",
            "text": text.format(41),
            "outlet": "Tarn Echo",
            "published": "2031-03-14",
        },
        {
            "id": "b",
            "title": "Hiker falls in Orsa",
            "text": text.format(44),
            "outlet": "Lund Post",
            "published": "2031-03-14",
        },
        language="en",
    )
    (told,) = dateline.tell(pile).stories
    assert ("number", {"41", "44"}) in [
        (one.kind, {side.text for side in one.sides}) for one in told.findings.claims if one.verdict == "conflict"
    ]


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (
            "The death toll from a fire at a hostel in Torvane on Monday climbed to 14, police said.",
            "A fire at a hostel in Torvane on Monday killed 17 people, the fire brigade said.",
            {"14", "17 people"},
        ),
        (
            "The death toll from the flood in Lund province on Sunday stood at 120 on Tuesday, the governor said.",
            "A flood in Lund province on Sunday killed 134 people, the Red Cross said.",
            {"120", "134 people"},
        ),
        (
            "A ferry capsized off Holm on Friday, with a death toll of 32, the coastguard said.",
            "The death toll from the ferry that capsized off Holm on Friday rose to 37, the navy said.",
            {"32", "37"},
        ),
        (
            "Rescuers put the death toll from a landslide in the Orla valley on Monday at 45.",
            "A landslide in the Orla valley on Monday killed 51 people, the army said.",
            {"45", "51 people"},
        ),
        (
            "The death toll from an explosion at the Orsa mill on Monday rose from five to nine, the mayor said.",
            "An explosion at the Orsa mill on Monday killed eleven people, the union said.",
            {"nine", "eleven people"},
        ),
    ],
)
def test_a_death_toll_counts_the_dead_whatever_verb_tells_of_it(
    tell: Tell, one: str, other: str, sides: set[str]
) -> None:
    (conflict,) = [claim for claim in tell(two(one, other)).claims if claim.verdict == "conflict"]
    assert (conflict.kind, {side.text for side in conflict.sides}) == ("number", sides)
    assert conflict.text.startswith("How many were killed")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The death toll from a fire at a hostel in Torvane on Monday climbed to at least 14, police said.",
            "A fire at a hostel in Torvane on Monday killed 17 people, the fire brigade said.",
        ),
        (
            "The death toll from a fire at a hostel in Torvane on Monday rose by three to 17, police said.",
            "A fire at a hostel in Torvane on Monday killed 17 people, the fire brigade said.",
        ),
        (
            "The bridge toll in Torvane rose to 61 crowns on Monday, the council said.",
            "A fire at a hostel in Torvane on Monday killed 64 people, the council said.",
        ),
    ],
)
def test_tolls_that_agree_or_of_another_thing_are_no_conflict(tell: Tell, one: str, other: str) -> None:
    assert of(tell(two(one, other)), "conflict") == []


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (
            "A quake hit Lund province on Sunday, killing 10 people and injuring 80.",
            "A quake that hit Lund province on Sunday killed 10 people and wounded 62 others, the Red Cross said.",
            {"80", "62 others"},
        ),
        (
            "A magnitude-5.9 quake hit Lund province on Sunday, the weather office in Orsa said.",
            "A quake with a magnitude of 6.3 hit Lund province on Sunday, the weather office in Holm said.",
            {"magnitude-5.9", "magnitude of 6.3"},
        ),
    ],
)
def test_numbers_alone_and_on_a_scale_conflict(tell: Tell, one: str, other: str, sides: set[str]) -> None:
    (conflict,) = [claim for claim in tell(two(one, other)).claims if claim.verdict == "conflict"]
    assert (conflict.kind, {side.text for side in conflict.sides}) == ("number", sides)


SUM = "Harbour Bank offered Holm Motors a deal worth €40 million on Monday, people who know of the talks said."
MORE = "Late on Monday Harbour Bank offered Holm Motors a deal that is worth €55m, a director said after the talks."
OTHERS = "Orsa Savings offered Holm Motors a deal worth €55 million on Monday, people who know of the talks said."
A_YEAR = "Harbour Bank offered Holm Motors a deal worth €5 million a year on Monday, a director said in the evening."


@pytest.mark.parametrize(("other", "sides"), [(MORE, {"€40 million", "€55m"}), (OTHERS, set()), (A_YEAR, set())])
def test_sums_conflict_where_one_body_offers_them(tell: Tell, other: str, sides: set[str]) -> None:
    conflicts = [claim for claim in tell(two(SUM, other)).claims if claim.verdict == "conflict"]
    assert {side.text for claim in conflicts for side in claim.sides} == sides


def test_the_dead_of_an_older_quake_are_counted_apart(tell: Tell) -> None:
    old = "A quake hit Torvane in May 2027, killing 600 people."
    one = f"A quake hit Lund province on Sunday, killing 10 people, the governor said. {old}"
    other = "On Sunday 13 people were killed as a quake hit Lund province, the Red Cross said in a note from its seat."
    (conflict,) = [claim for claim in tell(two(one, other)).claims if claim.verdict == "conflict"]
    assert {side.text for side in conflict.sides} == {"10 people", "13 people"}


def test_a_name_that_reports_spell_differently_is_asked(tell: Tell) -> None:
    first = "Rower saved off Orsa\nORSA — Rower Dan Orrell was saved by a ferry off Orsa on Thursday."
    later = "A night at sea\nHOLM — Rower Dan Orell spent a night in the water before a ferry found him off Orsa."
    found = of(tell({"a": ("14 March 2031", first), "b": ("14 March 2031", later)}), "conflict")
    assert found == [("wording", {"Orell", "Orrell"})]


def test_somebody_s_own_words_are_agreed_on_with_who_says_them(tell: Tell) -> None:
    story = tell(
        two(
            "The trial of Ivo Brandt began. “Ivo Brandt fired the shot at the mayor of Torvane,” Ida Falk told the court.",
            "At the trial of Ivo Brandt the clerk Ida Falk wept. “Brandt fired that shot at the mayor from the Torvane dam.”",
        )
    )
    agreed = [text for _, sides in of(story, "agreed") for text in sides]
    assert any("fired" in text for text in agreed)
    assert not any(text.startswith(("Ivo Brandt fired", "Brandt fired")) for text in agreed)

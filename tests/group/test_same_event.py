"""The same event across reports: joined where words, parts and story speak for it; like events of two occasions stay two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from dateline import flow
from dateline.group.events import Place, events, why
from dateline.group.events.clusters import clusters
from dateline.group.events.kin import ordered, senses
from dateline.group.events.traits import traits
from dateline.group.people import people
from dateline.records import Story
from made import report


def story(*texts: str, days: Sequence[str | None] = ()) -> Story:
    """One story of one report a text; each line is a block, the first its headline."""
    reports = []
    for number, text in enumerate(texts):
        head, *body = text.split("\n")
        blocks = [("body" if len(texts) == 1 else "headline", head), *(("body", line) for line in body)]
        reports.append(report(*blocks, key=f"r{number}", day=days[number] if days else None))
    marked = tuple(flow.marked(reports))
    persons, who, _ = people(marked)
    return Story("s", "t", marked, people=persons, who=who)


def place(told: Story, report: int, head: str, which: int = 0) -> Place:
    """The mention of a report with this word."""
    marks = told.reports[report].events
    return report, [at for at, event in enumerate(marks) if event.head.casefold() == head.casefold()][which]


def together(told: Story, a: Place, b: Place) -> bool:
    return any({a, b} <= set(event.members) for event in events(told))


QUAKE = (
    "Strong earthquake strikes Orland province\n"
    "A strong earthquake struck Orland province on Sunday, killing nine people, officials said.\n"
    "The quake destroyed dozens of houses in the town of Veshti."
)
QUAKE_TOO = (
    "Nine dead after quake hits Orland\n"
    "Nine people died when an earthquake hit Orland province on Sunday, the governor said.\n"
    "The earthquake destroyed many houses in Veshti."
)
KILLED = (
    "Guard killed at Tarn bank\n"
    "Guard Pell Oduya was killed in a robbery at a bank in Tarn on Friday.\n"
    "Police said two robbers had fled in a van."
)
DIED = (
    "Bank guard dies in Tarn robbery\n"
    "Pell Oduya, a guard, died in a robbery at a Tarn bank on Friday, police said.\n"
    "The robbers fled in a van."
)
TALKS = (
    "Arvid Lenn and Mira Sool hold talks in Halden\n"
    "President Arvid Lenn and Prime Minister Mira Sool held talks in Halden on Monday about fishing rights."
)
MET = (
    "Lenn meets Sool in Halden\n"
    "President Arvid Lenn met Prime Minister Mira Sool in Halden on Monday to speak about fishing rights."
)


def test_every_mention_is_in_one_event() -> None:
    told = story(QUAKE, QUAKE_TOO)
    members = [member for event in events(told) for member in event.members]
    assert sorted(members) == [(at, mark) for at, one in enumerate(told.reports) for mark in range(len(one.events))]
    assert all(0 <= event.cohesion <= 1 for event in events(told))


@pytest.mark.parametrize(
    ("one", "head", "other", "second"),
    [
        (QUAKE, "struck", QUAKE_TOO, "hit"),
        (KILLED, "killed", DIED, "died"),
        (TALKS, "held", MET, "met"),
        (QUAKE, "destroyed", QUAKE_TOO, "destroyed"),
    ],
)
def test_other_words_for_one_event_are_joined(one: str, head: str, other: str, second: str) -> None:
    told = story(one, other)
    marks = {event.head.casefold() for event in told.reports[0].events}
    first = head if head in marks else "talks"
    assert together(told, place(told, 0, first), place(told, 1, second))


def test_two_kinds_in_one_sentence_are_two() -> None:
    told = story(QUAKE, QUAKE_TOO)
    assert not together(told, place(told, 0, "struck"), place(told, 0, "killing"))
    assert not together(told, place(told, 1, "died"), place(told, 1, "said"))


def test_like_events_of_two_occasions_stay_apart() -> None:
    told = story(
        "Singer Dora Quill arrested in Port Sare\n"
        "Police arrested the singer Dora Quill in Port Sare on 3 March 2031 for drunken driving.",
        "Footballer Bram Tolland arrested in Esk\n"
        "Officers arrested the footballer Bram Tolland in Esk on 9 June 2031 after a fight in a bar.",
        days=("2031-03-04", "2031-06-10"),
    )
    assert not together(told, place(told, 0, "arrested", 1), place(told, 1, "arrested", 1))


def test_one_deed_on_two_days_is_two() -> None:
    told = story(
        "Earthquake hits Orland\nAn earthquake hit Orland on 3 March 2031, officials said.",
        "Earthquake hits Orland\nAn earthquake hit Orland on 19 March 2031, officials said.",
        days=("2031-03-04", "2031-03-20"),
    )
    assert not together(told, place(told, 0, "hit"), place(told, 1, "hit"))


def test_opposite_roles_stay_apart() -> None:
    told = story(
        "Lenn invites Sool\nPresident Arvid Lenn invited Prime Minister Mira Sool to the summit.",
        "Sool invites Lenn\nPrime Minister Mira Sool invited President Arvid Lenn to the summit.",
    )
    assert not together(told, place(told, 0, "invited"), place(told, 1, "invited"))


def test_what_one_report_tells_the_other_way_round_is_an_event_of_its_own() -> None:
    one = "Marsh invites Belic\nPresident Ada Marsh invited Prime Minister Goran Belic to a visit, her office said."
    back = (
        "Belic invites Marsh\nPrime Minister Goran Belic has invited President Ada Marsh to a visit, his office said."
    )
    told = story(one, f"{one} She was glad.", f"{one} It rained.", f"{one} Nobody spoke.", back)
    assert not together(told, place(told, 0, "invited"), place(told, 4, "invited"))
    assert together(told, place(told, 0, "invited"), place(told, 3, "invited"))


def test_statements_of_two_people_stay_apart() -> None:
    told = story(
        "Port to close\nThe port will close in May, said harbour master Ines Falk.",
        "Crew freed\nThe crew was freed after a week, said the lawyer Tom Radek.",
    )
    assert not together(told, place(told, 0, "said"), place(told, 1, "said"))


def test_meetings_with_other_parties_stay_apart() -> None:
    told = story(
        "Lenn meets Sool\nPresident Arvid Lenn met Prime Minister Mira Sool in Halden on Monday.",
        "Lenn meets Quist\nPresident Arvid Lenn met King Edvin Quist in Halden on Monday.",
    )
    assert not together(told, place(told, 0, "met"), place(told, 1, "met"))


def test_the_same_parties_are_one_meeting_and_a_bare_noun_is_theirs() -> None:
    told = story(
        "Lenn meets Sool\nPresident Arvid Lenn met Prime Minister Mira Sool in Halden on Monday.\n"
        "The cameras were kept out. The summit had been planned for a year.",
        "A handshake in the rain\nThe long summit between Prime Minister Mira Sool and President Arvid Lenn pleased nobody.",
    )
    assert together(told, place(told, 0, "met"), place(told, 1, "summit"))
    assert together(told, place(told, 0, "met"), place(told, 0, "summit"))


def test_a_meeting_of_which_one_is_named_and_a_town_is_none_of_the_parties() -> None:
    told = story(
        "Lenn meets Sool\nPresident Arvid Lenn met Prime Minister Mira Sool in Halden on Monday.\n"
        "Sool looked tired as she sat down with Lenn. Nobody had slept before the Halden summit.",
        "A handshake in the rain\nThe long summit between Prime Minister Mira Sool and President Arvid Lenn pleased nobody.",
    )
    assert together(told, place(told, 0, "met"), place(told, 0, "sat"))
    assert together(told, place(told, 0, "met"), place(told, 0, "summit"))


def test_a_weekday_six_days_back_may_be_the_day_after() -> None:
    told = story(
        "Lenn meets Sool\nPresident Arvid Lenn met Prime Minister Mira Sool in Halden on Monday.",
        "Lenn meets Sool\nPresident Arvid Lenn met Prime Minister Mira Sool in the port of Halden on Monday.",
        days=("2031-03-10", "2031-03-09"),  # a Monday; a page of Sunday that was written on
    )
    assert together(told, place(told, 0, "met"), place(told, 1, "met"))


def test_large_groups_need_surer_pairs() -> None:
    first, second = np.triu_indices(40, 1)
    near = (first < 20) == (second < 20)
    apart = clusters(40, (first, second), np.where(near, 0.9, 0.12), 0.1)
    assert len(set(apart.tolist())) == len({True, False})


def test_what_stands_word_for_word_is_one() -> None:
    found = events(story(QUAKE, QUAKE))
    assert found
    for event in found:
        assert {mark for report, mark in event.members if report == 0} == {
            mark for report, mark in event.members if report == 1
        }


def test_copies_show_what_they_would_show_alone() -> None:
    text = "Rask board fined\n\nThe board of Rask fined Tom Ellin on Monday. Ellin said that he would pay."
    told = story(text, text, days=["2031-03-04", "2031-03-04"])
    first, second = told.reports
    apart = replace(told, reports=(first, replace(second, events=(*second.events,))))
    assert second.events is first.events and apart.reports[1].events is not first.events
    assert traits(told) == traits(apart) and len(traits(told)) >= 4
    other = replace(told, who={**told.who, (second.report.id, "Tom Ellin"): "somebody else"})
    named = [trait.named for trait in traits(other)]
    assert any("somebody else" in ids for some in named[len(named) // 2 :] for ids in some)
    assert not any("somebody else" in ids for some in named[: len(named) // 2] for ids in some)


def test_a_story_without_events_has_none() -> None:
    assert events(Story("s", "t", ())) == ()


def test_the_same_story_gives_the_same_events() -> None:
    assert events(story(QUAKE, QUAKE_TOO, KILLED)) == events(story(QUAKE, QUAKE_TOO, KILLED))


def test_why_names_what_speaks_for_a_pair() -> None:
    told = story(QUAKE, QUAKE_TOO)
    reasons = why(told, place(told, 0, "destroyed"), place(told, 1, "destroyed"))
    assert "case" in dict(reasons)
    assert abs(reasons[0][1]) >= abs(reasons[-1][1])


def test_senses_are_near_both_ways() -> None:
    assert senses(*ordered("resign", "quit")) > senses(*ordered("resign", "kill"))


def test_groups_join_by_the_mean_of_their_pairs() -> None:
    pairs = np.array([0, 0, 1, 2, 3]), np.array([1, 2, 2, 3, 4])
    scores = np.array([0.9, 0.8, 0.7, 0.5, 0.9])
    assert clusters(5, pairs, scores, 0.5).tolist() == [0, 0, 0, 3, 3]


def test_a_broken_limit_keeps_two_groups_apart() -> None:
    pairs = np.array([0, 0, 1]), np.array([1, 2, 2])
    assert clusters(3, pairs, np.array([0.9, 0.9, -1.0]), 0.3).tolist() == [0, 0, 2]

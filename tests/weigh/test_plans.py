"""Plans: threads of steps, whose guest is whose, what a later report repeats, what was held, and what a report date hides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import dateline
from dateline.group import group, with_events
from dateline.mark import mark
from dateline.records import Account, Plan
from dateline.weigh import weigh
from dateline.weigh.mentions import mentions
from dateline.weigh.plans.moves import moves
from dateline.weigh.plans.threads import Thread
from made import report, rows

Tell = Callable[..., Account]


@pytest.fixture
def tell(tmp_path: Path) -> Tell:
    """Reports as (day, text), told as one account. A text's first line is its headline."""

    def told(*reports: tuple[str | None, str], as_of: str | None = None) -> Account:
        lines = [{"title": text.split("\n")[0], "text": text, "published": day} for day, text in reports]
        return dateline.tell(rows(tmp_path, *lines, language="en"), as_of=as_of)

    return told


def plans(account: Account) -> list[Plan]:
    return [plan for story in account.stories for plan in story.findings.plans]


def course(plan: Plan) -> list[tuple[str | None, str, str | None]]:
    return [(step.date, step.status, step.for_) for step in plan.history]


INVITED = (
    "2031-03-12",
    "Norrland president invites Varga\n\n"
    "President Ilse Thorne of Norrland on Tuesday invited Prime Minister Pavel Varga to visit Tessen in June. "
    "Varga thanked Thorne for the invitation.",
)
REPEATED = (
    "2031-03-15",
    "Varga silent on visit\n\n"
    "Prime Minister Pavel Varga has not said whether he will go to Tessen. "
    "President Ilse Thorne invited Varga to visit Tessen in June.",
)
PUT_OFF = (
    "2031-05-02",
    "Visit put off\n\n"
    "Prime Minister Pavel Varga's visit to Tessen, which had been planned for June, was postponed on Thursday until "
    "September, his office said. President Ilse Thorne had invited Varga in March.",
)


def test_a_report_that_repeats_a_plan_adds_no_step(tell: Tell) -> None:
    (plan,) = plans(tell(INVITED, REPEATED))
    assert course(plan) == [("2031-03-11", "offered", "2031-06")]
    assert {cite.report for cite in plan.history[0].cites} == {"r0", "r1"}


def test_a_visit_that_is_put_off_aims_at_its_new_time(tell: Tell) -> None:
    (plan,) = plans(tell(INVITED, REPEATED, PUT_OFF))
    assert course(plan) == [("2031-03-11", "offered", "2031-06"), ("2031-05-01", "postponed", "2031-09")]
    assert (plan.status, plan.for_) == ("postponed", "2031-09")
    assert plan.title == "Pavel Varga’s visit to Tessen"


def test_only_what_was_known_on_a_day(tell: Tell) -> None:
    (plan,) = plans(tell(INVITED, PUT_OFF, as_of="2031-04-01"))
    assert course(plan) == [("2031-03-11", "offered", "2031-06")]


def test_who_invites_whom_matters(tell: Tell) -> None:
    back = (
        "2031-03-13",
        "Varga invites Thorne in return\n\n"
        "Prime Minister Pavel Varga on Wednesday invited President Ilse Thorne to visit Oster in May. "
        "The invitation follows one by Thorne to Varga.",
    )
    found = plans(tell(INVITED, back))
    assert {plan.title for plan in found} == {"Pavel Varga’s visit to Tessen", "Ilse Thorne’s visit to Oster"}


def test_an_offer_after_a_postponement_is_renewed(tell: Tell) -> None:
    again = (
        "2031-07-10",
        "Thorne renews invitation\n\n"
        "President Ilse Thorne on Wednesday renewed her invitation to Pavel Varga to visit Tessen, this time for October.",
    )
    (plan,) = plans(tell(INVITED, PUT_OFF, again))
    assert course(plan)[-1] == ("2031-07-09", "renewed", "2031-10")
    assert [step.status for step in plan.history] == ["offered", "postponed", "renewed"]


def test_reports_that_differ_on_what_became_of_a_plan_conflict(tell: Tell) -> None:
    other = (
        "2031-05-02",
        "Varga visit is off\n\n"
        "Prime Minister Pavel Varga's visit to Tessen was cancelled on Thursday, the harbour office said. "
        "President Ilse Thorne had invited Varga in March.",
    )
    account = tell(INVITED, PUT_OFF, other)
    claims = [claim for story in account.stories for claim in story.findings.claims if claim.verdict == "conflict"]
    (claim,) = [claim for claim in claims if claim.kind == "status"]
    assert [{cite.report for cite in side.cites} for side in claim.sides] == [{"r1"}, {"r2"}]


def test_another_reason_that_one_report_gives_is_a_conflict(tell: Tell) -> None:
    told = tell(
        INVITED,
        (
            "2031-04-02",
            "Visit to Tessen put off until October\n\n"
            "Prime Minister Pavel Varga's visit to Tessen, which had been planned for June, was postponed on Tuesday "
            "until October. He will go once the harbour dispute has been settled, his office said. "
            "Norrland gave a different reason. A spokesman for Thorne said that the visit had been moved "
            "because of a strike at the airport.",
        ),
    )
    reasons = [claim for story in told.stories for claim in story.findings.claims if claim.kind == "reason"]
    assert [[side.text for side in claim.sides] for claim in reasons] == [
        ["once the harbour dispute has been settled", "because of a strike at the airport"]
    ]
    assert reasons[0].text.startswith("Why postponed: once the harbour dispute")


def test_what_is_rejected_is_the_plan_that_was_offered(tell: Tell) -> None:
    (plan,) = plans(
        tell(
            (
                "2031-02-03",
                "Halder bids for Orsk Mills\n\n"
                "Halder Group offered on Monday to buy Orsk Mills for 40 million crowns. Halder Group makes paper.",
            ),
            (
                "2031-02-07",
                "Orsk Mills says no\n\n"
                "The board of Orsk Mills on Friday rejected the takeover bid by Halder Group, calling it too low.",
            ),
        )
    )
    assert [step.status for step in plan.history] == ["offered", "rejected"]
    assert plan.title.startswith("Takeover of Orsk Mills")


def test_a_treaty_is_left_and_not_withdrawn(tell: Tell) -> None:
    (plan,) = plans(
        tell(
            (
                "2031-02-03",
                "France to quit treaty\n\n"
                "The French government said on Monday that France would withdraw from the Baltic Waters Treaty. "
                "The Baltic Waters Treaty was signed in 1990.",
            )
        )
    )
    assert plan.history[0].status == "planned"
    assert "exit from" in plan.title


def test_what_nobody_plans_is_no_plan(tell: Tell) -> None:
    account = tell(
        (
            "2031-02-03",
            "Mayor rejects claims\n\n"
            "Mayor Greta Holm on Monday rejected the allegations. She accepted the report of the auditors. "
            "The treaty of 1990 is still in force. She did not know what had happened at the meeting.",
        )
    )
    assert plans(account) == []


def test_three_plans_of_a_story_to_their_end(cup: Account) -> None:
    """The sample story: one plan is held, one cancelled, two still open."""
    found = {plan.title: plan for plan in plans(cup)}
    final = found["Lake Cup final between Ellin City and Vale United"]
    tour = found["Ellin City’s tour of Marrovia"]
    takeover = found["Takeover of Ellin City by Brandt Holdings"]
    assert len(found) == 4
    assert found["The club's shareholders will meet to vote on a takeover by Brandt Holdings"].for_ == "2032-08-19"
    assert course(final) == [("2032-06-11", "postponed", "2032-06-27"), ("2032-06-27", "held", "2032-06-27")]
    assert [step.status for step in tour.history] == ["offered", "postponed", "withdrawn", "cancelled"]
    assert tour.history[-1].why == "because too many players are injured"
    assert [(step.date, step.status) for step in takeover.history] == [
        ("2032-06-14", "offered"),
        ("2032-06-17", "rejected"),
        ("2032-07-01", "renewed"),
    ]


STORIES = {
    "launch": (
        (
            "2033-03-01",
            "Orbita to launch weather satellite\n\nOrbita will launch the weather satellite Meteo-4 from the Sarno "
            "spaceport on 9 March, the agency said on Tuesday. The launch had been planned for February.",
        ),
        (
            "2033-03-09",
            "Meteo-4 launch scrubbed over winds\n\nThe launch of the weather satellite Meteo-4 was scrubbed on Wednesday "
            "because of high winds at the Sarno spaceport. Orbita said it would try again on 12 March.",
        ),
        (
            "2033-03-12",
            "Weather satellite reaches orbit\n\nOrbita launched the weather satellite Meteo-4 on Saturday from the Sarno "
            "spaceport, three days after high winds forced it to call off a first attempt.",
        ),
    ),
    "trial": (
        (
            "2031-01-10",
            "Trial of ex-mayor set for March\n\nThe trial of the former mayor of Ostia Bay, Ramon Teller, will begin on "
            "3 March, a judge ruled on Friday. Teller is accused of taking bribes from the builder Nils Arden.",
        ),
        (
            "2031-02-26",
            "Teller trial delayed\n\nA judge on Wednesday postponed the trial of Ramon Teller until May after the former "
            "mayor fell ill. Teller denies taking bribes.",
        ),
        (
            "2031-05-19",
            "Ex-mayor goes on trial\n\nRamon Teller, the former mayor of Ostia Bay, went on trial on Monday, accused of "
            "taking bribes. The trial had been delayed because Teller was ill.",
        ),
    ),
    "strike": (
        (
            "2031-09-01",
            "Ferry crews to strike next week\n\nFerry workers at Norlink plan to strike for three days from 9 September in "
            "a row over pay, the Seamen's Union said on Monday. Norlink runs ferries to the islands.",
        ),
        (
            "2031-09-05",
            "Norlink strike suspended\n\nThe Seamen's Union suspended a strike at Norlink on Friday after the company made "
            "a new offer. Norlink chief executive Dana Roth said talks would resume on Monday.",
        ),
        (
            "2031-09-12",
            "Ferry workers call off strike\n\nFerry workers at Norlink called off their strike on Friday after the Seamen's "
            "Union and the company agreed on pay.",
        ),
    ),
    "concert": (
        (
            "2032-05-05",
            "Mira Solen to play Harbour Hall\n\nThe singer Mira Solen will give a concert at Harbour Hall in Lund Bay on "
            "14 June, her label said on Wednesday.",
        ),
        (
            "2032-06-10",
            "Solen cancels Lund Bay concert\n\nMira Solen has cancelled her concert at Harbour Hall in Lund Bay on 14 June "
            "because of a throat infection, her label said on Thursday. Tickets will be refunded.",
        ),
    ),
}


@pytest.mark.parametrize(
    ("story", "steps"),
    [
        ("launch", [("planned", "2033-03-09"), ("cancelled", None), ("held", "2033-03-12")]),
        ("trial", [("planned", "2031-03-03"), ("postponed", "2031-05"), ("held", "2031-05-19")]),
        ("strike", [("planned", "2031-09-09"), ("postponed", None), ("cancelled", None)]),
        ("concert", [("planned", "2032-06-14"), ("cancelled", "2032-06-14")]),
    ],
)
def test_plans_of_every_kind_are_followed(tell: Tell, story: str, steps: list[tuple[str, str | None]]) -> None:
    plan, *others = plans(tell(*STORIES[story]))
    assert [(step.status, step.for_) for step in plan.history] == steps
    beside = {"strike": ["Talks would resume"], "concert": ["Tickets will be refunded"]}
    assert [other.title for other in others] == beside.get(story, [])


@pytest.mark.parametrize(
    "said",
    [
        "Lawmakers on Thursday called on Prime Minister Pavel Varga to cancel his visit to Tessen.",
        "Senator Mira Stahl urged Prime Minister Pavel Varga on Thursday to postpone his visit to Tessen.",
        "Few called for the cancellation of Pavel Varga's visit to Tessen.",
        "Prime Minister Pavel Varga did not cancel his visit to Tessen on Thursday.",
        "Prime Minister Pavel Varga should put off his visit to Tessen, Senator Mira Stahl said on Thursday.",
        "Prime Minister Pavel Varga on Thursday rejected claims about his visit to Tessen.",
        "Senator Mira Stahl threatened on Thursday to cancel Pavel Varga's visit to Tessen.",
    ],
)
def test_what_is_only_demanded_weighed_or_denied_is_no_step(tell: Tell, said: str) -> None:
    later = ("2031-05-02", f"Varga visit debated\n\n{said} President Ilse Thorne had invited Pavel Varga in March.")
    (plan,) = [plan for plan in plans(tell(INVITED, later)) if "Tessen" in plan.title]
    assert {step.status for step in plan.history} == {"offered"}


@pytest.mark.parametrize(
    "line",
    [
        "Members of the council called on her to either confront Orr over the ban on boats in the strait or cancel the talks.",
        "Orr told his rival to cancel the talks.",
        "The call to cancel the talks came after a bad week.",
        "“If you do not stand up, cancel this meeting,” Dan Lund said.",
        "The Holm government’s long-postponed decision to raise the pension age has caused its ratings to fall.",
        "The host told Petra Vell that Orr kills journalists that do not agree with him.",
        "In 2029 Vell cancelled a meeting with Orr.",
        "Critics in Holm dismissed the talks of Vell and Orr as a waste of time.",
        "The delay followed a long tradition of his.",
    ],
)
def test_what_is_said_beside_a_plan_is_no_end_of_it(tell: Tell, line: str) -> None:
    first = "President Petra Vell and Prime Minister Jon Orr will meet for talks in Rask on Monday."
    told = plans(tell(("2031-03-14", f"Vell and Orr to meet in Rask\n\nHOLM — {first} {line}")))
    assert {step.status for plan in told for step in plan.history} == {"planned"}


def test_what_several_foretell_is_a_plan(tell: Tell) -> None:
    """Nobody is told to have planned it; three say that it will be."""
    told = tell(
        (
            "2031-03-15",
            "Store burns\n\nFire gutted the Torvane store on Friday. The Torvane store will be rebuilt, Ivo Brandt said.",
        ),
        (
            "2031-03-15",
            "Fire in Torvane\n\nThe Torvane store burnt on Friday. The Torvane store will be rebuilt by Ivo Brandt.",
        ),
        ("2031-03-16", "Store to rise\n\nThe Torvane store will be rebuilt after the fire of Friday, the mayor said."),
    )
    found = [plan for plan in plans(told) if "rebuilt" in plan.title]
    assert [plan.status for plan in found] == ["planned"]
    assert len({one.report for one in found[0].history[0].cites}) == 3


@pytest.mark.parametrize(
    ("first", "then", "aims"),
    [
        (
            "The trial of Jon Rask will open in Lund on 12 May, the court said.",
            "The trial of Jon Rask in Lund was moved to 2 June because a judge is ill, the court said on Sunday.",
            "2031-06-02",
        ),
        (
            "Prime Minister Siv Aas will travel to Drava on 12 May for talks, her office said.",
            "Siv Aas’s trip to Drava has been switched to 20 May, her office said on Sunday.",
            "2031-05-20",
        ),
        (
            "Parliament in Tollen will vote on the harbour bill on 12 May, Speaker Mira Tolland said.",
            "Speaker Mira Tolland has moved the vote on the harbour bill in Tollen to 30 May, her spokesman said.",
            "2031-05-30",
        ),
        (
            "President Ilse Thorne will visit Tessen on 12 May, her office said.",
            "The visit of President Ilse Thorne to Tessen was shifted from 12 May to 9 June, her office said.",
            "2031-06-09",
        ),
        (
            "President Ilse Thorne will visit Tessen on 12 May, her office said.",
            "President Ilse Thorne's visit to Tessen on 12 May has been put off until July, her office said.",
            "2031-07",
        ),  # `May has` is no possibility
    ],
)
def test_what_is_moved_to_another_day_is_to_be_then(tell: Tell, first: str, then: str, aims: str) -> None:
    (plan,) = plans(tell(("2031-03-03", f"{first}\n\n{first}"), ("2031-04-20", f"{then}\n\n{then}")))
    assert (plan.history[0].for_, plan.status, plan.for_) == ("2031-05-12", "postponed", aims)


def test_who_moves_to_a_place_moves_no_plan(tell: Tell) -> None:
    announced = "President Ilse Thorne will visit Tessen on 12 May, her office said."
    moved = "President Ilse Thorne moved to Tessen in 2019. The army moved its tanks to Tessen on Saturday."
    (plan,) = plans(tell(("2031-03-03", f"Visit\n\n{announced}"), ("2031-04-20", f"Thorne and Tessen\n\n{moved}")))
    assert (plan.status, plan.for_) == ("planned", "2031-05-12")


def test_a_planned_event_that_the_story_tells_as_done_was_held(tell: Tell) -> None:
    ahead = (
        "2031-03-12",
        "Thorne to come for anniversary\n\n"
        "President Ilse Thorne plans to attend the anniversary of the river treaty in Tessen in May, her office said.",
    )
    done = (
        "2031-05-22",
        "Thorne and Varga mark anniversary\n\n"
        "President Ilse Thorne and Pavel Varga marked the anniversary of the river treaty in Tessen on Wednesday.",
    )
    (plan,) = plans(tell(ahead, done))
    assert (plan.status, plan.history[-1].status, plan.history[-1].date) == ("held", "held", "2031-05-21")


def test_what_is_to_come_on_a_day_is_a_plan_though_one_report_tells_it(tell: Tell) -> None:
    text = "Baker on trial\n\nThe trial of the baker Ivo Renn opened in Sund on Monday. The trial will resume on 8 May 2031."
    found = [(plan.status, plan.for_) for plan in plans(tell(("2031-05-05", text)))]
    assert ("planned", "2031-05-08") in found


def test_a_deed_that_may_be_words_is_a_plan_where_it_has_its_day(tell: Tell) -> None:
    text = (
        "Renn keeps belt\n\nThe boxer Ivo Renn kept his belt in Sund on Saturday. "
        "Renn will defend the title against Jan Holm in Orsa on 8 June 2031."
    )
    assert [(plan.status, plan.for_) for plan in plans(tell(("2031-05-05", text)))] == [("planned", "2031-06-08")]


def test_a_birthday_is_no_plan(tell: Tell) -> None:
    text = "Renn leaves Lund\n\nThe striker Ivo Renn left Lund on Monday. Renn will turn 29 on 8 May 2031."
    assert not plans(tell(("2031-05-05", text)))


def test_what_is_put_off_is_a_plan_whatever_it_is(tell: Tell) -> None:
    one = "Witness not heard\n\nTestimony by the second witness was postponed until Friday, Judge Edda Lunn said on Monday."
    other = "Court waits\n\nIn Sund the judge postponed the testimony of the second witness on Monday until Friday."
    (plan,) = plans(tell(("2031-05-05", one), ("2031-05-05", other)))
    assert plan.title.startswith("The testimony of the second witness")
    assert (plan.status, plan.for_) == ("postponed", "2031-05-09")


OFFERED = (
    "2031-07-04",
    "Rovers offer Weir four years\n\nHalvern Rovers have offered the goalkeeper Oona Weir a four-year contract, "
    "the club said on Thursday.",
)
BOTH = (
    "2031-07-06",
    "Weir weighs her choice\n\nTessen Athletic have made Oona Weir a three-year, $9 million offer. Halvern Rovers had offered "
    "Weir a contract two days before.",
)
TAKEN_BACK = (
    "2031-07-09",
    "Rovers give up on Weir\n\nHalvern Rovers have withdrawn their offer to Oona Weir, the coach said on Tuesday.",
)


def test_each_giver_of_offers_has_a_plan_of_its_own(tell: Tell) -> None:
    found = {plan.title: course(plan) for plan in plans(tell(OFFERED, BOTH, TAKEN_BACK))}
    assert found["Halvern Rovers’ offer to Oona Weir"] == [
        ("2031-07-03", "offered", None),
        ("2031-07-08", "withdrawn", None),
    ]
    assert [status for _, status, _ in found["Tessen Athletic’s offer to Oona Weir"]] == ["offered"]


def test_who_is_asked_to_take_a_place_and_accepts_it(tell: Tell) -> None:
    asked = (
        "Thorne picks Marsh\n\nPresident Ilse Thorne has asked the surgeon Ada Marsh to be head of the health board."
    )
    taken = "Marsh said to agree\n\nPresident Ilse Thorne asked Ada Marsh to be its head. Marsh has accepted the post."
    (plan,) = plans(tell(("2031-01-07", asked), ("2031-01-09", taken)))
    assert plan.title == "Ilse Thorne’s offer to Ada Marsh"
    assert plan.status == "accepted"


def test_what_is_offered_to_nobody_in_particular_is_no_plan(tell: Tell) -> None:
    text = (
        "Shop widens choice\n\nThe Tessen shop Lamp & Line offers customers several options, Ada Marsh said on Tuesday."
    )
    assert plans(tell(("2031-01-07", text), ("2031-01-08", text + " It opened in May."))) == []


def test_a_plan_is_called_by_the_name_that_a_pronoun_stands_for(tell: Tell) -> None:
    text = "Shop owner charged\n\nA jury in December indicted Kyle Brandt on charges of fraud, and he awaits trial."
    (plan,) = plans(tell(("2031-01-07", text)))
    assert plan.title == "Kyle Brandt awaits trial"


def test_talks_of_others_are_no_step_of_a_meeting_even_where_they_were_taken_for_one_event() -> None:
    text = (
        "Talks in autumn\n\nIlse Thorne and Pavel Varga are expected to meet in Tessen in November. Jan Holm and Greta Lind "
        "are expected to meet in Halvern in November."
    )
    (story,) = group(tuple(mark([report(text)])))
    told = with_events(story)
    theirs, *_, others = (move for move in moves(told, tuple(mentions(told))) if move.who)
    assert theirs.core == others.core == "meet"
    assert not theirs.who & others.who
    (event, *_) = weigh(told).events
    thread = Thread(theirs.core)
    thread.add(theirs, event, None)
    assert thread.takes(theirs, event)
    assert not thread.takes(replace(others, places=frozenset()), event)

"""Planning acts, planned events and the words around them, on events made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.cite import Span
from dateline.language.english import plan_titles, planning, predicates
from dateline.language.plan_titles import PlanParts
from dateline.records.marks import EventMention, Participant


def event(text: str, head: str, lemma: str) -> EventMention:
    """An event whose clause is the whole sentence."""
    start, whole = text.index(head), Span(0, len(text))
    return EventMention(
        Span(start, start + len(head)), whole, whole, head, lemma, "planned", noun=head in planning.nouns()
    )


@pytest.mark.parametrize(
    ("head", "lemma", "status"),
    [
        ("invited", "invite", "offered"),
        ("put", "put off", "postponed"),
        ("invitations", "invite", "offered"),
        ("agreement", "agree", "agreed"),
        ("summit", "meet", None),
        ("ate", "eat", None),
    ],
)
def test_acts(head: str, lemma: str, status: str | None) -> None:
    assert planning.act(event(head, head, lemma)) == status


@pytest.mark.parametrize(
    ("text", "head", "lemma", "kind"),
    [
        ("Estmark will withdraw from the treaty", "withdraw", "withdraw", "exit"),
        ("Estmark will withdraw the offer", "withdraw", "withdraw", None),
        ("the two teams meet in the final", "meet", "meet", "play"),
        ("the two leaders meet in Karst", "meet", "meet", "meet"),
        ("she will try the soup", "try", "try", None),
        ("the trial of Tarr", "trial", "trial", "trial"),
    ],
)
def test_what_is_planned_ahead(text: str, head: str, lemma: str, kind: str | None) -> None:
    assert planning.plannable(text, event(text, head, lemma)) == kind


@pytest.mark.parametrize("text", ["urged him to cancel the fair", "did not cancel the fair", "will cancel the claims"])
def test_what_is_only_wished_or_done_to_a_claim(text: str) -> None:
    assert planning.only_wished(text, event(text, "cancel", "cancel"))


def test_what_is_done_is_not_only_wished() -> None:
    assert not planning.only_wished(
        "The mayor cancelled the fair", event("The mayor cancelled the fair", "cancelled", "cancel")
    )


@pytest.mark.parametrize(
    ("before", "aims"),
    [("was put off until ", "until"), ("planned for the ", "for"), ("due on ", "for"), ("said on ", None)],
)
def test_what_a_time_is_to_a_plan(before: str, aims: str | None) -> None:
    assert planning.aims(before) == aims


def test_what_points_at_a_plan() -> None:
    assert planning.means_plan("that decision") and planning.means_plan("it")
    assert not planning.means_plan("a decision to raise taxes")


@pytest.mark.parametrize(
    ("parts", "title"),
    [
        (PlanParts("visit", "visit", going="Ada Marsh", place="Drava"), "Ada Marsh’s visit to Drava"),
        (PlanParts("visit", "tour", place="Drava"), "Tour of Drava"),
        (PlanParts("meet", "meeting", people=("Ann", "Bo"), place="Karst"), "Meeting of Ann and Bo in Karst"),
        (
            PlanParts("buy", "takeover", bodies=("Brandt",), agent="Brandt", patient="Hask"),
            "Takeover of Hask by Brandt",
        ),
        (PlanParts("exit", "exit", agent="Estmark", treaty="the Lake pact"), "Estmark’s exit from the Lake pact"),
        (PlanParts("appeal", "appeal", people=("Tarr",)), "Tarr’s appeal"),
        (PlanParts("race", "race", called="Lake Marathon", place="Karst"), "Lake Marathon in Karst"),
        (PlanParts("race", "race"), "Race"),
    ],
)
def test_titles(parts: PlanParts, title: str) -> None:
    made = plan_titles.journey(parts) if plan_titles.is_journey(parts.kind) else plan_titles.title(parts)
    assert made == title


def test_predicates() -> None:
    assert predicates.kind_of(event("struck", "struck", "strike")) == "strike"
    assert not predicates.happens(event("began", "began", "begin"))
    assert not predicates.happens(replace(event("said", "said", "say"), speaks=True))
    assert predicates.happens(event("arrested", "arrested", "arrest"))


def test_only_who_travels_comes_on_a_visit() -> None:
    came = event("the offer came", "came", "come")
    assert not predicates.happens(came) and predicates.kind_of(came) == "come"
    guest = Participant("agent", Span(0, 3), "Ann Holm")
    assert predicates.kind_of(replace(came, participants=(guest,))) == "visit"

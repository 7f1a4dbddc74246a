"""Events: status by frame, light verbs, who takes part, the time that belongs to a predicate, and what acts are about."""

from __future__ import annotations

import pytest

from dateline.records import EventMention
from made import marked, report


def events(text: str, published: str | None = "2021-05-12") -> tuple[EventMention, ...]:
    return marked(report(text, day=published), "event").events


def event(text: str, head: str) -> EventMention:
    return next(one for one in events(text) if one.head == head)


@pytest.mark.parametrize(
    ("text", "head", "status"),
    [
        ("The company bought its rival.", "bought", "happened"),
        ("The minister said the dam collapsed.", "collapsed", "happened"),
        ("The company will buy its rival.", "buy", "planned"),
        ("The club plans to sell the striker.", "sell", "planned"),
        ("The club is expected to sell the striker.", "sell", "planned"),
        ("The carmaker failed to recall the vans.", "recall", "denied"),
        ("The mayor refused to resign.", "resign", "denied"),
        ("The bank did not pay the fine.", "pay", "denied"),
        ("The minister denied that he took bribes.", "took", "denied"),
        ("Prosecutors allege that the broker forged documents.", "forged", "alleged"),
        ("The broker allegedly forged documents.", "forged", "alleged"),
        ("The bank may close the branch.", "close", "hypothetical"),
        ("If the river rises, the town floods.", "rises", "hypothetical"),
        ("The summit was postponed.", "summit", "postponed"),
        ("The airline called off the merger.", "merger", "cancelled"),
        ("Rescuers are searching the rubble.", "searching", "ongoing"),
        ("The pilot managed to land the plane.", "land", "happened"),
        ("The firm would be liable if it sold toys that hurt children.", "hurt", "hypothetical"),
        ("She is liable if the dam that flooded a town was hers.", "flooded", "happened"),
    ],
)
def test_status_follows_from_the_frame(text: str, head: str, status: str) -> None:
    assert event(text, head).status == status


def test_the_words_that_say_the_status_are_its_evidence() -> None:
    text = "The mayor refused to resign."
    assert [span.of(text) for span in event(text, "resign").evidence] == ["refused"]


@pytest.mark.parametrize(
    ("text", "head", "noun"),
    [
        ("Anna Kessler will visit the works.", "visit", False),
        ("The visit lasted an hour.", "visit", True),
        ("Anna Kessler held talks with Pavel Orlik.", "talks", True),
        ("Anna Kessler will report on the fire.", "report", False),
    ],
)
def test_a_noun_tells_it_or_a_verb_of_the_same_letters(text: str, head: str, noun: bool) -> None:
    assert event(text, head).noun is noun


def test_who_signs_a_post_does_nothing() -> None:
    assert events("Meet the Fleet on May 15, 2021.")
    assert not events("— Meet the Fleet (@meetthefleet) May 15, 2021")


def test_a_light_verb_lends_its_noun_subject_and_partner() -> None:
    found = events("Anna Kessler held talks with Pavel Orlik.")
    assert [one.lemma for one in found] == ["talk"]
    assert found[0].names() == ("Anna Kessler", "Pavel Orlik")


@pytest.mark.parametrize(
    ("text", "head", "lemma"),
    [
        ("Police looked into the break-in at the mill.", "break-in", "burglarize"),
        ("The cover-ups of the bank failed.", "cover-ups", "cover"),
        ("A walk-out by nurses began.", "walk-out", "strike"),
        ("Two died in the pile-up.", "pile-up", "crash"),
    ],
)
def test_a_noun_with_a_hyphen_is_one_word(text: str, head: str, lemma: str) -> None:
    assert event(text, head).lemma == lemma


@pytest.mark.parametrize(
    "text",
    ["The two marked the anniversary of the treaty in Tarn.", "The anniversary of the treaty happened in Tarn."],
)
def test_a_verb_that_says_no_more_than_that_it_is_carries_its_noun(text: str) -> None:
    (told,) = (one for one in events(text) if one.rank == "main")
    assert (told.head, told.lemma) == ("anniversary", "commemorate")


def test_what_is_done_by_now_is_not_dated_by_what_it_is_for() -> None:
    done = event("The stadium has been pumped dry for the final on 27 May 2021.", "pumped")
    assert (done.status, done.date) == ("happened", None)


def test_days_before_something_are_not_counted_from_the_report() -> None:
    assert event("The offer landed two weeks before the final.", "landed").date is None
    assert event("The offer had landed two weeks before.", "landed").date == "2021-04-28"


def test_an_infinitive_takes_the_object_of_what_governs_it() -> None:
    assert event("Anna Kessler asked Pavel Orlik to resign.", "resign").names("agent") == ("Pavel Orlik",)


def test_a_time_belongs_to_the_nearest_predicate_above_it() -> None:
    text = "The firm said on 3 May 2021 that the plant burned down."
    assert event(text, "said").date == "2021-05-03"
    assert event(text, "burned").date is None


def test_an_hour_that_took_a_wrong_day_plans_nothing() -> None:
    text = "The shop shuts at Christmas. The guard said that the man came in around 4 p.m. and left."
    assert event(text, "came").status == "happened"


def test_what_is_dated_after_the_report_is_planned() -> None:
    assert event("The court meets on 20 May 2021.", "meets").status == "planned"


def test_an_act_of_planning_is_about_what_it_plans() -> None:
    found = events("The club offered to sell the striker.")
    offer = next(one for one in found if one.head == "offered")
    assert offer.about is not None
    assert found[offer.about].head == "sell"


def test_a_clause_stays_inside_its_sentence_and_holds_the_head() -> None:
    found = events("The club, which lost on Sunday, sold its striker. He left at once.")
    assert len(found) == 3
    for mention in found:
        assert mention.sentence.holds(mention.clause)
        assert mention.clause.holds(mention.span)


@pytest.mark.parametrize("text", ["Ada Falk dead at 95", "Ada Falk was dead at 95."])
def test_a_line_without_a_verb_says_who_is_dead_and_no_age_is_a_place(text: str) -> None:
    dead = event(text, "dead")
    assert dead.names("agent", "patient") == ("Ada Falk",)
    assert not dead.names("place")
    assert all(part.role != "place" for part in dead.participants)


def test_who_says_it_inside_a_relative_clause_did_not_do_it() -> None:
    text = "The court struck down a rule that critics say hurt farmers."
    assert "critics" in [part.span.of(text) for part in event(text, "say").participants]
    hurt = [part.span.of(text) for part in event(text, "hurt").participants if part.role == "agent"]
    assert hurt == ["a rule"]
    assert event("She praised Ivo Brandt, who police say robbed a bank.", "robbed").names("agent") == ("Ivo Brandt",)


def test_a_headline_joins_two_names_by_a_comma() -> None:
    one = event("Lenn, Sool meet in Halden", "meet")
    assert [part.span.of("Lenn, Sool meet in Halden") for part in one.participants if part.role == "agent"] == [
        "Lenn",
        "Sool",
    ]
    assert one.clause.of("Lenn, Sool meet in Halden").startswith("Lenn, Sool meet")


def test_where_somebody_stands_in_a_picture_is_no_event() -> None:
    heads = {one.head for one in events("President Arvid Lenn, left, and Mira Sool talk on the balcony.")}
    assert "left" not in heads
    assert "left" in {one.head for one in events("President Arvid Lenn left on Monday.")}


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The visit had been moved because of the storm.", "move to"),
        ("The match was moved to Orsa because of the storm.", "move"),
        ("The boats were moved because of the storm.", "move"),
    ],
)
def test_what_is_an_event_is_moved_in_time(text: str, lemma: str) -> None:
    assert event(text, "moved").lemma == lemma

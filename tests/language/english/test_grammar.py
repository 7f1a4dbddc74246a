"""Grammar over the parse: subjects through control, participants, particles, negation, what a time hangs on."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Token

from dateline.language.english import grammar, model


def doc(text: str) -> Doc:
    return model.english()(text)


def word(text: str, head: str) -> Token:
    return next(token for token in doc(text) if token.text == head)


@pytest.mark.parametrize(
    ("text", "verb", "subject", "passive"),
    [
        ("The company bought its rival.", "bought", "company", False),
        ("The dam was built by Marsh.", "built", "dam", True),
        ("The club plans to sell the striker.", "sell", "club", False),
        ("Anna Kessler asked Pavel Orlik to resign.", "resign", "Orlik", False),
        ("The minister rose and left.", "left", "minister", False),
        ("The firm that owns the mine closed it.", "owns", "firm", False),
        ("The treaty signed in Tarn was kept.", "signed", "treaty", True),
        ("Marsh beat Orlik to win the title.", "win", "Marsh", False),
        ("The mayor sent Orlik to meet the crew.", "meet", "Orlik", False),
        ("Prosecutors charged Orlik with hacking the bank.", "hacking", "Orlik", False),
        ("Marsh hurt Orlik by hitting a wall.", "hitting", "Marsh", False),
    ],
)
def test_the_subject_is_found_through_control_and_conjunction(
    text: str, verb: str, subject: str, passive: bool
) -> None:
    found = grammar.subject(word(text, verb))
    assert found is not None
    assert (found.token.text, found.passive) == (subject, passive)


def test_who_takes_part_has_a_role_and_conjuncts_stand_one_by_one() -> None:
    found = grammar.arguments(word("Kessler and Orlik met Marsh in Halvern.", "met"))
    assert {(argument.role, argument.token.text) for argument in found} == {
        ("agent", "Kessler"), ("agent", "Orlik"), ("patient", "Marsh"), ("place", "Halvern"),
    }  # fmt: skip


def test_a_carrier_lends_its_noun_the_subject() -> None:
    talks = word("Kessler held talks with Orlik.", "talks")
    found = {(argument.role, argument.token.text) for argument in grammar.arguments(talks, talks.head)}
    assert found == {("agent", "Kessler"), ("other", "Orlik")}


def test_what_stands_for_nothing_takes_no_part() -> None:
    assert not list(grammar.arguments(word("It rained.", "rained")))


@pytest.mark.parametrize(
    ("text", "head", "lemma"),
    [
        ("They put off the vote.", "put", "put off"),
        ("They called off the merger.", "called", "call off"),
        ("They put it there.", "put", "put"),
        ("They are hoping to win.", "hoping", "hope"),
    ],
)
def test_a_particle_is_part_of_its_verb(text: str, head: str, lemma: str) -> None:
    assert grammar.verb(word(text, head)) == lemma


@pytest.mark.parametrize(
    ("text", "head", "no"),
    [
        ("The bank did not pay.", "pay", "not"),
        ("The bank never paid.", "paid", "never"),
        ("No bank paid.", "paid", "No"),
        ("The bank paid no fine.", "paid", "no"),
        ("The bank not only paid.", "paid", None),
        ("The bank paid.", "paid", None),
    ],
)
def test_one_word_negates(text: str, head: str, no: str | None) -> None:
    found = grammar.negation(word(text, head))
    assert (found.text if found is not None else None) == no


def test_a_clause_is_told_whole_without_what_is_beside_it() -> None:
    first, last = grammar.clause(word("The club, which lost on Sunday, sold its striker, and he left.", "sold"))
    assert (first.text, last.text) == ("The", "striker")


def test_a_time_hangs_on_the_nearest_predicate_above_it() -> None:
    told = doc("The firm said on Monday that the plant burned down.")
    said, burned, monday = (
        next(token for token in told if token.text == text) for text in ("said", "burned", "Monday")
    )
    assert grammar.bearer(monday, {said.i, burned.i}) == said
    assert grammar.bearer(monday, {burned.i}) is None


def test_a_time_after_be_hangs_on_its_subject() -> None:
    told = doc("The last visit was in June.")
    visit, june = (next(token for token in told if token.text == text) for text in ("visit", "June"))
    assert grammar.bearer(june, {visit.i}) == visit


@pytest.mark.parametrize(
    ("text", "verb", "time"),
    [("The board read her 2006 memoir.", "read", "2006"), ("It missed the June release date.", "missed", "June")],
)
def test_a_time_that_says_which_thing_is_meant_dates_no_deed(text: str, verb: str, time: str) -> None:
    told = doc(text)
    deed, when = (next(token for token in told if token.text == wanted) for wanted in (verb, time))
    assert grammar.bearer(when, {deed.i}) is None


def test_what_took_place_in_an_event_is_of_its_occasion() -> None:
    told = doc("The firm meddled in the June vote.")
    meddled, vote = (next(token for token in told if token.text == text) for text in ("meddled", "vote"))
    assert grammar.occasion(meddled, {vote.i}) == vote
    assert grammar.occasion(vote, {meddled.i}) is None

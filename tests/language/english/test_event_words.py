"""Predicates of English: nouns that tell of events, adjectives that are news, what reports and what does, where they stand."""

from __future__ import annotations

from functools import cache

import pytest

from dateline.language.english import events, grammar, model
from dateline.language.events import Predicate
from dateline.language.tokens import Doc


@cache
def parsed(text: str) -> Doc:
    return Doc(model.english()(text))


def predicate(text: str, head: str) -> Predicate | None:
    return next((made for made in events.predicates(parsed(text)) if made.token.text == head), None)


def found(text: str, head: str) -> Predicate:
    made = predicate(text, head)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("text", "head", "lemma"),
    [
        ("A quake shook the town after the talks.", "quake", "quake"),
        ("The verdict was read on Friday.", "verdict", "rule"),
        ("The trial of the mayor begins in May.", "trial", "trial"),
        ("He was arrested after the robbery.", "robbery", "rob"),
        ("She hopes to win.", "hopes", "hope"),
        ("Paramedics pronounced him dead.", "dead", "die"),
        ("Driver dead after crash", "dead", "die"),
        ("Falk, named chairman in May, left.", "named", "name"),
        ("A gunman opened fire at a mill.", "fire", "shoot"),
    ],
)
def test_what_tells_of_an_event(text: str, head: str, lemma: str) -> None:
    assert found(text, head).lemma == lemma


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The climbing party left the hut.", "party"),
        ("The affair cost him his role.", "role"),
        ("Last updated 13:26", "updated"),
        ("He is thought to have fled.", "thought"),
        ("The town, known as Halvern, has a harbour.", "known"),
        ("The town has a harbour.", "has"),
        ("A dead man lay there.", "dead"),
        ("A private firm called the Halvern Creamery bought it.", "called"),
        ("A man named Ivo Moe was held.", "named"),
        ("The town spent more on security.", "security"),
    ],
)
def test_what_tells_of_none(text: str, head: str) -> None:
    assert predicate(text, head) is None


@pytest.mark.parametrize(
    ("text", "head", "speaks"),
    [
        ("The minister said that the dam collapsed.", "said", True),
        ("The minister confirmed the closure.", "confirmed", True),
        ("Critics charged that the vote was rigged.", "charged", True),
        ("An inquiry found that the boat was unsafe.", "found", True),
        ("Police charged the man with murder.", "charged", False),
        ("A jury convicted Jane Roe of fraud.", "convicted", False),
        ("The judge sentenced her to nine years.", "sentenced", False),
        ("Police found two bodies.", "found", False),
        ("The city sued the company for negligence.", "sued", False),
        ("The president appointed Tom Hale.", "appointed", False),
        ("The judge ordered a recount.", "ordered", False),
        ("He pleaded guilty to arson.", "pleaded", False),
    ],
)
def test_a_verb_reports_or_does_by_its_frame(text: str, head: str, speaks: bool) -> None:
    assert events.speaks(found(text, head)) is speaks


@pytest.mark.parametrize(
    ("text", "head", "rank"),
    [
        ("The dam collapsed on Monday.", "collapsed", "main"),
        ("Anna Kessler held talks.", "talks", "main"),
        ("There was a blast in the market.", "blast", "main"),
        ("Two Killed In Mall Shooting", "Killed", "main"),
        ("Marsh to visit Halvern", "visit", "main"),
        ("The minister said that the dam collapsed.", "collapsed", "content"),
        ("He resigned after losing the vote.", "losing", "adverbial"),
        ("The man who won it left.", "won", "relative"),
        ("They refused to pay.", "pay", "infinitive"),
        ("The blast killed two people.", "blast", "noun"),
        ("The murder trial began.", "murder", "attributive"),
    ],
)
def test_where_a_mention_stands(text: str, head: str, rank: str) -> None:
    assert events.rank(found(text, head)) == rank


@pytest.mark.parametrize(
    ("text", "head", "tense"),
    [
        ("The dam collapsed on Monday.", "collapsed", "past"),
        ("The dam has collapsed.", "collapsed", "past"),
        ("She said the dam had collapsed.", "collapsed", "pluperfect"),
        ("The league usually publishes its dates in May.", "publishes", "present"),
        ("Such boats are built in Tessen.", "built", "present"),
        ("He left, closing the door.", "closing", "none"),
        ("They refused to pay.", "pay", "none"),
        ("Marsh to visit Halvern", "visit", "past"),
        ("Two sailors are dead.", "dead", "past"),
        ("Anna Kessler held talks.", "talks", "past"),
    ],
)
def test_the_form_of_a_verb(text: str, head: str, tense: str) -> None:
    assert events.tense(found(text, head), headline=False) == tense
    assert events.tense(found("Dam breaks", "breaks"), headline=True) == "past"


def test_an_infinitive_after_an_ordinal_has_its_noun_as_subject() -> None:
    text = "The second climber to die was a guide."
    subject = grammar.subject(found(text, "die").token)
    assert subject is not None and subject.token.text == "climber"

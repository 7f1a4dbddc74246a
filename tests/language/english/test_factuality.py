"""Factuality: each rule of the decision lists is reached, and the words that say a status are its evidence."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from spacy.tokens import Token

from dateline.language.english import factuality, model
from dateline.language.english.factuality import rules


def word(text: str, head: str) -> Token:
    return next(token for token in model.english()(text) if token.text == head)


# In each, by its place: what is said of the word, and in which words.
SENTENCES = [
    ("The dam collapsed.", "collapsed", "happened", "collapsed"),
    ("The dam has collapsed.", "collapsed", "happened", "has"),
    ("The two sides are negotiating.", "negotiating", "ongoing", "are"),
    ("The two sides have been negotiating.", "negotiating", "ongoing", "have been"),
    ("The port remains closed.", "remains", "ongoing", "remains"),
    ("Leaders to meet in Halvern", "meet", "planned", "to"),
    ("It is possible that the bank closes.", "closes", "hypothetical", "possible"),
    ("It is not clear that the party will leave.", "leave", "hypothetical", "not clear"),
    ("It is not good that the party left.", "left", "happened", "left"),
    ("Experts recommend that residents boil the water.", "boil", "hypothetical", "recommend"),
    ("The guild demanded that the owner be heard.", "heard", "hypothetical", "demanded"),
    ("It is important that drivers use the bridge.", "use", "hypothetical", "important"),
    ("The guild insists that prices rise.", "rise", "happened", "rise"),
    ("It is unclear whether the party will leave.", "leave", "hypothetical", "whether"),
    ("The envoy is to speak on Friday.", "speak", "planned", "is"),
    ("The envoy was to have spoken on Friday.", "spoken", "cancelled", "was"),
    ("The pilot managed to land the plane.", "land", "happened", "to"),
    ("The pilot did not manage to land the plane.", "land", "denied", "not"),
    ("The minister said that the dam collapsed.", "collapsed", "happened", "collapsed"),
    ("The club plans to sell the striker.", "sell", "planned", "plans"),
    ("The club does not plan to sell the striker.", "sell", "denied", "not plan"),
    ("The treasury no longer plans to raise the duty.", "raise", "cancelled", "no longer plans"),
    ("The minister denied that he took bribes.", "took", "denied", "denied"),
    ("The minister denied that he did not pay.", "pay", "happened", "denied not"),
    ("The bank did not fail to pay.", "pay", "happened", "not fail"),
    ("The union may prevent the strike.", "strike", "hypothetical", "may prevent"),
    ("The leaders met to discuss the border.", "discuss", "planned", "to"),
    ("The team went on to win the cup.", "win", "happened", "to"),
    ("The broker was accused of forging documents.", "forging", "alleged", "accused"),
    ("The two states drew up plans for a summit.", "summit", "planned", "plans"),
    ("The mayor spoke after the strike.", "strike", "happened", "strike"),
    ("The committee reviewed the attack.", "attack", "happened", "attack"),
    ("Officials fear an attack.", "attack", "hypothetical", "fear"),
    ("The summit was postponed.", "summit", "postponed", "postponed"),
    ("The airline called off the merger.", "merger", "cancelled", "called"),
    ("The champion, who once held the record, retired.", "held", "happened", "held"),
]


@pytest.mark.parametrize(("text", "head", "status", "words"), SENTENCES, ids=[text for text, *_ in SENTENCES])
def test_a_status_and_the_words_that_say_it(text: str, head: str, status: str, words: str) -> None:
    found = factuality.standing(word(text, head))
    assert (found.status, " ".join(token.text for token in found.words)) == (status, words)


def test_in_a_headline_the_present_is_the_past() -> None:
    assert factuality.standing(word("The port remains closed.", "remains"), headline=True).status == "happened"


def test_the_first_rule_that_holds_decides_and_the_last_holds_always() -> None:
    ladder: Sequence[rules.Rule[int, str]] = (
        rules.Rule("small", lambda number: number < 10, lambda _: "small"),
        rules.Rule("less than a hundred", lambda number: number < 100, lambda _: "middling"),
        rules.Rule("any", rules.always, lambda _: "great"),
    )
    assert [rules.decide(ladder, number) for number in (5, 50, 500)] == ["small", "middling", "great"]

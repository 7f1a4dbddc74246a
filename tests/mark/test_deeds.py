"""Deeds: sentences of our own with what a coder would take from each, and what tells one deed from another."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from dateline.language.english.deeds import actor, lexicon
from dateline.records import EventMention
from made import marked, report

LINES = (Path(__file__).parent / "deed_sentences.tsv").read_text(encoding="utf-8").splitlines()


class Gold(NamedTuple):
    root: str
    source: str
    target: str
    sentence: str


GOLD = [Gold(*line.split("\t")) for line in LINES if line and not line.startswith("#")][1:]
DEEDS = [gold for gold in GOLD if gold.root != "-"]
NONE = [gold.sentence for gold in GOLD if gold.root == "-"]
ROOTS = sorted({gold.root for gold in DEEDS})


def deeds(text: str) -> list[tuple[str | None, str, str]]:
    """Root, source and target of the deeds of a text, as words."""
    found = (one for one in marked(report(text), "event").events if one.deed is not None)
    return [(one.plover, words(text, one, "source"), words(text, one, "target")) for one in found]


def words(text: str, one: EventMention, role: str) -> str:
    assert one.deed is not None
    return " ".join(span.of(text) for span in getattr(one.deed, role))


def fits(said: str, gold: str) -> bool:
    """Whether the words for a party are those of gold, but for words more or less beside its head; `-`: any."""
    a, b = said.casefold().removeprefix("the "), gold.casefold().removeprefix("the ")
    return gold == "-" or (bool(a) and (a in b or b in a))


def test_the_sentences_are_enough() -> None:
    assert len(DEEDS) >= 100 and len(NONE) >= 20
    assert min(Counter(gold.root for gold in DEEDS).values()) >= 6


@pytest.mark.parametrize("root", ROOTS)
def test_deeds_are_coded(root: str) -> None:
    some = [gold for gold in DEEDS if gold.root == root]
    missed = [gold.sentence for gold in some if root not in {one for one, _, _ in deeds(gold.sentence)}]
    assert len(missed) <= 1, missed


def test_who_did_it_to_whom() -> None:
    right = Counter[str]()
    for gold in DEEDS:
        told = [one for one in deeds(gold.sentence) if one[0] == gold.root]
        right["source"] += any(fits(source, gold.source) for _, source, _ in told)
        right["target"] += any(fits(target, gold.target) for _, _, target in told)
    assert right["source"] >= 0.97 * len(DEEDS)
    assert right["target"] >= 0.93 * len(DEEDS)


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Norway lifted the sanctions imposed on Chad and Togo after the vote.", "Chad and Togo"),
        ("Norway reduced tariffs on $120 billion of Chile's exports.", "Chile"),
        ("The Harbour Board returned a cup engraved with a lion to Chilean authorities.", "Chilean authorities"),
    ],
)
def test_whom_a_thing_is_of_or_goes_to_is_the_target(sentence: str, target: str) -> None:
    assert [whom for _, _, whom in deeds(sentence)] == [target]


@pytest.mark.parametrize("sentence", NONE)
def test_sport_crime_and_business_in_the_words_of_war_are_no_deeds(sentence: str) -> None:
    assert deeds(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "deed"),
    [
        ("Norway sent aid to Chad.", ("AID", "Norway", "Chad")),
        ("Norway will send aid to Chad.", ("AGREE", "Norway", "Chad")),
        ("Norway agreed to send aid to Chad.", ("AGREE", "Norway", "Chad")),
        ("Norway refused to send aid to Chad.", ("REJECT", "Norway", "Chad")),
        ("Norway suspended aid to Chad.", ("SANCTION", "Norway", "Chad")),
        ("Norway threatened to suspend aid to Chad.", ("THREATEN", "Norway", "Chad")),
        ("Norway urged Chad to accept the truce.", ("REQUEST", "Norway", "Chad")),
        ("Norway lifted its sanctions on Chad.", ("YIELD", "Norway", "Chad")),
        ("Norway said it will not lift its sanctions on Chad.", ("REJECT", "Norway", "Chad")),
        ("Chad was invaded by Norway.", ("ASSAULT", "Norway", "Chad")),
        ("The invasion of Chad by Norway shocked the world.", ("ASSAULT", "Norway", "Chad")),
        ("Norway said Chad must free the envoy.", ("REQUEST", "Norway", "Chad")),
        ("Norway said Chad was behind the raid.", ("ACCUSE", "Norway", "Chad")),
        ("Norway met Chad for talks in Oslo.", ("CONSULT", "Norway", "Chad")),
        ("Norway and Chad signed a treaty.", ("SUPPORT", "Norway", "Chad")),
        ("The leaders of Norway and Chad signed a treaty between the two countries.", ("SUPPORT", "Norway", "Chad")),
        ("Norwegian and Chadian envoys met in Oslo.", ("CONSULT", "Norwegian", "Chadian envoys")),
        (
            "Norway returned a cross with the image of a king to Peru.",
            ("YIELD", "Norway", "Peru"),
        ),
        ("Chad faces criticism from Norway over the arrests.", ("ACCUSE", "Norway", "Chad")),
        ("Chad received tents and aid from Norway.", ("AID", "Norway", "Chad")),
        ("Norway announced aid of four million crowns to help people in Chad.", ("AID", "Norway", "people in Chad")),
        ("Chad alleged that Norway had attacked a village.", ("ACCUSE", "Chad", "Norway")),
        ("Soldiers captured nine of the rebels in Chad.", ("COERCE", "Soldiers", "nine of the rebels in Chad")),
    ],
)
def test_what_governs_a_deed_makes_another_of_it(sentence: str, deed: tuple[str, str, str]) -> None:
    assert deed in deeds(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway did not send aid to Chad.",
        "If Norway attacks Chad, the pact falls.",
        "Norway may attack Chad.",
        "Norway would have attacked Chad but for the pact.",
        "Had Norway attacked Chad, the pact would have failed.",
        "Norway declined to rule out recognizing Chad.",
        "The president of Chad held a press conference in Oslo.",
        "The paper captures the mood of Chad in a line.",
        "The flaw could allow soldiers of Norway to attack Chad.",
        "The minister of Chad claims that the envoy of Norway wants the post.",
        "The minister delivered a package of letters to the president of Chad.",
        "Asked if she would raise it with the president of Chad, the minister of Norway smiled.",
        "An earthquake hit Chad and killed two soldiers.",
        "The minister of Chad said the president will fight to keep the rules of the bay.",
        "A rule of 2019 allowed the agencies of Chad to decide for themselves.",
        "Underground stations were shuttered in Chad on Monday.",
        "The attack targeted a flaw in the army's browser.",
    ],
)
def test_what_was_not_done_is_no_deed(sentence: str) -> None:
    assert deeds(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "deed"),
    [
        ("Police fought pitched battles with striking workers in Chad.", ("ASSAULT", "Police", "striking workers in Chad")),
        ("The army of Chad seized control of the charities.", ("ASSAULT", "The army of Chad", "control of the charities")),
        ("Ghana's air force carried out strikes Friday evening against rebel targets.", (
            "ASSAULT", "Ghana's air force", "rebel targets",
        )),
        ("The Kenyan president has sent a letter to the head of the Bank threatening to pull Kenyan funds.", (
            "THREATEN", "The Kenyan president", "the head of the Bank",
        )),
        ("Norway's premier praised Ole Sand, the Latvian minister who had fled.", (
            "SUPPORT", "Norway's premier", "Ole Sand, the Latvian minister",
        )),
    ],
)  # fmt: skip
def test_to_whom_it_is_done(sentence: str, deed: tuple[str, str, str]) -> None:
    assert deed in deeds(sentence)


def test_a_marine_park_is_no_soldier() -> None:
    assert actor("the Norwegian Marine Fisheries Service") == "NOR"
    assert actor("a Norwegian marine") == "NORMIL"


def test_a_deed_says_why_it_is_coded() -> None:
    text = "Norway refused to send aid to Chad."
    (one,) = [event for event in marked(report(text), "event").events if event.deed is not None]
    assert one.cameo == "122" and one.deed is not None
    assert [span.of(text) for span in one.deed.words] == ["refused", "send"]
    assert "refuse" in one.deed.why and "send" in one.deed.why


def test_a_frame_that_is_passed_over_would_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(gold.sentence for gold in GOLD)
    told = deeds(text)
    known = {
        pos: {form: bare(entry) for form, entry in lexicon.entries(pos).items()}
        for pos in ("VERB", "AUX", "NOUN", "PROPN", "ADJ")
    }
    monkeypatch.setattr(lexicon, "entries", lambda pos: known.get(pos, {}))
    assert len(told) >= 100 and deeds(text) == told


def bare(entry: lexicon.Entry) -> lexicon.Entry:
    """An entry whose frames are all tried, whatever words a sentence has."""
    after = {
        before: tuple(replace(frame, clue=frozenset()) for frame in frames) for before, frames in entry.after.items()
    }
    return replace(entry, frames=tuple(replace(frame, clue=frozenset()) for frame in entry.frames), after=after)

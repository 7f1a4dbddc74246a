"""Every text of a story that rests on cites: where it stands, its words, what it cites, and how it is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.cite import Cites, cites
from dateline.records.account import Told
from dateline.records.findings import Claim

# How a text is made: a sentence, or a run of words of one (`cut`); a run that may stand for less than its sentence (`piece`); a
# clause with names for pronouns (`clause`); words of our own around those of the cites (`worded`).
Form = Literal["cut", "piece", "clause", "worded"]


@dataclass(frozen=True, slots=True)
class Cited:
    """A text of a story: where it stands (an id, `brief[2]`), its words, its cites, and its form."""

    where: str
    text: str
    cites: Cites
    form: Form
    sides: tuple[str, ...] = ()  # of what is worded: the words that it sets against each other


def lines(told: Told) -> Iterator[Cited]:
    """The texts of a story, in the order of its parts."""
    yield from of_brief(told)
    yield from of_findings(told)


def of_brief(told: Told) -> Iterator[Cited]:
    """The lines of the brief."""
    for number, line in enumerate(told.brief):
        yield Cited(f"brief[{number}]", line.text, line.cites, "cut")


def of_findings(told: Told) -> Iterator[Cited]:
    """The texts of entries, steps of plans, claims, parties of deeds and questions."""
    tellings = {event.id: [one.sentence for one in event.mentions] for event in told.findings.events}
    for entry in told.findings.timeline:
        yield Cited(entry.id, entry.text, entry.cites, "cut")
        if entry.event and entry.label:
            yield Cited(
                f"{entry.id}.label", entry.label, cites((*entry.cites, *tellings.get(entry.event, ()))), "clause"
            )
    for plan in told.findings.plans:
        for number, step in enumerate(plan.history):
            yield Cited(f"{plan.id}.history[{number}]", step.text, step.cites, "cut")
    for claim in told.findings.claims:
        yield from _of_claim(claim)
    yield from _of_deeds(told)
    for question in told.findings.questions:
        first, *rest = (*question.asked, *question.answered)
        yield Cited(question.id, question.text, (first, *rest), "cut")


def of_labels(told: Told) -> Iterator[Cited]:
    """What the events are called that no entry shows."""
    shown = {entry.event for entry in told.findings.timeline}
    for event in told.findings.events:
        if event.label and event.id not in shown:
            yield Cited(f"{event.id}.label", event.label, cites(one.sentence for one in event.mentions), "clause")


def _of_deeds(told: Told) -> Iterator[Cited]:
    """The words for the parties of deeds; whom the story knows is shown by the name that it knows him by."""
    people = {person.id for person in told.people}
    for deed in told.findings.deeds:
        for party, words in ((deed.source, deed.source_text), (deed.target, deed.target_text)):
            if words and party not in people:
                yield Cited(deed.id, words, deed.cites, "piece")


def _of_claim(claim: Claim) -> Iterator[Cited]:
    disputed = claim.verdict == "conflict"
    every = cites(cite for side in claim.sides for cite in side.cites)
    sides = tuple(side.text for side in claim.sides)
    yield Cited(claim.id, claim.text, every, "worded" if disputed else "clause", sides if disputed else ())
    for number, side in enumerate(claim.sides):
        yield Cited(f"{claim.id}.sides[{number}]", side.text, side.cites, "piece" if disputed else "clause")

"""Where reports conflict, typed: the number, the day, the place, the actor, the status, the reason.

A conflict rests on the same event and the same slot. Different detail is no conflict: where it is in doubt whether
two reports speak of one thing, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dateline import cite, edtf
from dateline.cite import Cite, Cites, Span
from dateline.records.findings import Claim, ClaimKind, Plan, Side, Step
from dateline.records.story import Story
from dateline.weigh.index import Index
from dateline.weigh.mentions import Mention
from dateline.weigh.told import Count, Pair, Told, amount, rivals
from dateline.weigh.words import content as content_words
from dateline.weigh.words import country

ALIKE = 0.4  # share of the shorter sentence's content words from which two sentences tell of one thing
NEAR_DAYS = 3  # days apart at which two datings of the same deed are taken for one deed dated twice
OPPOSED = (
    ({"postponed"}, {"cancelled", "withdrawn"}),
    ({"accepted", "agreed"}, {"rejected"}),
    ({"held"}, {"cancelled", "withdrawn"}),
)
_REASON = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|over|amid|on account of|as a result of|in the face of|citing|blaming"
    r"|for fear of|until after|until|once|following|after)\b\s+[^.]{12,}",
    re.IGNORECASE,
)


def conflicts(
    index: Index, plans: tuple[Plan, ...], pairs: tuple[Pair, ...], seen: Sequence[Mention]
) -> tuple[Claim, ...]:
    """Every conflict of a story, the courses of its plans first."""
    return (*_courses(index.story, plans), *_numbers(index.story, pairs), *_slots(index.story, seen))


def _conflict(story: Story, kind: ClaimKind, text: str, sides: Iterable[tuple[str, Cites]]) -> Claim:
    first, *rest = (Side(words, cites, story.origins_of(cites)) for words, cites in sides)
    cites = [one for side in (first, *rest) for one in side.cites]
    name = cite.content_id("c", kind, *(f"{one.report}:{one.start}:{one.text}" for one in cites))
    return Claim(name, text, "conflict", kind, (first, *rest))


def _words(one: Cite) -> str:
    return " ".join(one.text.split())


# ------------------------------------------------------------------------------------ courses of plans


def _courses(story: Story, plans: tuple[Plan, ...]) -> Iterator[Claim]:
    """Reports that differ on what became of a plan, or on why."""
    for plan in plans:
        for at, one in enumerate(plan.history):
            for other in plan.history[at + 1 :]:
                mine, theirs = _apart(one.cites, other.cites)
                if mine and theirs and _opposed(one, other):
                    sides = ((_told(one, mine), cite.cites(mine)), (_told(other, theirs), cite.cites(theirs)))
                    yield _conflict(story, "status", f"{one.status.capitalize()}, or {other.status}?", sides)
            yield from _reasons(story, one)


def _apart(one: Iterable[Cite], other: Iterable[Cite]) -> tuple[list[Cite], list[Cite]]:
    """Of two steps' cites those in reports that tell one of them only."""
    both = {each.report for each in one} & {each.report for each in other}
    return [each for each in one if each.report not in both], [each for each in other if each.report not in both]


def _told(step: Step, some: list[Cite]) -> str:
    """A step's words, or those of the first of its cites where they are not among them."""
    return step.text if any(_words(each) == step.text for each in some) else _words(some[0])


def _opposed(one: Step, other: Step) -> bool:
    return any((one.status in a and other.status in b) or (one.status in b and other.status in a) for a, b in OPPOSED)


def _reasons(story: Story, step: Step) -> Iterator[Claim]:
    """Two reports that give different reasons for one change of a plan."""
    if step.status not in ("postponed", "cancelled", "withdrawn", "rejected"):
        return
    by_id = {one.report.id: one for one in story.reports}
    given: list[tuple[Cite, frozenset[str]]] = []
    for one in step.cites:
        sentence = next((s for s in by_id[one.report].sentences if s.span.holds(one.span)), None)
        text = by_id[one.report].report.text
        found = _REASON.search(text, *((sentence.span.start, sentence.span.end) if sentence else (one.start, one.end)))
        if found and (words := content_words(found[0])):
            given.append((cite.cite(one.report, text, Span(found.start(), found.end())), words))
    for (one, words), (other, others) in combinations(given, 2):
        if one.report != other.report and not words & others:
            sides = ((_words(one), cite.cites([one])), (_words(other), cite.cites([other])))
            yield _conflict(story, "reason", f"{step.status.capitalize()}: for which reason?", sides)
            return


# --------------------------------------------------------------------------------------------- numbers


def _numbers(story: Story, pairs: tuple[Pair, ...]) -> Iterator[Claim]:
    """Sentences that tell of one thing and count it differently: one claim for what is counted, a side a number."""
    found: dict[str, list[tuple[Told, Count]]] = {}
    for one, other, both in pairs:
        if both < ALIKE * min(len(one.words), len(other.words)) or not one.meets(other) or one.opposes(other):
            continue
        for mine, theirs in rivals(one, other):
            found.setdefault(mine.noun, []).extend([(one, mine), (other, theirs)])
    for noun in sorted(found):
        sides: dict[float, list[tuple[Told, Count]]] = {}
        for told, count in found[noun]:
            sides.setdefault(count.number, []).append((told, count))
        shown = [_side(sides[number]) for number in sorted(sides)]
        yield _conflict(story, "number", _either([words for words, _ in shown]), shown)


def _side(some: list[tuple[Told, Count]]) -> tuple[str, Cites]:
    told, count = min(some, key=lambda one: (one[0].place, one[1].span))
    start = told.cite.start
    words = told.cite.text[count.span.start - start : count.span.end - start]
    return " ".join(words.split()), cite.cites([one.cite for one, _ in some])


def _either(words: list[str]) -> str:
    first, *rest = (one[:1].lower() + one[1:] if amount(one.split()[0]) is not None else one for one in words)
    return f"{first[:1].upper()}{first[1:]}{''.join(f', or {one}' for one in rest)}?"


# ---------------------------------------------------------------------------------------- other slots


def _slots(story: Story, seen: Sequence[Mention]) -> Iterator[Claim]:
    """Two tellings of one deed that differ in one slot only: its day, its place or who did it."""
    tables: tuple[dict[tuple[object, ...], list[Mention]], ...] = ({}, {})
    for one in seen:
        event = one.event
        if event.status == "happened" and one.label == "body" and _day(one):
            if len(one.who) >= 2:
                tables[0].setdefault((event.lemma, one.who), []).append(one)
            if event.names("patient"):
                tables[1].setdefault((event.lemma, event.names("patient"), event.date), []).append(one)
    done: set[tuple[object, ...]] = set()
    for table, differ in zip(tables, (_when_or_where, _who), strict=True):
        for key in sorted(table, key=str):
            for one, other in combinations(table[key], 2):
                found = differ(one, other) if one.marked.report.id != other.marked.report.id else None
                if found and (key[0], found[0], frozenset(found[1])) not in done:
                    done.add((key[0], found[0], frozenset(found[1])))
                    sides = ((found[1][0], _whole(one)), (found[1][1], _whole(other)))
                    yield _conflict(story, found[0], _either(list(found[1])), sides)


def _whole(one: Mention) -> Cites:
    return cite.cites([cite.cite(one.marked.report.id, one.marked.report.text, one.event.sentence)])


def _when_or_where(one: Mention, other: Mention) -> tuple[ClaimKind, tuple[str, str]] | None:
    """Of a deed by the same people: two days that lie near one another, or two towns on one day."""
    a, b = _day(one) or "", _day(other) or ""
    if one.opposes(other):
        return None  # A did it to B, and B to A: two deeds
    if a != b:
        near = _near(a, b) and not _both_days(one, other, a, b)
        return ("date", (edtf.show(a), edtf.show(b))) if near else None
    here, there = _towns(one), _towns(other)
    return ("place", (here[0], there[0])) if here and there and not set(here) & set(there) else None


def _day(one: Mention) -> str | None:
    """The one day on which the report's own words put it."""
    event = one.event
    return event.date if event.time and event.date and event.earliest == event.latest == event.date else None


def _near(a: str, b: str) -> bool:
    return abs(edtf.apart(a, b)) <= NEAR_DAYS


def _both_days(one: Mention, other: Mention, a: str, b: str) -> bool:
    """Whether one of the reports tells of such a deed on each day: then there were two."""
    for each in (one, other):
        days = {event.date for event in each.marked.events if event.lemma == one.event.lemma}
        if {a, b} <= days:
            return True
    return False


def _towns(one: Mention) -> list[str]:
    """The places that are no countries: a town and its country are not two places."""
    names = {name.name for name in one.marked.names if name.type == "GPE"}
    return sorted(place for place in one.places if place in names and not country(place))


def _who(one: Mention, other: Mention) -> tuple[ClaimKind, tuple[str, str]] | None:
    """Who is said to have done something to somebody on a day, where two reports name two and neither names both."""
    mine, theirs = one.event.names("agent"), other.event.names("agent")
    people = {name.name for each in (one, other) for name in each.marked.names if name.type == "PERSON"}
    if len(mine) != 1 or len(theirs) != 1 or not {*mine, *theirs} <= people:
        return None
    if set(mine[0].casefold().split()) & set(theirs[0].casefold().split()):
        return None  # one name in two forms
    return "actor", (mine[0], theirs[0])

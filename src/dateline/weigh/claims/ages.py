"""How old people are: the ages that reports give them, who is told of by an age alone, and where two ages conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from dateline import cite, edtf, language
from dateline.cite import Cite, Span
from dateline.language.measures import Measure, Measures
from dateline.records.findings import Claim
from dateline.weigh.claims.courses import conflict
from dateline.weigh.index import Index

YEAR, BIRTHDAY = 365.25, 30  # days; what lies nearer together than the second is hardly parted by a birthday
Aged = tuple[str, Measure, Cite]  # a person's id, the age, the sentence that gives it


def told(index: Index) -> Iterator[Aged]:
    """Each age that a sentence gives somebody by name: the person's id, the age, the sentence."""
    people = {person.id for person in index.story.people if person.kind == "PERSON"}
    for key in sorted(index.pages):
        page = index.pages[key]
        part = _measures(page.report.language)
        for place in page.places() if part else ():
            for measure, beside in part.ages(page.text, place.sentence.span) if part else ():
                person = _nearest(index, key, beside, measure.span)
                if person in people:
                    yield person, measure, page.cite(place.sentence.span)


def people_of(index: Index, aged: Iterable[Aged]) -> dict[Cite, frozenset[str]]:
    """Whom a sentence without a name tells of by age: the one person of the story that has it."""
    whose: dict[float, set[str]] = defaultdict(set)
    for person, measure, _ in aged:
        whose[measure.low].add(person)
    found: dict[Cite, frozenset[str]] = {}
    for key in sorted(index.pages):
        page = index.pages[key]
        part = _measures(page.report.language)
        for place in page.places() if part else ():
            some = [whose.get(age.low, set()) for age, _ in part.ages(page.text, place.sentence.span)] if part else []
            if len(some) == 1 and len(some[0]) == 1:
                found[page.cite(place.sentence.span)] = frozenset(some[0])
    return found


def conflicting(index: Index, aged: Iterable[Aged]) -> Iterator[Claim]:
    """A person to whom reports of unlike origins give two ages, where time between them does not explain it."""
    by_person: dict[str, list[tuple[Measure, Cite]]] = defaultdict(list)
    for person, measure, cited in aged:
        by_person[person].append((measure, cited))
    for person in sorted(by_person):
        told: dict[float, list[Cite]] = defaultdict(list)
        for measure, cited in by_person[person]:
            told[measure.low].append(cited)
        origins = {age: index.origins(cites) for age, cites in told.items()}
        usual = max(told, key=lambda age: (len(origins[age]), -age))
        reports = {age: {one.report for one in cites} for age, cites in told.items()}
        odd = [
            age for age in sorted(told) if age == usual or _differ(index, (age, usual), (reports[age], reports[usual]))
        ]
        if len(odd) < 2:
            continue
        sides = [(_words(index, by_person[person], age), cite.cites(sorted(set(told[age])))) for age in odd]
        page = index.pages[sides[0][1][0].report]
        part = _measures(page.report.language)
        if part is not None:
            about = ", ".join(called(index, person, [one for _, cites in sides for one in cites]))
            yield conflict(index.story, "number", part.asks("age", about, [words for words, _ in sides]), sides)


def _words(index: Index, aged: Iterable[tuple[Measure, Cite]], age: float) -> str:
    """An age as a report gives it, in figures where one does."""
    given = sorted(measure.span.of(index.pages[cited.report].text) for measure, cited in aged if measure.low == age)
    return given[0]


def _differ(index: Index, ages: tuple[float, float], reports: tuple[set[str], set[str]]) -> bool:
    """Whether reports of unlike origins give two ages that no birthday explains; who gives both tells of two days."""
    here, there = reports[0] - reports[1], reports[1] - reports[0]
    apart = any(index.told_apart(*pair) for pair in product(here, there))
    return apart and all(abs(ages[0] - ages[1]) > _birthdays(index, *pair) for pair in product(here, there))


def _birthdays(index: Index, one: str, other: str) -> int:
    """How many birthdays may lie between two reports; where one has no day, between the first and the last of the story."""
    days = [index.day(one), index.day(other)]
    if not all(days):
        days = [day for report in index.pages if (day := index.day(report))]
    apart = abs(edtf.apart(max(days), min(days))) if days else 0
    return 0 if apart < BIRTHDAY else 1 + int(apart / YEAR)


def called(index: Index, person: str, cites: Iterable[Cite]) -> list[str]:
    """What somebody is called in some sentences: as in the story, where one of the reports has that name."""
    found = {
        name.name
        for cited in cites
        for name in index.pages[cited.report].names(cited.span)
        if index.story.who.get((cited.report, name.name)) == person
    }
    usual = next((one.name for one in index.story.people if one.id == person), "")
    return [usual] if usual in found else sorted(found, key=lambda name: (-len(name), name))[:1]


def _nearest(index: Index, report: str, beside: Span, age: Span) -> str | None:
    """Who is named beside an age: the nearest, with no comma between; an age behind a name stands right behind it."""
    page = index.pages[report]
    people = [name for name in page.marked.names if name.type == "PERSON" and name.span.overlaps(beside)]
    for name in sorted(people, key=lambda one: abs(one.span.start - age.start)):
        before = name.span.end <= age.start
        between = page.text[name.span.end : age.start] if before else page.text[age.end : name.span.start]
        if (before and len(between) <= 8) or (not before and not set(",;.:'’") & set(between)):
            return index.story.who.get((report, name.name))
    return None


def _measures(tongue: str | None) -> Measures | None:
    return language.of(tongue).measures

"""Traits of those who have a name, where reports of unlike origins differ: children, who lives there, how bad it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline import cite, edtf, language
from dateline.cite import Cite, Span
from dateline.language.traits import Trait, TraitKind
from dateline.records.findings import Claim, ClaimKind
from dateline.weigh.claims.ages import called
from dateline.weigh.claims.courses import conflict
from dateline.weigh.index import Index, Page

ROUNDED = 0.09  # share by which two numbers that are hardly exact may differ
_KINDS: Mapping[TraitKind, ClaimKind] = {"condition": "status", "home": "place", "cause": "reason"}
UNKNOWN = frozenset({""})
DAY = 1  # days within which a condition hardly changes


@dataclass(frozen=True, slots=True)
class Told:
    """A trait that a sentence gives somebody, or some place; `whose` is its id, empty where it is nobody in particular.

    `beside` are the people whom its sentence names.
    """

    whose: str
    trait: Trait
    text: str
    cite: Cite
    beside: frozenset[str] = frozenset()

    def differs(self, other: Told) -> bool:
        """Whether they say two things, `more than a hundred` and 120 too."""
        mine, theirs = self.trait, other.trait
        if mine.grades or theirs.grades:
            return not mine.grades & theirs.grades
        return abs(mine.low - theirs.low) > self._slack(other)

    def excludes(self, other: Told) -> bool:
        """Whether both cannot be true."""
        low, high = sorted((self.trait, other.trait), key=lambda one: one.low)
        return self.differs(other) and (bool(low.grades) or high.low - low.high > self._slack(other))

    def _slack(self, other: Told) -> float:
        mine, theirs = self.trait, other.trait
        return ROUNDED * max(mine.low, theirs.low) if mine.rounded and theirs.rounded else 0.0


def conflicting(index: Index) -> Iterator[Claim]:
    """A trait of somebody, or of some place, that reports of unlike origins tell in ways that exclude each other."""
    tables: dict[tuple[TraitKind, str], list[Told]] = defaultdict(list)
    for one in _whole([one for key in sorted(index.pages) for one in _told(index, index.pages[key])]):
        tables[one.trait.kind, one.whose].append(one)
    for kind, whose in sorted(tables):
        yield from _of_trait(index, kind, whose, tables[kind, whose])


def _of_trait(index: Index, kind: TraitKind, whose: str, told: Sequence[Told]) -> Iterator[Claim]:
    sides: list[list[Told]] = []
    for one in told:
        same = next((side for side in sides if not any(one.differs(other) for other in side)), None)
        if same is None:
            sides.append([one])
        else:
            same.append(one)
    odd = [
        side
        for side in sides
        if any(_rival(index, one, other) for there in sides if there is not side for one in side for other in there)
    ]
    part = language.of(index.pages[told[0].cite.report].report.language).traits
    if len(odd) < 2 or part is None:
        return
    words = [(min(side, key=lambda one: (len(one.text), one.cite)).text, _cites(side)) for side in odd]
    cited = [one.cite for side in odd for one in side]
    name = ", ".join(_places(index, whose, cited) if kind == "population" else called(index, whose, cited))
    asked = part.asks(kind, name, [text for text, _ in words])
    yield conflict(index.story, _KINDS.get(kind, "number"), asked, words)


def _places(index: Index, whose: str, cited: Sequence[Cite]) -> list[str]:
    """A place's name as one of the sentences has it."""
    names = (name.name for one in cited for name in index.pages[one.report].names(one.span))
    return [name for name in names if name.casefold() == whose][:1]


def _rival(index: Index, one: Told, other: Told) -> bool:
    here, there = one.cite.report, other.cite.report
    if not one.excludes(other) or not index.told_apart(here, there):
        return False
    if one.trait.kind == "home" and _is_in(index, one.text, other.text):
        return False
    days = index.day(here), index.day(there)
    if one.trait.kind == "cause" and all(days) and days[0] != days[1]:  # what was not known at first may be known later
        first = min((one, other), key=lambda told: index.day(told.cite.report))
        return first.trait.grades != UNKNOWN
    return one.trait.kind not in ("condition", "record") or not all(days) or abs(edtf.apart(*days)) <= DAY


def _is_in(index: Index, one: str, other: str) -> bool:
    """Whether a report of the story puts one place in the other (`Harrow, Orsa`)."""
    return any(f"{a}, {b}" in page.text for page in index.pages.values() for a, b in ((one, other), (other, one)))


def _cites(side: Sequence[Told]) -> cite.Cites:
    return cite.cites(sorted({one.cite for one in side}))


def _whole(told: Sequence[Told]) -> Iterator[Told]:
    """A place by the shortest of its names; a child's parent without a name is the one parent whom the story names."""
    for one in told:
        owners = {other.whose for other in told if other.whose and other.trait.kind == one.trait.kind}
        if one.trait.kind == "population" and one.whose:
            words = set(one.whose.split())
            yield replace(one, whose=min((name for name in owners if words.issuperset(name.split())), key=len))
        elif one.whose:
            yield one
        elif one.trait.kind in ("children", "cause"):
            near = owners & one.beside or owners
            if len(near) == 1:
                yield replace(one, whose=next(iter(near)))


def _told(index: Index, page: Page) -> Iterator[Told]:
    part = language.of(page.report.language).traits
    for place in page.places() if part else ():
        span = place.sentence.span
        for trait in part.traits(page.text, span) if part else ():
            text = " ".join(trait.span.of(page.text).split())
            if trait.kind == "home" and not any(name.type == "GPE" for name in page.names(trait.span)):
                continue
            people = {index.story.who.get((page.report.id, name.name), "") for name in page.names(span)}
            yield Told(_owner(index, page, trait, span), trait, text, page.cite(span), frozenset(people))


def _owner(index: Index, page: Page, trait: Trait, within: Span) -> str:
    """Who, or which place, is named beside it: what stands before it first, the nearest of several; empty where nobody is."""
    if trait.kind == "cause":
        told = (event for event in page.events(within) if event.status == "happened")
        dying = (event for event in told if any(event.span.overlaps(words) for words in trait.beside))
        who = {
            index.story.who.get((page.report.id, name), "")
            for event in dying
            for name in event.names("agent", "patient")
        }
        return next(iter(who)) if len(who) == 1 else ""
    for beside in trait.beside:
        names = [name for name in page.names(within) if name.span.overlaps(beside)]
        for name in sorted(names, key=lambda one: abs(one.span.start - trait.span.start)):
            if trait.kind == "population":
                return name.name.casefold()
            if name.type == "PERSON" and (page.report.id, name.name) in index.story.who:
                return index.story.who[page.report.id, name.name]
    return ""

"""Where reports conflict: on a slot of an event, or a person's age or name, unlike origins give values that exclude each other.

Different detail is no conflict: where it is in doubt whether two reports speak of one thing, nothing is said. A number of
people that rises with the days is a course and none either.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise, product

from dateline import cite, edtf
from dateline.cite import Cite
from dateline.language.measures import ONE_EACH
from dateline.records.findings import Claim, ClaimKind, Plan, SlotKind
from dateline.records.marks import Rank
from dateline.weigh.claims import ages, quoted, spellings, traits
from dateline.weigh.claims.courses import conflict, courses
from dateline.weigh.claims.lone import Lone
from dateline.weigh.claims.parties import Parties
from dateline.weigh.claims.sides import joined, near, sided, words
from dateline.weigh.claims.tellings import (
    FEWEST,
    Tellings,
    happened_at_once,
    is_counted,
    is_far,
    is_old,
    meet,
    of_nobody,
)
from dateline.weigh.events.slots import Given
from dateline.weigh.events.votes import by_not_alone
from dateline.weigh.index import Index
from dateline.weigh.mentions import Mention

# share of the shorter one's content from which two tell of one thing; where little else says so; of things that are counted
ALIKE, LIKER, LIKEST = 0.3, 0.5, 0.75
UNDONE, AHEAD = ("denied", "cancelled"), ("planned", "hypothetical")
CLAUSES: frozenset[Rank] = frozenset({"main", "content", "relative"})  # where a deed is told, not only named
KINDS: Mapping[SlotKind, ClaimKind] = {
    "number": "number", "term": "number", "date": "date", "reason": "reason", "standing": "status",
}  # fmt: skip
"""The kind of claim that a conflict of a slot is."""


def conflicts(
    index: Index,
    plans: tuple[Plan, ...],
    seen: Sequence[Mention],
    groups: Sequence[Sequence[Mention]],
    given: Sequence[Given],
) -> tuple[Claim, ...]:
    """Every conflict of a story; `groups` are its mentions of events, those of one event together, `given` what they say."""
    aged = tuple(ages.told(index))
    found = Slots(index, groups, given, ages.people_of(index, aged))
    of_people = (*ages.conflicting(index, aged), *traits.conflicting(index), *quoted.conflicting(index))
    of_people = (*of_people, *spellings.conflicting(index))
    return (*courses(index.story, plans, seen), *found.conflicts(), *of_people)


class Slots:
    """What the reports of a story give the slots of its events, held against one another."""

    def __init__(
        self,
        index: Index,
        groups: Sequence[Sequence[Mention]],
        given: Sequence[Given],
        aged: Mapping[Cite, frozenset[str]],
    ) -> None:
        self.index = index
        self._group = {id(mention): number for number, group in enumerate(groups) for mention in group}
        self._told_by: dict[int, set[str]] = defaultdict(set)
        for number, group in enumerate(groups):
            self._told_by[number] = {index.origin(mention.marked.report.id) for mention in group}
        self._tellings = Tellings(index)
        self._given = [self._settled(value) for value in given if value.kind in KINDS]
        self._lone = Lone(index, self._given)
        self._by_report: dict[str, list[Given]] = defaultdict(list)
        for value in self._given:
            self._by_report[value.report].append(value)
        self._kinds = {
            number: Counter(sorted(mention.kind for mention in group)).most_common(1)[0][0]
            for number, group in enumerate(groups)
        }
        self._parties = Parties(index, aged)

    def _settled(self, value: Given) -> Given:
        """A number that is told from below as one that it is about, where it can rise no more."""
        return replace(value, bound="about") if value.bound == "min" and self._tellings.is_settled(value) else value

    def conflicts(self) -> Iterator[Claim]:
        """One claim for each slot to which exclusive values are given, those of most origins first."""
        tables: dict[tuple[SlotKind, str, str], list[Given]] = defaultdict(list)
        for value in self._given:
            tables[value.kind, value.of, "" if value.of in ONE_EACH else self._kind(value)].append(value)
        told = set[Cite]()
        for key in sorted(tables):
            for claim in self._of_slot(key, tables[key]):
                told |= {one for side in claim.sides for one in side.cites}
                yield claim
        alone = (pair for pair in self._lone.pairs() if self._may_meet(*pair))
        worded = self._lone.told_in_the_same_words()  # whoever `he` is taken for in each
        for pairs, who in ((alone, self._parties.who), (worded, _nobody)):
            new = [pair for pair in pairs if told.isdisjoint(one.cite for one in pair)]
            for members in joined(new, who):
                told |= {one.cite for one in members}
                yield from self._claims((members[0].kind, members[0].of, ""), members)

    def _may_meet(self, one: Given, other: Given) -> bool:
        """Whether neither people, bodies nor days keep them apart; of things the count must be what both tell of."""
        mine, theirs = self._parties.who(one), self._parties.who(other)
        apart = (mine and theirs and not mine & theirs) or one.mention.opposes(other.mention)
        if (
            apart
            or not meet(one, other)
            or not self._parties.same_bodies(one, other)
            or not self._parties.same_owner(one, other)
        ):
            return False
        if self._counts_things(one) and one.of.isalpha() and not all(map(is_counted, (one, other))):
            return self._tellings.differ_little(one, other)
        another = one.mention.kind != other.mention.kind  # people and what a body pays are counted of too many kinds
        if another and ((one.of.isalpha() and not self._counts_things(one)) or self._parties.bodies(one)):
            return False
        return not self._beside(one, other) and not self._beside(other, one)

    def _kind(self, value: Given) -> str:
        """What kind of event gives it: the one that most mentions of its event tell (`stole`, of `made off with`)."""
        return self._kinds.get(self._group.get(id(value.mention), -1), value.mention.kind)

    def _of_slot(self, key: tuple[SlotKind, str, str], values: list[Given]) -> Iterator[Claim]:
        self._settle(values)
        reports = sorted({value.report for value in values})
        apart = any(self.index.told_apart(*pair) for pair in combinations(reports, 2))  # else no two values are rivals
        against = [(a, b) for a, b in combinations(values, 2) if self._rivals(a, b)] if apart else []
        for members in self._whole(joined(against, self._parties.who), values):
            yield from self._claims(key, members)

    def _claims(self, key: tuple[SlotKind, str, str], members: Sequence[Given]) -> Iterator[Claim]:
        """What rivals dispute, where that is no course and no two things."""
        for sides in near(key[0], sided(members)):
            if len(sides) > 1 and not self._course(key, sides) and not self._told_together(key, sides):
                yield self._claim(key, sides)

    def _whole(self, groups: Iterable[Sequence[Given]], values: Sequence[Given]) -> list[list[Given]]:
        """Rivals with what other reports give alike; those that have a value in common, and no two people, are one dispute."""
        out: list[list[Given]] = []
        for members in groups:
            ordered = sorted(members, key=lambda one: (one.low, one.high, one.cite))
            whole = [*ordered, *(one for one in values if one not in members and self._belongs(one, ordered))]
            same = next(
                (one for one in out if any(value in one for value in whole) and self._of_same(one, whole)), None
            )
            if same is None:
                out.append(whole)
            else:
                same += [value for value in whole if value not in same]
        return out

    def _of_same(self, some: Sequence[Given], others: Sequence[Given]) -> bool:
        """Whether two disputes can be of the same people."""
        here, there = (frozenset[str]().union(*map(self._parties.who, values)) for values in (some, others))
        return not here or not there or bool(here & there)

    def _told_together(self, key: tuple[SlotKind, str, str], sides: Sequence[Sequence[Given]]) -> bool:
        """Whether a report gives two sides of a count of things: then they are of two. Of people it may pass on two tolls."""
        if key[0] != "number" or key[1] in ONE_EACH or self._counts_people(sides[0][0]):
            return False
        of = {
            report: [value for value in self._by_report[report] if (value.kind, value.of) == key[:2]]
            for side in sides
            for report in {value.report for value in side}
        }
        return any(
            any(not value.excludes(there) for value in of[here.report])
            for one, other in combinations(sides, 2)
            for here, there in product(one, other)
        )

    def _settle(self, values: Sequence[Given]) -> None:
        """Give a value of nobody in particular to the one person to whom others give the same; to none of several."""
        named = [value for value in values if self._parties.who(value)]
        everybody = frozenset(person for value in named for person in self._parties.who(value))
        for value in values:
            if self._parties.who(value) or len(everybody) < 2 or value.kind not in ("number", "term") or value.exact:
                continue
            same = {self._parties.who(one) for one in named if not one.excludes(value)}
            self._parties.whose[id(value)] = (
                next(iter(same)) if len(same) == 1 else frozenset({f"?{value.report}:{value.cite.start}"})
            )

    def _belongs(self, one: Given, members: Sequence[Given]) -> bool:
        """Whether a value is another report's telling of the one that a side gives."""
        return any(not one.excludes(other) and self._one_thing(one, other) for other in members)

    def _rivals(self, one: Given, other: Given) -> bool:
        """Whether two values of unlike origins are of one thing and exclude each other."""
        if not self.index.told_apart(one.report, other.report) or not one.excludes(other):
            return False
        if one.kind == "date" and not self._tellings.dated_twice(one, other):
            return False
        if is_far(one, other) or not self._one_thing(one, other):
            return False
        if one.kind == "standing":  # who tells of a denial tells what is denied
            alone = any(by_not_alone(each.mention) for each in (one, other)) and not self._gainsaid(one, other)
            return not alone or not self._both(one, other)
        if one.kind == "date" and self._once(one, other):  # who gives both days passes on that others differ
            return True
        return not (self._both(one, other) or self._beside(one, other) or self._beside(other, one))

    def _both(self, one: Given, other: Given) -> bool:
        """Whether one of the two reports gives both values, in whatever event: then they are of two things."""
        return any(
            (value.kind, value.of) == (one.kind, one.of)
            and (one.kind in ("number", "term") or self._kind(value) == self._kind(one))
            and value.high - value.low <= max(one.high - one.low, other.high - other.low)
            and not value.excludes(there := other if value.report == one.report else one)
            and not is_far(value, there)
            and not (value.of in ONE_EACH and value.cite in (one.cite, other.cite))
            and self._parties.same_bodies(value, one)
            and self._parties.same_bodies(value, other)
            for report in (one.report, other.report)
            for value in self._by_report[report]
        )

    def _beside(self, one: Given, other: Given) -> bool:
        """Whether the sentence that gives one value has the other in it too (`28 of 41`, `three in May, and five in June`)."""
        marked, part = one.mention.marked, one.mention.language.measures
        if one.kind == "number" and part is not None:
            return any(other.low <= number <= other.high for number in part.bare(marked.report.text, one.cite.span))
        if one.kind != "date":
            return False
        times = (time for time in marked.times if one.cite.span.holds(time.span) and time.earliest and time.latest)
        days = ((edtf.ordinal(time.earliest or ""), edtf.ordinal(time.latest or "")) for time in times)
        return any(
            first <= other.high and other.low <= last and (last < one.low or one.high < first) for first, last in days
        )

    def _one_thing(self, one: Given, other: Given) -> bool:
        """Whether two mentions tell of one event: none of other people or days, and alike in words as far as they must be."""
        return self._same_parties(one, other) and self._told_alike(one, other) and self._worded_alike(one, other)

    def _same_parties(self, one: Given, other: Given) -> bool:
        """Whether no other people, bodies or days keep them apart; things are counted of one body, or of what all tell."""
        mine, theirs = self._parties.who(one), self._parties.who(other)
        if (mine and theirs and not mine & theirs) or one.mention.opposes(other.mention):
            return False
        if not mine and not theirs and any(map(of_nobody, (one, other))):
            return False
        both = self._parties.bodies(one) & self._parties.bodies(other)
        if not self._parties.same_owner(one, other):
            return False
        central = self._central(one) and (self._grouped(one, other) or one.of.isalpha())
        known = bool(both) or central or self._tellings.differ_little(one, other)
        if not self._parties.same_bodies(one, other) or (self._counts_things(one) and not known):
            return False
        return one.kind == "date" or (meet(one, other) and not self._tellings.on_other_days(one, other))

    def _told_alike(self, one: Given, other: Given) -> bool:
        """Whether both are told as their kind must be: what is denied is held against nothing but that it happened."""
        events = one.mention.event, other.mention.event
        if one.kind == "standing":
            deeds = all(
                event.rank in CLAUSES and event.rank != "relative" and event.tense != "none" for event in events
            )
            who = one.mention.who & other.mention.who
            same = who & self._parties.people or one.mention.deeds & other.mention.deeds
            return deeds and bool(
                same or (self._gainsaid(one, other) and self._parties.who(one) & self._parties.who(other))
            )
        if any((events[0].status in some) != (events[1].status in some) for some in (UNDONE, AHEAD)):
            return False
        people = one.kind == "number" and one.exact and one.of.isalpha() and not self._counts_things(one)
        if people and not (one.toll or other.toll) and one.mention.kind != other.mention.kind:
            return False  # one event may do this to some and that to others
        if one.kind == "date" and not is_old(one, other):
            return all(event.rank in CLAUSES for event in events)
        return one.of not in ONE_EACH or happened_at_once(one, other)

    def _worded_alike(self, one: Given, other: Given) -> bool:
        """Whether their sentences share as much as is asked of their kind."""
        same_people = bool(self._parties.who(one) & self._parties.who(other))
        grouped, things = self._grouped(one, other), self._counts_things(one)
        a, b = (self.index.bag(each.cite).every for each in (one, other))
        shared = len(a & b)
        share = shared / max(1, min(len(a), len(b)))
        if things and one.exact and one.of.isalpha():  # no currency
            return (shared > FEWEST and share >= LIKEST) or self._tellings.differ_little(one, other)
        if things and self._parties.bodies(one) & self._parties.bodies(other) and not one.of.isalpha():
            return shared >= FEWEST and share >= ALIKE
        if one.kind == "standing" and self._gainsaid(one, other):
            return True
        if self._once(one, other):
            return True
        if one.kind in ("standing", "date") or not grouped or things:
            return shared > FEWEST and share >= (ALIKE if is_old(one, other) and grouped and same_people else LIKER)
        nouns = any(each.mention.is_noun and not each.toll for each in (one, other))
        sure = same_people and not one.exact and not nouns and self._tellings.does_alike(one, other)
        return sure or (shared >= FEWEST + (one.kind == "term") and share >= (LIKER if nouns else ALIKE))

    def _once(self, one: Given, other: Given) -> bool:
        """Whether both tell of what befalls somebody once at most, and of one person."""
        part = one.mention.language.measures
        once = one.kind == "date" and part is not None and all(part.is_once(self._kind(each)) for each in (one, other))
        return once and bool(self._parties.befallen(one) & self._parties.befallen(other))

    def _gainsaid(self, one: Given, other: Given) -> bool:
        """Whether somebody says of what the other tells, in words of the same event, that it is not so."""
        denied = next((each for each in (one, other) if each.mention.event.status == "denied"), None)
        if denied is None or not self._grouped(one, other) or not self._tellings.is_held(one, other):
            return False
        said = any(spoken.holds(denied.mention.event.span) for spoken, _ in self._parties.quoted[denied.report])
        return said or not by_not_alone(denied.mention)

    def _grouped(self, one: Given, other: Given) -> bool:
        """Whether the mentions of one event give both."""
        return self._group.get(id(one.mention)) == self._group.get(id(other.mention))

    def _counts_things(self, one: Given) -> bool:
        return one.kind == "number" and not self._counts_people(one)

    def _central(self, value: Given) -> bool:
        """Whether half of the origins tell of its event: of what few tell, things are counted too variously."""
        return 2 * len(self._told_by[self._group.get(id(value.mention), -1)]) >= len(self.index.story.origins)

    @staticmethod
    def _counts_people(one: Given) -> bool:
        """Whether it counts people, or is no count: other things are counted of too many kinds."""
        part = one.mention.language.measures
        return not one.exact or one.kind == "reason" or (part is not None and part.is_people(one.of))

    def _course(self, key: tuple[SlotKind, str, str], sides: Sequence[Sequence[Given]]) -> bool:
        """Whether the number of people rises from one day of publication to the next."""
        part = sides[0][0].mention.language.measures
        if key[0] != "number" or part is None or not part.is_people(key[1]):
            return False
        days = [[self.index.day(value.report) for value in side] for side in sides]
        return all(min(after) > max(before) for before, after in pairwise(days))

    def _about(self, sides: Sequence[Sequence[Given]], counted: str) -> str:
        """What a conflict is about, in words of its cites: the one who takes part, what is counted, the event's own word."""
        people = Counter(
            person
            for side in sides
            for value in side
            for person in sorted(
                value.mention.who & self._parties.people if self._counts_things(value) else self._parties.who(value)
            )
        )
        cited = [value.cite for side in sides for value in side]
        who = ages.called(self.index, next(iter(people)), cited) if len(people) == 1 else []
        where = [] if people else self._where(sides)
        told = [value.mention for side in sides for value in side]
        mention = next((one for one in told if not one.is_noun), told[0])  # `killed`, rather than `the death toll`
        word = mention.event.span.of(mention.marked.report.text)
        counted = "" if word.casefold().startswith(counted) else counted
        return ", ".join(dict.fromkeys([*who, *where, *([counted] if counted else []), word]))

    def _where(self, sides: Sequence[Sequence[Given]]) -> list[str]:
        """The place that every side names, where no more than half of the reports name it: it tells one event from others."""
        pages = self.index.pages
        named = [
            {name.name for value in side for name in pages[value.report].names(value.cite.span) if name.type == "GPE"}
            for side in sides
        ]
        reports = {
            place: sum(any(name.name == place for name in page.marked.names) for page in pages.values())
            for place in set.intersection(*named)
        }
        rare = [place for place, count in reports.items() if 2 * count <= len(pages)]
        return sorted(rare, key=lambda place: (reports[place], place))[:1]

    def _claim(self, key: tuple[SlotKind, str, str], sides: Sequence[Sequence[Given]]) -> Claim:
        told = [(words(side), cite.cites(sorted({value.cite for value in side}))) for side in sides]
        part = sides[0][0].mention.language.measures
        kind, of, _ = key
        about = self._about(sides, of if kind == "number" and sides[0][0].exact and of.isalpha() else "")
        asked = {"date": "date", "reason": "cause", "standing": "status"}.get(kind, of)
        text = part.asks(asked, about, [said for said, _ in told]) if part else told[0][0]
        return conflict(self.index.story, KINDS[kind], text, told)


def _nobody(_: Given) -> frozenset[str]:
    return frozenset()

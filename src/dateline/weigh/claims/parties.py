"""Who takes part in what a value is given for: people, those to whom it happens, and the bodies that act or own a sum."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.cite import Cite
from dateline.records.marks import NameType
from dateline.weigh.events.slots import Given
from dateline.weigh.index import Index


class Parties:
    """Those who take part, of each value; `aged` are those whom a sentence tells of by an age alone.

    `whose` holds, by the id of a value of nobody in particular, the person whose it is taken for.
    """

    def __init__(self, index: Index, aged: Mapping[Cite, frozenset[str]]) -> None:
        self.index = index
        self.people = {person.id for person in index.story.people if person.kind == "PERSON"}
        self.whose: dict[int, frozenset[str]] = {}
        self.quoted = {
            marked.report.id: [(quote.span, quote.speaker) for quote in marked.quotes] for marked in index.story.reports
        }
        self._aged = aged
        self._names: dict[tuple[Cite, NameType], frozenset[str]] = {}

    def befallen(self, value: Given) -> frozenset[str]:
        """The people to whom it happens."""
        event = value.mention.event
        names = event.names("patient") or (
            () if any(one.role == "patient" for one in event.participants) else event.names("agent")
        )
        return frozenset(self.index.story.who.get((value.report, name), name) for name in names) & self.people

    def same_bodies(self, one: Given, other: Given) -> bool:
        """Whether the clubs, companies and states that act, and take part, can be the same: one has none, or both one."""
        acting = [self.acting(value) for value in (one, other)]
        pairs = (acting, [self.bodies(value) for value in (one, other)])
        return all(not mine or not theirs or bool(mine & theirs) for mine, theirs in pairs)

    def same_owner(self, one: Given, other: Given) -> bool:
        """Whether of two sums both have a body whose they are, or neither has; of all else yes."""
        sum_ = one.kind == "number" and one.exact and not one.of.isalpha()
        return not sum_ or bool(self.bodies(one)) == bool(self.bodies(other))

    def acting(self, value: Given) -> frozenset[str]:
        """The bodies that do it."""
        names = value.mention.event.names("agent")
        return frozenset(self.index.story.who.get((value.report, name), name) for name in names) - self.people

    def bodies(self, value: Given) -> frozenset[str]:
        """Those that take part; of a sum, where none does, those that its sentence names, but for who says it."""
        part = frozenset(value.mention.who - self.people)
        return part if part or not value.exact or value.of.isalpha() else self.named(value, "ORG")

    def who(self, value: Given) -> frozenset[str]:
        """The people who take part; where none is told, whoever has the age that the sentence gives, or its one name."""
        if id(value) in self.whose:
            return self.whose[id(value)]
        people = frozenset(value.mention.who & self.people)
        if people or value.cite in self._aged:
            return people or self._aged[value.cite]
        named = self.named(value, "PERSON")
        return named if len(named) == 1 else frozenset()

    def named(self, value: Given, kind: NameType) -> frozenset[str]:
        """The people, or the bodies, whom its sentence names, but for who says it."""
        key = value.cite, kind
        if key not in self._names:
            span = value.cite.span
            speakers = {speaker for spoken, speaker in self.quoted[value.report] if spoken.overlaps(span)}
            names = {name.name for name in self.index.pages[value.report].names(span) if name.type == kind}
            self._names[key] = frozenset(
                self.index.story.who.get((value.report, name), name) for name in names - speakers
            )
        return self._names[key]

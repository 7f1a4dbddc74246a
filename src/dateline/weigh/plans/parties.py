"""Who takes part in a plan, where, and what it is done to."""

from __future__ import annotations

from dateline.language.planning import Planning
from dateline.language.predicates import JOURNEYS
from dateline.records.marks import Name
from dateline.records.story import Story
from dateline.weigh import words
from dateline.weigh.mentions import Mention
from dateline.weigh.plans.acts import is_planned_ahead

LEFT = "@exit"  # stands among the things of a plan to leave something: they tell of one plan whatever it is called
_ACTORS = ("PERSON", "GPE", "ORG")


class Parties:
    """Reads them from the mentions of a report, in the light of the story's people."""

    def __init__(self, story: Story, planning: Planning) -> None:
        self.story = story
        self.planning = planning
        self.persons = frozenset(person.id for person in story.people if person.kind == "PERSON")

    def of(self, links: list[Mention], target: Mention | None, core: str) -> tuple[frozenset[str], frozenset[str]]:
        """Who takes part and where: of a journey, people and not places."""
        who = frozenset(x for link in links for x in link.who)
        places = frozenset(x for link in links for x in link.places)
        named, there = self._named(links[0], target, core)
        who, places = who | named, places | there
        if core in JOURNEYS:
            meant = {self.story.who.get((links[0].marked.report.id, name)) for name in places}
            who = frozenset(x for x in who if x not in meant)
            who = who & self.persons or who
        return who, places

    def _named(self, mention: Mention, target: Mention | None, core: str) -> tuple[frozenset[str], frozenset[str]]:
        """Who and where the clause of an act names, where the parse gave no event, or of a journey not who and where."""
        journey = core in JOURNEYS
        known = target is not None and (journey or bool(target.who or mention.who))
        wanted = self.planning.asking(mention.event) == "wants"
        if not is_planned_ahead(mention, core) or known or (journey and not wanted):
            return frozenset(), frozenset()
        clause = mention.event.clause
        start = mention.event.span.start if journey else clause.start
        names = (name for name in mention.marked.names if clause.holds(name.span) and name.span.start >= start)
        inside = [name for name in names if name.type in _ACTORS]
        placed = (name for name in inside if name.type == "GPE" or (journey and name.type != "PERSON"))
        there = [name for name in placed if self._is_where(mention, name)]
        rest = [name for name in inside if name not in there and (name.type == "PERSON" or not journey)]
        who = [x for name in rest if (x := self.story.who.get((mention.marked.report.id, name.name)))]
        return frozenset(who[:1] if journey else who), frozenset(name.name for name in there)

    @staticmethod
    def _is_where(mention: Mention, name: Name) -> bool:
        phrases = mention.language.phrases
        return phrases is not None and phrases.lead(mention.marked.report.text, name.span.start) in ("in", "to")

    def things(self, links: list[Mention], core: str) -> frozenset[str]:
        """Stems of what the planned thing is done to, but for the words of planning itself."""
        if core in JOURNEYS:
            return frozenset()
        last = links[-1]
        if core == "exit":
            names = (name for name in last.marked.names if last.event.sentence.holds(name.span))
            return frozenset(x for name in names if name.type in ("ORG", "LAW") for x in words.content(name.name)) | {
                LEFT
            }
        things = frozenset(x for link in links for x in link.things)
        if not any(link.who for link in links):  # `the new bridge will open`, `the opening of the bridge`
            text = last.marked.report.text
            parts = (part.span.of(text) for part in last.event.participants if part.role != "place")
            things |= frozenset(x for part in parts for x in words.content(part))
        own = {words.stem(word) for word in self.planning.own_words()}
        return things - own if len(things) > 1 else frozenset()

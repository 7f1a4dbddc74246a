"""Moves: what one sentence says that became of a plan. A move is a planning act and what it is about, or a planned event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline import cite, edtf, language
from dateline.cite import Cite
from dateline.language.predicates import JOURNEYS
from dateline.records.findings import PlanStatus
from dateline.records.marks import EventMention, Status
from dateline.records.story import Story
from dateline.weigh import words
from dateline.weigh.mentions import Mention, where
from dateline.weigh.plans.acts import OFF, Scene, is_planned_ahead
from dateline.weigh.plans.aims import is_far, times
from dateline.weigh.plans.parties import Parties
from dateline.weigh.roles import Deed

OFFER = "offer"  # the kind of event that an offer is
BESIDE = 20  # code points between a time and the noun that it belongs to (`the 2029 general election`)
REACH = 60  # code points behind an act within which what it is done to stands
_CLAUSE_END = re.compile(r"[,;:.!?“”\"]")
_SAID: Mapping[Status, PlanStatus] = {"planned": "planned", "postponed": "postponed", "cancelled": "cancelled"}
_DONE: tuple[Status, ...] = ("happened", "ongoing", "planned", "alleged")
# Acts that need no event beside them: they say by themselves that it is a plan they are about.
_ALONE: tuple[PlanStatus, ...] = (*OFF, "renewed", "accepted")


@dataclass(frozen=True, slots=True)
class Move:
    """What one report says that became of a plan.

    `date` is the day of the act, None where the report tells of it later without its day; `day` the best that is known
    for putting moves in order; `aim` the EDTF that the plan then aims at; `aimed` the times of its sentence as TIMEX3 where
    the report's own day is not known; `bare` that it names no plan. `guest` is who is to come, or who offers, `by` who did the
    act, `act` the id of the event that it is; who takes part stands in `who`, `places`, `sides` and `things` as in a Mention.
    """

    mention: Mention
    core: str
    who: frozenset[str]
    places: frozenset[str]
    status: PlanStatus
    date: str | None
    day: str
    aim: str | None
    bare: bool = False
    guest: str | None = None
    sides: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    aimed: tuple[str, ...] = ()
    target: Mention | None = None
    by: str | None = None
    act: str | None = None

    @property
    def deeds(self) -> frozenset[Deed]:
        """Who does what to whom in the act and in what it is about."""
        return self.mention.deeds | (self.target.deeds if self.target else frozenset())

    @property
    def planned(self) -> EventMention:
        """The event that is planned; the act itself where the parse gave none."""
        return (self.target or self.mention).event

    @property
    def repeats(self) -> bool:
        """Whether it can only repeat what is known of a plan that it does not name."""
        return self.bare and self.status in ("planned", "offered", "agreed")

    @property
    def invites(self) -> bool:
        """Whether somebody is invited by the act."""
        planning = self.mention.language.planning
        return planning is not None and planning.asking(self.mention.event) == "invites"

    def cite(self) -> Cite:
        """The sentence that says it."""
        report = self.mention.marked.report
        return cite.cite(report.id, report.text, self.mention.event.sentence)


def moves(story: Story, seen: Sequence[Mention]) -> Iterator[Move]:
    """Every move among the mentions of a story, report by report, in text order."""
    by_report: dict[str, list[Mention]] = {}
    for mention in seen:
        by_report.setdefault(mention.marked.report.id, []).append(mention)
    for marked in story.reports:
        planning = language.of(marked.report.language).planning
        if planning is not None:
            yield from _Teller(story, Scene(marked, planning, by_report.get(marked.report.id, []))).moves()


class _Teller:
    """Makes moves of what the mentions of a report say, in the light of the story's people and places."""

    def __init__(self, story: Story, scene: Scene) -> None:
        self.story = story
        self.scene = scene
        self.planning = scene.planning
        self.people = {person.id: person for person in story.people}
        days = [marked.report.published.day for marked in story.reports if marked.report.published.day]
        self.last = max(days, default="")
        self.first = f"{int(min(days)[:4]) - 1:04}{min(days)[4:]}" if days else ""
        self.parties = Parties(story, scene.planning)
        bodies = (person for person in story.people if (person.code or "").endswith("GOV"))
        self.seats = {person.name: words.state(person.code) for person in bodies}

    def moves(self) -> Iterator[Move]:
        """The moves of the report, in text order."""
        for mention in self.scene.mentions:
            if mention.label != "caption" and id(mention) not in self.scene.taken:
                of_act = self._act(mention) and not self.scene.leaves(mention)
                move = self._of_act(mention) if of_act else None
                move = move or (self._of_event(mention) if not of_act or self.scene.opens(mention) else None)
                if move is not None:
                    self.scene.taken |= {id(move.target)}
                    yield move

    def _act(self, mention: Mention) -> PlanStatus | None:
        return self.planning.act(mention.event)

    def _of_event(self, mention: Mention) -> Move | None:
        """A planned event that no act is about; what is only supposed, or what something else is done for, is none."""
        event, kind = mention.event, self.scene.plannable(mention)
        if event.status not in _SAID or self.scene.supposed(mention) or self._past(mention):
            return None
        if kind is None:
            return self._made(mention, mention, mention.kind, "planned") if self._promised(mention) else None
        off = event.status in ("postponed", "cancelled")
        if off and (self._only_wished(mention, _SAID[event.status]) or any(map(self._ordered, self._offs(mention)))):
            return None
        if kind == "visit" and not mention.who and any(part.role == "agent" for part in event.participants):
            return None  # somebody without a name goes somewhere
        return self._made(mention, mention, kind, _SAID[event.status])

    def _of_act(self, mention: Mention) -> Move | None:
        """A planning act that took place, and what it is about."""
        event, status = mention.event, self._act(mention)
        if status is None or event.status not in _DONE:
            return None
        if self._only_wished(mention, status) or self._long_ago(mention) or self.scene.supposed(mention):
            return None
        if status in OFF and self.scene.is_for_hours(mention):
            return None
        if status == "rejected" and self.scene.takes_nothing(mention):
            return None
        target, kind = self.scene.target(mention, status)
        asks = kind is not None and kind not in JOURNEYS and self.planning.asking(event) == "asks"  # a demand, no plan
        if asks or (target is not None and self.planning.only_possible(self.scene.text, target.event)):
            return None
        if status in OFF and target is not None and not self.scene.chain(mention) and not self._object(mention, target):
            target, kind = None, None
        return self._of_target(mention, target, kind, self._announced(mention) or status)

    def _of_target(self, mention: Mention, target: Mention | None, kind: str | None, status: PlanStatus) -> Move | None:
        """What an act makes of what it is about."""
        event = mention.event
        if status == "held":
            held = self._begun(mention, target)
            if held is None:
                return None
            status = held
        commits = self.planning.commits(event)
        if kind is None and (offer := self._offer(mention, status)):
            return offer
        if kind is None and (meant := self.scene.deed(mention) if commits else self.scene.put_off(mention)):
            made = self._made(mention, meant, meant.kind, status)
            takes_back = status != "rejected" and self.planning.is_offer(self.scene.text, meant.event)
            giver = self._giver(mention) if takes_back else None
            return replace(made, core=OFFER, things=frozenset(), guest=giver, aim=None) if takes_back else made
        if kind is None:
            alone = status in _ALONE and self.scene.points_back(mention)
            return self._made(mention, None, event.lemma, status) if alone else None
        if event.status == "planned" and status not in OFF:
            status = "planned"
        elif status == "planned" and self._invites(mention, target, kind):
            status = "offered"
        return self._made(mention, target, kind, status)

    def _offer(self, mention: Mention, status: PlanStatus) -> Move | None:
        """What somebody offers somebody, a contract or a place: the offer itself is the plan, each giver's another."""
        event, text = mention.event, self.scene.text
        answers = status in ("accepted", "rejected") and any(
            part.role == "patient" and self.planning.is_offered(part.span.of(text)) for part in event.participants
        )
        if not answers and not self.planning.is_offer(text, event):
            return None
        giver = None if answers else self._giver(mention)
        takers = (
            event.names("agent")
            if answers
            else (*event.names("patient", "place", "other"), *self._before_noun(mention))
        )
        taker = {self.story.who.get((mention.marked.report.id, name)) for name in takers} & self.parties.persons - {
            giver
        }
        if not taker:
            return None
        made = self._made(mention, mention, OFFER, "planned" if event.status == "planned" else status)
        who = frozenset(filter(None, (giver, *taker)))
        return replace(
            made, who=who, places=frozenset(), things=frozenset(), guest=giver, by=giver, aim=None, bare=False
        )

    def _before_noun(self, mention: Mention) -> tuple[str, ...]:
        """Whom the words before a noun name (`made Oona Weir an offer`)."""
        event = mention.event
        held = (name for name in mention.marked.names if event.noun and event.clause.holds(name.span))
        return tuple(name.name for name in held if name.span.start < event.span.start)

    def _giver(self, mention: Mention) -> str | None:
        """Who offers: who does the innermost of the acts (`confirmed that the club had withdrawn its offer`), or gives it."""
        report, known = mention.marked.report.id, self.story.who
        acts = [link for link in (mention, *self.scene.chain(mention)) if self._act(link)]
        for link in (*reversed(acts), *self.scene.lent(mention)):
            doers = [part for part in link.event.participants if part.role == "agent"]
            if len(doers) == 1 and doers[0].name and (giver := known.get((report, doers[0].name))):
                return giver
        return None

    def _announced(self, mention: Mention) -> PlanStatus | None:
        """`announced that it had rejected`: what the act that is announced makes of the plan."""
        if not self.planning.announces(mention.event):
            return None
        inner = (self._act(link) for link in self.scene.chain(mention))
        return next((status for status in inner if status in OFF or status == "renewed"), None)

    @staticmethod
    def _begun(mention: Mention, target: Mention | None) -> PlanStatus | None:
        """Of an act of beginning: whether what begins was held, is still to come, or is no plan (None)."""
        event = mention.event
        begun = event.status == "happened" and event.date and event.earliest == event.latest
        if target is None or (target.event.status != "planned" and event.status != "planned" and not begun):
            return None
        return "held" if begun and target.event.status == "happened" else "planned"

    def _offs(self, mention: Mention) -> Iterator[Mention]:
        """Acts in the sentence of a mention that end or put off a plan."""
        for other in self.scene.mentions:
            if other.event.sentence == mention.event.sentence and self._act(other) in OFF:
                yield other

    def _long_ago(self, mention: Mention) -> bool:
        """Whether its own words put an act a year or more before the story's first report."""
        event = mention.event
        return bool(event.time and event.latest and self.first and event.latest < self.first)

    def _invites(self, mention: Mention, target: Mention | None, kind: str) -> bool:
        """`wants her to come`, `asked the club to play`: who is to come is not who wants it."""
        if self.planning.asking(mention.event) not in ("wants", "asks"):
            return False
        mine = set(mention.event.names("agent"))
        theirs = set(target.event.names("agent")) if target is not None else set()
        return bool(mine and theirs and not mine & theirs) or (target is None and kind == "visit")

    def _made(self, mention: Mention, target: Mention | None, core: str, status: PlanStatus) -> Move:
        chain = self.scene.chain(mention)
        links = [mention, *chain]
        if target is not None and target is not mention and target not in chain:
            links.append(target)
        who, places = self.parties.of(links, target, core)
        things = self.parties.things(links, core)
        if core == "exit":
            who = frozenset(x for x in who if not words.content(self._name(x)) <= things)
        guest = next((person for link in links if (person := self._guest(link, core))), None)
        aim, when, aimed = times(self.scene, mention, target)
        when = when or mention.said
        published, ahead = mention.marked.report.published.day, is_planned_ahead(mention, core)
        beside = status == "planned" and any(True for _ in self._offs(mention))
        retold = when is None and (self._retold(mention, status, aim) or beside)
        if retold and aim and is_far(aim, published):
            aim = None  # `had been planned for February`, told in March: not the next one
        named = bool(who or places or things or (aim and mention.lead and core not in JOURNEYS))
        bare = self._is_bare(links, core, named, places) if target is None or ahead else not (who or things)
        if core in JOURNEYS and not places:
            invited = any(self.planning.asking(link.event) == "invites" for link in links)
            sides = frozenset(state for link in links for state in link.sides)
            few = guest is None and (invited or max(len(who), len(sides)) < 2)
            bare = (
                bare
                or few
                or (not invited and core == "visit" and target is not None)
                or (status in OFF and len(who) < 2)
            )
        seen = frozenset(self.seats.get(place) or place for place in places)  # a seat of government by its state
        return Move(
            mention=mention, core=core, who=who, places=where(seen), status=status,
            date=when or (None if retold else published), day=when or published or "~", aim=aim, bare=bare,
            guest=guest,
            sides=frozenset(state for link in links for state in link.sides), things=things, aimed=aimed, target=target,
            by=self._by(mention),
        )  # fmt: skip

    def _name(self, who: str) -> str:
        return self.people[who].name if who in self.people else who

    def _is_bare(self, links: list[Mention], core: str, named: bool, places: frozenset[str]) -> bool:
        """Whether a move names no plan."""
        return not is_planned_ahead(links[0], core) or not named or (_in_speech(links[0]) and not places)

    def _by(self, mention: Mention) -> str | None:
        """Who did it: the one agent of the act."""
        if self._act(mention) is None:
            return None
        agents = {self.story.who.get((mention.marked.report.id, name)) for name in mention.event.names("agent")}
        by = next(iter(agents)) if len(agents) == 1 else None
        return by if by != self._guest(mention, "visit") else None

    def _guest(self, mention: Mention, core: str) -> str | None:
        """Who is asked to come: whom an invitation goes to, or whom a journey takes somewhere."""
        if core not in JOURNEYS:
            return None
        event, report = mention.event, mention.marked.report.id
        asking = self.planning.asking(event)
        if asking == "wants":
            persons = (n for n in mention.marked.names if n.type == "PERSON" and event.clause.holds(n.span))
            after = (name.name for name in persons if name.span.start > event.span.start)
            return self.story.who.get((report, next(after, "")))
        invited = asking in ("invites", "hosts") and any(part.role == "patient" for part in event.participants)
        going = mention.kind == "visit" or (asking == "invites" and not self.planning.is_act_noun(event))
        names = event.names("patient") if invited else event.names("agent") if going else ()  # `Marsh invited to Drava`
        for name in names:
            person = self.story.who.get((report, name))
            if person and name not in mention.places:
                return person
        return None

    # ----------------------------------------------------------------------------------- how it is told

    def _retold(self, mention: Mention, status: PlanStatus, aim: str | None) -> bool:
        """Whether a report tells of an act later, so that its own day is not the day of the act."""
        event, published = mention.event, mention.marked.report.published.day
        if self.planning.told_later(self.scene.text, event):
            return True
        if aim and published and (edtf.interval(aim)[1] or "~") < published:
            return True
        if event.status != "happened" or status == "planned":
            return False
        vague = event.time is not None and event.earliest != event.latest and (event.latest or "~") <= (published or "")
        return not mention.lead or vague

    def _only_wished(self, mention: Mention, status: PlanStatus) -> bool:
        """Whether an end of a plan is only demanded, weighed or denied (`urged him to cancel`), or is of a claim."""
        if status not in OFF:
            return False
        if mention.event.status == "alleged" or self._ordered(mention):
            return True
        return self.planning.only_wished(self.scene.text, mention.event)

    def _ordered(self, mention: Mention) -> bool:
        """Whether an act is told somebody in a quotation: “If so, cancel it”."""
        event = mention.event
        quoted = (span for quote in mention.marked.quotes for span in quote.content)
        inside = next((span for span in quoted if span.holds(event.span)), None)
        doers = [part.span for part in event.participants if part.role == "agent"]
        commands = inside is not None and self.planning.can_be_command(event)
        return commands and inside is not None and not any(inside.holds(span) for span in doers)

    def _object(self, mention: Mention, target: Mention) -> bool:
        """Whether an act is done to an event: it stands in what the act takes, or close behind it in the same clause."""
        act_span, event = mention.event.span, target.event.span
        if mention is target or any(part.span.overlaps(event) for part in mention.event.participants):
            return True
        if event.start >= act_span.end:
            between = self.scene.text[act_span.end : event.start]
            return len(between) <= REACH and not _CLAUSE_END.search(between)
        between = self.scene.text[event.end : act_span.start]  # `the tour, which had been put off`
        return len(between) <= REACH and self.planning.turns_back(between)

    def _promised(self, mention: Mention) -> bool:
        """Whether who is to do it says so: `Marsh said that she will name the donor`."""
        event = mention.event
        doers = event.names("agent")
        said = (quote for quote in mention.marked.quotes if quote.speaker in doers and quote.polarity == "assert")
        return event.status == "planned" and any(span.holds(event.span) for quote in said for span in quote.content)

    def _past(self, mention: Mention) -> bool:
        """`the 2029 election`: the time right before a noun is over."""
        published, start = mention.marked.report.published.day or self.last, mention.event.span.start
        return any(
            0 <= start - time.span.end <= BESIDE and time.latest is not None and time.latest < published
            for time in mention.marked.times
        )


def _in_speech(mention: Mention) -> bool:
    """Whether somebody's quoted words tell it: `you` and `he` there need not be who the report names."""
    quoted = (quote for quote in mention.marked.quotes if quote.type == "direct")
    return any(span.holds(mention.event.span) for quote in quoted for span in quote.content)

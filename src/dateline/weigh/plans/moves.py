"""Moves: what one sentence says that became of a plan. A move is a planning act and what it is about, or a planned event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline import cite, edtf
from dateline.cite import Cite
from dateline.records.findings import PlanStatus
from dateline.records.marks import Status
from dateline.records.story import Story
from dateline.weigh import words
from dateline.weigh.mentions import JOURNEYS, Mention, where
from dateline.weigh.plans.acts import OFF, Scene, act, act_nouns, kinds, nouns
from dateline.weigh.roles import Deed

FAR = 240  # days
REACH = 60  # code points behind an act within which what it is done to stands
_AIM = re.compile(
    r"(?:\b(?:until|till|to|for|after|before|by|from|due (?:on|in|at))\s+(?:the\s+|at least\s+|early\s+|late\s+)?|\bnext\s+)$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|to)\s+(?:the\s+)?$", re.IGNORECASE)
# Words over an act by which it is wished, weighed or denied, with nothing between that ends the clause.
_WISHED = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:on|for|upon|to)|demand\w*|(?:reason|plea|request)s? to|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?"
    r"|want(?:s|ed|ing)?|threat\w+|consider\w*|suggest\w*|propos(?:e|es|ed|ing)|press(?:es|ed|ing|ure)?"
    r"|push(?:es|ed|ing)? for|should|must|ought|told\b[^,.;:]* to|could|might|may|whether|if|not|never|refus\w+|declin\w+"
    r"|den(?:y|ies|ied)|(?:did|do|does|has|had|was|is|were|are|would)n[’']t)\b[^,.;:]*$",
    re.IGNORECASE,
)
_CLAIM = re.compile(
    r"\s+(?:(?:the|a|an|any|all|his|her|its|their|such|these|those)\s+)?(?:\w+\s+)?"
    r"(?:claim|allegation|accusation|charge|criticism|report|notion|assertion|finding|argument)s?\b",
    re.IGNORECASE,
)
_SAID: Mapping[Status, PlanStatus] = {"planned": "planned", "postponed": "postponed", "cancelled": "cancelled"}
_DONE: tuple[Status, ...] = ("happened", "ongoing", "planned", "alleged")
# Acts that need no event beside them: they say by themselves that it is a plan they are about.
_ALONE: tuple[PlanStatus, ...] = (*OFF, "renewed", "accepted")
_TO = re.compile(r"\b(?:in|to|at)\s+(?:the\s+)?$")
_ACTORS = ("PERSON", "GPE", "ORG")
_TELLS = frozenset({"announce", "confirm", "decide", "agree"})
_AFTER = re.compile(r"\b(?:after|before|since|once|following|when)\s+$", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:had|(?:which|who) has|(?:was|were) (?:first|originally|initially))\b")
_GUESTS = frozenset({"invite", "host", "greet", "welcome"})  # verbs whose object is who comes


@dataclass(frozen=True, slots=True)
class Move:
    """What one report says that became of a plan.

    `date` is the day of the act, None where the report tells of it later without its day; `day` the best that is known
    for putting moves in order; `aim` the EDTF that the plan then aims at; `aimed` the times of its sentence as TIMEX3 where
    the report's own day is not known; `bare` that it names no plan; `weak` that it can only repeat one. `guest` is who
    is to come, `by` who did the act; who takes part stands in `who`, `places`, `sides` and `things` as in a Mention.
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
    weak: bool = False
    guest: str | None = None
    sides: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    aimed: tuple[str, ...] = ()
    target: Mention | None = None
    by: str | None = None

    @property
    def deeds(self) -> frozenset[Deed]:
        """Who does what to whom in the act and in what it is about."""
        return self.mention.deeds | (self.target.deeds if self.target else frozenset())

    def cite(self) -> Cite:
        """The sentence that says it."""
        report = self.mention.marked.report
        return cite.cite(report.id, report.text, self.mention.event.sentence)


def moves(story: Story, seen: Sequence[Mention]) -> Iterator[Move]:
    """Every move among the mentions of a story, report by report, in text order."""
    by_report: dict[str, list[Mention]] = {}
    for one in seen:
        by_report.setdefault(one.marked.report.id, []).append(one)
    teller = _Teller(story)
    for marked in story.reports:
        scene = Scene(by_report.get(marked.report.id, []))
        for one in scene.some:
            if one.label != "caption" and id(one) not in scene.told:
                of_act = act(one.event) and not scene.leaves(one)
                made = teller.of_act(scene, one) if of_act else teller.of_event(scene, one)
                if made is not None:
                    scene.told |= {id(made.target)}
                    yield made


class _Teller:
    """Makes moves of what the mentions of a report say, in the light of the story's people and places."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.people = {one.id: one for one in story.people}
        days = [one.report.published.day for one in story.reports if one.report.published.day]
        self.first = f"{int(min(days)[:4]) - 1:04}{min(days)[4:]}" if days else ""
        self.persons = frozenset(one.id for one in story.people if one.kind == "PERSON")
        self.seats = {one.name: words.state(one.code) for one in story.people if (one.code or "").endswith("GOV")}

    def of_event(self, scene: Scene, one: Mention) -> Move | None:
        """A planned event that no act is about; one that is only supposed can repeat a plan, not make one."""
        kind = scene.plannable(one)
        weak = one.event.status == "hypothetical" or _asked(one)
        if kind is None or not (weak or one.event.status in _SAID):
            return None
        if one.event.status in ("postponed", "cancelled"):
            beside = (
                each for each in scene.some if each.event.sentence == one.event.sentence and act(each.event) in OFF
            )
            if _only_wished(one, _SAID[one.event.status]) or any(_ordered(each) for each in beside):
                return None
        if kind == "visit" and not one.who and any(part.role == "agent" for part in one.event.participants):
            return None  # somebody without a name goes somewhere
        return self._made(scene, one, one, kind, "planned" if weak else _SAID[one.event.status], weak)

    def of_act(self, scene: Scene, one: Mention) -> Move | None:
        """A planning act that took place, and what it is about."""
        status = act(one.event)
        if status is None or one.event.status not in _DONE or _only_wished(one, status) or self._long_ago(one):
            return None
        target, kind = scene.target(one, status)
        if status in OFF and target is not None and not scene.chain(one) and not _object(one, target):
            target, kind = None, None
        if one.event.lemma in _TELLS:  # `announced that it had rejected`
            for each in scene.chain(one):
                inner = act(each.event)
                if inner is not None and (inner in OFF or inner == "renewed"):
                    status = inner
                    break
        if status == "held":
            begun = one.event.status == "happened" and one.event.date and one.event.earliest == one.event.latest
            if target is None or (target.event.status != "planned" and one.event.status != "planned" and not begun):
                return None
            status = "held" if begun and target.event.status == "happened" else "planned"
        if kind is None:
            alone = status in _ALONE and scene.points_back(one)
            return self._made(scene, one, None, one.event.lemma, status) if alone else None
        if one.event.status == "planned" and status not in OFF:
            status = "planned"
        elif status == "planned" and self._invites(one, target, kind):
            status = "offered"
        return self._made(scene, one, target, kind, status)

    def _long_ago(self, one: Mention) -> bool:
        """Whether its own words put an act a year or more before the story's first report."""
        return bool(one.event.time and one.event.latest and self.first and one.event.latest < self.first)

    def _invites(self, one: Mention, target: Mention | None, kind: str) -> bool:
        """`wants her to come`, `asked the club to play`: who is to come is not who wants it."""
        if one.event.lemma not in ("want", "ask"):
            return False
        mine = set(one.event.names("agent"))
        theirs = set(target.event.names("agent")) if target is not None else set()
        return bool(mine and theirs and not mine & theirs) or (target is None and kind == "visit")

    def _made(
        self, scene: Scene, one: Mention, target: Mention | None, core: str, status: PlanStatus, weak: bool = False
    ) -> Move:
        chain = scene.chain(one)
        some = [one, *chain, *([target] if target is not None and target is not one and target not in chain else [])]
        who, places = self._parties(some, target, core)
        things = self._things(some, core)
        if core == "exit":
            who = frozenset(
                x for x in who if not words.content(self.people[x].name if x in self.people else x) <= things
            )
        guest = next((x for each in some if (x := self._guest(each, core))), None)
        aim, when, aimed = _times(scene, one, target)
        when = when or one.said
        published = one.marked.report.published.day
        event = one.event
        beside = any(act(each.event) in OFF and each.event.sentence == event.sentence for each in scene.some)
        retold = when is None and (_retold(one, status, aim) or (status == "planned" and beside))
        if retold and aim and _far(aim, published):
            aim = None  # `had been planned for February`, told in March: not the next one
        named = who or places or things or (aim and one.lead and core not in JOURNEYS)
        bare = core not in kinds() or not named or (_in_speech(one) and not places)
        if core in JOURNEYS and not places:
            asked = any(each.event.lemma == "invite" for each in some)
            sides = frozenset(x for each in some for x in each.sides)
            bare = (
                bare or (guest is None and (asked or max(len(who), len(sides)) < 2)) or (status in OFF and len(who) < 2)
            )
        thin = target is one and not (who or places)
        seen = frozenset(self.seats.get(place) or place for place in places)  # a seat of government by its state
        return Move(
            mention=one, core=core, who=who, places=where(seen), status=status, date=when or (None if retold else published),
            day=when or published or "~", aim=aim, bare=bare,
            weak=weak or (bare and status in ("planned", "offered", "agreed")) or (thin and not one.lead), guest=guest,
            sides=frozenset(x for each in some for x in each.sides), things=things, aimed=aimed, target=target,
            by=self._by(one),
        )  # fmt: skip

    def _parties(self, some: list[Mention], target: Mention | None, core: str) -> tuple[frozenset[str], frozenset[str]]:
        """Who takes part and where: of a journey, people and not places."""
        one = some[0]
        who = frozenset(x for each in some for x in each.who)
        places = frozenset(x for each in some for x in each.places)
        named, there = self._named(one, target, core)
        who, places = who | named, places | there
        if core in JOURNEYS:
            meant = {self.story.who.get((one.marked.report.id, name)) for name in places}
            who = frozenset(x for x in who if x not in meant)
            who = who & self.persons or who
        return who, places

    def _named(self, one: Mention, target: Mention | None, core: str) -> tuple[frozenset[str], frozenset[str]]:
        """Who and where the clause of an act names, where the parse gave no event, or of a journey not who and where."""
        journey = core in JOURNEYS
        named = target is not None and (journey or bool(target.who or one.who))
        if core not in kinds() or named or (journey and one.event.lemma != "want"):
            return frozenset(), frozenset()
        report, clause = one.marked.report, one.event.clause
        start = one.event.span.start if journey else clause.start
        inside = [n for n in one.marked.names if clause.holds(n.span) and n.span.start >= start and n.type in _ACTORS]
        placed = (n for n in inside if n.type == "GPE" or (journey and n.type != "PERSON"))
        there = [n for n in placed if _TO.search(report.text[max(0, n.span.start - 8) : n.span.start])]
        rest = [n for n in inside if n not in there and (n.type == "PERSON" or not journey)]
        who = [x for n in rest if (x := self.story.who.get((report.id, n.name)))]
        return frozenset(who[:1] if journey else who), frozenset(n.name for n in there)

    def _things(self, some: list[Mention], core: str) -> frozenset[str]:
        """Stems of what the planned thing is done to, but for the words of planning itself."""
        if core in JOURNEYS:
            return frozenset()
        if core == "exit":
            one = some[-1]
            named = (n for n in one.marked.names if one.event.sentence.holds(n.span) and n.type in ("ORG", "LAW"))
            return frozenset(x for n in named for x in words.content(n.name)) | {"treaty"}
        own = {words.stem(word) for word in (*nouns(), *act_nouns())}
        found = frozenset(x for each in some for x in each.things)
        last = some[-1]
        if not any(each.who for each in some):  # `the new bridge will open`, `the opening of the bridge`
            text = last.marked.report.text
            parts = (part.span.of(text) for part in last.event.participants if part.role != "place")
            found |= frozenset(x for part in parts for x in words.content(part))
        return found - own if len(found) > 1 else frozenset()

    def _by(self, one: Mention) -> str | None:
        """Who did it: the one agent of the act."""
        if act(one.event) is None:
            return None
        found = {self.story.who.get((one.marked.report.id, name)) for name in one.event.names("agent")}
        by = next(iter(found)) if len(found) == 1 else None
        return by if by != self._guest(one, "visit") else None

    def _guest(self, one: Mention, core: str) -> str | None:
        """Who is asked to come: whom an invitation goes to, or whom a journey takes somewhere."""
        if core not in JOURNEYS:
            return None
        event, report = one.event, one.marked.report.id
        if event.lemma == "want":
            persons = (n for n in one.marked.names if n.type == "PERSON" and event.clause.holds(n.span))
            after = (n.name for n in persons if n.span.start > event.span.start)
            return self.story.who.get((report, next(after, "")))
        asked = event.lemma in _GUESTS and any(part.role == "patient" for part in event.participants)
        going = one.kind == "visit" or (event.lemma == "invite" and event.head.casefold() not in act_nouns())
        names = event.names("patient") if asked else event.names("agent") if going else ()  # `Marsh invited to Drava`
        for name in names:
            person = self.story.who.get((report, name))
            if person and name not in one.places:
                return person
        return None


def _retold(one: Mention, status: PlanStatus, aim: str | None) -> bool:
    """Whether a report tells of an act later, so that its own day is not the day of the act."""
    text, event = one.marked.report.text, one.event
    before = text[max(event.clause.start, event.span.start - 24) : event.span.start].casefold()
    if _EARLIER.search(before) or _AFTER.search(text[: event.clause.start][-12:]):
        return True
    published = one.marked.report.published.day
    if aim and published and (edtf.interval(aim)[1] or "~") < published:
        return True
    if event.status != "happened" or status == "planned":
        return False
    vague = event.time is not None and event.earliest != event.latest and (event.latest or "~") <= (published or "")
    return not one.lead or vague


def _only_wished(one: Mention, status: PlanStatus) -> bool:
    """Whether an end of a plan is only demanded, weighed or denied (`urged him to cancel`), or is of a claim, not a plan."""
    if status not in OFF:
        return False
    if one.event.status == "alleged":
        return True
    text, event = one.marked.report.text, one.event
    before = text[max(event.sentence.start, event.span.start - 200) : event.span.start]
    if _ordered(one):
        return True
    if _WISHED.search(before) or _CLAIM.match(text[event.span.end : event.sentence.end]):
        return True
    words_ = (span.of(text) for span in event.evidence)
    return any(_WISHED.search(f"{word} ") for word in words_)


def _ordered(one: Mention) -> bool:
    """Whether an act is told somebody in a quotation: “If so, cancel it”."""
    event = one.event
    inside = next((s for quote in one.marked.quotes for s in quote.content if s.holds(event.span)), None)
    doers = [part.span for part in event.participants if part.role == "agent"]
    return inside is not None and event.head == event.lemma and not any(inside.holds(span) for span in doers)


def _object(one: Mention, target: Mention) -> bool:
    """Whether an act is done to an event: it stands in what the act takes, or close behind it in the same clause."""
    if one is target or any(part.span.overlaps(target.event.span) for part in one.event.participants):
        return True
    text, act_, event = one.marked.report.text, one.event.span, target.event.span
    if event.start >= act_.end:
        return event.start - act_.end <= REACH and not re.search(r"[,;:.!?“”\"]", text[act_.end : event.start])
    before = text[event.end : act_.start]  # `the tour, which had been put off`, `the tour was put off`
    return len(before) <= REACH and bool(re.search(r"\b(?:which|that|was|were|been|be|is)\b[^.;:!?“”\"]*$", before))


def _asked(one: Mention) -> bool:
    """`it is not known how she will vote`: nobody says that she will."""
    text = one.marked.report.text[one.event.sentence.start : one.event.span.start]
    return bool(re.search(r"\b(?:how|whether|if|why)\b[^.;]{0,80}$", text, re.IGNORECASE))


def _far(aim: str, published: str | None) -> bool:
    """Whether a time lies so far ahead that words without a year mean the one before."""
    earliest = edtf.interval(aim)[0]
    if published is None or earliest is None or len(aim) != len("2031-02"):
        return False
    return edtf.apart(published, earliest) > FAR


def _in_speech(one: Mention) -> bool:
    """Whether somebody's quoted words tell it: `you` and `he` there need not be who the report names."""
    quoted = (q for q in one.marked.quotes if q.type == "direct")
    return any(span.holds(one.event.span) for quote in quoted for span in quote.content)


def _times(scene: Scene, one: Mention, target: Mention | None) -> tuple[str | None, str | None, tuple[str, ...]]:
    """What a plan then aims at, the day of the act, and the aim as TIMEX3: `until` and `for` lead to an aim."""
    text = one.marked.report.text
    own = [each.event for each in (one, target) if each is not None]
    others = {each.event.time for each in scene.some if each.event not in own and each.event.time}
    led = [(1, target.event.date)] if target is not None and target is not one and target.event.date else []
    ahead: list[str] = []
    when: str | None = None
    aimed: list[str] = []
    published = one.marked.report.published.day or "~"
    event = one.event
    if event.time and event.earliest and event.earliest == event.latest and event.latest <= published:
        when = event.earliest
    for time in one.marked.times:
        if not one.event.sentence.holds(time.span) or time.type not in ("DATE", "TIME") or time.span in others:
            continue
        if target is not None and target is not one and time.span == target.event.time:
            continue  # when it was to be, which is the aim and not the day of the act
        if time.value is None:
            aimed.append(time.timex)
        elif _AIM.search(text[max(0, time.span.start - 24) : time.span.start]):
            led.append((0 if _UNTIL.search(text[: time.span.start][-16:]) else 1, time.value))
        elif time.earliest == time.latest and (time.latest or "") <= published:
            when = when or time.value[:10]
        elif (time.latest or "~") > published:
            ahead.append(time.value)
    led.sort(key=lambda pair: pair[0] if act(one.event) == "postponed" else 0)  # what it is put off to
    aim = next((value.removeprefix("../") for value in [*(value for _, value in led), *ahead]), None)
    alone = target is one or target is None
    if aim is None and alone and one.event.date and (one.event.latest or "") > published:
        aim = one.event.date
    return aim, when, tuple(aimed)


def overlap(one: str, other: str) -> bool:
    """Whether two EDTF dates can be one time."""
    (a, b), (c, d) = edtf.interval(one), edtf.interval(other)
    return (a or "") <= (d or "~") and (c or "") <= (b or "~")

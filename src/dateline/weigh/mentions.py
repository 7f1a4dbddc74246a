"""Mentions of events across a story's reports: of what kind, who takes part, where, and which states stand behind them.

The parse gives phrases (`the Korland leader`, `City`, `US officials`). Here they are read against the whole story: a
phrase that only one of its people fits is that person; an adjective of a state names the state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline import cite, edtf
from dateline.cite import Cite, Span
from dateline.language import tables
from dateline.language.english.exchanged import turned
from dateline.records.marks import EventMention, Marked, Name, Participant
from dateline.records.report import Label
from dateline.records.story import Person, Story
from dateline.weigh import words
from dateline.weigh.roles import Deed, deeds, opposed

FEWEST_WORDS = 4
JOURNEYS = frozenset({"visit", "meet", "invite", "host"})  # a visit is often told as the meeting that it is for
SPREAD = ("GPE", "LOC", "FAC")
_IN = re.compile(r"\b(?:in|at|near|outside)\s+(?:the\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\b(?:in|at|near|outside|to)\s+(?:the\s+)?$", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|with|between|about|on)\s+(?:the\s+)?$", re.IGNORECASE)
_VISITS = re.compile(r"\bvisit(?:s|ed|ing)?\s+(?:the\s+)?$", re.IGNORECASE)
_HOURS = re.compile(
    r"\b(?:hours|minutes|moments|shortly|soon|immediately|just)\s+(?:after|before)\s+(?:[^\s,;]+\s+){0,5}$",
    re.IGNORECASE,
)
_LEADERS = frozenset({"leader", "president", "premier", "counterpart", "chancellor", "minister"})
_MANY = frozenset({"two", "both", "leaders", "presidents", "officials", "and", "former", "last"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One report's mention of an event, with who takes part across the story.

    `who` holds ids of people and bodies (or a name that nobody in the story has), `places` names of places, `sides`
    codes of the states behind those who take part, `things` stems of what it is done to, `deeds`
    who does it to whom. `said` is the day on which somebody said it, `beside` the day of what it is told with
    (`hours after the two met`).
    """

    marked: Marked
    event: EventMention
    kind: str
    who: frozenset[str]
    places: frozenset[str]
    label: Label
    lead: bool
    said: str | None = None
    beside: str | None = None
    sides: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    deeds: frozenset[Deed] = frozenset()

    @property
    def days(self) -> tuple[str, str] | None:
        """Its first and last possible day, where both are known; for news just told, the day of the telling."""
        event = self.event
        if event.earliest and event.latest:
            return event.earliest, event.latest
        if event.status != "happened" or event.date is not None:
            return None
        verb = event.head.casefold() not in event_nouns()
        day = self.beside or (self.said if self.lead and verb else None)
        return (day, day) if day else None

    def opposes(self, other: Mention) -> bool:
        """Whether the two tell of opposite deeds: A does it to B, B to A; by the parse, or else by the order of words."""
        if opposed(self.deeds, other.deeds):
            return True
        here, there = (each.event.sentence.of(each.marked.report.text) for each in (self, other))
        return not self.deeds & other.deeds and turned(here, there)

    def cite(self) -> Cite:
        """The words that tell it: its clause where that can stand, else its sentence."""
        report, event = self.marked.report, self.event
        said = event.clause.of(report.text).split()
        span = event.clause if len(said) >= FEWEST_WORDS else event.sentence
        return cite.cite(report.id, report.text, span)


@cache
def groups() -> dict[str, str]:
    """Verb to the kind of event that it tells of."""
    return {row["verb"]: row["group"] for row in tables.table("event_groups")}


@cache
def event_nouns() -> frozenset[str]:
    """Nouns that name an event, whatever verb stands behind them."""
    return frozenset(row["word"] for row in tables.table("event_nouns") if row["kind"] not in ("light", "none"))


def kind_of(event: EventMention) -> str:
    """What kind of event it is: the group of its verb, or the verb itself. Who strikes nobody is on strike."""
    if event.lemma == "strike" and not any(part.role == "patient" for part in event.participants):
        return "strike"
    return groups().get(event.lemma.split()[0], event.lemma)


def where(places: frozenset[str]) -> frozenset[str]:
    """Places as they are compared: a capital or a state by its state, others by name."""
    return frozenset(words.country(one) or one.casefold() for one in places)


def mentions(story: Story) -> Iterator[Mention]:
    """Every mention of an event in what the reports tell, captions included."""
    cast = Cast(story)
    for marked in story.reports:
        leads = _leads(marked)
        labels: dict[Span, Label] = {one.span: one.label for one in marked.sentences}
        names = {one.span: one for one in marked.names}
        for event in marked.events:
            yield _mention(cast, marked, event, names, (labels.get(event.sentence, "body"), event.sentence in leads))


def _mention(
    cast: Cast, marked: Marked, event: EventMention, names: dict[Span, Name], stands: tuple[Label, bool]
) -> Mention:
    kind = kind_of(event)
    who: set[str] = set()
    places: set[str] = set()
    sides: set[str] = set()
    things: set[str] = set()
    parts: dict[str, set[str]] = {"agent": set(), "patient": set()}
    for part in event.participants:
        name = names.get(part.span)
        if part.name and _is_place(marked, part, name, kind):
            places.add(part.name)
            continue
        if seat := _capital(marked, part):
            places.add(seat)
            continue
        found = cast.who(marked, part)
        if found:
            who.add(found)
            parts.get(part.role, who).add(found)
        sides |= cast.sides(marked, part, found)
        if part.role == "patient" and found not in cast.people and (name is None or name.type != "NORP"):
            things |= words.content(part.span.of(marked.report.text))
    if (
        not who and not places and event.head.casefold() in event_nouns()
    ):  # `talks between the defence chiefs of two states`
        inside = (n for n in marked.names if n.type in ("GPE", "NORP") and event.clause.holds(n.span))
        sides |= {code for n in inside for code in _codes_in(n.name)}
    return Mention(
        marked=marked, event=event, kind=kind, who=frozenset(who), places=frozenset(places), label=stands[0],
        lead=stands[1], said=_said(marked, event), beside=_beside(marked, event), sides=frozenset(sides),
        things=frozenset(things), deeds=deeds(kind, parts["agent"], parts["patient"]),
    )  # fmt: skip


def _is_place(marked: Marked, part: Participant, name: Name | None, kind: str) -> bool:
    """Whether a participant is where it takes place: a place by its type, or whatever stands after `in`."""
    if name is None:
        return False
    before = marked.report.text[max(0, part.span.start - 14) : part.span.start]
    if name.type in SPREAD and part.role == "place":
        return True
    if name.type in SPREAD and part.role == "other" and kind in JOURNEYS:
        return not _FOR.search(before)  # `the Drava visit`, `a tour of Drava`, not `talks for Drava`
    if part.role == "patient" and kind in JOURNEYS and (name.type in SPREAD or _VISITS.search(before)):
        return True
    to = _TO if kind in JOURNEYS and name.type != "PERSON" else _IN
    return part.role == "place" and bool(to.search(before))


def _capital(marked: Marked, part: Participant) -> str | None:
    """`the Estmark capital`: the state whose it is."""
    text = part.span.of(marked.report.text)
    if part.role not in ("place", "other") or not text.endswith(" capital"):
        return None
    return next((state for word in words.WORD.findall(text) if (state := words.country(word))), None)


def _said(marked: Marked, event: EventMention) -> str | None:
    """The day on which somebody said what the event is part of, where the report gives that day."""
    for quote in marked.quotes:
        if quote.said_on and any(span.holds(event.span) for span in quote.content):
            first, last = edtf.interval(quote.said_on)
            if first is not None and first == last:
                return first
    return None


def _beside(marked: Marked, event: EventMention) -> str | None:
    """The day of the event whose sentence tells this one as something of the same hours."""
    text = marked.report.text
    if event.date or not _HOURS.search(text[event.sentence.start : event.span.start]):
        return None
    for other in marked.events:
        if other.sentence == event.sentence and other.date and other.earliest == other.latest and other is not event:
            return other.earliest
    return None


def _leads(marked: Marked) -> frozenset[Span]:
    """The headline, the deck and the first two sentences of the body."""
    body = [one.span for one in marked.sentences if one.label == "body"][:2]
    return frozenset([*body, *(one.span for one in marked.sentences if one.label in ("headline", "deck"))])


class Cast:
    """Who a phrase means in a story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.people = {one.id: one for one in story.people}
        self._last: dict[str, str | None] = {}  # the last word of a name to whom it names; None when to several
        for one in story.people:
            if one.kind not in ("GPE", "LOC", "NORP") or (" " in one.name and not words.country(one.name)):
                for form in {one.name.split()[-1], *one.aliases}:
                    self._last[form] = one.id if self._last.get(form, one.id) == one.id else None

    def who(self, marked: Marked, part: Participant) -> str | None:
        """The id of who a participant is; a name that the story does not know as it stands; None for the unnamed."""
        if part.name:
            return self.story.who.get((marked.report.id, part.name), part.name)
        text = part.span.of(marked.report.text)
        some = text.split()
        if some and some[-1][:1].isupper() and len(some) <= 3:
            return self._last.get(some[-1])
        return self._leader(text)

    def _leader(self, text: str) -> str | None:
        """`the Korland leader`: the story's first person with such an office there."""
        some = [word.casefold() for word in words.WORD.findall(text)]
        if not some or some[-1] not in _LEADERS or some[0] in ("a", "an") or _MANY & set(some):
            return None
        codes = _codes_in(text)
        rest = set(some) - _LEADERS - {"the", "a", "prime", "new"}
        for one in self.story.people:
            office = [word.casefold() for word in words.WORD.findall(one.role or "")]
            there = _state(one) in codes if len(codes) == 1 else rest and not codes and rest <= set(office)
            if one.kind == "PERSON" and office and office[-1] in _LEADERS and there:
                return one.id
        return None

    def sides(self, marked: Marked, part: Participant, found: str | None) -> frozenset[str]:
        """The states behind a participant."""
        person = self.people.get(found or "")
        state = _state(person) if person is not None else None
        if state:
            return frozenset({state})
        return _codes_in(part.name or part.span.of(marked.report.text))


def _state(person: Person) -> str | None:
    return person.code[:3] if person.code and person.code[:3] in _states().values() else None


@cache
def _states() -> dict[str, str]:
    return {row["name"]: row["code"] for row in tables.table("countries")}


def _codes_in(text: str) -> frozenset[str]:
    """Codes of the states that the words of a phrase name, by name, adjective or people."""
    found = [words.country(text.removeprefix("the ")), *(words.country(word) for word in words.WORD.findall(text))]
    return frozenset(_states()[one] for one in found if one in _states())

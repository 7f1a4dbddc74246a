"""Mentions of events across a story's reports: of what kind, who takes part, where, and which states stand behind them.

The parse gives phrases (`the Korland leader`, `City`, `US officials`). Here they are read against the whole story: a
phrase that only one of its people fits is that person; an adjective of a state names the state.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline import cite, edtf, language
from dateline.cite import Cite, Span
from dateline.language import Language
from dateline.language.predicates import JOURNEYS
from dateline.records.marks import EventMention, Marked, Name, Participant, inside
from dateline.records.report import Label, Report
from dateline.records.story import Person, Story
from dateline.weigh import words
from dateline.weigh.roles import Deed, deeds, opposed

FEWEST_WORDS = 4
SPREAD = ("GPE", "LOC", "FAC")


@dataclass(frozen=True, slots=True)
class Mention:
    """One report's mention of an event, with who takes part across the story.

    `who` holds ids of people and bodies (or a name that nobody in the story has), `places` names of places, `sides`
    codes of the states behind those who take part, `things` stems of what it is done to, `deeds`
    who does it to whom. `quoted` says that somebody's own words tell it. `said` is the day on which somebody said it,
    `beside` the day of what it is told with (`hours after the two met`).
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
    quoted: bool = False

    @property
    def language(self) -> Language:
        """What is known of the language of its report."""
        return language.of(self.marked.report.language)

    @property
    def is_noun(self) -> bool:
        """Whether a noun that names an event tells it."""
        return self.event.noun

    @property
    def acts(self) -> float:
        """How far its verb tells that somebody does something, or that something changes, 0 to 1."""
        predicates = self.language.predicates
        return 0.0 if predicates is None else predicates.acts(self.event)

    @property
    def says(self) -> bool:
        """Whether it only reports words."""
        return only_says(self.language, self.event)

    @property
    def days(self) -> tuple[str, str] | None:
        """Its first and last possible day, where both are known; for news just told, the day of the telling."""
        event = self.event
        if event.earliest and event.latest:
            return event.earliest, event.latest
        if event.status != "happened" or event.date is not None:
            return None
        day = self.beside or (self.said if self.lead and not self.is_noun else None)
        return (day, day) if day else None

    def opposes(self, other: Mention) -> bool:
        """Whether the two tell of opposite deeds: A does it to B, B to A; by the parse, or else by the order of words."""
        if opposed(self.deeds, other.deeds):
            return True
        exchanged = self.language.exchanged
        here, there = (side.event.sentence.of(side.marked.report.text) for side in (self, other))
        return exchanged is not None and not self.deeds & other.deeds and exchanged.swaps_roles(here, there)

    def cite(self) -> Cite:
        """The words that tell it: its clause where that can stand, else its sentence."""
        report, event = self.marked.report, self.event
        said = event.clause.of(report.text).split()
        span = event.clause if len(said) >= FEWEST_WORDS else event.sentence
        return cite.cite(report.id, report.text, span)


def only_says(tongue: Language, event: EventMention) -> bool:
    """Whether it only reports words: who denies or threatens does something by saying so."""
    return event.speaks and (tongue.predicates is None or not tongue.predicates.happens(event))


def kind_of(report: Report, event: EventMention) -> str:
    """The kind of an event of a report, as its language groups them; the lemma where it groups none."""
    predicates = language.of(report.language).predicates
    return event.lemma if predicates is None else predicates.kind_of(event)


def where(places: frozenset[str]) -> frozenset[str]:
    """Places as they are compared: a capital or a state by its state, others by name."""
    return frozenset(words.country(one) or one.casefold() for one in places)


def mentions(story: Story) -> Iterator[Mention]:
    """Every mention of an event in what the reports tell, captions included."""
    cast = Cast(story)
    for marked in story.reports:
        leads = _leads(marked)
        labels: dict[Span, Label] = {sentence.span: sentence.label for sentence in marked.sentences}
        names = {name.span: name for name in marked.names}
        for event in marked.events:
            stands = (labels.get(event.sentence, "body"), event.sentence in leads)
            yield _mention(cast, marked, event, names, stands)


def _mention(
    cast: Cast, marked: Marked, event: EventMention, names: dict[Span, Name], stands: tuple[Label, bool]
) -> Mention:
    report, kind = marked.report, kind_of(marked.report, event)
    who: set[str] = set()
    places: set[str] = set()
    sides: set[str] = set()
    things: set[str] = set()
    parts: dict[str, set[str]] = {"agent": set(), "patient": set()}
    for part in event.participants:
        name = names.get(part.span)
        if part.name and _is_place(report, part, name, kind):
            places.add(part.name)
            continue
        if seat := _capital(report, part):
            places.add(seat)
            continue
        person = cast.who(report, part)
        if person:
            who.add(person)
            parts.get(part.role, who).add(person)
        sides |= cast.sides(report, part, person)
        if part.role == "patient" and person not in cast.people and (name is None or name.type != "NORP"):
            things |= words.content(part.span.of(report.text))
    if not who and not places and event.noun:  # `talks between the defence chiefs of two states`
        named = (name for name in inside(marked.names, event.clause) if name.type in ("GPE", "NORP"))
        sides |= {code for name in named for code in _codes_in(report, name.name)}
    return Mention(
        marked=marked, event=event, kind=kind, who=frozenset(who), places=frozenset(places), label=stands[0],
        lead=stands[1], said=_said(marked, event), beside=_beside(marked, event), sides=frozenset(sides),
        things=frozenset(things), deeds=deeds(kind, parts["agent"], parts["patient"]),
        quoted=any(span.holds(event.span) for quote in marked.quotes for span in quote.content if quote.type != "indirect"),
    )  # fmt: skip


def _is_place(report: Report, part: Participant, name: Name | None, kind: str) -> bool:
    """Whether a participant is where it takes place: a place by its type, or whatever stands after `in`."""
    phrases = language.of(report.language).phrases
    if name is None:
        return False
    lead = phrases.lead(report.text, part.span.start) if phrases else None
    journey, placed = kind in JOURNEYS, name.type in SPREAD
    if placed and part.role == "place":
        return True
    if placed and part.role == "other" and journey:
        return lead != "about"  # `the Drava visit`, `a tour of Drava`, not `talks for Drava`
    if part.role == "patient" and journey and (placed or lead == "visiting"):
        return True
    return part.role == "place" and (lead == "in" or (lead == "to" and journey and name.type != "PERSON"))


def _capital(report: Report, part: Participant) -> str | None:
    """`the Estmark capital`: the state whose it is."""
    phrases, text = language.of(report.language).phrases, part.span.of(report.text)
    if phrases is None or part.role not in ("place", "other") or not phrases.is_seat(text):
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
    phrases = language.of(marked.report.language).phrases
    before = marked.report.text[event.sentence.start : event.span.start]
    if event.date or phrases is None or not phrases.same_hours(before):
        return None
    for other in marked.events:
        if other.sentence == event.sentence and other.date and other.earliest == other.latest and other is not event:
            return other.earliest
    return None


def _leads(marked: Marked) -> frozenset[Span]:
    """The headline, the deck and the first two sentences of the body."""
    body = [sentence.span for sentence in marked.sentences if sentence.label == "body"][:2]
    return frozenset([*body, *(s.span for s in marked.sentences if s.label in ("headline", "deck"))])


class Cast:
    """Who a phrase means in a story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.people = {person.id: person for person in story.people}
        self._last: dict[str, str | None] = {}  # the last word of a name to whom it names; None when to several
        for person in story.people:
            if person.kind not in ("GPE", "LOC", "NORP") or (" " in person.name and not words.country(person.name)):
                for form in {person.name.split()[-1], *person.aliases}:
                    self._last[form] = person.id if self._last.get(form, person.id) == person.id else None

    def who(self, report: Report, part: Participant) -> str | None:
        """The id of who a participant is; a name that the story does not know as it stands; None for the unnamed."""
        if part.name:
            return self.story.who.get((report.id, part.name), part.name)
        text = part.span.of(report.text)
        said = text.split()
        if said and said[-1][:1].isupper() and len(said) <= 3:
            return self._last.get(said[-1])
        return self._leader(report, text)

    def _leader(self, report: Report, phrase: str) -> str | None:
        """`the Korland leader`: the story's first person with such an office there."""
        phrases = language.of(report.language).phrases
        which = phrases.which_leader(phrase) if phrases else None
        if phrases is None or which is None:
            return None
        codes = _codes_in(report, phrase)
        for person in self.story.people:
            if person.kind != "PERSON" or not person.role or not phrases.is_leader(person.role):
                continue
            office = {word.casefold() for word in words.WORD.findall(person.role)}
            if _state(report, person) in codes if len(codes) == 1 else which and not codes and which <= office:
                return person.id
        return None

    def sides(self, report: Report, part: Participant, person: str | None) -> frozenset[str]:
        """The states behind a participant, whose id is `person` where it is known."""
        known = self.people.get(person or "")
        state = _state(report, known) if known is not None else None
        if state:
            return frozenset({state})
        return _codes_in(report, part.name or part.span.of(report.text))


def _state(report: Report, person: Person) -> str | None:
    """The code of the state that somebody acts for."""
    places = language.of(report.language).places
    return person.code[:3] if person.code and places and places.state(person.code) else None


def _codes_in(report: Report, phrase: str) -> frozenset[str]:
    """Codes of the states that the words of a phrase name, by name, adjective or people."""
    places = language.of(report.language).places
    named = (phrase, *words.WORD.findall(phrase)) if places else ()
    return frozenset(code for name in named if places and (code := places.code(name)))

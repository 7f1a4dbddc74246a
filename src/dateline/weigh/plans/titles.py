"""The title of a plan, as a reader would write it: who takes part, where, and what the reports call it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dateline.language.plan_titles import PlanParts, PlanTitles
from dateline.records.marks import Role
from dateline.records.story import Story
from dateline.weigh.mentions import where
from dateline.weigh.plans.moves import Move
from dateline.weigh.words import state

MOST_WORDS = 7  # of a phrase without a name that stands in a title
_CALLED = ("ORG", "EVENT", "WORK", "PRODUCT")  # names that a word for the kind of event may follow


def title(
    story: Story, core: str, guest: str | None, parties: tuple[frozenset[str], frozenset[str]], moves: Iterable[Move]
) -> str:
    """A title from who takes part and where (`parties`: ids, and places as compared) and the words of its moves.

    It is made in the language of the first move; in one that has no titles it is the word for what is planned.
    """
    every = list(moves)
    titles = every[0].mention.language.plan_titles
    if titles is None:
        return every[0].planned.head
    people = {person.id: person for person in story.people}
    often = Counter(x for move in every for x in move.who)
    most = max(often.values(), default=0)  # who takes part in passing is no part of a title
    known = [person for person in story.people if person.id in parties[0] and 2 * often[person.id] >= most]
    persons = [person.name for person in known if person.kind == "PERSON"]
    bodies = [person.name for person in known if person.kind != "PERSON"]
    place = _place(story, every, parties[1])
    noun = titles.noun(core, [move.planned.head.casefold() for move in every])
    if titles.is_journey(core) or (core == "meet" and guest):
        asking = {people[move.by].name for move in every if move.by in people and move.invites}
        going = [name for name in (persons or bodies) if name not in asking]  # nobody is a guest of his own
        named = people[guest].name if guest in people else next(iter(going), None)
        return titles.journey(PlanParts(core, noun, going=named, place=place))
    states = (state(code) for code in sorted({code for move in every for code in move.sides}))
    parts = PlanParts(
        core,
        noun,
        people=persons,
        bodies=bodies,
        states=[name for name in states if name],
        agent=_role(titles, every, "agent"),
        patient=_role(titles, every, "patient"),
        called=_called(titles, every),
        treaty=_treaty(titles, every),
        phrase=_phrase(titles, every),
        place=place,
    )
    return titles.title(parts)


def _phrase(titles: PlanTitles, moves: list[Move]) -> str | None:
    """The words before the noun that names it, as the first report that has such words puts it."""
    phrases = (titles.phrase(move.mention.marked.report.text, move.planned) for move in moves)
    return next((phrase for phrase in phrases if phrase), None)


def _place(story: Story, moves: list[Move], places: frozenset[str]) -> str | None:
    """The place as most moves name it."""
    mentions = (mention for move in moves for mention in (move.mention, move.target) if mention)
    named = Counter(place for mention in mentions for place in sorted(mention.places))
    for place, _ in sorted(named.items(), key=lambda pair: (-pair[1], pair[0])):
        if where(frozenset({place})) & places:
            return place
    known = (person.name for person in story.people if person.kind in ("GPE", "LOC", "FAC"))
    return next((name for name in known if where(frozenset({name})) & places), None)


def _called(titles: PlanTitles, moves: list[Move]) -> str | None:
    """What the event is called: a name that holds a word for its kind, or has one after it."""
    names: Counter[str] = Counter()
    for move in moves:
        text, sentence = move.mention.marked.report.text, move.mention.event.sentence
        for name in move.mention.marked.names:
            if not sentence.holds(name.span):
                continue
            if titles.is_named(move.core, name.name):
                names[titles.bare_name(name.name)] += 1
            longer = titles.name_with(move.core, text, name.span, sentence.end)
            if longer and name.type in _CALLED:
                names[longer] += 1
    return max(names, key=lambda name: (names[name], name)) if names else None


def _treaty(titles: PlanTitles, moves: list[Move]) -> str | None:
    """The name of what is left, with the word that follows it."""
    names: Counter[str] = Counter()
    for move in moves:
        for name in move.mention.marked.names:
            if name.type in ("ORG", "LAW") and move.mention.event.sentence.holds(name.span):
                treaty = titles.treaty(move.mention.marked.report.text, name.span, name.name)
                names.update([treaty] if treaty else [])
    return names.most_common(1)[0][0] if names else None


def _role(titles: PlanTitles, moves: list[Move], role: Role) -> str | None:
    """Who or what stands in a role most often: by name, else the words of the phrase."""
    names: Counter[str] = Counter()
    for move in moves:
        if move.bare:
            continue
        event, text = move.planned, move.mention.marked.report.text
        for part in event.participants:
            words = part.span.of(text).split()
            aside = (part.span.start < event.span.start) == (role == "agent")
            if part.role == role and aside and (part.name or 1 < len(words) <= MOST_WORDS):
                names[part.name or " ".join(words)] += 2 if part.name else 1
        if role == "patient" and (patient := titles.done_to(text, event)):
            names[patient] += 1
    return names.most_common(1)[0][0] if names else None

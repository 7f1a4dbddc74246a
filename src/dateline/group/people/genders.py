"""One gender a person: what a story's pronouns tell of somebody by vote corrects what one of them was read as.

A report that never says `she` of Edda Lunn may have its `he` read as her; where the pronouns of all reports tell otherwise,
the one of the other gender means somebody else, who is left without a name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline import language
from dateline.cite import Span
from dateline.language.coreference import Gender
from dateline.records.marks import EventMention, Marked, Quote
from dateline.records.story import Story

FEWEST, SHARE = 3, 2 / 3  # pronouns that tell a person's gender, and the share of them that agree

Genders = Mapping[str, Gender]


def of_one_gender(story: Story) -> Story:
    """The story, its pronouns that are of another gender than whom they were read as without that name."""
    votes: dict[str, Counter[Gender]] = defaultdict(Counter)
    for marked in story.reports:
        for (person, _), gender in dict(_pronouns(story, marked)).items():
            votes[person][gender] += 1
    told: dict[str, Gender] = {}
    for person, own in votes.items():
        gender, most = own.most_common(1)[0]
        if len(own) > 1 and most >= FEWEST and most >= SHARE * own.total():
            told[person] = gender
    return replace(story, reports=tuple(_corrected(story, marked, told) for marked in story.reports)) if told else story


def _pronouns(story: Story, marked: Marked) -> Iterator[tuple[tuple[str, Span], Gender]]:
    """The pronouns of a report that mean a person of the story: whom, where, and the gender that they tell."""
    parts = [(part.name, part.span) for event in marked.events for part in event.participants]
    parts += [(quote.speaker, span) for quote in marked.quotes for span in quote.source]
    for name, span in parts:
        person = story.who.get((marked.report.id, name)) if name else None
        if person is not None and (gender := _gender(marked, span)):
            yield (person, span), gender


def _gender(marked: Marked, span: Span) -> Gender:
    """The gender that the words of a span tell, where they are a pronoun."""
    part = language.of(marked.report.language).coreference
    return "" if part is None else part.pronoun_gender(span.of(marked.report.text))


def _corrected(story: Story, marked: Marked, told: Genders) -> Marked:
    """A report's marks, without the names of those whom a pronoun of another gender was read as."""
    wrong = {place for place, gender in _pronouns(story, marked) if told.get(place[0], gender) != gender}
    if not wrong:
        return marked
    spans = {span for _, span in wrong}
    events = tuple(_event(event, spans) for event in marked.events)
    return replace(marked, events=events, quotes=tuple(_quote(quote, spans) for quote in marked.quotes))


def _event(event: EventMention, spans: set[Span]) -> EventMention:
    """A mention without the names of such pronouns."""
    if not any(part.span in spans for part in event.participants):
        return event
    parts = tuple(replace(part, name=None) if part.span in spans else part for part in event.participants)
    deed = event.deed
    if deed is not None:
        deed = replace(
            deed,
            source_name=None if not spans.isdisjoint(deed.source) else deed.source_name,
            target_name=None if not spans.isdisjoint(deed.target) else deed.target_name,
        )
    return replace(event, participants=parts, deed=deed)


def _quote(quote: Quote, spans: set[Span]) -> Quote:
    """A statement without a speaker where such a pronoun is its source."""
    return quote if spans.isdisjoint(quote.source) else replace(quote, speaker=None)

"""The deed of each event: its code is what its independent origins tell most, and so are those who did it and to whom.

A mention counts by where it stands in its sentence; an origin has one vote, which its mentions share. A deed that both
do alike (a meeting) stands once from each side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dateline import cite, language
from dateline.cite import Span
from dateline.records.findings import Deed, Event
from dateline.records.marks import MAINLY, DeedMark, Participant
from dateline.records.report import Report
from dateline.records.story import Story
from dateline.weigh.deeds.kept import kept, setting
from dateline.weigh.mentions import Cast, Mention

H = TypeVar("H", bound=Hashable)
TOLD_BY = 6  # cites of a deed


@dataclass(frozen=True, slots=True)
class _Party:
    """One who did a deed or to whom it was done: his id where the story knows him, and the words for him."""

    person: str | None
    text: str

    @property
    def key(self) -> str:
        """Who it is, for counting: a person by his id, others by their words."""
        return self.person or self.text.casefold().removeprefix("the ")


NOBODY = _Party(None, "")


@dataclass(frozen=True, slots=True)
class _Told:
    """A deed as one mention tells it; `origin` is that of its report, `weight` how much it tells."""

    mention: Mention
    mark: DeedMark
    source: _Party
    target: _Party
    origin: str
    weight: float


def deeds(story: Story, happenings: Iterable[Event], seen: Sequence[Mention]) -> tuple[Deed, ...]:
    """The deeds among the events of a story, in the order of their dates; those without a date last."""
    by_place = {(mention.marked.report.id, mention.event.span.start): mention for mention in seen}
    cast = Cast(story)
    origin = story.origin_by_report()
    made: list[Deed] = []
    of = setting(story)
    for event in happenings:
        if event.status == "hypothetical":
            continue  # nobody says that it was done, or will be
        group = [by_place[place] for one in event.mentions if (place := (one.report, one.start)) in by_place]
        told = [_told(cast, mention, origin) for mention in group if mention.event.deed is not None]
        own = _of_event(story, event, [one for one in told if one is not None])
        made += (deed for deed in own if kept(deed, of))
    return tuple(sorted(made, key=lambda deed: (deed.date or "~", deed.id)))


def _told(cast: Cast, mention: Mention, origin: dict[str, str]) -> _Told | None:
    mark, report = mention.event.deed, mention.marked.report
    if mark is None or mention.label == "caption":
        return None
    source = _party(cast, report, mark.source, mark.source_name)
    target = _party(cast, report, mark.target, mark.target_name)
    own = origin.get(report.id, report.id)
    return _Told(mention, mark, source, target, own, MAINLY[mention.event.rank])


def _party(cast: Cast, report: Report, spans: Sequence[Span], name: str | None) -> _Party:
    if not spans:
        return NOBODY
    whole = Span(spans[0].start, spans[-1].end)
    person = cast.who(report, Participant("agent", whole, name))
    known = person if person in cast.people else None
    text = cast.people[known].name if known else words_of(report, whole)
    spoken = language.of(report.language).deeds
    return NOBODY if known is None and spoken is not None and spoken.is_vague(text) else _Party(known, text)


def words_of(report: Report, span: Span) -> str:
    """The words of a span in one line."""
    return " ".join(span.of(report.text).split())


def _most(votes: Iterable[tuple[H, str, float]]) -> H | None:
    """What most origins tell, each with one vote, which goes by the weight of what it tells; the first of those alike."""
    shares: dict[str, dict[H, float]] = defaultdict(lambda: defaultdict(float))
    for value, origin, weight in votes:
        shares[origin][value] += weight
    total: dict[H, float] = {}
    for own in shares.values():
        every = sum(own.values())
        for value, weight in own.items():
            total[value] = total.get(value, 0.0) + weight / every
    return max(total, key=lambda value: (round(total[value], 6), -list(total).index(value)), default=None)


def _of_event(story: Story, event: Event, told: Sequence[_Told]) -> Iterator[Deed]:
    code = _most((one.mention.event.plover or "", one.origin, one.weight) for one in told)
    same = [one for one in told if one.mention.event.plover == code]
    if not code or not same:
        return
    source = _most_known([(one.source, one) for one in same])
    target = _most_known([(one.target, one) for one in same if one.source.key == source.key or one.source is NOBODY])
    lead = max(same, key=lambda one: ((one.source.key == source.key) + (one.target.key == target.key), one.weight))
    target = NOBODY if target.key == source.key else target
    sides = [(source, target)]
    if lead.mark.mutual and target.person is not None and source.key != target.key:
        sides.append((target, source))
    for who, whom in sides:
        made = _deed(story, event, same, lead, (who, whom))
        # a deed is somebody's: of one whom neither the story nor a table knows there is nothing to count
        known = made.source or made.source_code or (not made.source_text and made.target_code)
        if known and any(_is_political(story, party, lead) for party in (who, whom)):
            yield made


def _is_political(story: Story, party: _Party, told: _Told) -> bool:
    """Whether a party is a state, a body, or somebody with an office of one."""
    spoken = language.of(told.mention.marked.report.language).deeds
    person = next((one for one in story.people if one.id == party.person), None)
    if person is None:
        return spoken is not None and spoken.actor(party.text) is not None
    if person.code or person.kind in ("GPE", "NORP"):
        return True
    return spoken is not None and any(spoken.actor(words) for words in (person.role, person.name) if words)


def _most_known(some: Sequence[tuple[_Party, _Told]]) -> _Party:
    """The party that most origins tell; one that the story knows before its words alone."""
    named = [(party, one) for party, one in some if party is not NOBODY]
    key = _most((party.key, one.origin, one.weight) for party, one in named)
    return next((party for party, _ in named if party.key == key), NOBODY)


def _deed(story: Story, event: Event, same: Sequence[_Told], lead: _Told, sides: tuple[_Party, _Party]) -> Deed:
    source, target = sides
    day = event.earliest or lead.mention.marked.report.published.day
    ordered = (lead, *(one for one in same if one is not lead))
    cites = [_cite(one) for one in ordered]
    leading = {one.origin: _cite(one) for one in reversed(ordered)}  # of each origin that counts a cite is shown
    first, *rest = dict.fromkeys((cites[0], *sorted(leading.values(), key=cites.index), *cites))
    mark, spoken = lead.mark, language.of(lead.mention.marked.report.language)
    codes = [_code(story, party, day, spoken) for party in sides]
    return Deed(
        id=cite.content_id("d", event.id, source.key, target.key),
        event=event.id,
        date=event.date,
        source=source.person,
        source_text=source.text,
        source_code=codes[0],
        plover=lead.mention.event.plover or "",
        cameo=lead.mention.event.cameo,
        mode=mark.mode,
        target=target.person,
        target_text=target.text,
        target_code=codes[1],
        status=event.status,
        context=spoken.deeds.contexts(" ".join(one.text for one in dict.fromkeys(cites))) if spoken.deeds else (),
        why=mark.why,
        cites=(first, *rest[: max(TOLD_BY, len(leading)) - 1]),
        origins=tuple(sorted(leading)),
    )


def _cite(one: _Told) -> cite.Cite:
    report = one.mention.marked.report
    return cite.cite(report.id, report.text, one.mention.event.sentence)


def _code(story: Story, party: _Party, day: str | None, spoken: language.Language) -> str | None:
    """The code of a party: of the office that he held on that day, else by his roles in the reports, else by his words."""
    if not party.text or spoken.deeds is None:
        return None
    person = next((one for one in story.people if one.id == party.person), None)
    by_table = spoken.deeds.actor(party.text, day) if person is None or person.kind != "PERSON" else None
    if person is None:
        return by_table
    if person.kind == "PERSON":
        # an office by the table; his name (`Billy King`) tells none by its words
        return (spoken.deeds.holder(person.name, day) if " " in person.name else None) or person.code
    return person.code or by_table

"""Events still to come that are plans though no act on them is told: each is a plan of one step, or of two where it was kept.

What a sentence surely tells as planned (`Orozco is to be sentenced on 3 May`, see ahead.py) is; so is what many say will take
place (`Hale will host the awards`), or what has its day (`the trial will resume on Monday`), though nobody is told to have
planned it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline import cite, edtf
from dateline.cite import Cite
from dateline.records.findings import Event, Plan, Step
from dateline.records.marks import EventMention
from dateline.records.story import Story
from dateline.weigh.events.labels import label
from dateline.weigh.events.naming import Naming
from dateline.weigh.mentions import Mention
from dateline.weigh.plans.acts import OFF
from dateline.weigh.plans.ahead import chance
from dateline.weigh.plans.aims import overlap
from dateline.weigh.words import content

FEWEST = 3  # origins that foretell it
SHARE = 0.3  # of the story's origins
LONGEST = 20  # words of a sentence that names a plan
ALIKE = 0.5  # share of the shorter one's content words from which two that are for one time are one plan
KIN = 0.3  # the same of the words but for names, where the same people take part
LEAST = 2  # such words
NEWS = 0.3  # how surely an editor would list an event from which one report that gives its day is enough
SURE = 0.42  # how surely one of its sentences tells of a plan from which it is one
_LEADING = (":", ",", ";")  # what ends so only leads to what is told
_TELLING = ("main", "content", "relative")


@dataclass(frozen=True, slots=True)
class _Foreseen:
    """A plan, who takes part in it, and the words that tell it but for their names."""

    plan: Plan
    who: frozenset[str]
    words: frozenset[str]


def foreseen(story: Story, seen: Sequence[Mention], events: Sequence[Event], made: Sequence[Plan]) -> Iterator[Plan]:
    """A plan for each event to come that has a name and that no plan of those `made` tells of."""
    told = {(one.report, one.start) for plan in made for step in plan.history for one in step.cites}
    mentions = {(mention.marked.report.id, mention.event.span.start): mention for mention in seen}
    days = {marked.report.id: marked.report.published.day for marked in story.reports}
    found: list[_Foreseen] = []
    for event in sorted(events, key=lambda one: (-len(one.label), one.id)):  # the one with the fullest name
        of = [mention for one in event.mentions if (mention := mentions.get((one.report, one.start)))]
        ahead = _planned(story, event, of)
        sentences = [one.sentence for one in event.mentions if mentions.get((one.report, one.start)) in ahead]
        if not ahead or any((one.report, one.start) in told for one in sentences):
            continue
        title = _title(event, ahead)
        if not title or _leans(ahead[0], title):
            continue
        new = _told(story, _kept(_plan(event, title, ahead, sentences, days), event, of), ahead)
        if any(_is_one(new.plan, other, ALIKE) for other in made):
            continue
        same = next((n for n, other in enumerate(found) if _is_same(new, other)), None)
        if same is None:
            found.append(new)
        else:
            found[same] = _joined(found[same], new)
    yield from (one.plan for one in found)


def _told(story: Story, plan: Plan, ahead: Sequence[Mention]) -> _Foreseen:
    who = frozenset(x for one in ahead for x in one.who)
    names = (content(person.name) for person in story.people if person.id in who)
    return _Foreseen(plan, who, content(plan.history[0].text) - frozenset().union(*names))


def _planned(story: Story, event: Event, of: Sequence[Mention]) -> list[Mention]:
    """The mentions by which an event is one that is planned; none where it is none."""
    told_ahead = (one for one in of if one.event.status == "planned" and one.label != "caption")
    ahead = [one for one in told_ahead if not (_is_birthday(one) or _may_be(one) or _is_sought(one))]
    if event.status == "planned" and not event.named and ahead:
        dated = any(map(_is_dated, ahead)) and event.news >= NEWS
        told = story.origins_of(cite.cites(map(_cite, ahead)))
        many = not event.said and len(told) >= max(FEWEST, SHARE * len(story.origins))
        if dated or (many and any(map(_foretells, ahead))):
            return [one for one in ahead if not _supposes(one)] or ahead
    first = min((one.report.published.day for one in story.reports if one.report.published.day), default="")
    ahead += [one for one in of if one.event.status == "denied" and _waits(one)]
    fit = [one for one in ahead if one.label == "body" and one.event.rank != "adverbial" and not _is_over(one, first)]
    return [one for one in fit if chance(one) >= SURE or _waits(one)]


def _supposes(mention: Mention) -> bool:
    planning = mention.language.planning
    return planning is not None and planning.only_supposed(mention.marked.report.text, mention.event)


def _may_be(mention: Mention) -> bool:
    """Whether it is only possible (`may ask`): nobody means to do it."""
    planning = mention.language.planning
    return planning is not None and planning.only_possible(mention.marked.report.text, mention.event)


def _is_sought(mention: Mention) -> bool:
    """Whether it is only asked for, advised or wished, so that nobody plans it yet; or is tried already."""
    planning = mention.language.planning
    return planning is not None and planning.only_sought(mention.marked.report.text, mention.event)


def _waits(mention: Mention) -> bool:
    planning = mention.language.planning
    return planning is not None and planning.waits(mention.marked.report.text, mention.event)


def _is_over(mention: Mention, first: str) -> bool:
    """Whether it was still to come only at a time before the story's `first` day (`had planned to marry in spring`)."""
    event, planning = mention.event, mention.language.planning
    if event.latest:
        return event.latest < first
    return planning is not None and planning.was_ahead(mention.marked.report.text, event)


def _cite(mention: Mention) -> Cite:
    report = mention.marked.report
    return cite.cite(report.id, report.text, mention.event.sentence)


def _is_same(one: _Foreseen, other: _Foreseen) -> bool:
    """Whether two are one plan: in like words, or by the same people and in some of the same words."""
    if {*one.plan.history[0].cites} & {*other.plan.history[0].cites}:
        return True
    shared = len(one.words & other.words)
    kin = one.who & other.who and shared >= LEAST and shared >= KIN * min(len(one.words), len(other.words))
    return _is_one(one.plan, other.plan, 0.0 if kin else ALIKE)


def _is_one(plan: Plan, other: Plan, alike: float) -> bool:
    """Whether two plans are told in much the same words, and are for one time (`will meet to vote`, `will vote`), or the other
    has been put off since.
    """
    words = content(plan.history[0].text)
    if plan.for_ == other.for_ and _is_day(plan.for_):
        alike = min(alike, KIN)
    meets = any(_meet(step.for_, plan.for_) or step.status in OFF for step in other.history)
    told = (content(step.text) for step in other.history)
    return meets and any(len(words & those) >= alike * min(len(words), len(those)) for those in told)


def _is_day(time: str | None) -> bool:
    """Whether a plan is for one day: of one day fewer words need be alike."""
    first, last = edtf.interval(time) if time else (None, None)
    return first is not None and first == last


def _meet(one: str | None, other: str | None) -> bool:
    return one is None or other is None or overlap(one, other)


def _joined(one: _Foreseen, other: _Foreseen) -> _Foreseen:
    """Two tellings of one plan as one."""
    first, added = one.plan.history[0], other.plan.history[0]
    rest = one.plan.history[1:] or other.plan.history[1:]  # that it was kept, where one of them was
    day = min((day for day in (first.date, added.date) if day), default=None)
    first = replace(first, date=day, for_=first.for_ or added.for_, cites=cite.cites((*first.cites, *added.cites)))
    last = rest[-1] if rest else first
    plan = replace(one.plan, status=last.status, for_=last.for_ or first.for_, history=(first, *rest))
    return _Foreseen(plan, one.who | other.who, one.words)


def _is_birthday(mention: Mention) -> bool:
    """Whether what it is done to is a bare number (`will turn 29`): that comes of itself."""
    text = mention.marked.report.text
    return any(part.role == "patient" and part.span.of(text).isdigit() for part in mention.event.participants)


def _is_dated(mention: Mention) -> bool:
    """Whether a mention's own words put it on days behind its report's own."""
    event, told = mention.event, mention.marked.report.published.day
    return bool(event.time and event.earliest and told and event.earliest > told)


def _foretells(mention: Mention) -> bool:
    """Whether a mention says in a clause of its own that it is to come."""
    event = mention.event
    return not mention.is_noun and event.rank in _TELLING and event.tense in ("past", "present")


def _leans(mention: Mention, title: str) -> bool:
    """Whether a name cannot be read by itself (`He would fight`, `We will send more`)."""
    context = mention.language.context
    return context is not None and (context.needs_context(title) or context.is_personal(title))


def _short(ahead: Sequence[Mention]) -> str:
    """The shortest sentence that tells it, where that can stand alone and is no longer than a name may be."""
    told = []
    for mention in ahead:
        text, context = mention.event.sentence.of(mention.marked.report.text), mention.language.context
        if text.endswith(_LEADING):
            continue
        if len(text.split()) <= LONGEST and mention.label == "body" and not (context and context.needs_context(text)):
            told.append(" ".join(text.split()).rstrip("."))
    return min(told, key=lambda text: (len(text), text), default="")


def _title(event: Event, ahead: Sequence[Mention]) -> str:
    """What a plan is called: as its event is, where that is still to come; else as those tell it who foretell it."""
    if event.status == "planned" and event.label:
        return event.label
    return label(ahead, "planned", Naming(ahead, "planned", frozenset())).text or _clause(ahead) or _short(ahead)


def _clause(ahead: Sequence[Mention]) -> str:
    """The shortest clause that tells it with whom or what it is of, where that is no longer than a name may be: its own, or
    else the one that it is part of.
    """
    told = []
    for mention in ahead:
        event = mention.event
        around = (
            one for one in mention.marked.events if one.sentence == event.sentence and one.clause.holds(event.span)
        )
        for one in (event, *around):
            of = [part.span for part in one.participants if part.role in ("agent", "patient")]
            if any(span.end <= event.span.start and one.clause.holds(span) for span in of):
                first, *rest = _named(one, mention).split()
                labels = mention.language.labels
                told.append(" ".join(rest if labels and labels.relates(first.casefold()) else (first, *rest)))
    best = min((said for said in told if len(said.split()) <= LONGEST), key=lambda said: (len(said), said), default="")
    return best[:1].upper() + best[1:]


def _named(event: EventMention, mention: Mention) -> str:
    """The clause of an event; a pronoun that it begins with exchanged for the name that it stands for."""
    text, labels = mention.marked.report.text, mention.language.labels
    for part in event.participants:
        word = part.span.of(text)
        if part.name and part.span.start == event.clause.start and labels is not None and labels.leans(word):
            return f"{part.name} {text[part.span.end : event.clause.end]}"
    return event.clause.of(text)


def _kept(plan: Plan, event: Event, of: Sequence[Mention]) -> Plan:
    """A plan as it was kept, where its own event happened, by vote, on a day that it can have been for."""
    day, first = event.earliest, plan.history[0]
    if event.status != "happened" or event.negated or day is None or day != event.latest or day < (first.date or ""):
        return plan
    told = [_cite(one) for one in of if one.event.status == "happened" and not one.is_noun]
    if not told or not (first.for_ is None or overlap(first.for_, day)):
        return plan
    held = Step(date=day, status="held", for_=day, text=" ".join(told[0].text.split()), cites=cite.cites(told))
    return replace(plan, status="held", for_=day, history=(first, held))


def _plan(
    event: Event, title: str, ahead: Sequence[Mention], sentences: Sequence[Cite], days: Mapping[str, str | None]
) -> Plan:
    day = min((known for one in sentences if (known := days.get(one.report))), default=None)
    aim = event.date if event.status == "planned" else next((one.event.date for one in ahead if one.event.date), None)
    text = " ".join(sentences[0].text.split())
    step = Step(date=day, status="planned", for_=aim, text=text, cites=cite.cites(sentences))
    return Plan(cite.content_id("k", event.id), title, "planned", aim, (step,))

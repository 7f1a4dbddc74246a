"""What the mentions of an event say of it in one slot each: how far, how many, how long, when, why, whether.

A value belongs to the mention in whose clause it stands; of several to the one with the smallest clause, then the nearest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline import cite, edtf
from dateline.cite import Cite, Span
from dateline.language.measures import ONE_EACH, Measure, Measures
from dateline.records.findings import Bound, Slot, SlotKind, SlotValue
from dateline.weigh import words
from dateline.weigh.mentions import Mention

ROUND, NEAR = 100, 0.05  # a count in full hundreds is one that lies no further from it than that share
EXACT, LOOSE = 0.02, 0.09  # share by which two measures may differ: both as given; one rounded, or in unlike units
MOST = 100  # values of one slot that are kept: more is a list of something, and no dispute
DENIED = "denied"
WEEKDAY = "weekday"  # of what is dated by a day of the week alone, where nobody can say of which week
OF_NO_WEEK = "XXXX-WXX-"  # TIMEX3's day of a week that is not known
_TOLD = ("body", "headline", "deck")


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """One value that one mention gives a slot of its event: `low` to `high` for a number or a day (its ordinal), or `content`.

    `of` is what is measured or counted; `text` the report's own words; `toll` that a toll gives it.
    """

    kind: SlotKind
    of: str
    low: float
    high: float
    text: str
    cite: Cite
    mention: Mention
    unit: str = ""
    bound: Bound | None = None
    exact: bool = True
    content: frozenset[str] = frozenset()
    toll: bool = False

    @property
    def report(self) -> str:
        """The id of the report that gives it."""
        return self.cite.report

    def excludes(self, other: Given) -> bool:
        """Whether both cannot be true: numbers or days apart by more than their rounding allows, no word of a reason shared."""
        if self.kind in ("reason", "standing"):
            return not self.content & other.content
        low, high = (self, other) if self.high <= other.high else (other, self)
        if low.bound == "min" or high.bound == "max":
            return False
        allowed = 0.0
        if not (self.exact and other.exact and "about" not in (self.bound, other.bound)):
            rounded = self.unit != other.unit or "about" in (self.bound, other.bound)
            allowed = (LOOSE if rounded else EXACT) * high.high
        elif self.of.isalpha() and (low.high % ROUND == 0) != (high.low % ROUND == 0):
            allowed = NEAR * high.low if low.high >= ROUND else 0.0
        return high.low - low.high > allowed + 1e-9


def given(mentions: Sequence[Mention]) -> Iterator[Given]:
    """All that the mentions of a story give the slots of their events, in their order."""
    by_sentence: dict[tuple[str, Span], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.label in _TOLD:
            by_sentence[mention.marked.report.id, mention.event.sentence].append(mention)
    for beside in by_sentence.values():
        yield from _amounts(beside)
        for mention in beside:
            yield from _day(mention)
            yield from _reason(mention, beside)
            yield from _standing(mention)


def filled(story_origins: Mapping[str, str], values: Iterable[Given]) -> tuple[Slot, ...]:
    """The slots of one event: the values that its mentions give, like ones as one, those of most origins first."""
    tables: dict[tuple[SlotKind, str], list[list[Given]]] = defaultdict(list)
    for value in values:
        if value.of == WEEKDAY:
            continue
        groups = tables[value.kind, value.of]
        same = next((group for group in groups if not any(value.excludes(one) for one in group)), None)
        if same is None and len(groups) < MOST:
            groups.append([value])
        elif same is not None:
            same.append(value)
    made = []
    for (kind, of), groups in sorted(tables.items()):
        told = [_value(story_origins, group) for group in groups]
        made.append(Slot(kind, of, tuple(sorted(told, key=lambda one: (-len(one.origins), one.value)))))
    return tuple(made)


def _value(origins: Mapping[str, str], group: Sequence[Given]) -> SlotValue:
    cites = cite.cites(sorted({one.cite for one in group}))
    best = min(group, key=lambda one: (one.bound is not None, len(one.text), one.text))
    return SlotValue(best.text, best.bound, cites, tuple(sorted({origins.get(c.report, c.report) for c in cites})))


def _whole(mention: Mention) -> Cite:
    return cite.cite(mention.marked.report.id, mention.marked.report.text, mention.event.sentence)


def _amounts(beside: Sequence[Mention]) -> Iterator[Given]:
    """The measures and counts of one sentence, each with the mention that it belongs to."""
    part = beside[0].language.measures
    if part is None:
        return
    text, sentence = beside[0].marked.report.text, beside[0].event.sentence
    phrases = {each.span for one in beside for each in one.event.participants}
    measures = [_as_phrased(part, text, measure, phrases) for measure in part.measures(text, sentence)]
    for measure in measures:
        dated = [one for one in beside if one.days] if measure.of in ONE_EACH else []
        holder = _counted(beside, measure) or _holder(dated, measure.span) or _holder(beside, measure.span)
        if holder is not None and not _is_time(holder, measure):
            yield _amount(holder, measure)
    for holder, measure in _befallen(part, beside):
        if not any(other.span.overlaps(measure.span) for other in measures):
            yield _amount(holder, measure)


def _as_phrased(part: Measures, text: str, measure: Measure, phrases: Iterable[Span]) -> Measure:
    """A count as the shortest phrase of who takes part that holds it says what is counted."""
    around = [phrase for phrase in phrases if phrase.holds(measure.span)]
    shortest = min(around, key=lambda phrase: (phrase.end - phrase.start, phrase.start), default=None)
    return measure if shortest is None else part.counted(text, measure, shortest)


def _befallen(part: Measures, beside: Sequence[Mention]) -> Iterator[tuple[Mention, Measure]]:
    """How many it befalls, where those whom it is done to are told by their number alone."""
    for one in beside:
        patients = [each for each in one.event.participants if each.role == "patient"]
        for each in patients or [each for each in one.event.participants if each.role == "agent"]:
            measure = part.befallen(one.marked.report.text, each.span, one.event.lemma)
            if measure is not None:
                yield one, measure


def _amount(holder: Mention, measure: Measure) -> Given:
    text = holder.marked.report.text
    return Given(
        kind="term" if measure.of == "duration" else "number", of=measure.of, low=measure.low, high=measure.high,
        text=" ".join(measure.span.of(text).split()), cite=_whole(holder), mention=holder, unit=measure.unit,
        bound=measure.bound, exact=measure.exact, toll=measure.toll is not None,
    )  # fmt: skip


def _counted(beside: Sequence[Mention], measure: Measure) -> Mention | None:
    """The mention whose toll it is: of `the death toll rose to 61` the deaths."""
    words = measure.toll
    return next((one for one in beside if words and one.event.span.overlaps(words)), None)


def _holder(beside: Sequence[Mention], span: Span) -> Mention | None:
    """The mention in whose clause words stand."""
    holding = [one for one in beside if one.event.clause.holds(span) and not one.event.speaks]
    nearest = min(
        holding,
        key=lambda one: (_apart(one.event.span, span), one.event.clause.end - one.event.clause.start),
        default=None,
    )
    return nearest and next((one for one in beside if _acts_on(one, nearest)), nearest)


def _acts_on(act: Mention, noun: Mention) -> bool:
    """Whether a deed has an event that a noun names as its object: who offered a deal worth a sum offered the sum."""
    of = act.event.about
    return of is not None and not act.event.speaks and noun.is_noun and act.marked.events[of] == noun.event


def _apart(head: Span, span: Span) -> int:
    """Code points between a head and words; words before their head are farther off than words behind it."""
    return span.start - head.end if span.start >= head.end else 2 * (head.start - span.end)


def _is_time(mention: Mention, measure: Measure) -> bool:
    """Whether the words say when, not how long: `three days later`, `15 September`."""
    times = (time for time in mention.marked.times if time.span.overlaps(measure.span))
    return any(time.type in ("DATE", "TIME", "SET") or measure.of != "duration" for time in times)


def _day(mention: Mention) -> Iterator[Given]:
    """When the report's own words put it."""
    event = mention.event
    past = event.status in ("happened", "ongoing", "alleged")
    if event.time and event.earliest and event.latest and past and not event.speaks and mention.label == "body":
        first, last = (float(edtf.ordinal(day)) for day in (event.earliest, event.latest))
        yield Given("date", "", first, last, _shown(mention), _whole(mention), mention)
    elif event.time and not event.earliest and past and not event.speaks:
        own = (time.timex for time in mention.marked.times if time.span == event.time)
        for timex in (timex for timex in own if timex.startswith(OF_NO_WEEK) and timex[-1].isdigit()):
            day = float(timex[-1])
            yield Given("date", WEEKDAY, day, day, _shown(mention), _whole(mention), mention)


def _shown(mention: Mention) -> str:
    """The day in words, as it was read; the report's own words where it cannot be put so."""
    event, text = mention.event, mention.marked.report.text
    try:
        return edtf.show(event.date or "")
    except ValueError:
        return " ".join((event.time or event.span).of(text).split())


def _reason(mention: Mention, beside: Sequence[Mention]) -> Iterator[Given]:
    """The cause that its sentence gives for it, where the words of the cause follow it more closely than another event."""
    part, event = mention.language.claims, mention.event
    text = mention.marked.report.text
    if event.span.end >= event.sentence.end:
        return
    found = part.reason(text, Span(event.span.end, event.sentence.end), plainly=True) if part else None
    if found is None or event.rank in ("noun", "attributive") or event.speaks:
        return
    if any(event.span.end < other.event.span.start < found.start and not other.is_noun for other in beside):
        return
    yield Given(
        "reason", "", 0.0, 0.0, " ".join(found.of(text).split()), _whole(mention), mention,
        content=words.content(found.of(text)),
    )  # fmt: skip


def _standing(mention: Mention) -> Iterator[Given]:
    """That it happened, or that it is denied."""
    event = mention.event
    if event.status not in ("happened", DENIED) or mention.is_noun or event.speaks or mention.label != "body":
        return
    standing = "happened" if event.status == "happened" else "denied"
    text = " ".join(event.clause.of(mention.marked.report.text).split())
    yield Given("standing", "", 0.0, 0.0, text, _whole(mention), mention, content=frozenset({standing}))

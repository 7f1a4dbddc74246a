"""Where reports conflict on what became of a plan, or on who did something and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dateline import cite, language
from dateline.cite import Cite, Cites
from dateline.language.claims import Claims
from dateline.records.findings import Claim, ClaimKind, Plan, Side, Step
from dateline.records.story import Story
from dateline.weigh.mentions import Mention
from dateline.weigh.plans.acts import OFF
from dateline.weigh.words import content as content_words
from dateline.weigh.words import country

BEFORE = 2  # sentences: the reason, and that another one is given
OPPOSED = (
    ({"postponed"}, {"cancelled", "withdrawn"}),
    ({"accepted", "agreed"}, {"rejected"}),
    ({"held"}, {"cancelled", "withdrawn"}),
)


def courses(story: Story, plans: tuple[Plan, ...], seen: Sequence[Mention]) -> Iterator[Claim]:
    """The conflicts of a story that are of a plan, or of who did something where."""
    yield from _courses(story, plans)
    yield from _slots(story, seen)


def conflict(story: Story, kind: ClaimKind, text: str, sides: Iterable[tuple[str, Cites]]) -> Claim:
    """A conflict of that kind, in those words, with its sides."""
    first, *rest = (Side(words, cites, story.origins_of(cites)) for words, cites in sides)
    cites = [one for side in (first, *rest) for one in side.cites]
    name = cite.content_id("c", kind, *(f"{one.report}:{one.start}:{one.text}" for one in cites))
    return Claim(name, text, "conflict", kind, (first, *rest))


def _words(one: Cite) -> str:
    return " ".join(one.text.split())


# ------------------------------------------------------------------------------------ courses of plans


def _courses(story: Story, plans: tuple[Plan, ...]) -> Iterator[Claim]:
    """Reports that differ on what became of a plan, or on why."""
    for plan in plans:
        for number, step in enumerate(plan.history):
            for other in plan.history[number + 1 :]:
                mine, theirs = _apart(step.cites, other.cites)
                if mine and theirs and _opposed(step, other) and (speak := _speak(story, step.cites)):
                    sides = ((_told(step, mine), cite.cites(mine)), (_told(other, theirs), cite.cites(theirs)))
                    yield conflict(story, "status", speak.which((step.status, other.status)), sides)
            yield from _reasons(story, step)


def _speak(story: Story, cites: Cites) -> Claims | None:
    """The language of the first report that is cited: a conflict is worded in it."""
    cited = next(marked.report for marked in story.reports if marked.report.id == cites[0].report)
    return language.of(cited.language).claims


def _apart(cites: Iterable[Cite], others: Iterable[Cite]) -> tuple[list[Cite], list[Cite]]:
    """Of two steps' cites those in reports that tell one of them only."""
    both = {mine.report for mine in cites} & {theirs.report for theirs in others}
    return [mine for mine in cites if mine.report not in both], [
        theirs for theirs in others if theirs.report not in both
    ]


def _told(step: Step, cites: list[Cite]) -> str:
    """A step's words, or those of the first of its cites where they are not among them."""
    return step.text if any(_words(cited) == step.text for cited in cites) else _words(cites[0])


def _opposed(step: Step, other: Step) -> bool:
    return any((step.status in a and other.status in b) or (step.status in b and other.status in a) for a, b in OPPOSED)


def _reasons(story: Story, step: Step) -> Iterator[Claim]:
    """Two reasons for one change of a plan: in two reports, or in one that says that another is given."""
    if step.status not in OFF:
        return
    given = [pair for cited in step.cites if (pair := _reason(story, cited)) is not None]
    pairs = [
        (one, other) for (one, a), (other, b) in combinations(given, 2) if one.report != other.report and not a & b
    ]
    pairs += [(before, one) for one, _ in given if (before := _gainsaid(story, one)) is not None]
    for both in pairs[:1]:
        if (speak := _speak(story, cite.cites(both))) is not None:
            sides = [(_words(reason), cite.cites([reason])) for reason in both]
            yield conflict(story, "reason", speak.which_reason(step.status, [words for words, _ in sides]), sides)


def _gainsaid(story: Story, reason: Cite) -> Cite | None:
    """The reason in the sentence before the one that says that another is given, where this one follows it."""
    marked = next(marked for marked in story.reports if marked.report.id == reason.report)
    claims, text = language.of(marked.report.language).claims, marked.report.text
    at = next((n for n, one in enumerate(marked.sentences) if one.span.start <= reason.start < one.span.end), 0)
    if claims is None or at < BEFORE:
        return None
    told, says = (one.span for one in marked.sentences[at - BEFORE : at])
    first = claims.reason(text, told) or claims.awaited(text, told)
    return cite.cite(reason.report, text, first) if first and claims.gives_another(text, says) else None


def _reason(story: Story, cited: Cite) -> tuple[Cite, frozenset[str]] | None:
    """The reason that a cited sentence gives, and its content words."""
    marked = next(marked for marked in story.reports if marked.report.id == cited.report)
    claims, text = language.of(marked.report.language).claims, marked.report.text
    sentence = next((s.span for s in marked.sentences if s.span.holds(cited.span)), cited.span)
    reason = claims.reason(text, sentence) if claims else None
    words = content_words(reason.of(text)) if reason else frozenset()
    return (cite.cite(cited.report, text, reason), words) if reason and words else None


# ---------------------------------------------------------------------------------------- other slots


def _slots(story: Story, seen: Sequence[Mention]) -> Iterator[Claim]:
    """Two tellings of one deed that differ in one slot only: its place or who did it."""
    tables: tuple[dict[tuple[object, ...], list[Mention]], ...] = ({}, {})
    for one in seen:
        event = one.event
        if event.status == "happened" and one.label == "body" and _day(one):
            if len(one.who) >= 2:
                tables[0].setdefault((event.lemma, one.who), []).append(one)
            if event.names("patient"):
                tables[1].setdefault((event.lemma, event.names("patient"), event.date), []).append(one)
    done: set[tuple[object, ...]] = set()
    for table, differ in zip(tables, (_where, _who), strict=True):
        for key in sorted(table, key=str):
            for one, other in combinations(table[key], 2):
                slot = differ(one, other) if one.marked.report.id != other.marked.report.id else None
                speak = one.language.claims
                if slot and speak and (key[0], slot[0], frozenset(slot[1])) not in done:
                    done.add((key[0], slot[0], frozenset(slot[1])))
                    sides = ((slot[1][0], _whole(one)), (slot[1][1], _whole(other)))
                    yield conflict(story, slot[0], speak.which(slot[1]), sides)


def _whole(one: Mention) -> Cites:
    return cite.cites([cite.cite(one.marked.report.id, one.marked.report.text, one.event.sentence)])


def _where(one: Mention, other: Mention) -> tuple[ClaimKind, tuple[str, str]] | None:
    """Of a deed by the same people on one day: two towns."""
    if _day(one) != _day(other):
        return None
    here, there = _towns(one), _towns(other)
    return ("place", (here[0], there[0])) if here and there and not set(here) & set(there) else None


def _day(one: Mention) -> str | None:
    """The one day on which the report's own words put it."""
    event = one.event
    return event.date if event.time and event.date and event.earliest == event.latest == event.date else None


def _towns(one: Mention) -> list[str]:
    """The places that are no countries: a town and its country are not two places."""
    names = {name.name for name in one.marked.names if name.type == "GPE"}
    return sorted(place for place in one.places if place in names and not country(place))


def _who(one: Mention, other: Mention) -> tuple[ClaimKind, tuple[str, str]] | None:
    """Who is said to have done something to somebody on a day, where two reports name two and neither names both."""
    mine, theirs = one.event.names("agent"), other.event.names("agent")
    people = {name.name for each in (one, other) for name in each.marked.names if name.type == "PERSON"}
    if len(mine) != 1 or len(theirs) != 1 or not {*mine, *theirs} <= people:
        return None
    if set(mine[0].casefold().split()) & set(theirs[0].casefold().split()):
        return None  # one name in two forms
    return "actor", (mine[0], theirs[0])

"""The brief: five to ten lines that cover what one must know of a story, each the reports' own words.

What it should say are events first, by how much of the story rests on them, then what became of plans, what is denied,
disputed and open. Sentences are chosen that say most of it, each thing once; a line is a whole sentence, told where
its event is the main thing said. Captions, bylines and notices are never chosen, nor a report that a machine rewrote
if any other tells the same.

The choice is greedy, by what a sentence adds to those chosen (as maximal coverage, H. Lin & J. Bilmes, 2011).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline import cite, edtf
from dateline.cite import Cite, Cites
from dateline.language import Language
from dateline.language.words import plain
from dateline.records.account import Line, LineMark
from dateline.records.findings import Claim, Event, Findings, Plan, PlanStatus
from dateline.records.marks import MAINLY, Marked, Sentence, inside
from dateline.records.story import Story
from dateline.tell import lines
from dateline.tell.choices import Choice, Left, Place, Topic

MOST_LINES, MOST_WORDS, MOST_CITES, MOST_DENIALS = 10, 300, 5, 2
LEAST, LEAST_FEW = 0.25, 0.1  # gain below which a line is not worth a reader's time; while there are few lines
FEW = 5  # lines that a brief has where the reports have them
DISPUTED, HEEDED = 0.4, 0.5  # need of what reports dispute, and how much of its event's weight it gains
FAINT = 0.2  # weight below which an event is not what one must know
DONE = 0.3  # what an event gains by being news of these days that is done or settled
FORETOLD = 0.65  # need of what is foretold and no more
STEPS, BETWEEN = 0.6, 0.4  # of the first and last steps of a plan that has several; of those between them
OFFER = "offer"  # the kind of event that an offer is
PASSED = 0.5  # the need of a plan of whose day, now over, nobody tells
ASIDE = 0.6  # the need of what is said beside that of what is done
SHARED = 0.25  # share of the shorter's words, names apart, that words cited for a line have in common with it
ANONYMOUS = 0.6  # gain lost by a line that cannot be read by itself: nobody is named in it before a pronoun
REWRITTEN = 2.0  # gain lost by the words of a machine
LENGTH, USUAL = 0.25, 24  # gain lost by a sentence of no or of twice the usual number of words
ENDED: tuple[PlanStatus, ...] = (
    "rejected",
    "cancelled",
    "withdrawn",
    "held",
)  # what is no longer to come, whoever offered it
SETTLED: tuple[PlanStatus, ...] = ("postponed", *ENDED)  # what was done to a plan, and is no plan itself
LEAST_USUAL, USUAL_WORDS = 0.85, 8  # the worth of words that no other report uses; content words of a whole telling
_SHORTEST = 3  # letters of a word by which lines are compared


@dataclass(slots=True)
class Draft:
    """A line as chosen: its sentence, what it is there for, and what reports dispute in it."""

    choice: Choice
    topic: Topic
    claim: Claim | None


def brief(story: Story, findings: Findings) -> tuple[Line, ...]:
    """The lines of the brief, oldest first, of one day the worthiest, what is open behind them. Empty only when no body has a
    whole sentence.
    """
    left = {question.id for question in findings.questions}
    drafts = _chosen(_choices(story, findings), findings)
    drafts.sort(key=lambda one: (_day(one.choice, one.topic, one.topic.key in left), one.topic.key in left))
    return tuple(_line(story, one.choice, one.topic, one.claim) for one in drafts)


def _chosen(choices: Sequence[Choice], findings: Findings) -> list[Draft]:
    """The sentences that together say most of what is needed, the worthiest first."""
    left = Left(choices)
    drafts: list[Draft] = []
    told: dict[str, float] = {}
    disputes = {claim.id: claim for claim in _disputes(findings)}
    while left.all and len(drafts) < MOST_LINES:
        gain, best = left.best(told)
        topic = best.adds(told)[0][1]
        if gain < (LEAST if len(drafts) >= FEW else LEAST_FEW):
            break
        if topic.key in disputes and (home := _of_one_event(disputes[topic.key], drafts)) is not None:
            home.claim = disputes[topic.key]  # a line tells the event: it says what is disputed in it
            told[topic.key] = 1.0
            left.told([topic.key])
            continue
        left.all.remove(best)
        if topic.mark == "denied" and sum(draft.topic.mark == "denied" for draft in drafts) == MOST_DENIALS:
            continue
        if sum(draft.choice.length for draft in drafts) + best.length <= MOST_WORDS:
            asked = {draft.claim.id for draft in drafts if draft.claim is not None}
            drafts.append(Draft(best, topic, _dispute(best, findings, asked)))
            for other, share in best.tells:
                told[other.key] = max(told.get(other.key, 0.0), share)
            left.told(other.key for other, _ in best.tells)
            left.chosen(best)
    return drafts


def _of_one_event(claim: Claim, drafts: Iterable[Draft]) -> Draft | None:
    """The line, with no dispute of its own, that is there for an event of which sides of a conflict tell."""
    cited = {one for side in claim.sides for one in side.cites}
    for draft in drafts:
        if draft.claim is None and sum(words in cited for words, _ in draft.topic.told) >= len(claim.sides):
            return draft
    return None


def _choices(story: Story, findings: Findings) -> list[Choice]:
    """Every sentence that tells what the brief should say and can stand alone."""
    marked = {member.report.id: member for member in story.reports}
    rewritten = {copy.report for copy in story.machine_rewritten}
    tells: dict[Place, dict[int, tuple[Topic, float]]] = defaultdict(dict)
    where: dict[Place, Sentence] = {}
    topics = list(dict.fromkeys(_topics(story, findings)))  # those that are the same count once
    for number, topic in enumerate(topics):
        for cited, share in topic.told:
            sentence = _sentence(marked[cited.report], cited)
            if sentence is not None and sentence.label == "body":
                place = (cited.report, sentence.span)
                where[place] = sentence
                tells[place][number] = (topic, max(tells[place].get(number, (topic, 0.0))[1], share))
    out = []
    for place, told in tells.items():
        member, sentence = marked[place[0]], where[place]
        if lines.stands_alone(member, sentence):
            words = sentence.span.of(member.report.text)
            cost = LENGTH * abs(len(words.split()) - USUAL) / USUAL + REWRITTEN * (place[0] in rewritten)
            cost += ANONYMOUS * (not lines.named(member, sentence))
            said = _content(words, lines.tongue(member)) - _names(member, sentence)
            out.append(Choice(member, sentence, tuple(told.values()), said, cost))
    return out


def _names(marked: Marked, sentence: Sentence) -> frozenset[str]:
    """The words of the names in a sentence, which most lines of one story share."""
    named = (name.span.of(marked.report.text) for name in inside(marked.names, sentence.span))
    return frozenset(word for name in named for word in plain(name).split())


def _sentence(marked: Marked, cited: Cite) -> Sentence | None:
    """The sentence in which most of what is cited stands."""
    middle = (cited.start + cited.end) // 2
    return next((one for one in marked.sentences if one.span.start <= middle < one.span.end), None)


def _day(choice: Choice, topic: Topic, open_: bool = False) -> str:
    """Where a line belongs: the day of its news, where it names one of its report's last week, else its topic's day, but never
    later than its report's. What is open, or has no day, belongs to the day on which it is told.
    """
    told = (choice.marked.report.published.day or "")[: len("2031-03-11")]
    if open_:
        return told or topic.day or "~"
    if len(told) == len("2031-03-11"):
        week = (date.fromisoformat(told) - timedelta(7)).isoformat()
        inside = (time for time in choice.marked.times if choice.sentence.span.holds(time.span))
        days = [time.earliest for time in inside if time.earliest and time.earliest == time.latest]
        fresh = [day for day in days if week <= day <= told]
        if fresh:
            return max(fresh)
    return min(filter(None, (topic.day, told)), default="~")


def _content(text: str, tongue: Language) -> frozenset[str]:
    function = tongue.words.function_words()
    return frozenset(word for word in plain(text).split() if len(word) >= _SHORTEST and word not in function)


# --------------------------------------------------------------------------------------- what it should say


def _topics(story: Story, findings: Findings) -> Iterator[Topic]:
    """What the brief should say, with how much it is needed."""
    told_on = {member.report.id: member.report.published.day or "" for member in story.reports}
    last = max(told_on.values(), default="")
    yield from _events(story, findings, told_on)
    yield from _plans(story, findings, last)
    told_by = _heaviest(findings)
    for claim in _disputes(findings):
        cited = [one for side in tuple(claim.sides)[:2] for one in side.cites]
        of = max((told_by[one] for one in cited if one in told_by), key=lambda event: event.weight, default=None)
        need = DISPUTED + HEEDED * (of.weight if of is not None else 0.0)
        yield Topic(claim.id, need, (of.earliest if of is not None else None) or last, "disputed", _whole(cited))
    for statement in findings.statements:
        if statement.polarity == "deny" and statement.speaker:
            day = statement.said_on or told_on.get(statement.report) or last
            need = 0.5 + 0.1 * len(statement.same_as)
            yield Topic(min(statement.id, *statement.same_as), need, day, "denied", _whole(statement.content))
    tongue = lines.tongue(story.reports[0])
    about = _content(
        " ".join(cited.text for plan in findings.plans for step in plan.history for cited in step.cites), tongue
    )
    for question in findings.questions:
        words = _content(question.text, tongue)
        near = len(words & about) / max(1, len(words))
        need = 0.3 + 0.4 * near + 0.1 * (len(question.asked) > 1)
        yield Topic(question.id, need, last, "single", _whole(question.asked))


def _heaviest(findings: Findings) -> dict[Cite, Event]:
    """The weightiest event that each sentence tells of."""
    found: dict[Cite, Event] = {}
    for event in findings.events:  # the weightiest first
        for one in event.mentions:
            found.setdefault(one.sentence, event)
    return found


def _disputes(findings: Findings) -> list[Claim]:
    """The conflicts on what happened: how a name is spelled is none."""
    return [claim for claim in findings.claims if claim.verdict == "conflict" and claim.kind != "wording"]


def _events(story: Story, findings: Findings, told_on: dict[str, str]) -> Iterator[Topic]:
    ranks = {(marked.report.id, event.span.start): event.rank for marked in story.reports for event in marked.events}
    disputed = {cited for claim in _disputes(findings) for side in claim.sides for cited in side.cites}
    for event in findings.events:
        if event.weight < FAINT:
            continue
        done = event.status in ("happened", "ongoing", "postponed", "cancelled")
        settled = done and event.date is not None and event.basis != "inferred"
        need = event.worth * (1 + DONE * (settled and not event.background))
        usual = _usual(event, lines.tongue(story.reports[0]))
        told = tuple(
            (one.sentence, MAINLY[ranks[one.report, one.start]] * usual[one.sentence]) for one in event.mentions
        )
        day = event.earliest or event.date or told_on.get(event.mentions[0].report, "")
        stands = "disputed" if any(one.sentence in disputed for one in event.mentions) else _standing(event)
        yield Topic(event.id, need * (ASIDE if event.said else 1.0), day, stands, told, event.said)


def _usual(event: Event, tongue: Language) -> dict[Cite, float]:
    """How far each sentence tells an event as most reports do: by how many of them use its words and numbers.

    From `LEAST_USUAL` to 1, that of the most usual one (a centroid, as D. Radev et al., 2004).
    """
    if len({one.report for one in event.mentions}) == 1:  # no other report uses any of its words
        return dict.fromkeys((one.sentence for one in event.mentions), LEAST_USUAL)
    words = {one.sentence: _content(one.sentence.text, tongue) | _figures(one.sentence.text) for one in event.mentions}
    reports: dict[str, set[str]] = defaultdict(set)
    for cited, content in words.items():
        for word in content:
            reports[word].add(cited.report)
    shared = {
        cited: sum(len(reports[word]) - 1 for word in content) / max(USUAL_WORDS, len(content))
        for cited, content in words.items()
    }
    most = max(shared.values()) or 1.0
    return {cited: LEAST_USUAL + (1 - LEAST_USUAL) * share / most for cited, share in shared.items()}


def _figures(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+(?:[.,]\d+)*", text))


def _standing(event: Event) -> LineMark:
    if event.status in ("planned", "denied") and not event.negated:
        return "planned" if event.status == "planned" else "denied"
    return "agreed" if len(event.origins) > 1 else "single"


def _plans(story: Story, findings: Findings, last: str) -> Iterator[Topic]:
    offers = {one.sentence for event in findings.events if event.kind == OFFER for one in event.mentions}
    for plan in findings.plans:
        weight = len({cited.report for step in plan.history for cited in step.cites}) / max(1, len(story.reports))
        for number, step in enumerate(plan.history):
            alone = len(plan.history) == 1 and offers.issuperset(step.cites)  # its event tells as much
            need = weight + (0.0 if alone else _told_of(plan, number))
            if plan.status == "planned" and step.for_ and (edtf.interval(step.for_)[1] or last) < last:
                need *= PASSED
            stands: LineMark = "planned"
            if step.status in SETTLED or plan.status in ENDED:
                stands = "agreed" if len(story.origins_of(step.cites)) > 1 else "single"
            yield Topic(f"{plan.id}.{number}", need, step.date or last, stands, _whole(step.cites))


def _told_of(plan: Plan, number: int) -> float:
    """How much a step of a plan is needed: what is foretold and no more, else its first and last steps before others."""
    if len(plan.history) == 1:
        return FORETOLD
    return STEPS if number in (0, len(plan.history) - 1) else BETWEEN


def _whole(cites: Iterable[Cite]) -> tuple[tuple[Cite, float], ...]:
    """Words each of which tells all of it."""
    return tuple((cited, 1.0) for cited in cites)


# -------------------------------------------------------------------------------------------------- a line


def _dispute(choice: Choice, findings: Findings, asked: Container[str]) -> Claim | None:
    """A conflict, told in no line yet, of which the sentence tells a side."""
    report, span = choice.place
    for claim in _disputes(findings):
        if claim.id not in asked:
            for side in claim.sides:
                if any(one.report == report and span.start <= one.start < span.end for one in side.cites):
                    return claim
    return None


def _says_so(choice: Choice, cited: Cite) -> bool:
    """Whether words of another report say what a line says: they share enough, names apart."""
    said = _content(cited.text, lines.tongue(choice.marked)) - _names(choice.marked, choice.sentence)
    return len(said & choice.words) >= SHARED * min(len(said), len(choice.words))


def _line(story: Story, choice: Choice, topic: Topic, dispute: Claim | None) -> Line:
    """The sentence as a line, citing the words of other reports that tell the same; what is disputed in it says so."""
    marked = choice.marked
    own = cite.cite(marked.report.id, marked.report.text, choice.sentence.span)
    best: dict[str, tuple[float, Cite]] = {}
    for cited, share in topic.told:
        if cited.report != own.report and share > best.get(cited.report, (0.0, cited))[0] and _says_so(choice, cited):
            best[cited.report] = (share, cited)
    others: list[Cite] = [best[report][1] for report in sorted(best)]
    text = lines.text(marked, choice.sentence, topic.day)
    if dispute is not None:
        text = f"{text} [{dispute.text}]"
        others = [side.cites[0] for side in dispute.sides] + others
    cited_all: Cites = cite.cites([own, *[one for one in others if one != own][: MOST_CITES - 1]])
    origins = story.origins_of(cited_all)
    stands = topic.mark
    if topic.said:  # what is said stands as what it is about
        stands = next((other.mark for other, _ in choice.tells if not other.said), stands)
    mark: LineMark = stands
    if stands in ("single", "agreed"):  # as many say what the line says as are cited for it
        mark = "agreed" if len(origins) > 1 else "single"
    return Line(text, cited_all, origins, "disputed" if dispute is not None else mark)

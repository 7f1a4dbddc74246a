"""The brief: five to ten lines that cover what one must know of a story, each the reports' own words.

Lines are chosen from what was weighed: the course of the plans, the events on which the story rests, a denial,
a conflict, what is open. A line is a whole sentence of a report; relative dates are glossed in brackets with the
recorded value of their mark. Captions, bylines and notices are never chosen, nor a report that a machine rewrote
if any other tells the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateline import cite, language
from dateline.cite import Cite, Cites, Span
from dateline.language import Language
from dateline.language.words import plain
from dateline.records.account import Line, LineMark
from dateline.records.findings import Findings, PlanStatus
from dateline.records.marks import Marked, Sentence
from dateline.records.story import Story
from dateline.tell import guard

FEWEST_WORDS = 8  # of a sentence that can stand by itself
MOST_LINES, MOST_WORDS, MOST_CITES, MOST_DENIALS = 10, 300, 5, 2
LEAST = 0.3  # need below which a line is not worth a reader's time
AGAIN = 0.15  # what each further reason to tell a sentence adds
OVERLAP = 0.35  # share of the shorter line's words from which a line repeats another; beyond it, need is lost
NAMELESS = 1.0  # what it costs a sentence beside others that tell the same; as much as twice the usual length
ANONYMOUS = 0.3  # need that a line loses when it cannot be read by itself: nobody is named in it before a pronoun
ENDED: tuple[PlanStatus, ...] = (
    "rejected",
    "cancelled",
    "withdrawn",
    "held",
)  # what is no longer to come, whoever offered it
SETTLED: tuple[PlanStatus, ...] = ("postponed", *ENDED)  # what was done to a plan, and is no plan itself
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>")
_SHORTEST = 3  # letters of a word by which lines are compared
_OPEN = re.compile(r"^(?:\.\.)?/|/(?:\.\.)?$")  # an interval without a beginning or without an end
_ABSOLUTE = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Pick:
    """Something that the brief should say: how much it is needed, its day, where it stands, how it stands."""

    need: float
    day: str
    cites: Cites
    mark: LineMark


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence that may be a line: the reason that asks for it most, how much all reasons ask, its words."""

    marked: Marked
    sentence: Sentence
    pick: Pick
    need: float
    words: frozenset[str]
    length: int

    @property
    def place(self) -> tuple[str, Span]:
        """Its report's id, and where it stands there."""
        return self.marked.report.id, self.sentence.span

    def gain(self, chosen: list[Choice]) -> float:
        """What it is worth beside the lines already chosen: what they say already counts less, or not at all."""
        worst = max((self._shared(other) for other in chosen), default=0.0)
        return self.need - max(0.0, worst - OVERLAP) * (1.0 if self.pick.mark == "disputed" else 2.0)

    def _shared(self, other: Choice) -> float:
        return len(self.words & other.words) / max(1, min(len(self.words), len(other.words)))


def brief(story: Story, findings: Findings) -> tuple[Line, ...]:
    """The lines of the brief, oldest first. Empty only when no report has a whole sentence in its body."""
    left = _choices(story, findings)
    chosen: list[Choice] = []
    while left and len(chosen) < MOST_LINES:
        best = max(left, key=lambda choice: (choice.gain(chosen), -choice.length, choice.place))
        left.remove(best)
        denials = sum(choice.pick.mark == "denied" for choice in chosen)
        if best.gain(chosen) < LEAST:
            break
        if best.pick.mark == "denied" and denials == MOST_DENIALS:
            continue
        if sum(choice.length for choice in chosen) + best.length <= MOST_WORDS:
            chosen.append(best)
    told = [(_day(choice) or "~", _line(story, choice)) for choice in chosen]
    return tuple(line for _, line in sorted(told, key=lambda dated: (dated[0], dated[1].cites)))


def _choices(story: Story, findings: Findings) -> list[Choice]:
    """Every sentence that something asks for, with how much all that ask for it need it."""
    sentences = _Sentences(story)
    asked: dict[tuple[str, Span], list[Pick]] = defaultdict(list)
    where: dict[tuple[str, Span], tuple[Marked, Sentence]] = {}
    for pick in _picks(story, findings):
        found = sentences.best(pick.cites)
        if found is not None:
            key = (found[0].report.id, found[1].span)
            where[key] = found
            asked[key].append(pick)
    out = []
    for key, picks in asked.items():
        marked, sentence = where[key]
        first, *more = sorted(picks, key=lambda pick: (-pick.need, pick.day, pick.cites))
        need = first.need + AGAIN * min(2, len(more)) - ANONYMOUS * (not _named(marked, sentence))
        words = sentence.span.of(marked.report.text)
        out.append(Choice(marked, sentence, first, need, _content(words, _language(marked)), len(words.split())))
    return out


def _day(choice: Choice) -> str:
    """Where a line belongs: the day of its news, where it names one of its report's last week, else its reason's day."""
    told = choice.marked.report.published.day or ""
    if len(told) == len("2031-03-11"):
        week = (date.fromisoformat(told) - timedelta(7)).isoformat()
        inside = (time for time in choice.marked.times if choice.sentence.span.holds(time.span))
        days = [time.earliest for time in inside if time.earliest and time.earliest == time.latest]
        fresh = [day for day in days if week <= day <= told]
        if fresh:
            return max(fresh)
    return choice.pick.day


def _named(marked: Marked, sentence: Sentence) -> bool:
    """Whether a sentence can be read by itself: its first half names somebody or something, before any pronoun."""
    text, start = marked.report.text, sentence.span.start
    half = start + (sentence.span.end - start) // 2
    first = min((name.span.start for name in marked.names if start <= name.span.start < half), default=half)
    context = _language(marked).context
    return first < half and not (context and context.refers_back(text[start:first]))


def _language(marked: Marked) -> Language:
    return language.of(marked.report.language)


def _content(text: str, tongue: Language) -> frozenset[str]:
    function = tongue.words.function_words()
    return frozenset(word for word in plain(text).split() if len(word) >= _SHORTEST and word not in function)


def _picks(story: Story, findings: Findings) -> Iterator[Pick]:
    """What the brief should say, with how much it is needed."""
    told_on = {member.report.id: member.report.published.day for member in story.reports}
    last = max((day or "" for day in told_on.values()), default="")
    for plan in findings.plans:
        weight = len({cited.report for step in plan.history for cited in step.cites}) / max(1, len(story.reports))
        for at, step in enumerate(plan.history):
            need = weight + (0.5 if at in (0, len(plan.history) - 1) else 0.3) + 0.1 * (len(plan.history) > 1)
            past = step.status in SETTLED or plan.status in ENDED
            stands = _standing(story.origins_of(step.cites)) if past else "planned"
            yield Pick(need, step.date or last, step.cites, stands)
    disputed = {
        cited for claim in findings.claims if claim.verdict == "conflict" for s in claim.sides for cited in s.cites
    }
    for entry in findings.timeline:
        if entry.status in ("happened", "ongoing", "postponed", "cancelled") and not entry.background and entry.date:
            mark: LineMark = "disputed" if disputed & set(entry.cites) else _standing(entry.origins)
            yield Pick(0.55 + entry.weight, entry.earliest or entry.date, entry.cites, mark)
    for claim in findings.claims:
        if claim.verdict == "conflict":
            for side in tuple(claim.sides)[:2]:
                yield Pick(0.7, last, side.cites, "disputed")
    for statement in findings.statements:
        if statement.polarity == "deny" and statement.speaker:
            day = statement.said_on or told_on.get(statement.report) or last
            yield Pick(0.5 + 0.1 * len(statement.same_as), day, statement.content, "denied")
    tongue = _language(story.reports[0])
    about = _content(
        " ".join(cited.text for plan in findings.plans for step in plan.history for cited in step.cites), tongue
    )
    for question in findings.questions:
        words = _content(question.text, tongue)
        near = len(words & about) / max(1, len(words))
        yield Pick(0.3 + 0.4 * near + 0.1 * (len(question.asked) > 1), last, question.asked, "single")
    yield from _leads(story)


def _leads(story: Story) -> Iterator[Pick]:
    """The first sentences of the reports: what their own editors thought one must know."""
    rewritten = {copy.report for copy in story.machine_rewritten}
    for marked in (member for member in story.reports if member.report.id not in rewritten):
        lead = next((sentence for sentence in marked.sentences if sentence.label == "body"), None)
        if lead is not None:
            report = marked.report
            day = report.published.day or ""
            yield Pick(0.6, day, cite.cites([cite.cite(report.id, report.text, lead.span)]), "single")


def _standing(origins: tuple[str, ...]) -> LineMark:
    return "agreed" if len(origins) > 1 else "single"


class _Sentences:
    """Where the cites of a story stand: the sentence that holds most of each."""

    def __init__(self, story: Story) -> None:
        self._marked = {member.report.id: member for member in story.reports}
        self._rewritten = {copy.report for copy in story.machine_rewritten}

    def best(self, cited: Cites) -> tuple[Marked, Sentence] | None:
        """The sentence of the body that tells best what is cited: whole, short, from a sound report."""
        found = []
        for one in cited:
            marked = self._marked[one.report]
            sentence = self._at(marked, one)
            if sentence is not None and sentence.label == "body":
                words = sentence.span.of(marked.report.text)
                cost = (
                    abs(len(words.split()) - 24) / 24
                    + 3 * (one.report in self._rewritten)
                    + 4 * _unfit(_language(marked), words)
                )
                cost += NAMELESS * (not _named(marked, sentence))
                found.append((cost, marked.report.published.day or "~", one.report, one.start, sentence, marked))
        if not found:
            return None
        cost, *_, sentence, marked = min(found, key=lambda item: item[:4])
        return None if cost >= 4 else (marked, sentence)

    @staticmethod
    def _at(marked: Marked, one: Cite) -> Sentence | None:
        middle = (one.start + one.end) // 2
        return next((s for s in marked.sentences if s.span.start <= middle < s.span.end), None)


def _unfit(language: Language, words: str) -> bool:
    """Whether a sentence cannot stand by itself: it needs one before it, has lost its head, or is too short."""
    plain = _opened(language, _TAG.sub("", words).strip())
    opens = plain.count("“") != plain.count("”") or plain.count('"') % 2 == 1
    needs_context = language.context is not None and language.context.needs_context(plain)
    short = len(plain.split()) < FEWEST_WORDS
    return needs_context or plain[:1].islower() or short or opens or plain[-1:] not in ".!?”\"'’"


def _opened(language: Language, sentence: str) -> str:
    """A sentence without a leading `But`."""
    return language.context.without_opener(sentence) if language.context else sentence


def _text(marked: Marked, sentence: Sentence) -> str:
    """The sentence as a line: white space single, literal tags and a leading `But` dropped, relative dates glossed.

    A gloss never stands in a quotation: nobody is made to say what a reader was told.
    """
    whole, at, out = marked.report.text, sentence.span.start, ""
    quoted = [span for quote in marked.quotes if quote.type != "indirect" for span in quote.content]
    for time in marked.times:
        if not sentence.span.holds(time.span) or time.type not in ("DATE", "TIME") or not time.value:
            continue
        gloss = _gloss(_language(marked), time.span.of(whole), time.value)
        if gloss is None or time.span.start < at or any(span.overlaps(time.span) for span in quoted):
            continue
        out += whole[at : time.span.end] + f" [{gloss}]"
        at = time.span.end
    out += whole[at : sentence.span.end]
    text = _opened(_language(marked), re.sub(r"\s+", " ", _TAG.sub("", out)).strip())
    return text[:1].upper() + text[1:]


def _gloss(language: Language, words: str, value: str) -> str | None:
    """What a date's words leave out: `Friday` the whole date, `June` its year; None where they say it all."""
    shown = guard.shown(value)
    if _ABSOLUTE.search(words) or shown == value:
        return None
    counted = language.context is not None and language.context.counts_from_now(words)
    if re.fullmatch(r"\d{4}-\d\d", value) and not counted:
        return None  # which year's November is meant is a guess, and a brief does not guess
    said = {word.casefold().rstrip(".")[:3] for word in re.findall(r"\w+", words)}
    new = shown.split()[1:] if _OPEN.search(value) else shown.split()  # whether from then or until then, the words say
    left = [word for word in new if word.casefold()[:3] not in said]
    return " ".join(left) or None


def _line(story: Story, choice: Choice) -> Line:
    marked, pick = choice.marked, choice.pick
    own = cite.cite(marked.report.id, marked.report.text, choice.sentence.span)
    per_report = {one.report: one for one in reversed(pick.cites) if one.report != own.report}
    cited = cite.cites([own, *(per_report[key] for key in sorted(per_report)[: MOST_CITES - 1])])
    origins = story.origins_of(cited)
    mark = "agreed" if pick.mark == "single" and len(origins) > 1 else pick.mark
    return Line(_text(marked, choice.sentence), cited, origins, mark)

"""The brief: five to ten lines that cover what one must know of a story, each the reports' own words.

Lines are chosen from what was weighed: the course of the plans, the events on which the story rests, a denial,
a conflict, what is open. A line is a whole sentence of a report; relative dates are glossed in brackets with the
recorded value of their mark. Captions, bylines and notices are never chosen, nor a report that a machine rewrote
if any other tells the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dateline import cite
from dateline.cite import Cite, Cites
from dateline.records import Findings, Line, LineMark, Marked, Sentence, Story
from dateline.tell import guard

MOST_LINES, MOST_WORDS, MOST_CITES, MOST_DENIALS = 10, 300, 5, 2
_LEAD = re.compile(r"^(?:But|And|However,|Still,|Meanwhile,|Separately,|Yet|So)\s+")
_HANGING = re.compile(
    r"^[“\"'‘]*(?:he|she|they|it|his|her|their|its|this|that|these|those|there|him|such|both|here)\b", re.IGNORECASE
)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>")
_WORD = re.compile(r"[^\W_]{3,}")
_COUNTED = re.compile(r"\b(?:last|next|this|past|coming)\b", re.IGNORECASE)
_ABSOLUTE = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Pick:
    """Something that the brief should say: how much it is needed, its day, where it stands, how it stands."""

    need: float
    day: str
    cites: Cites
    mark: LineMark


def brief(story: Story, findings: Findings) -> tuple[Line, ...]:
    """The lines of the brief, oldest first. Empty only when no report has a whole sentence in its body."""
    sentences = _Sentences(story)
    chosen: list[tuple[str, Line, frozenset[str]]] = []
    words = 0
    rounds: Counter[LineMark] = Counter()
    for pick in sorted(_picks(story, findings), key=lambda one: (-one.need, one.day, one.cites)):
        found = sentences.best(pick.cites)
        if found is None:
            continue
        marked, sentence = found
        text = _text(marked, sentence)
        content = frozenset(word.casefold() for word in _WORD.findall(text))
        length = len(text.split())
        if pick.mark == "denied" and rounds["denied"] == MOST_DENIALS:
            continue
        if words + length > MOST_WORDS or any(_alike(content, other) for _, _, other in chosen):
            continue
        chosen.append((pick.day, _line(story, marked, sentence, text, pick), content))
        words += length
        rounds[pick.mark] += 1
        if len(chosen) == MOST_LINES:
            break
    return tuple(line for _, line, _ in sorted(chosen, key=lambda one: (one[0] or "~", one[1].cites)))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > 0.6 * min(len(one), len(other))


def _picks(story: Story, findings: Findings) -> Iterator[Pick]:
    """What the brief should say, with how much it is needed."""
    last = max((one.report.published.day or "" for one in story.reports), default="")
    for plan in findings.plans:
        weight = len({one.report for step in plan.history for one in step.cites}) / max(1, len(story.reports))
        for at, step in enumerate(plan.history):
            need = weight + (0.5 if at in (0, len(plan.history) - 1) else 0.3) + 0.1 * (len(plan.history) > 1)
            yield Pick(need, step.date or last, step.cites, "planned" if step.status != "held" else "agreed")
    disputed = {one for claim in findings.claims if claim.verdict == "conflict" for s in claim.sides for one in s.cites}
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
            yield Pick(0.5 + 0.1 * len(statement.same_as), statement.said_on or last, statement.content, "denied")
    for question in findings.questions:
        yield Pick(0.5 + 0.1 * len(question.asked), last, question.asked, "single")
    yield from _leads(story)


def _leads(story: Story) -> Iterator[Pick]:
    """The first sentences of the reports: what their own editors thought one must know."""
    spun = {one.report for one in story.spun}
    for marked in (one for one in story.reports if one.report.id not in spun):
        lead = next((one for one in marked.sentences if one.label == "body"), None)
        if lead is not None:
            report = marked.report
            day = report.published.day or ""
            yield Pick(0.6, day, cite.cites([cite.cite(report.id, report.text, lead.span)]), "single")


def _standing(origins: tuple[str, ...]) -> LineMark:
    return "agreed" if len(origins) > 1 else "single"


class _Sentences:
    """Where the cites of a story stand: the sentence that holds most of each."""

    def __init__(self, story: Story) -> None:
        self._marked = {one.report.id: one for one in story.reports}
        self._spun = {one.report for one in story.spun}

    def best(self, cited: Cites) -> tuple[Marked, Sentence] | None:
        """The sentence of the body that tells best what is cited: whole, short, from a sound report."""
        found = []
        for one in cited:
            marked = self._marked[one.report]
            sentence = self._at(marked, one)
            if sentence is not None and sentence.label == "body":
                words = sentence.span.of(marked.report.text)
                cost = abs(len(words.split()) - 24) / 24 + 3 * (one.report in self._spun) + 4 * _unfit(words)
                found.append((cost, marked.report.published.day or "~", one.report, one.start, sentence, marked))
        if not found:
            return None
        cost, *_, sentence, marked = min(found, key=lambda item: item[:4])
        return None if cost >= 4 else (marked, sentence)

    @staticmethod
    def _at(marked: Marked, one: Cite) -> Sentence | None:
        middle = (one.start + one.end) // 2
        return next((s for s in marked.sentences if s.span.start <= middle < s.span.end), None)


def _unfit(words: str) -> bool:
    """Whether a sentence cannot stand by itself: it leans on one before it, has lost its head, or is too short."""
    plain = _LEAD.sub("", _TAG.sub("", words).strip())
    opens = plain.count("“") != plain.count("”") or plain.count('"') % 2 == 1
    return (
        bool(_HANGING.match(plain))
        or plain[:1].islower()
        or len(plain.split()) < 8
        or opens
        or plain[-1:] not in ".!?”\"'’"
    )


def _text(marked: Marked, sentence: Sentence) -> str:
    """The sentence as a line: white space single, literal tags and a leading `But` dropped, relative dates glossed."""
    whole, at, out = marked.report.text, sentence.span.start, ""
    for time in marked.times:
        if not sentence.span.holds(time.span) or time.type not in ("DATE", "TIME") or not time.value:
            continue
        words = time.span.of(whole)
        gloss = _gloss(words, time.value)
        if gloss is None:
            continue
        out += whole[at : time.span.end] + f" [{gloss}]"
        at = time.span.end
    out += whole[at : sentence.span.end]
    text = _LEAD.sub("", re.sub(r"\s+", " ", _TAG.sub("", out)).strip())
    return text[:1].upper() + text[1:]


def _gloss(words: str, value: str) -> str | None:
    """What a date's words leave out: `Friday` the whole date, `June` its year; None where they say it all."""
    shown = guard.shown(value)
    if _ABSOLUTE.search(words) or shown == value:
        return None
    if re.fullmatch(r"\d{4}-\d\d", value) and not _COUNTED.search(words):
        return None  # which year's November is meant is a guess, and a brief does not guess
    said = {word.casefold().rstrip(".")[:3] for word in re.findall(r"\w+", words)}
    left = [word for word in shown.split() if word.casefold()[:3] not in said]
    if shown.startswith(("from ", "until ", "before ", "after ", "since ")):
        left = [word for word in left if word not in ("from", "until", "before", "after", "since")]
    return " ".join(left) or None


def _line(story: Story, marked: Marked, sentence: Sentence, text: str, pick: Pick) -> Line:
    own = cite.cite(marked.report.id, marked.report.text, sentence.span)
    others = [one for one in pick.cites if one.report != own.report]
    per_report = {one.report: one for one in reversed(others)}
    cited = cite.cites([own, *(per_report[key] for key in sorted(per_report)[: MOST_CITES - 1])])
    origins = story.origins_of(cited)
    mark = "agreed" if pick.mark == "single" and len(origins) > 1 else pick.mark
    return Line(text, cited, origins, mark)

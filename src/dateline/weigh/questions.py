"""What is not known: the sentences in which a report itself says that something is open, until a report answers it.

An answer is a later step of the plan that the question is about: accepted, rejected, held, dropped.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline import cite, edtf, language
from dateline.cite import Cite, Cites, Span
from dateline.records.findings import Plan, Question
from dateline.records.marks import Marked, Sentence
from dateline.weigh.index import Bag, Index
from dateline.weigh.words import content as content_words
from dateline.weigh.words import plain

SETTLED = frozenset({"accepted", "agreed", "rejected", "cancelled", "withdrawn", "held"})
OPEN = 0.6  # how surely a sentence leaves something open
LEARNT = -1  # the way of what no set phrase says
STALE = 1  # days before the last report after which such a question is stale
SHARED = 2  # names that a question and a plan have in common
ALIKE, LESS = (
    0.5,
    0.3,
)  # share of the shorter question's content words from which two reports ask the same; by a like phrase


@dataclass(frozen=True, slots=True)
class _Asked:
    """A sentence that leaves something open: its content words, and its words from the phrase that says so."""

    marked: Marked
    sentence: Sentence
    words: frozenset[str]
    open_part: str
    way: int

    def alike(self, other: _Asked) -> bool:
        """Whether both leave the same thing open: in as many words, or the same way of whom they have in common."""
        both = len(self.words & other.words)
        share = both / max(1, min(len(self.words), len(other.words)))
        return self.open_part == other.open_part or (share >= (LESS if self.way == other.way else ALIKE) and both >= 2)


def questions(index: Index, plans: tuple[Plan, ...] = ()) -> tuple[Question, ...]:
    """The open questions, in the order in which they were first asked; one that several reports ask stands once.

    Where no set phrase leaves something open, but its words do, it is none where it tells of a plan, and where the last reports
    came out later: what is to come is told there, and what was unknown on the first day mostly is known.
    """
    groups: list[list[_Asked]] = []
    last = max((day for one in index.story.reports if (day := one.report.published.day)), default="")
    planned = {(one.report, one.start) for plan in plans for step in plan.history for one in step.cites}
    for marked in sorted(index.story.reports, key=lambda one: (one.report.published.value or "~", one.report.id)):
        day = marked.report.published.day
        stale = day is not None and edtf.apart(day, last) > STALE
        for sentence in marked.sentences:
            asked = _asked(marked, sentence) if sentence.label == "body" else None
            if asked and not (asked.way == LEARNT and (stale or (marked.report.id, sentence.span.start) in planned)):
                home = next((group for group in groups if group[0].alike(asked)), None)
                if home is None:
                    groups.append([asked])
                else:
                    home.append(asked)
    return tuple(_question(index, [(one.marked, one.sentence) for one in group], plans) for group in groups)


def _asked(marked: Marked, sentence: Sentence) -> _Asked | None:
    """What a sentence leaves open, in the report's words or those of somebody whom it quotes; None where nothing."""
    text, claims = marked.report.text, language.of(marked.report.language).claims
    for start, way in claims.left_open(text, sentence.span) if claims else ():
        if not _is_quoted(marked, start):
            rest = plain(text[start : sentence.span.end])
            return _Asked(marked, sentence, content_words(sentence.span.of(text)), rest, way)
    said = sentence.span.of(text)
    if claims is None or claims.openness(said) < OPEN or _leans(marked, sentence):
        return None
    return _Asked(marked, sentence, content_words(said), plain(said), LEARNT)


def _is_quoted(marked: Marked, start: int) -> bool:
    """Whether somebody of whom the report does not say who asks it there, in so many words."""
    quotes = (quote for quote in marked.quotes if quote.type == "direct" and not (quote.speaker or quote.source))
    return any(span.start <= start < span.end for quote in quotes for span in quote.content)


def _question(index: Index, where: list[tuple[Marked, Sentence]], plans: tuple[Plan, ...]) -> Question:
    marked, sentence = next((each for each in where if not _leans(*each)), where[0])
    asked = cite.cites(cite.cite(one.report.id, one.report.text, s.span) for one, s in where)
    text = " ".join(sentence.span.of(marked.report.text).split())
    return Question(cite.content_id("u", text), text, asked, _answered(index, asked, plans))


def _leans(marked: Marked, sentence: Sentence) -> bool:
    """Whether it cannot be read without the sentence before it (`He did not say when`)."""
    context = language.of(marked.report.language).context
    return context is not None and context.needs_context(sentence.span.of(marked.report.text))


def _answered(index: Index, asked: Cites, plans: tuple[Plan, ...]) -> tuple[Cite, ...]:
    """What later became of the plan that a question is about: the words of the first step that settles it."""
    day = max(index.day(one.report) for one in asked)
    about = Bag.of(index.bag(_with_before(index, one)) for one in asked)
    for plan in plans:
        told = Bag.of(index.bag(one) for step in plan.history for one in step.cites if index.day(one.report) <= day)
        if len(about.who & told.who) < SHARED or not about.words & told.words:
            continue
        for step in plan.history:
            if step.status in SETTLED and day and step.date and step.date > day:
                return step.cites
    return ()


def _with_before(index: Index, one: Cite) -> Cite:
    """The asking sentence with the one before it, which says who `she` is and what `the offer` was."""
    page = index.pages[one.report]
    at = page.number(one.start)
    start = page.sentences[at - 1].span.start if at else one.start
    return page.cite(Span(start, one.end))

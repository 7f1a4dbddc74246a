"""What is not known: the sentences in which a report itself says that something is open."""

from __future__ import annotations

import re
from functools import cache

from dateline import cite, lexicon
from dateline.records import Marked, Question, Sentence, Story
from dateline.weigh.words import content as content_words

ALIKE = 0.5  # share of the shorter question's content words from which two reports ask the same


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['pattern']})" for row in lexicon.table("unknown_phrases")), re.IGNORECASE)


def questions(story: Story) -> tuple[Question, ...]:
    """The open questions, in the order in which they were first asked; one that several reports ask stands once."""
    asked: list[tuple[frozenset[str], list[tuple[Marked, Sentence]]]] = []
    for marked in sorted(story.reports, key=lambda one: (one.report.published.value or "~", one.report.id)):
        for sentence in marked.sentences:
            if sentence.label != "body" or not _opens(marked, sentence):
                continue
            words = content_words(sentence.span.of(marked.report.text))
            for known, where in asked:
                if len(words & known) >= ALIKE * min(len(words), len(known)) and len(words & known) >= 2:
                    where.append((marked, sentence))
                    break
            else:
                asked.append((words, [(marked, sentence)]))
    return tuple(_question(where) for _, where in asked)


def _opens(marked: Marked, sentence: Sentence) -> bool:
    """Whether the report's own words, and not somebody's quoted ones, say that something is not known."""
    text = marked.report.text
    for match in _phrases().finditer(text, sentence.span.start, sentence.span.end):
        inside = [s for q in marked.quotes if q.type == "direct" for s in q.content]
        if not any(span.start <= match.start() < span.end for span in inside):
            return True
    return False


def _question(where: list[tuple[Marked, Sentence]]) -> Question:
    marked, sentence = where[0]
    asked = cite.cites(cite.cite(one.report.id, one.report.text, s.span) for one, s in where)
    text = " ".join(sentence.span.of(marked.report.text).split())
    return Question(cite.content_id("u", text), text, asked)

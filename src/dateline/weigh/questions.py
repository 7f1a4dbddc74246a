"""What is not known: the sentences in which a report itself says that something is open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline import cite, lexicon
from dateline.records import Marked, Question, Sentence, Story
from dateline.weigh.words import content as content_words
from dateline.weigh.words import plain

ALIKE = 0.5  # share of the shorter question's content words from which two reports ask the same


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['pattern']})" for row in lexicon.table("unknown_phrases")), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A sentence that leaves something open: its content words, and its words from the phrase that says so."""

    marked: Marked
    sentence: Sentence
    words: frozenset[str]
    open_part: str

    def alike(self, other: _Asked) -> bool:
        """Whether both leave the same thing open."""
        both = len(self.words & other.words)
        return self.open_part == other.open_part or (
            both >= 2 and both >= ALIKE * min(len(self.words), len(other.words))
        )


def questions(story: Story) -> tuple[Question, ...]:
    """The open questions, in the order in which they were first asked; one that several reports ask stands once."""
    groups: list[list[_Asked]] = []
    for marked in sorted(story.reports, key=lambda one: (one.report.published.value or "~", one.report.id)):
        for sentence in marked.sentences:
            asked = _asked(marked, sentence) if sentence.label == "body" else None
            if asked:
                home = next((group for group in groups if group[0].alike(asked)), None)
                if home is None:
                    groups.append([asked])
                else:
                    home.append(asked)
    return tuple(_question([(one.marked, one.sentence) for one in group]) for group in groups)


def _asked(marked: Marked, sentence: Sentence) -> _Asked | None:
    """What a sentence leaves open in the report's own words; None where only somebody's quoted ones do, or nothing."""
    text = marked.report.text
    quoted = [span for quote in marked.quotes if quote.type == "direct" for span in quote.content]
    for match in _phrases().finditer(text, sentence.span.start, sentence.span.end):
        if not any(span.start <= match.start() < span.end for span in quoted):
            rest = plain(text[match.start() : sentence.span.end])
            return _Asked(marked, sentence, content_words(sentence.span.of(text)), rest)
    return None


def _question(where: list[tuple[Marked, Sentence]]) -> Question:
    marked, sentence = where[0]
    asked = cite.cites(cite.cite(one.report.id, one.report.text, s.span) for one, s in where)
    text = " ".join(sentence.span.of(marked.report.text).split())
    return Question(cite.content_id("u", text), text, asked)

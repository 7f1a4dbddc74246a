"""Who speaks in a paragraph by the label at its start: transcripts, records of courts and parliaments, interviews.

`KELLER: We must act.`, `SEN. ADA FALK:` above what she says, `Q: When?`, `Ida Falk: In June.`
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.cite import Span
from dateline.language.english.reporting import cues
from dateline.language.reporting import TURN, Draft, Line

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_LABEL = re.compile(
    r"(?:(?:Q|A|Question|Answer)(?:\s?\d{1,3})?\s?[.:]"
    r"|(?:T(?:HE|he)\s(?:RT\. HON\.\s)?)?[A-Z][\w.'’-]*(?:\s(?:of|for|and|the)(?=\s)|\s\(?[A-Z][\w.'’)-]*){0,6}\s?:)"
    r"(?=\s|$|(?<=[A-Z]{2}:)[A-Z“\"-])"  # a label in capitals may have no space behind it
)


def turn(text: str, lines: Sequence[Line]) -> Draft | None:
    """The turn that a paragraph opens: the speaker of its label, and as content what follows the label in it, if anything."""
    block = lines[0].block
    label = _LABEL.match(text, block.start, block.end)
    if label is None:
        return None
    for line in lines:
        inside = [
            token for token in line.doc if label.start() <= line.offset(token) < label.end() and not token.is_space
        ]
        if not inside or line.sentence.span.end < label.end():
            continue
        named = [token for token in inside if not token.is_punct]
        if not named or not _is_name(text, named):
            return None
        rest = text[label.end() : block.end]
        start = label.end() + len(rest) - len(rest.lstrip())
        content = [Span(start, block.end)] if rest.strip() else []
        mark = Span(label.end() - 1, label.end())
        last = named[-1].i + (named[-1].i + 1 < len(line.doc) and named[-1].nbor(1).text == ")")
        return Draft(line, cues.COLON, named[-1].i, [mark], (named[0].i, last), content, TURN)
    return None


def _is_name(text: str, words: Sequence[Token]) -> bool:
    """Whether a label names somebody, or is one of those of an interview; no heading (`First-timers:`)."""
    last = words[-1]
    named = last.is_upper or last.pos_ == "PROPN" or (last.is_title and _is_named(text, last.text))
    return len(words[0].text.rstrip(".:")) == 1 or named


def _is_named(text: str, word: str) -> bool:
    """Whether a word stands with a capital inside a sentence of the report too (`the Herald spoke with Ida Falk`)."""
    return re.search(rf"[a-z],? (?:[A-Z][\w.]+ )?{re.escape(word)}\b(?! ?:)", text) is not None

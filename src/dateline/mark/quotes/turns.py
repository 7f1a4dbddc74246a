"""Transcripts: reports, or parts of them, in which labels tell who speaks, one turn after the other.

A label is one where labels come again: two people at least who take turns, not headings with a colon.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.cite import Span
from dateline.language.reporting import Draft, Line, Reporting

_LEAST = 4  # turns of a transcript
_FAR = 12  # paragraphs that a turn can have


def turns(text: str, blocks: Sequence[Sequence[Line]], reporting: Reporting) -> dict[int, Draft]:
    """The turns of a report, by the number of the block that opens each; nothing where it is no transcript.

    A turn holds the paragraphs of the body up to the next label; the last one, whose end nothing tells, its own paragraph or
    the one below its label.
    """
    opened = {
        number: draft for number, lines in enumerate(blocks) if (draft := reporting.turn(text, lines)) is not None
    }
    heard = Counter(_label(draft) for draft in opened.values())
    again = {label for label, count in heard.items() if count > 1}
    if len(opened) < _LEAST or len(again) < 2:
        return {}
    opened = {
        number: draft for number, draft in opened.items() if _label(draft) in again or _is_between(number, opened)
    }
    starts = sorted(opened)
    for number, following in zip(starts, [*starts[1:], None], strict=True):
        draft = opened[number]
        last = following if following is not None else number + (1 if draft.content else 2)
        for lines in blocks[number + 1 : min(last, number + 1 + _FAR)]:
            _add(text, draft, Span(lines[0].block.start, lines[0].block.end))
    labels = {_label_of(draft, text) for draft in opened.values()}
    for draft in opened.values():
        _cut(text, draft, labels)
    return {number: draft for number, draft in opened.items() if draft.content}


def _label_of(draft: Draft, text: str) -> str:
    """The label that opens a turn, as it is printed."""
    return text[draft.line.block.start : draft.cues[0].end]


def _cut(text: str, draft: Draft, labels: set[str]) -> None:
    """A turn ends where a label that opens others stands inside its paragraph."""
    for number, piece in enumerate(draft.content):
        found = (text.find(label, piece.start, piece.end) for label in labels)
        inside = [place for place in found if place > piece.start and text[place - 1].isspace()]
        if inside:
            words = piece.start + len(text[piece.start : min(inside)].rstrip())
            draft.content[number:] = [Span(piece.start, words)] if words > piece.start else []
            return


def _label(draft: Draft) -> str:
    source = draft.source
    return draft.line.doc[source[0] : source[1] + 1].text.lower().rstrip(".") if source is not None else ""


def _is_between(number: int, opened: dict[int, Draft]) -> bool:
    """Whether somebody who speaks once stands among others' turns."""
    return min(opened) < number < max(opened) and (number - 1 in opened or number + 1 in opened or number + 2 in opened)


def _add(text: str, draft: Draft, span: Span) -> None:
    """A paragraph goes on the last piece of a turn where nothing but white space stands between them; not what the transcript
    adds in brackets.
    """
    if text[span.start] in "([" and text[span.end - 1] in ")]":
        return
    if draft.content and not text[draft.content[-1].end : span.start].strip():
        draft.content[-1] = Span(draft.content[-1].start, span.end)
    else:
        draft.content.append(span)

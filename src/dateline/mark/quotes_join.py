"""From candidates to quotations: what the quotation marks add, what lies inside what, and how a quotation goes on.

Within a paragraph a quotation cut by its cue is one with two pieces (`"A," she said. "B."`); words in marks that no cue
reaches go on what the last speaker said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.cite import Span
from dateline.mark.quotes_found import Found, Line, joined

RANK = {"that": 0, "quote": 0, "around": 1, "according": 1, "colon": 1, "noun": 2, "to": 2, "obj-to": 2, "small": 2}
LEAST = 3  # words in quotation marks that can be somebody's words rather than a term

_WORD = re.compile(r"[^\W_]+")
_ENDS = re.compile(r"[.,!?…—-][”\"'’»]*$|[”\"'’»]+[.,!?]$")


def heavy(text: str, region: Span) -> bool:
    """Whether what stands in quotation marks is a quotation rather than a term or a title."""
    words = len(_WORD.findall(text, region.start, region.end))
    return words >= LEAST or (words > 0 and bool(_ENDS.search(region.of(text))))


def join(text: str, lines: Sequence[Line], found: list[Found]) -> list[Found]:
    """The quotations of one block, in text order, from the candidates of its sentences."""
    regions = lines[0].regions if lines else ()
    for one in found:
        one.content = _widened(one, regions)
    kept = _chosen([one for one in found if one.content])
    spare = [one for one in found if not one.content]
    taken = [span for one in kept for span in one.content]
    for region in regions:
        if any(span.overlaps(region) for span in taken) or not heavy(text, region):
            continue
        _place(text, lines, region, kept, spare)
        taken.append(region)
    return sorted(kept, key=lambda one: min(span.start for span in one.content))


def _widened(one: Found, regions: tuple[Span, ...]) -> list[Span]:
    """The content with every quotation taken whole that it shares words with, unless the cue stands inside."""
    spans = list(one.content)
    for region in regions:
        if any(span.overlaps(region) for span in spans) and not any(region.overlaps(cue) for cue in one.cues):
            spans.append(region)
    return joined(spans)


def _chosen(found: list[Found]) -> list[Found]:
    """The candidates that stand: of two that share words the stronger frame, then the outer cue, then the longer."""
    kept: list[Found] = []
    for one in sorted(found, key=_order):
        inside = [other for other in kept if _clash(one, other)]
        if not inside:
            kept.append(one)
    return kept


def _order(one: Found) -> tuple[int, int, int]:
    length = sum(span.end - span.start for span in one.content)
    return RANK.get(one.frame, 3), -length, one.place


def _clash(one: Found, other: Found) -> bool:
    cues = any(a.overlaps(b) for a in one.cues for b in (*other.content, *other.cues))
    content = any(a.overlaps(b) for a in one.content for b in (*other.content, *other.cues))
    return cues or content


def _place(text: str, lines: Sequence[Line], region: Span, kept: list[Found], spare: list[Found]) -> None:
    """Give words in quotation marks to the cue beside them, or to the quotation before them."""
    weak = [one for one in kept if one.frame not in ("that", "around", "quote", "according", "colon")]
    beside = _beside(text, region, spare) or _beside(text, region, [one for one in weak if not _marked(one)])
    if beside is not None:
        if beside in spare:
            spare.remove(beside)
            kept.append(beside)
        beside.content, beside.frame = [region], "quote"
        return
    before = [one for one in kept if one.content[-1].end <= region.start and one.place < region.start]
    if before and _starts_sentence(lines, region):
        last = max(before, key=lambda one: one.content[-1].end)
        if not any(one.place > last.content[-1].end and one.place < region.start for one in kept if one is not last):
            last.content = joined([*last.content, region])


def _marked(one: Found) -> bool:
    return any(region.overlaps(span) for region in one.line.regions for span in one.content)


def _beside(text: str, region: Span, spare: list[Found]) -> Found | None:
    best: tuple[int, Found] | None = None
    for one in spare:
        sentence = one.line.parsed.sentence.span
        if not sentence.overlaps(region) or "quote" not in one.cue.frames or region.overlaps(one.cues[0]):
            continue
        distance = region.start - one.cues[0].end if one.place < region.start else one.place - region.end
        if 0 <= distance < 60 and (best is None or distance < best[0]):
            best = (distance, one)
    return best[1] if best else None


def _starts_sentence(lines: Sequence[Line], region: Span) -> bool:
    return any(line.parsed.sentence.span.start == region.start for line in lines)

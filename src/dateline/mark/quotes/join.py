"""From candidates to quotations: what the quotation marks add, what lies inside what, and how a quotation goes on.

Within a paragraph a quotation cut by its cue is one with two pieces (`"A," she said. "B."`); words in marks that no cue
reaches go on what the last speaker said.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.cite import Span
from dateline.mark.quotes.direct import heavy, led_up, starts
from dateline.mark.quotes.found import Found, Line, joined
from dateline.mark.quotes.how import FLATLY

SHORT = 40  # code points of a paragraph in quotation marks that is more than a crosshead
LEAD = 120  # code points between a phrase and the quotation that completes it
RANK = {
    "direct": -1, "that": 0, "quote": 0, "around": 1, "according": 1, "colon": 1, "obj-prep": 1,
    "noun": 2, "to": 2, "obj-to": 2, "small": 2,
}  # fmt: skip


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
        if not any(span.overlaps(region) for one in kept for span in one.content):
            kept.extend(_led_up(lines, region, kept))
        taken.append(region)
    _without_others(kept)
    return sorted(kept, key=lambda one: min(span.start for span in one.content))


def carry_over(lines: Sequence[Line], before: Sequence[Found], led: Found | None) -> list[Found]:
    """A paragraph of nothing but quoted words goes on what was said in the paragraph before, or follows its cue.

    Pieces are added to the last of `before`; `led` is a cue that ends the paragraph before (`The mayor said:`).
    Returns the quotation that the paragraph is part of, or nothing.
    """
    block, regions = lines[0].block, lines[0].regions
    whole = [region for region in regions if region.start == block.start and region.end >= block.end - 1]
    if block.label != "body" or not whole or whole[0].end - whole[0].start < SHORT:
        return []
    last = led or max(before, key=lambda one: one.content[-1].end, default=None)
    if last is None or last.cue.class_ != "statement":
        return []
    last.content.extend(whole)
    return [last]


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
        if not any(_clash(one, other) for other in kept if not _within(one, other)):
            kept.append(one)
    return kept


def _within(one: Found, other: Found) -> bool:
    """Whether a claim or denial of somebody else stands whole inside what another says (`he rejected her claim that …`)."""
    if one.source is None or not (one.frame == "noun" or one.cue.word in FLATLY) or one.cue.class_ != "statement":
        return False
    every = (*one.cues, *one.content, one.line.span(one.source))
    return all(any(outer.holds(span) for outer in other.content) for span in every)


def _order(one: Found) -> tuple[int, int, int]:
    length = sum(span.end - span.start for span in one.content)
    rank = 1 if one.cue.polarity == "deny" and one.line.parsed.doc[one.head].tag_ != "VB" else RANK.get(one.frame, 3)
    return min(rank, RANK.get(one.frame, 3)), -length, one.place


def _clash(one: Found, other: Found) -> bool:
    cues = any(a.overlaps(b) for a in one.cues for b in (*other.content, *other.cues))
    content = any(a.overlaps(b) for a in one.content for b in (*other.content, *other.cues))
    return cues or content


def _led_up(lines: Sequence[Line], region: Span, kept: Sequence[Found]) -> list[Found]:
    used = [span for one in kept for span in (*one.cues, *one.content)]
    for line in lines:
        if line.parsed.sentence.span.holds(region):
            one = led_up(line, region, used)
            return [one] if one is not None else []
    return []


def _place(text: str, lines: Sequence[Line], region: Span, kept: list[Found], spare: list[Found]) -> None:
    """Give words in quotation marks to the cue beside them, or to the quotation before them."""
    weak = [one for one in kept if one.frame not in ("that", "around", "quote", "according", "colon", "direct")]
    beside = _beside(text, region, spare) or _beside(text, region, [one for one in weak if not _marked(one)])
    if beside is not None:
        if beside in spare:
            spare.remove(beside)
            kept.append(beside)
        beside.content, beside.frame = _with(text, beside, region), "quote"
        return
    before = [one for one in kept if one.content[-1].end <= region.start and one.place < region.start]
    if not before:
        return
    last = max(before, key=lambda one: one.content[-1].end)
    if any(one.place > last.content[-1].end and one.place < region.start for one in kept if one is not last):
        return
    if _goes_on(text, lines, region):
        last.content = joined([*last.content, region])
    elif last.place < last.content[-1].start and _leads(text, last, region):
        last.content = [*last.content[:-1], Span(last.content[-1].start, region.end)]


def _leads(text: str, one: Found, region: Span) -> bool:
    """Whether only a few words of one clause stand between a content and a quotation after it."""
    between = text[one.content[-1].end : region.start]
    return len(between) <= LEAD and not set(between) & set(".;:\n")


def _with(text: str, one: Found, region: Span) -> list[Span]:
    """The words in quotation marks, and those that lead up to them (`described | the plan as "unworkable"`)."""
    follows = bool(one.content) and one.place < one.content[0].start and one.content[-1].end <= region.start
    if follows and _leads(text, one, region):
        return [Span(one.content[0].start, region.end)]
    return [region]


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


def _goes_on(text: str, lines: Sequence[Line], region: Span) -> bool:
    """Whether a quotation can go on here: after a sentence's end, or after the comma that closes its cue clause."""
    if starts(text, region, lines[0].block.start):
        return True
    return text[lines[0].block.start : region.start].rstrip().endswith(",")


def _without_others(found: list[Found]) -> None:
    """Cut a source short of a clause in it that holds a quotation of its own (`the mayor, who denied it, said`)."""
    for one in found:
        if one.source is None:
            continue
        source = one.line.span(one.source)
        for other in found:
            inner = [span for span in (*other.cues, *other.content) if source.holds(span)]
            if other is one or other.line is not one.line or not inner:
                continue
            first = min(span.start for span in inner)
            if other.source is not None:
                first = min(first, other.line.span(other.source).start)
            doc, start = one.line.parsed.doc, one.line.parsed.sentence.span.start
            last = max((token.i for token in doc if start + token.idx < first), default=-1)
            cut = one.line.run(one.source[0], last)
            if cut is not None:
                one.source = cut
                source = one.line.span(cut)

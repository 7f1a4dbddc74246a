"""From drafts to quotations: what the quotation marks add, what lies inside what, and how a quotation goes on.

Within a paragraph a quotation cut by its cue is one with two pieces (`"A," she said. "B."`); words in marks that no cue
reaches go on what the last speaker said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.cite import Span
from dateline.language.quotation import Quotation
from dateline.language.reporting import FOLLOWS, QUOTED, Draft, Line, Reporting
from dateline.mark.quotes.regions import is_open

_SHORT = 40  # code points of a paragraph in quotation marks that is more than a crosshead
_LEAD = 120  # code points between a phrase and the quotation that completes it
_RIGHT_BESIDE = 12  # the same of one that has nothing but words in marks
_BESIDE = 60  # code points between a cue and the words in marks that it can still have


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block: the report's text, the block's sentences (at least one), and what their language knows."""

    text: str
    lines: Sequence[Line]
    reporting: Reporting
    quotation: Quotation

    def join(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The quotations of the block, in text order, from the drafts of its sentences."""
        for draft in drafts:
            draft.content = _widened(draft)
        whole = [draft for draft in drafts if draft.content]
        kept = self._chosen([draft for draft in whole if not any(self._is_again(draft, other) for other in whole)])
        for draft in kept:
            draft.content = _without_cues(draft, [other for other in whole if other not in kept])
        spare = [draft for draft in drafts if not draft.content]
        taken = [span for draft in kept for span in draft.content]
        for region in self.lines[0].regions:
            if any(span.overlaps(region) for span in taken) or not self.quotation.heavy(self.text, region):
                continue
            if any(draft.source is not None and draft.line.span(draft.source).holds(region) for draft in kept):
                continue  # `Moe, who wrote “The Long Pier,” said`
            self._place(region, kept, spare)
            if not any(span.overlaps(region) for draft in kept for span in draft.content):
                kept.extend(self._led_up(region, kept))
            taken.append(region)
        _without_others(kept)
        return sorted(kept, key=lambda draft: min(span.start for span in draft.content))

    def carry_over(self, before: Sequence[Draft], above: Line) -> list[Draft]:
        """A paragraph of nothing but quoted words goes on what was said in the paragraph before, or follows its cue.

        Pieces are added to the last of `before`, or to the cue (`The mayor said:`) that ends `above`, the last line before.
        Returns the quotation that the paragraph is part of, or nothing.
        """
        block, regions = self.lines[0].block, self.lines[0].regions
        whole = [region for region in regions if region.start == block.start and region.end >= block.end - 1]
        if block.label != "body" or not whole:
            return []
        awaiting = self.reporting.awaiting(above)
        told = [draft for draft in before if not self.reporting.asks(draft)]
        last = awaiting or max(told, key=lambda draft: draft.content[-1].end, default=None)
        if last is None or last.cue.class_ != "statement":
            return []
        if awaiting is None and self.text[above.block.end : block.start].rstrip().endswith((",", ":")):
            return []  # somebody else leads up to it, in a line that was taken for a byline
        if not awaiting and not self._is_long(whole[0]) and not self._left_open(above):
            return []
        last.content.extend(whole)
        return [last]

    def opened(self, since: int | None) -> int | None:
        """Where the quotation opens that the block leaves open; `since` where that stood at the end of the block before."""
        line = self.lines[-1]
        if not self._left_open(line):
            return None
        start = line.regions[-1].start
        return since if since is not None and not self.quotation.MARK.match(self.text, start) else start

    def closed(self, before: Sequence[Draft], kept: list[Draft], above: Line, since: int | None) -> list[Draft]:
        """The quotations of the block, where it starts inside one open `since` a block before: all parts are one piece.

        It belongs to its cue here, else to the one in the block before.
        """
        start, regions = self.lines[0].block.start, self.lines[0].regions
        if not (regions and regions[0].start == start and self._left_open(above)):
            return kept
        if self.quotation.MARK.match(self.text, start):
            return kept
        whole = Span(above.regions[-1].start if since is None else since, regions[0].end)
        opened = next(
            (draft for draft in before if any(above.regions[-1].overlaps(span) for span in draft.content)), None
        )
        here = next((draft for draft in kept if any(regions[0].overlaps(span) for span in draft.content)), None)
        draft = here or opened
        if here is not None and opened is not None and opened.line.block.end <= whole.start:
            opened.content = [span for span in opened.content if not whole.overlaps(span)]  # only carried over to it
            opened = None
        if draft is None or (here is not None and opened is not None):
            return kept
        draft.content = _joined([*draft.content, whole])
        return kept if draft is here else [draft, *kept]

    def _left_open(self, line: Line) -> bool:
        """Whether a quotation is open at the end of a line's block."""
        return bool(line.regions) and is_open(self.text, line.regions[-1], line.block, self.quotation)

    def _is_long(self, region: Span) -> bool:
        """Whether a paragraph in quotation marks is more than a crosshead: long, or a sentence."""
        return region.end - region.start >= _SHORT or self.quotation.stops(self.text, region)

    def _chosen(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts that stand: of two that share words the stronger frame, then the longer, then the first."""
        if len(drafts) < 2:
            return list(drafts)
        kept: list[Draft] = []
        for draft in sorted(drafts, key=self._order):
            if any(self._is_told(draft, other) for other in drafts):
                continue
            apart = (other for other in kept if not (self._within(draft, other) or self._within(other, draft)))
            if not any(_clash(draft, other) for other in apart):
                kept.append(draft)
        return kept

    def _is_again(self, draft: Draft, other: Draft) -> bool:
        """Whether a cue behind words only says again whose they are (`Ida Falk said the pier is old, she told the Herald`)."""
        if draft is other or draft.line is not other.line or draft.source is None or other.source is None:
            return False
        if not self.reporting.means(draft, other):
            return False
        first, last = draft.content[0], draft.content[-1]
        own = other.line.span(other.source).start == first.start and first.start < other.place < other.content[0].start
        return own and last.end < draft.place and last.end > other.content[0].start

    def _is_told(self, draft: Draft, other: Draft) -> bool:
        """Whether a draft stands whole in what another says, so that only who says that is told of."""
        if draft is other or draft.line is not other.line or draft.source is None or other.cue.class_ != "statement":
            return False
        if self.reporting.adds(draft):
            return False  # `said that the pier is old and added: “…”`, though the parser gave it to what is said
        return self._is_inside(draft, other) and not self.reporting.nests(draft)

    def _order(self, draft: Draft) -> tuple[int, int, int]:
        length = sum(span.end - span.start for span in draft.content)
        return self.reporting.strength(draft), -length, draft.place

    def _within(self, draft: Draft, other: Draft) -> bool:
        """Whether a claim or denial of somebody else stands whole inside what another says."""
        return draft.source is not None and self.reporting.nests(draft) and self._is_inside(draft, other)

    def _is_inside(self, draft: Draft, other: Draft) -> bool:
        source = [draft.line.span(draft.source)] if draft.source is not None else []
        every = (*draft.cues, *draft.content, *source)
        return all(any(outer.holds(span) for outer in other.content) for span in every)

    def _line_of(self, region: Span) -> Line | None:
        return next((line for line in self.lines if line.sentence.span.holds(region)), None)

    def _led_through(self, draft: Draft, region: Span, kept: Sequence[Draft]) -> Draft | None:
        """The same cue with all the words that lead to a term in marks (`said | the star of “Marit” will sing`)."""
        between = self.text[draft.cues[-1].end : region.start].strip()
        if draft.place > region.start or not between or between.endswith((",", ":", "-", "–", "—")):
            return None
        led = next((led for led in self._led_up(region, kept) if led.place == draft.place), None)
        if led is not None:
            led.content = _widened(led)
        return led

    def _led_up(self, region: Span, kept: Sequence[Draft]) -> list[Draft]:
        used = [span for draft in kept for span in (*draft.cues, *draft.content)]
        for line in self.lines:
            if line.sentence.span.holds(region):
                draft = self.reporting.leading_up(line, region, used)
                return [draft] if draft is not None else []
        return []

    def _place(self, region: Span, kept: list[Draft], spare: list[Draft]) -> None:
        """Give words in quotation marks to the cue beside them, or to the quotation before them."""
        weak = [draft for draft in kept if not self.reporting.firm(draft) and not draft.marked]
        beside = _beside(region, spare, self.reporting) or _beside(region, weak, self.reporting)
        if beside in weak and any(beside.place < other.place < region.start for other in kept):
            beside = None  # `thanked his hosts, saying “…”`: not whom the first is of
        if beside is not None:
            if beside in spare and (led := self._led_through(beside, region, kept)):
                spare.remove(beside)
                kept.append(led)
                return
            if beside in spare:
                spare.remove(beside)
                kept.append(beside)
            others = [draft for draft in (*spare, *kept) if draft is not beside]
            beside.content, beside.frame = self._with(beside, region, others), QUOTED
            return
        before = [draft for draft in kept if draft.content[-1].end <= region.start and draft.place < region.start]
        if not before:
            return
        last = max(before, key=lambda draft: draft.content[-1].end)
        if self._goes_on(region):
            last = next((draft for draft in before if self._is_cued_by(draft, last)), last)
        apart = self.text[: region.start].rstrip().endswith(":")
        thought = last.cue.class_ == "attitude" and not last.marked
        if (
            (apart or thought)
            and last.line.sentence.span.end <= region.start
            and last.line is not self._line_of(region)
        ):
            return  # the sentence before leads up to it, not who spoke last; what one thought does not go on in words
        others = [draft for draft in kept if draft is not last]
        if any(
            last.content[-1].end < other.place < region.start and not self._is_cued_by(last, other) for other in others
        ):
            return
        if self._goes_on(region) and self.reporting.polarity(last, self.text) == "nonstatement":
            kept.append(replace(last, content=[region], frame=FOLLOWS))
        elif self._goes_on(region, last):
            piece = Span(self.quotation.joined(self.text, region, self.lines[0].block.start), region.end)
            last.content = _joined([*last.content, piece])
        elif last.place < last.content[-1].start and self._leads(last, region, [*spare, *others]):
            last.content = [*last.content[:-1], Span(last.content[-1].start, region.end)]

    def _is_cued_by(self, draft: Draft, other: Draft) -> bool:
        """Whether another cue goes with that of words in marks, or of what starts with them and stands before its cue, so that
        these are what goes on.
        """
        if other.marked or not self.reporting.goes_with(draft, other):
            return False
        regions, content = draft.line.regions, draft.content
        if content[-1].end <= draft.place and any(region.start == content[0].start for region in regions):
            return True
        return all(any(region.holds(span) for region in regions) for span in content)

    def _leads(self, draft: Draft, region: Span, spare: Sequence[Draft]) -> bool:
        """Whether only a few words of one clause stand between a content and a quotation after it, none of another cue."""
        between = self.text[draft.content[-1].end : region.start]
        if any(draft.content[-1].end <= other.place < region.start for other in spare):
            return False
        if self.reporting.is_parted(draft, draft.content[-1].end, region.start):
            return False
        if any(
            other.end == draft.content[-1].end and self.quotation.stops(self.text, other)
            for other in draft.line.regions
        ):
            return False  # another sentence begins
        return len(between) <= _LEAD and not set(between) & set(".;:\n")

    def _with(self, draft: Draft, region: Span, spare: Sequence[Draft]) -> list[Span]:
        """The words in quotation marks, and those that lead up to them (`described | the plan as "unworkable"`)."""
        content = draft.content
        follows = bool(content) and draft.place < content[0].start and content[-1].end <= region.start
        if follows and self._leads(draft, region, spare) and self.text[content[-1].end : region.start].strip() != ",":
            return [Span(content[0].start, region.end)]
        return [region]  # behind a comma it is said to whom the content is (`addresses the mayor, “I am sorry”`)

    def _goes_on(self, region: Span, last: Draft | None = None) -> bool:
        """Whether a quotation can go on here: after a sentence's end, or after the comma that closes its cue clause, if that
        is in the sentence of the `last` one.
        """
        start = self.lines[0].block.start
        if self.quotation.starts(self.text, region, start):
            return True
        if last is not None and last.line.sentence.span.end <= region.start:
            return False  # `She said it rained. Words like, “Stay home,” stood there`
        return self.text[start : self.quotation.joined(self.text, region, start)].rstrip().endswith(",")


def _without_cues(draft: Draft, others: Sequence[Draft]) -> list[Span]:
    """The content without a cue clause in its middle that only says again whose words they are (`In May, he said, it rained, he
    said`).
    """
    pieces = list(draft.content)
    for other in others:
        if other.line is not draft.line or other.source is None or draft.source is None:
            continue
        source, own = other.line.span(other.source), draft.line.span(draft.source)
        start, end = min(source.start, other.cues[0].start), max(source.end, other.cues[-1].end)
        around = other.content[0].end <= start and end <= other.content[-1].start
        if not around or _words(other, source) != _words(draft, own) or not _is_between_commas(draft, start, end):
            continue
        for number, piece in enumerate(pieces):
            if piece.start < start and end < piece.end:
                pieces[number : number + 1] = [_bare(draft, piece.start, start), _bare(draft, end, piece.end)]
                break
    return pieces


def _is_between_commas(draft: Draft, start: int, end: int) -> bool:
    text, offset = draft.line.doc.text, draft.line.sentence.span.start
    return text[: start - offset].rstrip().endswith(",") and text[end - offset :].lstrip().startswith(",")


def _words(draft: Draft, span: Span) -> str:
    return draft.line.doc.text[span.start - draft.line.sentence.span.start :][: span.end - span.start].casefold()


def _bare(draft: Draft, start: int, end: int) -> Span:
    """A stretch of the cue's sentence without the commas and spaces at its edges."""
    text, offset = draft.line.doc.text, draft.line.sentence.span.start
    while start < end and text[start - offset] in " ,":
        start += 1
    while start < end and text[end - 1 - offset] in " ,":
        end -= 1
    return Span(start, end)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The same stretches, sorted, those that overlap or touch made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _widened(draft: Draft) -> list[Span]:
    """The content with every quotation taken whole that it shares words with, unless the cue stands inside."""
    spans = list(draft.content)
    for region in draft.line.regions:
        if any(span.overlaps(region) for span in spans) and not any(region.overlaps(cue) for cue in draft.cues):
            spans.append(region)
    return _joined(spans)


def _clash(draft: Draft, other: Draft) -> bool:
    """Whether the cue or content of one stands in the cue or content of the other."""
    taken = [span for span in (*other.content, *other.cues) if span not in (draft.shared, other.shared)]
    own = [span for span in (*draft.cues, *draft.content) if span not in (draft.shared, other.shared)]
    return any(span.overlaps(place) for span in own for place in taken)


def _beside(region: Span, drafts: Sequence[Draft], reporting: Reporting) -> Draft | None:
    """The draft whose cue stands nearest to words in quotation marks, in their sentence."""
    best: tuple[int, Draft] | None = None
    for draft in drafts:
        cue = draft.cues[0]
        if not draft.cue.takes_marks or not draft.line.sentence.span.overlaps(region) or region.overlaps(cue):
            continue
        distance = region.start - cue.end if draft.place < region.start else draft.place - region.end
        if draft.place > region.start and draft.content and draft.content[0].start > draft.place:
            continue  # a cue behind the words that has its content behind it
        if draft.place > region.end and reporting.is_apart(draft, region):
            continue
        if draft.place < region.start and reporting.is_parted(draft, cue.end, region.start):
            continue
        near = (
            _BESIDE if len(draft.cue.frames) > 1 else _RIGHT_BESIDE
        )  # `Starting with Moe, through the “reset”, they …`
        if 0 <= distance < near and (best is None or distance < best[0]):
            best = (distance, draft)
    return best[1] if best else None


def _without_others(drafts: Sequence[Draft]) -> None:
    """Cut a source short of a clause behind a comma that holds a quotation of its own (`the mayor, who denied it, said`)."""
    for draft in drafts:
        for other in drafts:
            if draft.source is None or other is draft or other.line is not draft.line:
                continue
            if other.source is None and other.cue.pos == "noun":
                continue
            source = draft.line.span(draft.source)
            inner = [span for span in (*other.cues, *other.content) if source.holds(span)]
            if not inner:
                continue
            first = min(span.start for span in inner)
            if other.source is not None:
                first = min(first, other.line.span(other.source).start)
            last = max((token.i for token in draft.line.doc if draft.line.offset(token) < first), default=-1)
            if not draft.line.doc[last].is_punct:
                continue  # `a copy of | the letter seen by the Herald`
            draft.source = draft.line.run(draft.source[0], last) or draft.source

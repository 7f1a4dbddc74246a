"""Same words? Pairs that share runs of words, by kind: copy, rewrite, excerpt, or only the same quotation.

What is quoted in either text is masked: two reporters who quote one statement share a source, not a text. Then it is asked
how much of each text stands in the other, and how far that reaches through it. A copy is all but the other text; what a
rewrite took from the same report runs through both texts; an excerpt is a passage. These are shares, so a brief is judged
as a long read is; the only counts say how little is no evidence at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

import numpy as np

from dateline import language
from dateline.cite import Cite
from dateline.engines import HERE, Engine, chunks
from dateline.group.learnt import NOTHING, Learnt, Tie
from dateline.group.origins.direction import UNTOLD, direction
from dateline.group.origins.narrative import SHINGLE, Array, Narrative, Narratives, Pile, covering, in_both, narratives
from dateline.group.origins.nearby import PRINT, Nearby, fingerprints
from dateline.records.reasons import Reason, Reasons, exchanged
from dateline.records.report import Report
from dateline.records.story import Edge, EdgeKind

QUOTED = 8  # words of shared speech in a row that tie two reports
STANDS = 0.6  # of a sentence's narrative words: then it stands in the other text
BATCH = 2000  # reports that the index takes in at once
TOGETHER = 50  # reports whose words are taken in one go
ALL_BUT = 5 / 6  # of each text's narrative words, in a copy: the rest is a cut paragraph, a new headline, furniture
THROUGH = 1 / 3  # of each text, from the first to the last common sentence, in a rewrite: background is one place
WHOLE = 0.8  # of a brief that stands in a story under the same lead: it has grown into the story
KEPT = 1 - ALL_BUT  # of each text, in a rewrite: with less, it is background that both print
ENTIRE = 0.95  # of a text that stands in the other: all of it, but for what the page put between
CUT = 2 / 3  # of a text that is left where an editor cut it and added nothing: still a copy
PASSAGE, SENTENCE = 20, 15  # common narrative words, in all or of one sentence, that are no stock phrase
PASSAGES = 5  # as many words as of so many passages show one report: what two reporters share by chance is less
BRIEF = 3 * SENTENCE  # words of a text that may be a copy with less than a sentence in common
FORM = 2 / 3  # of each text's words, which are those of its template
BLANKS, FILLED = 3, 0.4  # names and numbers that two fillings of one template have apart: so many, and such a share
ENTRIES = 4  # of a rolling log: a text that stands in so many is a state of it, and no item
CITED = 3  # common passages that an edge cites
FIVE = np.arange(SHINGLE)  # the words of a shingle, counted from its first


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share, each pair for the one and the other.

    `narrative` are the sentences with narrative of their own, `both` those that stand in the other text; `kept` is the share of
    the narrative words that these have, `reach` the share of the text from the first of them to the last; `longest` is the
    narrative of the longest such sentence in words, `words` of all such, `said` the shared words that are quoted.
    `lead` says that the first sentence of each is one of them; `roles_swapped` that the first sentences give two names each
    other's parts, which is asked where a sentence stands in the other text. `items` are the entries of a rolling log in which
    common words stand.
    """

    narrative: tuple[int, int]
    both: tuple[int, int]
    kept: tuple[float, float]
    reach: tuple[float, float]
    longest: int
    words: int
    said: int
    lead: bool
    roles_swapped: bool = False
    items: int = 0

    @property
    def shares(self) -> tuple[float, float]:
        """The shares of each text's sentences that stand in the other."""
        a, b = (both / total if total else 0.0 for both, total in zip(self.both, self.narrative, strict=True))
        return a, b


class Copies:
    """The ties of a pile that grows. Its reports are held in memory, if no other place for them is given."""

    def __init__(self, reports: Pile | None = None, learnt: Learnt = NOTHING) -> None:
        self.narratives = Narratives(reports)
        self.templates: list[tuple[str, str]] = []  # reports, by their ids, that fill one template with two things
        self._nearby = Nearby()
        self._learnt = learnt

    def add(self, reports: Sequence[Report], engine: Engine = HERE) -> list[Edge]:
        """Take in reports; the edges between them, and from them to earlier ones, in order of the pairs.

        The engine may read the next batch in other processes while the pairs of one are compared in this.
        """
        edges: list[Edge] = []
        batches = list(chunks(reports, BATCH))
        ahead = self._ahead(batches[0], engine) if batches else Ahead((), ())
        for number, batch in enumerate(batches):
            prints, made = self._read(batch, ahead)
            ahead = self._ahead(batches[number + 1], engine) if number + 1 < len(batches) else ahead
            first = len(self.narratives.reports)
            self.narratives.add(batch, made)
            edges += self._edges(self._nearby.add(prints, first))
            engine.progress("comparing", number * BATCH + len(batch), len(reports))
        return edges

    def _ahead(self, batch: Sequence[Report], engine: Engine) -> Ahead:
        """The fingerprints that are known of a batch, and the narratives of the others, which are being made."""
        known = [self._learnt.of("prints", (report,)) for report in batch]
        fresh = (report for report, record in zip(batch, known, strict=True) if record is None)
        return Ahead(known, engine.over(narratives, chunks(fresh, TOGETHER)))

    def _read(self, batch: Sequence[Report], ahead: Ahead) -> tuple[list[Array], list[Narrative | None]]:
        """The fingerprints of a batch, and the narratives of those that had none."""
        fresh = iter([text for several in ahead.made for text in several])
        made = [None if record is not None else next(fresh) for record in ahead.known]
        prints = []
        for report, text, record in zip(batch, made, ahead.known, strict=True):
            if text is not None:
                prints.append(fingerprints(text.shingles))
                self._learnt.keep("prints", (report,), prints[-1].tobytes())
            else:
                prints.append(np.frombuffer(record or b"", PRINT))
        return prints, made

    def _edges(self, pairs: Iterable[tuple[int, int]]) -> list[Edge]:
        made = []
        for one, some in groupby(pairs, itemgetter(0)):
            report, others = self.narratives.reports[one], [other for _, other in some]
            known = self._learnt.ties("ties", report, (self.narratives.reports[other] for other in others))
            fresh: dict[str, Tie] = {}
            for number in others:
                other = self.narratives.ids[number]
                if other not in known:
                    known[other] = fresh[other] = _tie(self.narratives[one], self.narratives[number])
                tie = known[other]
                if tie == "template":
                    self.templates.append((report.id, other))
                elif tie is not None:
                    made.append(tie)
            if fresh:
                self._learnt.keep_ties("ties", report, fresh)
        return made


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is known of a batch before it is its turn: fingerprints, and the narratives of the reports that have none."""

    known: Sequence[bytes | None]
    made: Iterable[list[Narrative]]


def _tie(a: Narrative, b: Narrative) -> Tie:
    """What a comparison of two texts comes to."""
    there, back = in_both(a, b)
    if _little(a, b, there, back):
        return None
    return "template" if _of_one_template(a, b, there, back) else _edge(a, b, there, back)


def edge(a: Narrative, b: Narrative) -> Edge | None:
    """What ties two reports by their words; None where they share none that count."""
    tie = _tie(a, b)
    return None if tie == "template" else tie


def _edge(a: Narrative, b: Narrative, there: Array, back: Array) -> Edge | None:
    """The tie of two texts that share words."""
    shared = overlap(a, b, there, back)
    kind = _kind(shared, a.log, b.log)
    if kind is None:
        return None
    runs = _runs(a.shingles, b.shingles, there)
    passages = [pair for pair in runs if _said(a, b, pair) == (kind == "shared-quote")][:CITED] or runs[:CITED]
    if not passages or (kind == "shared-quote" and len(passages[0][0]) < QUOTED):
        return None
    taker, giver, reason = direction(a, b, kind, passages[0], shared.kept)
    other_way = taker is not a
    common = _common(kind, shared, len(passages[0][0]))
    return Edge(
        from_=taker.report.id,
        to=giver.report.id,
        kind=kind,
        direction="from-to" if reason else "unknown",
        containment=round(max(shared.shares), 4),
        why=_kept_once((exchanged(common) if other_way else common, reason or UNTOLD)),
        cites=_cites(b, a, [(there, here) for here, there in passages]) if other_way else _cites(a, b, passages),
    )


def _little(a: Narrative, b: Narrative, there: Array, back: Array) -> bool:
    """Whether two texts share so few words that no kind is met: most pairs have a few stock phrases in common, and no more."""
    if min(len(a.quoted), len(b.quoted)) <= BRIEF:
        return False
    both = tuple((text, np.flatnonzero(hits >= 0)) for text, hits in ((a, there), (b, back)))
    most = max(_words_in(starts) for _, starts in both)
    if most < QUOTED:
        return True
    starts, more = both[0][1], QUOTED - SHINGLE
    in_a_row = bool((starts[more:] - starts[:-more] == more).any())  # as many words as of a quotation
    if most < SENTENCE:
        return not in_a_row or not any(text.quoted[starts[:, None] + FIVE].any() for text, starts in both)
    return not in_a_row and not any(_may_stand(text, starts) for text, starts in both)


def _may_stand(text: Narrative, starts: Array) -> bool:
    """Whether shingles that begin with these words may be most of what a sentence tells: `_in_common` says it of fewer."""
    own = ~text.quoted
    shared = np.zeros(len(own), bool)
    shared[starts[:, None] + FIVE] = True
    first, last = text.sentences[:, 0], text.sentences[:, 1]
    words, common = (np.concatenate(([0], np.cumsum(some))) for some in (own, own & shared))
    tells, stands = words[last] - words[first], common[last] - common[first]
    return bool(((tells >= SHINGLE) & (stands >= STANDS * tells)).any())


def _words_in(starts: Array) -> int:
    """How many words stand in shingles that begin with these words, which are in order."""
    return SHINGLE + int(np.minimum(np.diff(starts), SHINGLE).sum()) if len(starts) else 0


def _of_one_template(a: Narrative, b: Narrative, there: Array, back: Array) -> bool:
    """Whether two texts that share most of their words have other names and numbers each: bulletins of one form (quakes,
    results, weather, prices) on two things. Who copies keeps what is told.
    """
    if a.report.text == b.report.text:
        return False
    if min(np.mean(covering(hits >= 0, len(text.quoted))) for text, hits in ((a, there), (b, back))) < FORM:
        return False
    words, others = _words(a), _words(b)
    here = _particulars(a, words, {word.casefold() for word in others})
    other = _particulars(b, others, {word.casefold() for word in words})
    filled = min(len(here - other), len(other - here))
    return filled >= BLANKS and len(here - other) >= FILLED * len(here) and len(other - here) >= FILLED * len(other)


def _words(text: Narrative) -> list[str]:
    return [text.report.text[start:end] for start, end in text.places.tolist()]


def _particulars(text: Narrative, words: list[str], known: set[str]) -> frozenset[str]:
    """The names and numbers in a text that is compared with one that has the words `known`.

    A word that begins a sentence is taken for a name where the other text does not have it.
    """
    found = set()
    for first, last in text.sentences.tolist():
        found |= {word for word in words[first + 1 : last] if word[0].isupper() or word[0].isdigit()}
        found |= {word for word in words[first : first + 1] if word[0].isupper() and word.casefold() not in known}
    return frozenset(found)


def overlap(a: Narrative, b: Narrative, there: Array, back: Array) -> Overlap:
    """Compare two texts; `there` is where the shingles of the one stand in the other, `back` where its stand in the one."""
    own, both, said = _in_common(a, b, there >= 0)
    own_there, both_there, said_there = _in_common(b, a, back >= 0)
    stands = bool(both.any() or both_there.any())  # in most pairs no sentence does
    return Overlap(
        narrative=(len(own), len(own_there)),
        both=(int((both > 0).sum()), int((both_there > 0).sum())),
        kept=(_kept(own, both), _kept(own_there, both_there)),
        reach=(_reach(both), _reach(both_there)),
        longest=int(max(both.max(initial=0), both_there.max(initial=0))),
        words=int(max(both.sum(), both_there.sum())),
        said=max(said, said_there),
        lead=bool(len(both) and len(both_there) and both[0] and both_there[0]),
        roles_swapped=stands and language.of(a.report.language).swaps_roles(_first(a), _first(b)),
        items=max(_items(a, there), _items(b, back)),
    )


def _items(text: Narrative, there: Array) -> int:
    """In how many entries of a rolling log words of another text stand; none, where it is no log."""
    if not text.log:
        return 0
    starts = text.places[np.flatnonzero(there >= 0), 0]
    return len(np.unique(np.searchsorted(text.clocks, starts, "right")))


def _first(text: Narrative) -> str:
    """The words of the first sentence."""
    return text.words(text.sentences[0]) if len(text.sentences) else ""


def _in_common(text: Narrative, other: Narrative, hits: Array) -> tuple[Array, Array, int]:
    """Of each sentence that tells: its narrative words; the shared ones where it stands in the other text, else 0.

    And how many quoted words are shared. `hits` are the shingles that stand in the other.
    """
    size = len(text.quoted)
    shared = covering(hits, size)
    quoted = text.quoted | covering(hits & other.said(text), size)
    own = np.concatenate(([0], np.cumsum(~quoted)))
    hit = np.concatenate(([0], np.cumsum(~quoted & shared)))
    first, last = text.sentences[:, 0], text.sentences[:, 1]
    words, common = own[last] - own[first], hit[last] - hit[first]
    tells = words >= SHINGLE
    words, common = words[tells], common[tells]
    stands = common >= STANDS * words
    for number in np.flatnonzero(stands & (common < words)).tolist():
        stands[number] = not _exchanged(text, other, text.sentences[tells][number])
    return words, np.where(stands, common, 0), int((shared & quoted).sum())


def _exchanged(text: Narrative, other: Narrative, place: Array) -> bool:
    """Whether the sentence of the other text that shares most with one here gives two names each other's parts."""
    first, last = place.tolist()
    starts = np.flatnonzero(np.isin(other.shingles, text.shingles[first : max(first, last - SHINGLE + 1)]))
    if not len(starts):
        return False
    common = np.bincount(np.searchsorted(other.sentences[:, 1], starts, "right"), minlength=len(other.sentences))
    tongue = language.of(text.report.language)
    return tongue.swaps_roles(text.words(place), other.words(other.sentences[int(common.argmax())]))


def _kept(narrative: Array, both: Array) -> float:
    """The share of the narrative words whose sentences stand in the other text; by words, for how a text is cut varies."""
    return float(narrative[both > 0].sum() / max(1, narrative.sum()))


def _reach(both: Array) -> float:
    """The share of a text's sentences from the first to the last that stands in the other text."""
    places = np.flatnonzero(both)
    return float((places[-1] - places[0] + 1) / len(both)) if len(places) else 0.0


def _kind(shared: Overlap, *logs: bool) -> EdgeKind | None:
    """The kind: is the one all but the other, the same report in another take, a passage of it, or a quotation?

    A rolling log that takes in a story, or shares items with another log, is another text: an excerpt. But what stands whole
    in a log, through several entries of it, is an earlier state of the log, be it printed without the times. An excerpt is
    also a report whose first sentence has the parts exchanged.
    """
    least, most = sorted(shared.kept)
    whole = max(shared.shares) >= WHOLE
    states = whole and (all(logs) or shared.items >= ENTRIES)
    apart = shared.roles_swapped or (any(logs) and not states and least < ENTIRE)
    asked = CUT if shared.lead and most >= ENTIRE else ALL_BUT
    if least >= asked and (shared.words >= PASSAGE or most == 1) and not apart:
        return "copy"
    through = least >= KEPT and min(shared.reach) >= THROUGH and shared.words >= PASSAGES * PASSAGE
    grown = shared.lead and whole and min(shared.both) > 2  # more than one passage, which may be a sentence pair
    if (through or grown) and not apart:
        return "rewrite"
    if max(shared.both) and (shared.longest >= SENTENCE or shared.words >= PASSAGE):
        return "excerpt"
    return "shared-quote" if shared.said >= QUOTED else None


def _runs(a: Array, b: Array, there: Array) -> list[tuple[range, range]]:
    """The common runs of at least five words, longest first, of two texts' shingles; `there` is `a` found in `b`."""
    runs: list[tuple[range, range]] = []
    past = 0
    for start, to in zip(np.flatnonzero(there >= 0).tolist(), there[there >= 0].tolist(), strict=True):
        if start < past:
            continue
        most = min(len(a) - start, len(b) - to)
        differ = a[start : start + most] != b[to : to + most]
        many = int(differ.argmax()) if differ.any() else most
        long = many + SHINGLE - 1
        runs.append((range(start, start + long), range(to, to + long)))
        past = start + many
    return sorted(runs, key=lambda pair: (-len(pair[0]), pair[0].start))


def _said(a: Narrative, b: Narrative, pair: tuple[range, range]) -> bool:
    """Whether a common run is mostly speech."""
    here, there = (slice(run.start, run.stop) for run in pair)
    return 2 * int((a.quoted[here] | b.quoted[there]).sum()) > len(pair[0])


def _cites(a: Narrative, b: Narrative, passages: Sequence[tuple[range, range]]) -> tuple[Cite, ...]:
    """The passages in the one and the other, in turn."""
    return tuple(passage for here, there in passages for passage in (a.cite(here), b.cite(there)))


def _common(kind: EdgeKind, shared: Overlap, words: int) -> Reason:
    """What the one, as the first, and the other have in common; `words` are those of their longest common passage."""
    if kind == "shared-quote":
        return Reason("same-quotation", (words,))
    (a, b), (of_a, of_b) = shared.both, shared.narrative
    return Reason("common-sentences", (a, of_a, b, of_b, words))


@lru_cache(maxsize=10_000)
def _kept_once(why: Reasons) -> Reasons:
    """Equal reasons as one object: most edges of a pile of carriers have the same."""
    return why

"""What a report tells in its own words: its sentences, with all that only stands on the page or is quoted set apart.

Set apart are embedded posts, furniture that the reader took for body (a line without an end, a sentence that
speaks to `you`) and, within the sentences that are left, quoted speech. A first person outside quotation marks is
somebody's post or statement printed without them. Nothing is deleted: a page that holds nothing else is taken whole.
"""

from __future__ import annotations

import dataclasses
import hashlib
import pickle
import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Any, Protocol

import numpy as np

from dateline import language
from dateline.cite import Cite, Span
from dateline.group.shelf import Shelf
from dateline.language.provenance import Provenance
from dateline.language.words import WORD
from dateline.records.report import Report

SHINGLE = 5  # words
KEPT = 30_000_000  # words of narratives held in memory at once, at about 33 bytes each
SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?![\s\"”’']|$)[^.!?]*)*[.!?]*[\"”’']*")
SPEECH = re.compile(r"“[^”\"]{1,1500}(?:[”\"]|$)|\"[^\"]{1,1500}(?:\"|$)|(?<!\w)‘[^‘’]{15,}(?:’(?!\W)[^‘’]*)*’(?!\w)")
ENDED = re.compile(r"[.!?:…][\"”’')\]]*\s*$")

POST = re.compile(r"pic\.twitter\.com|\bt\.co/|\(@\w+\)|^\s*(?:—|--|-)\s?.{0,60}@\w+|^@\w+ ?$|\bRT @")
POSTED = ("@", "t.co/", "twitter.com")  # one of these stands in whatever POST finds
CLOCK = re.compile(
    r"^[^\w\n]{0,20}\d{1,2}(?:[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?| ?[AaPp]\.?[Mm]\.?)"
    r"(?: [A-Z]{2,4}T?)?[^\w\n]{0,20}(?:\([^)\n]{0,80}\))?$",
    re.MULTILINE,
)

Array = Any  # numpy arrays, their shapes said where they are made


@dataclasses.dataclass(frozen=True, slots=True)
class Narrative:
    """A report's words in order, quoted ones included, what is set apart left out.

    `places` are the words' start and end in the report's text, shape (words, 2); `quoted` says which are speech;
    `shingles` are stable 64-bit hashes of five words in a row, `order` sorts them into `ordered`, `speech` are those that are
    quoted wholly, sorted; `sentences` are word ranges, shape (n, 2). `clocks` are the starts of lines that are clock times.
    """

    report: Report
    places: Array
    quoted: Array
    shingles: Array
    order: Array
    ordered: Array
    speech: Array
    sentences: Array
    clocks: Array

    @property
    def log(self) -> bool:
        """Whether the report is a rolling one, with clock times as lines of their own."""
        return len(self.clocks) >= 2

    def cite(self, words: range) -> Cite:
        """The place of a range of words in the report. Words that many reports carry are held once."""
        where = Span(int(self.places[words[0]][0]), int(self.places[words[-1]][1]))
        return Cite(self.report.id, where.start, where.end, sys.intern(where.of(self.report.text)))

    def said(self, other: Narrative) -> Array:
        """Which shingles of another text are speech in this one."""
        out = np.zeros(len(other.shingles), bool)
        out[other.order[_found(self.speech, other.ordered)[0]]] = True
        return out

    def words(self, place: Sequence[int] | Array) -> str:
        """The text from the first to the last of a range of words (its two ends)."""
        first, last = int(place[0]), int(place[1])
        return self.report.text[int(self.places[first][0]) : int(self.places[last - 1][1])]


def in_both(a: Narrative, b: Narrative) -> tuple[Array, Array]:
    """Where each shingle of the one text first stands in the other, and of the other in the one; -1 where it does not."""
    there, back = (np.full(len(text.shingles), -1, np.int32) for text in (a, b))
    here, other = _found(b.ordered, a.ordered)
    there[a.order[here]] = b.order[other]
    other, which = _found(a.ordered[here], b.ordered)  # of the few that both have
    back[b.order[other]] = a.order[here[which]]
    return there, back


def _found(ordered: Array, asked: Array) -> tuple[Array, Array]:
    """Which of some hashes stand among others, by number, and the first place where each does; both are in order, so that each
    search begins where the one before it ended.
    """
    places: Array = np.searchsorted(ordered, asked)
    held: Array = np.flatnonzero(places < len(ordered))
    held = held[ordered[places[held]] == asked[held]]
    return held, places[held]


def covering(hits: Array, words: int) -> Array:
    """For each word whether it stands in one of the shingles that are hit."""
    out = np.zeros(words, bool)
    for offset in range(SHINGLE):
        out[offset : offset + len(hits)] |= hits
    return out


class Pile(Protocol):
    """Reports by number, wherever they are kept: a list is one."""

    def append(self, report: Report, /) -> None:
        """Put a report behind the others."""

    def __getitem__(self, number: int, /) -> Report: ...

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Report]: ...


class Narratives:
    """The narratives of a pile by number. Of many those not asked for longest are put away, whence they are read again."""

    def __init__(self, reports: Pile | None = None) -> None:
        self.reports: Pile = [] if reports is None else reports
        self.ids: list[str] = []  # of the reports: who they are is asked more often than what they say
        self._made: dict[int, Narrative] = {}
        self._words = 0
        self._away = Shelf()
        self._where: dict[int, int] = {}

    def add(self, reports: Sequence[Report], made: Iterable[Narrative | None]) -> None:
        """Take in reports and their narratives, which another process may have made from copies of the reports.

        Where there is none, it is made when it is asked for.
        """
        for report, text in zip(reports, made, strict=True):
            if text is not None:
                self._keep(len(self.reports), dataclasses.replace(text, report=report))
            self.reports.append(report)
            self.ids.append(report.id)

    def __getitem__(self, number: int) -> Narrative:
        text = self._made.pop(number, None)
        if text is None and number not in self._where:
            text = narrative(self.reports[number])
        elif text is None:
            text = _joined(self.reports[number], *pickle.loads(self._away[self._where[number]]))
        else:
            self._words -= len(text.quoted)
        return self._keep(number, text)

    def _keep(self, number: int, text: Narrative) -> Narrative:
        self._made[number] = text
        self._words += len(text.quoted)
        while self._words > KEPT and len(self._made) > 1:
            oldest = next(iter(self._made))
            away = self._made.pop(oldest)
            self._words -= len(away.quoted)
            if oldest not in self._where:
                self._where[oldest] = len(self._away)
                self._away.append(pickle.dumps((away.places, away.quoted, away.shingles, away.sentences, away.clocks)))
        return text


def narratives(reports: Sequence[Report]) -> list[Narrative]:
    """The own words of several reports: a call that can be sent to another process."""
    return [narrative(report) for report in reports]


def narrative(report: Report) -> Narrative:
    """A report's own words. A page of nothing but lines set apart is read by these."""
    units = _units(report)
    lines = [unit.of(report.text) for unit in units]
    signs = language.of(report.language).provenance
    apart = _apart(lines, signs)
    if all(apart):
        apart = [False] * len(apart)
    hashes: list[int] = []
    places: list[tuple[int, int]] = []
    quoted: list[bool] = []
    sentences: list[tuple[int, int]] = []
    for unit, line, out in zip(units, lines, apart, strict=True):
        if out:
            continue
        flat = line.replace("\n", " ")
        spoken = [speech_mark.span() for speech_mark in SPEECH.finditer(flat)]  # in order, none in another
        for sentence in SENTENCE.finditer(flat):
            plain = _unquoted(flat, sentence.span(), spoken)
            if signs and signs.to_reader(plain) and len(lines) > 1:
                continue
            own = signs is not None and signs.in_first_person(plain)
            first, begins = len(hashes), unit.start
            words = [word.span() for word in WORD.finditer(flat, *sentence.span())]
            hashes += [_HASHES[flat[start:end]] for start, end in words]
            places += [(begins + start, begins + end) for start, end in words]
            quoted += [own or _is_in(start, spoken) for start, _ in words] if spoken else [own] * len(words)
            if words:
                sentences.append((first, len(hashes)))
    return _joined(
        report,
        np.array(places, np.int32).reshape(-1, 2),
        np.array(quoted, bool),
        _shingles(np.array(hashes, np.uint64)),
        np.array(sentences, np.int32).reshape(-1, 2),
        np.array(_clocks(report.text, signs), np.int32),
    )


def _joined(
    report: Report, places: Array, quoted: Array, shingles: Array, sentences: Array, clocks: Array
) -> Narrative:
    """A narrative, with what its own arrays tell of its shingles."""
    whole = np.ones(len(shingles), bool)
    for offset in range(SHINGLE):
        whole &= quoted[offset : offset + len(shingles)]
    order = np.argsort(shingles, kind="stable").astype(np.int32)
    ordered = shingles[order]
    return Narrative(report, places, quoted, shingles, order, ordered, ordered[whole[order]], sentences, clocks)


def _units(report: Report) -> list[Span]:
    """Lines of body; of captions where there is none, else of headlines. Paragraphs where lines are only wrapped."""
    labels = {block.label for block in report.blocks}
    wanted = {"body"} if "body" in labels else {"caption"} if "caption" in labels else {"headline", "deck"}
    parts: list[Span] = []
    for block in (block for block in report.blocks if block.label in wanted):
        if parts and report.text[parts[-1].end : block.start] == "\n":
            parts[-1] = Span(parts[-1].start, block.end)
        else:
            parts.append(block.span)
    spans: list[Span] = []
    for part in parts:
        lines = part.of(report.text).split("\n")
        broken = sum(not ENDED.search(line) for line in lines[:-1])
        wrapped = len(lines) >= 3 and broken > len(lines) / 2 and 40 <= max(map(len, lines)) <= 120
        units = re.finditer(r"\S(?:.|\n(?!\s*\n))*" if wrapped else r"\S[^\n]*", part.of(report.text))
        spans += [Span(part.start + unit.start(), part.start + unit.end()) for unit in units]
    return spans


def _clocks(text: str, signs: Provenance | None) -> list[int]:
    """Where lines that are clock times begin, and what is said of the times."""
    notes = signs.time_notes(text) if signs else ()
    return sorted({*(line.start() for line in CLOCK.finditer(text)), *notes})


def _apart(lines: list[str], signs: Provenance | None) -> list[bool]:
    """Which lines are embedded posts and furniture."""
    posts = [_is_post(line) or (signs is not None and signs.posted(line)) for line in lines]
    out = []
    for line, post in zip(lines, posts, strict=True):
        ended = ENDED.search(line) is not None
        words = 0 if ended and not post else len(WORD.findall(line))
        out.append((not ended and words < 25) or (post and words <= 80))
    for number, ((before, line), post) in enumerate(zip(pairwise(lines), posts[1:], strict=False)):
        signed = post and len(WORD.findall(line)) <= 12
        if signed and len(WORD.findall(before)) <= 80:
            out[number] = True  # the post that the line below is the name under
    return out


def _is_post(line: str) -> bool:
    """Whether a line is one of an embedded post; nearly none has so much as a sign of that."""
    return any(sign in line for sign in POSTED) and POST.search(line) is not None


def _is_in(place: int, speech: list[tuple[int, int]]) -> bool:
    """Whether a place lies in one of several stretches, which are in order and apart."""
    before = bisect_right(speech, place, key=itemgetter(0))
    return before > 0 and place < speech[before - 1][1]


def _unquoted(flat: str, place: tuple[int, int], speech: list[tuple[int, int]]) -> str:
    """The sentence at a place without its quoted parts."""
    start, end = place
    out = []
    for open_, close in speech[max(0, bisect_right(speech, start, key=itemgetter(0)) - 1) :]:
        if open_ >= end:
            break
        if close > start:
            out.append(flat[start : max(start, open_)])
            start = min(end, close)
    return " ".join([*out, flat[start:end]])


class _Hashes(dict[str, int]):
    """Stable hashes of words, alike for capitals and small letters; so many are kept."""

    MOST = 400_000

    def __missing__(self, word: str) -> int:
        if len(self) >= self.MOST:
            self.clear()
        plain = word.lower().replace("’", "'").encode("utf-8", "surrogatepass")
        self[word] = made = int.from_bytes(hashlib.blake2b(plain, digest_size=8).digest(), "little")
        return made


_HASHES = _Hashes()


def _shingles(words: Array) -> Array:
    """Hashes of five words in a row, one for each place at which five are left."""
    every = max(0, len(words) - SHINGLE + 1)
    out = np.zeros(every, np.uint64)
    for offset in range(SHINGLE):
        out = (out ^ words[offset : offset + every]) * np.uint64(0x9E3779B97F4A7C15)
        out ^= out >> np.uint64(29)
    return out

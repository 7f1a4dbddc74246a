"""Storylines: what a story continues, branches from or merely resembles among the earlier stories of the pile.

A story's window is from its first to its last dated report. What it is about is read from headlines and openings, so that the
verbs that mark nothing link alike. Stories are proposed to one another by the terms that weigh most in their reports'
rows; no other pair is compared. A name that many stories have, a state, a capital, a month or an agency ties none.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import numpy as np
from scipy import sparse

from dateline import language
from dateline.cite import Cite, Span, cite
from dateline.group.learnt import Learnt
from dateline.group.stories.likeness import Likeness, Matrix, Products, heaviest, narrowed, told_text, unit
from dateline.records.reasons import Reason
from dateline.records.report import Report
from dateline.records.story import Link, LinkKind, Outline

OPENING, LEAD = (
    900,
    400,
)  # code points of a report that are read for what it is about; for words, if no other bears it out
CENTRAL = 6  # names that a story is about, at most
SPREAD, FEW = 0.1, 4  # of all stories, and stories: a name or word in more of them ties none
CROWDED, CANDIDATES = 200, 12  # stories that share a term by which they meet; pairs then compared
ALIKE = 0.08  # cosine of two stories that are linked at all
RESEMBLES = 0.18  # and of two that share no name, or only one
FEWEST_WORDS = 3  # words that these share
MOST = 3  # links of a story
TOGETHER = 250


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """A story as it is compared: its window, its central names by their last word, its words by their stem."""

    story: Outline
    window: tuple[str, str] | None
    names: Mapping[str, str]
    every: frozenset[str]
    words: Mapping[str, str]


def linked(
    stories: Sequence[Outline], parts: Sequence[Sequence[int]], likeness: Likeness, learnt: Learnt
) -> tuple[Outline, ...]:
    """The stories with their links. `parts` gives each story's reports by their numbers in `likeness`."""
    pairs = list(_proposed(parts, likeness))
    if not pairs:
        return tuple(stories)
    lines = [_line(story, learnt) for story in stories]
    held = Counter(key for line in lines for key in {*line.every, *line.words})
    most = max(FEW, int(SPREAD * len(lines)))
    rare = {key: times for key, times in held.items() if times <= most}
    links: dict[int, list[tuple[float, int, Link]]] = {}
    for a, b, like in pairs:
        first, second = sorted((a, b), key=lambda number: (lines[number].window or ("~", "~"), number))
        link = _link(lines[second], lines[first], like, rare)
        if link:
            links.setdefault(second, []).append((-like, first, link))
    return tuple(
        dataclasses.replace(story, links=_kept(number, links)) if number in links else story
        for number, story in enumerate(stories)
    )


def _kept(number: int, links: dict[int, list[tuple[float, int, Link]]]) -> tuple[Link, ...]:
    """A story's best links.

    What it continues through another that it continues is not said again, nor that it continues a branch of what it
    continues.
    """
    own = sorted(links[number], key=lambda scored: (scored[2].kind == "resembles", scored[0], scored[1]))
    on = {to for _, to, link in own if link.kind == "continues"}
    between = [(mid, far, link.kind) for mid in on for _, far, link in links.get(mid, ()) if far in on]
    said = {far for _, far, kind in between if kind == "continues"}
    said |= {mid for mid, _, kind in between if kind == "branches"}
    return tuple(link for _, to, link in own if not (link.kind == "continues" and to in said))[:MOST]


def _proposed(parts: Sequence[Sequence[int]], likeness: Likeness) -> Iterator[tuple[int, int, float]]:
    """Pairs of stories that share some of the terms that weigh most in either, with their cosine, each pair once."""
    if len(parts) < 2:
        return
    chunks = range(0, len(parts), TOGETHER)
    rows = sparse.vstack([_rows(parts[start : start + TOGETHER], likeness) for start in chunks], format="csr")
    index = narrowed(heaviest(rows))
    by_term = index.T.tocsr()
    products = Products(rows)
    kept = np.diff(by_term.indptr) <= CROWDED
    by_term = (sparse.diags(kept.astype(np.float32)) @ by_term).tocsr()
    for start in chunks:
        meeting = (index[start : start + TOGETHER] @ by_term).tocsr()
        for row in range(meeting.shape[0]):
            span = slice(meeting.indptr[row], meeting.indptr[row + 1])
            before = meeting.indices[span] < start + row
            others, shared = meeting.indices[span][before], meeting.data[span][before]
            best = others[np.lexsort((others, -shared))[:CANDIDATES]]
            like = products.of(start + row, best)
            for other, value in zip(best.tolist(), like.tolist(), strict=True):
                if value >= ALIKE:
                    yield start + row, other, value


def _rows(parts: Sequence[Sequence[int]], likeness: Likeness) -> Matrix:
    """A row a story, of unit length: the sum of its reports'."""
    ends = np.cumsum([0, *map(len, parts)])
    ones = np.ones(ends[-1], np.float32)
    joins = sparse.csr_matrix((ones, np.arange(ends[-1]), ends))
    return unit((joins @ likeness.rows(number for part in parts for number in part)).tocsr())


def _line(story: Outline, learnt: Learnt) -> Line:
    """A story as it is compared; as it was, where that is known."""
    if (known := learnt.json("line", story.reports)) is not None:
        window, names, every, words = known
        return Line(story, tuple(window) if window else None, names, frozenset(every), words)
    line = _read(story)
    learnt.keep_json("line", story.reports, (line.window, line.names, sorted(line.every), line.words))
    return line


def _read(story: Outline) -> Line:
    reports = story.reports
    days = [day for report in reports if (day := report.published.day) and len(day) == len("2031-03-11")]
    reach = OPENING if len(reports) > 1 else LEAD
    runs: Counter[str] = Counter()
    used: Counter[str] = Counter()
    shown: dict[str, Counter[str]] = {}
    for report in reports:
        topics = language.of(report.language).topics
        if topics is None:  # no name of it can be told from another word
            continue
        opening = _opening(report)
        outlet = {word.casefold() for word in (report.outlet or "").split()}
        runs.update(
            {name for name in topics.names(opening) if not {part.casefold() for part in name.split()} <= outlet}
        )
        for key, word in topics.words(opening[:reach]).items():
            used[key] += 1
            shown.setdefault(key, Counter())[word] += 1
    names_: dict[str, str] = {}
    for run in sorted(runs, key=lambda run: (-runs[run], len(run.split()) not in (2, 3), run)):
        names_.setdefault(_key(run), run)
    weight = Counter({key: sum(times for run, times in runs.items() if _key(run) == key) for key in names_})
    headline = " ".join(report.title or "" for report in reports)
    central = sorted(names_, key=lambda key: (names_[key].split()[-1] not in headline, -weight[key], key))[:CENTRAL]
    return Line(
        story=story,
        window=(min(days), max(days)) if days else None,
        names={key: names_[key] for key in central},
        every=frozenset(names_),
        words={
            key: max(sorted(shown[key]), key=lambda word: shown[key][word])
            for key, times in used.items()
            if 2 * times >= len(reports)
        },
    )


def _opening(report: Report) -> str:
    """What a report begins with; without a headline whose capitals tell no names (`Marsh Invites Belic to Halvern`)."""
    words = [word for word in (report.title or "").split() if len(word) > len("with")]
    capital = sum(word[0].isupper() for word in words)
    opening = told_text(report)
    return (opening.replace(report.title or "", "", 1) if 4 * capital > 3 * len(words) > 0 else opening)[:OPENING]


def _key(run: str) -> str:
    """What a name is compared by: `Ada Marsh` and `Marsh` by the last word; with a mark, so that no word is a name."""
    return "@" + run.split()[-1].casefold().replace("’", "'").removesuffix("'s")


def _link(line: Line, before: Line, like: float, rare: Mapping[str, int]) -> Link | None:
    """What a story has to do with an earlier one; None where it is nothing that can be shown."""
    names = [key for key in line.names if key in before.names and key in rare and _one(line, before, key)]
    words = sorted(line.words.keys() & before.words.keys() & rare.keys(), key=lambda key: (rare[key], key))
    own = [key for key in line.names if key not in before.every and key in rare]
    days = _days(line, before)
    if not names:
        if (
            like < RESEMBLES
            or len(words) < FEWEST_WORDS
            or any(key in before.every for key in line.names if key in rare)
        ):
            return None
        return _made(line, before, "resembles", [], words, Reason("no-shared-name"))
    if language.of(line.story.reports[0].language).swaps_roles(line.story.title, before.story.title):
        return _made(line, before, "resembles", names, words, Reason("roles-swapped"))
    faint = like < RESEMBLES or len(words) < FEWEST_WORDS
    if days is None or not words or (len(names) == 1 and faint):
        return None
    if 2 * len(names) < min(len(line.names), len(before.names), 4):
        return None
    if days > 0:
        return _made(line, before, "continues", names, words, Reason("begins-after", (days,)))
    first, other = line.window, before.window
    if own and first and other and first[0] > other[0]:
        return _made(line, before, "branches", names, words, Reason("begins-within", (_few(line.names, own),)))
    return None


def _one(line: Line, before: Line, key: str) -> bool:
    """Whether two names with the same last word can be one: `Marsh` and `Ada Marsh`, not `Ada` and `Eva Marsh`."""
    a, b = line.names[key].split(), before.names[key].split()
    few, many = sorted((a, b), key=len)
    return [word.casefold() for word in many[-len(few) :]] == [word.casefold() for word in few]


def _days(line: Line, before: Line) -> int | None:
    """Days from the last report of the one to the first of the other; below zero where both ran at once."""
    if not line.window or not before.window:
        return None
    try:
        return (date.fromisoformat(line.window[0]) - date.fromisoformat(before.window[1])).days
    except ValueError:
        return None


def _few(shown: Mapping[str, str], keys: Iterable[str]) -> tuple[str, ...]:
    """At most three names, by the alphabet."""
    return tuple(sorted(shown[key] for key in keys)[:3])


def _made(line: Line, before: Line, kind: LinkKind, names: Sequence[str], words: Sequence[str], lies: Reason) -> Link:
    """The link: `names` and `words` are the keys of what both have, `lies` says how the one lies to the other."""
    shared = Reason("shared-names-and-words", (_few(line.names, names), tuple(line.words[key] for key in words[:3])))
    shown = [(line.names[key], before.names[key]) for key in names[:2]]
    shown += [(line.words[key], before.words[key]) for key in words[: max(1, 3 - len(shown))]]
    cites = [
        place for mine, theirs in shown for place in (_cite(line.story, mine), _cite(before.story, theirs)) if place
    ]
    return Link(
        to=before.story.id,
        kind=kind,
        names=tuple(sorted(line.names[key] for key in names)),
        days=_days(line, before),
        why=(lies, shared),
        cites=tuple(cites),
    )


def _cite(story: Outline, words: str) -> Cite | None:
    """The first place in a story's headlines and texts where words stand."""
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    for report in story.reports:
        for block in report.told():
            match = pattern.search(report.text, block.start, block.end)
            if match:
                return cite(report.id, report.text, Span(match.start(), match.end()))
    return None

"""Same words, and who from whom? Pairs that share runs of words, by an inverted index over five-word shingles.

Only body text counts (captions where a page has no body). What stands in quotation marks is masked: two reporters
who quote one statement share a source, not a text. Kinds follow the share of body sentences that stand in both.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.cite import Cite, Span, cite
from dateline.records import Edge, EdgeKind, Judgement, Report

SHINGLE = 5  # words
QUOTED = 8  # words of quoted speech in a row that tie two reports
RUN = 20  # words of narrative in a row that make an excerpt
CROWD = 200  # a shingle that more reports hold is a stock phrase, and proposes no pair
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?![\s\"”’']|$)[^.!?\n]*)*[.!?]*[\"”’']*")
SPEECH = re.compile(r"“[^”\n]{1,1500}(?:”|(?=\n))|\"[^\"\n]{1,1500}(?:\"|(?=\n))")

Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """A report's words with their places, which of them are quoted, and the word ranges of its sentences."""

    report: Report
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    quoted: tuple[bool, ...]
    sentences: tuple[range, ...]
    shingles: dict[Shingle, int]


@dataclass(frozen=True, slots=True)
class _Overlap:
    """What two texts share: longest runs (word ranges in each), and body sentences told in both."""

    narrative: tuple[range, range] | None
    speech: tuple[range, range] | None
    shares: tuple[float, float]
    own: tuple[int, int]


def edges(reports: Sequence[Report], judgements: Sequence[Judgement] = ()) -> tuple[Edge, ...]:
    """The ties of copy, rewrite, excerpt and shared quotation between reports, in order of their ids."""
    texts = [_text(report) for report in reports]
    holders: dict[Shingle, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        for shingle in text.shingles:
            holders[shingle].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for some in holders.values():
        if 2 <= len(some) <= CROWD:
            shared.update(combinations(some, 2))
    judged = {(one.a, one.b) for one in judgements if one.kind == "copy-of"}
    either = judged | {(b, a) for a, b in judged}
    found = [_judged(texts, a, b) for a, b in sorted(judged)]
    for (a, b), times in shared.items():
        pair = (reports[a].id, reports[b].id)
        if times > QUOTED - SHINGLE and pair not in either and (edge := _edge(texts[a], texts[b])):
            found.append(edge)
    return tuple(sorted((one for one in found if one), key=lambda one: (one.from_, one.to)))


def _judged(texts: Sequence[_Text], a: str, b: str) -> Edge | None:
    """A person's word that `a` is a copy of `b`; None when one of them is not in the pile."""
    by = {text.report.id: text for text in texts}
    if a not in by or b not in by:
        return None
    shares = _overlap(by[a], by[b]).shares
    return Edge(a, b, "copy", "from-to", round(max(shares), 4), "A person judged that the one is a copy of the other.")


def _text(report: Report) -> _Text:
    label = "body" if any(block.label == "body" for block in report.blocks) else "caption"
    words: list[str] = []
    spans: list[Span] = []
    quoted: list[bool] = []
    sentences: list[range] = []
    for block in (block for block in report.blocks if block.label == label):
        speech = [found.span() for found in SPEECH.finditer(report.text, block.start, block.end)]
        for sentence in SENTENCE.finditer(report.text, block.start, block.end):
            first = len(words)
            for found in WORD.finditer(report.text, *sentence.span()):
                words.append(found.group().lower().replace("’", "'"))
                spans.append(Span(*found.span()))
                quoted.append(any(start <= found.start() < end for start, end in speech))
            if len(words) - first >= SHINGLE:
                sentences.append(range(first, len(words)))
    shingles: dict[Shingle, int] = {}
    for at in range(len(words) - SHINGLE + 1):
        shingles.setdefault(tuple(words[at : at + SHINGLE]), at)
    return _Text(report, tuple(words), tuple(spans), tuple(quoted), tuple(sentences), shingles)


def _overlap(a: _Text, b: _Text) -> _Overlap:
    in_a, in_b = _covered(a, b), _covered(b, a)
    speech: tuple[range, range] | None = None
    narrative: tuple[range, range] | None = None
    for run_a, run_b in _runs(a, b):
        said = sum(a.quoted[i] or b.quoted[j] for i, j in zip(run_a, run_b, strict=True))
        told = len(run_a) - said
        if said >= QUOTED and said > told and (speech is None or len(run_a) > len(speech[0])):
            speech = (run_a, run_b)
        elif told >= SHINGLE and (narrative is None or len(run_a) > len(narrative[0])):
            narrative = (run_a, run_b)
    told_a, told_b = _sentences(a, in_a), _sentences(b, in_b)
    shares = tuple(sum(some) / len(some) if some else 0.0 for some in (told_a, told_b))
    own = tuple(len(some) - sum(some) for some in (told_a, told_b))
    return _Overlap(narrative, speech, (shares[0], shares[1]), (own[0], own[1]))


def _covered(text: _Text, other: _Text) -> list[bool]:
    """For each word whether it stands in a shingle that the other text holds too."""
    out = [False] * len(text.words)
    for at in range(len(text.words) - SHINGLE + 1):
        if text.words[at : at + SHINGLE] in other.shingles:
            out[at : at + SHINGLE] = [True] * SHINGLE
    return out


def _sentences(text: _Text, covered: Sequence[bool]) -> list[bool]:
    """For each sentence with narrative of its own whether at least six tenths of that narrative are in both."""
    out = []
    for sentence in text.sentences:
        told = [covered[at] for at in sentence if not text.quoted[at]]
        if len(told) >= SHINGLE:
            out.append(sum(told) >= 0.6 * len(told))
    return out


def _runs(a: _Text, b: _Text) -> list[tuple[range, range]]:
    """Common runs of at least five words, greedily from the start of `a`."""
    out, at = [], 0
    while at <= len(a.words) - SHINGLE:
        there = b.shingles.get(a.words[at : at + SHINGLE])
        if there is None:
            at += 1
            continue
        long = SHINGLE
        while at + long < len(a.words) and b.words[there + long : there + long + 1] == (a.words[at + long],):
            long += 1
        out.append((range(at, at + long), range(there, there + long)))
        at += long
    return out


def _kind(found: _Overlap) -> EdgeKind | None:
    most, least = max(found.shares), min(found.shares)
    if most >= 0.9 and max(found.own) <= 5:
        return "copy"
    if most >= 0.6 and least >= 0.2:
        return "rewrite"
    if found.narrative and (len(found.narrative[0]) >= RUN or most >= 0.15):
        return "excerpt"
    return "shared-quote" if found.speech else None


def _edge(a: _Text, b: _Text) -> Edge | None:
    found = _overlap(a, b)
    kind = _kind(found)
    if kind is None:
        return None
    run = found.speech if kind == "shared-quote" else found.narrative or found.speech
    taker, giver, reason = _direction(a, b, kind)
    return Edge(
        from_=taker.report.id,
        to=giver.report.id,
        kind=kind,
        direction="from-to" if reason else "unknown",
        containment=round(max(found.shares), 4),
        why=_why(kind, found, run) + (reason or " Nothing in them says which took it from which."),
        cites=(_cite(a, run[0]), _cite(b, run[1])) if run else (),
    )


def _cite(text: _Text, run: range) -> Cite:
    where = Span(text.spans[run[0]].start, text.spans[run[-1]].end)
    return cite(text.report.id, text.report.text, where)


def _why(kind: EdgeKind, found: _Overlap, run: tuple[range, range] | None) -> str:
    words = len(run[0]) if run else 0
    if kind == "shared-quote":
        return f"Both quote the same {words} words in a row; what they tell themselves differs."
    a, b = (f"{share:.0%}" for share in found.shares)
    return f"{a} and {b} of their sentences stand in both; the longest common passage has {words} words."


def _direction(a: _Text, b: _Text, kind: EdgeKind) -> tuple[_Text, _Text, str]:
    """Who took from whom, with the reason; an empty reason where nothing licenses a direction."""
    if kind != "shared-quote":
        for taker, giver in ((a, b), (b, a)):
            outlet = giver.report.outlet
            if outlet and outlet != taker.report.outlet and outlet in taker.report.credits:
                return taker, giver, f" The first credits {outlet}, which published the second."
            if giver.report.url and giver.report.url in taker.report.text:
                return taker, giver, " The first links to the second."
            if len({s.kind for s in taker.report.signs}) >= 2 and not giver.report.signs:
                return taker, giver, " The first bears signs of machine rewriting, the second none."
    return a, b, ""

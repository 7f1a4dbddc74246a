"""What reports agree on, and what one of them alone says; the conflicts come from `conflicts`.

A fact stands once: sentences that say the same (`same`); what rests on the same sentences, and says the same, is not told
again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline import cite
from dateline.cite import Cites
from dateline.records.findings import Claim, ClaimKind, Findings, Side
from dateline.weigh import words
from dateline.weigh.claims import conflicts
from dateline.weigh.claims.told import said_alike
from dateline.weigh.events.slots import Given
from dateline.weigh.index import Index
from dateline.weigh.mentions import Mention

COVERED = 0.8  # share of a fact's sentences, and of its words, that another fact holds, from which it says nothing new
COPIED = 24  # at most so many that the copies of one report alone make
SINGLES = 12  # at most so many claims that one report alone makes, beside what its copies carry


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that may be a claim: its words, those of them that tell something, and what it rests on."""

    text: str
    kind: ClaimKind
    cites: Cites
    origins: tuple[str, ...]
    sentences: frozenset[tuple[str, int]]  # (report, number of the sentence)
    words: frozenset[str]


def claims(
    index: Index,
    found: Findings,
    seen: Sequence[Mention],
    groups: Sequence[Sequence[Mention]],
    given: Sequence[Given],
) -> tuple[Claim, ...]:
    """Conflicts first, then what several origins agree on, then what one report alone tells.

    `found` is what else was weighed out of the story, `seen` its mentions of events, `groups` those of one event
    together, `given` what they say of its slots.
    """
    only_named = {event.id for event in found.events if event.named}
    entries = [
        entry for entry in found.timeline if entry.event not in only_named
    ]  # what is only named is told of nobody
    alike = [_fact(index, same.text, "fact", same.cites) for same in said_alike(index, seen, groups)]
    alike.sort(key=lambda fact: (-len(fact.origins), -len(fact.sentences), fact.cites))
    agreed = list(_once([fact for fact in alike if len(fact.origins) > 1], []))
    copied = list(_once([fact for fact in alike if len(fact.origins) < 2], agreed))[:COPIED]
    alone = [
        _fact(index, entry.text, "fact", entry.cites)
        for entry in sorted(entries, key=lambda entry: (-entry.weight, entry.id))
        if len(entry.origins) <= 1 and not entry.background
    ]
    singles = [*copied, *list(_once(alone, [*agreed, *copied]))[:SINGLES]]
    facts = [*(_claim(fact, "agreed") for fact in agreed), *(_claim(fact, "single") for fact in singles)]
    conflicting = conflicts.conflicts(index, found.plans, seen, groups, given)
    return tuple({claim.id: claim for claim in (*conflicting, *facts)}.values())


def _fact(index: Index, text: str, kind: ClaimKind, cites: Cites) -> Fact:
    places = (index.of(one) for one in cites)
    sentences = frozenset((p.report, p.at) for p in places if p)
    return Fact(text, kind, cites, index.story.origins_of(cites), sentences, words.content(text))


def _claim(fact: Fact, verdict: str) -> Claim:
    name = cite.content_id("c", fact.kind, verdict, *(f"{one.report}:{one.start}:{one.text}" for one in fact.cites))
    side = Side(fact.text, fact.cites, fact.origins)
    return Claim(name, fact.text, "agreed" if verdict == "agreed" else "single", fact.kind, (side,))


def _once(facts: list[Fact], before: list[Fact]) -> Iterator[Fact]:
    """Those that rest, for the most part, on other sentences than those before them, or say something else of them."""
    kept: list[Fact] = []
    resting: dict[tuple[str, int], list[Fact]] = defaultdict(list)
    for number, fact in enumerate((*before, *facts)):
        near = [other for sentence in fact.sentences for other in resting[sentence]] if fact.sentences else kept
        if number < len(before) or not any(_held(fact, other) for other in near):
            kept.append(fact)
            for sentence in fact.sentences:
                resting[sentence].append(fact)
            if number >= len(before):
                yield fact


def _held(fact: Fact, other: Fact) -> bool:
    """Whether another fact rests on the same sentences and says the same of them."""
    rests = len(fact.sentences & other.sentences) >= COVERED * len(fact.sentences)
    return rests and len(fact.words & other.words) >= COVERED * min(len(fact.words), len(other.words))

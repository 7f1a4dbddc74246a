"""What reports agree on, and what one of them alone says; the conflicts come from `conflicts`.

A fact stands once. What proposes it may be what tellings of an event agree on (`told`), a statement that several reports
carry, or sentences that say the same; what rests on the same sentences, and says the same, is not told again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline import cite
from dateline.cite import Cite, Cites
from dateline.records.findings import Claim, ClaimKind, Findings, Side
from dateline.records.story import Story
from dateline.weigh import words
from dateline.weigh.claims import conflicts
from dateline.weigh.claims.told import told_alike
from dateline.weigh.events.slots import Given
from dateline.weigh.index import Index
from dateline.weigh.mentions import Mention
from dateline.weigh.passages import Pair, Passage, Passages

ALIKE = 0.6  # share of the shorter sentence's content words from which two sentences say the same
ALIKE_WORDS = 5  # and at least so many words
COVERED = 0.5  # share of a fact's sentences, and of its words, that another fact holds, from which it says nothing new
SINGLES = 12  # at most so many claims that one report alone makes


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
    story: Story,
    found: Findings,
    seen: Sequence[Mention],
    groups: Sequence[Sequence[Mention]],
    given: Sequence[Given],
) -> tuple[Claim, ...]:
    """Conflicts first, then what several origins agree on, then what one report alone tells.

    `found` is what else was weighed out of the story, `seen` its mentions of events, `groups` those of one event
    together, `given` what they say of its slots.
    """
    index = Index(story)
    only_named = {event.id for event in found.events if event.named}
    entries = [
        entry for entry in found.timeline if entry.event not in only_named
    ]  # what is only named is told of nobody
    events = [_fact(index, agreed.text, "fact", agreed.cites) for agreed in told_alike(index, groups)]
    carried = [_fact(index, _words(cites[0]), "wording", cites) for cites in _carried(found)]
    alike = [_fact(index, text, "fact", cites) for text, cites in _alike(index, Passages(index).pairs())]
    shared = [fact for fact in (*events, *carried, *alike) if len(fact.origins) > 1]
    agreed = list(_once(sorted(shared, key=lambda fact: (-len(fact.origins), -len(fact.sentences), fact.cites)), []))
    alone = [
        _fact(index, entry.text, "fact", entry.cites)
        for entry in sorted(entries, key=lambda entry: (-entry.weight, entry.id))
        if len(entry.origins) <= 1 and not entry.background
    ]
    singles = list(_once(alone, agreed))[:SINGLES]
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


def _carried(found: Findings) -> Iterator[Cites]:
    """The words of statements that more than one report tells in its own text, each statement once."""
    content = {statement.id: statement.content for statement in found.statements}
    for saying in found.sayings:
        several = {version.statement for version in saying.versions}
        if len(several) > 1:
            yield cite.cites(words for key in several for words in content[key])


def _alike(index: Index, pairs: Iterable[Pair]) -> Iterator[tuple[str, Cites]]:
    """Groups of sentences that say the same, each around the one that most others are like; no sentence is in two."""
    near: dict[Passage, list[Passage]] = {}
    for one, other, both in pairs:
        small = min(len(one.words), len(other.words))
        if both >= ALIKE_WORDS and both >= ALIKE * small and one.agrees(other):
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    taken: set[Passage] = set()
    for centre in sorted(near, key=lambda passage: (-len(near[passage]), passage.place)):
        group = [passage for passage in near[centre] if passage not in taken]
        if centre in taken or not group:
            continue
        taken |= {centre, *group}
        best = min([centre, *group], key=lambda p: (p.place[0] in index.spun, p.leans, len(p.text), p.place))
        yield best.text, cite.cites([best.cite, centre.cite, *(passage.cite for passage in group)])


def _words(one: Cite) -> str:
    return " ".join(one.text.split())

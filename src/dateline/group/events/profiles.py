"""Groups of mentions that are one event by what most of each tell: the same kind, the same parties, no other day or state.

A pair of mentions shows little of its event (`his meeting`), a group shows it by vote. And what a report calls by a noun alone
(`the summit`) is the event of that kind, named elsewhere in the report, of which the report tells most.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dateline.group.events.limits import MUTUAL, PAIR, SLACK, opposite
from dateline.group.events.traits import Trait

Matrix = Any  # numpy's arrays, their shapes said where they are made
Days = tuple[int, int]

VOTED = 0.34  # share of the mentions with a name from which a party takes part, by vote
MOST = 0.5  # share of its reports in which a group that names too little is told beside another
_AGENT, _PATIENT, _OTHER = 0, 1, 3


@dataclass(frozen=True, slots=True)
class Profile:
    """What most mentions of a group say. `doers` and `others` are who does it and to whom; of what is mutual, both at once."""

    kind: str
    size: int
    doers: frozenset[str]
    others: frozenset[str]
    days: Days | None
    states: frozenset[str]
    lone: bool  # nouns alone tell it
    tells: bool  # neither said nor an empty word

    @property
    def whole(self) -> bool:
        """Whether it is known by its parties alone."""
        return self.tells and bool(self.doers if self.kind != MUTUAL else len(self.doers) == PAIR)

    def fits(self, other: Profile) -> bool:
        """Whether no other day or state keeps the two apart."""
        if self.states and other.states and not self.states & other.states:
            return False
        here, there = self.days, other.days
        return here is None or there is None or max(there[0] - here[1], here[0] - there[1]) <= SLACK

    def takes(self, other: Profile) -> bool:
        """Whether the other fits, and names nobody else."""
        return self.fits(other) and other.doers <= self.doers and other.others <= self.others


def profiled(traits: Sequence[Trait], groups: Matrix, stands: Matrix) -> Matrix:
    """The groups of the nodes, those made one that are one by their profiles. `stands` gives the node of each mention."""
    members: dict[int, list[Trait]] = defaultdict(list)
    nodes: dict[int, list[int]] = defaultdict(list)
    known = set[int]()
    for trait, node in zip(traits, stands.tolist(), strict=True):
        if node not in known:
            known.add(node)
            members[int(groups[node])].append(trait)
            nodes[int(groups[node])].append(node)
    groups = _turned(members, nodes, groups)
    home = np.arange(len(groups))
    profiles = {group: _profile(some) for group, some in members.items()}
    for main, group in _alike(profiles):
        home[group] = main
    groups = home[groups]
    for main, group in _named_elsewhere(traits, groups[stands].tolist(), profiles):
        home[group] = main
    return home[groups]


def _turned(members: dict[int, list[Trait]], nodes: Mapping[int, list[int]], groups: Matrix) -> Matrix:
    """Each group without the mentions that tell what most of it tell the other way round: these are a group of their own."""
    out = groups.copy()
    for group, some in list(members.items()):
        turned = [_is_turned(one, some) for one in some]
        if any(turned):
            del members[group]
            for one, node, is_turned in zip(some, nodes[group], turned, strict=True):
                first = nodes[group][turned.index(is_turned)]
                out[node] = first
                members[first].append(one)
    return out


def _is_turned(one: Trait, some: Sequence[Trait]) -> bool:
    """Whether more mentions of a group are opposite to one than tell of the same doer or of the same other."""
    if not (one.named[_AGENT] and one.named[_PATIENT]):
        return False
    others = [other for other in some if other is not one]
    against = sum(opposite(one, other) for other in others)
    agrees = (one.named[role] & other.named[role] for other in others for role in (_AGENT, _PATIENT))
    return against > sum(map(bool, agrees))


def _profile(some: Sequence[Trait]) -> Profile:
    kind = Counter(trait.kind for trait in some).most_common(1)[0][0]
    doers = [trait.named[_AGENT] for trait in some]
    others = [trait.named[_PATIENT] for trait in some]
    if kind == MUTUAL:
        both = [trait.named[_AGENT] | trait.named[_PATIENT] | trait.named[_OTHER] for trait in some]
        doers, others = both, []
    days = Counter(trait.days for trait in some if trait.days is not None)
    states = Counter(state for trait in some for state in trait.states)
    half = len(some) / 2
    return Profile(
        kind=kind,
        size=len(some),
        doers=_voted(doers, PAIR),
        others=_voted(others, PAIR),
        days=min(days, key=lambda day: (-days[day], day)) if days else None,
        states=frozenset(state for state, count in states.items() if 2 * count >= states.total()),
        lone=sum(trait.noun for trait in some) > half,
        tells=sum(trait.spoken or trait.empty for trait in some) < half,
    )


def _voted(some: Sequence[frozenset[str]], most: int) -> frozenset[str]:
    votes = Counter(name for names in some for name in names)
    needed = VOTED * sum(1 for names in some if names)
    first = sorted(votes, key=lambda name: (-votes[name], name))[:most]
    return frozenset(name for name in first if votes[name] >= needed)


def _alike(profiles: Mapping[int, Profile]) -> Iterator[tuple[int, int]]:
    """Groups of one kind with the same parties in the same roles: the largest, and each that is one with it."""
    by_parties: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for group, profile in profiles.items():
        if profile.whole and (profile.kind == MUTUAL or profile.others):
            by_parties[profile.kind, profile.doers, profile.others].append(group)
    for alike in by_parties.values():
        mains: list[int] = []
        for group in sorted(alike, key=lambda one: (-profiles[one].size, one)):
            main = next((one for one in mains if profiles[one].fits(profiles[group])), None)
            if main is None:
                mains.append(group)
            else:
                yield main, group


def _named_elsewhere(
    traits: Sequence[Trait], groups: Sequence[int], profiles: Mapping[int, Profile]
) -> Iterator[tuple[int, int]]:
    """Groups of nouns that name too little, or of what two do with one another that name but one of them, each with the event
    that most of their reports name.
    """
    told: dict[tuple[str, int], Counter[int]] = defaultdict(Counter)
    reports: dict[int, set[int]] = defaultdict(set)
    for trait, group in zip(traits, groups, strict=True):
        reports[group].add(trait.report)
        if profiles[group].whole:
            told[profiles[group].kind, trait.report][group] += 1
    for group, where in reports.items():
        profile = profiles[group]
        if profile.whole or not profile.tells or not (profile.lone or (profile.kind == MUTUAL and profile.doers)):
            continue
        votes: Counter[int] = Counter()
        for report in where:
            fit = [
                (count, profiles[one].size, -one)
                for one, count in told.get((profile.kind, report), {}).items()
                if profiles[one].takes(profile)
            ]
            if fit:
                votes[-max(fit)[2]] += 1
        if votes:
            main = min(votes, key=lambda one: (-votes[one], one))
            if votes[main] >= MOST * len(where):
                yield main, group

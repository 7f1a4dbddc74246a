"""Who does what to whom, for telling one deed from its opposite: A invites B is not B invites A, whatever words they share."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

Deed = tuple[str, str, str]  # the kind of deed, who does it, to whom
MUTUAL = "meet"  # the kind that two do with one another


def deeds(kind: str, agents: Iterable[str], patients: Iterable[str]) -> frozenset[Deed]:
    """The deeds that an event of a kind tells, by who takes part."""
    if kind == MUTUAL:
        return frozenset()
    return frozenset((kind, who, whom) for who, whom in product(set(agents), set(patients)) if who != whom)


def opposed(some: frozenset[Deed], others: frozenset[Deed]) -> bool:
    """Whether a deed of the one is done the other way round in the other, and none stands in both."""
    return not some & others and any((kind, whom, who) in others for kind, who, whom in some)

"""How surely a machine had its hand in a text, from the signs in it: asked where reports are tied, and where they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dateline.records.report import Sign, SignKind

_OFTEN = 3  # signs of one kind that add to a score: one habit of a writer is no proof
# How much one sign of a kind tells, against those that ordinary reports bear: the rarer there, the more.
_WEIGHTS: dict[SignKind, float] = {
    "scraper-id": 0.5, "odd-synonym": 0.5, "translated": 0.6, "garbled": 0.3, "orphan-fragment": 0.25, "truncated": 0.2,
}  # fmt: skip


def score(found: Iterable[Sign]) -> float:
    """The score of a text's signs, 0 to 1, with two places: what is left when each sign is doubted by itself.

    From 0.5 on a machine's hand is likelier than a slip.

    How often ordinary reports reach which score is measured in docs/explanation/measured.md.

    >>> score(())
    0.0
    """
    left = 1.0
    for kind, count in Counter(sign.kind for sign in found).items():
        left *= (1 - _WEIGHTS[kind]) ** min(count, _OFTEN)
    return round(1 - left, 2)

"""Why grouping says what it says: a kind and what it says it of, which `wording` puts into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

ReasonKind = Literal[
    # what two reports have in common
    "same-quotation", "common-sentences", "aligned-sentences", "judged-copy",
    # who took words from whom: the first is the taker, the second the giver
    "direction-unknown", "credits", "address-at", "address-of", "links-to", "gives-address", "names-as-source",
    "named-beside", "later-take", "damaged", "names-transcript", "own-transcript", "has-grown", "published-later",
    "is-dispatch",
    # where an origin's words come from
    "agency-report", "credits-agency", "all-credit-agency", "some-credit-agency", "hide-agency", "paper", "own-reporting",
    "contributed-to", "names-nobody", "shared-text",
    # what a story has to do with an earlier one
    "begins-after", "begins-within", "no-shared-name", "roles-swapped", "shared-names-and-words",
    # what became of a story since the last run, and what a person judged against the words
    "left", "merged", "judged-one-story", "judged-two-stories", "judged-one-person", "judged-two-people",
    # a reason that was read back from JSON: its words
    "worded",
]  # fmt: skip
Argument = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A kind of reason, and its arguments in the order in which the sentence of the kind in `wording` names them."""

    kind: ReasonKind
    args: tuple[Argument, ...] = ()


Reasons = tuple[Reason, ...]

# Which arguments a kind says of the first of two reports and of the second, in the order for the pair the other way about.
# A kind that is not here and not of a direction says the same of both.
_EXCHANGED: Mapping[ReasonKind, tuple[int, ...]] = {"common-sentences": (2, 3, 0, 1, 4)}


def exchanged(reason: Reason) -> Reason:
    """What two reports have in common, told with the second as the first."""
    order = _EXCHANGED.get(reason.kind)
    return reason if order is None else replace(reason, args=tuple(reason.args[number] for number in order))

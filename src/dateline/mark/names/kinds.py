"""Types: what kind of thing a name is that no list knows, by vote over the report.

The parser's word counts, and so does what stands around each mention. A name that is listed, headed or titled anywhere is of
that type everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.language.names import Names
from dateline.mark.names.found import Mention
from dateline.records.marks import NameType

LEAST = 0.3  # what must speak for a type
TOWN = 0.5  # what speaks for a place where a body's name starts with the name (`Harrow Council`)


def kinds(mentions: Sequence[Mention], names: Names) -> dict[str, NameType | None]:
    """The type of each name, by its folded form; None where nothing says that it is a name at all."""
    towns = {names.fold(mention.words[0]) for mention in mentions if _is_headed_body(mention)}
    sure: dict[str, Counter[NameType]] = {}
    votes: dict[str, dict[NameType, float]] = {}
    for mention in mentions:
        key = names.fold(mention.text)
        if mention.sure:
            sure.setdefault(key, Counter())[mention.type] += 1
            continue
        vote = votes.setdefault(key, {"GPE": TOWN} if key in towns else {})
        for kind, weight in names.evidence(mention.parsed.doc, mention.draft):
            vote[kind] = vote.get(kind, 0.0) + weight
    decided: dict[str, NameType | None] = {}
    for key, vote in votes.items():
        best = max(sorted(vote), key=lambda kind: vote[kind], default=None)
        decided[key] = best if best is not None and vote[best] > LEAST else None
    return decided | {key: seen.most_common(1)[0][0] for key, seen in sure.items()}


def _is_headed_body(mention: Mention) -> bool:
    return mention.sure and mention.type == "ORG" and len(mention.words) > 1

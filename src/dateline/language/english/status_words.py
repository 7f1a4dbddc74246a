"""The words that say how an event stands, by part of speech and class: `data/event_status.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.language import tables
from dateline.records.marks import Status

# What a class makes of the event that stands under a word of that class.
MADE: Mapping[str, Status] = {
    "plan": "planned", "wish": "hypothetical", "try": "planned", "doubt": "hypothetical", "seem": "hypothetical",
    "fail": "denied", "prevent": "denied", "deny": "denied", "allege": "alleged", "postpone": "postponed",
    "cancel": "cancelled", "ongoing": "ongoing", "if": "hypothetical", "will": "planned", "can": "hypothetical",
    "would": "hypothetical",
}  # fmt: skip
# Over a mere object these say nothing of whether what they name exists: `examined the killing`, `feared the storm`.
CLAUSE_ONLY = frozenset({"seem", "doubt", "manage"})
# These take a thing as it is: `reviewed the attack`; only a clause or an infinitive under them is not yet real.
WEAK_OBJECT = frozenset({
    "call", "decide", "ask", "tell", "order", "fear", "appeal", "mean", "set", "prefer", "push", "move", "permit", "allow",
    "design", "look", "work", "fight", "bring", "warn", "expect-of", "follow", "lobby", "press", "like", "direct",
})  # fmt: skip
FORESEEN = frozenset(
    {"call", "order", "fear", "allow", "permit"}
)  # of these, only `the` attack: `fear an attack` is to come
# Prepositions by which a class passes to what stands under them (`accused of hacking`), and those that tell a setting.
PASSING: Mapping[str, tuple[str, ...]] = {
    "allege": ("of", "with", "for"), "deny": ("of",), "doubt": ("of",), "plan": ("for", "of", "on", "with"),
    "wish": ("for", "of", "on"),
    "try": ("at",), "prevent": ("from",), "fail": ("from", "in", "of"), "postpone": ("of", "in", "to"), "cancel": ("of",),
}  # fmt: skip
SETTING = frozenset({"after", "before", "during", "since", "following", "despite", "over", "amid", "because", "at"})
FROM_NOW = ("until", "once", "when", "before")  # in the present tense, what they begin is still to come


@cache
def classes(pos: str) -> Mapping[str, str]:
    """Word to class, for one part of speech of the table."""
    return {row["word"]: row["class"] for row in tables.table("event_status") if row["pos"] == pos}

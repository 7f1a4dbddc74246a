"""English predicates: groups of verbs, nouns that name events, verbs that tell of no event by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.language import tables
from dateline.records.marks import EventMention

# Verbs that tell of no event by themselves.
_EMPTY = frozenset({
    "begin", "start", "continue", "have", "make", "take", "give", "get", "do", "put", "see", "carry", "use", "want", "keep",
    "hold", "become", "remain", "include", "know", "need", "try", "seem", "appear", "look", "stand", "lead", "last",
})  # fmt: skip
_MOVING = frozenset({"come", "go"})  # tell of a journey only of those who travel: `the news comes as`
# Words that are deeds when they are said.
_PERFORMED = frozenset({
    "accuse", "order", "urge", "announce", "reveal", "admit", "deny", "apologise", "apologize", "pledge", "vow", "warn",
    "threaten", "demand", "condemn",
})  # fmt: skip


def kind_of(event: EventMention) -> str:
    """The group of its verb, or the verb itself. Who strikes nobody is on strike; only somebody with a name shakes hands."""
    if event.lemma in _MOVING and not happens(event):
        return event.lemma
    if event.lemma == "strike" and not any(part.role == "patient" for part in event.participants):
        return "strike"
    if event.lemma == "shake" and not any(part.name for part in event.participants if part.role == "agent"):
        return event.lemma
    return _groups().get(event.lemma) or _groups().get(event.lemma.split()[0], event.lemma)


def happens(event: EventMention) -> bool:
    """Whether it is neither empty (`begin`, unless a noun tells it; `the news comes`) nor only says or thinks something."""
    if event.lemma in _EMPTY and not event.noun:
        return False
    if event.lemma in _MOVING and not any(part.role == "agent" and part.name for part in event.participants):
        return False
    return not event.speaks or event.lemma in _deeds()


def acts(event: EventMention) -> float:
    """The share of the senses of its verb that are deeds or changes; of a verb that is not known, none."""
    return _acts().get(event.lemma, 0.0)


@cache
def _acts() -> Mapping[str, float]:
    return {row["verb"]: int(row["acts"]) / 10 for row in tables.table("verb_acts")}


@cache
def _groups() -> Mapping[str, str]:
    """Verb to the kind of event that it tells of."""
    return {row["verb"]: row["group"] for row in tables.table("event_groups")}


@cache
def _deeds() -> frozenset[str]:
    """Verbs that do something by being said."""
    return frozenset((*_PERFORMED, *_groups(), *tables.words("plan_words")))

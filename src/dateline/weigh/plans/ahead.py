"""Is it a plan? How surely somebody who can plan it means what a sentence tells as still to come, by learnt weights.

What a sentence gives a day or a place, tells of somebody with a name, and puts in a clause of its own is a plan; a wish, a
fear, a guess, what is only tried or what a thing will bring about is none. What leads to it (`will`, `scheduled`, `way`) tells
most, then what is to be done (`appear`, not `suffer`). The weights (`language/data/plan_signs.tsv`), and how often a plan stood
under each such word (`plan_odds.tsv`), are learnt by bench/learn_plans.py from sentences that the authors judged.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from dateline.language import tables
from dateline.records.marks import MAINLY
from dateline.weigh import words
from dateline.weigh.mentions import Mention


def chance(mention: Mention) -> float:
    """How surely a mention of what is still to come tells of a plan, from 0 to 1."""
    weights = _weights()
    odds = weights[""] + sum(weights[sign] * value for sign, value in signs(mention).items())
    return round(1 / (1 + math.exp(-odds)), 3)


def signs(mention: Mention) -> dict[str, float]:
    """The signs of a mention, each 0 or 1 or a share; `cue` and `verb` are the log-odds of what leads to it and tells it."""
    event, tongue, text = mention.event, mention.language, mention.marked.report.text
    planning, context, told = tongue.planning, tongue.context, mention.marked.report.published.day
    acts = planning is not None and any(
        one.span in event.evidence and planning.act(one) is not None for one in mention.marked.events
    )
    return {
        "cue": _odds("cue", cue(mention)),
        "verb": _odds("verb", event.lemma),
        "ahead": float(bool(event.time and event.earliest and told and event.earliest >= told)),
        "time": float(event.time is not None),
        "place": float(any(part.role == "place" for part in event.participants)),
        "where": float(bool(mention.places)),
        "named": float(bool(mention.who)),
        "object": float(any(part.role == "patient" for part in event.participants)),
        "quoted": float(mention.quoted),
        "own": float(_is_own(mention)),
        "lead": float(mention.lead or mention.label == "headline"),
        "leans": float(bool(context and context.needs_context(event.sentence.of(text)))),
        "mainly": MAINLY[event.rank],
        "infinitive": float(event.rank == "infinitive"),
        "adverbial": float(event.rank == "adverbial"),
        "act": float(acts),
        "acts": mention.acts,
        "kind": float(planning is not None and planning.plannable(text, event) is not None),
        "supposed": float(planning is not None and planning.only_supposed(text, event)),
    }


def cue(mention: Mention) -> str:
    """The stem of the last word that says that it is still to come."""
    event = mention.event
    return words.stem(event.evidence[-1].of(mention.marked.report.text).casefold()) if event.evidence else ""


def _is_own(mention: Mention) -> bool:
    """Whether who is to do it says so."""
    event = mention.event
    doers = event.names("agent")
    said = (quote for quote in mention.marked.quotes if quote.speaker in doers and quote.polarity == "assert")
    return any(span.holds(event.span) for quote in said for span in quote.content)


@cache
def _weights() -> Mapping[str, float]:
    """What each sign adds to the log-odds; without a name what all begin with."""
    return {row["sign"]: float(row["weight"]) for row in tables.table("plan_signs")}


def _odds(sign: str, word: str) -> float:
    known = _known()
    return known.get((sign, word), known[sign, ""])


@cache
def _known() -> Mapping[tuple[str, str], float]:
    """The log-odds that a plan stands under a word, as a cue or as its verb; without a word those of all."""
    return {(row["sign"], row["word"]): float(row["odds"]) for row in tables.table("plan_odds")}

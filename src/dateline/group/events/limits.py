"""What no two mentions of one event can have: opposite roles, other parties, days that exclude one another, two states.

The annotated stories bear few dates, so none of this could be learnt: the weights are set by hand, and low. A pair that breaks
a limit is not cut for ever (one mention may be misread): its score is negative, and is outvoted by many that are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np

from dateline.group.events.seen import Seen
from dateline.group.events.traits import Trait

Matrix = Any  # numpy's arrays, their shapes said where they are made

NEVER = -1.0  # score of a pair that breaks a limit
FAINT = 0.1  # what scores less is no event anyway
SURE = 0.6  # score from which two mentions in one report share a day
OTHERS = 0.25  # what is left of a score where it befalls others
LOOSE = 0.5  # what is left of a score where others act, or a day, or a report's, speaks against it without excluding it
SLACK = 1  # days by which two readings of one date may differ (time zones, `late on Monday`)
FRESH = 3  # days for which what somebody said is told as news
WEEK = 7
MUTUAL = "meet"  # what two do with one another has no opposite
DONE = ("happened", "ongoing")
TWICE, FARTHEST = 2.0, 10.0  # times one number another, from which in one report, and in two, two things were counted
PAIR = 2  # what two do with one another is known by two
_AGENT, _PATIENT, _PLACE, _OTHER = 0, 1, 2, 3


def limited(seen: Seen, pairs: tuple[Matrix, Matrix], scores: Matrix) -> Matrix:
    """The scores of pairs of mentions, held within what two mentions of one event can have."""
    traits = _dated(seen.traits, pairs, scores)
    out = scores.copy()
    for at in np.flatnonzero(scores >= FAINT).tolist():
        out[at] = _limit(traits[pairs[0][at]], traits[pairs[1][at]], float(scores[at]))
    return out


def _dated(traits: Sequence[Trait], pairs: tuple[Matrix, Matrix], scores: Matrix) -> Sequence[Trait]:
    """The mentions; one without a day takes that of the mention in its own report which is most surely the same event."""
    out = list(traits)
    sure = np.flatnonzero(scores >= SURE)
    for at in sure[np.argsort(-scores[sure], kind="stable")].tolist():
        a, b = int(pairs[0][at]), int(pairs[1][at])
        if traits[a].report == traits[b].report and (out[a].days is None) != (out[b].days is None):
            bare, other = (a, b) if out[a].days is None else (b, a)
            if out[bare].long_days is not None or out[bare].unread:
                continue  # its own words say when
            out[bare] = replace(traits[bare], days=out[other].days)
    return out


def _limit(a: Trait, b: Trait, score: float) -> float:
    if (
        opposite(a, b)
        or abroad(a, b)
        or others_speak(a, b)
        or others_meet(a, b)
        or long_before(a, b)
        or long_before(b, a)
    ):
        return NEVER
    if others_undergo(a, b) or others_counted(a, b):
        score *= OTHERS
    elif others_act(a, b):
        score *= LOOSE
    if a.empty and b.empty and not a.arguments.union(a.near) & b.arguments.union(b.near):
        return 0.0
    if a.spoken and b.spoken and not {*a.clause, *a.near} & {*b.clause, *b.near} - a.phrased[_AGENT]:
        score *= LOOSE
    gap = days_between(a, b)
    done = a.status in DONE and b.status in DONE
    if gap is not None and gap > 0:
        return NEVER if gap > SLACK and done else LOOSE * score
    if _foretold(a, b) or _foretold(b, a):
        return NEVER if "planned" in (a.status, b.status) else LOOSE * score
    news = a.spoken and b.spoken and gap is None and a.told_on is not None and b.told_on is not None
    return LOOSE * score if news and abs((a.told_on or 0) - (b.told_on or 0)) > FRESH else score


def opposite(a: Trait, b: Trait) -> bool:
    """Whether the same kind of deed is done here by A to B and there by B to A, and by nobody the same way round."""
    if a.kind != b.kind or a.kind == MUTUAL:
        return False
    doers, sufferers = a.named[_AGENT] - a.named[_PATIENT], a.named[_PATIENT] - a.named[_AGENT]
    turned = doers & b.named[_PATIENT] and sufferers & b.named[_AGENT]
    return bool(turned) and not (doers & b.named[_AGENT] or sufferers & b.named[_PATIENT])


def abroad(a: Trait, b: Trait) -> bool:
    """Whether the two take place in different states."""
    return bool(a.states and b.states) and not a.states & b.states


def others_speak(a: Trait, b: Trait) -> bool:
    """Whether each is said by somebody with a name, and nobody says both."""
    return a.spoken and b.spoken and bool(a.named[_AGENT] and b.named[_AGENT]) and not a.named[_AGENT] & b.named[_AGENT]


def others_undergo(a: Trait, b: Trait) -> bool:
    """Whether one kind of deed befalls another person in each: whom it is done to, or who does what is done to nobody."""
    if a.kind != b.kind or a.kind == MUTUAL or bool(a.phrased[_PATIENT]) != bool(b.phrased[_PATIENT]):
        return False
    role = _PATIENT if a.phrased[_PATIENT] else _AGENT
    here, there = a.named[role] & a.persons, b.named[role] & b.persons
    return bool(here and there) and not (here & _parties(b) or there & _parties(a))


def others_counted(a: Trait, b: Trait) -> bool:
    """Whether a deed befalls so many here and so many there that no dispute can be the reason; a report seldom disputes with
    itself.
    """
    if a.kind != b.kind or a.counted is None or b.counted is None:
        return False
    few, many = sorted((a.counted, b.counted))
    return many > (TWICE if a.report == b.report else FARTHEST) * few


def others_act(a: Trait, b: Trait) -> bool:
    """Whether one kind of deed is done by others in each (a bid of this club and of that); a state may stand for its leader."""
    if a.kind != b.kind or a.kind == MUTUAL or a.spoken or b.spoken:
        return False
    here, there = a.named[_AGENT], b.named[_AGENT]
    alike = bool(here & a.persons) == bool(there & b.persons)
    return bool(here and there and alike) and not (here & _parties(b) or there & _parties(a))


def long_before(a: Trait, b: Trait) -> bool:
    """Whether a's words date it in some month or year (`In 2029 he had`) and b's on a day that is none of it, or on one that
    nobody can read (`on Thursday`), of which only news of the week is told.
    """
    if a.long_days is None or a.status not in DONE or b.status not in DONE:
        return False
    if a.told_on is not None and a.long_days[0] > a.told_on:
        return False  # what it is for (`invited for the summer`)
    if b.unread:
        return True
    there = b.days or b.long_days
    return there is not None and max(there[0] - a.long_days[1], a.long_days[0] - there[1]) > SLACK


def others_meet(a: Trait, b: Trait) -> bool:
    """Whether each is something that some do with one another, and not two of them are in both."""
    if a.kind != b.kind or a.kind != MUTUAL:
        return False
    here, there = _parties(a), _parties(b)
    return min(len(here), len(there)) >= PAIR and len(here & there) < PAIR


def _parties(a: Trait) -> frozenset[str]:
    """Who takes part, whatever the role, but the place."""
    return a.named[_AGENT] | a.named[_PATIENT] | a.named[_OTHER]


def days_between(a: Trait, b: Trait) -> int | None:
    """Days between the last possible day of one and the first of the other; 0 where the two can be one; None unknown."""
    pairs = product(_possible(a), _possible(b))
    return min((max(0, there[0] - here[1], here[0] - there[1]) for here, there in pairs), default=None)


def _possible(a: Trait) -> list[tuple[int, int]]:
    """The days that it can be of: a weekday that is in doubt is that day or the one a week later."""
    if a.doubtful is not None:
        first, last = a.doubtful
        return [a.doubtful, (first + WEEK, last + WEEK)]
    return [] if a.days is None else [a.days]


def _foretold(a: Trait, b: Trait) -> bool:
    """Whether a is told as done in a report of a day before b can have been."""
    return a.status == "happened" and a.told_on is not None and b.days is not None and b.days[0] > a.told_on + SLACK

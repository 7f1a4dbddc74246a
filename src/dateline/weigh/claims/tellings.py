"""How alike two sentences tell what they give a value for: by the clauses that give it, and by the days in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from dateline import edtf
from dateline.records.marks import Time, inside
from dateline.weigh.claims.sides import FARTHEST
from dateline.weigh.events.slots import OF_NO_WEEK, Given
from dateline.weigh.events.whole import LONG_AGO
from dateline.weigh.index import Index

FEWEST = 2  # content words that they share
# shares of the shorter and of the longer clause from which the two differ in hardly more than the values
CLAUSE, WHOLE = 0.6, 0.45
HELD = 0.75  # share of the shorter clause that the longer one holds, where it is denied
DONE = 0.5  # share of what is done in the shorter clause
WEEK = 7.0  # days
NEAR_DAYS = 3.0  # days apart at which two datings of one deed are taken for one deed dated twice
_TO_A_DAY = 2  # hyphens in a TIMEX3 value that tells a day


class Tellings:
    """Clauses that give values, held against one another."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def differ_little(self, one: Given, other: Given) -> bool:
        """Whether two clauses in which something is done differ in hardly more than the values."""
        if is_counted(one) or is_counted(other):
            return False
        a, b = (self._clause(each) for each in (one, other))
        shared = len(a & b)
        return shared >= FEWEST and shared >= CLAUSE * min(len(a), len(b)) and shared >= WHOLE * max(len(a), len(b))

    def is_held(self, one: Given, other: Given) -> bool:
        """Whether one clause holds nearly all that the other tells."""
        a, b = (self._clause(each) for each in (one, other))
        return len(a & b) >= max(FEWEST, HELD * min(len(a), len(b)))

    def does_alike(self, one: Given, other: Given) -> bool:
        """Whether two clauses tell alike what is done, whoever does it."""
        a, b = ({word for word in self._clause(each) if not word.startswith("@")} for each in (one, other))
        return len(a & b) >= DONE * min(len(a), len(b))

    def dated_twice(self, one: Given, other: Given) -> bool:
        """Whether two days can be one deed's: they are near, or both lie long back; or two years, in the same words.

        Never where one is a week: `last week` hangs on the day on which it is said.
        """
        if not has_day(one) or not has_day(other) or any(0 < each.high - each.low < WEEK for each in (one, other)):
            return False
        near = max(one.low, other.low) - min(one.high, other.high) <= NEAR_DAYS
        if near and (one.low == one.high or other.low == other.high):
            return one.low == one.high and other.low == other.high
        told = self.index.day(one.report) or self.index.day(other.report)
        old = bool(told) and all(
            edtf.apart(each.mention.event.latest or told, told) > LONG_AGO for each in (one, other)
        )
        coarse = all(each.high - each.low > NEAR_DAYS for each in (one, other))
        alike = old or (coarse and self.differ_little(one, other))
        return alike and one.mention.event.lemma == other.mention.event.lemma

    def on_other_days(self, one: Given, other: Given) -> bool:
        """Whether two sentences of which nobody can say the week are of two days of it; one that names none is of the first day
        that its report names.
        """
        mine, theirs = map(_weekday, (one, other))
        return bool(mine and theirs and mine != theirs)

    def is_settled(self, one: Given) -> bool:
        """Whether it is of long ago, so that a number rises no more."""
        told, days = self.index.day(one.report), one.mention.days
        return days is not None and (not told or edtf.apart(days[1], told) > LONG_AGO)

    def _clause(self, one: Given) -> frozenset[str]:
        every = self.index.pages[one.report].bag(one.mention.event.clause).every
        return frozenset(word for word in every if not any(map(str.isdigit, word)) or word.startswith("@"))


def _weekday(one: Given) -> str:
    own = one.mention.event.sentence
    named = [time for time in one.mention.marked.times if time.timex.startswith(OF_NO_WEEK)]
    return next((time.timex for time in (*inside(named, own), *named)), "")


def happened_at_once(one: Given, other: Given) -> bool:
    """Whether both tell of what has just happened, by the days in their sentences: of nothing long past, nor of two days."""
    here, there = ([time for time in _days(each) if any(map(str.isdigit, time.timex))] for each in (one, other))
    fresh = all(time.timex.count("-") == _TO_A_DAY and time.earliest == time.latest for time in (*here, *there))
    meet = not here or not there or any(_is_same(*pair) for pair in product(here, there))
    return fresh and meet and all(each.mention.event.status == "happened" for each in (one, other))


def has_day(one: Given) -> bool:
    """Whether its own words give a day, and not the hour alone."""
    return any(
        time.span == one.mention.event.time and not any(map(str.isdigit, time.timex.partition("T")[2]))
        for time in one.mention.marked.times
    )


def is_far(one: Given, other: Given) -> bool:
    """Whether one number is so many times the other that they are of two things; of `at least ten` and 31,000 too."""
    return one.kind in ("number", "term") and FARTHEST * min(one.high, other.high) < max(one.low, other.low)


def is_old(one: Given, other: Given) -> bool:
    """Whether they date what is long past: by a month, or a year."""
    return one.kind == "date" and max(one.high - one.low, other.high - other.low) > NEAR_DAYS


def meet(one: Given, other: Given) -> bool:
    """Whether the days of two mentions can be one."""
    a, b = one.mention.days, other.mention.days
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def of_nobody(one: Given) -> bool:
    """Whether its sentence tells of `him` or `it`, and nobody can say of whom."""
    context = one.mention.language.context
    return context is not None and context.needs_context(one.cite.text)


def is_counted(one: Given) -> bool:
    """Whether what it counts is all that tells of its event (`54 games`)."""
    return one.mention.is_noun and one.mention.event.span.of(one.mention.marked.report.text) in one.text


def _days(one: Given) -> Sequence[Time]:
    return [time for time in inside(one.mention.marked.times, one.cite.span) if time.type == "DATE"]


def _is_same(one: Time, other: Time) -> bool:
    return one.timex == other.timex or (one.earliest is not None and one.earliest == other.earliest)

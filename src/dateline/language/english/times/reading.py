"""A text as the grammar of English times reads it (`language.times.Reading`): where a time stands, and its value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from dateline.language import tables
from dateline.language.english.times import days, named, rules, steps
from dateline.language.english.times.grammar import Fit, fits, place
from dateline.language.english.times.rules import NOUNS, first_of
from dateline.language.english.times.tokens import Tokens, scan, symbols
from dateline.language.times import Context, Draft

# A rule of `data/time_patterns.tsv` -> what values its words.
RULES: Mapping[str, rules.Rule] = {
    "calendar": rules.calendar, "relunit": steps.relunit, "lastnight": steps.lastnight, "shift": steps.shift,
    "span": steps.span, "recent": steps.recent, "quarter": named.quarter, "century": named.century,
    "decade": named.decade, "duration": steps.duration, "yearend": steps.yearend, "units": steps.units,
    "set": steps.recurring, "ref": steps.reference, "clock": steps.only_clock, "year": named.year, "iso": named.iso,
    "firstyear": named.firstyear, "dayof": days.day_beside, "monthday": days.monthday, "laterday": days.laterday,
    "lateryear": days.lateryear, "partof": named.part_of, "overnight": steps.overnight, "age": steps.duration,
    "described": steps.described, "dayofmonth": days.day_of_month, "inpart": days.in_part, "yearworded": named.worded,
    "dayfrom": days.day_from, "beforelast": days.before_last, "dayalone": days.day_alone,
}  # fmt: skip
_NEAR = ("deictic", "weekday", "ago", "tonight", "coming")
_LAST = ("unit", "weekend", "weekday", "weekdayab", "month", "monthy", "monthab", "season", "daypart")
_BOUNDS: Mapping[str, Literal["first", "last"]] = {"since": "first", "until": "last", "by": "last"}
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class EnglishReading:
    """A text in the tokens that the grammar goes over.

    Of the rules that fit at a token the first that gives a value is taken.
    """

    tokens: Tokens

    @property
    def starts(self) -> tuple[int, ...]:
        """The offset at which each token begins."""
        return self.tokens.starts

    @property
    def near(self) -> int:
        """How many words count from the day of speaking; `last` does before a unit or a name of the calendar."""
        return sum(1 for _ in _near().finditer(self.tokens.classes))

    @property
    def years(self) -> tuple[int, ...]:
        """The years in four figures."""
        return tuple(int(text) for text in self._texts("y4"))

    @property
    def eras(self) -> int:
        """How many words name an era."""
        return self.tokens.classes.count(symbols()["era"])

    @property
    def numeric(self) -> tuple[tuple[int, int], ...]:
        """The first two numbers of each date in figures that does not begin with the year."""
        pairs = [_DIGITS.findall(text) for text in self._texts("numdate")]
        return tuple((int(first), int(second)) for first, second, *_ in pairs)

    def fits(self, first: int) -> int | None:
        """The first token from `first` on at which a time may begin."""
        return place(self.tokens, first)

    def draft(self, first: int, context: Context) -> Draft | None:
        """The time that begins at a token, by the first of the rules that fit there and give it a value."""
        for fit in fits(self.tokens, first):
            rule = RULES.get(fit.rule)
            draft = rule(fit, context) if rule else None
            if draft:
                bound = _BOUNDS.get(fit.before()) if draft.type == "DATE" and not _describes(fit) else None
                zone = _zone(fit) if draft.type == "TIME" else ""
                end = self.tokens.ends[fit.last - 1]
                opens = fit.before() in ("from", "between")
                draft = replace(draft, opens=opens, closes=_closes(fit, draft, context))
                return replace(draft, bound=bound, zone=zone, start=fit.start, end=end, after=fit.last)
        return None

    def _texts(self, kind: str) -> list[str]:
        symbol = symbols()[kind]
        if symbol not in self.tokens.classes:
            return []
        return [self.tokens.token(number).text for number, sign in enumerate(self.tokens.classes) if sign == symbol]


def reading(text: str) -> EnglishReading:
    """A text, a sentence or a line, as the grammar reads it."""
    return EnglishReading(scan(text))


@cache
def _near() -> re.Pattern[str]:
    near, last = ("".join(symbols()[kind] for kind in kinds) for kinds in (_NEAR, _LAST))
    return re.compile(f"[{near}]|(?<!{symbols()['the']}){symbols()['last']}(?=[{last}])")


def _describes(fit: Fit) -> bool:
    """Whether a holiday or season only says which: `struck by the Boxing Day storm of 2019`."""
    return fit.after() in NOUNS and first_of(fit.tokens, "holiday", "season") is not None


def _closes(fit: Fit, draft: Draft, context: Context) -> bool:
    """Whether a time ends a range: `4-6 October`, `from Monday to Friday`, `between May and June`; not `moved from … to …`."""
    if draft.type != "DATE" or not (context.follows(fit.first) or _after_comma(fit, context)):
        return False
    if fit.before() == "slash":
        return fit.rule == "lateryear"
    if fit.before() == "dash":
        tight = fit.within.ends[fit.first - 2] == fit.within.starts[fit.first - 1]
        return tight or draft.counted is None
    if fit.before() in ("to", "until"):
        moved = context.sight is not None and context.sight.moved(fit.start)
        alone = (
            draft.counted is None and fit.before() == "to"
        )  # `4 to 6 October`; not `postponed on Friday until 6 October`
        return (context.opens or alone) and not moved
    return fit.before() == "and" and context.opens


def _after_comma(fit: Fit, context: Context) -> bool:
    """Whether a comma stands before the word that ends a range: `from Monday, June 2, to Friday, June 6`."""
    return context.opens and fit.before(2) == "comma" and context.follows(fit.first - 1)


@cache
def _zones() -> Mapping[str, str]:
    return {row["zone"]: "" if row["summer"] else row["offset"] for row in tables.table("zones")}


def _zone(fit: Fit) -> str:
    """The offset of the zone that is named; empty where none is, or where its name alone does not tell."""
    name = next((token.text.upper() for token in fit.tokens if token.kind == "zone"), "")
    return _zones().get(name, "")

"""English expressions of time (`language.times.Times`): a grammar over classes of tokens, rules of value, and tense.

`tokens` gives words their classes, `grammar` finds what fits, `rules`, `steps` and `named` value it, from the calendar and
from what the report told before; `tense` reads off the parse whether a sentence looks back or ahead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.language.english.deeds import talk
from dateline.language.english.times.reading import reading
from dateline.language.english.times.tense import Tense

if TYPE_CHECKING:
    from dateline.language.tokens import Doc

__all__ = ["day_first", "of_a_game", "reading", "sight"]

_PARTS = ("quarter", "half")
_OF_TRADE = ("profit", "earnings", "revenue", "sales", "income")  # what is told of a year's quarters
_MONTH_FIRST = ("", "US", "PH")  # regions; without one, as most English pages have it


def day_first(tag: str | None) -> bool:
    """Whether dates in figures have the day before the month where a text has this language tag."""
    return (tag or "").replace("_", "-").upper().partition("-")[2] not in _MONTH_FIRST


def of_a_game(text: str) -> bool:
    """Whether a text is of sport, and has quarters or halves at all."""
    if not any(word in text for word in _PARTS) or any(word in text for word in _OF_TRADE):
        return False
    return talk.setting(text) == "sport"


def sight(doc: Doc, headline: bool, report: Sequence[Doc] = ()) -> Tense:
    """How a parsed sentence looks at its times; `report` are all sentences of its report."""
    return Tense(doc, headline, report)

"""English traits: `a mother of 12`, `home to 120,000 people`, `with a population of about 9,000`, `in critical condition`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.cite import Span
from dateline.language.english import numbers
from dateline.language.traits import Trait, TraitKind

_GRADES = "critical|serious|grave|guarded|fair|stable|satisfactory|good"
_MORE = r"(?:,?\s(?:but|and|yet|though)\s(?P<more{}>" + _GRADES + r")\b)?"
_CONDITION = re.compile(
    rf"\b(?:in|into)\s(?:a\s|an\s)?(?P<grade>{_GRADES}){_MORE.format(1)}\scondition\b{_MORE.format(2)}"
    rf"|\bconditions?\s(?:was|were|is|are|as|remains?|remained)\s(?:\w+\sas\s|still\s)?(?P<told>{_GRADES})\b{_MORE.format(3)}",
    re.IGNORECASE,
)
_ROUND = r"about|around|some|nearly|almost|roughly|approximately|under|less than"
_ABOVE = r"more than|over|at least"
_ASKED: dict[TraitKind, str] = {
    "children": "How many children has {}",
    "population": "How many people live in {}",
    "condition": "In what condition is {}",
}
_NEAR, _HEAD = (
    32,
    4,
)  # code points between a trait and whose it is; from where a sentence begins to a name that begins it
_FEWEST = 100  # people that are a population
_ABOVE_BY = 1.5  # `more than` so many are hardly more than so many times as many


def traits(text: str, within: Span) -> Iterator[Trait]:
    """By set phrases; children and a condition belong to whoever is named beside them, a population to a place."""
    for match in _children().finditer(text, within.start, within.end):
        value = numbers.value(match["number"])
        if value is not None and value > 1:
            behind = _spans((match.end(), min(within.end, match.end() + _NEAR)))
            yield Trait("children", Span(*match.span("number")), (*_before(match, within), *behind), value, value)
    for match in _population().finditer(text, within.start, within.end):
        value = numbers.value(re.sub(r"(?<=,)\s", "", match["home"] or match["number"]))
        if value is not None and value >= _FEWEST:
            said, above = ("home_all", "home_above") if match["home"] else ("all", "above")
            first = _spans((within.start, min(within.start + _HEAD, match.start())))
            whose = _before(match, within) if match["home"] else first
            high = value * _ABOVE_BY if match[above] else value
            yield Trait("population", Span(*match.span(said)), whose, value, high, rounded=True)
    for match in _CONDITION.finditer(text, within.start, within.end):
        told = [group for group in ("grade", "told", "more1", "more2", "more3") if match[group]]
        grades = frozenset(match[group].casefold() for group in told)
        yield Trait("condition", Span(*match.span(told[0])), _before(match, within), grades=grades)


def asks(kind: TraitKind, whose: str, answers: Sequence[str]) -> str:
    """`How many children has Ada Marsh: 12, or 13?`"""
    first, *rest = answers
    return f"{_ASKED[kind].format(whose)}: {first}{''.join(f', or {text}' for text in rest)}?"


def _before(match: re.Match[str], within: Span) -> tuple[Span, ...]:
    return _spans((max(within.start, match.start() - _NEAR), match.start()))


def _spans(*bounds: tuple[int, int]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in bounds if start < end)


@cache
def _number() -> str:
    words = "|".join(sorted((*numbers.cardinals(), *numbers.scales()), key=lambda word: (-len(word), word)))
    return rf"(?:\d{{1,3}}(?:,\s?\d{{3}})+|\d+|(?:{words})(?:[\s-](?:{words}))*)"


@cache
def _children() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:mother|father|mom|mum|dad|parent)\sof\s(?P<number>{_number()})(?!\s?[%,.]\d)\b(?!\sof\b|\syears?\b)",
        re.IGNORECASE,
    )


@cache
def _population() -> re.Pattern[str]:
    number = _number()
    home = rf"(?P<home_all>(?:(?:(?P<home_above>{_ABOVE})|{_ROUND})\s)?(?P<home>{number}))"
    other = rf"(?P<all>(?:(?:(?P<above>{_ABOVE})|{_ROUND})\s)?(?P<number>{number}))"
    return re.compile(
        rf",\s(?:(?:which\s)?is\s)?home\sto\s{home}\s(?:people|residents|inhabitants)\b"
        rf"|\bpopulation\sof\s{other}\b(?!\s?%)",
        re.IGNORECASE,
    )

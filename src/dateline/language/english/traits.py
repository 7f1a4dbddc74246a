"""English traits: `a mother of 12`, `home to 120,000 people`, `with a population of about 9,000`, `in critical condition`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.cite import Span
from dateline.language import tables
from dateline.language.english import numbers
from dateline.language.english.words import root
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
    "home": "Where does {} live",
    "record": "How many wins and losses has {}",
    "cause": "What did {} die of",
}
_PLACE = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?"
_HOME = re.compile(rf"(?<=[a-z.]),\s(?:(?:aged?\s)?\d{{1,3}},\s)?of\s(?P<home>{_PLACE})(?!\s[A-Z&])")
_SCORE = r"\d{1,3}-\d{1,2}(?:-\d{1,2})?"
_RECORD = re.compile(
    rf"(?<=[a-z])(?:\s\(|,\s)(?P<record>{_SCORE})(?:\)|,\s\d{{1,2}}\s(?:KO|knockout|win)[’'s]*\b)"
    rf"|[’']s?\srecord\s(?:is|was|to|at|stands\sat)\s(?P<told>{_SCORE})\b",
)
_DEATH = re.compile(
    r"\b(?P<died>died?|dies)\b(?:\s[^\s,.;]+){0,4}?\s(?:of|from)\s(?P<cause>(?:[a-z][\w’'-]+|[A-Z][\w’]+['’]s)(?:\s[a-z’'-]+){0,4})"
    r"|\bcause of (?:\w+ )?death\b[^.;]{0,24}?\s(?P<unknown>unknown|unclear|not\s(?:\w+\s)?known)\b"
)
# What goes before the name of an illness, and what any illness or harm may be called.
_ILL = frozenset(
    (
        "apparent", "apparently", "complication", "complications", "related", "suspected", "acute", "severe", "long", "short",
        "a", "an", "the", "what",
    )
)  # fmt: skip
_ENDS = frozenset(
    (
        "at", "in", "on", "after", "while", "during", "with", "when", "as", "and", "but", "for", "before", "by", "to", "who",
        "which", "where",
    )
)  # fmt: skip
_ANY = frozenset(
    (
        "natural", "causes", "cause", "injuries", "injury", "wounds", "wound", "illness", "disease", "age", "old", "something",
        "his", "her", "their",
    )
)  # fmt: skip
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
    yield from _homes(text, within)
    yield from _records(text, within)
    yield from _causes(text, within)


def _homes(text: str, within: Span) -> Iterator[Trait]:
    """`Ada Marsh, 41, of Orsa`; a state is none, as a town in it is no other home."""
    for match in _HOME.finditer(text, within.start, within.end):
        if match["home"] not in _states():
            yield Trait(
                "home", Span(*match.span("home")), _before(match, within), grades=frozenset({match["home"].casefold()})
            )


def _records(text: str, within: Span) -> Iterator[Trait]:
    """`Ivo Rask (31-2-1)`, `Ivo Rask, 31-2, 20 KOs`, `took Rask's record to 31-2`."""
    for match in _RECORD.finditer(text, within.start, within.end):
        given = "record" if match["record"] else "told"
        yield Trait("record", Span(*match.span(given)), _before(match, within), grades=frozenset({match[given]}))


def _causes(text: str, within: Span) -> Iterator[Trait]:
    """`died on Sunday of pneumonia`; that it is not known is an answer too."""
    for match in _DEATH.finditer(text, within.start, within.end):
        if match["unknown"]:
            yield Trait("cause", Span(*match.span("unknown")), (), grades=frozenset({""}))
            continue
        said = list(re.finditer(r"[^\s]+", match["cause"]))
        stop = next((word.start() for word in said if word[0] in _ENDS), len(match["cause"]))
        cause = match["cause"][:stop].strip()
        grades = frozenset(root(word.casefold()) for word in cause.split() if word.casefold() not in _ILL | _ANY)
        start = match.start("cause")
        if grades:
            yield Trait("cause", Span(start, start + len(cause)), _spans(match.span("died")), grades=grades)


@cache
def _states() -> frozenset[str]:
    """Names of states in a state: those that the press abbreviates."""
    short = (row for row in tables.table("places") if any(alias.endswith(".") for alias in row["aliases"].split("|")))
    return frozenset(form for row in short for form in (row["name"], *row["aliases"].split("|")))


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

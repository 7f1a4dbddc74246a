"""Words to classes: a text becomes a row of tokens, each with the class that the grammar of times knows it by.

The words and their classes stand in `data/time_words.tsv`, the days with a name in `data/holidays.tsv`, the numbers in
`language.english.numbers`; figures are classed by their form. A class is one character of a string, so that the grammar can
be regular expressions over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.language import tables
from dateline.language.english import numbers

# classes of what is told by its form
SHAPES = (
    "other", "comma", "dot", "dash", "slash", "quote", "open", "close", "poss", "money",
    "isodt", "isodate", "numdate", "clock", "dec", "decade", "yy", "o1", "on", "d1", "d2", "dn", "y3", "y4",
)  # fmt: skip
# classes of words that stand in other tables than the one of time words
_ELSEWHERE = ("yw", "holiday", "num", "dozen", "big", "ord")

_TOKEN = re.compile(
    r"""
    (?=\S)(?: # no other place is worth a try
    [^\W\d_]{2,}(?!\w) # most are words
  | \d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?
  | \d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)
  | \d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d\d)(?![\d/])
  | \d{1,2}:\d\d(?::\d\d)?(?!\d)
  | \d{1,2}\.\d\d(?=\s?(?:[ap]\.?m\b|GMT|BST|CET))
  | \d{1,3}(?:,\d{3})+(?:\.\d+)? | \d+\.\d+
  | (?:1\d|20)\d0['’]?s\b | ['’]?\d0['’]?s\b | ['’]\d\d(?![\d\w])
  | \d+(?:st|nd|rd|th)\b
  | \d+(?![\d])(?=[ap]m\b) | \d+(?!\w) | \d+(?=[h]?\b)
  | (?:[A-Za-z]\.\s?){2,}(?<!\s) | [ap]\.m\b | o['’]clock
  | ['’]s\b
  | [^\W\d_](?![\w]) | \w+
  | \S
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PUNCTUATION = {
    ",": "comma", ".": "dot", "-": "dash", "–": "dash", "—": "dash", "‑": "dash", "/": "slash",
    '"': "quote", "“": "quote", "”": "quote", "'": "quote", "‘": "quote", "’": "quote", "„": "quote",
    "(": "open", ")": "close", "$": "money", "£": "money", "€": "money", "#": "money", "№": "money", "¥": "money",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its place in the text, its words, its class and the value that the table gives it."""

    start: int
    end: int
    text: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """A tokenised text. `classes` has one character a token; `starts` and `ends` are offsets into the text."""

    text: str
    classes: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def token(self, place: int) -> Token:
        """The token with a number."""
        words = self.text[self.starts[place] : self.ends[place]]
        kind = kinds()[self.classes[place]]
        return Token(self.starts[place], self.ends[place], words, kind, _value(words, kind))

    def slice(self, first: int, last: int) -> tuple[Token, ...]:
        """The tokens from index `first` up to, not including, `last`."""
        return tuple(self.token(place) for place in range(first, last))

    def kind(self, place: int) -> str:
        """The class of the token with a number, `other` beyond the ends."""
        return kinds()[self.classes[place]] if 0 <= place < len(self.classes) else "other"


@cache
def symbols() -> Mapping[str, str]:
    """Class to the character that stands for it."""
    names = dict.fromkeys((*SHAPES, *_ELSEWHERE, *(row["class"] for row in tables.table("time_words"))))
    return {name: chr(0x4E00 + number) for number, name in enumerate(names)}


@cache
def kinds() -> Mapping[str, str]:
    """The character that stands for a class, to the class."""
    return {symbol: name for name, symbol in symbols().items()}


Form = tuple[str, bool, str]  # the character of its class, whether it needs a capital, its value
Longer = Mapping[str, tuple[tuple[str, ...], ...]]  # the tokens of forms of several, longest first, by the second one


@cache
def _words() -> tuple[Mapping[str, Form], Mapping[str, Longer]]:
    """Each form that is known; and those of several tokens by the first one."""
    forms: dict[str, Form] = dict(_number_words())
    for row in reversed(tables.table("time_words")):  # of a form that stands twice the first row holds
        forms[_plain(row["form"])] = (symbols()[row["class"]], row["case"] == "cap", row["value"])
    for row in tables.table("holidays"):
        forms[_plain(row["name"])] = (symbols()["holiday"], True, row["name"])
    forms.update(_year_words())
    longer: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
    for parts in sorted(map(_split, forms), key=len, reverse=True):
        if len(parts) > 1:
            beside = longer.setdefault(parts[0], {})
            beside[parts[1]] = (*beside.get(parts[1], ()), parts)
    return forms, longer


def _number_words() -> Iterator[tuple[str, Form]]:
    for word, value in numbers.cardinals().items():
        yield word, (symbols()["num"], False, str(int(value)))
    for word, value in numbers.scales().items():
        yield word, (symbols()["dozen" if value < 100 else "big"], False, str(int(value)))
    for word, number in numbers.ordinals().items():
        yield word, (symbols()["ord"], False, str(number))


def _year_words() -> dict[str, Form]:
    """Years as speech has them, `nineteen ninety-six`, made of the table's numbers."""
    values = {word: int(value) for word, value in numbers.cardinals().items()}
    below = {word: value for word, value in values.items() if 10 <= value < 100}
    below |= {
        f"{ten}{joint}{unit}": values[ten] + values[unit]
        for ten in values for unit in values for joint in ("-", " ") if values[ten] >= 20 and 1 <= values[unit] <= 9
    }  # fmt: skip
    led = {word: 100 * value for word, value in values.items() if value in (18, 19, 20)}
    return {
        f"{first} {rest}": (symbols()["yw"], False, str(hundreds + value))
        for first, hundreds in led.items() for rest, value in below.items()
    }  # fmt: skip


def _split(form: str) -> tuple[str, ...]:
    return tuple(match[0] for match in _TOKEN.finditer(form))


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


def _value(words: str, kind: str) -> str:
    if kind in SHAPES:
        return words
    forms = _words()[0]
    known = forms.get(_plain(words))
    return known[2] if known else words


def scan(text: str) -> Tokens:
    """Tokenise a text and class its tokens."""
    places = [match.span() for match in _TOKEN.finditer(text)]
    starts: list[int] = []
    ends: list[int] = []
    classes: list[str] = []
    place = 0
    while place < len(places):
        start, end = places[place]
        sign, longer = _looked_up(text[start:end])
        count = 1 if longer is None else _longest(text, places, place, longer)
        if count > 1:
            end = places[place + count - 1][1]
            sign, _ = _looked_up(text[start:end])
        classes.append(sign)
        starts.append(start)
        ends.append(end)
        place += count
    return Tokens(text, "".join(classes), tuple(starts), tuple(ends))


@lru_cache(maxsize=20_000)
def _looked_up(word: str) -> tuple[str, Longer | None]:
    """The character of a word's class, or of that of several words; and what begins with it."""
    forms, longer = _words()
    plain = _plain(word)
    return _class(word, forms.get(plain)), longer.get(plain)


def _longest(text: str, places: list[tuple[int, int]], first: int, longer: Longer) -> int:
    """How many tokens from the token `first` on make the longest form of the table."""
    if first + 1 == len(places):
        return 1
    start, end = places[first + 1]
    for parts in longer.get(_plain(text[start:end]), ()):
        here = places[first : first + len(parts)]
        if len(here) == len(parts) and all(
            _plain(text[start:end]) == part for (start, end), part in zip(here, parts, strict=True)
        ):
            return len(parts)
    return 1


def _class(word: str, known: tuple[str, bool, str] | None) -> str:
    if known is not None:
        symbol, capital, _ = known
        return symbols()["other"] if capital and not word[0].isupper() else symbol
    if word.isalpha():
        return symbols()["other"]
    return symbols()[_shape(word)]


@cache
def _shape(word: str) -> str:
    """The class of a number or of punctuation, by its form."""
    if word in _PUNCTUATION:
        return _PUNCTUATION[word]
    if word in ("'s", "’s"):
        return "poss"
    if word.isdecimal():
        return _integer(word)
    for pattern, name in _FORMS:
        if pattern.fullmatch(word):
            return name
    return "other"


def _integer(word: str) -> str:
    if len(word) <= 2:
        return "d1" if 1 <= int(word) <= 12 else "d2" if 13 <= int(word) <= 31 else "dn"
    if len(word) == 3:
        return "y3"
    return "y4" if len(word) == 4 and 1000 <= int(word) <= 2199 else "dn"


_FORMS = tuple(
    (re.compile(pattern, re.IGNORECASE), name)
    for pattern, name in (
        (r"\d{4}-\d\d-\d\dT.*", "isodt"),
        (r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}", "isodate"),
        (r"\d{1,2}([-/.])\d{1,2}\1(\d{4}|\d\d)", "numdate"),
        (r"\d{1,2}:\d\d(:\d\d)?", "clock"),
        (r"\d{1,3}(,\d{3})+(\.\d+)?|\d+\.\d+", "dec"),
        (r"(1\d|20)\d0['’]?s|['’]?\d0['’]?s", "decade"),
        (r"['’]\d\d", "yy"),
        (r"([12]?\d|3[01])(st|nd|rd|th)", "o1"),
        (r"\d+(st|nd|rd|th)", "on"),
    )
)

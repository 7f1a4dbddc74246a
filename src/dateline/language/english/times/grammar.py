"""The grammar of times: patterns over classes of tokens, from `data/time_patterns.tsv`, as one regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.errors import LexiconError
from dateline.language import tables
from dateline.language.english.times.tokens import Token, Tokens, symbols

_PIECE = re.compile(r"\$?[a-z]\w*|\(\?(?:<?[=!])|[()|?*+]|\s+")
_GROUP = re.compile(r"\(\?(:|<?[=!])")


@dataclass(frozen=True, slots=True)
class Fit:
    """Tokens `first` up to `last` of a text that fit the pattern of a rule."""

    rule: str
    within: Tokens
    first: int
    last: int

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.within.starts[self.first]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens that fit."""
        return self.within.slice(self.first, self.last)

    def before(self, back: int = 1) -> str:
        """The class of the token that stands `back` places before."""
        return self.within.kind(self.first - back)

    def after(self, ahead: int = 0) -> str:
        """The class of the token that stands after, or `ahead` places further on."""
        return self.within.kind(self.last + ahead)


@cache
def _patterns() -> tuple[re.Pattern[str], Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]]:
    """All rules as one expression; and by the class of a first token each rule that may begin with it, in the table's order."""
    named: dict[str, str] = {}
    rules: list[tuple[str, str]] = []
    for row in tables.table("time_patterns"):
        pattern = _compiled(row["pattern"], named)
        if row["rule"].startswith("$"):
            named[row["rule"]] = pattern
        else:
            rules.append((row["rule"], pattern))
    opening: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for rule, pattern in rules:
        for sign in _openings(pattern):
            opening.setdefault(sign, []).append((rule, re.compile(pattern)))
    signs = "".join(sorted(opening))  # most words are none
    every = re.compile(f"(?=[{signs}])(?:" + "|".join(f"(?:{pattern})" for _, pattern in rules) + ")")
    return every, {sign: tuple(beginning) for sign, beginning in opening.items()}


def _openings(pattern: str) -> set[str]:
    """The signs with which what fits an expression over symbols may begin.

    >>> sorted(_openings("(?<=x)(?:a|b*)?c+|(?=y)d(?:e)"))
    ['a', 'b', 'c', 'd']
    """
    return _alternatives(pattern, 0)[0]


def _alternatives(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """The signs with which what fits alternatives may begin, whether it may be empty, and where they end in the expression."""
    every: set[str] = set()
    may_be_empty = False
    first, is_empty = set[str](), True  # of the alternative so far
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            every, may_be_empty = every | first, may_be_empty or is_empty
            first, is_empty, at = set(), True, at + 1
            continue
        group = _GROUP.match(pattern, at)
        if group is None:
            signs, optional, at = {pattern[at]}, False, at + 1
        else:
            signs, optional, at = _alternatives(pattern, group.end())
            at += 1
            if group[1] != ":":  # it looks ahead or back, and takes nothing
                signs, optional = set(), True
        if pattern[at : at + 1] in ("?", "*", "+"):
            optional, at = optional or pattern[at] != "+", at + 1
        first, is_empty = (first | signs if is_empty else first), is_empty and optional
    return every | first, may_be_empty or is_empty, at


def _compiled(pattern: str, named: dict[str, str]) -> str:
    """The expression over symbols that a pattern of the table stands for. Raises LexiconError."""
    out, end = [], 0
    for piece in _PIECE.finditer(pattern):
        if piece.start() != end:
            break
        end = piece.end()
        word = piece[0]
        if word.startswith("$"):
            out.append(f"(?:{named[word]})")
        elif word[0].isalpha():
            if word not in symbols():
                raise LexiconError(f"data/time_patterns.tsv: no class {word!r} in {pattern!r}")
            out.append(symbols()[word])
        elif not word.isspace():
            out.append("(?:" if word == "(" else word)
    if end != len(pattern):
        raise LexiconError(f"data/time_patterns.tsv: cannot read {pattern[end:]!r} in {pattern!r}")
    return "".join(out)


def place(tokens: Tokens, first: int) -> int | None:
    """The first token from `first` on at which any rule fits."""
    match = _patterns()[0].search(tokens.classes, first)
    return match.start() if match else None


def fits(tokens: Tokens, first: int) -> Iterator[Fit]:
    """What fits from the token `first` on, in the rules' order."""
    for rule, pattern in _patterns()[1].get(tokens.classes[first : first + 1], ()):
        match = pattern.match(tokens.classes, first)
        if match:
            yield Fit(rule, tokens, first, match.end())

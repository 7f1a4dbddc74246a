"""The grammar of times: patterns over classes of tokens, from `data/time_patterns.tsv`, as one regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.errors import LexiconError
from dateline.language import tables
from dateline.mark.times.tokens import Token, Tokens, scan, symbols

_PIECE = re.compile(r"\$?[a-z]\w*|\(\?(?:<?[=!])|[()|?*+]|\s+")


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `first` up to `last` of a text that fit the pattern of a rule."""

    rule: str
    within: Tokens
    first: int
    last: int

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
def _patterns() -> tuple[re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    """All rules as one expression, and each alone with its name, in the table's order."""
    named: dict[str, str] = {}
    rules: list[tuple[str, str]] = []
    for row in tables.table("time_patterns"):
        pattern = _compiled(row["pattern"], named)
        if row["rule"].startswith("$"):
            named[row["rule"]] = pattern
        else:
            rules.append((row["rule"], pattern))
    every = re.compile("|".join(f"(?:{pattern})" for _, pattern in rules))
    return every, tuple((rule, re.compile(pattern)) for rule, pattern in rules)


def _compiled(pattern: str, named: dict[str, str]) -> str:
    """The expression over symbols that a pattern of the table stands for. Raises LexiconError."""
    out, at = [], 0
    for piece in _PIECE.finditer(pattern):
        if piece.start() != at:
            break
        at = piece.end()
        word = piece[0]
        if word.startswith("$"):
            out.append(f"(?:{named[word]})")
        elif word[0].isalpha():
            if word not in symbols():
                raise LexiconError(f"data/time_patterns.tsv: no class {word!r} in {pattern!r}")
            out.append(symbols()[word])
        elif not word.isspace():
            out.append("(?:" if word == "(" else word)
    if at != len(pattern):
        raise LexiconError(f"data/time_patterns.tsv: cannot read {pattern[at:]!r} in {pattern!r}")
    return "".join(out)


def candidates(tokens: Tokens, at: int) -> Iterator[Found]:
    """What fits at the first place from token `at` on where any rule fits, in the rules' order."""
    every, rules = _patterns()
    hit = every.search(tokens.classes, at)
    if hit is None:
        return
    for rule, pattern in rules:
        match = pattern.match(tokens.classes, hit.start())
        if match:
            yield Found(rule, tokens, match.start(), match.end())


def read(text: str) -> Tokens:
    """The text as tokens that the grammar can go over."""
    return scan(text)

"""What numbers tell in expressions of time: counts in words and figures, years, and times of day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.language.english.numbers import composed
from dateline.language.english.times.tokens import Token

_DIGITS = re.compile(r"\d+")


def count(tokens: Sequence[Token]) -> str | None:
    """The count that tokens make, as TIMEX3 writes it: `2`, `2.5`, `X` for `several`; None when they make none."""
    parts = []
    seen = False
    for place, token in enumerate(tokens):
        if token.kind == "vague":
            return "X"
        if token.kind in ("d1", "d2", "dn", "y3", "y4", "dec"):
            parts.append((float(token.text.replace(",", "")), False))
        elif token.kind in ("num", "couple", "dozen", "big"):
            parts.append((float(token.value), token.kind != "num"))
        elif token.kind == "slash":  # `2 1/2`
            over, under = parts.pop()[0], int(tokens[place + 1].text)
            return f"{(parts[0][0] if parts else 0) + over / under:g}"
        elif token.kind == "half":
            if not parts and "and" in [before.kind for before in tokens[1:place]]:
                parts.append((1.0, False))  # `a day and a half`
            parts.append((0.5, False))
        elif token.kind != "a":
            continue
        seen = True
    if not seen:
        return None
    total = composed(parts) or 1.0
    return str(int(total)) if total == int(total) else str(total)


def ordinal_at(tokens: Sequence[Token], place: int) -> int:
    """The number of the ordinal at a place, with the ten that stands before it: `twenty-first`."""
    before = [token for token in tokens[max(place - 2, 0) : place] if token.kind != "dash"][-1:]
    tens = int(before[0].value) if before and before[0].kind == "num" else 0
    return ordinal_of(tokens[place]) + (tens if tens >= 20 else 0)


def ordinal_of(token: Token) -> int:
    """The number of an ordinal (`first`, `third`, `19th`)."""
    digits = _DIGITS.match(token.text)
    return int(digits[0]) if digits else int(token.value)


def year_of(tokens: Sequence[Token], era: bool = False) -> int | None:
    """The year that tokens name: four figures, `'98`, `332 BC`; before Christ as astronomers count (1 BC is 0)."""
    before = any(token.kind == "era" for token in tokens)
    for place, token in enumerate(tokens):
        if token.kind in ("y4", "y3", "dn", "d2") and (
            token.kind == "y4" or before or era or any(t.kind == "ad" for t in tokens)
        ):
            follows = tokens[place + 1].kind if place + 1 < len(tokens) else ""
            if follows in ("zone", "ampm"):
                continue
            number = int(token.text)
            return 1 - number if before or (era and token.kind == "y3") else number
        if token.kind == "yw":
            return int(token.value)
        if token.kind == "yy":
            number = int(token.text[1:])
            return 1900 + number if number > 30 else 2000 + number
    return None


def clock(tokens: Sequence[Token]) -> str | None:
    """The time of day that tokens tell, `HH:MM`; None when they tell none."""
    word = next((token for token in tokens if token.kind == "clockword"), None)
    if word:
        return word.value
    for place, token in enumerate(tokens):
        follows = [t.kind for t in tokens[place + 1 : place + 3]]
        dotted = token.kind == "dec" and follows[:1] and follows[0] in ("ampm", "zone") and "." in token.text
        hour_word = token.kind in ("d1", "d2") and follows[:1] and follows[0] in ("ampm", "oclock")
        military = token.kind == "y4" and follows[:1] == ["zone"]
        if token.kind == "clock" or dotted or hour_word or military:
            digits = _DIGITS.findall(token.text)
            hour, minute = (int(digits[0][:2]), int(digits[0][2:])) if military else (int(digits[0]), 0)
            if token.kind == "clock" or dotted:
                minute = int(digits[1])
            half = next((t.value for t in tokens[place + 1 : place + 3] if t.kind == "ampm"), None)
            if half:
                hour = hour % 12 + (12 if half == "pm" else 0)
            if hour > 24 or minute > 59:
                return None
            return f"{hour:02d}:{minute:02d}"
    return None

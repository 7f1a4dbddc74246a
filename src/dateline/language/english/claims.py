"""English claims: `because of`, `it is not clear whether`, `not`, tenses of auxiliaries, nouns of accusing."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from dateline.cite import Span
from dateline.language import tables
from dateline.language.english import numbers
from dateline.records.findings import Drift, PlanStatus

_LEADING = (
    r"because(?:\s+of)?|due\s+to(?!\s+(?:be|begin|start|take|meet|play|hold|open|end|go|come|arrive|leave|run)\b)"
    r"|owing\s+to|thanks\s+to|on\s+account\s+of|as\s+a\s+result\s+of|in\s+the\s+face\s+of|citing|blaming"
    r"|for\s+fear\s+of"
)
_PLAIN_REASON = re.compile(rf"\b(?:{_LEADING})\b\s+[^.;,]{{4,}}", re.IGNORECASE)
_REASON = re.compile(rf"\b(?:{_LEADING}|amid|after)\b\s+[^.;]{{8,}}", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:gave|gives|given|offered|offers|had|named|cited)\s+(?:another|other|(?:a )?different)\s+(?:reason|explanation)s?\b"
    r"[^.;:,]{0,20}[.:]",
    re.IGNORECASE,
)
_AWAITED = re.compile(r"\b(?:once|until|as soon as|not before)\s+[^.;,:”\"]{8,}", re.IGNORECASE)
_APART = re.compile(r"\sn't\b")  # `did n't`
_FIGURES = re.compile(r"\d[\d,.]*")
_OPEN_WORD = re.compile(r"[a-z']+|\?|0")
_NOT = frozenset({"not", "never", "no", "nobody", "nothing", "none", "neither", "nor", "without", "cannot"})
_TENSES = tuple(
    frozenset(pair.split("|"))
    for pair in (
        "is|was", "are|were", "has|had", "have|had", "will|would", "can|could", "may|might", "do|did", "am|was", "does|did",
        "shall|should",
    )
)  # fmt: skip


def reason(text: str, within: Span, *, plainly: bool = False) -> Span | None:
    """From `because of`, `citing` … to where the clause ends; not `plainly` also from `after` and `amid`."""
    match = (_PLAIN_REASON if plainly else _REASON).search(text, within.start, within.end)
    return Span(match.start(), match.start() + len(match[0].rstrip(" ,"))) if match else None


def gives_another(text: str, within: Span) -> bool:
    """`Korland gave another reason`, `offered a different explanation`, with nothing behind it."""
    return _ANOTHER.search(text, within.start, within.end) is not None


def awaited(text: str, within: Span) -> Span | None:
    """From `once`, `until` … to where the clause ends."""
    match = _AWAITED.search(text, within.start, within.end)
    return Span(match.start(), match.start() + len(match[0].rstrip())) if match else None


def left_open(text: str, within: Span) -> Iterator[tuple[int, int]]:
    """By the set phrases of `unknown_phrases.tsv`."""
    for match in _unknown().finditer(text, within.start, within.end):
        yield match.start(), match.lastindex or 0


def openness(text: str) -> float:
    """By the weights of its words and pairs of words (`open_signs.tsv`)."""
    weights = _open_signs()
    odds = weights[""] + sum(weights.get(one, 0.0) for one in sorted(open_words(text)))
    return 1 / (1 + math.exp(-odds))


def open_words(text: str) -> frozenset[str]:
    """The words of a sentence and its pairs of neighbours, lower case, a number or the name of a day as `0`; `not` as it is
    joined to a verb.
    """
    plain = _APART.sub("n't", text.lower().replace("’", "'"))
    words: list[str] = _OPEN_WORD.findall(_FIGURES.sub("0", plain))
    said = ["0" if word in _calendar() else word for word in words]
    return frozenset((*said, *(" ".join(pair) for pair in pairwise(said))))


def drift(dropped: Sequence[str], added: Sequence[str]) -> tuple[Drift, ...]:
    """A `not` that came or went, an auxiliary in another tense, a number in the place of another."""
    changed: list[Drift] = []
    if sum(map(_negative, dropped)) % 2 != sum(map(_negative, added)) % 2:
        changed.append("negation")
    pairs = {frozenset((old, new)) for old in dropped for new in added}
    if any(pair in pairs for pair in _TENSES):
        changed.append("tense")
    old_numbers, new_numbers = ({word for word in words if _is_number(word)} for words in (dropped, added))
    if old_numbers and new_numbers and old_numbers != new_numbers:
        changed.append("number")
    return tuple(changed)


def charges() -> frozenset[str]:
    """Nouns of accusing and claiming."""
    return tables.words("charges")


def is_mere_no(words: Sequence[str]) -> bool:
    """`No`, `Never`."""
    return tuple(words) in (("no",), ("never",))


def asks(cue: str) -> bool:
    """By any form of `ask`."""
    return any(word in ("ask", "asks", "asked", "asking") for word in cue.casefold().split())


def which(answers: Sequence[str]) -> str:
    """The answers with `or` between them; a number word that no longer begins the sentence in lower case."""
    first, *rest = map(numbers.inside, answers)
    return f"{first[:1].upper()}{first[1:]}{''.join(f', or {text}' for text in rest)}?"


def which_reason(status: PlanStatus, reasons: Sequence[str]) -> str:
    """`Why postponed: because of the storm, or until the hall is mended?`"""
    return f"Why {status}: {', or '.join(reasons)}?"


@cache
def _unknown() -> re.Pattern[str]:
    """Each phrase begins where a word does: what is no such place is passed over without a look at any of them."""
    phrases = "|".join(f"({row['pattern']})" for row in tables.table("unknown_phrases"))
    return re.compile(rf"\b(?=\w)(?:{phrases})", re.IGNORECASE)


@cache
def _calendar() -> frozenset[str]:
    """Full names of days and months, but for those that are words as well (`may`)."""
    return frozenset(name for name in tables.words("months") | tables.words("weekdays") if len(name) > len("may"))


@cache
def _open_signs() -> Mapping[str, float]:
    """What each word and pair adds to the log-odds that something is left open; without a word what all begin with."""
    return {row["words"]: float(row["weight"]) for row in tables.table("open_signs")}


def _negative(word: str) -> bool:
    return word in _NOT or word.endswith("n't")


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in numbers.cardinals() or word in numbers.scales()

"""A person's decisions, replayed on top of every run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

JudgementKind = Literal[
    "same-story", "not-same-story", "copy-of", "not-copy-of", "same-person", "not-same-person", "who", "when"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision, replayed on top of every run.

    `a` and `b` are report ids for stories and copies (`a` is a copy of `b`, or is none), names of people for
    `same-person` and `not-same-person`;
    for `who` `a` is a report's id and `b` the name to use for `value`, for `when` `b` is the report's date.
    """

    kind: JudgementKind
    a: str
    b: str
    value: str | None = None

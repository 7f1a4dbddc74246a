"""What a proof finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Breach:
    """Where an account says what its inputs do not hold (the path of the field), and why."""

    where: str
    why: str

"""What a language knows of telling an event in few words of its own sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from dateline.language.tokens import Token


class Compression(Protocol):
    """The core of a clause."""

    def core(self, verb: Token) -> tuple[tuple[Token, Token], ...]:
        """The first and last word of each stretch of the few words that tell a predicate; none where no few words do."""
        ...

"""What a language is asked about sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol


class Sentences(Protocol):
    """Where sentences end."""

    def ends(self, text: str, start: int, stop: int) -> Iterator[int]:
        """The offsets in `text` behind each sentence that ends between `start` and `stop`, in order.

        An end lies behind the punctuation and the closing marks that belong to the sentence, before white space. What is
        left behind the last one, up to `stop`, is a sentence too and is not told.
        """

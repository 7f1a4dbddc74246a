"""Quotation marks: which ones a language has, and when what stands in them is somebody's words."""

from __future__ import annotations

import re
from typing import Protocol

from dateline.cite import Span


class Quotation(Protocol):
    """The quotation marks of a language. Regions are spans of a report's text, marks included."""

    MARK: re.Pattern[str]
    """Any double mark: opening, closing, or both."""

    OPENS: frozenset[str]
    """The double marks that open, where their place does not tell otherwise."""

    CLOSES: frozenset[str]
    """The double marks that close, where their place does not tell otherwise."""

    TURNED: frozenset[str]
    """Those of them that some printers set the other way round (`»so«`): their place goes before."""

    LOW: frozenset[str]
    """The marks that open below the line: what opens elsewhere closes them (`„so“`)."""

    SINGLE: re.Pattern[str]
    """A stretch in single marks that are no apostrophes; group 1 is what stands in them."""

    def heavy(self, text: str, region: Span) -> bool:
        """Whether what stands in quotation marks is a quotation rather than a term or a title."""

    def ends(self, text: str, region: Span) -> bool:
        """Whether the words in quotation marks end as a sentence or its clause does."""

    def starts(self, text: str, region: Span, block_start: int) -> bool:
        """Whether a sentence, or a clause after a colon or a dash, starts with the quotation mark."""

    def joined(self, text: str, region: Span, block_start: int) -> int:
        """Where words in quotation marks start with the word that joins them to what was said before a comma (`but “…”`)."""

    def stops(self, text: str, region: Span) -> bool:
        """Whether the words in quotation marks end as a sentence does."""

    def names(self, text: str, region: Span, block_start: int) -> bool:
        """Whether the words in quotation marks are what a work or a thing is called: nobody's words."""

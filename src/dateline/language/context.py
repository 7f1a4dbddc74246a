"""What a language knows of context: what words need from those around them, so that they cannot be read alone."""

from __future__ import annotations

from typing import Protocol


class Context(Protocol):
    """Whether a stretch of text can be read by itself."""

    def needs_context(self, sentence: str) -> bool:
        """Whether a sentence begins with a word that means something in the one before it (`She`, `This`, `But`)."""

    def without_opener(self, sentence: str) -> str:
        """A sentence without the word that ties it to the one before and says nothing itself (`But`, `Meanwhile,`)."""

    def refers_back(self, words: str) -> bool:
        """Whether a personal pronoun stands among words."""

    def is_personal(self, words: str) -> bool:
        """Whether who writes or speaks stands among words (`I`, `our`)."""

    def counts_from_now(self, words: str) -> bool:
        """Whether the words of a date count from the day on which they are said (`last June`)."""

"""What a language is asked about the name of an event: which words of a clause go, and whether what is left stands alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Labels(Protocol):
    """Clauses cut to names."""

    def before_a_time(self, text: str) -> int:
        """How many characters at the end of a text lead to a time that follows it (`late on `)."""

    def without_asides(self, text: str) -> str:
        """The text without brackets, ages between commas and relative clauses between commas."""

    def without_joining(self, text: str) -> str:
        """The text without the words at its head that join it to another clause (`but then`)."""

    def leans(self, word: str) -> bool:
        """Whether a word stands for what was named before (`she`, `their`)."""

    def relates(self, word: str) -> bool:
        """Whether a word makes a clause hang on what was named before (`who`)."""

    def helper(self, behind: str) -> tuple[int, str]:
        """How much of the words behind a pronoun is a helper drawn together with it (`he’s`), and that helper written out."""

    def owning(self, word: str, name: str) -> str:
        """A name in the place of a word that stands for it: as an owner's where the word is one (`her`: `Ada Marsh’s`)."""

    def saying(self, words: str, who: str, verb: str) -> str:
        """What is said and who says it, in the report's words (`The crew had left, the mayor said`)."""

    def goes_on(self, text: str) -> bool:
        """Whether words begin with what the phrase before them cannot do without (`of`)."""

    def breaks(self, text: str) -> Iterable[int]:
        """Where in a text a phrase begins before which a clause can end: places of characters."""

    def behind(self, text: str) -> str:
        """What the text behind words goes on with: `end`, `pause`, or a kind of word that the language tells apart."""

    def ahead(self, text: str) -> str:
        """What stands before words in their sentence: `start`, `pause`, or a kind of word that the language tells apart."""

    def is_bare(self, text: str, head: str) -> bool:
        """Whether the verb of a name, its `head`, stands bare, with no word that leads to it (`Moe win the vote`)."""

    def doubt(self, text: str, head: str, denied: bool) -> float:
        """How far the words are from naming something that happened, 0 where nothing speaks against it: a negation (unless
        it is `denied`), a modal, a bare form of the verb that is their `head`.
        """

    def stands(self, text: str) -> bool:
        """Whether words begin and end as a name of something that happened can."""

"""What a language is asked about words, and the word tokens that all languages have in common."""

from __future__ import annotations

import re
from typing import Protocol

WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*")
"""A word token: letters and digits, held together by an apostrophe, a full stop (`U.S`, `3.5`) or `&`.

What words are shared is asked of these, for `fourteen-man crew` tells of fourteen.
"""

COMPOUND = re.compile(r"[^\W_]+(?:['’.,&-][^\W_]+)*")
"""The same, held together by a hyphen or a comma (`fourteen-man`, `1,200`) too.

Whole texts are alike by these, for the parts of compounds stand in texts about anything.
"""

LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
"""A word of letters alone, and what an apostrophe ties to it (`didn't`)."""

HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
"""A word of letters alone, and what hyphens tie to it."""


class Words(Protocol):
    """Words by themselves: which of them tell something, and when two are one word.

    Words are given and answered in plain form: lower case, with a straight apostrophe (`plain`).
    """

    def function_words(self) -> frozenset[str]:
        """Words that carry grammar rather than content, forms of address and saying among them."""

    def common_words(self) -> frozenset[str]:
        """Words that stand in texts about anything, so that they make no two texts alike.

        More than the function words, for a text is compared by all its words; but words of saying make headlines alike.
        """

    def stem(self, word: str) -> str:
        """A word without its endings, for comparing whole texts: `invites`, `invited`, `invitation`."""

    def root(self, word: str) -> str:
        """The stem of the word that a dictionary would have, for telling whether two words are one: `bought`, `buys`.

        Of irregular forms and nouns of action that of their verb: what two sentences tell alike is asked word by word.
        Whole texts are not compared so, since `death` and `dead` then meet too often.
        """

    def openers(self) -> frozenset[str]:
        """Words that may stand with a capital where a sentence begins, and name nobody."""

    def amounts(self) -> frozenset[str]:
        """Words that say how many, from two on: also `twice`, `half`, `hundreds`."""


def plain(text: str) -> str:
    """The words of a text in plain form, one blank between them: what is the same in two prints of the same words.

    >>> plain("“Mr. Rind’s — 3.5 t!”")
    "mr rind's 3.5 t"
    """
    return " ".join([word.casefold() for word in WORD.findall(text.replace("’", "'"))])


def content(text: str, words: Words) -> frozenset[str]:
    """The roots of a text's content words, numbers and names among them."""
    function = words.function_words()
    found = [word.casefold() for word in WORD.findall(text.replace("’", "'"))]
    return frozenset([words.root(word) for word in found if word not in function])

"""What a stretch of a report is about, asked of a language: roots of its content words, the countries behind its names.

Two reports seldom use the same words for the same thing, so words are compared by root (`invited`, `invitation`), names by who
they name in the story (`Mr Rind`, `the skipper Olav Rind`), countries by their country. `tongue` is a report's language tag.
"""

from __future__ import annotations

from functools import lru_cache

from dateline import language
from dateline.language.words import WORD, plain
from dateline.language.words import content as content_of

__all__ = ["WORD", "content", "country", "plain", "state", "stem"]


def country(name: str, tongue: str | None = None) -> str | None:
    """The country that a name, adjective or capital stands for; None when it is none."""
    places = language.of(tongue).places
    return places.country(name) if places else None


def state(code: str | None, tongue: str | None = None) -> str | None:
    """The name of the state that a CAMEO actor code begins with; None when it names none."""
    places = language.of(tongue).places
    return places.state(code) if places else None


def stem(word: str, tongue: str | None = None) -> str:
    """The root of a word in plain form, in the language of a tag."""
    return language.of(tongue).words.root(word)


@lru_cache(maxsize=2**13)  # of a label or a line it is asked beside each other one
def content(text: str, tongue: str | None = None) -> frozenset[str]:
    """Roots of a text's content words, numbers and names among them."""
    return content_of(text, language.of(tongue).words)

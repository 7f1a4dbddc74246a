"""The words of a language of which nothing is known: each is its own stem, and none is less than another."""

from __future__ import annotations


def function_words() -> frozenset[str]:
    """None is known."""
    return frozenset()


def common_words() -> frozenset[str]:
    """None is known."""
    return frozenset()


def stem(word: str) -> str:
    """The word itself."""
    return word


def root(word: str) -> str:
    """The word itself."""
    return word


def openers() -> frozenset[str]:
    """None is known: every capital is taken for a name's."""
    return frozenset()


def amounts() -> frozenset[str]:
    """None is known."""
    return frozenset()

"""Who wrote a page: what its metadata says, what its byline adds, or the byline alone. An outlet is never its own author."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dateline.language import furniture
from dateline.read.masthead import byline, bylines


def houses(outlets: Iterable[str]) -> frozenset[str]:
    """The folded names that are nobody's: the outlet's, whole and without the words for what it does behind them."""
    names = set(outlets)
    for outlet in outlets:
        words = outlet.split()
        while len(words) > 1 and furniture.bylines.is_service(words[-1]):
            words.pop()
        names.add(" ".join(words))
    return frozenset(byline.fold(outlet) for outlet in names)


def found(tree: Any, said: Sequence[Sequence[str]], outlets: frozenset[str]) -> tuple[str, ...]:
    """The authors of a page. `said`: what its metadata names as its authors, best first; the first that names people goes.

    A byline that names them all and more is fuller, and goes before it. An agency, or a desk by its name, that the
    publisher's own metadata names as author stays one, as it is written there (the masthead makes the agency a credit
    as well): where metadata names such alone, no byline is looked for, it would be somebody else's.
    """
    others: list[str] = []
    signed = bylines.Signed(tree, outlets)
    for source in said:
        given = [name for words in source if not words.startswith("http") for name in _named(words, outlets)]
        if any(byline.person(name, outlets) for name in given):
            return _fuller(tuple(dict.fromkeys(given)), signed)
        others += given
    return tuple(dict.fromkeys(others)) or signed.best()


def _named(words: str, outlets: frozenset[str]) -> list[str]:
    """The people and agencies that a byline names, in its order; a desk that it is the name of."""
    people = byline.people(words, outlets)
    wires = [part for part in byline.parts(words) if furniture.agencies.called(part)]
    if not people and not wires and byline.desk(words, outlets):
        return [words]
    return sorted((*people, *wires), key=words.find)


def _fuller(given: tuple[str, ...], signed: bylines.Signed) -> tuple[str, ...]:
    """The authors whom the page's byline links, where they are those given and others: the byline is fuller."""
    have = {byline.fold(name) for name in given}
    linked = signed.linked(have)
    return linked if have < {byline.fold(name) for name in linked} else given

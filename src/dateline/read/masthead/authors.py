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
    signed = bylines.Signed(tree, outlets)
    named = [
        [name for words in source if not words.startswith("http") for name in _named(words, outlets)] for source in said
    ]
    of_people = [given for given in named if any(byline.person(name, outlets) for name in given)]
    if of_people:
        return _fuller(tuple(dict.fromkeys(_agreed(of_people, signed))), signed)
    return tuple(dict.fromkeys(name for given in named for name in given)) or signed.best()


def _agreed(sources: Sequence[Sequence[str]], signed: bylines.Signed) -> Sequence[str]:
    """The first of the sources; where no other has any of its names, the first that another source or the byline bears out."""
    folded = [set(map(byline.fold, source)) for source in sources]
    if len(sources) == 1 or any(folded[0] & other for other in folded[1:]):
        return sources[0]
    folded.append(set(map(byline.fold, signed.best())))
    borne = [any(own & other for other in folded[:n] + folded[n + 1 :]) for n, own in enumerate(folded[:-1])]
    return next((source for source, said in zip(sources, borne, strict=True) if said), sources[0])


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

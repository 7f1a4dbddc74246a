"""When an English verb tells of its event, by its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.events import Predicate
from dateline.records.marks import Tense

if TYPE_CHECKING:
    from dateline.language.tokens import Token

_HAD = frozenset({"had", "'d", "’d"})
_BARE = frozenset({"TO", "VB", "VBG"})  # `to`, `be`, `having`: helpers without a tense
_NOW = frozenset({"VBZ", "VBP"})


def tense(predicate: Predicate, headline: bool) -> Tense:
    """`had closed` was before; `closes`, `are closed` outside a headline are usual; `closing`, `to close` have no tense.

    A noun without a verb has none that tells anything, but was before where its clause was (`had been delayed by a flood`);
    `is dead` is news.
    """
    verb = predicate.verb
    if not grammar.is_verb(verb):
        around = next((word for word in verb.ancestors if grammar.is_verb(word)), None)
        return "pluperfect" if around is not None and _was_before(grammar.auxiliaries(around)) else "past"
    helpers = grammar.auxiliaries(verb)
    if _was_before(helpers):
        return "pluperfect"
    if verb.tag_ in ("VBG", "VB") and all(word.tag_ in _BARE for word in helpers) and not grammar.is_line_to_come(verb):
        return "none"
    return "present" if not headline and not predicate.noun and _is_usual(verb, helpers) else "past"


def is_done(predicate: Predicate) -> bool:
    """`has closed`, `have been closed`; not `will have closed`, `to have closed`."""
    helpers = grammar.auxiliaries(predicate.verb) if grammar.is_verb(predicate.verb) else ()
    return any(word.tag_ in _NOW and grammar.lemma_of(word) == "have" for word in helpers)


def _was_before(helpers: tuple[Token, ...]) -> bool:
    return any(word.lower_ in _HAD and grammar.lemma_of(word) == "have" for word in helpers)


def _is_usual(verb: Token, helpers: tuple[Token, ...]) -> bool:
    """A simple present, active or passive: no perfect, no `is closing`, no modal."""
    if not helpers:
        return verb.tag_ in _NOW
    return verb.tag_ in ("VBN", "VBD") and all(word.tag_ in _NOW and grammar.lemma_of(word) == "be" for word in helpers)

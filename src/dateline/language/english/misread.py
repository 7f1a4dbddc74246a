"""Words that the parser takes for another part of speech, where what stands around them tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.names import lists

if TYPE_CHECKING:
    from dateline.language.tokens import Token


def is_office(verb: Token) -> bool:
    """Whether what looks like an infinitive is the office that somebody is raised to: `was promoted to head of the guard`."""
    to = grammar.infinitive(verb)
    if to is None or verb.tag_ != "VB" or verb.lemma_ not in lists.roles() or to.i + 1 != verb.i:
        return False
    of = grammar.child(verb, "prep")
    return (
        of is not None
        and of.lower_ in ("of", "at", "for")
        and of.i == verb.i + 1
        and grammar.child(verb, "dobj") is None
    )

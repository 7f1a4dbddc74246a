"""How events stand in English: from tense, modality, negation and what they stand under. Answers `language.factuality`.

`own` reads the words on the predicate, `above` climbs through what governs it (`failed to`, `plans to`, `alleges that`);
`rules` are the decision lists that both are written in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.language.english import grammar
from dateline.language.english.factuality import above
from dateline.language.factuality import Standing

if TYPE_CHECKING:
    from dateline.language.tokens import Token


def standing(token: Token, carrier: Token | None = None, headline: bool = False) -> Standing:
    """How an event stands. What is said on the noun counts where the verb that carries it says nothing firmer."""
    stands = above.standing(carrier or token, headline)
    if carrier is not None and stands.status == "happened":
        of_noun = above.standing(token)
        stands = of_noun if of_noun.words else stands
    words = stands.words or grammar.auxiliaries(carrier or token) or (carrier or token,)
    if len(words) > 1:
        words = tuple(sorted(set(words), key=lambda word: word.i))
    return Standing(stands.status, words)

"""The vocabulary of events in English (the questions of `dateline.language.events`).

`predicates` are the verbs and nouns that tell of events, `nouns` weighs which nouns do; `rank` tells where one stands,
`speech` whether it reports words, `acts` what an act of planning is about.
"""

from __future__ import annotations

from dateline.language.english.events.acts import keeps, plans, topics
from dateline.language.english.events.predicates import predicates
from dateline.language.english.events.rank import rank
from dateline.language.english.events.speech import speaks
from dateline.language.english.events.tense import is_done, tense

__all__ = ["is_done", "keeps", "plans", "predicates", "rank", "speaks", "tense", "topics"]

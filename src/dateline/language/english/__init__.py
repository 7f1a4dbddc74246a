"""English: its words, its grammar over the parse, and its packaged model."""

from __future__ import annotations

from dateline.language import Language
from dateline.language.english import (
    claims,
    context,
    counts,
    exchanged,
    model,
    phrases,
    plan_titles,
    planning,
    predicates,
)

LANGUAGE = Language(
    tag="en",
    pipeline=model.english,
    claims=claims,
    context=context,
    counts=counts,
    exchanged=exchanged,
    phrases=phrases,
    plan_titles=plan_titles,
    planning=planning,
    predicates=predicates,
)

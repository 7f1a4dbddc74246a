"""English: its words, its grammar over the parse, and its packaged model."""

from __future__ import annotations

from dateline.language import Language
from dateline.language.english import (
    claims,
    context,
    coreference,
    counts,
    events,
    exchanged,
    factuality,
    grammar,
    model,
    names,
    phrases,
    places,
    plan_titles,
    planning,
    predicates,
    quotation,
    reporting,
)

LANGUAGE = Language(
    tag="en",
    claims=claims,
    context=context,
    counts=counts,
    exchanged=exchanged,
    phrases=phrases,
    plan_titles=plan_titles,
    planning=planning,
    predicates=predicates,
    also=("eng",),
    pipeline=model.english,
    quotation=quotation,
    reporting=reporting,
    coreference=coreference,
    names=names,
    places=places,
    grammar=grammar,
    events=events,
    factuality=factuality,
)

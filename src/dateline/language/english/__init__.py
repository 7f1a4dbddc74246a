"""English: its words, its grammar over the parse, and its packaged model."""

from __future__ import annotations

from dateline.language import Language
from dateline.language.english import coreference, events, factuality, grammar, model, quotation, reporting

LANGUAGE = Language(
    tag="en",
    also=("eng",),
    pipeline=model.english,
    grammar=grammar,
    events=events,
    factuality=factuality,
    quotation=quotation,
    reporting=reporting,
    coreference=coreference,
)

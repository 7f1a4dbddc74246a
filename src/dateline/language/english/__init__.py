"""English: its words, its grammar over the parse, and its packaged model."""

from __future__ import annotations

from dateline.language import Language
from dateline.language.english import coreference, model, names, places, quotation, reporting

LANGUAGE = Language(
    tag="en",
    pipeline=model.english,
    quotation=quotation,
    reporting=reporting,
    coreference=coreference,
    names=names,
    places=places,
)

"""English: its words, its grammar over the parse, and its packaged model."""

from __future__ import annotations

from dateline.language import Language
from dateline.language.english import events, factuality, grammar, model

LANGUAGE = Language(
    tag="en",
    also=("eng",),
    pipeline=model.english,
    grammar=grammar,
    events=events,
    factuality=factuality,
)

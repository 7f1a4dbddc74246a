"""English: its words, its grammar over the parse, and its packaged model."""

from __future__ import annotations

from dateline.language import Language
from dateline.language.english import exchanged, model, provenance, topics, words

LANGUAGE = Language(
    tag="en",
    also=("eng",),
    pipeline=model.english,
    words=words,
    exchanged=exchanged,
    provenance=provenance,
    topics=topics,
)

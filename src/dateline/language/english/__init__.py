"""English: its words, its grammar over the parse, and its packaged model."""

from __future__ import annotations

from dateline.language import Language
from dateline.language.english import (
    coreference,
    events,
    exchanged,
    factuality,
    grammar,
    model,
    names,
    numbers,
    places,
    provenance,
    quotation,
    reporting,
    sentences,
    times,
    topics,
    words,
)

LANGUAGE = Language(
    tag="en",
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
    numbers=numbers,
    sentences=sentences,
    times=times,
    words=words,
    exchanged=exchanged,
    provenance=provenance,
    topics=topics,
)

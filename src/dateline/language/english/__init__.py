"""English: its words, its grammar over the parse, and its packaged model."""

from __future__ import annotations

from dateline.language import Language
from dateline.language.english import model, numbers, sentences, times

LANGUAGE = Language(tag="en", codes=("eng",), pipeline=model.english, numbers=numbers, sentences=sentences, times=times)

"""English: its words, its grammar over the parse, and its packaged model."""

from __future__ import annotations

from dateline.language import Language
from dateline.language.english import model, rewriting

LANGUAGE = Language(tag="en", pipeline=model.english, rewriting=rewriting)

"""English: its words, its grammar over the parse, and its packaged model."""

from __future__ import annotations

from dateline.language import Language
from dateline.language.english import model, names, places

LANGUAGE = Language(tag="en", pipeline=model.english, names=names, places=places)

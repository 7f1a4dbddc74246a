"""Titles before names, and what is written short for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dateline.language import tables


@cache
def in_full() -> Mapping[str, str]:
    """Titles by what is written short for them with a stop (`gov`: `governor`): the only one that begins so."""
    every = {row["title"].lower() for row in tables.table("titles") if row["kind"] == "title"}
    titles = {title for title in every if title.removesuffix("s") not in every or not title.endswith("s")}
    short = {title.rstrip(".") for title in titles if title.endswith(".") and " " not in title}
    full = {
        stem: {title for title in titles if title.isalpha() and title.startswith(stem) and title != stem}
        for stem in short
    }
    return {stem: found.pop() for stem, found in full.items() if len(found) == 1}


def is_short_for(letters: str, role: str) -> bool:
    """Whether letters are the first ones of an office's own words, its last among them (`DA`: `Karst District Attorney`)."""
    words = re.findall(r"[^\W\d_]+", re.split(r" (?:of|to|for|at|in) |, ", role)[0])
    own = words[-len(letters) :]
    return 1 < len(letters) <= len(words) and [word[0] for word in own] == list(letters) and not own[0].isupper()

"""The title of a story: what it is now, in the line that tells best what most of its reports tell first."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records.findings import Event
from dateline.records.story import Story
from dateline.tell.headings import MOST, Headings


def title(story: Story, events: Sequence[Event]) -> str:
    """What the story says now, in at most `MOST` characters: a headline, a first sentence, or what its event is called."""
    best = Headings(story, events).best()
    return _short(story.title) if best is None else best.text


def _short(line: str) -> str:
    """A line cut after a whole word."""
    return line if len(line) <= MOST else line[: MOST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
